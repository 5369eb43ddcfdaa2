//! Runs and paragraphs.

use super::xml::{escaped, is_right_to_left};
use crate::report::document::Inline;
use crate::report::language::Script;

/// The notes at the foot of pages.
#[derive(Debug, Default)]
pub(super) struct Notes {
    /// The markup of each note, in order.
    pub(super) texts: Vec<String>,
}

impl Notes {
    /// The number of the first note; those before it are the lines above the notes.
    pub(super) const FIRST: usize = 2;

    /// Adds a note; its number.
    pub(super) fn add(&mut self, line: &[Inline]) -> usize {
        // A note holds no note itself.
        let text = runs(line, &mut Self::default());
        self.texts.push(text);
        Self::FIRST + self.texts.len() - 1
    }
}

/// Whether a paragraph stays on the page of the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Keep {
    /// With the paragraph that follows.
    WithNext,
    /// Wherever the page ends.
    Loose,
}

/// Where a paragraph stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// Below what was before, its lines as its style has them.
    Usual,
    NewPage,
    /// Its lines end where lines end, as numbers do.
    AtEnd,
}

pub(super) fn paragraph(
    style: &str,
    keep: Keep,
    place: Place,
    line: &[Inline],
    notes: &mut Notes,
) -> String {
    let (page, justified) = match place {
        Place::Usual => ("", ""),
        Place::NewPage => ("<w:pageBreakBefore/>", ""),
        Place::AtEnd => ("", "<w:jc w:val=\"right\"/>"),
    };
    let direction = if is_right_to_left(&words(line)) {
        "<w:bidi/>"
    } else {
        ""
    };
    let keep = if keep == Keep::WithNext {
        "<w:keepNext/>"
    } else {
        ""
    };
    let runs = runs(line, notes);
    format!(
        "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{keep}{page}{direction}{justified}</w:pPr>{runs}</w:p>"
    )
}

pub(super) fn plain(style: &str, keep: Keep, text: &str) -> String {
    let line = [Inline::text(text)];
    paragraph(style, keep, Place::Usual, &line, &mut Notes::default())
}

pub(super) fn runs(line: &[Inline], notes: &mut Notes) -> String {
    let mut out = String::new();
    for piece in line {
        match piece {
            Inline::Text { text, language } => {
                out.push_str(&run_in(language.as_deref(), "", text));
            }
            Inline::Strong { text, language } => {
                out.push_str(&run_in(language.as_deref(), "<w:b/><w:bCs/>", text));
            }
            Inline::Emphasis { text } => out.push_str(&run("<w:i/><w:iCs/>", text)),
            Inline::TickBox => out.push_str(
                "<w:r><w:rPr><w:rFonts w:ascii=\"Segoe UI Symbol\" w:hAnsi=\"Segoe UI Symbol\" \
                 w:eastAsia=\"MS Gothic\" w:cs=\"Segoe UI Symbol\"/></w:rPr>\
                 <w:t>\u{2610}</w:t></w:r>",
            ),
            Inline::Note { text } => {
                let number = notes.add(text);
                let mark = format!(
                    "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr>\
                     <w:footnoteReference w:id=\"{number}\"/></w:r>"
                );
                out.push_str(&mark);
            }
        }
    }
    out
}

/// One run in the document's language: its line breaks and tabs are those of the text.
pub(super) fn run(properties: &str, text: &str) -> String {
    run_in(None, properties, text)
}

/// A run in a language, by its tag. Word keeps three for each run and takes the one of its script.
fn run_in(language: Option<&str>, properties: &str, text: &str) -> String {
    let language = language.map_or_else(String::new, |tag| {
        let script = match Script::of_language(tag) {
            Script::Arabic | Script::Hebrew => "bidi",
            Script::EastAsian => "eastAsia",
            Script::Other => "val",
        };
        format!("<w:lang w:{script}=\"{}\"/>", escaped(tag))
    });
    let direction = if is_right_to_left(text) {
        "<w:rtl/>"
    } else {
        ""
    };
    let mut out = format!("<w:r><w:rPr>{properties}{direction}{language}</w:rPr>");
    for (number, line) in text.split('\n').enumerate() {
        if number != 0 {
            out.push_str("<w:br/>");
        }
        for (number, words) in line.split('\t').enumerate() {
            if number != 0 {
                out.push_str("<w:tab/>");
            }
            if !words.is_empty() {
                let words = escaped(words);
                let words = format!("<w:t xml:space=\"preserve\">{words}</w:t>");
                out.push_str(&words);
            }
        }
    }
    out.push_str("</w:r>");
    out
}

/// The words of a line without its notes.
pub(super) fn words(line: &[Inline]) -> String {
    line.iter()
        .map(|piece| match piece {
            Inline::Text { text, .. } | Inline::Strong { text, .. } | Inline::Emphasis { text } => {
                text.as_str()
            }
            Inline::Note { .. } | Inline::TickBox => "",
        })
        .collect()
}
