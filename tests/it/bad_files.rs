//! Files that are damaged, foreign, too new or too large: what is wrong is said in one sentence for
//! each fault, with file and place; the file stays as it was, and nothing panics.

use std::fs::{self, File};
use std::panic;
use std::time::{Duration, Instant};

use guidepost::app::file;
use guidepost::domain::{FieldValue, Level, Standing};
use guidepost::format::write_assessment;
use proptest::prelude::*;

use crate::support::{after, cases, instrument, run, set, word};

const FORMAT_1: &str = include_str!("../fixtures/format-1.assessment.ron");

/// What is said after each fault of syntax.
const SYNTAX: &str = ". Correct this first; what follows it has not been looked at.";

/// A small file of one answer.
fn small() -> String {
    let value = FieldValue::Standing(Level::National, Some(Standing::Yes));
    write_assessment(&after([set("17.a", value)])).unwrap()
}

/// What is said of these bytes as a file on disk, line by line; the file stays as it was.
#[track_caller]
fn told(bytes: &[u8]) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("CAN.assessment.ron");
    fs::write(&path, bytes).unwrap();
    let told = file::load(&path, instrument()).unwrap_err().sentences();
    assert_eq!(fs::read(&path).unwrap(), bytes);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    let name = format!("{}", path.display());
    let without_path = |sentence: &String| {
        assert!(
            sentence.contains(&name),
            "{sentence:?} does not name the file"
        );
        assert!(
            !sentence.contains('\n'),
            "{sentence:?} is more than one line"
        );
        assert!(sentence.len() < 500, "{sentence:?} is long");
        sentence.replace(&name, "FILE")
    };
    told.iter().map(without_path).collect()
}

#[track_caller]
fn check(bytes: impl AsRef<[u8]>, expected: &[&str]) {
    let told = told(bytes.as_ref());
    assert_eq!(told.len(), expected.len(), "{told:#?}");
    for (told, expected) in told.iter().zip(expected) {
        let way_out = told
            .strip_prefix(expected)
            .unwrap_or_else(|| panic!("{told:?}"));
        assert!(way_out.is_empty() || way_out == SYNTAX, "{told:?}");
    }
}

/// The kept file with one place of it changed.
#[track_caller]
fn edited(changes: &[(&str, &str)]) -> String {
    let mut text = FORMAT_1.to_owned();
    for (from, to) in changes {
        assert!(text.contains(from), "{from:?} is not in the file");
        text = text.replacen(from, to, 1);
    }
    text
}

#[track_caller]
fn check_edited(changes: &[(&str, &str)], expected: &[&str]) {
    check(edited(changes), expected);
}

#[test]
fn what_is_no_document_is_told_so() {
    check(
        "",
        &["FILE: the file is empty. Open a backup, or ask for the file again."],
    );
    check(
        " \n\n",
        &["FILE: this is not an assessment of Guidepost. Choose a file that Guidepost wrote."],
    );
    check(
        "Hello",
        &["FILE: this is not an assessment of Guidepost. Choose a file that Guidepost wrote."],
    );
    check(
        [0x50, 0x4b, 3, 4, 0, 0, 0xff],
        &[
            "FILE: the text is not UTF-8 from byte 7 on. It was damaged, or is no file of Guidepost: open a backup, or ask for it again.",
        ],
    );
    check(
        b"\x89PNG\r\n\x1a\n\0\0",
        &[
            "FILE: the text is not UTF-8 from byte 1 on. It was damaged, or is no file of Guidepost: open a backup, or ask for it again.",
        ],
    );
    check(
        "Assessment(\0)",
        &["FILE: this is not a text file, so not a file of Guidepost. Choose another file."],
    );
    check(
        [b"Assessment(".as_slice(), &[0xff, 0xfe]].concat(),
        &[
            "FILE: the text is not UTF-8 from byte 12 on. It was damaged, or is no file of Guidepost: open a backup, or ask for it again.",
        ],
    );
    check(
        FORMAT_1
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect::<Vec<_>>(),
        &[
            "FILE: the text is not UTF-8 from byte 1257 on. It was damaged, or is no file of Guidepost: open a backup, or ask for it again.",
        ],
    );
}

#[test]
fn another_kind_of_document_is_told_by_its_name() {
    check(
        "Part(format: 1)",
        &["FILE: this is a part of an assessment, not an assessment. Choose another file."],
    );
    check(
        "// guidepost-submission 1 sha256:00\nSubmission(format: 1)",
        &["FILE: this is a submission, not an assessment. Choose another file."],
    );
    check(
        "Round(format: 1)",
        &["FILE: this is a round of replies, not an assessment. Choose another file."],
    );
    check(
        "Instrument(format: 1)",
        &["FILE: this is not an assessment of Guidepost. Choose a file that Guidepost wrote."],
    );
    check(
        "(format: 1)",
        &["FILE: this is not an assessment of Guidepost. Choose a file that Guidepost wrote."],
    );
    check(
        "#![enable(implicit_some)]\nConfig(window: (width: 800))",
        &["FILE: this is not an assessment of Guidepost. Choose a file that Guidepost wrote."],
    );
    check(
        "{\"format\": 1}",
        &["FILE: this is not an assessment of Guidepost. Choose a file that Guidepost wrote."],
    );
    check(
        "<?xml version=\"1.0\"?>",
        &["FILE: this is not an assessment of Guidepost. Choose a file that Guidepost wrote."],
    );
}

#[test]
fn the_format_is_looked_at_first() {
    check_edited(
        &[("format: 1", "format: 2"), ("uuid", "universal")],
        &[
            "FILE: This file has format 2, and this version of Guidepost knows formats up to 1. Open it with a newer version of Guidepost; it has been left as it is.",
        ],
    );
    check_edited(
        &[("format: 1", "format: 999999")],
        &[
            "FILE: This file has format 999999, and this version of Guidepost knows formats up to 1. Open it with a newer version of Guidepost; it has been left as it is.",
        ],
    );
    check_edited(
        &[("format: 1", "format: 4294967296")],
        &[
            "FILE: This file has format 4294967296, and this version of Guidepost knows formats up to 1. Open it with a newer version of Guidepost; it has been left as it is.",
        ],
    );
    check_edited(
        &[("format: 1", "format: 99999999999999999999999")],
        &["FILE, line 3, column 11: Integer is out of bounds"],
    );
    check_edited(
        &[("format: 1", "format: 0")],
        &["FILE: Its format is 0, and formats are counted from 1. Write format: 1."],
    );
    check_edited(
        &[("format: 1", "format: -1")],
        &["FILE, line 3, column 12: Integer is out of bounds"],
    );
    check_edited(
        &[("format: 1", "format: \"1\"")],
        &["FILE, line 3, column 10: Expected integer"],
    );
    check_edited(
        &[("format: 1", "format: 1.5")],
        &["FILE, line 3, column 12: Expected comma"],
    );
    check_edited(
        &[("  format: 1,\n", "")],
        &["FILE, line 213, column 1: Unexpected missing field named `format`"],
    );
    check_edited(
        &[("  format: 1,\n", "  format: 1,\n  format: 1,\n")],
        &["FILE, line 4, column 3: Unexpected duplicate field named `format`"],
    );
}

#[test]
fn a_fault_of_syntax_is_told_with_its_line() {
    check_edited(
        &[("KEN\"", "KEN")],
        &["FILE, line 21, column 19: Expected comma"],
    );
    check_edited(
        &[("state: \"KEN\",", "state: \"KEN\"")],
        &["FILE, line 21, column 5: Expected comma"],
    );
    check_edited(
        &[("state:", "country:")],
        &[
            "FILE, line 20, column 5: Unexpected field named `country` in `Profile`, expected one of `state`, `institution`, `focal_point`, `deputy`, `contributors`, `period`, `reply_language`, or `levels` instead",
        ],
    );
    check_edited(
        &[("  answers: [", "  opinion: \"\",\n  answers: [")],
        &[
            "FILE, line 48, column 3: Unexpected field named `opinion` in `Assessment`, expected one of `format`, `program`, `uuid`, `sample`, `instrument`, `call`, `profile`, `answers`, `actions`, `loans`, `disputes`, `previous`, `sent`, `trail_folded`, or `trail` instead",
        ],
    );
    check_edited(
        &[("year: 2019", "year: 40000")],
        &["FILE, line 68, column 118: Integer is out of bounds"],
    );
    check_edited(
        &[("units: (4, 21)", "units: (4, -21)")],
        &["FILE, line 55, column 87: Integer is out of bounds"],
    );
    check_edited(
        &[("units: (4, 21)", "units: (4)")],
        &["FILE, line 55, column 84: Expected a tuple of size 2 but found one element instead"],
    );
    check_edited(
        &[("flag: true", "flag: \"true\"")],
        &["FILE, line 71, column 12: Expected boolean"],
    );
    check(
        format!("{FORMAT_1})"),
        &["FILE, line 214, column 2: Non-whitespace trailing characters"],
    );
}

#[test]
fn what_stands_twice_is_told_by_its_id() {
    let answer = "Answer(id: \"17.a\", revision: 1),\n    ";
    check_edited(
        &[("Answer(", &format!("{answer}Answer("))],
        &["FILE, answer 17.a: stands more than once; keep one of the two"],
    );
    check_edited(
        &[(
            "0000000a0001\", name: \"Another\"",
            "0000000a0002\", name: \"Another\"",
        )],
        &["FILE, answer 30.networks: has two entries with the same id; keep one"],
    );
    check_edited(
        &[("0000e002\"", "0000e001\"")],
        &["FILE, answer 17.a: has two entries with the same id; keep one"],
    );
    check_edited(
        &[("Cell(level: \"regional\"", "Cell(level: \"local\"")],
        &["FILE, answer 17.a: has two cells at local level; keep one"],
    );
    check_edited(
        &[("field: \"missing\"", "field: \"exists\"")],
        &["FILE, answer 17.a: has two texts exists; keep one"],
    );
    check_edited(
        &[("area: \"17\"", "area: \"all\"")],
        &["FILE, answer 29: has two rows for area all; keep one"],
    );
    check_edited(
        &[(
            "FieldStamp(field: \"text.exists\"",
            "FieldStamp(field: \"standing.national\"",
        )],
        &["FILE, answer 17.a: has two stamps of standing.national; keep one"],
    );
    let standing = "Standing(level: \"national\", standing: \"no\")";
    check_edited(
        &[(standing, &format!("{standing}, {standing}"))],
        &["FILE, previous answer 17.a: has two standings at national level; keep one"],
    );
    check_edited(
        &[("Lent(id: \"26.b\")", "Lent(id: \"26.a\")")],
        &["FILE, lent question 26.a: stands more than once; keep one of the two"],
    );
    let loan =
        "Loan(part: \"00000000-0000-0000-0000-00000010a001\", to: \"A\", questions: []),\n    ";
    check_edited(
        &[("Loan(", &format!("{loan}Loan("))],
        &[
            "FILE, loan 00000000-0000-0000-0000-00000010a001: stands more than once; keep one of the two",
        ],
    );
    let dispute = "Dispute(id: \"18.a\", field: \"standing.national\", values: []),\n    ";
    check_edited(
        &[("Dispute(", &format!("{dispute}Dispute("))],
        &["FILE, dispute 18.a, standing.national: stands more than once; keep one of the two"],
    );
    let action = "Action(id: \"00000000-0000-0000-0000-0000000ac001\", what: \"\"),\n    ";
    check_edited(
        &[("Action(", &format!("{action}Action("))],
        &[
            "FILE, action 00000000-0000-0000-0000-0000000ac001: stands more than once; keep one of the two",
        ],
    );
    let sent = "Sent(revision: 1, digest: \"\", when: \"2026-11-20T10:00:00Z\", released_by: Stamp(when: \"2026-11-20T10:00:00Z\")),\n    ";
    check_edited(
        &[("Sent(", &format!("{sent}Sent("))],
        &["FILE, sent revision 1: stands more than once; keep one of the two"],
    );
}

#[test]
fn all_wrong_words_are_told_at_once_each_with_its_place() {
    check_edited(
        &[
            ("5f0c7a52-3c1e", "5f0c7a52"),
            ("id: \"un-2002-13\"", "id: \"UN 2002/13\""),
            ("due: \"2026-12-31\"", "due: \"31.12.2026\""),
            ("state: \"KEN\"", "state: \"Kenya\""),
            ("\"local\",\n    ],\n  ),", "\"city\",\n    ],\n  ),"),
            ("level: \"regional\"", "level: \"district\""),
            ("standing: \"in_part\"", "standing: \"partly\""),
            ("application: \"not_yet\"", "application: \"soon\""),
            ("units: (4, 21)", "units: (22, 21)"),
            ("field: \"missing\"", "field: \"lacking\""),
            ("kind: \"law\"", "kind: \"Law!\""),
            ("0000e002\"", "0000e0zz\""),
            ("\"2026-11-20T09:30:00Z\"", "\"2026-11-20 09:30\""),
            ("field: \"standing.national\"", "field: \"standing.world\""),
            ("extent: \"in_part\"", "extent: \"some\""),
            (
                "choice: \"interior\"",
                "choice: \"Ministry of the Interior\"",
            ),
            ("by: \"2027-06-30\"", "by: \"2027-06-31\""),
            ("field: \"standing.local\"", "field: \"mood.local\""),
            (
                "field: \"standing.national\", token: \"yes\"",
                "field: \"standing.local\", token: \"yes\"",
            ),
            ("date: \"2006-10-01\"", "date: \"October 2006\""),
            ("when: \"2026-11-20T10:00:00Z\"", "when: \"\""),
            (
                "id: \"17.a\",\n      field: \"standing.national\"",
                "id: \"17 a\",\n      field: \"standing.national\"",
            ),
        ],
        &[
            "FILE, head: \"5f0c7a52-4b7e-9d53-0a8f4f1f2b6c\" is not a UUID",
            "FILE, head: \"UN 2002/13\" is not the id of an instrument",
            "FILE, call: \"31.12.2026\" is not a date such as 2026-11-21",
            "FILE, profile: \"city\" is not a level; use one of: national, regional, local",
            "FILE, profile: \"Kenya\" is not the three-letter code of a State, such as CAN",
            "FILE, answer 17.a: \"district\" is not a level; use one of: national, regional, local",
            "FILE, answer 17.a: \"partly\" is not a standing; use one of: yes, in_part, no, not_applicable, not_known",
            "FILE, answer 17.a: \"soon\" is not a degree of application; use one of: not_yet, partly, applied",
            "FILE, answer 17.a: 22 of 21 is not possible: write 4/21 for 4 of 21 units",
            "FILE, answer 17.a: \"lacking\" is not a text of an answer; use one of: exists, missing, difficulty, useful, reason, expected, text, choice, remark, responsible",
            "FILE, answer 17.a: \"Law!\" is not the id of a kind",
            "FILE, answer 17.a: \"00000000-0000-0000-0000-00000000e0zz\" is not a UUID",
            "FILE, answer 17.a: \"world\" is not a level; use one of: national, regional, local",
            "FILE, answer 17.a: \"2026-11-20 09:30\" is not a moment such as 2026-11-21T09:30:00Z",
            "FILE, answer 29: \"some\" is not a need or an offer; use one of: yes, in_part, no",
            "FILE, answer 7.lead: \"Ministry of the Interior\" is not the id of an option",
            "FILE, action 00000000-0000-0000-0000-0000000ac001: \"2027-06-31\" is not a date such as 2026-11-21",
            "FILE, lent question 26.a: \"mood.local\" is not a field of an answer",
            "FILE, dispute 18.a, standing.national: holds a value of another field",
            "FILE, previous reply: \"October 2006\" is not a date such as 2026-11-21",
            "FILE, sent revision 1: \"\" is not a moment such as 2026-11-21T09:30:00Z",
            "FILE, trail: \"17 a\" is not the id of a question",
        ],
    );
}

#[test]
fn another_instrument_is_refused_and_a_newer_one_of_the_same_kind_is_read() {
    check_edited(
        &[("id: \"un-2002-13\"", "id: \"our-own\"")],
        &[
            "FILE: it answers the instrument our-own, not un-2002-13. Open it with the Guidepost that asks those questions.",
        ],
    );
    let newer = edited(&[("version: 1", "version: 7")]);
    let assessment = file::decode(newer.as_bytes(), "it", instrument()).unwrap();
    assert_eq!(assessment.unknown_answers(instrument()).count(), 1);
    let written = write_assessment(&assessment).unwrap();
    assert!(written.contains("version: 7") && written.contains("99.asked-later"));
}

#[test]
fn words_of_a_newer_instrument_are_kept() {
    let newer = edited(&[
        ("kind: \"law\"", "kind: \"treaty\""),
        ("choice: \"interior\"", "choice: \"presidency\""),
        ("area: \"other\"", "area: \"cybercrime\""),
    ]);
    let assessment = file::decode(newer.as_bytes(), "it", instrument()).unwrap();
    let written = write_assessment(&assessment).unwrap();
    for word in ["treaty", "presidency", "cybercrime"] {
        assert!(written.contains(word), "{word}");
    }
}

#[test]
fn every_truncated_file_is_refused() {
    let text = small();
    let bytes = text.trim_end().as_bytes();
    for length in 0..bytes.len() {
        let refused = file::decode(&bytes[..length], "it", instrument()).unwrap_err();
        let sentences = refused.sentences();
        assert_eq!(sentences.len(), 1, "{length} bytes: {sentences:?}");
        assert!(
            sentences[0].starts_with("it"),
            "{length} bytes: {sentences:?}"
        );
    }
}

#[test]
fn what_is_nested_too_deeply_is_refused() {
    for opening in ["(", "[", "{", "Some(", "(x: ", "[[(", "/* ", "r#", "- "] {
        let deep = opening.repeat(10_000);
        for text in [
            format!("Assessment{deep}"),
            format!("Assessment(format: 1, more: {deep}"),
            format!("Assessment(format: 1, program: \"\", uuid: {deep}"),
            format!("{deep}Assessment(format: 1)"),
        ] {
            let told = told(text.as_bytes());
            assert_eq!(told.len(), 1, "{opening:?}: {told:?}");
        }
    }
    let closed = format!("{}{}", "(".repeat(10_000), ")".repeat(10_000));
    assert_eq!(
        told(format!("Assessment(format: 1, more: {closed})").as_bytes()).len(),
        1
    );
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn no_damage_makes_the_reader_panic(
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
    ) {
        let mut bytes = FORMAT_1.as_bytes().to_vec();
        for (index, byte) in damage {
            let position = index.index(bytes.len());
            bytes[position] = byte;
        }
        let read = panic::catch_unwind(|| file::decode(&bytes, "it", instrument()).is_ok());
        prop_assert!(read.is_ok());
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in "(Assessment\\()?[\\[\\](){}\",:#r/*a-z0-9 \\n-]{0,60}") {
        prop_assert!(file::decode(text.as_bytes(), "it", instrument()).is_err());
    }
}

#[test]
fn a_file_of_200_megabytes_is_refused_unread() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("CAN.assessment.ron");
    File::create(&path).unwrap().set_len(200 << 20).unwrap();
    let start = Instant::now();
    let refused = file::load(&path, instrument()).unwrap_err();
    assert!(start.elapsed() < Duration::from_millis(500));
    let expected = format!(
        "too large, with 209715200 bytes where at most 33554432 are allowed, and so left alone: {}",
        path.display()
    );
    assert_eq!(refused.sentences(), [expected]);
    assert_eq!(fs::metadata(&path).unwrap().len(), 200 << 20);
}

#[test]
fn what_is_no_file_is_told_so() {
    let folder = tempfile::tempdir().unwrap();
    let missing = folder.path().join("missing.assessment.ron");
    for (path, expected) in [
        (folder.path(), "this is a folder"),
        (missing.as_path(), "there is no such file"),
    ] {
        let told = file::load(path, instrument()).unwrap_err().sentences();
        assert!(told[0].starts_with(expected), "{told:?}");
        assert!(told[0].ends_with(word(path)), "{told:?}");
    }
}

#[test]
fn every_command_refuses_a_bad_file_and_leaves_it_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("CAN.assessment.ron");
    let bad = edited(&[("format: 1", "format: 2")]);
    fs::write(&path, &bad).unwrap();
    let file = word(&path);
    for words in [
        &["show", file][..],
        &["show", file, "--json"],
        &["coverage", file, "--json"],
        &["gaps", file, "--json"],
        &["profile", file],
        &["profile", file, "--institution", "Council"],
        &["answer", file, "17.a", "national=yes"],
        &["evidence", file, "17.a", "--title", "A law"],
    ] {
        let ran = run(words);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{words:?}");
        assert!(
            ran.err.contains("format 2") && ran.err.contains(file),
            "{}",
            ran.err
        );
        assert_eq!(fs::read_to_string(&path).unwrap(), bad);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
