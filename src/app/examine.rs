//! Looking closely at a file that came from elsewhere: what it is, whether it is what was sealed,
//! what it says, and what to do about it. Window, `verify` and round judge by this alone.

mod sentences;

use std::io::{self, Cursor, Read, Seek, SeekFrom};
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};

use crate::domain::{Explain as _, Message, StateCode, Submission};
use crate::format::{
    Alteration, BEGINNING, Diagnostic, FORMAT, LARGEST_FILE, LARGEST_PACKAGE, OpenedSubmission,
    Package, PackageFault, ROUND_FORMAT, RefusedPackage, Restored, SUBMISSION_FORMAT, Seal,
    SealFault, contained_in, is_newer_document, open_submission, read_assessment, read_package,
    restore, without_mark,
};
use crate::store::{self, Attempt, StoreError};

pub use crate::format::FileKind;

/// What a look at a file came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Examined {
    pub path: PathBuf,
    pub kind: FileKind,
    pub verdict: Verdict,
    /// What it says, where that can be read; to be relied on only where the file is intact.
    pub reply: Option<Submission>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// To the last byte what was sealed.
    Intact(Intact),
    /// Changed or cut off since it was sealed.
    NotIntact(NotIntact),
    /// To be read by a newer version of Guidepost alone.
    Newer,
    /// No reply that can be read.
    Unreadable(Unreadable),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Intact {
    pub seal: Seal,
    /// The names of the documents for reading that came with it.
    pub documents: Vec<String>,
    /// How many files of evidence came with it.
    pub evidence: usize,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotIntact {
    /// Its seal fits once this is undone: nothing that the State wrote was changed.
    Altered(Vec<Alteration>),
    /// Its seal does not fit.
    Sealed(SealFault),
    /// It is not the package as Guidepost wrote it. These replies or packages in it are whole.
    Package(Vec<PackageFault>, Vec<String>),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unreadable {
    /// The disk did not give it, or the program made a mistake.
    NotRead(Message),
    Empty,
    /// Nothing of Guidepost.
    Foreign,
    /// A ZIP, as Word and Excel files are, without a reply.
    ForeignArchive,
    /// Something that people work on, which bears no seal; of an assessment the State.
    Work(Option<StateCode>),
    /// An assessment that cannot be read.
    DamagedWork(Vec<Diagnostic>),
    /// The seal fits, but what was sealed cannot be read.
    Content(Vec<Diagnostic>),
}

/// What a look came to, before it is said of which file.
type Found = (FileKind, Verdict, Option<Submission>);

/// Looks closely at a file. Whatever is wrong with it is in the verdict; nothing is written, and no
/// more of it is held than is needed to judge it.
pub fn examine(path: &Path) -> Examined {
    let found = catch_unwind(|| match store::open(path) {
        Ok(mut file) => examine_source(&mut file, path),
        Err(fault) => Examined::not_read(path, fault.message()),
    });
    found.unwrap_or_else(|_| Examined::mistake(path))
}

/// Looks closely at the bytes of a file.
pub fn examine_bytes(bytes: &[u8], path: &Path) -> Examined {
    examine_source(&mut Cursor::new(bytes), path)
}

fn examine_source(source: &mut (impl Read + Seek), path: &Path) -> Examined {
    match look(source, path) {
        Ok((kind, verdict, reply)) => Examined {
            path: path.to_owned(),
            kind,
            verdict,
            reply,
        },
        Err(fault) => {
            let fault = StoreError::from_io(Attempt::Read, fault, path);
            Examined::not_read(path, fault.message())
        }
    }
}

fn look(source: &mut (impl Read + Seek), path: &Path) -> io::Result<Found> {
    let beginning = read_up_to(source, BEGINNING as u64)?;
    let kind = FileKind::of(&beginning);
    let length = source.seek(SeekFrom::End(0))?;
    let limit = match kind {
        FileKind::Package => LARGEST_PACKAGE,
        // A text has no such character in any encoding that is looked for; a picture or a PDF has.
        FileKind::Unknown if beginning.contains(&0) => {
            return Ok((kind, Verdict::Unreadable(Unreadable::Foreign), None));
        }
        _ => LARGEST_FILE,
    };
    if limit < length {
        let path = path.to_owned();
        let fault = StoreError::TooLarge {
            length,
            limit,
            path,
        };
        let fault = Unreadable::NotRead(fault.message());
        return Ok((kind, Verdict::Unreadable(fault), None));
    }
    if kind == FileKind::Package {
        let before = beginning.len() - without_mark(&beginning).len();
        return examine_package(source, before as u64);
    }
    source.rewind()?;
    let bytes = read_up_to(source, LARGEST_FILE)?;
    examine_text(&bytes, kind)
}

fn read_up_to(source: &mut impl Read, length: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    source.take(length).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn examine_text(bytes: &[u8], kind: FileKind) -> io::Result<Found> {
    let unreadable = |why| Ok((kind, Verdict::Unreadable(why), None));
    match kind {
        FileKind::Assessment | FileKind::Part if is_newer_document(bytes, FORMAT) => {
            Ok((kind, Verdict::Newer, None))
        }
        FileKind::Round if is_newer_document(bytes, ROUND_FORMAT) => {
            Ok((kind, Verdict::Newer, None))
        }
        FileKind::Part | FileKind::Round => unreadable(Unreadable::Work(None)),
        FileKind::Assessment => unreadable(match read_assessment(bytes, "") {
            Ok(assessment) => Unreadable::Work(Some(assessment.profile.state)),
            Err(faults) => Unreadable::DamagedWork(faults),
        }),
        FileKind::Unknown if bytes.is_empty() => unreadable(Unreadable::Empty),
        FileKind::Submission => examine_submission(bytes),
        FileKind::Unknown | FileKind::Package => match restore(bytes) {
            None => unreadable(Unreadable::Foreign),
            Some(restored) => examine_restored(restored),
        },
    }
}

fn examine_submission(bytes: &[u8]) -> io::Result<Found> {
    let OpenedSubmission { seal, content } = open_submission(bytes, "");
    let kind = FileKind::Submission;
    let seal = match seal {
        Err(SealFault::Newer(_)) => return Ok((kind, Verdict::Newer, content.ok())),
        Err(fault) => {
            if let Some(restored) = restore(bytes) {
                return examine_restored(restored);
            }
            let verdict = Verdict::NotIntact(NotIntact::Sealed(fault));
            return Ok((kind, verdict, content.ok()));
        }
        Ok(seal) => seal,
    };
    let (verdict, reply) = match content {
        Ok(reply) => (Verdict::Intact(Intact::alone(seal)), Some(reply)),
        Err(_) if is_newer_document(bytes, SUBMISSION_FORMAT) => (Verdict::Newer, None),
        Err(faults) => (Verdict::Unreadable(Unreadable::Content(faults)), None),
    };
    Ok((kind, verdict, reply))
}

/// Judges a file by what it is once all is undone that is known to happen on the way.
fn examine_restored(restored: Restored) -> io::Result<Found> {
    let Restored { alterations, bytes } = restored;
    let altered = Verdict::NotIntact(NotIntact::Altered(alterations));
    match FileKind::of(&bytes) {
        FileKind::Package => {
            let (kind, verdict, reply) = examine_package(&mut Cursor::new(bytes), 0)?;
            let is_intact = matches!(verdict, Verdict::Intact(_));
            Ok((kind, if is_intact { altered } else { verdict }, reply))
        }
        FileKind::Submission => {
            let OpenedSubmission { seal, content } = open_submission(&bytes, "");
            let verdict = match seal {
                Ok(_) => altered,
                Err(fault) => Verdict::NotIntact(NotIntact::Sealed(fault)),
            };
            Ok((FileKind::Submission, verdict, content.ok()))
        }
        kind => Ok((kind, Verdict::Unreadable(Unreadable::Foreign), None)),
    }
}

/// Looks at a ZIP that begins after so many bytes.
fn examine_package(source: &mut (impl Read + Seek), before: u64) -> io::Result<Found> {
    let kind = FileKind::Package;
    source.seek(SeekFrom::Start(before))?;
    let RefusedPackage { faults, reply } = match read_package(source) {
        Ok(package) => {
            let reply = Some(package.sealed.submission.clone());
            let verdict = if before == 0 {
                Verdict::Intact(Intact::packed(package))
            } else {
                Verdict::NotIntact(NotIntact::Altered(vec![Alteration::Mark]))
            };
            return Ok((kind, verdict, reply));
        }
        Err(refused) => refused,
    };
    if faults.contains(&PackageFault::Newer) {
        return Ok((kind, Verdict::Newer, None));
    }
    let opened = reply.map(|bytes| (open_submission(&bytes, ""), bytes));
    if let Some((opened, bytes)) = &opened
        && (matches!(opened.seal, Err(SealFault::Newer(_)))
            || is_newer_document(bytes, SUBMISSION_FORMAT))
    {
        return Ok((kind, Verdict::Newer, None));
    }
    let mut contained = contained_in(source);
    let is_foreign = faults.contains(&PackageFault::NotAPackage) && contained.is_empty();
    if is_foreign {
        return Ok((kind, Verdict::Unreadable(Unreadable::ForeignArchive), None));
    }
    let names = contained.iter().map(|each| each.name.clone()).collect();
    // Of several replies none is that of the file.
    let whole = contained.pop().filter(|_| contained.is_empty());
    let reply = match whole {
        Some(whole) => Some(whole.submission),
        None => opened.and_then(|(opened, _)| opened.content.ok()),
    };
    let verdict = Verdict::NotIntact(NotIntact::Package(faults, names));
    Ok((kind, verdict, reply))
}

impl Intact {
    fn alone(seal: Seal) -> Self {
        Self {
            seal,
            documents: Vec::new(),
            evidence: 0,
        }
    }

    fn packed(package: Package) -> Self {
        Self {
            seal: package.sealed.seal,
            documents: package.documents.into_keys().collect(),
            evidence: package.evidence.len(),
        }
    }
}

impl Examined {
    /// A file that the disk did not give, or that could not be looked at.
    pub(super) fn not_read(path: &Path, fault: Message) -> Self {
        Self {
            path: path.to_owned(),
            kind: FileKind::Unknown,
            verdict: Verdict::Unreadable(Unreadable::NotRead(fault)),
            reply: None,
        }
    }

    /// A file that tripped the program up.
    pub(super) fn mistake(path: &Path) -> Self {
        Self::not_read(path, Message::new("examine-mistake"))
    }

    pub fn intact(&self) -> Option<&Intact> {
        match &self.verdict {
            Verdict::Intact(intact) => Some(intact),
            _ => None,
        }
    }

    /// Whether what it says is what the State sealed, even where the file itself is not intact.
    pub fn is_reliable(&self) -> bool {
        match &self.verdict {
            Verdict::Intact(_) | Verdict::NotIntact(NotIntact::Altered(_)) => true,
            Verdict::NotIntact(NotIntact::Package(_, names)) => names.len() == 1,
            _ => false,
        }
    }

    /// Whose it is, as far as it can be told.
    pub fn state(&self) -> Option<StateCode> {
        match &self.verdict {
            Verdict::Unreadable(Unreadable::Work(state)) => *state,
            _ => self.reply.as_ref().map(Submission::state),
        }
    }
}
