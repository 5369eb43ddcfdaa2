//! Reports as PDF: tagged for screen readers, whole whatever was typed, the same bytes each time;
//! read back with poppler.

mod closed;
pub mod reading;
mod sample;
mod typed;

use std::fs;
use std::path::Path;

use guidepost::domain::Round;
use guidepost::format::write_round;
use guidepost::report::pdf::{MachineFonts, PaperReport, lay_out};
use guidepost::report::{Block, Cell, Chart, Document, Figures, HeadingLevel, Inline, Row, Table};
use jiff::civil::date;
use serde_json::Value;

use self::reading::letters;
use self::sample::{document, every_kind, heading, paragraph, table};
use crate::support::{done, run, word};

/// The pages of a document, the same on every machine.
fn pages(document: &Document) -> PaperReport {
    lay_out(document, MachineFonts::Never).unwrap_or_else(|err| panic!("{err}"))
}

/// A document as PDF. Set `GUIDEPOST_PICTURES` to a folder to look at it.
fn pdf(name: &str, document: &Document) -> Vec<u8> {
    let bytes = pages(document).pdf().unwrap_or_else(|err| panic!("{err}"));
    if let Ok(folder) = std::env::var("GUIDEPOST_PICTURES") {
        fs::write(Path::new(&folder).join(name).with_extension("pdf"), &bytes).unwrap();
    }
    bytes
}

fn holds(bytes: &[u8], word: &str) -> bool {
    bytes
        .windows(word.len())
        .any(|window| window == word.as_bytes())
}

/// What a document says, by the names of its fields; ids of sheets and of kinds are not said.
fn said(value: &Value, said_texts: &mut Vec<String>) {
    match value {
        Value::String(text) => said_texts.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|item| said(item, said_texts)),
        Value::Object(fields) => {
            let silent = [
                "kind",
                "name",
                "alignment",
                "alternative",
                "language",
                "date",
                "page_of_pages",
                "value",
                "mark",
            ];
            for (_, field) in fields
                .iter()
                .filter(|(name, _)| !silent.contains(&name.as_str()))
            {
                said(field, said_texts);
            }
        }
        _ => {}
    }
}

#[test]
fn it_is_pdf_ua_with_title_language_and_date_and_without_an_author() {
    let bytes = pdf("every-kind", &every_kind());
    assert!(bytes.starts_with(b"%PDF-1.7"));
    for word in [
        "<pdfuaid:part>1</pdfuaid:part>",
        "/Marked true",
        "/Lang(en)",
        "/DisplayDocTitle true",
    ] {
        assert!(holds(&bytes, word), "{word}");
    }
    for word in ["/Author", "dc:creator"] {
        assert!(!holds(&bytes, word), "{word}");
    }
    let Some(properties) = reading::properties(&bytes) else {
        return;
    };
    for line in [
        "Title:           Crime prevention in Exampleland",
        "Creator:         Guidepost",
        "Tagged:          yes",
        "Page size:       595.276 x 841.89 pts (A4)",
    ] {
        assert!(properties.contains(line), "{line} in\n{properties}");
    }
    assert!(properties.contains("21") && properties.contains("2026"));
}

#[test]
fn words_in_another_language_say_so_to_a_screen_reader() {
    let said = |text: &str, language: Option<&str>| Block::Quote {
        text: vec![Inline::Text {
            text: text.to_owned(),
            language: language.map(str::to_owned),
        }],
    };
    let bytes = pdf(
        "languages",
        &document(vec![
            said("Own words.", None),
            said("Un conseil existe.", Some("fr-CA")),
            said("Persian: برنامه", Some("fa")),
        ]),
    );
    for language in ["/Lang(en)", "/Lang(fr-CA)", "/Lang(fa)"] {
        assert!(holds(&bytes, language), "{language}");
    }
}

#[test]
fn the_same_document_gives_the_same_bytes_and_another_day_gives_others() {
    let first = pdf("same", &every_kind());
    assert_eq!(first, pdf("same", &every_kind()));
    let next_day = Document {
        date: date(2026, 11, 22),
        ..every_kind()
    };
    assert_ne!(first, pdf("same", &next_day));
}

#[test]
fn nothing_in_it_names_a_user_a_computer_or_a_path() {
    let bytes = pdf("nameless", &every_kind());
    let mut names: Vec<String> = ["HOME", "USER", "LOGNAME", "HOSTNAME", "USERNAME"]
        .iter()
        .filter_map(|name| std::env::var(name).ok())
        .filter(|name| name.len() > 2)
        .collect();
    names.push(env!("CARGO_MANIFEST_DIR").to_owned());
    names.push("template.typ".to_owned());
    names.push("data.json".to_owned());
    for name in names {
        assert!(!holds(&bytes, &name), "{name}");
    }
}

#[test]
fn every_word_and_every_figure_of_the_document_is_in_its_text() {
    let document = every_kind();
    let Some(pages) = reading::in_order(&pdf("said", &document)) else {
        return;
    };
    let text = letters(&pages.concat());
    let mut texts = Vec::new();
    said(&serde_json::to_value(&document).unwrap(), &mut texts);
    assert!(texts.len() > 300);
    for said in texts {
        assert!(text.contains(&letters(&said)), "{said}");
    }
}

#[test]
fn every_page_has_its_banner_its_footer_and_its_number() {
    let document = every_kind();
    let Some(pages) = reading::pages(&pdf("pages", &document)) else {
        return;
    };
    assert!(pages.len() > 5);
    for (number, page) in pages.iter().enumerate() {
        let number = format!("page {} of {}", number + 1, pages.len());
        for word in [
            "Draft, not cleared",
            "not a form of the United Nations.",
            &number,
        ] {
            assert!(page.contains(word), "{word} in\n{page}");
        }
    }
}

#[test]
fn a_screen_reader_finds_headings_tables_lists_notes_and_what_charts_show() {
    let bytes = pdf("structure", &every_kind());
    let Some(structure) = reading::structure(&bytes) else {
        return;
    };
    for tag in [
        "H1",
        "H2",
        "H3",
        "TOC",
        "TOCI",
        "Table",
        "THead",
        "TBody",
        "TR",
        "TH",
        "TD",
        "L",
        "LI",
        "Note",
        "Figure",
        "Caption",
        "BlockQuote",
    ] {
        let is_there = structure.lines().any(|line| {
            let line = line.trim_start();
            line.split([' ', ':']).next() == Some(tag)
        });
        assert!(is_there, "{tag} in\n{structure}");
    }
}

#[test]
fn bookmarks_are_the_headings() {
    let Some(bookmarks) = reading::bookmarks(&pdf("bookmarks", &every_kind())) else {
        return;
    };
    let headings: Vec<String> = every_kind()
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Heading { text, .. } => Some(text.clone()),
            _ => None,
        })
        .collect();
    let of_blocks: Vec<String> = bookmarks
        .into_iter()
        .filter(|text| headings.contains(text))
        .collect();
    assert_eq!(of_blocks, headings);
}

#[test]
fn a_chart_without_words_for_those_who_cannot_see_it_has_its_title_in_their_place() {
    let nothing = Figures::Shares { bars: Vec::new() };
    let title = "Replies from each regional group";
    let chart = Chart::new(title.to_owned(), " ".to_owned(), nothing);
    assert_eq!(chart.alternative, title);
    pdf("wordless", &document(vec![Block::Chart(chart)]));
}

#[test]
fn no_heading_stands_alone_at_the_foot_of_a_page() {
    let mut blocks = Vec::new();
    for number in 0..160 {
        let level = [HeadingLevel::One, HeadingLevel::Two, HeadingLevel::Three][number.min(2) % 3];
        blocks.push(heading(level, &format!("Heading{number}")));
        match number % 4 {
            0 => blocks.push(Block::Table(table(
                &[("Alone", 1)],
                &[("Count", 1)],
                vec![
                    Row::Group {
                        text: "Group".to_owned(),
                    },
                    Row::Cells {
                        cells: vec![Cell::text("A State"), Cell::number(7)],
                    },
                ],
            ))),
            1 => blocks.push(Block::Labelled {
                label: "Heading, as it were".to_owned(),
                text: vec![Inline::text("What was written")],
            }),
            _ => {}
        }
        blocks.push(paragraph(
            &"A line of words that fills about a half. ".repeat(1 + number * 7 % 11),
        ));
    }
    let Some(pages) = reading::pages(&pdf("headings", &document(blocks))) else {
        return;
    };
    assert!(pages.len() > 10);
    for page in pages {
        let (content, _) = page.split_once("Prepared with Guidepost").unwrap();
        let last = content.trim_end().lines().last().unwrap();
        let alone = [
            "Heading",
            "Group",
            "What is not yet there",
            "Alone",
            "Count",
        ];
        assert!(
            !alone.iter().any(|word| last.starts_with(word)),
            "{last} in\n{page}"
        );
    }
}

#[test]
fn the_headings_of_a_table_come_again_on_every_page() {
    let rows = (0..150).map(|number| Row::Cells {
        cells: vec![Cell::text(format!("State {number}")), Cell::number(number)],
    });
    let table: Table = table(
        &[("Name of the State", 3)],
        &[("Replies", 1)],
        rows.collect(),
    );
    let Some(pages) = reading::pages(&pdf("long-table", &document(vec![Block::Table(table)])))
    else {
        return;
    };
    assert!(pages.len() > 3);
    for page in pages {
        assert!(
            page.contains("Name of the State") && page.contains("Replies"),
            "{page}"
        );
    }
}

#[test]
fn a_page_is_a_picture_too() {
    let pages = pages(&every_kind());
    let picture = pages.picture(0, 0.5).unwrap();
    assert_eq!((picture.width, picture.height), (298, 421));
    assert_eq!(picture.rgba.len(), 298 * 421 * 4);
    assert!(
        picture
            .rgba
            .chunks(4)
            .any(|pixel| pixel[..3] != [255, 255, 255])
    );
    assert!(picture.rgba.chunks(4).all(|pixel| pixel[3] == 255));
    assert_eq!(pages.picture(pages.page_count(), 0.5), None);
}

#[test]
fn the_commands_write_it_and_name_what_no_font_has() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("CAN.assessment.ron");
    done(&["example", "--state", "CAN", "-o", word(&file)]);
    done(&[
        "answer",
        word(&file),
        "6.a",
        "--exists",
        "Unassigned: \u{2fff0}",
    ]);
    for kind in ["report", "questionnaire"] {
        let out = folder.path().join(kind).with_extension("pdf");
        let told = done(&[kind, word(&file), "-o", word(&out)]);
        assert!(told.starts_with("Written and read back"), "{told}");
        assert!(fs::read(&out).unwrap().starts_with(b"%PDF-1.7"));
        assert_eq!(
            told.contains("[U+2FFF0]"),
            kind == "questionnaire",
            "{told}"
        );
    }
    let inbox = folder.path().join("in");
    let round = Round {
        texts: [(None, "Unassigned: \u{2fff0}".to_owned())].into(),
        ..Round::default()
    };
    let noted = folder.path().join("a.round.ron");
    fs::create_dir(&inbox).unwrap();
    fs::write(&noted, write_round(&round).unwrap()).unwrap();
    let out = folder.path().join("round.pdf");
    let collate = [
        "collate",
        word(&inbox),
        "--round",
        word(&noted),
        "-o",
        word(&out),
    ];
    let told = run(&collate).out;
    assert!(told.contains("[U+2FFF0]"), "{told}");
    let told = run(&[&collate[..], &["--json", "--force"]].concat()).out;
    let told: Value = serde_json::from_str(&told).unwrap();
    assert_eq!(told["written"]["missing_characters"][0], "\u{2fff0}");
    let blank = folder.path().join("blank.pdf");
    done(&["questionnaire", word(&file), "--blank", "-o", word(&blank)]);
}
