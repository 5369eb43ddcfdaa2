//! What is wrong with something that a person wrote or sent: file, place, fault and way out.

use crate::domain::{Explain, Message};

/// One fault of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The name of the file as its reader knows it; empty where there is none.
    pub file: String,
    /// Where in the file.
    pub place: Place,
    /// What is wrong, as a sentence without its full stop.
    pub fault: Message,
    /// What to do about it, as a whole sentence, where the fault does not say it all.
    pub way_out: Option<Box<Message>>,
}

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// A line and a column in characters, both from 1.
    Line { line: usize, column: usize },
    /// An element, by its id: `answer 17.a`.
    Element(Message),
    /// The file as a whole.
    Whole,
}

impl Diagnostic {
    /// A fault of the file as a whole.
    pub fn whole(file: &str, fault: Message, way_out: Option<Message>) -> Self {
        Self {
            file: file.to_owned(),
            place: Place::Whole,
            fault,
            way_out: way_out.map(Box::new),
        }
    }

    /// A fault of one element of the file.
    pub fn element(file: &str, element: Message, fault: Message) -> Self {
        Self {
            file: file.to_owned(),
            place: Place::Element(element),
            fault,
            way_out: None,
        }
    }

    /// What is wrong and where, for whoever has another way out.
    pub fn without_way_out(&self) -> Message {
        let place = match &self.place {
            Place::Line { line, column } => Some(
                Message::new("at-line")
                    .number("line", *line)
                    .number("column", *column),
            ),
            Place::Element(element) => Some(element.clone()),
            Place::Whole => None,
        };
        let in_file = |key| Message::new(key).text("file", &self.file);
        let place = match place {
            place if self.file.is_empty() => place,
            None => Some(in_file("at-file")),
            Some(place) => Some(in_file("at-file-and-place").explained("place", &place)),
        };
        match place {
            None => self.fault.clone(),
            Some(place) => Message::new("fault-at-place")
                .explained("place", &place)
                .explained("fault", &self.fault),
        }
    }
}

impl Explain for Diagnostic {
    fn message(&self) -> Message {
        let fault = self.without_way_out();
        match &self.way_out {
            None => fault,
            Some(way_out) => Message::new("fault-with-way-out")
                .explained("fault", &fault)
                .explained("wayout", way_out.as_ref()),
        }
    }
}
