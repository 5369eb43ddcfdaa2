//! A new assessment from the last one: what is carried forward, and its files of evidence.

use std::path::Path;

use jiff::civil::Date;
use thiserror::Error;

use super::{App, Notice, Route, evidence, file};
use crate::domain::{Assessment, Instrument, StateCode};
use crate::store;

/// Why an assessment is not carried forward.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum CarryError {
    /// It is another State's.
    #[error(
        "the last assessment is of {last}, not of {wanted}; nothing is carried from one State to another"
    )]
    OtherState {
        /// Whose it is.
        last: StateCode,
        wanted: StateCode,
    },
    /// The new file would stand in the place of the last one.
    #[error("the new assessment would be written over the last one; choose another name for it")]
    SameFile,
}

/// The assessment that follows the last one, with an identity of its own.
pub fn carry_forward(last: &Assessment, instrument: &Instrument) -> Assessment {
    last.carried_forward(instrument, store::new_identity(), day_of(last))
}

/// Whether the last assessment may be carried into a new file for this State.
pub fn check(
    (last, from): (&Assessment, &Path),
    wanted: StateCode,
    to: &Path,
) -> Result<(), CarryError> {
    let last = last.profile.state;
    if last != wanted {
        return Err(CarryError::OtherState { last, wanted });
    }
    if store::is_same(from, to) {
        return Err(CarryError::SameFile);
    }
    Ok(())
}

/// When it was sent, or else last worked on.
fn day_of(last: &Assessment) -> Option<Date> {
    let sent = last.sent.last().map(|sent| sent.when);
    let answers = last.answers.values();
    let stamps = answers.flat_map(|answer| answer.stamps.values());
    let moment = sent.or_else(|| stamps.map(|stamp| stamp.when).max());
    moment.map(|moment| store::local(moment).date())
}

impl App {
    /// Makes a new assessment from the last one, which stays as it is, and opens it: from the open
    /// one as it stands in the window, or from a file.
    pub(super) fn make_from(&mut self, from: &Path, to: &Path) {
        let to = &file::with_ending(to);
        let open = self.session.as_ref();
        let open = open.filter(|session| store::is_same(session.path(), from));
        let (last, beside) = match open {
            Some(session) => {
                let beside = session.evidence_beside().map(Path::to_owned);
                (session.assessment().clone(), beside)
            }
            None => match file::load(from, self.instrument()) {
                Ok(loaded) => (loaded.assessment, Some(from.to_owned())),
                Err(fault) => return self.notify(Notice::faults(fault.sentences())),
            },
        };
        if let Err(fault) = check((&last, from), last.profile.state, to) {
            return self.notify(Notice::fault(&fault));
        }
        let assessment = carry_forward(&last, self.instrument());
        let before = self.session_number();
        self.create(&assessment, to, Route::Profile);
        if self.session_number() != before && self.session.is_some() {
            self.copy_evidence(beside.as_deref(), to);
        }
    }
}

/// Copies the files of evidence beside the new file; one sentence for each that stays behind.
pub fn copy_evidence(assessment: &Assessment, from: &Path, to: &Path) -> Vec<String> {
    let faults = evidence::copy_all(assessment, from, to);
    faults.iter().map(ToString::to_string).collect()
}
