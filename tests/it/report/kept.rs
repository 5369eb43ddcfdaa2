//! What was said at a level that the State no longer has: kept in sight in its own report, counted
//! nowhere, and in nothing that is sent.

use guidepost::domain::{Assessment, FieldValue, Level, Levels, Standing, Units};
use guidepost::report::{Format, Report};

use super::read::{Document, Workbook, records};
use super::{blank, bytes, filled, whole_report};
use crate::support::{after, set};

const NOTE: &str = "only in the towns by the sea";

/// An assessment with words at the local level, which the State has or not.
fn with_local(local: bool) -> Assessment {
    let units = Units::new(4, 21).unwrap();
    let assessment = after([
        set(
            "17.a",
            FieldValue::Standing(Level::Local, Some(Standing::InPart)),
        ),
        set("17.a", FieldValue::Units(Level::Local, Some(units))),
        set("17.a", FieldValue::Note(Level::Local, NOTE.to_owned())),
    ]);
    let mut record = (*assessment).clone();
    record.profile.levels = Levels {
        regional: true,
        local,
    };
    Assessment::restore(record)
}

fn holds_note(report: &Report) -> [bool; 3] {
    let document = Document::read(&bytes(report, Format::Docx));
    let workbook = Workbook::read(&bytes(report, Format::Xlsx));
    let values = records(&bytes(report, Format::Csv));
    [
        document.texts().any(|text| text == NOTE),
        workbook.texts().any(|text| text == NOTE),
        values.iter().flatten().any(|text| text == NOTE),
    ]
}

#[test]
fn the_states_own_report_holds_it_and_nothing_that_is_sent_does() {
    let assessment = with_local(false);
    assert_eq!(holds_note(&whole_report(&assessment)), [true; 3]);
    assert_eq!(holds_note(&filled(&assessment)), [false; 3]);
    assert_eq!(holds_note(&blank(&assessment)), [false; 3]);
}

#[test]
fn it_is_marked_as_neither_counted_nor_sent_while_the_state_lacks_the_level() {
    for (local, is_marked) in [(true, false), (false, true)] {
        let report = whole_report(&with_local(local));
        let document = Document::read(&bytes(&report, Format::Docx));
        let heading = "Kept, at a level that the State does not have";
        assert_eq!(document.headings().contains(&heading), is_marked);
        let workbook = Workbook::read(&bytes(&report, Format::Xlsx));
        let sheet = workbook
            .sheets
            .iter()
            .any(|(name, _)| name == "Kept, not counted");
        assert_eq!(sheet, is_marked);
        let kept: Vec<Vec<String>> = records(&bytes(&report, Format::Csv))
            .into_iter()
            .filter(|row| row[4] == "kept")
            .collect();
        let expected = [
            ["17.a", "local", "standing", "in_part", "kept"],
            ["17.a", "local", "units", "4 of 21", "kept"],
            ["17.a", "local", "note", NOTE, "kept"],
        ];
        let expected: &[[&str; 5]] = if is_marked { &expected } else { &[] };
        assert_eq!(kept, expected);
    }
}
