//! A new assessment from the last one: what is carried forward, and its files of evidence.

use std::path::Path;
use std::sync::Arc;

use jiff::civil::Date;

use super::opening::EvidenceFrom;
use super::waiting::{Claim, Done};
use super::{App, Leaves, Notice, Route, file};
use crate::domain::{Assessment, Explain, Instrument, Message, StateCode};
use crate::store;

/// Why an assessment is not carried forward.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CarryError {
    /// It is another State's.
    OtherState { last: StateCode, wanted: StateCode },
    /// The new file would stand in the place of the last one.
    SameFile,
}

impl Explain for CarryError {
    fn message(&self) -> Message {
        match self {
            Self::OtherState { last, wanted } => Message::new("carry-other-state")
                .text("last", last.as_str())
                .text("wanted", wanted.as_str()),
            Self::SameFile => Message::new("carry-same-file"),
        }
    }
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
        let open = self.session.as_ref().map(|session| {
            let path = session.path().to_owned();
            (path, session.assessment().clone(), session.evidence())
        });
        let instrument = Arc::clone(&self.library.instrument);
        let (from, to) = (from.to_owned(), file::with_ending(to));
        let what = Message::new("waiting-to-open").path("path", &from);
        let carried = move || {
            let (last, evidence) = match open {
                Some((path, last, evidence)) if store::is_same(&path, &from) => (last, evidence),
                _ => {
                    let loaded = file::load(&from, &instrument);
                    let loaded = loaded.map_err(|fault| Notice::faults(fault.sentences()))?;
                    (loaded.assessment, EvidenceFrom::Beside(from.clone()))
                }
            };
            check((&last, &from), last.profile.state, &to)
                .map_err(|fault| Notice::fault(&fault))?;
            Ok((carry_forward(&last, &instrument), to, evidence))
        };
        let claim = Claim::Leaves(Leaves::ASSESSMENT);
        self.wait_for(what, claim, move || match carried() {
            Ok((assessment, to, evidence)) => Done::leaving(Leaves::ASSESSMENT, move |app| {
                app.create(assessment, &to, Route::Profile, evidence);
            }),
            Err(notice) => Done::here(move |app| app.notify(notice)),
        });
    }
}
