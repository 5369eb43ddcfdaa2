//! What is wrong with something that a person wrote or sent: file, place, fault and way out.

use std::fmt;

use crate::domain::{Explain, Message, shortened};

/// One fault of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The name of the file as its reader knows it; empty where there is none.
    pub file: String,
    /// Where in the file.
    pub place: Place,
    /// What is wrong, as a sentence without its full stop.
    pub message: String,
    /// What to do about it, as a whole sentence; empty where the message says it all.
    pub hint: String,
}

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// A line and a column, both from 1.
    Line {
        line: usize,
        /// The column, in characters.
        column: usize,
    },
    /// An element, by its id: `answer 17.a`.
    Element(String),
    /// The file as a whole.
    Whole,
}

impl Diagnostic {
    /// A fault of the file as a whole.
    pub fn whole(file: &str, message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self {
            file: file.to_owned(),
            place: Place::Whole,
            message: message.into(),
            hint: hint.into(),
        }
    }

    /// A fault of one element of the file.
    pub fn element(file: &str, element: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            file: file.to_owned(),
            place: Place::Element(element.into()),
            message: message.into(),
            hint: String::new(),
        }
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = match &self.place {
            Place::Line { line, column } => format!("line {line}, column {column}"),
            Place::Element(element) => element.clone(),
            Place::Whole => String::new(),
        };
        let head: Vec<&str> = [self.file.as_str(), &place]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect();
        if !head.is_empty() {
            write!(formatter, "{}: ", head.join(", "))?;
        }
        formatter.write_str(&self.message)?;
        if !self.hint.is_empty() {
            write!(formatter, ". {}", self.hint)?;
        }
        Ok(())
    }
}

/// What is wrong and where, without the way out: that depends on who reads it, and why.
impl Explain for Diagnostic {
    fn message(&self) -> Message {
        let hint = String::new();
        let told = Self {
            hint,
            ..self.clone()
        }
        .to_string();
        Message::verbatim(&shortened(told.trim_end_matches('.')))
    }
}
