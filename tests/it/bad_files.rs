//! Files that are damaged, foreign, too new or too large: what is wrong is said in one sentence for
//! each fault, with file and place; the file stays as it was, and nothing panics.

mod content;
mod damage;

use std::{fs, panic};

use guidepost::app::file;

use crate::support::{explained, instrument};

const FORMAT_1: &str = include_str!("../fixtures/format-1.assessment.ron");

/// What is said after each fault of syntax.
const SYNTAX: &str = ". Correct this first; what follows it has not been looked at.";

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
    told.iter()
        .map(|each| without_path(&explained(each)))
        .collect()
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
        &["FILE, line 3, column 11: The number is too small or too large"],
    );
    check_edited(
        &[("format: 1", "format: 0")],
        &["FILE: Its format is 0, and formats are counted from 1. Write format: 1."],
    );
    check_edited(
        &[("format: 1", "format: -1")],
        &["FILE, line 3, column 12: The number is too small or too large"],
    );
    check_edited(
        &[("format: 1", "format: \"1\"")],
        &["FILE, line 3, column 10: Here should stand a whole number"],
    );
    check_edited(
        &[("format: 1", "format: 1.5")],
        &["FILE, line 3, column 12: Here should stand a comma"],
    );
    check_edited(
        &[("  format: 1,\n", "")],
        &["FILE, line 213, column 1: The field format is missing here"],
    );
    check_edited(
        &[("  format: 1,\n", "  format: 1,\n  format: 1,\n")],
        &["FILE, line 4, column 3: The field format stands here twice"],
    );
}

#[test]
fn a_fault_of_syntax_is_told_with_its_line() {
    check_edited(
        &[("KEN\"", "KEN")],
        &["FILE, line 21, column 19: Here should stand a comma"],
    );
    check_edited(
        &[("state: \"KEN\",", "state: \"KEN\"")],
        &["FILE, line 21, column 5: Here should stand a comma"],
    );
    check_edited(
        &[("state:", "country:")],
        &[
            "FILE, line 20, column 5: There is no field country here, only these: state, institution, focal_point, deputy, contributors, period, reply_language, levels",
        ],
    );
    check_edited(
        &[("  answers: [", "  opinion: \"\",\n  answers: [")],
        &[
            "FILE, line 48, column 3: There is no field opinion here, only these: format, program, uuid, sample, instrument, call, profile, answers, actions, loans, disputes, previous, sent, trail_folded, trail",
        ],
    );
    check_edited(
        &[("year: 2019", "year: 40000")],
        &["FILE, line 68, column 118: The number is too small or too large"],
    );
    check_edited(
        &[("units: (4, 21)", "units: (4, -21)")],
        &["FILE, line 55, column 87: The number is too small or too large"],
    );
    check_edited(
        &[("units: (4, 21)", "units: (4)")],
        &["FILE, line 55, column 84: Expected a tuple of size 2 but found one element instead"],
    );
    check_edited(
        &[("flag: true", "flag: \"true\"")],
        &["FILE, line 71, column 12: Here should stand true or false"],
    );
    check(
        format!("{FORMAT_1})"),
        &["FILE, line 214, column 2: Here the file should end"],
    );
}
