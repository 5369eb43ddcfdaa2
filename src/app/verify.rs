//! Verifying: whether a file that was received is what was sealed, and what that proves.

use std::path::{Path, PathBuf};

use crate::domain::{StateCode, States, Submission};
use crate::format::{
    Diagnostic, DocumentKind, LARGEST_PACKAGE, OpenedSubmission, Package, SealFault, is_archive,
    is_newer_document, is_sealed, open_submission, read_package, submission_in,
};
use crate::store::{self, StoreError};

/// What a verification came to, for one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// The file.
    pub path: PathBuf,
    /// Whether it is, to the last byte, what was sealed, and can be read.
    pub intact: bool,
    /// What it is.
    pub kind: FileKind,
    /// Whose reply it is, as far as it can be told.
    pub state: Option<StateCode>,
    /// Which revision it is, as far as it can be told.
    pub revision: Option<u32>,
    /// The short code; only of an intact file.
    pub code: Option<String>,
    /// The names of the documents for reading that came with it: those of an intact package.
    pub documents: Vec<String>,
    /// All of this in words.
    pub text: String,
}

/// A file that was looked at closely: the verdict, and what it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Examined {
    pub verdict: Verdict,
    /// What it came to, in one word.
    pub finding: Finding,
    /// Everything that is wrong with the file, one phrase each, without the way out.
    pub faults: Vec<String>,
    /// What it says, where that can be read; to be relied on only where the file is intact.
    pub reply: Option<Submission>,
    /// How many files of evidence came with it: those of an intact package.
    pub evidence: usize,
}

/// What a verification came to, in one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Finding {
    /// To the last byte what was sealed.
    Intact,
    /// Changed or cut off since it was sealed.
    NotIntact,
    /// Not to be read, by any version of Guidepost as far as can be told.
    Unreadable,
    /// To be read by a newer version of Guidepost alone.
    Newer,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// A sealed reply.
    Submission,
    /// A reply with its evidence.
    Package,
    /// A State's working file.
    Assessment,
    /// Some questions, lent to another office.
    Part,
    /// The replies to one call.
    Round,
    /// Nothing that Guidepost knows.
    Unknown,
}

impl FileKind {
    /// The word for it in JSON.
    pub const fn token(self) -> &'static str {
        match self {
            Self::Submission => "submission",
            Self::Package => "package",
            Self::Assessment => "assessment",
            Self::Part => "part",
            Self::Round => "round",
            Self::Unknown => "unknown",
        }
    }

    /// What some bytes are, by what they begin with.
    pub fn of(bytes: &[u8]) -> Self {
        if is_archive(bytes) {
            return Self::Package;
        }
        if is_sealed(bytes) {
            return Self::Submission;
        }
        let text = String::from_utf8_lossy(bytes.get(..4096).unwrap_or(bytes));
        match DocumentKind::of(&text) {
            Some(DocumentKind::Submission) => Self::Submission,
            Some(DocumentKind::Assessment) => Self::Assessment,
            Some(DocumentKind::Part) => Self::Part,
            Some(DocumentKind::Round) => Self::Round,
            None => Self::Unknown,
        }
    }
}

/// Whether the name of the file ends as that of a package.
pub(super) fn is_named_as_package(path: &Path) -> bool {
    path.extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("zip"))
}

/// Reads a file that may be a package; any other is held to the limit for documents.
pub fn read(path: &Path) -> Result<Vec<u8>, StoreError> {
    if is_named_as_package(path) {
        store::read_up_to(path, LARGEST_PACKAGE)
    } else {
        store::read(path)
    }
}

/// Verifies a file. Whatever is wrong with it is in the verdict; nothing is written.
pub fn verify(path: &Path, states: &States) -> Verdict {
    match read(path) {
        Ok(bytes) => judge(path, &bytes, states),
        Err(fault) => unread(path, FileKind::Unknown, &fault).verdict,
    }
}

pub fn judge(path: &Path, bytes: &[u8], states: &States) -> Verdict {
    examine(path, bytes, states).verdict
}

/// Reads a file that is of this kind by what it begins with, and looks at it closely.
pub fn read_and_examine(path: &Path, kind: FileKind, states: &States) -> Examined {
    let bytes = match kind {
        FileKind::Package => store::read_up_to(path, LARGEST_PACKAGE),
        _ => store::read(path),
    };
    match bytes {
        Ok(bytes) => examine(path, &bytes, states),
        Err(fault) => unread(path, kind, &fault),
    }
}

/// Looks closely at the bytes of a file.
pub fn examine(path: &Path, bytes: &[u8], states: &States) -> Examined {
    let kind = FileKind::of(bytes);
    match kind {
        FileKind::Package => examine_package(path, bytes, states),
        FileKind::Submission => examine_submission(path, bytes, states),
        FileKind::Assessment | FileKind::Part | FileKind::Round => {
            let what = match kind {
                FileKind::Assessment => "an assessment, a State's working file",
                FileKind::Part => "a part of an assessment",
                _ => "a round of replies",
            };
            let text = format!(
                "This is {what}; it bears no seal, so nothing can be said about whether it was \
                 changed. Ask the sender for the submission."
            );
            nothing(path, kind, &text)
        }
        FileKind::Unknown if bytes.is_empty() => Examined {
            faults: vec!["the file is empty".to_owned()],
            ..nothing(
                path,
                kind,
                "The file is empty. Ask the sender for it again.",
            )
        },
        FileKind::Unknown => {
            let fault = "this is neither a submission nor a package of Guidepost, or its first line, \
                 the seal, was damaged";
            let text = "This is neither a submission nor a package of Guidepost, or its first line, \
                 the seal, was damaged. Ask the sender for the submission.";
            Examined {
                faults: vec![fault.to_owned()],
                ..nothing(path, kind, text)
            }
        }
    }
}

/// A file of which nothing can be read, until more is known.
fn nothing(path: &Path, kind: FileKind, text: &str) -> Examined {
    Examined {
        verdict: Verdict {
            path: path.to_owned(),
            intact: false,
            kind,
            state: None,
            revision: None,
            code: None,
            documents: Vec::new(),
            text: text.to_owned(),
        },
        finding: Finding::Unreadable,
        faults: Vec::new(),
        reply: None,
        evidence: 0,
    }
}

/// A file that the disk did not give.
pub(super) fn unread(path: &Path, kind: FileKind, fault: &dyn ToString) -> Examined {
    let fault = fault.to_string();
    Examined {
        faults: vec![fault.clone()],
        ..nothing(path, kind, &format!("It could not be read: {fault}"))
    }
}

fn examine_submission(path: &Path, bytes: &[u8], states: &States) -> Examined {
    let OpenedSubmission { seal, content } = open_submission(bytes, "");
    let mut found = nothing(path, FileKind::Submission, "");
    found.verdict.text = match (&seal, &content) {
        (Ok(seal), Ok(submission)) => {
            found.finding = Finding::Intact;
            found.verdict.intact = true;
            found.verdict.code = Some(seal.code());
            let what = describe(submission, states);
            format!(
                "Intact: the file is, to the last byte, what was sealed. {what} {}",
                proves(&seal.code())
            )
        }
        (Ok(_), Err(faults)) => format!(
            "The seal fits, but this version of Guidepost cannot read what was sealed: {}",
            sentences(faults)
        ),
        (Err(fault), Ok(submission)) => format!(
            "Not intact: {fault}. What it says can be read, but not relied on. {} Ask the sender \
             for the file again.",
            describe(submission, states)
        ),
        (Err(fault), Err(faults)) => format!(
            "Not intact: {fault}. {} Ask the sender for the file again.",
            sentences(faults)
        ),
    };
    match &seal {
        Ok(_) if content.is_err() && is_newer_document(bytes) => found.finding = Finding::Newer,
        Ok(_) => {}
        Err(fault) => {
            let is_newer = matches!(fault, SealFault::Newer(_));
            found.finding = if is_newer {
                Finding::Newer
            } else {
                Finding::NotIntact
            };
            found.faults.push(fault.to_string());
        }
    }
    match content {
        Ok(submission) => found.say(submission),
        Err(faults) => found.faults.extend(phrases(faults)),
    }
    found
}

fn examine_package(path: &Path, bytes: &[u8], states: &States) -> Examined {
    let mut found = nothing(path, FileKind::Package, "");
    match read_package(bytes, "") {
        Ok(Package {
            sealed,
            documents,
            evidence,
        }) => {
            let code = sealed.seal.code();
            let files = match evidence.len() {
                0 => "It holds no files of evidence.".to_owned(),
                1 => "Its one file of evidence is the one that the reply names.".to_owned(),
                count => format!("Its {count} files of evidence are those that the reply names."),
            };
            found.verdict.documents = documents.into_keys().collect();
            found.verdict.text = format!(
                "Intact: every byte of the package is as Guidepost wrote it, and the seal of the \
                 reply in it fits. {} {}{files} {}",
                describe(&sealed.submission, states),
                for_reading(&found.verdict.documents),
                proves(&code)
            );
            found.finding = Finding::Intact;
            found.evidence = evidence.len();
            found.verdict.intact = true;
            found.verdict.code = Some(code);
            found.say(sealed.submission);
        }
        Err(faults) => {
            found.finding = Finding::NotIntact;
            found.verdict.text = format!(
                "Not intact: {} Nothing was unpacked. Ask the sender for the package again.",
                sentences(&faults)
            );
            found.faults = phrases(faults);
            if let Some(inside) = submission_in(bytes) {
                let OpenedSubmission { seal, content } = open_submission(inside, "");
                if is_newer_document(inside) || matches!(seal, Err(SealFault::Newer(_))) {
                    found.finding = Finding::Newer;
                }
                if let Ok(submission) = content {
                    found.say(submission);
                }
            }
        }
    }
    found
}

impl Examined {
    /// Takes in what the file says.
    fn say(&mut self, submission: Submission) {
        self.verdict.state = Some(submission.state());
        self.verdict.revision = Some(submission.revision);
        self.reply = Some(submission);
    }
}

/// Whose reply it is, to what, and who released it.
fn describe(submission: &Submission, states: &States) -> String {
    let Submission {
        revision,
        release,
        call,
        answers,
        sample,
        ..
    } = submission;
    let name = states.name(submission.state());
    let call = match (call.title.as_str(), call.id.as_str()) {
        ("", "") => "a call that it does not name".to_owned(),
        ("", id) => format!("the call {id}"),
        (title, _) => format!("\"{title}\""),
    };
    let sample = sample
        .as_ref()
        .map(|source| format!(" It is a sample, {source}, and nobody's reply."))
        .unwrap_or_default();
    let answers = match answers.len() {
        1 => "1 answer".to_owned(),
        count => format!("{count} answers"),
    };
    format!(
        "It is revision {revision} of the reply of {name} to {call}, with {answers}, released by \
         {}, {}, {}, on {}.{sample}",
        release.name, release.title, release.body, release.date
    )
}

/// What documents are for, with their names.
fn for_reading(documents: &[String]) -> String {
    if documents.is_empty() {
        return String::new();
    }
    format!(
        "For reading it holds {}; no seal covers that, and the sealed reply decides. ",
        documents.join(" and ")
    )
}

fn proves(code: &str) -> String {
    format!(
        "Its code is {code}. That proves that nothing was changed since it was sealed; it does not \
         prove who sealed it: compare the code with that in the cover letter."
    )
}

fn sentences(faults: &[Diagnostic]) -> String {
    let mut text = faults
        .iter()
        .map(|fault| fault.to_string().trim_end_matches('.').to_owned())
        .collect::<Vec<_>>()
        .join("; ");
    text.push('.');
    text
}

/// What is wrong, a phrase each; the way out is the same for all.
fn phrases(faults: Vec<Diagnostic>) -> Vec<String> {
    let phrase = |fault: Diagnostic| {
        let hint = String::new();
        Diagnostic { hint, ..fault }.to_string()
    };
    faults.into_iter().map(phrase).collect()
}
