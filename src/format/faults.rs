//! Collecting the faults of one file, so that all of them are reported together.

use std::fmt::Display;

use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

use super::Diagnostic;
use crate::domain::shortened;

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
    pub fn add(&mut self, element: &str, message: impl Into<String>) {
        if self.found.len() == MAX_FAULTS {
            self.more += 1;
            return;
        }
        let message = message.into();
        let (element, message) = (shortened(element), shortened(&message));
        self.found
            .push(Diagnostic::element(self.file, element, message));
    }

    /// The value, or a fault noted.
    pub fn take<T, E: Display>(&mut self, element: &str, result: Result<T, E>) -> Option<T> {
        match result {
            Ok(value) => Some(value),
            Err(fault) => {
                self.add(element, fault.to_string());
                None
            }
        }
    }

    /// The value of a text that may be absent, or a fault noted.
    pub fn optional<T, E: Display>(
        &mut self,
        element: &str,
        text: Option<String>,
        parse: impl Fn(&str) -> Result<T, E>,
    ) -> Option<T> {
        text.and_then(|text| self.take(element, parse(&text)))
    }

    /// A date such as 2026-11-21 that may be absent, or a fault noted.
    pub fn date(&mut self, element: &str, text: Option<String>) -> Option<Date> {
        self.optional(element, text, |text| {
            text.parse::<Date>()
                .map_err(|_| format!("{text:?} is not a date such as 2026-11-21"))
        })
    }

    /// A moment such as 2026-11-21T09:30:00Z, or a fault noted.
    pub fn timestamp(&mut self, element: &str, text: &str) -> Option<Timestamp> {
        let moment = text
            .parse()
            .map_err(|_| format!("{text:?} is not a moment such as 2026-11-21T09:30:00Z"));
        self.take(element, moment)
    }

    /// A UUID, or a fault noted.
    pub fn uuid(&mut self, element: &str, text: &str) -> Option<Uuid> {
        self.take(
            element,
            text.parse().map_err(|_| format!("{text:?} is not a UUID")),
        )
    }

    /// The value if no fault was noted, else all faults.
    pub fn finish<T>(self, value: Option<T>) -> Result<T, Vec<Diagnostic>> {
        match value {
            Some(value) if self.found.is_empty() => Ok(value),
            _ => {
                let mut found = self.found;
                if self.more != 0 {
                    let message = format!("and {} more faults", self.more);
                    found.push(Diagnostic::whole(self.file, message, ""));
                }
                Err(found)
            }
        }
    }
}
