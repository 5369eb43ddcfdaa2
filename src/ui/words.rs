//! The words of the window: those of the whole program, and moments where the machine stands.

use std::ops::Deref;

use jiff::Timestamp;

use crate::{store, words};

pub use crate::words::{ENGLISH, Value};

/// The words of one language; what it lacks is said in English.
pub struct Words(words::Words);

impl Words {
    /// The words of `language`, such as `en`; an unknown language is English.
    #[must_use]
    pub fn load(language: &str) -> Self {
        Self(words::Words::load(language))
    }

    /// The languages that there are.
    pub fn languages() -> impl Iterator<Item = &'static str> {
        words::Words::languages()
    }

    /// A moment where the machine stands: 31 December 2026, 10:32.
    #[must_use]
    pub fn moment(&self, moment: Timestamp) -> String {
        let local = store::local(moment);
        let time = local.strftime("%H:%M").to_string();
        let day = self.day(local.date());
        self.say_with(
            "moment-in-words",
            &[("day", day.into()), ("time", time.into())],
        )
    }
}

impl Deref for Words {
    type Target = words::Words;

    fn deref(&self) -> &words::Words {
        &self.0
    }
}
