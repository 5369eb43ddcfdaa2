//! What is wrong with a file, said so that the person who has it can put it right.

use std::fmt;

/// One thing that is wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The name of the file as the reader of the message knows it; empty where it goes without saying.
    pub file: String,
    /// Where in the file.
    pub place: Place,
    /// What is wrong, as a sentence without its full stop.
    pub message: String,
    /// What to do about it, as a whole sentence; may be empty.
    pub hint: String,
}

/// Where in a file something is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// At this line and column, both counted from 1.
    Line {
        /// The line.
        line: usize,
        /// The column, in characters.
        column: usize,
    },
    /// In the element of this name, such as `question 17.a`.
    Element(String),
    /// In the file as a whole.
    Whole,
}

impl fmt::Display for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Line { line, column } => write!(formatter, "line {line}, column {column}"),
            Self::Element(name) => formatter.write_str(name),
            Self::Whole => Ok(()),
        }
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = self.place.to_string();
        match (self.file.is_empty(), place.is_empty()) {
            (true, true) => {}
            (true, false) => write!(formatter, "{place}: ")?,
            (false, true) => write!(formatter, "{}: ", self.file)?,
            (false, false) => write!(formatter, "{}, {place}: ", self.file)?,
        }
        formatter.write_str(&self.message)?;
        if !self.hint.is_empty() {
            write!(formatter, ". {}", self.hint)?;
        }
        Ok(())
    }
}

impl std::error::Error for Diagnostic {}
