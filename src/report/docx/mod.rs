//! The document to be edited: `WordprocessingML` (ISO/IEC 29500), part by part, in a ZIP archive.
//!
//! It is written here and not by a library, since the one that there is cannot repeat the headings
//! of a table on each page, name a language, give a picture its alternative text, or write the same
//! bytes twice. Nothing in it names a person, a machine or a path, and its only date is the report's.

mod body;
mod chart;
mod inline;
mod package;
mod picture;
mod styles;
mod table;
mod xml;

use std::io::{Cursor, Write as _};

use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::WriteError;
use super::document::Document;
use body::Body;

pub(super) fn write(document: &Document) -> Result<Vec<u8>, WriteError> {
    let body = Body::of(document);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    for (name, bytes) in package::parts(document, &body).map_err(ZipError::Io)? {
        archive.start_file(name, options)?;
        archive.write_all(&bytes).map_err(ZipError::Io)?;
    }
    Ok(archive.finish()?.into_inner())
}
