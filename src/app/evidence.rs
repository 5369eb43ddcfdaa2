//! Files of evidence: copied into a folder beside the assessment, known by name and digest.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use super::file::ASSESSMENT_ENDING;
use crate::analysis::EvidenceFault;
use crate::domain::{
    Assessment, Evidence, Explain as _, is_same_file_name, plain_file_name, visible_line,
};
use crate::format::LARGEST_PACKAGE;
use crate::store::{self, Fingerprint, StoreError};

/// The largest file of evidence, in bytes: 256 MiB.
pub const LARGEST_ATTACHMENT: u64 = 256 * 1024 * 1024;

/// The folder of an assessment's evidence: `NAME.evidence` beside `NAME.assessment.ron`, where the
/// links of its path lead.
pub fn folder(assessment: &Path) -> PathBuf {
    let assessment = store::without_links(assessment);
    let name = assessment
        .file_name()
        .and_then(OsStr::to_str)
        .unwrap_or_default();
    let stem = name
        .strip_suffix(ASSESSMENT_ENDING)
        .or_else(|| name.strip_suffix(".ron"));
    assessment.with_file_name(format!("{}.evidence", stem.unwrap_or(name)))
}

/// The title of a piece of evidence of which nothing is known but its file.
pub fn title_of(attachment: &Path) -> String {
    let stem = attachment.file_stem().unwrap_or_default();
    visible_line(&stem.to_string_lossy()).trim().to_owned()
}

/// Copies a file into the assessment's folder of evidence, under a name that every disk and every
/// package takes, and notes that name and the digest. Where the name is taken by another content, in
/// the folder or in the assessment, it gets a number.
pub fn attach(
    assessment: &Assessment,
    path: &Path,
    attachment: &Path,
    piece: &mut Evidence,
) -> Result<(), StoreError> {
    let bytes = store::read_up_to(attachment, LARGEST_ATTACHMENT)?;
    let digest = Fingerprint::of(&bytes, None).hex();
    let there = Folder::open(&folder(path))?;
    store::make_folder(&there.path)?;
    let named = files(assessment);
    let wanted = attachment.file_name().unwrap_or_default().to_string_lossy();
    for number in 1.. {
        let mut name = plain_file_name(&wanted, number);
        let known = named
            .iter()
            .find(|(known, _)| is_same_file_name(known, &name));
        match known {
            Some((known, of_known)) if *of_known == digest => (*known).clone_into(&mut name),
            Some(_) => continue,
            None => {}
        }
        match there.named(&name).next() {
            Some(taken) if there.digest(&taken)? != digest => continue,
            Some(_) => {}
            None => match store::write_new(&there.path.join(&name), &bytes) {
                // Another file was attached under this name in this moment.
                Err(StoreError::Exists { .. }) => continue,
                written => drop(written?),
            },
        }
        piece.file_name = name;
        piece.sha256 = digest;
        break;
    }
    Ok(())
}

/// The files that the assessment's evidence names, each once, with their digests.
pub fn files(assessment: &Assessment) -> BTreeMap<&str, &str> {
    let answers = assessment.answers.values();
    let pieces = answers.flat_map(|answer| &answer.evidence);
    pieces
        .filter(|(_, piece)| !piece.file_name.is_empty())
        .map(|(_, piece)| (piece.file_name.as_str(), piece.sha256.as_str()))
        .collect()
}

/// What keeps files of evidence, given by name and digest, out of a package. Reads all of them.
pub fn faults(files: &BTreeMap<&str, &str>, folder: &Path) -> Vec<EvidenceFault> {
    match Folder::open(folder) {
        Ok(there) => there.faults(files),
        Err(fault) => vec![EvidenceFault::Unreadable {
            name: folder.display().to_string(),
            why: fault.message(),
        }],
    }
}

/// Reads the files of evidence that a package takes, each with its name.
pub fn read(
    files: &BTreeMap<&str, &str>,
    folder: &Path,
) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
    let there = Folder::open(folder)?;
    let read = files.iter().map(|(name, digest)| {
        let path = there.place_of(name, digest);
        Ok((
            (*name).to_owned(),
            store::read_up_to(&path, LARGEST_ATTACHMENT)?,
        ))
    });
    read.collect()
}

/// Copies the files of evidence from the folder beside one file to that beside another; what
/// cannot be copied is told, and keeps none of the others back.
pub fn copy_all(assessment: &Assessment, from: &Path, to: &Path) -> Vec<StoreError> {
    let (from, to) = (folder(from), folder(to));
    let files = files(assessment);
    if files.is_empty() || store::is_same(&from, &to) {
        return Vec::new();
    }
    let there = match Folder::open(&from) {
        Ok(there) => there,
        Err(fault) => return vec![fault],
    };
    // A name is never a path; one that is, in a file from elsewhere, leads nowhere.
    let plain = files
        .iter()
        .filter(|(name, _)| Path::new(name).file_name() == Some(OsStr::new(name)));
    let copied = plain.map(|(name, digest)| copy(&there.place_of(name, digest), &to.join(name)));
    copied.filter_map(Result::err).collect()
}

fn copy(from: &Path, to: &Path) -> Result<(), StoreError> {
    let bytes = store::read_up_to(from, LARGEST_ATTACHMENT)?;
    if let Some(folder) = to.parent() {
        store::make_folder(folder)?;
    }
    let same = |there: Fingerprint| there.same_content(&Fingerprint::of(&bytes, None));
    if store::fingerprint(to)?.is_some_and(same) {
        return Ok(());
    }
    store::write_new(to, &bytes)?;
    Ok(())
}

/// A folder of evidence as it was found; one that is not there is empty.
struct Folder {
    path: PathBuf,
    names: Vec<OsString>,
    digests: RefCell<BTreeMap<PathBuf, String>>,
}

impl Folder {
    fn open(path: &Path) -> Result<Self, StoreError> {
        let names = match store::names_in(path) {
            Err(StoreError::NotFound { .. }) => Vec::new(),
            names => names?,
        };
        Ok(Self {
            path: path.to_owned(),
            names,
            digests: RefCell::default(),
        })
    }

    /// The files of this name, the very same first: a disk or a copy may have changed its case, or
    /// how its accents are written.
    fn named(&self, name: &str) -> impl Iterator<Item = PathBuf> {
        let (exact, others): (Vec<_>, Vec<_>) = self
            .names
            .iter()
            .filter(|there| is_same_file_name(&there.to_string_lossy(), name))
            .partition(|there| *there == name);
        exact
            .into_iter()
            .chain(others)
            .map(|there| self.path.join(there))
    }

    fn digest(&self, path: &Path) -> Result<String, StoreError> {
        if let Some(known) = self.digests.borrow().get(path) {
            return Ok(known.clone());
        }
        let digest = store::fingerprint(path)?
            .map(|there| there.hex())
            .unwrap_or_default();
        let mut digests = self.digests.borrow_mut();
        Ok(digests.entry(path.to_owned()).or_insert(digest).clone())
    }

    /// The file of this content: of this name, or else of whatever name.
    fn find(&self, name: &str, digest: &str) -> Option<PathBuf> {
        let all = self.names.iter().map(|there| self.path.join(there));
        let mut places = self.named(name).chain(all);
        places.find(|path| self.digest(path).is_ok_and(|there| there == digest))
    }

    /// Where the file stands, or would.
    fn place_of(&self, name: &str, digest: &str) -> PathBuf {
        let place = self.find(name, digest).or_else(|| self.named(name).next());
        place.unwrap_or_else(|| self.path.join(name))
    }

    /// Sizes are summed up before anything is read.
    fn faults(&self, files: &BTreeMap<&str, &str>) -> Vec<EvidenceFault> {
        let mut faults = Vec::new();
        let mut total: u64 = 0;
        let mut to_read = Vec::new();
        for (position, (&name, &digest)) in files.iter().enumerate() {
            let owned = name.to_owned();
            let mut before = files.keys().take(position);
            if !is_same_file_name(&plain_file_name(name, 1), name) {
                faults.push(EvidenceFault::NotPlain(owned));
                continue;
            }
            if before.any(|known| is_same_file_name(known, name)) {
                faults.push(EvidenceFault::NameTaken(owned));
                continue;
            }
            let Some(path) = self.named(name).next() else {
                to_read.push((name, digest));
                continue;
            };
            match store::length(&path) {
                Ok(length) if LARGEST_ATTACHMENT < length => {
                    let limit = LARGEST_ATTACHMENT;
                    faults.push(EvidenceFault::TooLarge {
                        name: owned,
                        length,
                        limit,
                    });
                }
                Ok(length) => {
                    total = total.saturating_add(length);
                    to_read.push((name, digest));
                }
                Err(fault) => faults.push(EvidenceFault::Unreadable {
                    name: owned,
                    why: fault.message(),
                }),
            }
        }
        if LARGEST_PACKAGE < total {
            let limit = LARGEST_PACKAGE;
            faults.push(EvidenceFault::AllTooLarge {
                length: total,
                limit,
            });
            return faults;
        }
        faults.extend(to_read.into_iter().filter_map(|(name, digest)| {
            let is_there = self.named(name).next().is_some();
            match self.find(name, digest) {
                Some(_) => None,
                None if is_there => Some(EvidenceFault::Changed(name.to_owned())),
                None => Some(EvidenceFault::Missing(name.to_owned())),
            }
        }));
        faults
    }
}
