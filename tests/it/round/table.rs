//! The tables as comma-separated values.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use guidepost::app::export;
use guidepost::app::round::ReportSource;
use guidepost::domain::{
    Instrument, ItemId, Kind, ListItem, Round, Standing, Submission, SubmittedAnswer,
};
use guidepost::format::{add_row, read_rows};
use guidepost::words::{ENGLISH, Words};
use jiff::civil::Date;
use proptest::collection::vec;
use proptest::prelude::*;
use uuid::Uuid;

use super::{bytes, collated, folder_of, reply, samples};
use crate::support::random::text;
use crate::support::{cases, done, instrument, library, run, word};

/// Texts that a spreadsheet would run, or that look as if they had been made harmless already.
const FORMULAS: &[&str] = &[
    "=1+1",
    "+49 30 1234",
    "-5",
    "@SUM(1)",
    "\t=1+1",
    "\r=1+1",
    "'=1+1",
    "''=1+1",
    "'",
    "'quoted'",
    "=cmd|' /C calc'!A0",
    "=HYPERLINK(\"http://example.org\",\"look\")",
    "\"=1+1",
    ",=1+1",
    "\n=1+1",
    "",
    "plain",
];

#[test]
fn the_table_is_written_and_nothing_overwritten() {
    let folder = samples();
    let table = folder.path().join("out.csv");
    done(&[
        "collate",
        word(&folder.path().join("in")),
        "-o",
        word(&table),
    ]);
    let text = fs::read_to_string(&table).unwrap();
    // The mark by which every spreadsheet knows UTF-8.
    let text = text.strip_prefix('\u{feff}').unwrap();
    let rows = read_rows(text).unwrap();
    assert!(rows.iter().all(|row| row.len() == 12), "{text}");
    assert_eq!(
        rows[0][..6],
        ["question", "level", "answer", "count", "states", "note"]
    );
    assert_eq!(rows[1][..3], ["document", "", "call"]);
    assert_eq!(rows[2][..4], ["response AFR", "", "invited", "53"]);
    assert_eq!(rows[3][..4], ["response AFR", "", "replied", "6"]);
    assert!(
        text.contains("\r\n17.b,regional,in_part,1,DEU,trial,,,,,,\r\n"),
        "{text}"
    );
    let ran = run(&[
        "collate",
        word(&folder.path().join("in")),
        "-o",
        word(&table),
    ]);
    assert_eq!(ran.code, 2);
    let ran = run(&["collate", word(&folder.path().join("missing"))]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("there is no such file"), "{}", ran.err);
}

#[test]
fn a_name_that_asks_for_no_format_is_refused_before_any_work() {
    let folder = samples();
    for name in ["out.txt", "out"] {
        let path = folder.path().join(name);
        let ran = run(&[
            "collate",
            word(&folder.path().join("in")),
            "-o",
            word(&path),
        ]);
        assert_eq!(ran.code, 2);
        assert!(
            ran.err.contains("the end of the name says what is written"),
            "{}",
            ran.err
        );
        assert!(!path.exists());
    }
}

/// A reply of Japan with one item in the first list.
fn listing(instrument: &Instrument, item: ListItem) -> (String, Submission) {
    let mut lists = instrument.questions().iter();
    let list = lists
        .find(|question| matches!(question.kind, Kind::List(_)))
        .unwrap();
    let mut submission = reply("JPN", 7, 1, Standing::No);
    let answer = SubmittedAnswer {
        revision: 1,
        items: vec![(ItemId(Uuid::from_u128(1)), item)],
        ..SubmittedAnswer::default()
    };
    submission.answers.insert(list.id.clone(), answer);
    (list.id.to_string(), submission)
}

#[test]
fn items_of_lists_and_marks_over_all_areas_are_in_the_table() {
    let item = ListItem {
        name: "=1+1".to_owned(),
        year: Some(2004),
        language: "fr".to_owned(),
        public_remark: "two\nlines, and \"more\"".to_owned(),
        ..ListItem::default()
    };
    let (list, submission) = listing(instrument(), item);
    let folder = folder_of([("japan", bytes(&submission))]);
    let source = ReportSource {
        instrument: Arc::clone(&library().instrument),
        outline: Arc::clone(&library().outline),
        states: Arc::clone(&library().states),
        collation: Arc::new(collated(folder.path(), None)),
        noted: Round::default(),
        today: Date::new(2030, 6, 20).unwrap(),
    };
    let report = source.report(&Words::load(ENGLISH), None);
    let table = export::bytes(&report, Path::new("table.csv")).unwrap();
    let table = String::from_utf8(table).unwrap();
    let rows = read_rows(&table).unwrap();
    let row = rows.iter().find(|row| row[2] == "item").unwrap();
    let expected = [
        list.as_str(),
        "",
        "item",
        "1",
        "JPN",
        "",
        "=1+1",
        "",
        "fr",
        "2004",
        "",
        "two\nlines, and \"more\"",
    ];
    assert_eq!(row, &expected);
    assert!(table.contains(",\"'=1+1\","), "{table}");
    let marks = |mark: &str| rows.iter().filter(|row| row[2] == mark).count();
    assert_eq!(
        (marks("all_areas_need"), marks("all_areas_offer")),
        (13, 13)
    );
    let waiting = rows.iter().find(|row| row[2] == "waiting").unwrap();
    assert_eq!(waiting[3], "0");
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn what_is_written_into_a_table_is_read_again(
        rows in vec(vec(prop_oneof![text(), proptest::sample::select(FORMULAS).prop_map(str::to_owned)], 1..5), 0..6)
    ) {
        let mut table = String::new();
        for row in &rows {
            add_row(&mut table, row);
        }
        prop_assert_eq!(read_rows(&table).unwrap(), rows);
    }

    #[test]
    fn no_cell_of_a_table_begins_as_a_formula(cell in prop_oneof![text(), "[=+@\\-\t\r'\" ]{1,4}"]) {
        let mut table = String::new();
        add_row(&mut table, &[&cell]);
        let first = table.strip_prefix('"').unwrap_or(&table).chars().next().unwrap_or_default();
        prop_assert!(!"=+-@\t".contains(first), "{}", table);
        prop_assert!(!table.starts_with("\"\r"), "{}", table);
    }
}

#[test]
fn tables_of_other_programs_are_read() {
    for (table, rows) in [
        ("", vec![]),
        ("a,b\nc,d", vec![vec!["a", "b"], vec!["c", "d"]]),
        ("a,\r\n,b\r\n", vec![vec!["a", ""], vec!["", "b"]]),
        ("a\r\r\nb", vec![vec!["a"], vec!["b"]]),
        ("\"a\"b,c", vec![vec!["ab", "c"]]),
        ("=1+1,'=1+1,it's", vec![vec!["=1+1", "=1+1", "it's"]]),
        ("a,", vec![vec!["a", ""]]),
    ] {
        assert_eq!(read_rows(table).unwrap(), rows, "{table:?}");
    }
    let fault = read_rows("a,b\nc,\"d\ne").unwrap_err();
    assert_eq!(fault.line, 2);
}

/// A spreadsheet takes every cell of such a table for a text, and runs none.
#[test]
fn libreoffice_opens_every_cell_as_a_text() {
    let folder = tempfile::tempdir().unwrap();
    let mut table = String::new();
    let formulas: Vec<&str> = FORMULAS
        .iter()
        .copied()
        .filter(|it| !it.is_empty())
        .collect();
    for formula in &formulas {
        add_row(&mut table, &[formula]);
    }
    fs::write(folder.path().join("table.csv"), &table).unwrap();
    let Some(sheet) = in_libreoffice(folder.path()) else {
        println!("LibreOffice is not installed here, so it was not asked");
        return;
    };
    let cells = sheet.matches("<table:table-cell").count();
    let texts = sheet.matches("office:value-type=\"string\"").count();
    assert!(formulas.len() <= texts, "{texts} of {cells}: {sheet}");
    assert!(!sheet.contains("table:formula"), "{sheet}");
    assert!(!sheet.contains("office:value-type=\"float\""), "{sheet}");
    // What is not guarded is run, or the test would show nothing.
    fs::write(folder.path().join("table.csv"), "=1+1\r\n").unwrap();
    let sheet = in_libreoffice(folder.path()).unwrap();
    assert!(sheet.contains("table:formula"), "{sheet}");
}

/// The table `table.csv` of a folder as an office program sees it; `None` where there is none.
fn in_libreoffice(folder: &Path) -> Option<String> {
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.display());
    let ran = Command::new("soffice")
        .args([
            &profile,
            "--headless",
            "--infilter=CSV:44,34,76,1,,0,false,true,false,true",
        ])
        .args(["--convert-to", "fods", "--outdir"])
        .args([folder, &folder.join("table.csv")])
        .output()
        .ok()?;
    assert!(
        ran.status.success(),
        "{}",
        String::from_utf8_lossy(&ran.stderr)
    );
    Some(fs::read_to_string(folder.join("table.fods")).unwrap())
}
