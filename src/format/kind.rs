//! What some bytes are, before anything else of them is looked at.

use super::Diagnostic;
use super::alteration::{text_beginning, without_mark};
use super::submission::is_sealed;

/// The largest file that is read, in bytes: 32 MiB.
pub const LARGEST_FILE: u64 = 32 * 1024 * 1024;

/// How much of a file tells what it is, in bytes.
pub const BEGINNING: usize = 4096;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// A sealed reply.
    Submission,
    /// A reply with its evidence; or any other ZIP.
    Package,
    /// A State's working file.
    Assessment,
    /// Some questions of an assessment, lent to another office.
    Part,
    /// The replies to one call.
    Round,
    /// Nothing that Guidepost knows.
    Unknown,
}

impl FileKind {
    /// The kinds that are documents, with the word that each begins with.
    const DOCUMENTS: [(Self, &str); 4] = [
        (Self::Assessment, "Assessment"),
        (Self::Part, "Part"),
        (Self::Submission, "Submission"),
        (Self::Round, "Round"),
    ];

    /// The word for it in JSON.
    pub const fn token(self) -> &'static str {
        match self {
            Self::Submission => "submission",
            Self::Package => "package",
            Self::Assessment => "assessment",
            Self::Part => "part",
            Self::Round => "round",
            Self::Unknown => "unknown",
        }
    }

    /// What a file is that begins so.
    pub fn of(beginning: &[u8]) -> Self {
        let beginning = without_mark(beginning);
        if beginning.starts_with(b"PK") {
            return Self::Package;
        }
        let text = text_beginning(beginning.get(..BEGINNING).unwrap_or(beginning));
        if is_sealed(text.as_bytes()) {
            return Self::Submission;
        }
        Self::of_document(&text)
    }

    /// Whether it is something that people work on for weeks.
    pub const fn is_work(self) -> bool {
        matches!(self, Self::Assessment | Self::Part | Self::Round)
    }

    /// The kind of document that a text is, by its first word after comments.
    fn of_document(text: &str) -> Self {
        let mut lines = text.lines().map(str::trim);
        let first = lines
            .find(|line| !line.is_empty() && !line.starts_with("//") && !line.starts_with("#!"))
            .unwrap_or_default();
        let word = first.split('(').next().unwrap_or_default().trim_end();
        let mut kinds = Self::DOCUMENTS.into_iter();
        kinds
            .find(|(_, name)| *name == word)
            .map_or(Self::Unknown, |(kind, _)| kind)
    }

    const fn phrase(self) -> &'static str {
        match self {
            Self::Assessment => "an assessment",
            Self::Part => "a part of an assessment",
            Self::Round => "a round of replies",
            _ => "a submission",
        }
    }
}

/// The text of a document, once it is known to be one of this kind.
pub(super) fn text_of<'a>(
    bytes: &'a [u8],
    name: &str,
    kind: FileKind,
) -> Result<&'a str, Diagnostic> {
    let whole = |message: String, hint: &str| Err(Diagnostic::whole(name, message, hint));
    if bytes.is_empty() {
        return whole(
            "the file is empty".to_owned(),
            "Open a backup, or ask for the file again.",
        );
    }
    let text = match std::str::from_utf8(without_mark(bytes)) {
        Ok(text) if !text.contains('\0') => text,
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
    match FileKind::of_document(text) {
        found if found == kind => Ok(text),
        FileKind::Unknown => whole(
            format!("this is not {} of Guidepost", kind.phrase()),
            "Choose a file that Guidepost wrote.",
        ),
        found => whole(
            format!("this is {}, not {}", found.phrase(), kind.phrase()),
            "Choose another file.",
        ),
    }
}
