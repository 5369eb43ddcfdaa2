//! What kind of document some bytes are, before anything else of them is looked at.

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
    pub fn of(text: &str) -> Option<Self> {
        let first = text
            .lines()
            .map(str::trim)
            .find(|line| !line.is_empty() && !line.starts_with("//") && !line.starts_with("#!"))?;
        let word = first.split('(').next()?.trim_end();
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// The text of a document, once it is known to be one of this kind.
pub(super) fn text_of<'a>(
    bytes: &'a [u8],
    name: &str,
    kind: DocumentKind,
) -> Result<&'a str, Diagnostic> {
    let whole = |message: String, hint: &str| Err(Diagnostic::whole(name, message, hint));
    if bytes.is_empty() {
        return whole(
            "the file is empty".to_owned(),
            "Open a backup, or ask for the file again.",
        );
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) if !text.contains('\0') => text.trim_start_matches('\u{feff}'),
        Ok(_) => {
            return whole(
                "this is not a text file, so not a file of Guidepost".to_owned(),
                "Choose another file.",
            );
        }
        Err(fault) => {
            return whole(
                format!(
                    "the text is not UTF-8 from byte {} on",
                    fault.valid_up_to() + 1
                ),
                "It was damaged, or is no file of Guidepost: open a backup, or ask for it again.",
            );
        }
    };
    match DocumentKind::of(text) {
        Some(found) if found == kind => Ok(text),
        Some(found) => whole(
            format!("this is {}, not {}", found.phrase(), kind.phrase()),
            "Choose another file.",
        ),
        None => whole(
            format!("this is not {} of Guidepost", kind.phrase()),
            "Choose a file that Guidepost wrote.",
        ),
    }
}
