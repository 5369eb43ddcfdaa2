//! What mail programs, gateways and editors do to a sealed text on its way, and how to undo it.
//!
//! A file that was changed so is not intact. But where its seal fits once that is undone, nothing
//! that the State wrote was changed, and the office can be told so.

use std::borrow::Cow;

use super::submission::SEAL_WORD;
use crate::domain::{Explain, Message};

/// The mark that some editors put before the first character of a text.
const MARK: &[u8] = "\u{feff}".as_bytes();

/// How the first line of a sealed reply begins in base 64, alone and after a mark; and a package.
const ENCODED: [&str; 3] = [
    "Ly8gZ3VpZGVwb3N0LXN1Ym1pc3Npb24g",
    "77u/Ly8gZ3VpZGVwb3N0LXN1Ym1pc3Npb24g",
    "UEsDB",
];

/// How the body of every submission ends: nothing else in it stands at the beginning of a line.
const END: &[u8] = b"\n)\n";

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Alteration {
    /// It was saved as UTF-16.
    Utf16,
    /// A mark was put before its first character.
    Mark,
    /// It is still packed as it was for the mail.
    Base64,
    /// Lines were put before it.
    Before,
    /// Its line ends are others.
    LineEnds,
    /// Something was added at its end, or its last line feed is gone.
    After,
}

/// A file with all undone that is known to happen on the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    /// What was undone; at least one.
    pub alterations: Vec<Alteration>,
    pub bytes: Vec<u8>,
}

/// Undoes all that is recognised; `None` where nothing is.
pub fn restore(bytes: &[u8]) -> Option<Restored> {
    use Alteration::{After, Base64, Before, LineEnds, Mark, Utf16};
    let mut alterations = Vec::new();
    let mut bytes = Cow::Borrowed(bytes);
    for alteration in [Utf16, Mark, Base64, Mark, Before, LineEnds, After] {
        let is_text = !bytes.starts_with(b"PK");
        if let Some(undone) = is_text.then(|| alteration.undone(&bytes)).flatten() {
            bytes = Cow::Owned(undone);
            alterations.push(alteration);
        }
    }
    (!alterations.is_empty()).then(|| Restored {
        alterations,
        bytes: bytes.into_owned(),
    })
}

impl Explain for Alteration {
    fn message(&self) -> Message {
        Message::new(match self {
            Self::Utf16 => "alteration-utf16",
            Self::Mark => "alteration-mark",
            Self::Base64 => "alteration-base64",
            Self::Before => "alteration-before",
            Self::LineEnds => "alteration-line-ends",
            Self::After => "alteration-after",
        })
    }
}

impl Alteration {
    /// The bytes without it, where it is recognised.
    fn undone(self, bytes: &[u8]) -> Option<Vec<u8>> {
        match self {
            Self::Utf16 => from_utf16(bytes),
            Self::Mark => bytes.strip_prefix(MARK).map(<[u8]>::to_vec),
            Self::Base64 => from_base64(bytes),
            Self::Before => {
                let start = find(bytes, &[b"\n", SEAL_WORD.as_bytes()].concat())?;
                let is_first = bytes.starts_with(SEAL_WORD.as_bytes());
                (!is_first).then(|| bytes[start + 1..].to_vec())
            }
            Self::LineEnds => bytes.contains(&b'\r').then(|| with_line_feeds(bytes)),
            Self::After => match find(bytes, END).map(|start| start + END.len()) {
                Some(end) if end == bytes.len() => None,
                Some(end) => Some(bytes[..end].to_vec()),
                None => bytes.ends_with(b"\n)").then(|| [bytes, b"\n"].concat()),
            },
        }
    }
}

/// The bytes after the mark that an editor may have put before them.
pub fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(MARK).unwrap_or(bytes)
}

/// The beginning of a file as text, whatever encoding an editor gave it.
pub fn text_beginning(bytes: &[u8]) -> Cow<'_, str> {
    let utf16 = from_utf16(bytes).and_then(|bytes| String::from_utf8(bytes).ok());
    utf16.map_or_else(|| String::from_utf8_lossy(bytes), Cow::Owned)
}

fn find(bytes: &[u8], part: &[u8]) -> Option<usize> {
    bytes.windows(part.len()).position(|window| window == part)
}

fn from_utf16(bytes: &[u8]) -> Option<Vec<u8>> {
    let unit: fn([u8; 2]) -> u16 = match bytes {
        [0xff, 0xfe, ..] | [b'/', 0, b'/', 0, ..] => u16::from_le_bytes,
        [0xfe, 0xff, ..] | [0, b'/', 0, b'/', ..] => u16::from_be_bytes,
        _ => return None,
    };
    let (pairs, _) = bytes.as_chunks::<2>();
    let units = pairs.iter().map(|pair| unit(*pair));
    let text: String = char::decode_utf16(units).collect::<Result<_, _>>().ok()?;
    Some(text.trim_start_matches('\u{feff}').as_bytes().to_vec())
}

/// Whatever ends a line becomes one line feed.
fn with_line_feeds(bytes: &[u8]) -> Vec<u8> {
    let mut text = Vec::with_capacity(bytes.len());
    let mut rest = bytes.iter().peekable();
    while let Some(byte) = rest.next() {
        match (byte, rest.peek()) {
            (b'\r', Some(b'\r' | b'\n')) => {}
            (b'\r', _) => text.push(b'\n'),
            _ => text.push(*byte),
        }
    }
    text
}

/// The content of a mail's part that is packed in base 64, whatever stands around it.
fn from_base64(bytes: &[u8]) -> Option<Vec<u8>> {
    let starts = ENCODED.iter().filter_map(|start| {
        let is_first = bytes.starts_with(start.as_bytes());
        let line = [b"\n", start.as_bytes()].concat();
        is_first
            .then_some(0)
            .or_else(|| Some(find(bytes, &line)? + 1))
    });
    let start = starts.min()?;
    let mut content = Vec::with_capacity(bytes.len() / 4 * 3);
    let (mut bits, mut held) = (0_u32, 0);
    for byte in &bytes[start..] {
        let digit = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            b'\r' | b'\n' => continue,
            _ => break,
        };
        bits = bits << 6 | u32::from(digit);
        held += 6;
        if 8 <= held {
            held -= 8;
            content.extend((bits >> held).to_le_bytes().first());
        }
    }
    Some(content)
}
