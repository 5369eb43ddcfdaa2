//! The manifest of a package: which files it holds, in which order, with their digests.

use serde::{Deserialize, Serialize};

use super::PackageFileKind;
use crate::domain::Message;
use crate::format::Diagnostic;
use crate::format::document::{PROGRAM, is_newer_document, parse_document, write_document};
use crate::format::faults::Faults;
use crate::format::hex::{hex, parse_hex};

/// The name of the manifest, the first file of every package.
pub const MANIFEST: &str = "manifest.ron";

/// The newest format of the manifest that this program knows, and the one it writes.
const FORMAT: u32 = 2;

/// A file of the package, as the manifest lists it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    pub kind: PackageFileKind,
    /// Its name in the archive, with its folder.
    pub path: String,
    pub length: u64,
    pub digest: [u8; 32],
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename = "Manifest", deny_unknown_fields)]
struct ManifestFile {
    format: u32,
    program: String,
    files: Vec<FileEntry>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename = "File", deny_unknown_fields)]
struct FileEntry {
    path: String,
    kind: String,
    length: u64,
    sha256: String,
}

/// Writes a manifest.
pub fn write(files: &[Listed]) -> Result<String, ron::Error> {
    let entries = files.iter().map(|file| FileEntry {
        path: file.path.clone(),
        kind: file.kind.token().to_owned(),
        length: file.length,
        sha256: hex(&file.digest),
    });
    let manifest = ManifestFile {
        format: FORMAT,
        program: PROGRAM.to_owned(),
        files: entries.collect(),
    };
    write_document(&manifest, 2)
}

/// Whether a newer version of Guidepost wrote it.
pub fn is_newer(bytes: &[u8]) -> bool {
    is_newer_document(bytes, FORMAT)
}

/// Reads a manifest.
pub fn read(bytes: &[u8], name: &str) -> Result<Vec<Listed>, Vec<Diagnostic>> {
    let Ok(text) = std::str::from_utf8(bytes) else {
        let fault = Message::new("manifest-no-text");
        return Err(vec![Diagnostic::whole(name, fault, None)]);
    };
    let file: ManifestFile = parse_document(name, text, FORMAT).map_err(|fault| vec![fault])?;
    let mut faults = Faults::new(name);
    let mut files = Vec::new();
    for entry in file.files {
        let at = Message::new("at-path").text("path", &entry.path);
        let mut kinds = PackageFileKind::ALL.into_iter();
        let kind = kinds.find(|kind| kind.token() == entry.kind && kind.since() <= file.format);
        let kind = faults.take(&at, kind.ok_or(Message::new("manifest-unknown-kind")));
        let digest = parse_hex(entry.sha256.as_bytes());
        let digest = faults.take(&at, digest.ok_or(Message::new("manifest-no-digest")));
        if let Some((kind, digest)) = kind.zip(digest) {
            files.push(Listed {
                kind,
                path: entry.path,
                length: entry.length,
                digest,
            });
        }
    }
    faults.finish(Some(files))
}
