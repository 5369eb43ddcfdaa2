//! What all documents of Guidepost have in common: one RON document of a named kind, with an
//! integer format version that is looked at before anything else.

use serde::Deserialize;

use super::Diagnostic;

/// The largest file that is read, in bytes: 32 MiB.
pub const LARGEST_FILE: u64 = 32 * 1024 * 1024;

/// The kinds of documents, by the word that each begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DocumentKind {
    /// One State's working file.
    Assessment,
    /// Some questions of an assessment, lent to another office.
    Part,
    /// The cleared, sealed reply.
    Submission,
    /// The replies to one call.
    Round,
}

impl DocumentKind {
    const ALL: [Self; 4] = [Self::Assessment, Self::Part, Self::Submission, Self::Round];

    const fn word(self) -> &'static str {
        match self {
            Self::Assessment => "Assessment",
            Self::Part => "Part",
            Self::Submission => "Submission",
            Self::Round => "Round",
        }
    }

    const fn phrase(self) -> &'static str {
        match self {
            Self::Assessment => "an assessment",
            Self::Part => "a part of an assessment",
            Self::Submission => "a submission",
            Self::Round => "a round of replies",
        }
    }

    /// The kind of document that a text is, by its first word after comments.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        let first = text
            .lines()
            .map(str::trim)
            .find(|line| !line.is_empty() && !line.starts_with("//") && !line.starts_with("#!"))?;
        let word = first.split('(').next()?.trim_end();
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// The one member of a document that is read before its format is known.
#[derive(Deserialize)]
struct Head {
    format: u32,
}

/// How all documents are read and written: an absent value is left out, and a present one stands
/// without `Some`.
pub(super) fn options() -> ron::Options {
    ron::Options::default()
        .with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
        .with_recursion_limit(64)
}

/// The text of a document, once its kind and its format are known to be ours.
pub(super) fn probe<'a>(
    bytes: &'a [u8],
    name: &str,
    kind: DocumentKind,
    newest: u32,
) -> Result<&'a str, Diagnostic> {
    let whole = |message: String, hint: &str| Err(Diagnostic::whole(name, message, hint));
    if bytes.is_empty() {
        return whole(
            "the file is empty".to_owned(),
            "open a backup, or ask for the file again",
        );
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) if !text.contains('\0') => text.trim_start_matches('\u{feff}'),
        Ok(_) => {
            return whole(
                "this is not a text file, so not a file of Guidepost".to_owned(),
                "choose another file",
            );
        }
        Err(fault) => {
            return whole(
                format!(
                    "the text is not UTF-8 from byte {} on",
                    fault.valid_up_to() + 1
                ),
                "it was damaged, or is no file of Guidepost; open a backup, or ask for it again",
            );
        }
    };
    match DocumentKind::of(text) {
        Some(found) if found == kind => {}
        Some(found) => {
            return whole(
                format!("this is {}, not {}", found.phrase(), kind.phrase()),
                "",
            );
        }
        None => {
            return whole(
                format!("this is not {} of Guidepost", kind.phrase()),
                "choose a file that Guidepost wrote",
            );
        }
    }
    match options().from_str::<Head>(text) {
        Ok(Head { format }) if newest < format => whole(
            format!(
                "it was written by a newer Guidepost, in format {format}; this one reads up to \
                 format {newest}"
            ),
            "open it with the newer program; the file was not changed",
        ),
        Ok(Head { format: 0 }) => whole("format 0 does not exist".to_owned(), ""),
        Ok(_) => Ok(text),
        Err(fault) => Err(Diagnostic::syntax(name, &fault)),
    }
}
