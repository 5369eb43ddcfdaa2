//! Submitting: from the assessment to the sealed file that is sent.
//!
//! The order keeps the record whole: the file is made in memory and read back there; its revision
//! and digest are noted in the assessment, and the assessment is saved; only then is the file kept
//! beside the backups and written. Where the last step fails, the same reply is offered again, since
//! nothing has changed; a revision never stands for two contents.

use std::path::Path;

use super::delivery::PlaceError;
use super::evidence;
use crate::analysis::{EvidenceFault, Finding, Outgoing, Unreleased, checks, outgoing};
use crate::domain::{
    Assessment, Change, Explain, Instrument, Message, MessageValue, Release, Sent, Stamp,
    StateCode, Submission, WithApplication,
};
use crate::format::{
    PackageFile, PackageFileKind, Seal, SealedSubmission, read_package, read_submission,
    write_package, write_submission,
};
use crate::store::{Backups, StoreError};

/// The end of the name of a submission's file.
pub const SUBMISSION_ENDING: &str = ".submission.ron";

/// The end of the name of a package.
pub const PACKAGE_ENDING: &str = ".package.zip";

/// What is to be sent, and who releases it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// Who releases it, and on which day.
    pub release: Release,
    /// What happens to answers that are not cleared.
    pub unreleased: Unreleased,
    /// Whether it is sent how far things are applied.
    pub with_application: WithApplication,
}

/// Why nothing was sent.
#[derive(Debug)]
pub enum SubmitError {
    /// Something stands in the way of a final reply.
    Blocked(Vec<Finding>),
    /// Nobody has said who releases it: `name`, `title` or `body` is missing.
    ReleaseIncomplete(&'static str),
    /// All numbers of revisions are used up.
    NoRevisionLeft,
    /// The reply, or the package, could not be made.
    NotEncoded(Vec<Message>),
    /// What was made says something else when it is read back.
    ReadsBackDifferently,
    /// It may not be written there.
    Place(PlaceError),
    /// Files of evidence cannot go along.
    Evidence(Vec<EvidenceFault>),
    /// The disk refused.
    Store(StoreError),
}

impl Explain for SubmitError {
    fn message(&self) -> Message {
        match self {
            Self::Blocked(findings) => {
                let blocking = findings.iter().filter(|each| each.blocks).count();
                Message::new("submit-is-blocked").number("count", blocking)
            }
            Self::ReleaseIncomplete(what) => {
                Message::new("submit-release-incomplete").text("what", what)
            }
            Self::NoRevisionLeft => Message::new("submit-no-revision-left"),
            Self::NotEncoded(reasons) => Message::new("submit-not-encoded")
                .with("reason", MessageValue::Messages(reasons.clone())),
            Self::ReadsBackDifferently => Message::new("submit-reads-back-differently"),
            Self::Place(fault) => fault.message(),
            Self::Evidence(_) => Message::new("submit-evidence"),
            Self::Store(fault) => fault.message(),
        }
    }
}

impl From<StoreError> for SubmitError {
    fn from(fault: StoreError) -> Self {
        Self::Store(fault)
    }
}

impl From<PlaceError> for SubmitError {
    fn from(fault: PlaceError) -> Self {
        Self::Place(fault)
    }
}

/// A reply that is ready to be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prepared {
    /// What it says.
    pub submission: Submission,
    pub seal: Seal,
    /// The sealed file.
    pub bytes: Vec<u8>,
    /// Whether it is the file that was sent last: nothing has changed since.
    pub is_again: bool,
}

/// The reply that was sent last, as it was kept, if it is still what the assessment says was sent.
pub fn last_sent(
    assessment: &Assessment,
    backups: Option<&Backups>,
) -> Option<(SealedSubmission, Vec<u8>)> {
    let last = assessment.sent.last()?;
    let bytes = backups?.sent().ok()??;
    let sealed = read_submission(&bytes, "").ok()?;
    let is_it = sealed.seal.hex() == last.digest
        && sealed.submission.revision == last.revision
        && sealed.submission.identity == assessment.identity;
    is_it.then_some((sealed, bytes))
}

/// What would leave and what would stay, field by field, and what changed since the last reply.
pub fn preview(
    instrument: &Instrument,
    assessment: &Assessment,
    with_application: WithApplication,
    backups: Option<&Backups>,
) -> Vec<Outgoing> {
    let last = last_sent(assessment, backups).map(|(sealed, _)| sealed.submission);
    outgoing(instrument, assessment, with_application, last.as_ref())
}

/// Makes the reply, and changes nothing yet. Content that has not changed since the last reply
/// gives that file again.
pub fn prepare(
    instrument: &Instrument,
    assessment: &Assessment,
    request: Request,
    backups: Option<&Backups>,
) -> Result<Prepared, SubmitError> {
    let release = &request.release;
    let parts = [
        ("name", &release.name),
        ("title", &release.title),
        ("body", &release.body),
    ];
    if let Some((what, _)) = parts.iter().find(|(_, text)| text.trim().is_empty()) {
        return Err(SubmitError::ReleaseIncomplete(what));
    }
    let findings = checks(instrument, assessment, request.unreleased);
    if findings.iter().any(|finding| finding.blocks) {
        return Err(SubmitError::Blocked(findings));
    }
    let revision = next_revision(assessment).ok_or(SubmitError::NoRevisionLeft)?;
    let submission = Submission::of(
        assessment,
        revision,
        request.release,
        request.with_application,
    );
    if let Some((last, bytes)) = last_sent(assessment, backups)
        && submission.says_the_same(&last.submission)
    {
        return Ok(Prepared {
            submission: last.submission,
            seal: last.seal,
            bytes,
            is_again: true,
        });
    }
    seal(submission)
}

fn next_revision(assessment: &Assessment) -> Option<u32> {
    let last = assessment.sent.iter().map(|sent| sent.revision).max();
    last.unwrap_or_default().checked_add(1)
}

/// The revision that a reply would have now: that of the last one where it says the same.
pub fn revision_of(assessment: &Assessment, request: &Request, last: Option<&Submission>) -> u32 {
    let next = next_revision(assessment).unwrap_or(u32::MAX);
    let release = request.release.clone();
    let reply = Submission::of(assessment, next, release, request.with_application);
    match last {
        Some(last) if reply.says_the_same(last) => last.revision,
        _ => next,
    }
}

/// A plain name for the file of a reply: `CAN-revision-1.submission.ron`.
pub fn file_name(state: StateCode, revision: u32, ending: &str) -> String {
    format!("{state}-revision-{revision}{ending}")
}

/// The short code of a reply that was sent; nothing where its digest is none.
pub fn code_of(sent: &Sent) -> Option<String> {
    Seal::parse(&sent.digest).map(|seal| seal.code())
}

/// Makes the sealed file of a submission, and reads it back.
pub fn seal(submission: Submission) -> Result<Prepared, SubmitError> {
    let (bytes, seal) = write_submission(&submission)
        .map_err(|fault| SubmitError::NotEncoded(vec![Message::verbatim(&fault)]))?;
    match read_submission(&bytes, "") {
        Ok(back) if back.submission == submission && back.seal == seal => Ok(Prepared {
            submission,
            seal,
            bytes,
            is_again: false,
        }),
        _ => Err(SubmitError::ReadsBackDifferently),
    }
}

impl Prepared {
    /// What has to be noted and saved in the assessment before the file is written; nothing where
    /// it was sent before.
    pub fn change(&self, released_by: Stamp) -> Option<Change> {
        let sent = Sent {
            revision: self.submission.revision,
            digest: self.seal.hex(),
            when: released_by.when,
            title: self.submission.release.title.clone(),
            reference: self.submission.release.reference.clone(),
            released_by,
        };
        (!self.is_again).then(|| Change::Sent(sent.revision, Some(Box::new(sent))))
    }

    /// The package around the reply: with its documents, and with the files of evidence that it
    /// names, from their folder.
    pub fn package(
        &self,
        documents: Vec<PackageFile>,
        evidence_folder: &Path,
    ) -> Result<Vec<u8>, SubmitError> {
        let mut files = vec![PackageFile {
            kind: PackageFileKind::Submission,
            name: self.name(),
            bytes: self.bytes.clone(),
        }];
        files.extend(documents);
        let named = self.submission.evidence_files();
        let faults = evidence::faults(&named, evidence_folder);
        if !faults.is_empty() {
            return Err(SubmitError::Evidence(faults));
        }
        let read = evidence::read(&named, evidence_folder)?.into_iter();
        files.extend(read.map(|(name, bytes)| PackageFile {
            kind: PackageFileKind::Evidence,
            name,
            bytes,
        }));
        let bytes = write_package(files).map_err(|faults| {
            SubmitError::NotEncoded(faults.iter().map(Explain::message).collect())
        })?;
        match read_package(&mut bytes.as_slice()) {
            Ok(back) if back.sealed.submission == self.submission => Ok(bytes),
            _ => Err(SubmitError::ReadsBackDifferently),
        }
    }

    /// A plain name for the file: `CAN-revision-1.submission.ron`.
    pub fn name(&self) -> String {
        let Submission { revision, .. } = self.submission;
        file_name(self.submission.state(), revision, SUBMISSION_ENDING)
    }
}
