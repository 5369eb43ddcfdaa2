//! The package, `NAME.package.zip`: a reply together with the files that support it, as an ordinary
//! ZIP of one strict layout. `docs/package.md` writes that layout down, byte by byte.
//!
//! Since nothing in the layout is left to choice, every byte of it can be checked, and whatever
//! makes other archives dangerous cannot stand in it: there is no compression that could unpack to
//! gigabytes, no place for links, and no name that could leave a folder.

mod archive;
mod contained;
mod fault;
mod manifest;
mod name;

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;
use std::ops::Range;

use sha2::{Digest as _, Sha256};

use self::archive::{Archive, Entry};
pub use self::contained::{Contained, contained_in};
pub use self::fault::{FileFault, PackageFault};
use self::manifest::{Listed, MANIFEST};
use super::LARGEST_FILE;
use super::hex::hex;
use super::submission::{SealedSubmission, read_submission};
use crate::domain::Message;

/// The largest package that is read, in bytes: 1 GiB.
pub const LARGEST_PACKAGE: u64 = 1024 * 1024 * 1024;

/// How the names of documents end, in the order of the archive; there is at most one of each.
const DOCUMENT_ENDINGS: [&str; 2] = [".pdf", ".docx"];

/// How the name of the submission ends.
const SUBMISSION_ENDING: &str = ".submission.ron";

/// The most files that a package holds besides its manifest.
const MOST_FILES: usize = 10_000;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PackageFileKind {
    /// The sealed reply; the first file, and the only one of its kind.
    Submission,
    /// The reply as a document for people to read; it proves nothing.
    Document,
    /// A file that supports an answer.
    Evidence,
}

impl PackageFileKind {
    /// Every kind, in the order of the archive.
    const ALL: [Self; 3] = [Self::Submission, Self::Document, Self::Evidence];

    const fn token(self) -> &'static str {
        match self {
            Self::Submission => "submission",
            Self::Document => "document",
            Self::Evidence => "evidence",
        }
    }

    /// The folder in the archive, with its slash.
    const fn folder(self) -> &'static str {
        match self {
            Self::Submission => "",
            Self::Document => "documents/",
            Self::Evidence => "evidence/",
        }
    }

    /// The first format of the manifest that knows it.
    const fn since(self) -> u32 {
        match self {
            Self::Submission | Self::Evidence => 1,
            Self::Document => 2,
        }
    }
}

/// A file that goes into a package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackageFile {
    /// What it is.
    pub kind: PackageFileKind,
    /// Its plain name, without a folder.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// A package that is whole: every byte is where the layout wants it, and every digest fits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Package {
    /// The reply.
    pub sealed: SealedSubmission,
    /// Where the documents for reading stand in its bytes, by name. They are those that the manifest
    /// lists; no seal says that they say what the reply says.
    pub documents: BTreeMap<String, Range<usize>>,
    /// Where the files of evidence stand in its bytes, by name.
    pub evidence: BTreeMap<String, Range<usize>>,
}

/// A package that is not whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusedPackage {
    /// Why; at least one.
    pub faults: Vec<PackageFault>,
    /// The bytes of the submission in it, where they could be found without trusting the rest.
    pub reply: Option<Vec<u8>>,
}

/// Writes a package of the submission, its documents and the files of evidence, given in this order.
pub fn write_package(files: Vec<PackageFile>) -> Result<Vec<u8>, Vec<PackageFault>> {
    let listed: Vec<Listed> = files
        .iter()
        .map(|file| Listed {
            kind: file.kind,
            path: format!("{}{}", file.kind.folder(), file.name),
            length: file.bytes.len() as u64,
            digest: Sha256::digest(&file.bytes).into(),
        })
        .collect();
    let faults = faults_of(&listed);
    if !faults.is_empty() {
        return Err(faults);
    }
    let manifest = manifest::write(&listed)
        .map_err(|fault| vec![PackageFault::NotEncoded(Message::verbatim(&fault))])?;
    let named = listed.into_iter().zip(files);
    let named = named.map(|(listed, file)| (listed.path, file.bytes));
    let mut entries = vec![(MANIFEST.to_owned(), manifest.into_bytes())];
    entries.extend(named);
    let lengths = entries.iter();
    let lengths = lengths.map(|(name, bytes)| archive::length_in_archive(name, bytes));
    let length = lengths.sum();
    if LARGEST_PACKAGE < length {
        return Err(vec![PackageFault::TooLarge(length)]);
    }
    Ok(archive::write(entries, length))
}

/// Reads a package, and checks every byte of its layout, every digest and the seal. Nothing is
/// unpacked, and no more of it is held than its manifest and its reply.
pub fn read_package(source: &mut dyn Read) -> Result<Package, RefusedPackage> {
    let Archive {
        mut entries,
        faults,
    } = archive::read(source);
    let package = if faults.is_empty() {
        check(&entries)
    } else {
        Err(faults)
    };
    package.map_err(|faults| {
        let is_reply = |entry: &&mut Entry| entry.name.ends_with(SUBMISSION_ENDING);
        let reply = entries.iter_mut().take(2).find(is_reply);
        RefusedPackage {
            faults,
            reply: reply.map(|entry| std::mem::take(&mut entry.content)),
        }
    })
}

/// Checks an archive of the right layout: that its files are those of the manifest, and its evidence
/// that of the reply.
fn check(entries: &[Entry]) -> Result<Package, Vec<PackageFault>> {
    let Some((manifest, rest)) = entries.split_first() else {
        return Err(vec![PackageFault::NotAPackage]);
    };
    if LARGEST_FILE < manifest.place.len() as u64 {
        return Err(vec![PackageFault::LargeManifest]);
    }
    let listed = manifest::read(&manifest.content, MANIFEST).map_err(|faults| {
        faults
            .into_iter()
            .map(PackageFault::Manifest)
            .collect::<Vec<_>>()
    })?;
    let mut faults = faults_of(&listed);
    faults.extend(differences(&listed, rest));
    if !faults.is_empty() {
        return Err(faults);
    }
    // From here on the files are those of the manifest, in its order, each with its digest.
    let sealed = read_submission(&rest[0].content, &rest[0].name).map_err(|faults| {
        faults
            .into_iter()
            .map(PackageFault::Reply)
            .collect::<Vec<_>>()
    })?;
    let (mut documents, mut evidence) = (BTreeMap::new(), BTreeMap::new());
    let named = sealed.submission.evidence_files();
    for (listed, entry) in listed.iter().zip(rest) {
        let plain = listed.path.trim_start_matches(listed.kind.folder());
        let mut add = |fault| faults.push(PackageFault::of(plain, fault));
        match listed.kind {
            PackageFileKind::Submission => {}
            PackageFileKind::Document => {
                documents.insert(plain.to_owned(), entry.place.clone());
            }
            PackageFileKind::Evidence => {
                match named.get(plain) {
                    None => add(FileFault::NotNamed),
                    Some(digest) if *digest != hex(&listed.digest) => add(FileFault::OtherEvidence),
                    Some(_) => {}
                }
                evidence.insert(plain.to_owned(), entry.place.clone());
            }
        }
    }
    let missing = named.keys().filter(|file| !evidence.contains_key(**file));
    faults.extend(missing.map(|file| PackageFault::of(file, FileFault::Missing)));
    if !faults.is_empty() {
        return Err(faults);
    }
    Ok(Package {
        sealed,
        documents,
        evidence,
    })
}

/// What is wrong with the list of files itself.
fn faults_of(listed: &[Listed]) -> Vec<PackageFault> {
    if MOST_FILES < listed.len() {
        return vec![PackageFault::TooManyFiles];
    }
    if listed.is_empty() {
        return vec![PackageFault::NoSubmission];
    }
    let mut faults = Vec::new();
    let mut seen = BTreeSet::new();
    let (mut last_kind, mut last_ending) = (PackageFileKind::Submission, None);
    for (position, each) in listed.iter().enumerate() {
        let mut add = |fault| faults.push(PackageFault::of(&each.path, fault));
        match each.path.strip_prefix(each.kind.folder()).map(name::check) {
            None => add(FileFault::OtherFolder),
            Some(Err(why)) => add(FileFault::Name(why)),
            Some(Ok(())) => {}
        }
        if (position == 0) != (each.kind == PackageFileKind::Submission) {
            add(FileFault::SubmissionPlace);
        }
        if each.kind == PackageFileKind::Submission && !each.path.ends_with(SUBMISSION_ENDING) {
            add(FileFault::SubmissionName);
        }
        if each.kind < last_kind {
            add(FileFault::DocumentAfterEvidence);
        }
        last_kind = each.kind;
        if each.kind == PackageFileKind::Document {
            let mut endings = DOCUMENT_ENDINGS.iter();
            let ending = endings.position(|ending| each.path.ends_with(ending));
            if ending <= last_ending {
                add(FileFault::DocumentOrder);
            }
            last_ending = ending;
        }
        // Some disks take names for the same that differ in case alone.
        if !seen.insert(each.path.to_lowercase()) {
            add(FileFault::Twice);
        }
    }
    faults
}

/// Where the files in the archive are not those of the manifest.
fn differences(listed: &[Listed], entries: &[Entry]) -> Vec<PackageFault> {
    let mut faults = Vec::new();
    let (count, held) = (listed.len(), entries.len());
    if count != held {
        faults.push(PackageFault::Count {
            listed: count,
            held,
        });
    }
    for (listed, entry) in listed.iter().zip(entries) {
        let is_it = listed.length == entry.place.len() as u64 && listed.digest == entry.digest;
        if listed.path != entry.name {
            faults.push(PackageFault::of(&entry.name, FileFault::OtherFile));
        } else if !is_it {
            faults.push(PackageFault::of(&entry.name, FileFault::OtherDigest));
        }
    }
    faults
}
