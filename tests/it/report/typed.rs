//! What somebody typed appears whole in every report, whatever it is, and nothing of it acts.

use std::collections::BTreeMap;

use guidepost::domain::{Answer, Assessment, FieldValue, Level, Side, TextField};
use guidepost::report::{Format, Report};
use proptest::prelude::*;

use super::read::{Document, Workbook, records};
use super::{bytes, filled, whole_report};
use crate::support::random::{ODD_TEXTS, anything, long_text};
use crate::support::{after, cases, set};

/// Texts that mean something to a program that reads documents, workbooks or values.
const HOSTILE: &[&str] = &[
    "# heading *strong* _weak_ $x^2$ `code` \\textbf{x} @label <label>",
    "<w:p><w:r><w:t>& &amp; &#65; ]]> <!-- --> <?xml?>",
    "=HYPERLINK(\"http://example.org\",\"x\")",
    "+1-1",
    "-2",
    "@SUM(A1)",
    "{=1}",
    "'=1",
    "one;=1+1",
    "one;\"=1+1\"; '=1+1;;@SUM(1)",
    "one\n=1+1\r-1\t+1\t=1",
    "\"=1+1",
    " =1+1",
    "_x0041_ _x005F_",
    "{ PAGE } {page} {$done} {\"{\"}",
    "&L&P&[File]",
    "\u{0}\u{1}\u{b}\u{c}\u{1f}\u{fffe}",
    "two\nlines\r\nand\rmore\n\nwith\ta tab\t\tand  two spaces ",
    "القانون رقم 30 لسنة 2003",
    "第三条，预防犯罪 😀 👨‍👩‍👧",
    "О профилактике преступности",
];

/// The text as a document shows it.
fn shown(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let sign = |sign: char| match sign {
        '\n' | '\t' => sign,
        '\u{0}'..='\u{1f}' => char::from_u32(u32::from(sign) + 0x2400).unwrap(),
        '\u{fffe}' | '\u{ffff}' => '\u{fffd}',
        _ => sign,
    };
    text.chars().map(sign).collect()
}

/// Every text of an answer that is shown where the State has these levels.
fn texts_of(answer: &Answer, has: impl Fn(Level) -> bool) -> Vec<String> {
    let mut texts = Vec::new();
    let cells = answer.cells.iter().filter(|(level, _)| has(**level));
    texts.extend(cells.map(|(_, cell)| cell.note.clone()));
    for (_, item) in &answer.items {
        let fields = [
            &item.name,
            &item.language,
            &item.address,
            &item.public_remark,
        ];
        texts.extend(fields.map(String::clone));
    }
    for (_, piece) in &answer.evidence {
        let fields = [
            &piece.title,
            &piece.body,
            &piece.language,
            &piece.pages,
            &piece.address,
        ];
        texts.extend(fields.map(String::clone));
        if !piece.file_name.is_empty() {
            texts.extend([piece.file_name.clone(), piece.sha256.clone()]);
        }
    }
    let all = [&answer.assistance.all_areas].into_iter();
    for row in all.chain(answer.assistance.rows.values()) {
        texts.extend(Side::ALL.map(|side| row.side(side).reason.clone()));
    }
    texts
}

/// What was typed into answers, and what was typed around them.
fn typed(assessment: &Assessment, with_internal: bool) -> [Vec<String>; 2] {
    let levels = assessment.profile.levels;
    let mut in_answers = Vec::new();
    for answer in assessment.answers.values() {
        let texts = answer.texts.iter();
        let texts = texts.filter(|(field, _)| with_internal || !field.is_internal());
        in_answers.extend(texts.map(|(_, text)| text.clone()));
        if with_internal || !answer.at_levels(levels).is_empty() {
            let is_told = |level| with_internal || levels.has(level);
            in_answers.extend(texts_of(answer, is_told));
        }
    }
    let (profile, call) = (&assessment.profile, &assessment.call);
    let mut around = vec![
        profile.institution.clone(),
        profile.period.clone(),
        profile.reply_language.clone(),
        call.id.clone(),
        call.title.clone(),
        call.note_verbale_number.clone(),
        call.address.clone(),
    ];
    for contact in [&profile.focal_point, &profile.deputy] {
        let fields = [
            &contact.name,
            &contact.title,
            &contact.email,
            &contact.telephone,
        ];
        around.extend(fields.map(String::clone));
    }
    for each in &profile.contributors {
        around.extend([each.name.clone(), each.body.clone()]);
    }
    [in_answers, around]
}

#[track_caller]
fn check_shown<'a>(place: &str, shown_texts: impl Iterator<Item = &'a str>, typed: &[String]) {
    let all: Vec<&str> = shown_texts.collect();
    let mut known: BTreeMap<&str, bool> = BTreeMap::new();
    for text in typed {
        let is_there = *known.entry(text.as_str()).or_insert_with(|| {
            let wanted = shown(text);
            all.iter().any(|there| there.contains(&wanted))
        });
        assert!(is_there, "{place} lacks {text:?}");
    }
}

#[track_caller]
fn check(report: &Report, [in_answers, around]: [Vec<String>; 2]) {
    let document = Document::read(&bytes(report, Format::Docx));
    check_shown("the document", document.texts(), &in_answers);
    check_shown("the document", document.texts(), &around);
    let body = &document.parts["word/document.xml"];
    let fields = body.matches("<w:instrText").count();
    assert_eq!(fields, 1, "the contents alone are a field");

    let workbook = Workbook::read(&bytes(report, Format::Xlsx));
    // A text that goes on in the next row is cut where a line ends.
    let columns = workbook.columns();
    let columns: Vec<String> = columns.iter().map(|text| text.replace('\n', "")).collect();
    for texts in [&in_answers, &around] {
        let texts: Vec<String> = texts
            .iter()
            .map(|text| shown(text).replace('\n', ""))
            .collect();
        check_shown("the workbook", columns.iter().map(String::as_str), &texts);
    }

    let values = bytes(report, Format::Csv);
    let rows = records(&values);
    for text in in_answers.iter().filter(|text| !text.is_empty()) {
        let is_there = rows.iter().any(|row| row[3] == *text);
        assert!(is_there, "the values lack {text:?}");
    }
    // A spreadsheet takes its own list separator, whatever the file has.
    for separator in [b',', b';', b'\t'] {
        let mut reader = csv::ReaderBuilder::new();
        let reader = reader.delimiter(separator).flexible(true);
        for row in reader.from_reader(&values[3..]).records() {
            for cell in &row.unwrap() {
                let acts = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
                assert!(!acts, "{cell:?} is a formula");
            }
        }
    }
}

fn everywhere(text: &str) -> Assessment {
    let long = text.to_owned();
    let mut changes: Vec<_> = [TextField::Exists, TextField::Missing, TextField::Remark]
        .map(|field| set("17.a", FieldValue::Text(field, long.clone())))
        .into();
    changes.push(set("17.a", FieldValue::Note(Level::National, long.clone())));
    changes.push(set(
        "closing.success",
        FieldValue::Text(TextField::Text, long),
    ));
    let assessment = after(changes);
    let mut record = (*assessment).clone();
    record.profile.institution = text.to_owned();
    record.call.title = text.to_owned();
    Assessment::restore(record)
}

#[test]
fn every_text_appears_whole_and_none_acts() {
    let long = long_text();
    let texts = HOSTILE.iter().chain(ODD_TEXTS).copied();
    for text in texts.chain([long.as_str()]) {
        let assessment = everywhere(text);
        check(&whole_report(&assessment), typed(&assessment, true));
    }
}

#[test]
fn a_text_longer_than_a_row_of_a_workbook_goes_on_in_the_next_under_the_same_names() {
    let text = ["Prevention in towns"; 600].join("\n");
    let assessment = after([set("17.a", FieldValue::Text(TextField::Exists, text))]);
    let workbook = Workbook::read(&bytes(&whole_report(&assessment), Format::Xlsx));
    let (_, rows) = workbook
        .sheets
        .iter()
        .find(|(name, _)| name == "Texts")
        .unwrap();
    let rows: Vec<_> = rows.iter().filter(|row| row[1] == "17.a").collect();
    let lines = rows.iter().map(|row| row[4].to_string().lines().count());
    assert_eq!(lines.clone().sum::<usize>(), 600);
    assert!(lines.max().unwrap() <= 31);
    // What names the text stands in each of its rows, so that a filter keeps them together.
    assert!(rows.iter().all(|row| row[..4] == rows[0][..4]), "{rows:#?}");
}

#[test]
fn control_characters_are_shown_and_said() {
    let report = whole_report(&everywhere("a\u{1}b"));
    let document = Document::read(&bytes(&report, Format::Docx));
    assert!(document.texts().any(|text| text == "a␁b"));
    assert!(
        document
            .texts()
            .any(|text| text.contains("held control characters"))
    );
    let plain = Document::read(&bytes(&whole_report(&everywhere("ab")), Format::Docx));
    assert!(
        !plain
            .texts()
            .any(|text| text.contains("control characters"))
    );
}

#[test]
fn words_from_right_to_left_are_set_so() {
    let report = whole_report(&everywhere("القانون رقم 30"));
    let document = Document::read(&bytes(&report, Format::Docx));
    assert!(document.parts["word/document.xml"].contains("<w:bidi/>"));
}

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn whatever_an_assessment_holds_appears_whole(assessment in anything()) {
        check(&whole_report(&assessment), typed(&assessment, true));
    }

    #[test]
    fn a_questionnaire_holds_all_that_may_leave(assessment in anything()) {
        check(&filled(&assessment), typed(&assessment, false));
    }
}

#[test]
fn a_questionnaire_keeps_what_is_internal() {
    for field in [TextField::Remark, TextField::Responsible] {
        let secret = "never to be sent";
        let text = FieldValue::Text(field, secret.to_owned());
        let assessment = after([
            set("17.a", text),
            set(
                "17.a",
                FieldValue::Note(Level::National, "a note".to_owned()),
            ),
        ]);
        for report in [filled(&assessment), super::blank(&assessment)] {
            let document = Document::read(&bytes(&report, Format::Docx));
            assert!(!document.texts().any(|text| text.contains(secret)));
            let workbook = Workbook::read(&bytes(&report, Format::Xlsx));
            assert!(!workbook.texts().any(|text| text.contains(secret)));
            let values = records(&bytes(&report, Format::Csv));
            assert!(!values.iter().flatten().any(|text| text.contains(secret)));
        }
        let own = Document::read(&bytes(&whole_report(&assessment), Format::Docx));
        assert!(own.texts().any(|text| text == secret));
    }
}
