//! The documents of a reply: the questionnaire as the reply fills it, for people who have no
//! Guidepost. They are made from the reply alone, so nothing that stays in the council is in them.

use super::export;
use super::submit::{SubmitError, file_name};
use crate::domain::{Explain, Instrument, Message, MessageValue, Submission};
use crate::format::{PackageFile, PackageFileKind, Seal};
use crate::report::{Format, QuestionnaireForm, Report, Subject, questionnaire};
use crate::words::{ENGLISH, Words};

/// The documents of a reply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Documents {
    /// As PDF where that can be made, and as DOCX.
    pub files: Vec<PackageFile>,
    /// Why there is no PDF, if there is none.
    pub without_pdf: Option<WithoutPdf>,
}

/// Why a reply has no PDF. Its DOCX holds the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WithoutPdf {
    /// The program was built without PDF.
    NotBuilt,
    /// Pages would show codes in place of characters.
    Characters(String),
    /// The pages could not be set.
    NotSet(Message),
}

impl Explain for WithoutPdf {
    fn message(&self) -> Message {
        match self {
            Self::NotBuilt => Message::new("without-pdf-not-built"),
            Self::Characters(characters) => {
                let characters = MessageValue::Text(characters.clone());
                Message::new("without-pdf-characters").with("characters", characters)
            }
            Self::NotSet(reason) => reason.clone(),
        }
    }
}

/// The questionnaire as a reply fills it, on the day of its release; the same reply gives the same
/// questionnaire.
pub fn as_questionnaire(
    instrument: &Instrument,
    state_name: &str,
    reply: &Submission,
    seal: &Seal,
) -> Report {
    let words = Words::load(ENGLISH);
    let subject = Subject {
        instrument,
        assessment: &reply.to_assessment(),
        state_name,
        date: reply.release.date,
        words: &words,
    };
    let code = &seal.code();
    questionnaire(&subject, QuestionnaireForm::Sent { reply, code })
}

/// The documents of a reply. Takes a second or more, so not on the window's thread.
pub fn documents(
    instrument: &Instrument,
    state_name: &str,
    reply: &Submission,
    seal: &Seal,
) -> Result<Documents, SubmitError> {
    let report = as_questionnaire(instrument, state_name, reply, seal);
    let file = |ending: &str, bytes| PackageFile {
        kind: PackageFileKind::Document,
        name: file_name(
            reply.state(),
            reply.revision,
            &format!("-questionnaire{ending}"),
        ),
        bytes,
    };
    let (mut files, mut without_pdf) = (Vec::new(), None);
    match pdf(&report) {
        Ok(bytes) => files.push(file(".pdf", bytes)),
        Err(why) => without_pdf = Some(why),
    }
    let docx = export::written_as(&report, Format::Docx)
        .map_err(|fault| SubmitError::NotEncoded(vec![Message::verbatim(&fault)]))?;
    files.push(file(".docx", docx.bytes));
    Ok(Documents { files, without_pdf })
}

#[cfg(feature = "pdf")]
fn pdf(report: &Report) -> Result<Vec<u8>, WithoutPdf> {
    let pages = export::written_as(report, Format::Pdf)
        .map_err(|fault| WithoutPdf::NotSet(Message::verbatim(&fault)))?;
    if pages.missing_characters.is_empty() {
        Ok(pages.bytes)
    } else {
        Err(WithoutPdf::Characters(export::characters(
            &pages.missing_characters,
        )))
    }
}

#[cfg(not(feature = "pdf"))]
fn pdf(_: &Report) -> Result<Vec<u8>, WithoutPdf> {
    Err(WithoutPdf::NotBuilt)
}
