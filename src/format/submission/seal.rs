//! The seal: the first line of a submission, over every byte after its line feed.
//!
//! It shows whether a file is what was sealed. It does not show who sealed it: whoever changes a
//! file can seal it anew, and then its code is another one.

use sha2::{Digest as _, Sha256};

use crate::domain::{Explain, Message, folded};
use crate::format::hex::{hex, parse_hex};

/// What the first line begins with, up to its version.
pub const SEAL_WORD: &str = "// guidepost-submission ";

/// What the first line of version 1 begins with, up to the digest.
const HEAD: &str = "// guidepost-submission 1 sha256:";

/// The digits of a short code: Crockford's base 32, which leaves out I, L, O and U.
const DIGITS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// How many bits of the digest the short code holds.
const CODE_BITS: usize = 80;

/// The digest of what a submission says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Seal([u8; 32]);

impl Seal {
    /// The seal of these bytes, which come after its line.
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// Reads a digest of 64 lower-case hexadecimal digits.
    pub fn parse(hex: &str) -> Option<Self> {
        parse_hex(hex.as_bytes()).map(Self)
    }

    /// The digest, 64 lower-case hexadecimal digits.
    pub fn hex(&self) -> String {
        hex(&self.0)
    }

    /// The short code for people: the first 80 bits, in four groups of four.
    pub fn code(&self) -> String {
        let mut code = String::with_capacity(19);
        for start in (0..CODE_BITS).step_by(5) {
            if start != 0 && start % 20 == 0 {
                code.push('-');
            }
            let digit = (start..start + 5).fold(0, |digit, bit| {
                let is_set = self.0[bit / 8] >> (7 - bit % 8) & 1;
                digit << 1 | usize::from(is_set)
            });
            code.push(char::from(DIGITS[digit]));
        }
        code
    }

    /// The first line, with its line feed.
    pub fn line(&self) -> String {
        format!("{HEAD}{}\n", self.hex())
    }
}

/// The digits of a short code as somebody wrote it down: in capitals, whatever keyboard they were
/// typed with, without what stands between them, and with O for 0 and I or L for 1, which that base
/// has no digits for.
pub fn code_digits(written: &str) -> String {
    let written = folded(written);
    let digits = written.chars().filter(char::is_ascii_alphanumeric);
    digits
        .map(|digit| match digit.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        })
        .collect()
}

/// What is wrong with the seal of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SealFault {
    /// The file does not begin with a seal.
    Missing,
    /// The first line is a seal, but damaged.
    Malformed,
    /// The seal is of a version that this program does not know.
    Newer(String),
    /// What the file says is not what was sealed.
    Broken,
}

impl Explain for SealFault {
    fn message(&self) -> Message {
        match self {
            Self::Missing => Message::new("seal-missing"),
            Self::Malformed => Message::new("seal-malformed"),
            Self::Newer(version) => Message::new("seal-newer").text("version", version.as_str()),
            Self::Broken => Message::new("seal-broken"),
        }
    }
}

/// Whether the bytes begin as a seal does, whole or damaged.
pub fn is_sealed(bytes: &[u8]) -> bool {
    bytes.starts_with(SEAL_WORD.as_bytes())
}

/// Takes the seal off: the digest that it states, and what it was put on. Where it does not fit,
/// what comes after the first line is given all the same, so that it can be looked at.
pub(super) fn open(bytes: &[u8]) -> (&[u8], Result<Seal, SealFault>) {
    let (line, body) = match bytes.iter().position(|byte| *byte == b'\n') {
        Some(end) => (&bytes[..end], &bytes[end + 1..]),
        None => (bytes, &bytes[bytes.len()..]),
    };
    let Some(stated) = line.strip_prefix(HEAD.as_bytes()) else {
        let Some(rest) = line.strip_prefix(SEAL_WORD.as_bytes()) else {
            // The first line may be a damaged seal: then it is still a comment of its own.
            let is_line = line.starts_with(b"//") && !body.is_empty();
            let fault = if is_line && line.len() == HEAD.len() + 64 {
                SealFault::Malformed
            } else {
                SealFault::Missing
            };
            return (if is_line { body } else { bytes }, Err(fault));
        };
        let version = rest.split(|byte| *byte == b' ').next().unwrap_or_default();
        let is_number = !version.is_empty() && version.iter().all(u8::is_ascii_digit);
        if is_number && version != b"1" && version[0] != b'0' {
            let version = String::from_utf8_lossy(version).into_owned();
            return (body, Err(SealFault::Newer(version)));
        }
        return (body, Err(SealFault::Malformed));
    };
    let seal = Seal::of(body);
    let checked = match parse_hex(stated) {
        None => Err(SealFault::Malformed),
        Some(digest) if digest == seal.0 => Ok(seal),
        Some(_) => Err(SealFault::Broken),
    };
    (body, checked)
}
