//! Faults of syntax in plain words: a lawyer may have opened the file in an editor.

use ron::Error;

/// What is wrong, as a sentence without its full stop.
pub(super) fn in_words(fault: &Error) -> String {
    match fault {
        Error::MissingStructField { field, .. } => format!("The field {field} is missing here"),
        Error::DuplicateStructField { field, .. } => format!("The field {field} stands here twice"),
        Error::NoSuchStructField {
            expected, found, ..
        } => format!(
            "There is no field {found} here, only these: {}",
            expected.join(", ")
        ),
        Error::NoSuchEnumVariant {
            expected, found, ..
        } => format!(
            "The word {found} is not known here, only these: {}",
            expected.join(", ")
        ),
        Error::UnexpectedChar(sign) => format!("The sign {sign:?} should not stand here"),
        Error::InvalidIdentifier(name) | Error::SuggestRawIdentifier(name) => {
            format!("{name:?} is no name of a field")
        }
        other => plain(other).map_or_else(|| other.to_string(), ToOwned::to_owned),
    }
}

fn plain(fault: &Error) -> Option<&'static str> {
    Some(match fault {
        Error::Eof => "The file ends before it is complete",
        Error::ExpectedArray => "A list should begin here, with [",
        Error::ExpectedArrayEnd => "The list should go on here with a comma, or end with ]",
        Error::ExpectedBoolean => "Here should stand true or false",
        Error::ExpectedComma => "Here should stand a comma",
        Error::ExpectedInteger => "Here should stand a whole number",
        Error::ExpectedMap => "Here should stand an opening {",
        Error::ExpectedMapColon => "Here should stand a colon",
        Error::ExpectedMapEnd => "Here should stand a closing }",
        Error::ExpectedStructLike | Error::ExpectedNamedStructLike(_) => {
            "Here should stand an opening ("
        }
        Error::ExpectedStructLikeEnd | Error::ExpectedOptionEnd => "Here should stand a closing )",
        Error::ExpectedString => "Here should stand a text in quotation marks",
        Error::ExpectedStringEnd => "A text has no closing quotation mark",
        Error::ExpectedIdentifier => "Here should stand the name of a field",
        Error::IntegerOutOfBounds => "The number is too small or too large",
        Error::UnclosedBlockComment => "A comment that begins with /* does not end",
        Error::TrailingCharacters => "Here the file should end",
        Error::ExceededRecursionLimit => "Too many brackets stand one within the other",
        _ => return None,
    })
}
