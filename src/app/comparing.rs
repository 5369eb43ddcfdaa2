//! What the open assessment is compared with: what it carries of the last reply, or another
//! assessment of the State.

use std::path::PathBuf;
use std::sync::Arc;

use jiff::civil::Date;

use super::waiting::Claim;
use super::{App, Notice, Route, file};
use crate::analysis::{self, Comparison};
use crate::domain::{Assessment, Instrument, Message};

/// An assessment that was read to be compared with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counterpart {
    /// Its file.
    pub path: PathBuf,
    /// What it says.
    pub assessment: Assessment,
}

/// Where the earlier figures of a comparison come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Earlier {
    /// From what the assessment itself carries of the last reply.
    LastTime {
        /// The call, by its id or title; it may be empty.
        call: String,
        /// When that reply was given.
        date: Option<Date>,
    },
    File(PathBuf),
}

/// The open assessment, compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// Where the earlier figures come from.
    pub earlier: Earlier,
    /// The earlier assessment.
    pub before: Assessment,
    /// What is different now.
    pub comparison: Comparison,
}

impl App {
    /// The file that the open assessment is compared with, if one was chosen.
    pub fn counterpart(&self) -> Option<&Counterpart> {
        self.counterpart.as_ref()
    }

    /// Counts the times that something else was chosen to compare with: two looks that find the
    /// same number, and the same revision, look at the same comparison.
    pub fn comparisons(&self) -> u64 {
        self.comparisons
    }

    /// Compares the open assessment with the chosen file, or else with last time; nothing where
    /// there is neither. It is worked out anew each time: not for every frame.
    pub fn compared(&self) -> Option<Compared> {
        let now = self.session.as_ref()?.assessment();
        let (earlier, before) = match (&self.counterpart, &now.previous) {
            (Some(counterpart), _) => {
                let path = counterpart.path.clone();
                (Earlier::File(path), counterpart.assessment.clone())
            }
            (None, Some(previous)) => {
                let earlier = Earlier::LastTime {
                    call: previous.call.clone(),
                    date: previous.date,
                };
                (earlier, previous.as_assessment(now))
            }
            (None, None) => return None,
        };
        let comparison = analysis::compare(self.instrument(), &before, now).ok()?;
        Some(Compared {
            earlier,
            before,
            comparison,
        })
    }

    /// Compares with another assessment of the State, or, without a path, with last time again.
    pub(super) fn compare_with(&mut self, path: Option<PathBuf>) {
        let Some(session) = &self.session else { return };
        let Some(path) = path else {
            return self.compare(None);
        };
        let (now, instrument) = (
            session.assessment().clone(),
            Arc::clone(session.instrument()),
        );
        let number = self.session_number();
        let what = Message::new("waiting-to-open").path("path", &path);
        self.beside(
            what,
            Claim::Nothing,
            move || counterpart_at(path, &now, &instrument),
            move |app, counterpart| match counterpart {
                Ok(found) if app.session_number() == number => app.compare(Some(found)),
                Ok(_) => {}
                Err(notice) => app.notify(notice),
            },
        );
    }

    fn compare(&mut self, counterpart: Option<Counterpart>) {
        self.counterpart = counterpart;
        self.comparisons += 1;
        self.go(Route::Compare);
    }
}

fn counterpart_at(
    path: PathBuf,
    now: &Assessment,
    instrument: &Instrument,
) -> Result<Counterpart, Notice> {
    let loaded = file::load(&path, instrument);
    let assessment = loaded
        .map_err(|fault| Notice::faults(fault.sentences()))?
        .assessment;
    analysis::compare(instrument, &assessment, now).map_err(|fault| Notice::fault(&fault))?;
    Ok(Counterpart { path, assessment })
}
