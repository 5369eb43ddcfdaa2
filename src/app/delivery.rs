//! The last steps of a reply, the same for window and command line: what is written is put
//! together before its revision is noted, and written once the note is saved.

use std::path::{Path, PathBuf};

use super::documents::{Documents, WithoutPdf, documents};
use super::file::{self, Existing};
use super::submit::{PACKAGE_ENDING, Prepared, SUBMISSION_ENDING, SubmitError};
use crate::domain::{Explain, Instrument, Message};
use crate::format::{BEGINNING, FileKind};
use crate::store::{self, Backups, StoreError};

/// The end of the name of a cover letter.
pub const LETTER_ENDING: &str = ".txt";

/// What is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// The sealed reply alone.
    Submission,
    /// The reply with its documents and the files of evidence that it names.
    Package,
}

impl Form {
    /// The end of the file's name.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Submission => SUBMISSION_ENDING,
            Self::Package => PACKAGE_ENDING,
        }
    }
}

/// Why nothing that is made of work may be written there.
#[derive(Debug)]
pub enum PlaceError {
    Taken(StoreError),
    /// There is an assessment, a part or a round.
    IsWork(PathBuf),
}

impl Explain for PlaceError {
    fn message(&self) -> Message {
        match self {
            Self::Taken(fault) => fault.message(),
            Self::IsWork(path) => Message::new("place-is-work").path("path", path),
        }
    }
}

/// Refuses a place where no reply and no report may be written: one that is taken, unless what
/// stands there may go, and an assessment, a part or a round in any case, whatever way the path
/// leads there.
pub fn check_place(path: &Path, existing: Existing) -> Result<(), PlaceError> {
    if existing == Existing::Stays && store::is_there(path) {
        let path = path.to_owned();
        return Err(PlaceError::Taken(StoreError::Exists { path }));
    }
    let beginning = store::read_beginning(path, BEGINNING as u64);
    if beginning.is_ok_and(|bytes| FileKind::of(&bytes).is_work()) {
        return Err(PlaceError::IsWork(path.to_owned()));
    }
    Ok(())
}

/// What is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contents {
    /// The file.
    pub bytes: Vec<u8>,
    /// What went into it beside the reply, where it is a package.
    pub packed: Option<Packed>,
}

/// What went into a package beside the reply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Packed {
    /// The names of its documents.
    pub documents: Vec<String>,
    /// Why none of them is a PDF, if none is.
    pub without_pdf: Option<WithoutPdf>,
    /// How many files of evidence there are.
    pub evidence: usize,
}

/// Puts together what is written. A package takes a second or more, so not on the window's thread.
pub fn contents(
    prepared: &Prepared,
    form: Form,
    evidence_folder: &Path,
    instrument: &Instrument,
    state_name: &str,
) -> Result<Contents, SubmitError> {
    if form == Form::Submission {
        return Ok(Contents {
            bytes: prepared.bytes.clone(),
            packed: None,
        });
    }
    let reply = &prepared.submission;
    let Documents { files, without_pdf } =
        documents(instrument, state_name, reply, &prepared.seal)?;
    let packed = Packed {
        documents: files.iter().map(|file| file.name.clone()).collect(),
        without_pdf,
        evidence: reply.evidence_files().len(),
    };
    Ok(Contents {
        bytes: prepared.package(files, evidence_folder)?,
        packed: Some(packed),
    })
}

/// What came of the last step.
#[derive(Debug)]
pub struct Delivery {
    /// Why no copy of the reply could be kept beside the backups, if none could: the next reply
    /// gets a new revision, even with the same content.
    pub not_kept: Option<StoreError>,
    /// Whether the file is written and read back.
    pub written: Result<(), StoreError>,
}

/// Keeps the reply beside the backups, so that it can be offered again, and writes the file.
pub fn deliver(
    prepared: &Prepared,
    contents: &[u8],
    path: &Path,
    existing: Existing,
    backups: Option<&Backups>,
) -> Delivery {
    let not_kept = match backups {
        Some(backups) => backups.keep_sent(&prepared.bytes).err(),
        None => Some(StoreError::NoHome),
    };
    Delivery {
        not_kept,
        written: file::write(path, contents, existing),
    }
}
