//! The submission's file, `NAME.submission.ron`: the sealed reply of a State.

mod file;
mod reading;
mod seal;
mod writing;

pub use seal::{Seal, SealFault, code_digits, is_sealed};

use self::file::SubmissionFile;
use super::document::{parse_document, write_document};
use super::faults::Faults;
use super::kind::text_of;
use super::{Diagnostic, DocumentKind};
use crate::domain::Submission;

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

/// Reads a submission whose seal fits; `name` is what the faults call it.
pub fn read_submission(bytes: &[u8], name: &str) -> Result<SealedSubmission, Vec<Diagnostic>> {
    open_submission(bytes, name).if_intact(name)
}

impl OpenedSubmission {
    /// What it says, if its seal fits; `name` is what the faults call it.
    pub fn if_intact(self, name: &str) -> Result<SealedSubmission, Vec<Diagnostic>> {
        match (self.seal, self.content) {
            (Ok(seal), Ok(submission)) => Ok(SealedSubmission { submission, seal }),
            // What is no submission at all needs no word about its seal.
            (Err(SealFault::Missing) | Ok(_), Err(faults)) => Err(faults),
            (Err(fault), content) => {
                let hint = match fault {
                    SealFault::Newer(_) => {
                        "Open it with a newer version of Guidepost; it has been left as it is."
                    }
                    _ => "Ask the sender for the file again.",
                };
                let mut faults = vec![Diagnostic::whole(name, fault.to_string(), hint)];
                faults.extend(content.err().unwrap_or_default());
                Err(faults)
            }
        }
    }
}

fn read_body(body: &[u8], name: &str) -> Result<Submission, Vec<Diagnostic>> {
    let file: SubmissionFile = text_of(body, name, DocumentKind::Submission)
        .and_then(|text| parse_document(name, text, SUBMISSION_FORMAT))
        .map_err(|fault| vec![fault])?;
    let mut faults = Faults::new(name);
    let submission = reading::from_file(file, &mut faults);
    faults.finish(submission)
}
