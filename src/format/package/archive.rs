//! The bytes of the archive: written in one way, and read only where they stand in that way.
//!
//! Reading goes once from the first byte to the last, and holds no more than a piece of a file. What
//! a header says is taken no further than to know how long the name and the content are; then the
//! header is written anew from these, and compared. So a header that differs by one bit, a gap, or a
//! byte behind the end is a fault.

use std::collections::BTreeSet;
use std::io::{BufReader, Read};
use std::ops::Range;

use crc32fast::Hasher;
use sha2::{Digest as _, Sha256};

use super::fault::{FileFault, PackageFault};
use super::manifest::{self, MANIFEST};
use super::{PackageFileKind, name};
use crate::format::LARGEST_FILE;

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

/// The manifest, and the most files that it may list.
const MAX_ENTRIES: usize = super::MOST_FILES + 1;

/// The longest name with its folder, in bytes: that of a file of evidence.
const LONGEST_PATH: usize = name::LONGEST + "documents/".len();

/// How many faults are told.
const MAX_FAULTS: usize = 20;

/// How much of a file is held at once, in bytes.
const PIECE: usize = 64 * 1024;

/// How many bytes behind the expected end are looked at, to say what they are.
const BEHIND: usize = 64 * 1024;

/// What the headers of a file say.
#[derive(Debug, Clone, Copy)]
struct Header<'a> {
    name: &'a str,
    length: usize,
    crc: u32,
}

impl Header<'_> {
    /// The 26 bytes that stand in both headers: from the version to the length of the extra field.
    fn common(&self) -> Vec<u8> {
        let length = low_32(self.length);
        let mut bytes = Vec::with_capacity(26);
        // Version, flags, no compression, midnight, date.
        for number in [VERSION, FLAGS, 0, 0, DATE] {
            bytes.extend(number.to_le_bytes());
        }
        for number in [self.crc, length, length] {
            bytes.extend(number.to_le_bytes());
        }
        bytes.extend(low_16(self.name.len()).to_le_bytes());
        bytes.extend(0_u16.to_le_bytes());
        bytes
    }

    fn local(&self) -> Vec<u8> {
        let mut bytes = LOCAL.to_vec();
        bytes.extend(self.common());
        bytes.extend(self.name.as_bytes());
        bytes
    }

    fn central(&self, offset: usize) -> Vec<u8> {
        let mut bytes = CENTRAL.to_vec();
        bytes.extend(VERSION.to_le_bytes());
        bytes.extend(self.common());
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

/// How many bytes a file takes in the archive, headers counted.
pub fn length_in_archive(name: &str, bytes: &[u8]) -> u64 {
    (LOCAL_LENGTH + CENTRAL_LENGTH + 2 * name.len() + bytes.len()) as u64
}

/// Writes the archive of these files, each by its name. Each is let go once it is in the archive, so
/// that the largest package takes hardly more memory than it is long.
pub fn write(files: Vec<(String, Vec<u8>)>, length: u64) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or_default());
    let mut directory = Vec::new();
    let count = files.len();
    for (name, content) in files {
        let header = Header {
            name: &name,
            length: content.len(),
            crc: crc32fast::hash(&content),
        };
        directory.extend(header.central(bytes.len()));
        bytes.extend(header.local());
        bytes.extend_from_slice(&content);
    }
    let end = end(count, directory.len(), bytes.len());
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

/// A file of the archive, as it was read.
#[derive(Debug)]
pub struct Entry {
    pub name: String,
    /// Where its content stands.
    pub place: Range<usize>,
    pub digest: [u8; 32],
    /// Its content; of the manifest and of the file after it alone, which should be the reply.
    pub content: Vec<u8>,
}

/// The archive as far as it was read.
#[derive(Debug, Default)]
pub struct Archive {
    pub entries: Vec<Entry>,
    /// What is wrong, up to where it cannot be read any further.
    pub faults: Vec<PackageFault>,
}

/// Reads the archive. Nothing is unpacked.
pub fn read(source: &mut dyn Read) -> Archive {
    let mut reader = Reader {
        source: BufReader::with_capacity(PIECE, source),
        position: 0,
        archive: Archive::default(),
        directory: Vec::new(),
        names: BTreeSet::new(),
        begins_as_package: false,
        more: 0,
    };
    // What stopped it is among the faults.
    reader.read_all().ok();
    if reader.more != 0 {
        reader.archive.faults.push(PackageFault::More(reader.more));
    }
    reader.archive
}

struct Reader<'a> {
    source: BufReader<&'a mut dyn Read>,
    position: usize,
    archive: Archive,
    /// What the directory should be.
    directory: Vec<u8>,
    names: BTreeSet<String>,
    /// Whether the first name is that of a manifest.
    begins_as_package: bool,
    /// How many more faults there are than are told.
    more: usize,
}

/// The archive cannot be read any further.
struct Stopped;

impl Reader<'_> {
    fn fault(&mut self, fault: PackageFault) {
        if self.archive.faults.len() < MAX_FAULTS {
            self.archive.faults.push(fault);
        } else {
            self.more += 1;
        }
    }

    /// What stops the reading is told whatever was told before.
    fn stop<T>(&mut self, fault: PackageFault) -> Result<T, Stopped> {
        self.archive.faults.push(if self.begins_as_package {
            fault
        } else {
            PackageFault::NotAPackage
        });
        Err(Stopped)
    }

    /// The next bytes, as many as there are up to `length`.
    fn next(&mut self, length: usize) -> Result<Vec<u8>, Stopped> {
        let mut bytes = Vec::new();
        let read = (&mut self.source)
            .take(length as u64)
            .read_to_end(&mut bytes);
        self.position += bytes.len();
        match read {
            Ok(_) => Ok(bytes),
            Err(fault) => self.stop(PackageFault::unread(&fault)),
        }
    }

    fn read_all(&mut self) -> Result<(), Stopped> {
        loop {
            let start = self.position;
            let signature = self.next(LOCAL.len())?;
            if signature != LOCAL {
                return self.read_end(start, signature);
            }
            self.read_entry(start)?;
            if MAX_ENTRIES < self.archive.entries.len() {
                return self.stop(PackageFault::TooManyFiles);
            }
        }
    }

    fn read_entry(&mut self, start: usize) -> Result<(), Stopped> {
        let mut header = LOCAL.to_vec();
        header.extend(self.next(LOCAL_LENGTH - LOCAL.len())?);
        if header.len() < LOCAL_LENGTH {
            return self.stop(PackageFault::CutOff);
        }
        let at_16 = |place: usize| u16::from_le_bytes([header[place], header[place + 1]]);
        let length = [18, 19, 20, 21].map(|place| header[place]);
        let length = u32::from_le_bytes(length) as usize;
        let is_compressed = at_16(8) != 0;
        let (name_length, extra) = (usize::from(at_16(26)), usize::from(at_16(28)));
        if LONGEST_PATH < name_length {
            return self.stop(PackageFault::LongName);
        }
        let name = self.next(name_length)?;
        if name.len() < name_length {
            return self.stop(PackageFault::CutOff);
        }
        header.extend(&name);
        let Ok(name) = String::from_utf8(name) else {
            return self.stop(PackageFault::NoName);
        };
        let is_first = self.archive.entries.is_empty();
        self.begins_as_package |= is_first && name == MANIFEST;
        if !self.begins_as_package {
            return self.stop(PackageFault::NotAPackage);
        }
        let mut kinds = PackageFileKind::ALL.into_iter().rev();
        let plain = kinds.find_map(|kind| name.strip_prefix(kind.folder()));
        if let Err(why) = name::check(plain.unwrap_or(&name)) {
            self.fault(PackageFault::of(&name, FileFault::Name(why)));
        }
        if !self.names.insert(name.to_lowercase()) {
            self.fault(PackageFault::of(&name, FileFault::Twice));
        }
        if is_compressed {
            return self.stop(PackageFault::of(&name, FileFault::Compressed));
        }
        self.next(extra)?;
        let (entry, crc) = self.read_content(name, length)?;
        let expected = Header {
            name: &entry.name,
            length,
            crc,
        };
        self.directory.extend(expected.central(start));
        if header != expected.local() {
            self.fault(PackageFault::of(&entry.name, FileFault::Header));
        }
        if is_first && manifest::is_newer(&entry.content) {
            return self.stop(PackageFault::Newer);
        }
        self.archive.entries.push(entry);
        Ok(())
    }

    /// Reads the content of a file, and keeps it only of the first two.
    fn read_content(&mut self, name: String, length: usize) -> Result<(Entry, u32), Stopped> {
        let is_kept = self.archive.entries.len() < 2 && length as u64 <= LARGEST_FILE;
        let start = self.position;
        let (mut crc, mut digest) = (Hasher::new(), Sha256::new());
        let mut content = Vec::new();
        while self.position < start + length {
            let piece = self.next(PIECE.min(start + length - self.position))?;
            if piece.is_empty() {
                return self.stop(PackageFault::CutOff);
            }
            crc.update(&piece);
            digest.update(&piece);
            if is_kept {
                content.extend(piece);
            }
        }
        let entry = Entry {
            name,
            place: start..self.position,
            digest: digest.finalize().into(),
            content,
        };
        Ok((entry, crc.finalize()))
    }

    /// Reads what follows the files: the directory and the end record, and nothing else.
    fn read_end(&mut self, offset: usize, mut after: Vec<u8>) -> Result<(), Stopped> {
        if !self.begins_as_package {
            return self.stop(PackageFault::NotAPackage);
        }
        let expected = self.directory.len() + END_LENGTH;
        after.extend(self.next(expected + BEHIND)?);
        if after.len() < expected {
            return self.stop(PackageFault::CutOff);
        }
        self.find_links(&after);
        let (directory, behind) = after.split_at(self.directory.len());
        let end = end(self.archive.entries.len(), directory.len(), offset);
        if directory != self.directory {
            self.fault(PackageFault::Directory);
        } else if behind != end {
            self.fault(PackageFault::End);
        }
        Ok(())
    }

    /// Says so where the directory makes a link of a file; the layout has no place for that either.
    fn find_links(&mut self, mut rest: &[u8]) {
        while rest.starts_with(&CENTRAL) && CENTRAL_LENGTH <= rest.len() {
            let at_16 =
                |place: usize| usize::from(u16::from_le_bytes([rest[place], rest[place + 1]]));
            let kind = at_16(40) >> 12;
            let name = rest.get(CENTRAL_LENGTH..CENTRAL_LENGTH + at_16(28));
            let next = CENTRAL_LENGTH + at_16(28) + at_16(30) + at_16(32);
            if kind == 0o12 {
                let name = String::from_utf8_lossy(name.unwrap_or_default());
                self.fault(PackageFault::of(&name, FileFault::Link));
            }
            rest = rest.get(next..).unwrap_or_default();
        }
    }
}
