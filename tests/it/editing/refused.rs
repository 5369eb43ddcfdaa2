//! What an edit may not say.

use guidepost::domain::{Application, Change, FieldValue, Level, Standing, TextField, Units};

use super::{N, evidence, has, item, option, says, sheet, text};
use crate::support::{after, apply, explained, question, set};

/// The edit is refused in these words, and the assessment is as it was.
#[track_caller]
fn check_refused(change: Change, expected: &str) {
    let mut assessment = after([
        has(&[Level::Local]),
        set("17.a", says(N, Standing::Yes)),
        Change::Clear(question("17.a")),
    ]);
    let before = assessment.clone();
    let refused = apply(&mut assessment, change).unwrap_err();
    assert_eq!(explained(&refused), expected);
    assert_eq!(assessment, before);
}

#[test]
fn what_cannot_be_is_refused() {
    let unknown = "there is no question 99 in this instrument";
    check_refused(set("99", says(N, Standing::Yes)), unknown);
    check_refused(Change::Clear(question("99")), unknown);
    check_refused(Change::Reopen(question("99")), unknown);

    check_refused(
        set("17", says(Level::Local, Standing::Yes)),
        "question 17 is not asked at local level",
    );
    check_refused(
        set("30.cities", says(N, Standing::Yes)),
        "question 30.cities is not asked at national level",
    );
    for value in [
        says(Level::Regional, Standing::Yes),
        FieldValue::Application(Level::Regional, Some(Application::Partly)),
        FieldValue::Units(Level::Regional, None),
        FieldValue::Note(Level::Regional, String::new()),
    ] {
        check_refused(
            set("17.a", value),
            "the profile says that the State has no regional level; change the profile first",
        );
    }
    check_refused(
        Change::Clear(question("17.b")),
        "question 17.b has no answer yet that could be cleared for sending",
    );
}

#[test]
fn a_value_of_another_kind_is_refused() {
    let cases = [
        (
            "7.lead",
            says(N, Standing::Yes),
            "choice: it takes no standing",
        ),
        (
            "29",
            FieldValue::Note(N, String::new()),
            "assistance: it takes no standing",
        ),
        (
            "closing.success",
            FieldValue::Units(N, None),
            "text: it takes no standing",
        ),
        ("17.a", option("interior"), "standing: it takes no option"),
        (
            "17.a",
            FieldValue::Choice(None),
            "standing: it takes no option",
        ),
        (
            "7.law",
            text(TextField::Text, "x"),
            "fact: it takes no text of its own",
        ),
        (
            "17.a",
            text(TextField::Choice, "x"),
            "standing: it takes no words beside an option",
        ),
        (
            "7.lead",
            item("A network", None),
            "choice: it takes no list item",
        ),
        (
            "7.lead",
            sheet(None, &[]),
            "choice: it takes no need or offer",
        ),
    ];
    for (id, value, expected) in cases {
        let expected = format!("question {id} is of kind {expected}");
        check_refused(set(id, value), &expected);
    }
}

#[test]
fn a_word_that_the_instrument_lacks_is_refused_with_those_that_it_has() {
    check_refused(
        set("3.scope", option("interior")),
        "question 3.scope knows no option interior; use one of: as-guidelines, wider, narrower, other",
    );
    check_refused(
        set("33.guides", item("A guide", Some("law"))),
        "question 33.guides knows no kind law; use one of: guide, toolkit, manual, compendium, website, other",
    );
    check_refused(
        set("17.a", evidence("A law", Some("statute"))),
        "question 17.a knows no kind statute; use one of: law, amendment, decree, plan, budget, survey, report, guide, other",
    );
    check_refused(
        set("29", sheet(Some("social"), &["training", "money"])),
        "question 29 knows no kind money; use one of: expertise, training, finance, research, other",
    );
    check_refused(
        set("29", sheet(Some("20"), &[])),
        "question 29 knows no area 20; use one of: 17, 18, 19, social, local, situational, recidivism, sustainability, knowledge, planning, evaluation, organized-crime, other",
    );
}

#[test]
fn an_item_and_a_piece_of_evidence_need_a_name() {
    for name in ["", " ", "\t\u{a0}\n"] {
        check_refused(
            set("30.networks", item(name, None)),
            "question 30.networks: an item needs a name",
        );
        check_refused(
            set("17.a", evidence(name, None)),
            "question 17.a: a piece of evidence needs a name",
        );
    }
}

#[test]
fn units_are_some_of_at_least_one() {
    for (having, all) in [(1, 0), (0, 0), (22, 21), (u32::MAX, 1)] {
        assert!(Units::new(having, all).is_err(), "{having} of {all}");
    }
    for (having, all) in [(0, 1), (21, 21), (u32::MAX, u32::MAX)] {
        let units = Units::new(having, all).unwrap();
        assert_eq!((units.having(), units.all()), (having, all));
    }
}
