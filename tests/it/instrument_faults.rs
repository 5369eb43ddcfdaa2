//! What is wrong with the files of an instrument is told with place and hint, all of it at once.
//! The cases are edits of the built-in files.

use guidepost::domain::Message;
use guidepost::format::{Diagnostic, Place, read_instrument};

use crate::support::explained;

const STRUCTURE: &str = include_str!("../../guidelines/un-2002-13/instrument.ron");
const TEXT: &str = include_str!("../../guidelines/un-2002-13/text.en.ron");

/// A replacement that must fit exactly one place of the file.
type Replacement<'a> = (&'a str, &'a str);

fn edited(file: &str, replacements: &[Replacement<'_>]) -> String {
    replacements
        .iter()
        .fold(file.to_owned(), |file, (from, to)| {
            assert_eq!(file.matches(from).count(), 1, "{from}");
            file.replacen(from, to, 1)
        })
}

fn faults(structure: &[Replacement<'_>], text: &[Replacement<'_>]) -> Vec<Diagnostic> {
    read_instrument(&edited(STRUCTURE, structure), &edited(TEXT, text))
        .expect_err("the edit makes the instrument faulty")
}

fn told(structure: &[Replacement<'_>], text: &[Replacement<'_>]) -> Vec<String> {
    faults(structure, text)
        .iter()
        .map(|fault| explained(fault))
        .collect()
}

fn check_structure(from: &str, to: &str, expected: &[&str]) {
    assert_eq!(told(&[(from, to)], &[]), expected);
}

fn check_text(from: &str, to: &str, expected: &[&str]) {
    assert_eq!(told(&[], &[(from, to)]), expected);
}

#[test]
fn the_built_in_files_have_no_fault() {
    read_instrument(STRUCTURE, TEXT).expect("both files are sound");
}

#[test]
fn a_fault_of_syntax_is_told_with_line_and_column() {
    let line_of = |file: &str, needle: &str| {
        let line = file.lines().position(|line| line.contains(needle));
        1 + line.expect("the line exists")
    };
    let found = faults(
        &[(
            "(id: \"approach\", paragraphs",
            "(id \"approach\", paragraphs",
        )],
        &[],
    );
    let line = line_of(STRUCTURE, "(id: \"approach\", paragraphs");
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].file, "instrument.ron");
    assert_eq!(found[0].place, Place::Line { line, column: 13 });

    let found = faults(&[], &[("(number: 14, title:", "(number: 14 title:")]);
    let line = line_of(TEXT, "(number: 14, title:");
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].file, "text.ron");
    assert_eq!(found[0].place, Place::Line { line, column: 21 });
}

#[test]
fn both_files_tell_their_first_fault_of_syntax() {
    let found = faults(
        &[("version: 2,", "version: one,")],
        &[("language: \"en\",", "language: en,")],
    );
    let files: Vec<_> = found.iter().map(|fault| fault.file.as_str()).collect();
    assert_eq!(files, ["instrument.ron", "text.ron"]);
}

#[test]
fn an_unknown_field_is_a_fault() {
    let found = faults(&[("version: 2,", "version: 2, author: \"Somebody\",")], &[]);
    assert_eq!(found.len(), 1);
    assert!(
        explained(&found[0]).contains("no field author here"),
        "{:?}",
        found[0]
    );
    assert!(matches!(found[0].place, Place::Line { .. }));
}

#[test]
fn an_unknown_word_is_a_fault() {
    let found = faults(
        &[(
            "(id: \"15\", treatment: Explained)",
            "(id: \"15\", treatment: Skipped)",
        )],
        &[],
    );
    assert!(
        explained(&found[0]).contains("The word Skipped is not known"),
        "{:?}",
        found[0]
    );
}

#[test]
fn a_newer_format_is_refused_before_its_fields_are_looked_at() {
    let newer = "format: 2, seal: Some((kind: New(\"x\"), maps: {\"a\": [1, 'b', ()]})),";
    let refusal = "This file has format 2, and this version of Guidepost knows formats up to 1. \
                   Open it with a newer version of Guidepost; it has been left as it is.";
    check_structure(
        "format: 1,",
        newer,
        &[&format!("instrument.ron: {refusal}")],
    );
    check_text("format: 1,", newer, &[&format!("text.ron: {refusal}")]);
    check_structure(
        "format: 1,",
        "format: 0,",
        &["instrument.ron: Its format is 0, and formats are counted from 1. Write format: 1."],
    );
}

#[test]
fn a_file_that_is_no_document_is_refused() {
    for text in ["", "[]", "hello", "Instrument(", "42"] {
        let found = read_instrument(text, TEXT).expect_err("it is no document");
        assert_eq!(found.len(), 1, "{text}");
        assert!(
            matches!(found[0].place, Place::Line { .. }),
            "{text}: {:?}",
            found[0]
        );
    }
}

#[test]
fn ids_stand_once() {
    check_structure(
        "(number: 13),",
        "(number: 13), (number: 13),",
        &["instrument.ron, principle 13: stands more than once; each id stands once"],
    );
    check_structure(
        "(id: \"15\", treatment: Explained),",
        "(id: \"15\", treatment: Explained), (id: \"15\", treatment: Explained),",
        &["instrument.ron, paragraph 15: stands more than once; each id stands once"],
    );
    check_structure(
        "id: \"22.b\", revision: 1, section: \"planning\",\n            kind: Standing, \
         origin: Asked2006,\n            paragraphs: [\"22(b)\"]",
        "id: \"22.a\", revision: 1, section: \"planning\",\n            kind: Standing, \
         origin: Asked2006,\n            paragraphs: [\"22(a)\"]",
        &[
            "text.ron, question 22.b: has a text, but does not exist in the structure. Correct the \
             id, or take the text out.",
            "instrument.ron, question 22.a: stands more than once; each id stands once",
            "instrument.ron, paragraph 22(b): is asked by question 22.b, which does not exist",
        ],
    );
}

#[test]
fn invalid_ids_and_paragraphs_are_told_by_element() {
    check_structure(
        "assistance_kinds: [\"expertise\",",
        "assistance_kinds: [\"Expert help\",",
        &[
            "text.ron, kind of assistance Expert help: has no text. Write one, or take the element \
             out of the structure.",
            "instrument.ron, kind of assistance Expert help: \"Expert help\" is not the id of a \
             kind. Use lower-case letters, digits, dots and hyphens, such as 17.a.",
            "text.ron, kind of assistance expertise: has a text, but does not exist in the \
             structure. Correct the id, or take the text out.",
        ],
    );
    check_structure(
        "paragraphs: [\"17(a)\"]",
        "paragraphs: [\"17a\"]",
        &[
            "instrument.ron, question 17.a: \"17a\" is not a paragraph: write 17 or 17(a), with a \
             number from 1 to 33",
        ],
    );
}

#[test]
fn references_must_lead_somewhere() {
    check_structure(
        "id: \"closing.needs\", revision: 1, section: \"closing\"",
        "id: \"closing.needs\", revision: 1, section: \"ending\"",
        &["instrument.ron, question closing.needs: stands in section ending, which does not exist"],
    );
    check_structure(
        "paragraphs: [\"28\"], levels",
        "paragraphs: [\"28(a)\"], levels",
        &[
            "instrument.ron, question 28: asks about paragraph 28(a), which does not exist",
            "instrument.ron, paragraph 28: is asked by question 28, which does not name this \
             paragraph",
        ],
    );
    check_structure(
        "paragraphs: [\"28\"], levels: [National],\n            principles: [12],",
        "paragraphs: [\"28\"], levels: [National],\n            principles: [12, 15],",
        &[
            "text.ron, question 28, reason for principle 15: has no text. Write one, or take the \
             element out of the structure.",
            "instrument.ron, question 28: serves principle 15, which does not exist",
        ],
    );
    check_structure(
        "paragraphs: [\"31\"], levels: [National],\n            principles: [13], area: \"organized-crime\",",
        "paragraphs: [\"31\"], levels: [National],\n            principles: [13], area: \"crime\",",
        &["instrument.ron, question 31: belongs to area crime, which does not exist"],
    );
}

#[test]
fn a_question_and_its_paragraph_must_agree() {
    check_structure(
        "(id: \"28\", treatment: AskedBy([\"28\"])),",
        "(id: \"28\", treatment: Explained),",
        &[
            "instrument.ron, question 28: asks about paragraph 28, which does not name it under \
             asked by",
        ],
    );
    check_structure(
        "treatment: AskedBy([\"16\"])",
        "treatment: AskedBy([\"16\", \"16.b\"])",
        &["instrument.ron, paragraph 16: is asked by question 16.b, which does not exist"],
    );
}

#[test]
fn a_question_serves_a_principle_once_and_only_if_it_counts() {
    check_structure(
        "paragraphs: [\"28\"], levels: [National],\n            principles: [12],",
        "paragraphs: [\"28\"], levels: [National],\n            principles: [12, 12],",
        &["instrument.ron, question 28: names a principle twice; each cell counts once in each"],
    );
    check_structure(
        "id: \"28\", revision: 1, section: \"cooperation\",\n            kind: Standing,",
        "id: \"28\", revision: 1, section: \"cooperation\",\n            kind: Fact,",
        &["instrument.ron, question 28: serves a principle, but does not count in coverage"],
    );
}

#[test]
fn only_a_text_or_a_question_of_our_own_stands_without_a_paragraph() {
    let fault = "names no paragraph; only a text, or a question of our own, may";
    check_structure(
        "id: \"closing.needs\", revision: 1, section: \"closing\",\n            kind: Text,",
        "id: \"closing.needs\", revision: 1, section: \"closing\",\n            kind: Fact,",
        &[&format!("instrument.ron, question closing.needs: {fault}")],
    );
    let ours = read_instrument(
        &edited(
            STRUCTURE,
            &[(
                "id: \"closing.needs\", revision: 1, section: \"closing\",\n            kind: Text, \
                 origin: Asked2006,",
                "id: \"closing.needs\", revision: 1, section: \"closing\",\n            kind: Fact, \
                 origin: Ours,",
            )],
        ),
        TEXT,
    );
    assert!(ours.is_ok());
}

#[test]
fn every_element_has_one_text_and_every_text_an_element() {
    check_text(
        "(id: \"faith\", title: \"Faith community\"),",
        "",
        &[
            "text.ron, question 9.partners, kind faith: has no text. Write one, or take the element \
             out of the structure.",
        ],
    );
    check_text(
        "(number: 14, title: \"Differentiation\"),",
        "(number: 14, title: \"Differentiation\"), (number: 14, title: \"Differences\"),",
        &["text.ron, principle 14: has its text more than once. Keep one of them."],
    );
    check_text(
        "(id: \"narrower\", title:",
        "(id: \"narrow\", title:",
        &[
            "text.ron, question 3.scope, option narrower: has no text. Write one, or take the \
             element out of the structure.",
            "text.ron, question 3.scope, option narrow: has a text, but does not exist in the \
             structure. Correct the id, or take the text out.",
        ],
    );
    check_text(
        "title: \"Differentiation\"),\n    ],",
        "title: \" \"),\n    ],",
        &["text.ron, principle 14: has an empty title. Write some words there."],
    );
    check_text(
        "id: \"28\", title: \"International instruments taken into account\"",
        "id: \"28.a\", title: \"International instruments taken into account\"",
        &[
            "text.ron, question 28: has no text. Write one, or take the element out of the \
             structure.",
            "text.ron, question 28.a: has a text, but does not exist in the structure. Correct the \
             id, or take the text out.",
        ],
    );
    check_text(
        "instrument: \"un-2002-13\",",
        "instrument: \"un-1990-14\",",
        &[
            "text.ron, the text: belongs to instrument un-1990-14, not to un-2002-13. Open the two \
             files of one instrument.",
        ],
    );
}

#[test]
fn several_faults_in_both_files_are_told_together() {
    let found = told(
        &[
            ("(id: \"32\", treatment: Explained),", ""),
            (
                "id: \"30.cities\", revision: 1,",
                "id: \"30.cities\", revision: 0,",
            ),
        ],
        &[(
            "(id: \"several\", title: \"Several ministries jointly\"),",
            "",
        )],
    );
    assert_eq!(
        found,
        [
            "text.ron, paragraph 32: has a text, but does not exist in the structure. Correct the \
             id, or take the text out.",
            "text.ron, question 7.lead, option several: has no text. Write one, or take the element \
             out of the structure.",
            "instrument.ron, question 30.cities: has revision 0; revisions start at 1",
            "instrument.ron, paragraph 32: is missing",
        ]
    );
}

#[test]
fn a_diagnostic_without_a_file_or_a_place_reads_well() {
    let diagnostic = |file: &str, place: Place, hint: &str| {
        explained(&Diagnostic {
            file: file.to_owned(),
            place,
            fault: Message::verbatim(&"It is empty"),
            way_out: (!hint.is_empty()).then(|| Box::new(Message::verbatim(&hint))),
        })
    };
    let line = Place::Line { line: 3, column: 7 };
    assert_eq!(
        diagnostic("a.ron", line.clone(), "Fill it."),
        "a.ron, line 3, column 7: It is empty. Fill it."
    );
    assert_eq!(diagnostic("", line, ""), "line 3, column 7: It is empty");
    assert_eq!(diagnostic("a.ron", Place::Whole, ""), "a.ron: It is empty");
    assert_eq!(
        diagnostic("", Place::Whole, "Fill it."),
        "It is empty. Fill it."
    );
}
