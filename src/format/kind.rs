//! What some bytes are, before anything else of them is looked at.

use super::Diagnostic;
use super::alteration::{text_beginning, without_mark};
use super::submission::is_sealed;
use crate::domain::Message;

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
}

/// The text of a document, once it is known to be one of this kind.
pub(super) fn text_of<'a>(
    bytes: &'a [u8],
    name: &str,
    kind: FileKind,
) -> Result<&'a str, Diagnostic> {
    let refused = |fault, way_out| {
        let way_out = Message::new(way_out);
        Err(Diagnostic::whole(name, fault, Some(way_out)))
    };
    let new = Message::new;
    if bytes.is_empty() {
        return refused(new("file-empty"), "way-out-open-backup");
    }
    let text = match std::str::from_utf8(without_mark(bytes)) {
        Ok(text) if !text.contains('\0') => text,
        Ok(_) => return refused(new("file-no-text"), "way-out-choose-another"),
        Err(fault) => {
            let fault = new("file-not-utf8").number("byte", fault.valid_up_to() + 1);
            return refused(fault, "way-out-damaged");
        }
    };
    let wanted = kind.token();
    match FileKind::of_document(text) {
        found if found == kind => Ok(text),
        FileKind::Unknown => {
            let fault = new("file-unknown-kind").text("wanted", wanted);
            refused(fault, "way-out-choose-ours")
        }
        found => {
            let fault = new("file-other-kind").text("found", found.token());
            refused(fault.text("wanted", wanted), "way-out-choose-another")
        }
    }
}
