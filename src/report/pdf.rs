//! Writes the neutral document as PDF, through the typesetter. All reports share one template.

use std::collections::BTreeSet;
use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use guidepost_typesetter::{Date, Fonts, Pages, TypesetError, typeset};
use serde_json::{Value, json};
use thiserror::Error;

use super::Document;
use super::threads::{self, NoThreads};

pub use guidepost_typesetter::{MachineFonts, Picture};

/// The template, read as one text in this order.
const TEMPLATE: &str = concat!(
    include_str!("../../assets/report/words.typ"),
    include_str!("../../assets/report/page.typ"),
    include_str!("../../assets/report/tables.typ"),
    include_str!("../../assets/report/charts.typ"),
    include_str!("../../assets/report/flow.typ"),
);

/// The family that reports are set in, in its two weights.
const FONTS: &[&[u8]] = &[
    include_bytes!("../../assets/fonts/NotoSans-Regular.ttf"),
    include_bytes!("../../assets/fonts/NotoSans-SemiBold.ttf"),
];

/// Why a report could not be set in pages. No report that the program makes should meet one.
#[derive(Debug, Error)]
pub enum PdfError {
    #[error("the report cannot be handed to the typesetter: {0}")]
    Data(#[from] serde_json::Error),
    /// The typesetter shares its work out to threads.
    #[error(transparent)]
    Threads(#[from] NoThreads),
    #[error(transparent)]
    Typeset(#[from] TypesetError),
}

/// A report that is laid out in pages.
pub struct PaperReport {
    pages: Pages,
    identity: String,
    missing: BTreeSet<char>,
}

/// Lays `document` out in pages. Takes about a second for a hundred pages, so not on the window's
/// thread.
pub fn lay_out(document: &Document, machine: MachineFonts) -> Result<PaperReport, PdfError> {
    check_threads()?;
    let mut value = serde_json::to_value(document)?;
    for_each_text(&mut value, &mut |text| *text = readable(text));

    let mut all = String::new();
    for_each_text(&mut value, &mut |text| {
        all.push_str(text);
        all.push('\n');
    });
    let fonts = Fonts::for_text(FONTS, machine, &all);
    if !fonts.missing().is_empty() {
        for_each_text(&mut value, &mut |text| {
            *text = fonts.with_codes_for_missing(text).into_owned();
        });
    }

    let data = json!({ "families": fonts.families(), "document": value });
    let day = Date {
        year: document.date.year(),
        month: document.date.month().unsigned_abs(),
        day: document.date.day().unsigned_abs(),
    };
    let pages = typeset(TEMPLATE, serde_json::to_vec(&data)?, &fonts, day)?;
    Ok(PaperReport {
        pages,
        identity: format!("{}\n{}", document.title, document.subtitle),
        missing: fonts.missing().clone(),
    })
}

/// The threads of the typesetter are started once, and stay.
fn check_threads() -> Result<(), NoThreads> {
    static STARTED: AtomicBool = AtomicBool::new(false);
    if !STARTED.load(Ordering::Relaxed) {
        threads::check(thread::available_parallelism().map_or(1, NonZeroUsize::get))?;
        STARTED.store(true, Ordering::Relaxed);
    }
    Ok(())
}

impl PaperReport {
    pub fn page_count(&self) -> usize {
        self.pages.count()
    }

    /// How wide and high a page is, in points, `None` beyond the last; the first is 0.
    pub fn page_size(&self, page: usize) -> Option<[f32; 2]> {
        self.pages.size(page)
    }

    /// The report as PDF/UA-1. The same document gives the same bytes.
    pub fn pdf(&self) -> Result<Vec<u8>, PdfError> {
        Ok(self.pages.pdf(&self.identity)?)
    }

    /// A page as a picture, `None` beyond the last; the first is 0. A point is 1/72 of an inch.
    pub fn picture(&self, page: usize, pixels_per_point: f32) -> Option<Picture> {
        self.pages.picture(page, pixels_per_point)
    }

    /// The characters that no font has. Their codes stand in their place, such as `[U+1F600]`; DOCX
    /// keeps them.
    pub fn missing_characters(&self) -> &BTreeSet<char> {
        &self.missing
    }
}

/// Calls `change` with every text in `value`. Names of fields are not text.
fn for_each_text(value: &mut Value, change: &mut impl FnMut(&mut String)) {
    match value {
        Value::String(text) => change(text),
        Value::Array(items) => {
            for item in items {
                for_each_text(item, change);
            }
        }
        Value::Object(fields) => {
            for (_, field) in fields {
                for_each_text(field, change);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// `text` without what no page can show: every kind of line end as a line feed, and none of the
/// signs that only steer machines or turn the order of letters round.
fn readable(text: &str) -> String {
    let mut readable = String::with_capacity(text.len());
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '\r' if signs.peek() == Some(&'\n') => {}
            '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => readable.push('\n'),
            '\n' | '\t' => readable.push(sign),
            '\u{202d}' | '\u{202e}' | '\u{feff}' => {}
            _ if sign.is_control() || u32::from(sign) & 0xfffe == 0xfffe => {}
            _ => readable.push(sign),
        }
    }
    readable
}
