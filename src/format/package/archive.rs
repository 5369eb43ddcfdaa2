//! The bytes of the archive: written in one way, and read only where they stand in that way.
//!
//! Reading goes from the first byte to the last. What a header says is taken no further than to
//! know how long the name and the content are; then the header is written anew from these, and
//! compared. So a header that differs by one bit, a gap, or a byte behind the end is a fault.

use std::collections::BTreeSet;

use super::crc::crc32;
use super::{PackageFileKind, name};
use crate::format::Diagnostic;

const LOCAL: [u8; 4] = *b"PK\x03\x04";
const CENTRAL: [u8; 4] = *b"PK\x01\x02";
const END: [u8; 4] = *b"PK\x05\x06";

/// How long a local header is, before its name.
const LOCAL_LENGTH: usize = 30;

/// How long an entry of the central directory is, before its name.
const CENTRAL_LENGTH: usize = 46;

/// How long the end record is.
const END_LENGTH: usize = 22;

/// The version of the ZIP format that is enough to read it: 1.0.
const VERSION: u16 = 10;

/// Bit 11: names are UTF-8.
const FLAGS: u16 = 1 << 11;

/// 1 January 1980, the first day that a ZIP knows.
const DATE: u16 = 1 << 5 | 1;

/// A file in the archive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry<'a> {
    pub name: &'a str,
    pub bytes: &'a [u8],
}

impl Entry<'_> {
    /// How many bytes it takes, headers counted.
    pub fn length_in_archive(&self) -> u64 {
        (LOCAL_LENGTH + CENTRAL_LENGTH + 2 * self.name.len() + self.bytes.len()) as u64
    }

    /// The 26 bytes that stand in both headers: from the version to the length of the extra field.
    fn common(&self, crc: u32) -> Vec<u8> {
        let length = low_32(self.bytes.len());
        let mut bytes = Vec::with_capacity(26);
        // Version, flags, no compression, midnight, date.
        for number in [VERSION, FLAGS, 0, 0, DATE] {
            bytes.extend(number.to_le_bytes());
        }
        for number in [crc, length, length] {
            bytes.extend(number.to_le_bytes());
        }
        bytes.extend(low_16(self.name.len()).to_le_bytes());
        bytes.extend(0_u16.to_le_bytes());
        bytes
    }

    fn local(&self, crc: u32) -> Vec<u8> {
        let mut bytes = LOCAL.to_vec();
        bytes.extend(self.common(crc));
        bytes.extend(self.name.as_bytes());
        bytes
    }

    fn central(&self, crc: u32, offset: usize) -> Vec<u8> {
        let mut bytes = CENTRAL.to_vec();
        bytes.extend(VERSION.to_le_bytes());
        bytes.extend(self.common(crc));
        // No comment, disk 0, no attributes inside or outside: neither a link nor a program.
        bytes.extend([0; 10]);
        bytes.extend(low_32(offset).to_le_bytes());
        bytes.extend(self.name.as_bytes());
        bytes
    }
}

/// Lengths stay far below what 32 bits hold; more would be cut, and would not read back.
fn low_32(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

fn low_16(length: usize) -> u16 {
    u16::try_from(length).unwrap_or(u16::MAX)
}

/// Writes the archive.
pub fn write(entries: &[Entry<'_>]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut directory = Vec::new();
    for entry in entries {
        let crc = crc32(entry.bytes);
        directory.extend(entry.central(crc, bytes.len()));
        bytes.extend(entry.local(crc));
        bytes.extend(entry.bytes);
    }
    let end = end(entries.len(), directory.len(), bytes.len());
    bytes.extend(directory);
    bytes.extend(end);
    bytes
}

fn end(count: usize, directory: usize, offset: usize) -> Vec<u8> {
    let count = low_16(count).to_le_bytes();
    let mut bytes = END.to_vec();
    bytes.extend([0; 4]);
    bytes.extend(count);
    bytes.extend(count);
    bytes.extend(low_32(directory).to_le_bytes());
    bytes.extend(low_32(offset).to_le_bytes());
    bytes.extend([0; 2]);
    bytes
}

/// The manifest, and the most files that it may list.
const MOST_ENTRIES: usize = super::MOST_FILES + 1;

/// Reads the archive: its files in order, or everything that is wrong up to where it cannot be read
/// any further. Nothing is unpacked or copied.
pub fn read<'a>(bytes: &'a [u8], file: &str) -> Result<Vec<Entry<'a>>, Vec<Diagnostic>> {
    let mut reader = Reader {
        bytes,
        file,
        position: 0,
        faults: Vec::new(),
    };
    let mut entries = Vec::new();
    let mut directory = Vec::new();
    let mut names = BTreeSet::new();
    while reader.rest().starts_with(&LOCAL) {
        let start = reader.position;
        let Some((entry, crc)) = reader.entry() else {
            return Err(reader.faults);
        };
        if !names.insert(entry.name.to_lowercase()) {
            reader.fault(&format!("{:?}", entry.name), "this name stands twice");
        }
        directory.extend(entry.central(crc, start));
        entries.push(entry);
        if MOST_ENTRIES < entries.len() {
            reader.fault("", "it holds more files than go into a package");
            return Err(reader.faults);
        }
    }
    let offset = reader.position;
    let after = reader.rest();
    if after.len() < directory.len() + END_LENGTH {
        reader.fault(
            "",
            "the archive is cut off, or something stands between its files",
        );
        return Err(reader.faults);
    }
    reader.links();
    let end = end(entries.len(), directory.len(), offset);
    if !after.starts_with(&directory) {
        reader.fault(
            "",
            "its directory is not as the layout of a package wants it",
        );
    } else if after[directory.len()..] != end {
        reader.fault("", "its end is not as the layout of a package wants it");
    }
    if reader.faults.is_empty() {
        Ok(entries)
    } else {
        Err(reader.faults)
    }
}

struct Reader<'a, 'b> {
    bytes: &'a [u8],
    file: &'b str,
    position: usize,
    faults: Vec<Diagnostic>,
}

impl<'a> Reader<'a, '_> {
    fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.position..).unwrap_or_default()
    }

    fn fault(&mut self, element: &str, message: &str) {
        let fault = if element.is_empty() {
            let hint = "Ask the sender for the package again.";
            Diagnostic::whole(self.file, message, hint)
        } else {
            Diagnostic::element(self.file, element, message)
        };
        self.faults.push(fault);
    }

    /// The next file and its checksum; nothing where its end cannot be told.
    fn entry(&mut self) -> Option<(Entry<'a>, u32)> {
        let rest = self.rest();
        let short = "the archive is cut off within a file";
        let Some(header) = rest.get(..LOCAL_LENGTH) else {
            self.fault("", short);
            return None;
        };
        let at_16 = |place: usize| u16::from_le_bytes([header[place], header[place + 1]]);
        let at_32 = |place: usize| {
            let bytes = [0, 1, 2, 3].map(|offset| header[place + offset]);
            u32::from_le_bytes(bytes) as usize
        };
        let (length, name_length, extra) = (at_32(18), at_16(26), at_16(28));
        let start = LOCAL_LENGTH + usize::from(name_length) + usize::from(extra);
        let name = rest.get(LOCAL_LENGTH..LOCAL_LENGTH + usize::from(name_length));
        let name = name.and_then(|name| std::str::from_utf8(name).ok());
        let Some(name) = name else {
            self.fault("", "the name of a file is cut off, or is not UTF-8");
            return None;
        };
        let element = format!("{name:?}");
        let mut kinds = PackageFileKind::ALL.into_iter().rev();
        let plain = kinds.find_map(|kind| name.strip_prefix(kind.folder()));
        let plain = plain.unwrap_or(name);
        if let Err(why) = name::check(plain) {
            self.fault(&element, why);
        }
        if at_16(8) != 0 {
            let message =
                "it is compressed, and a package holds its files as they are; it was not unpacked";
            self.fault(&element, message);
            return None;
        }
        let content = start
            .checked_add(length)
            .and_then(|end| rest.get(start..end));
        let Some(content) = content else {
            self.fault(&element, short);
            return None;
        };
        let entry = Entry {
            name,
            bytes: content,
        };
        let crc = crc32(content);
        if !rest.starts_with(&entry.local(crc)) || extra != 0 {
            let message = "its content is not what its header says, or the header is not as the layout of a package wants it";
            self.fault(&element, message);
        }
        self.position += start + length;
        Some((entry, crc))
    }

    /// Says so where the directory makes a link of a file; the layout has no place for that either.
    fn links(&mut self) {
        let mut rest = self.rest();
        while rest.starts_with(&CENTRAL) && CENTRAL_LENGTH <= rest.len() {
            let at_16 =
                |place: usize| usize::from(u16::from_le_bytes([rest[place], rest[place + 1]]));
            let kind = at_16(40) >> 12;
            let name = rest.get(CENTRAL_LENGTH..CENTRAL_LENGTH + at_16(28));
            let next = CENTRAL_LENGTH + at_16(28) + at_16(30) + at_16(32);
            if kind == 0o12 {
                let name = String::from_utf8_lossy(name.unwrap_or_default()).into_owned();
                self.fault(
                    &format!("{name:?}"),
                    "it is a link, and a package holds none",
                );
            }
            rest = rest.get(next..).unwrap_or_default();
        }
    }
}
