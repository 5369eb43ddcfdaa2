//! Everything that is found wrong with the two files of an instrument, as it is found.

use crate::domain::{InstrumentFault, InvalidId, InvalidParagraph, ParagraphReference};
use crate::format::{Diagnostic, Place};

use super::InstrumentFiles;

/// The faults so far.
pub(super) struct Faults<'a> {
    files: &'a InstrumentFiles<'a>,
    found: Vec<Diagnostic>,
    structure_is_readable: bool,
}

impl<'a> Faults<'a> {
    /// No fault yet.
    pub(super) fn new(files: &'a InstrumentFiles<'a>) -> Self {
        Self {
            files,
            found: Vec::new(),
            structure_is_readable: true,
        }
    }

    /// Whether every id and reference of the structure could be read, so that its elements can be
    /// checked against each other.
    pub(super) fn structure_is_readable(&self) -> bool {
        self.structure_is_readable
    }

    /// A fault in the text file.
    pub(super) fn in_text(
        &mut self,
        element: impl Into<String>,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) {
        self.found.push(Diagnostic {
            file: self.files.text_name.to_owned(),
            place: Place::Element(element.into()),
            message: message.into(),
            hint: hint.into(),
        });
    }

    /// The words as they are; a fault is noted where there are none.
    pub(super) fn words(&mut self, element: &str, name: &str, words: &str) -> String {
        if words.trim().is_empty() {
            self.in_text(
                element,
                format!("has an empty {name}"),
                "Write some words there.",
            );
        }
        words.to_owned()
    }

    /// The identifier, or a fault.
    pub(super) fn id<T>(&mut self, element: &str, parsed: Result<T, InvalidId>) -> Option<T> {
        parsed
            .map_err(|fault| {
                let hint = "Use lower-case letters, digits, dots and hyphens, such as 17.a.";
                self.unreadable(element, fault.to_string(), hint);
            })
            .ok()
    }

    pub(super) fn paragraph(&mut self, element: &str, text: &str) -> Option<ParagraphReference> {
        ParagraphReference::parse(text)
            .map_err(|fault: InvalidParagraph| self.unreadable(element, fault.to_string(), ""))
            .ok()
    }

    fn unreadable(&mut self, element: &str, message: String, hint: &str) {
        self.structure_is_readable = false;
        self.found
            .push(self.in_structure(element.to_owned(), message, hint));
    }

    /// Adds what the domain found wrong with the structure.
    pub(super) fn extend(&mut self, faults: Vec<InstrumentFault>) {
        for fault in faults {
            self.found
                .push(self.in_structure(fault.place, fault.problem, ""));
        }
    }

    fn in_structure(&self, element: String, message: String, hint: &str) -> Diagnostic {
        Diagnostic {
            file: self.files.structure_name.to_owned(),
            place: Place::Element(element),
            message,
            hint: hint.to_owned(),
        }
    }

    /// All faults, in the order in which they were found.
    pub(super) fn into_found(self) -> Vec<Diagnostic> {
        self.found
    }
}
