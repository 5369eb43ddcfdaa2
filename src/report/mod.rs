//! What people read, edit and compare: neutral documents made from `domain` and `analysis`, and the
//! writers that turn them into bytes. Nothing here touches a file or a clock.
//!
//! A report is the same things three times over: a document to be read, tables to be worked with,
//! and records to be read by a program. Its figures are those of `analysis`, none is made here.

mod answers;
mod blank;
mod chart;
mod csv;
mod document;
mod docx;
mod figures;
mod gaps;
mod kept;
mod language;
mod long_form;
#[cfg(feature = "pdf")]
pub mod pdf;
mod plan;
mod questionnaire;
mod round_report;
mod sheets;
mod state_report;
mod subject;
mod table_parts;
mod threads;
mod visible;
mod xlsx;

use thiserror::Error;

use self::threads::NoThreads;
use crate::words::Words;

pub use chart::{Chart, CoverageBar, Figures, Mark, ShareBar, Tick, TimelineAction};
pub use document::{
    Alignment, Block, Cell, Column, ColumnRole, Document, Fact, HeadingLevel, Inline, Row, Table,
};
pub use long_form::Records;
pub use questionnaire::{QuestionnaireForm, questionnaire, reply_document};
pub use round_report::{FilesOfClass, RoundSubject, round_report};
pub use state_report::{StateReportPart, state_report};
pub use subject::Subject;

/// A report, ready to be written in any format.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// To be read from the first page to the last.
    pub document: Document,
    /// The name of the sheet that says what a workbook is.
    pub about: String,
    /// The same as tables, one for each sheet of a workbook.
    pub tables: Vec<Table>,
    pub records: Records,
}

/// What a report is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// A document to be edited.
    Docx,
    Xlsx,
    Csv,
    /// Pages to be printed and passed on.
    #[cfg(feature = "pdf")]
    Pdf,
}

impl Format {
    /// The end of the name of such a file.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Docx => ".docx",
            Self::Xlsx => ".xlsx",
            Self::Csv => ".csv",
            #[cfg(feature = "pdf")]
            Self::Pdf => ".pdf",
        }
    }
}

#[derive(Debug, Error)]
pub enum WriteError {
    #[error("the document could not be put together: {0}")]
    Docx(#[from] zip::result::ZipError),
    #[error("the workbook could not be put together: {0}")]
    Xlsx(#[from] rust_xlsxwriter::XlsxError),
    /// The workbook's writer asks the clock, and stops the program where that is before 1970.
    #[error(
        "this computer's clock is set before 1970, which no workbook can hold; set it, and try again"
    )]
    Clock,
    /// The workbook's writer has a thread for each sheet.
    #[error(transparent)]
    Threads(#[from] NoThreads),
    #[cfg(feature = "pdf")]
    #[error(transparent)]
    Pdf(#[from] pdf::PdfError),
}

impl Report {
    /// A report of these contents, with everything in it that can be shown shown.
    pub(crate) fn new(
        words: &Words,
        mut document: Document,
        mut tables: Vec<Table>,
        records: Records,
    ) -> Self {
        let mut found = visible::document(&mut document);
        for table in &mut tables {
            found |= visible::table(table);
        }
        if found {
            let (label, text) = ("report-note", "report-control-characters");
            let fact = Fact::new(words.say(label), words.say(text));
            document.facts.push(fact);
        }
        Self {
            document,
            about: words.say("report-sheet-about"),
            tables,
            records,
        }
    }
}

/// The bytes of a report; the same for the same report, and for PDF on machines with the same
/// fonts.
pub fn write(report: &Report, format: Format) -> Result<Vec<u8>, WriteError> {
    match format {
        Format::Docx => docx::write(&report.document),
        Format::Xlsx => xlsx::write(report),
        Format::Csv => Ok(csv::write(&report.records)),
        #[cfg(feature = "pdf")]
        Format::Pdf => {
            let pages = pdf::lay_out(&report.document, pdf::MachineFonts::WhereNeeded)?;
            Ok(pages.pdf()?)
        }
    }
}
