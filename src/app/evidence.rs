//! Files of evidence: copied into a folder beside the assessment, known by name and digest.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use super::file::ASSESSMENT_ENDING;
use crate::domain::{Assessment, Evidence};
use crate::store::{self, Fingerprint, StoreError};

/// The largest file of evidence, in bytes: 256 MiB.
pub const LARGEST_ATTACHMENT: u64 = 256 * 1024 * 1024;

/// The folder of an assessment's evidence: `NAME.evidence` beside `NAME.assessment.ron`.
pub fn folder(assessment: &Path) -> PathBuf {
    let name = assessment
        .file_name()
        .and_then(OsStr::to_str)
        .unwrap_or_default();
    let stem = name
        .strip_suffix(ASSESSMENT_ENDING)
        .or_else(|| name.strip_suffix(".ron"));
    assessment.with_file_name(format!("{}.evidence", stem.unwrap_or(name)))
}

/// Copies a file into the assessment's folder of evidence, and notes its name and digest. A file
/// of the same name and other content gets a number.
pub fn attach(
    assessment: &Path,
    attachment: &Path,
    evidence: &mut Evidence,
) -> Result<(), StoreError> {
    let bytes = store::read_up_to(attachment, LARGEST_ATTACHMENT)?;
    let folder = folder(assessment);
    store::make_folder(&folder)?;
    let name = attachment
        .file_name()
        .and_then(OsStr::to_str)
        .unwrap_or("evidence");
    let fingerprint = Fingerprint::of(&bytes, None);
    for number in 1.. {
        let path = folder.join(numbered(name, number));
        match store::fingerprint(&path)? {
            Some(there) if there.same_content(&fingerprint) => {}
            Some(_) => continue,
            None => {
                store::write_new(&path, &bytes)?;
            }
        }
        evidence.file_name = numbered(name, number);
        evidence.sha256 = fingerprint.hex();
        break;
    }
    Ok(())
}

/// The files that the assessment's evidence names, each once.
pub fn files(assessment: &Assessment) -> BTreeSet<&str> {
    let pieces = assessment
        .answers
        .values()
        .flat_map(|answer| &answer.evidence);
    let names = pieces.map(|(_, piece)| piece.file_name.as_str());
    // A name is never a path; one that is, in a file from elsewhere, leads nowhere.
    names
        .filter(|name| !name.is_empty() && Path::new(name).file_name() == Some(OsStr::new(name)))
        .collect()
}

/// Copies the files of evidence from the folder beside one file to that beside another; what
/// cannot be copied is told, and keeps none of the others back.
pub fn copy_all(assessment: &Assessment, from: &Path, to: &Path) -> Vec<StoreError> {
    let (from, to) = (folder(from), folder(to));
    let names = files(assessment);
    if names.is_empty() || store::is_same(&from, &to) {
        return Vec::new();
    }
    let copied = names
        .into_iter()
        .map(|name| copy(&from.join(name), &to.join(name)));
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

/// `law.pdf`, `law (2).pdf`, `law (3).pdf`.
fn numbered(name: &str, number: u32) -> String {
    if number == 1 {
        return name.to_owned();
    }
    match name.rsplit_once('.') {
        Some((stem, ending)) => format!("{stem} ({number}).{ending}"),
        None => format!("{name} ({number})"),
    }
}
