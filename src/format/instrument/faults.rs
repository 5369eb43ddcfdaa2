//! Everything that is found wrong with the two files of an instrument, as it is found.

use crate::domain::{Explain, InstrumentFault, InvalidId, Message, ParagraphReference};
use crate::format::Diagnostic;

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
    pub(super) fn in_text(&mut self, element: Message, fault: Message, way_out: Message) {
        self.found.push(Diagnostic {
            way_out: Some(Box::new(way_out)),
            ..Diagnostic::element(self.files.text_name, element, fault)
        });
    }

    /// The words as they are; a fault is noted where there are none.
    pub(super) fn words(&mut self, element: &Message, name: &str, words: &str) -> String {
        if words.trim().is_empty() {
            let fault = Message::new("text-empty").text("name", name);
            self.in_text(element.clone(), fault, Message::new("way-out-write-words"));
        }
        words.to_owned()
    }

    /// The identifier, or a fault.
    pub(super) fn id<T>(&mut self, element: &Message, parsed: Result<T, InvalidId>) -> Option<T> {
        let way_out = Some(Message::new("way-out-write-id"));
        self.readable(element, parsed, way_out)
    }

    pub(super) fn paragraph(
        &mut self,
        element: &Message,
        text: &str,
    ) -> Option<ParagraphReference> {
        self.readable(element, ParagraphReference::parse(text), None)
    }

    fn readable<T, E: Explain>(
        &mut self,
        element: &Message,
        parsed: Result<T, E>,
        way_out: Option<Message>,
    ) -> Option<T> {
        let fault = match parsed {
            Ok(value) => return Some(value),
            Err(fault) => fault.message(),
        };
        self.structure_is_readable = false;
        self.found.push(Diagnostic {
            way_out: way_out.map(Box::new),
            ..Diagnostic::element(self.files.structure_name, element.clone(), fault)
        });
        None
    }

    /// Adds what the domain found wrong with the structure.
    pub(super) fn extend(&mut self, faults: Vec<InstrumentFault>) {
        let file = self.files.structure_name;
        let faults = faults.into_iter();
        self.found
            .extend(faults.map(|fault| Diagnostic::element(file, fault.place, fault.problem)));
    }

    /// All faults, in the order in which they were found.
    pub(super) fn into_found(self) -> Vec<Diagnostic> {
        self.found
    }
}
