//! Reads a PDF back with poppler, which knows nothing of how it was written.

use std::fs;
use std::process::Command;

use tempfile::TempDir;

/// What a program of poppler's prints about `pdf`; `None`, and a word on it, where it is not
/// installed. `FILE` among the arguments stands for the file.
fn told(program: &str, arguments: &[&str], pdf: &[u8]) -> Option<String> {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("report.pdf");
    fs::write(&file, pdf).unwrap();
    let file = file.to_str().unwrap();
    let arguments = arguments
        .iter()
        .map(|word| if *word == "FILE" { file } else { word });
    let Ok(output) = Command::new(program).args(arguments).output() else {
        eprintln!("{program} is not installed: not read back");
        return None;
    };
    let faults = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{program}: {faults}");
    Some(String::from_utf8(output.stdout).unwrap())
}

/// The text of each page, as it stands there.
pub fn pages(pdf: &[u8]) -> Option<Vec<String>> {
    text_of(&["-enc", "UTF-8", "FILE", "-"], pdf)
}

/// The text of each page, in the order in which it was written.
pub fn in_order(pdf: &[u8]) -> Option<Vec<String>> {
    text_of(&["-raw", "-enc", "UTF-8", "FILE", "-"], pdf)
}

fn text_of(arguments: &[&str], pdf: &[u8]) -> Option<Vec<String>> {
    let text = told("pdftotext", arguments, pdf)?;
    let pages = text.trim_end_matches('\u{c}').split('\u{c}');
    Some(pages.map(str::to_owned).collect())
}

/// What the file says of itself: title, author, dates, pages.
pub fn properties(pdf: &[u8]) -> Option<String> {
    told("pdfinfo", &["FILE"], pdf)
}

/// The tree that a screen reader walks through, with its texts.
pub fn structure(pdf: &[u8]) -> Option<String> {
    told("pdfinfo", &["-struct-text", "FILE"], pdf)
}

/// The bookmarks, from first to last.
pub fn bookmarks(pdf: &[u8]) -> Option<Vec<String>> {
    let pages = told("pdftohtml", &["-xml", "-i", "-stdout", "FILE"], pdf)?;
    let items = pages.lines().filter(|line| line.starts_with("<item"));
    Some(
        items
            .map(|line| {
                let start = line.find('>').unwrap() + 1;
                line[start..].replace("</item>", "")
            })
            .collect(),
    )
}

/// The letters alone: no spaces, no line ends, none of the marks that only steer the direction, no
/// hyphens, since a line may end in one.
pub fn letters(text: &str) -> String {
    let steers = |sign: char| matches!(sign, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.chars()
        .filter(|sign| !sign.is_whitespace() && !steers(*sign))
        .filter(|sign| !matches!(sign, '-' | '\u{ad}' | '\u{2010}' | '\u{fe0f}'))
        .collect()
}
