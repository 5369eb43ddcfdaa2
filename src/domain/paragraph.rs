//! References to the paragraphs of the Guidelines.

use std::fmt;

use super::{Explain, Message};

/// A paragraph of the Guidelines (Economic and Social Council resolution 2002/13, annex), or one
/// of its lettered items: `17` or `17(a)`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ParagraphReference {
    number: u8,
    letter: Option<char>,
}

/// Why a text is not a reference to a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidParagraph(pub String);

impl Explain for InvalidParagraph {
    fn message(&self) -> Message {
        Message::new("value-no-paragraph").text("text", &self.0)
    }
}

impl ParagraphReference {
    /// The last paragraph of the annex.
    pub const LAST: u8 = 33;

    /// Reads `17` or `17(a)`.
    pub fn parse(text: &str) -> Result<Self, InvalidParagraph> {
        let invalid = || InvalidParagraph(text.to_owned());
        let (digits, letter) = match text.split_once('(') {
            None => (text, None),
            Some((digits, rest)) => match rest.as_bytes() {
                [letter @ b'a'..=b'z', b')'] => (digits, Some(char::from(*letter))),
                _ => return Err(invalid()),
            },
        };
        if digits.starts_with(['+', '0']) {
            return Err(invalid());
        }
        let number = digits.parse().map_err(|_| invalid())?;
        if !(1..=Self::LAST).contains(&number) {
            return Err(invalid());
        }
        Ok(Self { number, letter })
    }

    /// The paragraph's number, 1 to 33.
    pub fn number(self) -> u8 {
        self.number
    }

    /// The letter of the item, if the reference is to one.
    pub fn letter(self) -> Option<char> {
        self.letter
    }
}

impl fmt::Display for ParagraphReference {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.letter {
            None => write!(formatter, "{}", self.number),
            Some(letter) => write!(formatter, "{}({letter})", self.number),
        }
    }
}
