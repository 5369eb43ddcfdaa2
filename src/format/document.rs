//! One RON document: the number of its format first, then the whole of it.

use ron::extensions::Extensions;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::alteration::without_mark;
use super::{Diagnostic, Place, syntax};
use crate::domain::shortened;

/// What the program writes of itself into its files.
pub(super) const PROGRAM: &str = concat!("guidepost ", env!("CARGO_PKG_VERSION"));

/// The number that every document of ours begins with, looked at before anything else is.
#[derive(Deserialize)]
struct Head {
    format: u64,
}

/// Reads a document whose newest known format is `newest`. A newer one is refused before its fields,
/// which nobody here can know, are looked at.
pub(super) fn parse_document<T: DeserializeOwned>(
    file: &str,
    text: &str,
    newest: u32,
) -> Result<T, Diagnostic> {
    let stated = stated_format(text);
    let head = || parse::<Unnamed<Head>>(file, text).map(|head| head.0.format);
    let format = stated.map_or_else(head, Ok)?;
    if format == 0 || u64::from(newest) < format {
        return Err(unknown_format(file, format, newest));
    }
    parse(file, text).map_err(|fault| {
        // What breaks the document as such is told before what breaks one of its fields.
        head().err().unwrap_or(fault)
    })
}

/// Whether a document of ours has a format newer than the newest one that is known here.
pub fn is_newer_document(bytes: &[u8], newest: u32) -> bool {
    let text = std::str::from_utf8(without_mark(bytes)).unwrap_or_default();
    let parsed = || parse::<Unnamed<Head>>("", text).ok();
    let stated = stated_format(text).or_else(|| parsed().map(|head| head.0.format));
    stated.is_some_and(|format| u64::from(newest) < format)
}

/// The format of a document that begins as ours are written, after its comments: with a word, and
/// the format as the first field. It saves reading the document twice.
fn stated_format(text: &str) -> Option<u64> {
    let mut rest = text.trim_start();
    while let Some(comment) = rest.strip_prefix("//") {
        rest = comment.split_once('\n')?.1.trim_start();
    }
    let named = rest.trim_start_matches(|sign: char| sign.is_ascii_alphabetic());
    let field = named.strip_prefix('(')?.trim_start();
    let value = field.strip_prefix("format")?.trim_start();
    let value = value.strip_prefix(':')?.trim_start();
    let (digits, _) = value.split_once(',')?;
    digits.trim_end().parse().ok()
}

/// A value whose struct name in the file may be any, since each kind of document has its own.
struct Unnamed<T>(T);

impl<'de> Deserialize<'de> for Unnamed<Head> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct HeadVisitor;

        impl<'de> serde::de::Visitor<'de> for HeadVisitor {
            type Value = Unnamed<Head>;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("a document of Guidepost that begins with its format")
            }

            fn visit_map<A: serde::de::MapAccess<'de>>(
                self,
                map: A,
            ) -> Result<Self::Value, A::Error> {
                Head::deserialize(serde::de::value::MapAccessDeserializer::new(map)).map(Unnamed)
            }
        }

        deserializer.deserialize_any(HeadVisitor)
    }
}

/// How all documents are read and written: an absent value is left out, and a present one stands
/// without `Some`.
fn options() -> ron::Options {
    ron::Options::default()
        .with_default_extension(Extensions::IMPLICIT_SOME)
        .with_recursion_limit(64)
}

/// Writes a document: a line for each value as deep as `lines`, and whole entries below.
pub(super) fn write_document<T: Serialize>(file: &T, lines: usize) -> Result<String, ron::Error> {
    let layout = ron::ser::PrettyConfig::new()
        .struct_names(true)
        .depth_limit(lines)
        .indentor("  ")
        .new_line("\n");
    let mut text = options().to_string_pretty(file, layout)?;
    text.push('\n');
    Ok(text)
}

fn parse<T: DeserializeOwned>(file: &str, text: &str) -> Result<T, Diagnostic> {
    options().from_str(text).map_err(|fault| Diagnostic {
        file: file.to_owned(),
        place: Place::Line {
            line: fault.span.start.line,
            column: fault.span.start.col,
        },
        message: shortened(&syntax::in_words(&fault.code)).into_owned(),
        hint: "Correct this first; what follows it has not been looked at.".to_owned(),
    })
}

fn unknown_format(file: &str, format: u64, newest: u32) -> Diagnostic {
    let (message, hint) = if format == 0 {
        (
            "Its format is 0, and formats are counted from 1".to_owned(),
            format!("Write format: {newest}."),
        )
    } else {
        (
            format!(
                "This file has format {format}, and this version of Guidepost knows formats up to {newest}"
            ),
            "Open it with a newer version of Guidepost; it has been left as it is.".to_owned(),
        )
    };
    Diagnostic {
        file: file.to_owned(),
        place: Place::Whole,
        message,
        hint,
    }
}
