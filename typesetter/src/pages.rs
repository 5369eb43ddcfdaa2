//! A document that is laid out in pages, and what it can be written as.

use thiserror::Error;
use typst::comemo;
use typst::diag::SourceDiagnostic;
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};
use typst_render::RenderOptions;

use crate::fonts::Fonts;
use crate::world::ClosedWorld;

/// After how many documents what was remembered of one, to set it faster again, is dropped.
const REMEMBERED_DOCUMENTS: usize = 2;

/// A day, the only date in a PDF.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Date {
    pub year: i16,
    pub month: u8,
    /// The day of the month, from 1.
    pub day: u8,
}

/// Why a document could not be set.
#[derive(Debug, Error)]
pub enum TypesetError {
    /// A day that no calendar has.
    #[error("{year}-{month:02}-{day:02} is no date", year = .0.year, month = .0.month, day = .0.day)]
    Date(Date),
    /// The template and its data do not fit together; a fault of the program.
    #[error("the pages cannot be laid out: {0}")]
    Layout(String),
    /// What was laid out breaks a rule of PDF/UA-1.
    #[error("the pages cannot be written as PDF/UA-1: {0}")]
    Pdf(String),
}

/// A document that is laid out in pages.
pub struct Pages {
    document: PagedDocument,
    written: Datetime,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// How many pixels it is wide.
    pub width: u32,
    /// How many pixels it is high.
    pub height: u32,
    /// Red, green, blue and opacity of each pixel, line by line from the top; all opaque.
    pub rgba: Vec<u8>,
}

/// Lays `template` out with `data`, which is JSON and which it reads as the file `data.json`;
/// `day` is today, and the day when the file was made.
pub fn typeset(
    template: &str,
    data: Vec<u8>,
    fonts: &Fonts,
    day: Date,
) -> Result<Pages, TypesetError> {
    let written =
        Datetime::from_ymd(day.year.into(), day.month, day.day).ok_or(TypesetError::Date(day))?;
    let world = ClosedWorld::new(template, data, fonts, written)
        .map_err(|err| TypesetError::Layout(err.to_string()))?;
    let document = typst::compile::<PagedDocument>(&world).output;
    comemo::evict(REMEMBERED_DOCUMENTS);
    match document {
        Ok(document) => Ok(Pages { document, written }),
        Err(faults) => Err(TypesetError::Layout(in_words(&faults, &world))),
    }
}

impl Pages {
    /// How many pages there are.
    pub fn count(&self) -> usize {
        self.document.pages().len()
    }

    /// How wide and high a page is, in points, `None` beyond the last; the first is 0.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a page is told in points, of which a millionth does not matter"
    )]
    pub fn size(&self, page: usize) -> Option<[f32; 2]> {
        let size = self.document.pages().get(page)?.frame.size();
        Some([size.x.to_pt() as f32, size.y.to_pt() as f32])
    }

    /// The pages as PDF/UA-1: tagged for screen readers, the fonts within. `identity` stays the
    /// same for all versions of one document.
    pub fn pdf(&self, identity: &str) -> Result<Vec<u8>, TypesetError> {
        let standards = PdfStandards::new(&[PdfStandard::Ua_1])
            .map_err(|fault| TypesetError::Pdf(fault.message().to_string()))?;
        let options = PdfOptions {
            ident: Smart::Custom(identity.to_owned()),
            creator: Smart::Custom(Some("Guidepost".to_owned())),
            timestamp: Some(Timestamp::new_utc(self.written)),
            standards,
            ..PdfOptions::default()
        };
        typst_pdf::pdf(&self.document, &options).map_err(|faults| {
            let messages: Vec<String> = faults.iter().map(with_hints).collect();
            TypesetError::Pdf(messages.join("; "))
        })
    }

    /// A page as a picture, `None` beyond the last; the first is 0. A point is 1/72 of an inch.
    pub fn picture(&self, page: usize, pixels_per_point: f32) -> Option<Picture> {
        let options = RenderOptions {
            pixel_per_pt: f64::from(pixels_per_point).into(),
            ..RenderOptions::default()
        };
        let drawn = typst_render::render(self.document.pages().get(page)?, &options);
        Some(Picture {
            width: drawn.width(),
            height: drawn.height(),
            rgba: drawn.take(),
        })
    }
}

fn in_words(faults: &[SourceDiagnostic], world: &ClosedWorld<'_>) -> String {
    let messages: Vec<String> = faults
        .iter()
        .map(|fault| {
            use typst::WorldExt as _;
            let place = world
                .range(fault.span)
                .and_then(|range| world.line(range.start));
            match place {
                Some(line) => format!("line {line}: {}", with_hints(fault)),
                None => with_hints(fault),
            }
        })
        .collect();
    messages.join("; ")
}

fn with_hints(fault: &SourceDiagnostic) -> String {
    let hints = fault.hints.iter().map(|hint| format!(" ({})", hint.v));
    std::iter::once(fault.message.to_string())
        .chain(hints)
        .collect()
}
