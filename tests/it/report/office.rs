//! What an office program makes of the files, where one is installed: pages without an empty one,
//! with everything that was typed on them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use guidepost::domain::{FieldValue, Level, Standing, TextField};
use guidepost::report::{Format, Report};
use tempfile::tempdir;

use super::{blank, bytes, filled, whole_report};
use crate::support::{after, library, set, state};

/// Typed words that an office program could take for something else.
const TYPED: &str = "# not a heading, *not strong*, $not mathematics$, <not a tag> & \"no end\"";

/// The text of each page, or nothing where the programs for it are not installed.
fn pages(folder: &Path, name: &str, content: &[u8]) -> Option<Vec<String>> {
    let path = folder.join(name);
    fs::write(&path, content).unwrap();
    let profile = format!("-env:UserInstallation=file://{}/office", folder.display());
    let turned = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", "pdf", "--outdir"])
        .args([folder, &path])
        .output()
        .ok()?;
    assert!(turned.status.success(), "{turned:?}");
    let pdf: PathBuf = path.with_extension("pdf");
    assert!(pdf.exists(), "{name} could not be opened: {turned:?}");
    let text = Command::new("pdftotext")
        .args(["-layout".as_ref(), pdf.as_os_str(), "-".as_ref()])
        .output()
        .ok()?;
    let text = String::from_utf8(text.stdout).unwrap();
    let pages = text.trim_end_matches('\u{c}').split('\u{c}');
    Some(pages.map(str::to_owned).collect())
}

#[track_caller]
fn check(name: &str, report: &Report, expected: &[&str]) {
    let folder = tempdir().unwrap();
    for (end, format) in [("docx", Format::Docx), ("xlsx", Format::Xlsx)] {
        let name = format!("{name}.{end}");
        let Some(pages) = pages(folder.path(), &name, &bytes(report, format)) else {
            return;
        };
        for (number, page) in (1..).zip(&pages) {
            let words = page.split_whitespace().count();
            // Head and foot alone are some 25 words.
            assert!(
                end == "xlsx" || 30 < words,
                "{name}: page {number} is empty"
            );
        }
        let all: Vec<&str> = pages
            .iter()
            .flat_map(|page| page.split_whitespace())
            .collect();
        let all = all.join("");
        for text in expected {
            let wanted: String = text.split_whitespace().collect();
            assert!(all.contains(&wanted), "{name} lacks {text:?}");
        }
    }
}

#[test]
fn an_office_program_opens_every_report() {
    let library = library();
    let sample =
        guidepost::app::example::assessment(&library.instrument, &library.round, state("CAN"))
            .unwrap();
    check(
        "sample",
        &whole_report(&sample),
        &["Draft, not cleared", "Canada"],
    );
    let typed = after([
        set(
            "17.a",
            FieldValue::Standing(Level::National, Some(Standing::InPart)),
        ),
        set(
            "17.a",
            FieldValue::Text(TextField::Exists, TYPED.to_owned()),
        ),
    ]);
    check("filled", &filled(&typed), &[TYPED, "0123-4567-89AB-CDEF"]);
    check("blank", &blank(&typed), &["Centres or focal points"]);
}
