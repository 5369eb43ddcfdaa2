//! The submission's file, `NAME.submission.ron`: the sealed reply of a State.

mod file;
mod reading;
mod seal;
mod writing;

pub use seal::{SEAL_WORD, Seal, SealFault, code_digits, is_sealed};

use self::file::SubmissionFile;
use super::document::{parse_document, write_document};
use super::faults::Faults;
use super::kind::text_of;
use super::{Diagnostic, FileKind};
use crate::domain::{Explain, Message, Submission};

/// The newest format of the submission's file that this program knows, and the one it writes.
pub const SUBMISSION_FORMAT: u32 = 1;

/// What every submission says of itself.
const ABOUT: &str = "prepared with Guidepost: its own questions on resolution 2002/13, not a form of the United Nations";

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealedSubmission {
    /// What it says.
    pub submission: Submission,
    /// The seal, which fits.
    pub seal: Seal,
}

/// Writes a submission, and puts the seal on it: the whole of the file.
pub fn write_submission(submission: &Submission) -> Result<(Vec<u8>, Seal), ron::Error> {
    let body = write_document(&writing::to_file(submission), 4)?;
    let seal = Seal::of(body.as_bytes());
    let mut bytes = seal.line().into_bytes();
    bytes.extend_from_slice(body.as_bytes());
    Ok((bytes, seal))
}

/// What some bytes are when they are read as a submission.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenedSubmission {
    /// The seal, or what is wrong with it.
    pub seal: Result<Seal, SealFault>,
    /// What the file says, whether or not its seal fits; or everything that is wrong with it.
    pub content: Result<Submission, Vec<Diagnostic>>,
}

/// Opens a submission and judges its seal and its content apart from each other.
pub fn open_submission(bytes: &[u8], name: &str) -> OpenedSubmission {
    let (body, seal) = seal::open(bytes);
    OpenedSubmission {
        seal,
        content: read_body(body, name),
    }
}

/// Why a reply cannot be relied on, or not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReplyFault {
    Seal(SealFault),
    Content(Diagnostic),
}

impl Explain for ReplyFault {
    fn message(&self) -> Message {
        match self {
            Self::Seal(fault) => fault.message(),
            Self::Content(fault) => fault.without_way_out(),
        }
    }
}

/// Reads a submission whose seal fits; `name` is what the faults call it.
pub fn read_submission(bytes: &[u8], name: &str) -> Result<SealedSubmission, Vec<ReplyFault>> {
    let OpenedSubmission { seal, content } = open_submission(bytes, name);
    match (seal, content) {
        (Ok(seal), Ok(submission)) => Ok(SealedSubmission { submission, seal }),
        (seal, content) => {
            let content = content.err().unwrap_or_default();
            // What is no submission at all needs no word about its seal.
            let seal = seal
                .err()
                .filter(|fault| *fault != SealFault::Missing || content.is_empty());
            let seal = seal.into_iter().map(ReplyFault::Seal);
            Err(seal
                .chain(content.into_iter().map(ReplyFault::Content))
                .collect())
        }
    }
}

fn read_body(body: &[u8], name: &str) -> Result<Submission, Vec<Diagnostic>> {
    let file: SubmissionFile = text_of(body, name, FileKind::Submission)
        .and_then(|text| parse_document(name, text, SUBMISSION_FORMAT))
        .map_err(|fault| vec![fault])?;
    let mut faults = Faults::new(name);
    let submission = reading::from_file(file, &mut faults);
    faults.finish(submission)
}
