//! What is whole in an archive that is no package as Guidepost wrote it: one that was unpacked and
//! packed again, or that somebody put around a file for the mail.

use std::io::{Read, Seek, SeekFrom};

use zip::ZipArchive;

use super::{LARGEST_PACKAGE, MOST_FILES, SUBMISSION_ENDING, read_package};
use crate::domain::Submission;
use crate::format::LARGEST_FILE;
use crate::format::submission::{SealedSubmission, read_submission};

/// How many files of an archive are looked into.
const MAX_LOOKED_INTO: usize = 32;

/// The largest directory of an archive that is read, in bytes.
const LARGEST_DIRECTORY: u32 = 8 * 1024 * 1024;

/// The end record of an archive, and the longest comment after it.
const END_LENGTH: usize = 22;
const LONGEST_COMMENT: usize = 0xffff;

/// A sealed reply or a package in an archive, to the last byte as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contained {
    /// Its name in the archive, with its folders.
    pub name: String,
    pub submission: Submission,
}

/// The replies and packages in any archive that are whole.
pub fn contained_in(mut source: impl Read + Seek) -> Vec<Contained> {
    let mut found = Vec::new();
    if !is_readable(&mut source).unwrap_or(false) {
        return found;
    }
    let Ok(mut archive) = ZipArchive::new(source) else {
        return found;
    };
    let mut left = LARGEST_PACKAGE;
    let mut looked_into = 0;
    for place in 0..archive.len() {
        let Ok(mut file) = archive.by_index(place) else {
            continue;
        };
        let Some(name) = file.name().ok().map(std::borrow::Cow::into_owned) else {
            continue;
        };
        let plain = name.rsplit(['/', '\\']).next().unwrap_or_default();
        let plain = plain.to_lowercase();
        // What a Mac adds has the name of what it stands for.
        let is_ours = !plain.starts_with("._") && !name.starts_with("__MACOSX/");
        let is_reply = plain.ends_with(SUBMISSION_ENDING);
        let is_archive = plain.rsplit('.').next() == Some("zip");
        if !is_ours || !(is_reply || is_archive) || looked_into == MAX_LOOKED_INTO {
            continue;
        }
        looked_into += 1;
        let limit = if is_reply {
            LARGEST_FILE
        } else {
            LARGEST_PACKAGE
        };
        let mut unpacked = (&mut file).take(left.min(limit));
        let limit = unpacked.limit();
        let sealed = if is_reply {
            read_whole(&mut unpacked)
        } else {
            let package = read_package(&mut unpacked).ok();
            package.map(|package| package.sealed)
        };
        left -= limit - unpacked.limit();
        if let Some(SealedSubmission { submission, .. }) = sealed {
            found.push(Contained { name, submission });
        }
    }
    found
}

/// Reads a reply; whether the archive's own checksum fits does not matter, since the seal decides.
fn read_whole(source: &mut dyn Read) -> Option<SealedSubmission> {
    let mut bytes = Vec::new();
    source.read_to_end(&mut bytes).ok();
    read_submission(&bytes, "").ok()
}

/// Whether the directory at the end of an archive is small enough to be read at all.
fn is_readable(source: &mut (impl Read + Seek)) -> std::io::Result<bool> {
    let length = source.seek(SeekFrom::End(0))?;
    let tail = (END_LENGTH + LONGEST_COMMENT) as u64;
    source.seek(SeekFrom::Start(length.saturating_sub(tail)))?;
    let mut bytes = Vec::new();
    source.take(tail).read_to_end(&mut bytes)?;
    source.rewind()?;
    let mut places = (0..bytes.len()).rev();
    let end = places.find(|place| bytes[*place..].starts_with(b"PK\x05\x06"));
    let end = end.and_then(|place| bytes.get(place..place + END_LENGTH));
    Ok(end.is_some_and(|end| {
        let count = u16::from_le_bytes([end[10], end[11]]);
        let directory = u32::from_le_bytes([end[12], end[13], end[14], end[15]]);
        usize::from(count) <= MOST_FILES + 1 && directory <= LARGEST_DIRECTORY
    }))
}
