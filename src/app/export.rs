//! Reports of the assessment that is open: made in memory, for window and command line alike.

use std::collections::BTreeSet;
use std::path::Path;

use jiff::civil::Date;
use thiserror::Error;

use super::{Library, submit};
use crate::domain::{Assessment, Submission, WithApplication};
use crate::report::{
    self, Format, QuestionnaireForm, Report, StateReportPart, Subject, WriteError,
};
use crate::store::Backups;
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

/// Why a report was not made.
#[derive(Debug, Error)]
pub enum ExportError {
    /// The name of the file does not say what it is to be.
    #[error("{0}")]
    Format(String),
    /// The report could not be written.
    #[error(transparent)]
    Write(#[from] WriteError),
}

/// The format that the end of a name asks for.
pub fn format_of(path: &Path) -> Result<Format, ExportError> {
    let end = path.extension().unwrap_or_default().to_string_lossy();
    match end.to_lowercase().as_str() {
        "docx" => Ok(Format::Docx),
        "xlsx" => Ok(Format::Xlsx),
        "csv" => Ok(Format::Csv),
        "pdf" => Err(ExportError::Format(format!(
            "this program was built without PDF (feature pdf); end the name in .docx, .xlsx or \
             .csv: {}",
            path.display()
        ))),
        _ => Err(ExportError::Format(format!(
            "the end of the name says what is written; end it in .docx, .xlsx or .csv: {}",
            path.display()
        ))),
    }
}

/// The report of an assessment on a day.
#[must_use]
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
    match export {
        Export::StateReport(parts) => report::state_report(&subject, parts),
        Export::Questionnaire(with_application) => {
            let code = code(assessment, *with_application, backups);
            let form = QuestionnaireForm::Filled {
                code: code.as_deref(),
                with_application: *with_application,
            };
            report::questionnaire(&subject, form)
        }
        Export::BlankQuestionnaire => report::questionnaire(&subject, QuestionnaireForm::Blank),
    }
}

/// The bytes of the report in the format that the name of the file asks for.
pub fn bytes(report: &Report, path: &Path) -> Result<Vec<u8>, ExportError> {
    Ok(report::write(report, format_of(path)?)?)
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
