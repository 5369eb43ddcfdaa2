//! One RON document: the number of its format first, then the whole of it.

use ron::extensions::Extensions;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::alteration::without_mark;
use super::{Diagnostic, Place, syntax};
use crate::domain::{Message, is_written_with};

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
                formatter.write_str(syntax::DOCUMENT)
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
    let mut text = with_letters(&options().to_string_pretty(file, layout)?);
    text.push('\n');
    Ok(text)
}

/// The text of a document with whatever words are written with as itself; ron writes each mark on a
/// letter, each joiner and each space but one as its code.
fn with_letters(text: &str) -> String {
    let mut letters = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, escaped)) = rest.split_once('\\') {
        letters.push_str(before);
        let code = escaped
            .strip_prefix("u{")
            .and_then(|code| code.split_once('}'));
        let letter = code.and_then(|(code, after)| {
            let letter = u32::from_str_radix(code, 16)
                .ok()
                .and_then(char::from_u32)?;
            is_written_with(letter).then_some((letter, after))
        });
        if let Some((letter, after)) = letter {
            letters.push(letter);
            rest = after;
        } else {
            let end = escaped.chars().next().map_or(0, char::len_utf8);
            letters.push('\\');
            letters.push_str(&escaped[..end]);
            rest = &escaped[end..];
        }
    }
    letters + rest
}

/// Whether there is a comment in the text of a document: a person's, since the program writes none
/// into a file that it works on.
pub fn has_comment(text: &str) -> bool {
    let mut rest = text;
    while let Some(place) = rest.find(['"', '/']) {
        let (before, here) = rest.split_at(place);
        if here.starts_with("//") || here.starts_with("/*") {
            return true;
        }
        let unhashed = before.trim_end_matches('#');
        rest = match here.strip_prefix('"') {
            None => &here[1..],
            Some(string) if unhashed.ends_with('r') => {
                let end = format!("\"{}", &before[unhashed.len()..]);
                string.split_once(&end).map_or("", |(_, after)| after)
            }
            Some(string) => after_string(string),
        };
    }
    false
}

/// What follows a string, after its first quotation mark.
fn after_string(mut string: &str) -> &str {
    while let Some(place) = string.find(['"', '\\']) {
        let (mark, after) = string[place..].split_at(1);
        if mark == "\"" {
            return after;
        }
        string = after.strip_prefix(['"', '\\']).unwrap_or(after);
    }
    ""
}

fn parse<T: DeserializeOwned>(file: &str, text: &str) -> Result<T, Diagnostic> {
    options().from_str(text).map_err(|fault| Diagnostic {
        file: file.to_owned(),
        place: Place::Line {
            line: fault.span.start.line,
            column: fault.span.start.col,
        },
        fault: syntax::explain(&fault.code),
        way_out: Some(Box::new(Message::new("way-out-correct-first"))),
    })
}

fn unknown_format(file: &str, format: u64, newest: u32) -> Diagnostic {
    let (fault, way_out) = if format == 0 {
        ("file-format-0", "way-out-write-format")
    } else {
        ("file-newer-format", "way-out-newer-version")
    };
    let [fault, way_out] = [fault, way_out].map(|key| {
        Message::new(key)
            .number("format", format)
            .number("newest", newest)
    });
    Diagnostic::whole(file, fault, Some(way_out))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A text as a document holds it, between its quotation marks; it is read as it was.
    #[track_caller]
    fn check(text: &str, held: &str) {
        let written = write_document(&text, 1).unwrap();
        assert_eq!(written, format!("\"{held}\"\n"));
        assert_eq!(options().from_str::<String>(&written).unwrap(), text);
    }

    #[test]
    fn a_comment_is_told_from_words() {
        for (text, has) in [
            ("A(b: \"c\", d: 1)", false),
            ("A(b: \"c\", // mine\n d: 1)", true),
            ("/* mine */ A(b: 1)", true),
            (r#"A(address: "https://example.org", b: "/* no */")"#, false),
            (r#"A(b: "\" // no", c: "\\") // mine"#, true),
            (r#"A(b: "\\\" // no")"#, false),
            (r##"A(b: r#"" // no "#)"##, false),
            (r##"A(b: r#"" // no "#) // mine"##, true),
            ("A(b: \"never ended // no", false),
        ] {
            assert_eq!(has_comment(text), has, "{text}");
        }
    }

    #[test]
    fn letters_stay_letters() {
        for text in [
            "لُغَة",
            "परामर्श",
            "จัดตั้งขึ้น",
            "Qui\u{202f}? Loi n°\u{a0}5",
            "نمی\u{200c}خواهم",
            "C\u{306} e\u{301}",
            "\u{64f} at the beginning",
            "葛\u{e0100}城市　預防犯罪",
        ] {
            check(text, text);
        }
    }

    #[test]
    fn only_what_cannot_be_seen_is_a_code() {
        check("a\nb\t\u{1b}[2J\u{85}", r"a\nb\t\u{1b}[2J\u{85}");
        check(
            "law\u{202e}fdp\u{feff}\u{2028}",
            r"law\u{202e}fdp\u{feff}\u{2028}",
        );
        check("soft\u{ad} \u{200b}", r"soft\u{ad} \u{200b}");
        check("🏘\u{fe0f}", r"🏘\u{fe0f}");
        check("\u{e000}\u{10ffff}", r"\u{e000}\u{10ffff}");
        check(r"\u{64f} and \", r"\\u{64f} and \\");
        check("\"quoted\" \\", r#"\"quoted\" \\"#);
        check("\\\u{64f}", "\\\\\u{64f}");
    }
}
