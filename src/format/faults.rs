//! Collecting the faults of one file, so that all of them are reported together.

use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

use super::Diagnostic;
use crate::domain::{Explain, Message};

/// The faults of one file, as they are found.
#[derive(Debug)]
pub(super) struct Faults<'a> {
    file: &'a str,
    found: Vec<Diagnostic>,
    /// How many more there are than are told.
    more: usize,
}

/// How many faults of one file are told; whoever mends these reads the file again.
const MAX_FAULTS: usize = 30;

impl<'a> Faults<'a> {
    /// No faults yet, of the file of this name.
    pub fn new(file: &'a str) -> Self {
        Self {
            file,
            found: Vec::new(),
            more: 0,
        }
    }

    /// Notes a fault of an element.
    pub fn add(&mut self, element: &Message, fault: &dyn Explain) {
        if self.found.len() == MAX_FAULTS {
            self.more += 1;
            return;
        }
        let fault = fault.message();
        self.found
            .push(Diagnostic::element(self.file, element.clone(), fault));
    }

    /// The value, or a fault noted.
    pub fn take<T, E: Explain>(&mut self, element: &Message, result: Result<T, E>) -> Option<T> {
        result.map_err(|fault| self.add(element, &fault)).ok()
    }

    /// The value of a text that may be absent, or a fault noted.
    pub fn optional<T, E: Explain>(
        &mut self,
        element: &Message,
        text: Option<String>,
        parse: impl Fn(&str) -> Result<T, E>,
    ) -> Option<T> {
        text.and_then(|text| self.take(element, parse(&text)))
    }

    /// A date such as 2026-11-21 that may be absent, or a fault noted.
    pub fn date(&mut self, element: &Message, text: Option<String>) -> Option<Date> {
        self.optional(element, text, |text| {
            text.parse::<Date>()
                .map_err(|_| Message::new("value-no-date").text("text", text))
        })
    }

    /// A moment such as 2026-11-21T09:30:00Z, or a fault noted.
    pub fn timestamp(&mut self, element: &Message, text: &str) -> Option<Timestamp> {
        let moment = text
            .parse()
            .map_err(|_| Message::new("value-no-moment").text("text", text));
        self.take(element, moment)
    }

    /// A UUID, or a fault noted.
    pub fn uuid(&mut self, element: &Message, text: &str) -> Option<Uuid> {
        self.take(element, parse_uuid(text))
    }

    /// The value if no fault was noted, else all faults.
    pub fn finish<T>(self, value: Option<T>) -> Result<T, Vec<Diagnostic>> {
        match value {
            Some(value) if self.found.is_empty() => Ok(value),
            _ => {
                let mut found = self.found;
                if self.more != 0 {
                    let message = Message::new("more-faults").number("count", self.more);
                    found.push(Diagnostic::whole(self.file, message, None));
                }
                Err(found)
            }
        }
    }
}

pub(super) fn parse_uuid(text: &str) -> Result<Uuid, Message> {
    text.parse()
        .map_err(|_| Message::new("value-no-uuid").text("text", text))
}
