//! The package, `NAME.package.zip`: a reply together with the files that support it, as an ordinary
//! ZIP of one strict layout. `docs/package.md` writes that layout down, byte by byte.
//!
//! Since nothing in the layout is left to choice, every byte of it can be checked, and whatever
//! makes other archives dangerous cannot stand in it: there is no compression that could unpack to
//! gigabytes, no place for links, and no name that could leave a folder.

mod archive;
mod crc;
mod manifest;
mod name;

use std::collections::BTreeMap;

use sha2::{Digest as _, Sha256};

use self::archive::Entry;
use self::manifest::{Listed, MANIFEST};
use super::hex::hex;
use super::submission::{SealedSubmission, read_submission};
use super::{Diagnostic, LARGEST_FILE};

/// The largest package that is read, in bytes: 1 GiB.
pub const LARGEST_PACKAGE: u64 = 1024 * 1024 * 1024;

/// How the names of documents end, in the order of the archive; there is at most one of each.
const DOCUMENT_ENDINGS: [&str; 2] = [".pdf", ".docx"];

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
pub struct Package<'a> {
    /// The reply.
    pub sealed: SealedSubmission,
    /// The documents for reading, by name. They are those that the manifest lists; no seal says that
    /// they say what the reply says.
    pub documents: BTreeMap<String, &'a [u8]>,
    /// The files of evidence, by name.
    pub evidence: BTreeMap<String, &'a [u8]>,
}

/// Writes a package of the submission, its documents and the files of evidence, given in this order.
pub fn write_package(files: &[PackageFile]) -> Result<Vec<u8>, Vec<Diagnostic>> {
    let fault = |message: String| vec![Diagnostic::whole("", message, "")];
    let listed: Vec<Listed> = files
        .iter()
        .map(|file| Listed {
            kind: file.kind,
            path: format!("{}{}", file.kind.folder(), file.name),
            length: file.bytes.len() as u64,
            digest: Sha256::digest(&file.bytes).into(),
        })
        .collect();
    let faults = faults_of(&listed, "");
    if !faults.is_empty() {
        return Err(faults);
    }
    let manifest = manifest::write(&listed).map_err(|err| fault(err.to_string()))?;
    let mut entries = vec![Entry {
        name: MANIFEST,
        bytes: manifest.as_bytes(),
    }];
    let named = listed.iter().zip(files).map(|(listed, file)| Entry {
        name: &listed.path,
        bytes: &file.bytes,
    });
    entries.extend(named);
    let length: u64 = entries.iter().map(Entry::length_in_archive).sum();
    if LARGEST_PACKAGE < length {
        return Err(fault(format!(
            "the files come to {length} bytes, and a package holds at most {LARGEST_PACKAGE}"
        )));
    }
    Ok(archive::write(&entries))
}

/// Reads a package, and checks every byte of its layout, every digest and the seal. `name` is what
/// the faults call it. Nothing is unpacked: the files are parts of `bytes`.
pub fn read_package<'a>(bytes: &'a [u8], name: &str) -> Result<Package<'a>, Vec<Diagnostic>> {
    let whole = |message: String, hint: &str| vec![Diagnostic::whole(name, message, hint)];
    let again = "Ask the sender for the package again.";
    let entries = archive::read(bytes, name)?;
    let Some((manifest, rest)) = entries
        .split_first()
        .filter(|(first, _)| first.name == MANIFEST)
    else {
        return Err(whole(
            format!(
                "it is a ZIP, but not a package of Guidepost: it does not begin with {MANIFEST}"
            ),
            "Ask the sender for the submission, or for the package as Guidepost wrote it.",
        ));
    };
    if LARGEST_FILE < manifest.bytes.len() as u64 {
        return Err(whole(
            "its manifest is too large to be one".to_owned(),
            again,
        ));
    }
    let at = format!("{name}, {MANIFEST}");
    let listed = manifest::read(manifest.bytes, &at)?;
    let mut faults = faults_of(&listed, name);
    faults.extend(differences(&listed, rest, name));
    if !faults.is_empty() {
        return Err(faults);
    }
    // From here on the files are those of the manifest, in its order, each with its digest.
    let sealed = read_submission(rest[0].bytes, &format!("{name}, {}", rest[0].name))?;
    let mut documents = BTreeMap::new();
    let mut evidence = BTreeMap::new();
    for (listed, entry) in listed.iter().zip(rest) {
        let plain = listed.path.trim_start_matches(listed.kind.folder());
        match listed.kind {
            PackageFileKind::Submission => {}
            PackageFileKind::Document => {
                documents.insert(plain.to_owned(), entry.bytes);
            }
            PackageFileKind::Evidence => {
                evidence.insert(plain.to_owned(), (entry.bytes, hex(&listed.digest)));
            }
        }
    }
    let named = sealed.submission.evidence_files();
    for (file, digest) in &named {
        match evidence.get(*file) {
            None => faults.push(Diagnostic::element(
                name,
                *file,
                "the submission names this file of evidence, and the package lacks it",
            )),
            Some((_, found)) if found != digest => faults.push(Diagnostic::element(
                name,
                *file,
                "this is not the file of evidence that the submission means: its digest differs",
            )),
            Some(_) => {}
        }
    }
    let strangers = evidence
        .keys()
        .filter(|file| !named.contains_key(file.as_str()));
    faults.extend(
        strangers
            .map(|file| Diagnostic::element(name, file, "the submission does not name this file")),
    );
    if !faults.is_empty() {
        return Err(faults);
    }
    let evidence = evidence
        .into_iter()
        .map(|(file, (bytes, _))| (file, bytes))
        .collect();
    Ok(Package {
        sealed,
        documents,
        evidence,
    })
}

/// Whether the bytes begin as an archive does.
pub fn is_archive(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK")
}

/// Whether an archive begins as a package does, whole or damaged.
pub fn begins_as_package(bytes: &[u8]) -> bool {
    bytes.get(30..30 + MANIFEST.len()) == Some(MANIFEST.as_bytes())
}

/// The bytes of the submission in a package, where it can be found without trusting the rest.
pub fn submission_in(bytes: &[u8]) -> Option<&[u8]> {
    let entries = archive::read(bytes, "").ok()?;
    let is_it = |entry: &&Entry<'_>| entry.name.ends_with(".submission.ron");
    entries.iter().find(is_it).map(|entry| entry.bytes)
}

/// What is wrong with the list of files itself.
fn faults_of(listed: &[Listed], file: &str) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    let mut seen = BTreeMap::new();
    let (mut last_kind, mut last_ending) = (PackageFileKind::Submission, None);
    if MOST_FILES < listed.len() {
        let message = format!(
            "it lists {} files, and at most {MOST_FILES} go into a package",
            listed.len()
        );
        return vec![Diagnostic::whole(file, message, "")];
    }
    for (position, each) in listed.iter().enumerate() {
        let mut add = |message: String| {
            faults.push(Diagnostic::element(
                file,
                format!("{:?}", each.path),
                message,
            ));
        };
        let plain = each.path.strip_prefix(each.kind.folder());
        match plain.map(name::check) {
            None => add(format!("it does not stand in {}", each.kind.folder())),
            Some(Err(why)) => add(why.to_owned()),
            Some(Ok(())) => {}
        }
        if (position == 0) != (each.kind == PackageFileKind::Submission) {
            add("a package holds one submission, and it comes first".to_owned());
        }
        if each.kind == PackageFileKind::Submission && !each.path.ends_with(".submission.ron") {
            add("the name of a submission ends with .submission.ron".to_owned());
        }
        if each.kind < last_kind {
            add("documents come before evidence".to_owned());
        }
        last_kind = each.kind;
        if each.kind == PackageFileKind::Document {
            let mut endings = DOCUMENT_ENDINGS.iter();
            let ending = endings.position(|ending| each.path.ends_with(ending));
            if ending <= last_ending {
                add("the documents of a package are one .pdf, then one .docx".to_owned());
            }
            last_ending = ending;
        }
        // Some disks take names for the same that differ in case alone.
        if seen.insert(each.path.to_lowercase(), position).is_some() {
            add("this name stands twice".to_owned());
        }
    }
    if listed.is_empty() {
        faults.push(Diagnostic::whole(file, "it holds no submission", ""));
    }
    faults
}

/// Where the files in the archive are not those of the manifest.
fn differences(listed: &[Listed], entries: &[Entry<'_>], file: &str) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    if listed.len() != entries.len() {
        let message = format!(
            "its manifest lists {} files, and it holds {}",
            listed.len(),
            entries.len()
        );
        faults.push(Diagnostic::whole(
            file,
            message,
            "Ask the sender for the package again.",
        ));
    }
    for (listed, entry) in listed.iter().zip(entries) {
        let mut add = |message: &str| {
            faults.push(Diagnostic::element(
                file,
                format!("{:?}", entry.name),
                message,
            ));
        };
        if listed.path != entry.name {
            add("its manifest has another file at this place");
        } else if listed.length != entry.bytes.len() as u64
            || listed.digest != <[u8; 32]>::from(Sha256::digest(entry.bytes))
        {
            add("it is not the file of which the manifest gives the digest");
        }
    }
    faults
}
