//! The tables as comma-separated values.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use guidepost::app::export;
use guidepost::app::round::ReportSource;
use guidepost::domain::{
    Instrument, ItemId, Kind, ListItem, Round, Standing, Submission, SubmittedAnswer,
};
use guidepost::words::{ENGLISH, Words};
use jiff::civil::Date;
use uuid::Uuid;

use super::{bytes, collated, folder_of, reply, samples};
use crate::report::read::records;
use crate::support::{done, instrument, library, run, word};

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
    let rows = records(text.as_bytes());
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
    let rows = records(table.as_bytes());
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
