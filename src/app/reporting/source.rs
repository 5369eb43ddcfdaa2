//! What a report is made from on another thread: a copy, so that nothing that happens meanwhile
//! changes it.

use std::sync::Arc;

use jiff::civil::Date;

use crate::app::App;
use crate::app::export::{self, Export};
use crate::app::reporting::WhichReport;
use crate::app::round::ReportSource;
use crate::domain::{Assessment, Instrument, RegionalGroup, States};
use crate::report::{Report, Subject};
use crate::store::Backups;
use crate::words::{ENGLISH, Words};

/// What a report is made from.
pub(super) enum Source {
    Assessment(Box<AssessmentSource>),
    Round(Box<ReportSource>, Option<RegionalGroup>),
}

/// An assessment, with what is needed to write about it.
pub(super) struct AssessmentSource {
    instrument: Arc<Instrument>,
    states: Arc<States>,
    assessment: Assessment,
    backups: Option<Backups>,
    date: Date,
    export: Export,
}

impl Source {
    /// What this report is made from as things stand; nothing while it cannot be made.
    pub(super) fn of(app: &App, which: &WhichReport) -> Option<Self> {
        Some(match which {
            WhichReport::Assessment(export) => {
                let session = app.session()?;
                Self::Assessment(Box::new(AssessmentSource {
                    instrument: Arc::clone(&app.library.instrument),
                    states: Arc::clone(&app.library.states),
                    assessment: session.assessment().clone(),
                    backups: session.backups().cloned(),
                    date: app.today(),
                    export: export.clone(),
                }))
            }
            WhichReport::Round(only) => {
                let round = app.round().filter(|round| round.is_read())?;
                Self::Round(Box::new(round.report_source(app.today())), *only)
            }
        })
    }

    /// The report; a second's work where there is much to tell.
    pub(super) fn report(&self) -> Report {
        let words = Words::load(ENGLISH);
        match self {
            Self::Assessment(source) => source.report(&words),
            Self::Round(source, only) => source.report(&words, *only),
        }
    }
}

impl AssessmentSource {
    fn report(&self, words: &Words) -> Report {
        let state_name = self.states.name(self.assessment.profile.state);
        let subject = Subject {
            instrument: &self.instrument,
            assessment: &self.assessment,
            state_name: &state_name,
            date: self.date,
            words,
        };
        export::report_of(&subject, &self.export, self.backups.as_ref())
    }
}
