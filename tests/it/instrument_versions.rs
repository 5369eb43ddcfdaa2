//! An assessment of the first version of the instrument, opened in the version of today.

use std::collections::BTreeSet;

use guidepost::analysis::{Check, Unreleased, checks, is_changed_since};
use guidepost::app::file;
use guidepost::app::submit::{Request, prepare};
use guidepost::domain::{Assessment, Change, QuestionId, Release, WithApplication};
use guidepost::format::{read_submission, write_assessment};
use jiff::civil::Date;

use crate::support::{apply, instrument, question};

/// Made by the program when the instrument had its first version, half filled and cleared, and kept
/// as it was written. Never change it.
const VERSION_1: &str = include_str!("../fixtures/instrument-1.assessment.ron");

/// The answers in it to questions whose meaning is another now.
const TO_CONFIRM: &str = "12.rights 13.diagnosis 14.groups 16 17 17.b 18.c 19.a 20.a 20.b 20.c 21.d 21.f 23.a \
    23.d.unintended 25.c 25.d 27.c 6.d 7.law";

/// The questions that it was never asked.
const NEW: &str = "10.accountability 29.given 30.national 6.c";

fn opened() -> Assessment {
    file::decode(VERSION_1.as_bytes(), "it", instrument()).unwrap()
}

fn ids(words: &str) -> BTreeSet<QuestionId> {
    words.split_whitespace().map(question).collect()
}

fn request() -> Request {
    Request {
        release: Release {
            name: "A. Otieno".to_owned(),
            title: "Head".to_owned(),
            body: "Crime prevention council".to_owned(),
            date: Date::new(2027, 3, 1).unwrap(),
            reference: String::new(),
        },
        unreleased: Unreleased::LeaveOut,
        with_application: WithApplication::No,
    }
}

#[test]
fn an_assessment_of_the_first_version_loses_nothing() {
    let significant = |text: &str| -> String {
        let lines = text
            .lines()
            .filter(|line| !line.starts_with("//") && !line.trim_start().starts_with("program:"));
        lines
            .flat_map(|line| line.chars().filter(|c| *c != ',' && *c != ' '))
            .collect()
    };
    let written = write_assessment(&opened()).unwrap();
    assert_eq!(significant(&written), significant(VERSION_1));
}

#[test]
fn what_is_asked_otherwise_now_is_to_be_confirmed() {
    let assessment = opened();
    let findings = checks(instrument(), &assessment, Unreleased::LeaveOut);
    let found: BTreeSet<_> = findings
        .into_iter()
        .filter(|finding| finding.check == Check::ChangedSince)
        .filter_map(|finding| finding.question)
        .collect();
    assert_eq!(found, ids(TO_CONFIRM));
}

#[test]
fn a_confirmed_answer_keeps_its_words() {
    let mut assessment = opened();
    let id = question("17.b");
    let asked = instrument().question(&id).unwrap();
    let before = assessment.answers[&id].clone();
    assert!(is_changed_since(asked, &before));
    apply(&mut assessment, Change::Confirm(id.clone())).unwrap();
    let after = &assessment.answers[&id];
    assert!(!is_changed_since(asked, after));
    assert_eq!((&after.cells, &after.texts), (&before.cells, &before.texts));
}

#[test]
fn the_new_questions_are_not_answered() {
    let assessment = opened();
    for id in ids(NEW) {
        let asked = instrument().question(&id).unwrap();
        assert_eq!(asked.since, 2, "{id}");
        assert!(!assessment.answers.contains_key(&id), "{id}");
    }
}

#[test]
fn an_assessment_of_the_first_version_can_still_be_sealed() {
    let assessment = opened();
    let sealed = prepare(instrument(), &assessment, request(), None).unwrap();
    let reply = read_submission(&sealed.bytes, "it").unwrap();
    let sent: BTreeSet<_> = reply.submission.answers.keys().cloned().collect();
    let cleared: BTreeSet<_> = assessment
        .answers
        .iter()
        .filter(|(_, answer)| answer.cleared.is_some())
        .map(|(id, _)| id.clone())
        .collect();
    assert_eq!(sent, cleared);
    assert!(!sent.is_empty());
}
