//! Comparing two assessments of one State, and carrying the last one forward.

use guidepost::analysis::{
    Check, Comparison, Group, MovedCell, Shows, Unreleased, checks, compare, coverage,
    is_changed_since,
};
use guidepost::domain::{ActionId, Call};
use guidepost::domain::{
    Answer, Application, Assessment, Change, Evidence, EvidenceId, Field, FieldValue, Instrument,
    InstrumentParts, Level, Levels, PlannedAction, Profile, Record, Standing, TextField,
};
use jiff::civil::{Date, date};
use proptest::prelude::*;
use uuid::Uuid;

use crate::support::random::{answered, anything};
use crate::support::{after, apply, cases, explained, instrument, question, set, stamp};

const NEXT: Uuid = Uuid::from_u128(2);
const LAST_DAY: Date = date(2021, 3, 4);

fn standing(id: &str, level: Level, standing: Standing) -> Change {
    set(id, FieldValue::Standing(level, Some(standing)))
}

fn text(id: &str, field: TextField, words: &str) -> Change {
    set(id, FieldValue::Text(field, words.to_owned()))
}

fn compared(before: &Assessment, after: &Assessment) -> Comparison {
    compare(instrument(), before, after).unwrap()
}

fn next(last: &Assessment) -> Assessment {
    last.carried_forward(instrument(), NEXT, Some(LAST_DAY))
}

/// What moved, in short: `17.a national yes no`.
fn moved(cells: &[MovedCell]) -> Vec<String> {
    let token = |standing: Option<Standing>| standing.map_or("none", Standing::token);
    let cells = cells.iter();
    cells
        .map(|cell| {
            let (before, after) = (token(cell.before), token(cell.after));
            format!("{} {} {before} {after}", cell.question, cell.level)
        })
        .collect()
}

#[track_caller]
fn check(before: Vec<Change>, after_that: Vec<Change>, expected: &[&str]) {
    let before = after(before);
    let mut now = before.clone();
    for change in after_that {
        apply(&mut now, change).unwrap();
    }
    assert_eq!(moved(&compared(&before, &now).moved), expected);
}

/// The built-in instrument, altered.
fn altered(change: impl FnOnce(&mut InstrumentParts)) -> Instrument {
    let mut parts = instrument().parts().clone();
    change(&mut parts);
    Instrument::new(parts).unwrap()
}

fn alter_question(parts: &mut InstrumentParts, id: &str) -> usize {
    let mut questions = parts.questions.iter();
    questions.position(|each| each.id == question(id)).unwrap()
}

#[test]
fn a_cell_moves_when_it_says_something_else() {
    use Level::{Local, National};
    check(
        vec![standing("17.b", National, Standing::No)],
        vec![standing("17.b", National, Standing::Yes)],
        &["17.b national no yes"],
    );
    check(
        vec![],
        vec![
            standing("22.a", Local, Standing::InPart),
            standing("7.policy", National, Standing::NotKnown),
        ],
        &[
            "7.policy national none not_known",
            "22.a local none in_part",
        ],
    );
    check(
        vec![standing("7.law", National, Standing::Yes)],
        vec![set("7.law", FieldValue::Standing(National, None))],
        &["7.law national yes none"],
    );
    check(
        vec![standing("17.b", National, Standing::Yes)],
        vec![
            set(
                "17.b",
                FieldValue::Application(National, Some(Application::Applied)),
            ),
            text("17.b", TextField::Exists, "A plan"),
        ],
        &[],
    );
}

#[test]
fn a_level_that_is_gone_takes_its_cells_along() {
    let mut profile = after([]).profile.clone();
    profile.levels.local = false;
    check(
        vec![standing("17.b", Level::Local, Standing::Yes)],
        vec![Change::Profile(Box::new(profile.clone()))],
        &["17.b local yes none"],
    );
    let before = after([Change::Profile(Box::new(profile))]);
    let change = &compared(&before, &after([])).principles[2];
    assert_eq!(change.before.level, Level::Local);
    assert_eq!(change.before.shows, Shows::NoLevel);
    assert_eq!(change.after.shows, Shows::TooFew);
}

#[test]
fn each_profile_stands_beside_itself_with_the_cells_of_it_that_moved() {
    let before = after([standing("17.b", Level::National, Standing::No)]);
    let now = after([
        standing("17.b", Level::National, Standing::Yes),
        standing("12.rights", Level::National, Standing::Yes),
        standing("7.law", Level::National, Standing::Yes),
    ]);
    let comparison = compared(&before, &now);
    let with_moves = comparison.principles.iter();
    let with_moves: Vec<_> = with_moves
        .filter(|change| !change.moved.is_empty())
        .map(|change| (change.after.group.clone(), moved(&change.moved)))
        .collect();
    let plan = vec!["17.b national no yes".to_owned()];
    let rights = vec!["12.rights national none yes".to_owned()];
    assert_eq!(
        with_moves,
        [
            (Group::Principle(7), plan.clone()),
            (Group::Principle(10), plan),
            (Group::Principle(12), rights),
        ]
    );
    assert_eq!(comparison.moved.len(), 3, "a fact moves, in no profile");
}

#[test]
fn two_states_are_never_compared() {
    let canada = after([]);
    let mut record: Record = (*canada).clone();
    record.profile = Profile::new(crate::support::state("KEN"));
    let kenya = Assessment::restore(record);
    let refused = compare(instrument(), &canada, &kenya).unwrap_err();
    let said = explained(&refused);
    assert!(said.contains("CAN") && said.contains("KEN"), "{said}");
}

#[test]
fn a_question_with_a_new_revision_is_to_be_confirmed() {
    let id = question("17.b");
    let last = after([
        standing("17.b", Level::National, Standing::Yes),
        standing("17.a", Level::National, Standing::Yes),
        Change::Clear(id.clone()),
    ]);
    let newer = altered(|parts| {
        let at = alter_question(parts, "17.b");
        parts.version += 1;
        parts.questions[at].revision += 1;
    });
    let mut now = last.carried_forward(&newer, NEXT, None);
    let comparison = compare(&newer, &last, &now).unwrap();
    assert_eq!(comparison.revised, std::slice::from_ref(&id));
    assert_eq!(comparison.moved, []);
    let asked = newer.question(&id).unwrap();
    assert!(is_changed_since(asked, &now.answers[&id]));
    let is_found = |assessment: &Assessment| {
        let findings = checks(&newer, assessment, Unreleased::Block);
        let mut findings = findings.iter();
        findings.any(|each| each.check == Check::ChangedSince && each.question == Some(id.clone()))
    };
    assert!(is_found(&now));

    let before = now.answers[&id].clone();
    let confirm = |stamp| guidepost::domain::Edit {
        stamp,
        change: Change::Confirm(id.clone()),
    };
    let inverse = now.apply(&newer, confirm(stamp("Ana", 9))).unwrap();
    assert!(!is_changed_since(asked, &now.answers[&id]));
    assert!(!is_found(&now));
    let again = now.apply(&newer, confirm(stamp("Ana", 10))).unwrap();
    assert!(again.change.is_nothing(), "once is enough");
    assert_eq!(now.trail.entries().next().unwrap().value, "confirmed");
    let comparison = compare(&newer, &last, &now).unwrap();
    assert_eq!(
        comparison.revised,
        std::slice::from_ref(&id),
        "it still asked another thing then"
    );
    now.apply(&newer, inverse).unwrap();
    assert_eq!(now.answers[&id], before);
}

#[test]
fn any_edit_confirms_an_answer_and_confirming_reopens_it() {
    let id = question("17.b");
    let last = after([standing("17.b", Level::National, Standing::Yes)]);
    let newer = altered(|parts| {
        let at = alter_question(parts, "17.b");
        parts.questions[at].revision = 5;
    });
    for changes in [
        vec![text("17.b", TextField::Exists, "A plan")],
        vec![Change::Clear(id.clone()), Change::Confirm(id.clone())],
    ] {
        let mut assessment = last.carried_forward(&newer, NEXT, None);
        let edit = guidepost::domain::Edit {
            stamp: stamp("Ana", 9),
            change: Change::Several(changes),
        };
        assessment.apply(&newer, edit).unwrap();
        let answer = &assessment.answers[&id];
        assert_eq!((answer.revision, answer.cleared.is_some()), (5, false));
    }
}

#[test]
fn a_question_that_was_added_is_new_until_it_was_asked() {
    let newer = altered(|parts| {
        let at = alter_question(parts, "22.d");
        parts.version += 1;
        parts.questions[at].since = parts.version;
    });
    let last = after([]);
    let now = last.carried_forward(&newer, NEXT, None);
    let added = |before: &Assessment| compare(&newer, before, &now).unwrap().added;
    assert_eq!(added(&last), [question("22.d")]);
    assert_eq!(added(&now), []);
    let answered = after([standing("22.d", Level::National, Standing::No)]);
    assert_eq!(added(&answered), [], "whoever answered it was asked");
}

#[test]
fn a_question_cannot_be_asked_since_a_version_to_come() {
    let mut parts = instrument().parts().clone();
    for since in [0, parts.version + 1] {
        parts.questions[0].since = since;
        let faults = Instrument::new(parts.clone()).unwrap_err();
        assert_eq!(faults.len(), 1);
        let said = explained(&faults[0]);
        assert!(
            said.contains(&format!("is asked since version {since};")),
            "{said}"
        );
    }
}

#[test]
fn the_next_assessment_says_the_same_uncleared_and_knows_what_was_said() {
    let id = question("17.b");
    let call = Call {
        id: "2021".to_owned(),
        title: "Call of 2021".to_owned(),
        ..Call::default()
    };
    let piece = Evidence {
        title: "National Strategy".to_owned(),
        file_name: "strategy.pdf".to_owned(),
        ..Evidence::default()
    };
    let mut profile = after([]).profile.clone();
    profile.levels.local = false;
    profile.period = "2016 to 2020".to_owned();
    profile.institution = "National Council".to_owned();
    let action = PlannedAction {
        what: "Write the plan".to_owned(),
        ..PlannedAction::default()
    };
    let action_id = ActionId(Uuid::from_u128(7));
    let mut last = after([
        standing("17.b", Level::National, Standing::InPart),
        standing("17.b", Level::Local, Standing::Yes),
        text("17.b", TextField::Exists, "A plan"),
        text("17.b", TextField::Remark, "Ask again"),
        set(
            "17.b",
            FieldValue::Evidence(EvidenceId(Uuid::from_u128(3)), Some(piece)),
        ),
        Change::Clear(id.clone()),
        Change::Call(Box::new(call)),
        Change::Profile(Box::new(profile)),
        Change::Action(action_id, Some(Box::new(action.clone()))),
    ]);
    let untouched = last.clone();
    let now = next(&last);
    assert_eq!(last, untouched);

    assert_eq!(now.identity, NEXT);
    assert_eq!(now.call, Call::default());
    assert_eq!(now.trail.entries().count(), 0);
    assert_eq!(now.profile.institution, "National Council");
    assert_eq!(now.profile.period, "", "the period is the last call's");
    assert_eq!(now.actions[&action_id], action);
    let expected = Answer {
        cleared: None,
        ..last.answers[&id].clone()
    };
    assert_eq!(now.answers[&id], expected);
    assert!(
        expected
            .stamps
            .contains_key(&Field::Standing(Level::National))
    );

    let previous = now.previous.as_ref().unwrap();
    assert_eq!(
        (previous.call.as_str(), previous.date),
        ("2021", Some(LAST_DAY))
    );
    let carried = &previous.answers[&id];
    let national = [(Level::National, Standing::InPart)].into();
    assert_eq!(carried.standings, national, "there is no local level");
    let said = [(TextField::Exists, "A plan".to_owned())].into();
    assert_eq!(carried.texts, said, "a remark was never said to anybody");

    apply(&mut last, Change::Reopen(id)).unwrap();
    assert_eq!(next(&last).answers, now.answers);
}

/// The two, swapped.
fn swapped(cell: &MovedCell) -> MovedCell {
    MovedCell {
        before: cell.after,
        after: cell.before,
        ..cell.clone()
    }
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn nothing_moves_between_an_assessment_and_itself(assessment in answered(0.5)) {
        let comparison = compared(&assessment, &assessment);
        prop_assert_eq!(comparison.moved, []);
        let changes = comparison.principles.iter().chain(&comparison.sections);
        for change in changes {
            prop_assert_eq!(&change.before, &change.after);
            prop_assert_eq!(&change.moved, &[]);
        }
    }

    #[test]
    fn the_way_back_moves_the_same_cells_the_other_way(
        one in answered(0.5),
        other in answered(0.5),
    ) {
        let there = compared(&one, &other);
        let back = compared(&other, &one);
        let turned: Vec<MovedCell> = there.moved.iter().map(swapped).collect();
        prop_assert_eq!(turned, back.moved);
        prop_assert_eq!(there.revised, back.revised);
        for (there, back) in there.principles.iter().zip(&back.principles) {
            prop_assert_eq!((&there.before, &there.after), (&back.after, &back.before));
        }
    }

    #[test]
    fn the_figures_are_those_of_each_assessment_alone(
        one in answered(0.5),
        other in answered(0.5),
    ) {
        let comparison = compared(&one, &other);
        let (before, after) = (coverage(instrument(), &one), coverage(instrument(), &other));
        for (place, change) in comparison.principles.iter().enumerate() {
            prop_assert_eq!(&change.before, &before.principles[place]);
            prop_assert_eq!(&change.after, &after.principles[place]);
            let tallies_differ = change.before.tally.yes != change.after.tally.yes;
            prop_assert!(!(tallies_differ && change.moved.is_empty()));
        }
    }

    #[test]
    fn what_is_carried_compares_as_the_file_that_it_came_from(
        last in answered(0.4),
        levels in (any::<bool>(), any::<bool>()),
    ) {
        let mut record: Record = (*next(&last)).clone();
        let (regional, local) = levels;
        record.profile.levels = Levels { regional, local };
        let now = Assessment::restore(record);
        let from_file = compared(&last, &now);
        let carried = now.previous.as_ref().unwrap().as_assessment(&now);
        let from_carried = compared(&carried, &now);
        prop_assert_eq!(&from_file.moved, &from_carried.moved);
        for (file, carried) in from_file.principles.iter().zip(&from_carried.principles) {
            prop_assert_eq!(file.before.shows, carried.before.shows);
            prop_assert_eq!(file.before.percent(), carried.before.percent());
        }
    }

    #[test]
    fn carrying_forward_clears_nothing_and_leaves_what_was_the_last_calls(last in anything()) {
        let now = next(&last);
        prop_assert!(now.answers.values().all(|answer| answer.cleared.is_none()));
        prop_assert_eq!(now.answers.len(), last.answers.len());
        prop_assert_eq!(&now.actions, &last.actions);
        prop_assert_eq!(&now.sample, &last.sample);
        prop_assert!(now.loans.is_empty() && now.disputes.is_empty() && now.sent.is_empty());
        prop_assert_eq!(&now.call, &Call::default());
        let written = guidepost::format::write_assessment(&now).unwrap();
        let read = guidepost::format::read_assessment(written.as_bytes(), "next").unwrap();
        prop_assert_eq!(read, now);
    }
}
