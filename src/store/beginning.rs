//! Reading what a file begins with, which tells what it is.

use std::fs::{self, File};
use std::io::{Read, Seek};
use std::path::Path;

use super::StoreError;
use super::files::check_file;
use super::stall::wait_for;

/// Opens a file to be read in pieces; a folder or a device is refused.
pub fn open(path: &Path) -> Result<impl Read + Seek + use<>, StoreError> {
    wait_for(path);
    let metadata = fs::metadata(path).map_err(StoreError::reading(path))?;
    check_file(&metadata, path)?;
    File::open(path).map_err(StoreError::reading(path))
}

/// Reads the first bytes of a file, at most `length` of them.
pub fn read_beginning(path: &Path, length: u64) -> Result<Vec<u8>, StoreError> {
    let mut bytes = Vec::new();
    open(path)?
        .take(length)
        .read_to_end(&mut bytes)
        .map_err(StoreError::reading(path))?;
    Ok(bytes)
}
