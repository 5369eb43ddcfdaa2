//! The identifiers of the field, each a type of its own, so that none can stand for another.

use std::fmt;
use std::sync::Arc;

use uuid::Uuid;

use super::{Explain, Message};

/// Why a text is not an identifier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidId {
    /// The text as it was given.
    pub text: String,
    /// What it should have been an id of.
    pub what: &'static str,
}

impl Explain for InvalidId {
    fn message(&self) -> Message {
        Message::new("value-no-id")
            .text("text", &self.text)
            .text("what", self.what)
    }
}

/// Whether `text` is a slug: lower-case letters, digits, dots and hyphens, at most 64 of them,
/// with a letter or digit at either end.
fn is_slug(text: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    let bytes = text.as_bytes();
    bytes.len() <= 64
        && bytes.first().is_some_and(|&byte| plain(byte))
        && bytes.last().is_some_and(|&byte| plain(byte))
        && bytes
            .iter()
            .all(|&byte| plain(byte) || byte == b'.' || byte == b'-')
}

macro_rules! slug_id {
    ($(#[$meta:meta])* $name:ident, $what:literal) => {
        $(#[$meta])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Arc<str>);

        impl $name {
            /// Reads the identifier: lower-case letters, digits, dots and hyphens.
            pub fn parse(text: &str) -> Result<Self, InvalidId> {
                if is_slug(text) {
                    Ok(Self(text.into()))
                } else {
                    Err(InvalidId { text: text.to_owned(), what: $what })
                }
            }

            /// The identifier as it stands in files and on the command line.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(formatter, "{}({})", stringify!($name), self.0)
            }
        }
    };
}

slug_id!(
    /// An instrument, such as `un-2002-13`.
    InstrumentId,
    "instrument"
);
slug_id!(
    /// A section of the instrument, such as `structures`.
    SectionId,
    "section"
);
slug_id!(
    /// A question, such as `17.a`: the paragraph that it belongs to, then its letter or a word.
    QuestionId,
    "question"
);
slug_id!(
    /// An area of technical assistance, such as `17` or `social`.
    AreaId,
    "area"
);
slug_id!(
    /// One option of a choice, such as `interior`.
    OptionId,
    "option"
);
slug_id!(
    /// A kind of evidence, of list item or of assistance, such as `law` or `training`.
    KindId,
    "kind"
);
slug_id!(
    /// An entry of a published round, such as `note-20`: unique among the entries of its kind.
    EntryId,
    "entry"
);

macro_rules! uuid_id {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(formatter)
            }
        }
    };
}

uuid_id!(
    /// One item of a list answer; unique everywhere, so that parts can be merged.
    ItemId
);
uuid_id!(
    /// One piece of evidence; unique everywhere, so that parts can be merged.
    EvidenceId
);
uuid_id!(
    /// One planned action; unique everywhere, so that parts can be merged.
    ActionId
);

/// A State by its alpha-3 code (ISO 3166-1), such as `CAN`. Whether it is a Member State is for
/// [`States`](crate::domain::States) to say.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StateCode([u8; 3]);

impl StateCode {
    /// Reads three letters of either case.
    pub fn parse(text: &str) -> Result<Self, InvalidId> {
        match <[u8; 3]>::try_from(text.as_bytes()) {
            Ok(bytes) if bytes.iter().all(u8::is_ascii_alphabetic) => {
                Ok(Self(bytes.map(|byte| byte.to_ascii_uppercase())))
            }
            _ => Err(InvalidId {
                text: text.to_owned(),
                what: "state",
            }),
        }
    }

    /// The three capital letters.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl fmt::Display for StateCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl fmt::Debug for StateCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "StateCode({self})")
    }
}
