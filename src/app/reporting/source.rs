//! What a report is made from on another thread.

use std::sync::Arc;

use jiff::civil::Date;

use crate::app::export::{self, Export};
use crate::domain::{Assessment, Instrument, States};
use crate::report::Report;
use crate::store::Backups;
use crate::words::{ENGLISH, Words};

/// What a report is made from: a copy, so that nothing that happens meanwhile changes it.
pub(super) struct Source {
    pub(super) instrument: Arc<Instrument>,
    pub(super) states: Arc<States>,
    pub(super) assessment: Assessment,
    pub(super) backups: Option<Backups>,
    pub(super) date: Date,
    pub(super) export: Export,
}

impl Source {
    /// The report; a second's work where the assessment is large.
    pub(super) fn report(&self) -> Report {
        let words = Words::load(ENGLISH);
        let state_name = self.states.name(self.assessment.profile.state);
        export::report_of(
            &crate::report::Subject {
                instrument: &self.instrument,
                assessment: &self.assessment,
                state_name: &state_name,
                date: self.date,
                words: &words,
            },
            &self.export,
            self.backups.as_ref(),
        )
    }
}
