//! The outline: every question in it once, and a report for instruments that have none.

use std::sync::Arc;

use guidepost::analysis::StateSet;
use guidepost::domain::{Level, Outline, Round, Standing};
use guidepost::report::{RoundSubject, round_report};
use guidepost::words::{ENGLISH, Words};

use super::{collated, line_of, lines, reply};
use crate::report::DAY;
use crate::support::{instrument, library, question};

#[test]
fn the_built_in_outline_has_each_question_and_section_once() {
    assert_eq!(library().outline.faults(instrument()), Vec::<String>::new());
}

#[test]
fn everything_wrong_with_an_outline_is_told() {
    let check = |change: &dyn Fn(&mut Outline), expected: &[&str]| {
        let mut outline = Arc::clone(&library().outline);
        change(Arc::make_mut(&mut outline));
        assert_eq!(outline.faults(instrument()), expected);
    };
    check(
        &|outline| drop(outline.chapters[0].parts.remove(3)),
        &[
            "question 17 stands nowhere",
            "question 17.a stands nowhere",
            "question 17.b stands nowhere",
            "question 17.c stands nowhere",
            "question 17.d stands nowhere",
            "question 17.e stands nowhere",
            "section structures stands nowhere",
        ],
    );
    check(
        &|outline| {
            let again = outline.chapters[1].parts[0].clone();
            outline.chapters[1].parts.push(again);
        },
        &["question 6 stands 2 times"],
    );
    check(
        &|outline| outline.chapters[1].parts[0].questions[0].clause.clear(),
        &["question 6 needs a clause"],
    );
    check(
        &|outline| {
            let mut stranger = outline.chapters[1].parts[0].questions[0].clone();
            stranger.question = question("99");
            outline.chapters[1].parts[0].questions.push(stranger);
        },
        &["there is no question 99"],
    );
}

#[test]
fn an_instrument_without_an_outline_is_told_section_by_section() {
    let outline = Outline::of_sections(instrument());
    let cells = [(Level::National, Standing::Yes)];
    let round = Round::default();
    let collation = collated(&[reply("ALB", "17", &cells)], &round);
    let report = round_report(&RoundSubject {
        instrument: instrument(),
        outline: &outline,
        states: &library().states,
        noted: &round,
        call: "2030",
        tally: &collation.tally,
        waiting: &collation.waiting,
        undated: &StateSet::new(),
        invited: &collation.invited,
        groups: &collation.groups,
        is_trial: false,
        files: &[],
        only: None,
        speaks_of: DAY,
        date: DAY,
        words: &Words::load(ENGLISH),
    });
    let lines = lines(&report.document);
    line_of(&lines, "A. Government structures (paragraph 17)");
    assert_eq!(
        line_of(&lines, "Clear responsibilities and goals."),
        "Clear responsibilities and goals. The one reply says Yes to the question “Is prevention a \
         permanent part of government, with clear responsibilities and goals?”.[Albania.]"
    );
}
