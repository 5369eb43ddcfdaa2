//! Reading what a file begins with, which tells what it is.

use std::fs::{self, File};
use std::io::Read as _;
use std::path::Path;

use super::StoreError;
use super::files::check_file;

/// Reads the first bytes of a file, at most `length` of them.
pub fn read_beginning(path: &Path, length: u64) -> Result<Vec<u8>, StoreError> {
    let metadata = fs::metadata(path).map_err(StoreError::reading(path))?;
    check_file(&metadata, path)?;
    let mut bytes = Vec::new();
    File::open(path)
        .and_then(|file| file.take(length).read_to_end(&mut bytes))
        .map_err(StoreError::reading(path))?;
    Ok(bytes)
}
