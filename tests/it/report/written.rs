//! The commands that write reports, and what every file that they write is like.

use std::fs;
use std::path::PathBuf;

use guidepost::domain::{Assessment, Change, FieldValue, Level, Standing, TextField};
use guidepost::report::{Format, Report};
use tempfile::{TempDir, tempdir};

use super::read::{Document, Workbook, records};
use super::{blank, bytes, filled, whole_report};
use crate::support::{after, done, question, run, set, word};

fn file_of(assessment: &Assessment) -> (TempDir, PathBuf) {
    let folder = tempdir().unwrap();
    let path = folder.path().join("a.assessment.ron");
    let content = guidepost::app::file::encode(assessment, &path).unwrap();
    fs::write(&path, content).unwrap();
    (folder, path)
}

fn answered(changes: impl IntoIterator<Item = Change>) -> Assessment {
    let yes = FieldValue::Standing(Level::National, Some(Standing::Yes));
    after([set("17.a", yes)].into_iter().chain(changes))
}

#[test]
fn the_commands_write_what_the_end_of_the_name_says() {
    let (folder, path) = file_of(&answered([]));
    for (command, more) in [
        ("report", &["--answers", "--remarks"][..]),
        ("questionnaire", &[]),
        ("questionnaire", &["--blank"]),
        ("questionnaire", &["--with-application"]),
    ] {
        for end in ["docx", "xlsx", "csv", "DOCX"] {
            let out = folder.path().join(format!("out.{end}"));
            let words = [command, word(&path), "-o", word(&out), "--force"];
            let said = done(&[&words[..], more].concat());
            assert_eq!(said, format!("Written and read back: {}\n", out.display()));
            let written = fs::read(&out).unwrap();
            match end {
                "xlsx" => assert!(1 < Workbook::read(&written).sheets.len()),
                "csv" => assert!(1 < records(&written).len()),
                _ => assert!(!Document::read(&written).headings().is_empty()),
            }
        }
    }
}

#[track_caller]
fn check_refused(words: &[&str], expected: &str) {
    let ran = run(words);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{}", ran.err);
    assert!(ran.err.contains(expected), "{:?}", ran.err);
}

#[test]
fn what_cannot_be_written_is_refused_before_anything_is() {
    let (folder, path) = file_of(&answered([]));
    let at = |name: &str| folder.path().join(name);
    let there = at("there.docx");
    fs::write(&there, "somebody's work").unwrap();
    for (out, expected) in [
        #[cfg(not(feature = "pdf"))]
        (at("a.pdf"), "feature pdf"),
        (at("a.odt"), "the end of the name says what is written"),
        (at("a"), "the end of the name says what is written"),
        (there.clone(), "--force overwrites it"),
    ] {
        for command in ["report", "questionnaire"] {
            check_refused(&[command, word(&path), "-o", word(&out)], expected);
        }
    }
    assert_eq!(fs::read(&there).unwrap(), b"somebody's work");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
}

#[test]
fn nobody_profiles_another_state() {
    let folder = tempdir().unwrap();
    let samples = folder.path().join("samples");
    done(&["example", "-o", word(&samples)]);
    let reply = samples.join("sample-CAN.submission.ron");
    let out = folder.path().join("can.docx");
    let words = ["report", word(&reply), "-o", word(&out)];
    check_refused(&words, "nobody profiles another State");
    assert!(!out.exists());
}

const FORMATS: [Format; 3] = [Format::Docx, Format::Xlsx, Format::Csv];

fn all_reports(assessment: &Assessment) -> [Report; 3] {
    [
        whole_report(assessment),
        filled(assessment),
        blank(assessment),
    ]
}

#[test]
fn the_same_report_is_the_same_bytes() {
    let assessment = answered([]);
    for format in FORMATS {
        let once = all_reports(&assessment).map(|report| bytes(&report, format));
        let again = all_reports(&assessment).map(|report| bytes(&report, format));
        assert!(once == again, "{format:?}");
    }
}

#[test]
fn no_file_names_a_person_a_machine_or_another_day() {
    for report in all_reports(&answered([])) {
        for format in [Format::Docx, Format::Xlsx] {
            let content = bytes(&report, format);
            let mut archive = zip::ZipArchive::new(std::io::Cursor::new(&content)).unwrap();
            for number in 0..archive.len() {
                let file = archive.by_index(number).unwrap();
                let when = file.last_modified().unwrap();
                assert_eq!((when.year(), when.month(), when.day()), (1980, 1, 1));
            }
            let mut core = archive.by_name("docProps/core.xml").unwrap();
            let core = std::io::read_to_string(&mut core).unwrap();
            assert_eq!(core.matches("2026-11-21T00:00:00Z").count(), 2, "{core}");
            for name in ["dc:creator", "cp:lastModifiedBy"] {
                let filled = format!("<{name}>");
                let empty = format!("<{name}></{name}>");
                assert!(!core.contains(&filled) || core.contains(&empty), "{core}");
            }
        }
    }
}

/// What the head of every page says.
fn banner(report: &Report) -> String {
    let document = Document::read(&bytes(report, Format::Docx));
    let header = &document.parts["word/header.xml"];
    let (before_title, _) = header.split_once("<w:tab/>").unwrap();
    let text = before_title.split("<w:t xml:space=\"preserve\">").nth(1);
    text.and_then(|text| text.split("</w:t>").next())
        .unwrap_or_default()
        .to_owned()
}

#[test]
fn every_page_says_what_is_not_cleared_and_what_is_a_sample() {
    let draft = answered([]);
    assert_eq!(banner(&filled(&draft)), "Draft, not cleared");
    let cleared = answered([Change::Clear(question("17.a"))]);
    assert_eq!(banner(&filled(&cleared)), "");
    assert_eq!(banner(&blank(&draft)), "");
    let remarks = "Internal: with the council’s own remarks";
    assert_eq!(banner(&whole_report(&cleared)), remarks);
    let mut record = (*cleared).clone();
    record.sample = Some("reconstructed from a report".to_owned());
    let sample = Assessment::restore(record);
    let expected = "Sample, reconstructed from a report: nobody’s reply";
    assert_eq!(banner(&filled(&sample)), expected);
    assert_eq!(banner(&blank(&sample)), expected);
    let workbook = Workbook::read(&bytes(&filled(&sample), Format::Xlsx));
    for (name, rows) in &workbook.sheets {
        let says = rows.iter().flatten().any(|cell| *cell == expected);
        assert!(says, "the sheet {name} does not say that it is a sample");
    }
}

#[test]
fn the_values_begin_with_whose_they_are_and_what_they_are_not() {
    let first = |report: &Report| -> Vec<[String; 2]> {
        let rows = records(&bytes(report, Format::Csv)).into_iter();
        let rows = rows.skip(1).take_while(|row| row[0] == "document");
        rows.map(|row| [row[2].clone(), row[3].clone()]).collect()
    };
    let draft = answered([]);
    let cleared = answered([Change::Clear(question("17.a"))]);
    let mut record = (*cleared).clone();
    record.sample = Some("reconstructed".to_owned());
    let sample = Assessment::restore(record);
    let state = ["state", draft.profile.state.as_str()];
    let [is_draft, is_sample] = [["draft", "yes"], ["sample", "reconstructed"]];
    for (report, expected) in [
        (whole_report(&draft), &[state, is_draft][..]),
        (filled(&draft), &[state, is_draft]),
        (blank(&draft), &[state]),
        (filled(&cleared), &[state]),
        (whole_report(&sample), &[state, is_sample]),
        (filled(&sample), &[state, is_sample]),
        (blank(&sample), &[state, is_sample]),
    ] {
        assert_eq!(first(&report), expected);
    }
}

#[test]
fn a_document_has_headings_contents_pages_and_a_language() {
    let report = filled(&answered([set(
        "17.a",
        FieldValue::Text(TextField::Exists, "An office".to_owned()),
    )]));
    let document = Document::read(&bytes(&report, Format::Docx));
    let styles = &document.parts["word/styles.xml"];
    assert!(styles.contains("<w:lang w:val=\"en\""));
    let footer = &document.parts["word/footer.xml"];
    assert!(footer.contains("not a form of the United Nations"));
    assert!(footer.contains(" PAGE ") && footer.contains(" NUMPAGES "));
    assert!(
        document
            .texts()
            .any(|text| text.contains("0123-4567-89AB-CDEF"))
    );
    let contents = document.paragraphs.iter();
    let contents = contents
        .filter(|each| each.style.starts_with("TOC"))
        .count();
    let chapters = document.paragraphs.iter();
    let chapters = chapters.filter(|each| each.style == "Heading1").count();
    assert_eq!(contents, chapters);
    assert!(
        document
            .headings()
            .contains(&"17.a\u{2002}Centres or focal points")
    );
    assert!(document.texts().any(|text| text == "An office"));
}

#[test]
fn a_questionnaire_holds_no_figure_of_how_well_a_state_stands() {
    for report in [filled(&answered([])), blank(&answered([]))] {
        let document = Document::read(&bytes(&report, Format::Docx));
        assert_eq!(document.pictures, 0);
        let figure = |text: &str| text.contains("of what is decided") || text.contains("too few");
        assert!(!document.texts().any(figure));
        let gaps = document.texts().any(|text| text == "Gaps");
        assert!(!gaps);
    }
}

#[test]
fn a_chart_has_a_picture_with_its_words_for_every_bar() {
    let yes = |id| {
        set(
            id,
            FieldValue::Standing(Level::National, Some(Standing::Yes)),
        )
    };
    let assessment = answered(["17.b", "17.c", "7.steps", "7.plan", "7.policy"].map(yes));
    let document = Document::read(&bytes(&whole_report(&assessment), Format::Docx));
    let body = &document.parts["word/document.xml"];
    let drawn = body.matches("<wp:docPr ").count();
    assert!(0 < document.pictures && document.pictures <= drawn);
    assert_eq!(body.matches(" descr=\"\"").count(), 0);
    let charts = document.tables.iter();
    let charts: Vec<_> = charts
        .filter(|table| !table.description.is_empty())
        .collect();
    assert_eq!(charts.len(), 3, "one for each level");
    for chart in charts {
        for row in &chart.rows[1..] {
            assert!(chart.description.contains(&row[2]), "{row:?}");
        }
    }
}
