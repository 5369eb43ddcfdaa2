//! How reports lie on their pages: nothing that leads to something else is left behind at the foot of
//! a page, no page is empty, and no sheet has a column too narrow for its heading.

use std::collections::BTreeSet;

use guidepost::domain::{ActionId, Assessment, Change, PlannedAction};
use guidepost::report::{Format, Report};
use uuid::Uuid;

use super::read::Document;
use super::{blank, bytes, filled, whole_report};
use crate::support::{after, library, state};

fn sample() -> Assessment {
    let library = library();
    guidepost::app::example::assessment(&library.instrument, &library.round, state("CAN")).unwrap()
}

fn reports() -> [(&'static str, Report); 3] {
    let sample = sample();
    [
        ("report", whole_report(&sample)),
        ("filled", filled(&sample)),
        ("blank", blank(&sample)),
    ]
}

/// The value of the first attribute of this name in a piece of markup.
fn value<'a>(markup: &'a str, name: &str) -> &'a str {
    let (_, rest) = markup.split_once(&format!("{name}=\"")).unwrap();
    rest.split('"').next().unwrap()
}

/// The styles whose paragraphs stay with the next.
fn keeping(document: &Document) -> BTreeSet<&str> {
    let styles = document.parts["word/styles.xml"].split("<w:style ");
    let keeping = styles.filter(|style| style.contains("<w:keepNext/>"));
    keeping.map(|style| value(style, "w:styleId")).collect()
}

#[test]
fn what_leads_to_something_stays_with_it() {
    for (name, report) in reports() {
        let document = Document::read(&bytes(&report, Format::Docx));
        let keeping = keeping(&document);
        let body = &document.parts["word/document.xml"];
        let pieces: Vec<&str> = body.split("<w:p>").skip(1).collect();
        let cover = pieces
            .iter()
            .position(|piece| piece.contains("ContentsHeading"));
        let mut leading = 0;
        for piece in &pieces[cover.unwrap()..] {
            let style = value(piece, "w:pStyle w:val");
            let begins_table = piece.contains("<w:tbl>") && style != "AfterTable";
            let leads = begins_table
                || style.starts_with("Heading")
                || ["Caption", "Label", "TableHead", "TableGroup"].contains(&style);
            let is_kept = piece.contains("<w:keepNext/>") || keeping.contains(style);
            assert!(!leads || is_kept, "{name}: {piece}");
            leading += usize::from(leads);
        }
        assert!(20 < leading, "{name}: {leading}");
    }
}

#[test]
fn the_line_of_time_has_short_words_and_the_table_all_of_them() {
    let what = "Write a plan with the municipalities, ".repeat(40);
    let action = PlannedAction {
        what: what.clone(),
        who: "قوة ".repeat(60),
        by: Some(super::DAY),
        ..PlannedAction::default()
    };
    let id = ActionId(Uuid::from_u128(1));
    let assessment = after([Change::Action(id, Some(Box::new(action)))]);
    let document = Document::read(&bytes(&whole_report(&assessment), Format::Docx));
    let rows = document.tables.iter().flat_map(|table| &table.rows);
    let about: Vec<&Vec<String>> = rows
        .filter(|row| row[0].starts_with("Write a plan"))
        .collect();
    let [drawn, listed] = about.as_slice() else {
        panic!("{about:?}");
    };
    assert!(
        drawn[0].ends_with('…') && drawn[0].chars().count() <= 91,
        "{drawn:?}"
    );
    assert!(drawn[2].chars().count() < 120, "{drawn:?}");
    assert_eq!(listed[0], what);
}

#[cfg(feature = "pdf")]
#[test]
fn no_page_is_empty_and_the_blank_questionnaire_is_no_book() {
    use guidepost::report::pdf::{MachineFonts, lay_out};

    for (name, report) in reports() {
        let pages = lay_out(&report.document, MachineFonts::Never).unwrap();
        let Some(texts) = crate::pdf::reading::pages(&pages.pdf().unwrap()) else {
            return;
        };
        for (number, text) in (1..).zip(&texts) {
            // Head and foot alone are some 25 words.
            let words = text.split_whitespace().count();
            assert!(30 < words, "{name}: page {number} is empty: {text}");
        }
        assert!(name != "blank" || texts.len() <= 48, "{}", texts.len());
    }
}

#[test]
fn every_column_of_a_sheet_holds_the_longest_word_of_its_heading() {
    for (name, report) in reports() {
        let workbook = bytes(&report, Format::Xlsx);
        let sheets = super::read::sheets(&workbook);
        for (table, sheet) in report.tables.iter().zip(&sheets[1..]) {
            let widths: Vec<f64> = sheet
                .split("<col ")
                .skip(1)
                .flat_map(|column| {
                    let place = |name| value(column, name).parse::<usize>().unwrap();
                    let width: f64 = value(column, " width").parse().unwrap();
                    vec![width; place(" max") + 1 - value(column, "min").parse::<usize>().unwrap()]
                })
                .collect();
            assert_eq!(widths.len(), table.columns.len(), "{name} {}", table.name);
            for (column, width) in table.columns.iter().zip(widths) {
                let longest = column
                    .heading
                    .split(' ')
                    .map(|word| word.chars().count())
                    .max();
                let longest = f64::from(u32::try_from(longest.unwrap()).unwrap());
                assert!(longest < width, "{name} {}: {}", table.name, column.heading);
            }
        }
    }
}
