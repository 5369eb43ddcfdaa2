//! What a file held when it was last read or written, so that a change by another program is seen.
//!
//! Locks guard against another Guidepost; this guards against all else: a sync folder that brings
//! an older copy back, a colleague who copies a file over this one, an editor.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;
use std::time::SystemTime;

use jiff::Timestamp;
use sha2::{Digest as _, Sha256};

use super::files::write_whole_if;
use super::files::{check_file, metadata_if_there};
use super::stall::wait_for;
use super::{StoreError, write_new};
use crate::format;

/// How many bytes are read at a time.
const CHUNK: usize = 64 * 1024;

/// What a file held at one moment. Length and digest decide whether it is the same; the date, which
/// a copy can carry along or a share can round, only tells people when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fingerprint {
    /// How many bytes it held.
    pub length: u64,
    /// When it was last changed, as the disk says.
    pub modified: Option<Timestamp>,
    /// The SHA-256 digest of what it held.
    pub digest: [u8; 32],
}

impl Fingerprint {
    /// The fingerprint of bytes that were read from, or written to, a file changed at `modified`.
    pub fn of(bytes: &[u8], modified: Option<SystemTime>) -> Self {
        Self {
            length: bytes.len() as u64,
            modified: moment(modified),
            digest: Sha256::digest(bytes).into(),
        }
    }

    /// Whether the content is the same, whatever the date.
    pub fn same_content(&self, other: &Self) -> bool {
        self.length == other.length && self.digest == other.digest
    }

    /// The digest as 64 lower-case hexadecimal digits.
    pub fn hex(&self) -> String {
        format::hex(&self.digest)
    }
}

/// The fingerprint of a file on disk, of any size; `None` where there is no file.
pub fn fingerprint(path: &Path) -> Result<Option<Fingerprint>, StoreError> {
    wait_for(path);
    let Some(metadata) = metadata_if_there(path).map_err(StoreError::reading(path))? else {
        return Ok(None);
    };
    check_file(&metadata, path)?;
    digest(path).map(Some).map_err(StoreError::reading(path))
}

fn digest(path: &Path) -> io::Result<Fingerprint> {
    let mut file = File::open(path)?;
    let modified = file.metadata()?.modified().ok();
    let mut hasher = Sha256::new();
    let mut length = 0;
    let mut chunk = vec![0; CHUNK];
    loop {
        let count = file.read(&mut chunk)?;
        let Some(part) = chunk.get(..count).filter(|part| !part.is_empty()) else {
            break;
        };
        hasher.update(part);
        length += count as u64;
    }
    Ok(Fingerprint {
        length,
        modified: moment(modified),
        digest: hasher.finalize().into(),
    })
}

fn moment(modified: Option<SystemTime>) -> Option<Timestamp> {
    modified.and_then(|time| Timestamp::try_from(time).ok())
}

/// A save that succeeded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Saved {
    /// What stands on disk now.
    pub fingerprint: Fingerprint,
    /// Whether the file had gone from its place, and stands there again. Not to save then would
    /// have risked the work; but somebody may have moved the file, and should be told.
    pub put_back: bool,
}

/// Writes a file whole, but only over the content that is `known` to be ours. Where none is known,
/// there must be no file yet.
pub fn save_over(
    path: &Path,
    bytes: &[u8],
    known: Option<&Fingerprint>,
) -> Result<Saved, StoreError> {
    save_over_ours(path, bytes, known, |_| false)
}

/// As [`save_over`], where other contents may be ours too.
pub(super) fn save_over_ours(
    path: &Path,
    bytes: &[u8],
    known: Option<&Fingerprint>,
    is_ours: impl Fn(&Fingerprint) -> bool,
) -> Result<Saved, StoreError> {
    let saved = |fingerprint| Saved {
        fingerprint,
        put_back: false,
    };
    let Some(there) = fingerprint(path)? else {
        if known.is_none() {
            return write_new(path, bytes).map(saved);
        }
        let is_free = || match fingerprint(path)? {
            None => Ok(()),
            Some(there) => Err(changed_on_disk(&there, path)),
        };
        return write_whole_if(path, bytes, is_free).map(|fingerprint| Saved {
            fingerprint,
            put_back: true,
        });
    };
    if known.is_some_and(|known| known.same_content(&there)) || is_ours(&there) {
        let is_unchanged = || match fingerprint(path)? {
            Some(now) if !now.same_content(&there) => Err(changed_on_disk(&now, path)),
            _ => Ok(()),
        };
        write_whole_if(path, bytes, is_unchanged).map(saved)
    } else if known.is_none() {
        let path = path.to_owned();
        Err(StoreError::Exists { path })
    } else {
        Err(changed_on_disk(&there, path))
    }
}

fn changed_on_disk(there: &Fingerprint, path: &Path) -> StoreError {
    StoreError::ChangedOnDisk {
        modified: there.modified,
        path: path.to_owned(),
    }
}
