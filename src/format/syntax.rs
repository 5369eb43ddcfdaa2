//! Faults of syntax in plain words: a lawyer may have opened the file in an editor.

use ron::Error;

use crate::domain::{Message, shortened};

/// What a reader expects where a document should begin.
pub(super) const DOCUMENT: &str = "document";

/// What is wrong, as a sentence without its full stop.
pub(super) fn explain(fault: &Error) -> Message {
    match fault {
        Error::MissingStructField { field, .. } => {
            Message::new("syntax-field-missing").text("field", field)
        }
        Error::DuplicateStructField { field, .. } => {
            Message::new("syntax-field-twice").text("field", field)
        }
        Error::NoSuchStructField {
            expected, found, ..
        } => Message::new("syntax-unknown-field")
            .text("found", found)
            .text("expected", expected.join(", ")),
        Error::NoSuchEnumVariant {
            expected, found, ..
        } => Message::new("syntax-unknown-word")
            .text("found", found)
            .text("expected", expected.join(", ")),
        Error::UnexpectedChar(c) => {
            Message::new("syntax-unexpected-character").text("character", c.to_string())
        }
        Error::InvalidIdentifier(name) | Error::SuggestRawIdentifier(name) => {
            Message::new("syntax-no-field-name").text("name", name)
        }
        Error::InvalidValueForType { expected, .. } if expected == DOCUMENT => {
            Message::new("syntax-no-document")
        }
        other => plain(other).map_or_else(
            || Message::verbatim(&shortened(&other.to_string())),
            Message::new,
        ),
    }
}

fn plain(fault: &Error) -> Option<&'static str> {
    Some(match fault {
        Error::Eof => "syntax-file-ends",
        Error::ExpectedArray => "syntax-list-begins",
        Error::ExpectedArrayEnd => "syntax-list-ends",
        Error::ExpectedBoolean => "syntax-true-or-false",
        Error::ExpectedComma => "syntax-comma",
        Error::ExpectedInteger => "syntax-whole-number",
        Error::ExpectedMap => "syntax-opening-brace",
        Error::ExpectedMapColon => "syntax-colon",
        Error::ExpectedMapEnd => "syntax-closing-brace",
        Error::ExpectedStructLike | Error::ExpectedNamedStructLike(_) => "syntax-opening-bracket",
        Error::ExpectedStructLikeEnd | Error::ExpectedOptionEnd => "syntax-closing-bracket",
        Error::ExpectedString => "syntax-text",
        Error::ExpectedStringEnd => "syntax-text-ends",
        Error::ExpectedIdentifier => "syntax-field-name",
        Error::IntegerOutOfBounds => "syntax-number-range",
        Error::UnclosedBlockComment => "syntax-comment-ends",
        Error::TrailingCharacters => "syntax-end",
        Error::ExceededRecursionLimit => "syntax-depth",
        _ => return None,
    })
}
