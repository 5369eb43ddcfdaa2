//! Reports of the assessment that is open: made in memory, for window and command line alike.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::civil::Date;

use super::{Library, submit};
use crate::domain::{Assessment, Explain, Message, Submission, WithApplication};
#[cfg(feature = "pdf")]
use crate::report::pdf::{self, PdfError};
use crate::report::{
    self, Format, QuestionnaireForm, Report, StateReportPart, Subject, WriteError,
};
use crate::store::{self, Backups};
use crate::words::Words;

/// What is made of an assessment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Export {
    /// The State's own report with these parts.
    StateReport(BTreeSet<StateReportPart>),
    /// The questionnaire as it is filled, with how far things are applied or without.
    Questionnaire(WithApplication),
    /// The questionnaire to be filled in by hand.
    BlankQuestionnaire,
}

/// Whether this program sets pages: as PDF, and to be looked at.
pub const HAS_PAGES: bool = cfg!(feature = "pdf");

/// What a report can be written as, the most finished first.
pub const FORMATS: &[Format] = &[
    #[cfg(feature = "pdf")]
    Format::Pdf,
    Format::Docx,
    Format::Xlsx,
    Format::Csv,
];

/// Why a report was not made.
#[derive(Debug)]
pub enum ExportError {
    /// The name of the file does not say what it is to be.
    UnknownEnding(PathBuf),
    /// It is to be a PDF, and the program was built without.
    WithoutPdf(PathBuf),
    /// The report could not be written.
    Write(WriteError),
}

impl Explain for ExportError {
    fn message(&self) -> Message {
        match self {
            Self::UnknownEnding(path) => Message::new("export-unknown-ending")
                .text("pages", if HAS_PAGES { "yes" } else { "no" })
                .path("path", path),
            Self::WithoutPdf(path) => Message::new("export-without-pdf").path("path", path),
            Self::Write(fault) => Message::verbatim(fault),
        }
    }
}

impl From<WriteError> for ExportError {
    fn from(fault: WriteError) -> Self {
        Self::Write(fault)
    }
}

/// The format that the end of a name asks for.
pub fn format_of(path: &Path) -> Result<Format, ExportError> {
    let end = path.extension().unwrap_or_default().to_string_lossy();
    match end.to_lowercase().as_str() {
        "docx" => Ok(Format::Docx),
        "xlsx" => Ok(Format::Xlsx),
        "csv" => Ok(Format::Csv),
        #[cfg(feature = "pdf")]
        "pdf" => Ok(Format::Pdf),
        #[cfg(not(feature = "pdf"))]
        "pdf" => Err(ExportError::WithoutPdf(path.to_owned())),
        _ => Err(ExportError::UnknownEnding(path.to_owned())),
    }
}

/// The report of an assessment on a day.
pub fn report(
    library: &Library,
    assessment: &Assessment,
    words: &Words,
    date: Date,
    export: &Export,
    backups: Option<&Backups>,
) -> Report {
    let state_name = library.states.name(assessment.profile.state);
    let subject = Subject {
        instrument: &library.instrument,
        assessment,
        state_name: &state_name,
        date,
        words,
    };
    report_of(&subject, export, backups)
}

/// The report of a subject, with the dated copies of its assessment.
pub fn report_of(subject: &Subject<'_>, export: &Export, backups: Option<&Backups>) -> Report {
    match export {
        Export::StateReport(parts) => report::state_report(subject, parts),
        Export::Questionnaire(with_application) => {
            let code = code(subject.assessment, *with_application, backups);
            let form = QuestionnaireForm::Filled {
                code: code.as_deref(),
                with_application: *with_application,
            };
            report::questionnaire(subject, form)
        }
        Export::BlankQuestionnaire => report::questionnaire(subject, QuestionnaireForm::Blank),
    }
}

/// A report in a format.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The file.
    pub bytes: Vec<u8>,
    /// Typed characters that no font of this machine has. Pages show their codes in their place;
    /// DOCX keeps them.
    pub missing_characters: Vec<char>,
}

/// The bytes of the report in the format that the name of the file asks for.
pub fn bytes(report: &Report, path: &Path) -> Result<Vec<u8>, ExportError> {
    Ok(written(report, path)?.bytes)
}

/// The report in the format that the name of the file asks for.
pub fn written(report: &Report, path: &Path) -> Result<Written, ExportError> {
    Ok(written_as(report, format_of(path)?)?)
}

/// The report in a format.
pub fn written_as(report: &Report, format: Format) -> Result<Written, WriteError> {
    check_clock(format, store::now())?;
    match format {
        #[cfg(feature = "pdf")]
        Format::Pdf => Ok(as_pages(report)?),
        format => Ok(Written {
            bytes: report::write(report, format)?,
            missing_characters: Vec::new(),
        }),
    }
}

fn check_clock(format: Format, now: Timestamp) -> Result<(), WriteError> {
    if format == Format::Xlsx && now < Timestamp::UNIX_EPOCH {
        return Err(WriteError::Clock);
    }
    Ok(())
}

/// The codes of characters that no font has; the characters themselves could not be shown.
pub fn codes(characters: &[char]) -> String {
    let codes = characters
        .iter()
        .map(|c| format!("[U+{:04X}]", u32::from(*c)));
    codes.collect::<Vec<String>>().join(" ")
}

/// Characters, each with its code.
pub fn characters(signs: &[char]) -> String {
    let signs = signs
        .iter()
        .map(|sign| format!("{sign} [U+{:04X}]", u32::from(*sign)));
    signs.collect::<Vec<_>>().join(", ")
}

#[cfg(feature = "pdf")]
fn as_pages(report: &Report) -> Result<Written, PdfError> {
    let pages = pdf::lay_out(&report.document, pdf::MachineFonts::WhereNeeded)?;
    Ok(Written {
        bytes: pages.pdf()?,
        missing_characters: pages.missing_characters().iter().copied().collect(),
    })
}

/// The short code of the reply that was sent last, where the questionnaire says exactly what that
/// reply says.
fn code(
    assessment: &Assessment,
    with_application: WithApplication,
    backups: Option<&Backups>,
) -> Option<String> {
    let (last, _) = submit::last_sent(assessment, backups)?;
    let mut said = assessment.answers.values();
    if said.any(|answer| !answer.is_empty() && answer.cleared.is_none()) {
        return None;
    }
    let now = Submission::of(
        assessment,
        last.submission.revision,
        last.submission.release.clone(),
        with_application,
    );
    now.says_the_same(&last.submission)
        .then(|| last.seal.code())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_workbook_wants_a_clock_after_1970() {
        let before = Timestamp::from_second(-1).unwrap();
        assert!(matches!(
            check_clock(Format::Xlsx, before),
            Err(WriteError::Clock)
        ));
        assert!(check_clock(Format::Xlsx, Timestamp::UNIX_EPOCH).is_ok());
        assert!(check_clock(Format::Docx, before).is_ok());
    }
}
