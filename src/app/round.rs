//! A round: the files that came in, each with its class and the reason for it, and the tally of
//! those that count. Each State counts once.
//!
//! Files are read one by one; of each only a few hundred bytes stay. The files are put in the order
//! of their paths first, so the order in which they are given makes no difference.

mod classes;
mod csv;
mod intake;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

pub use classes::Class;
pub use csv::csv;
use intake::{Intake, take_in};

use crate::analysis::{Ballot, RoundTally};
use crate::domain::{Instrument, Round, StateCode, States};
use crate::store::{self, StoreError};

/// A file that came in, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Received {
    /// The file.
    pub path: PathBuf,
    /// Whose reply it is, where that can be told.
    pub state: Option<StateCode>,
    /// What became of it.
    pub class: Class,
    /// Why, in one sentence.
    pub reason: String,
}

/// What the files of a round come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Collation {
    /// Every file, in the order of the paths.
    pub files: Vec<Received>,
    /// The States that replied, and whose answers wait for a decision.
    pub waiting: BTreeSet<StateCode>,
    /// The call that the replies answer; nothing where there are none.
    pub call: Option<String>,
    /// How many States were invited.
    pub invited: usize,
    /// Whether these are samples alone, counted as a trial.
    pub is_trial: bool,
    /// What the counted replies say.
    pub tally: RoundTally,
}

/// The files that these paths lead to: a folder stands for the files in it. Each comes once, in
/// the order of the paths.
pub fn files(paths: &[PathBuf]) -> Result<Vec<PathBuf>, StoreError> {
    let mut files = BTreeSet::new();
    for path in paths {
        files.extend(store::files_in(path)?);
    }
    Ok(files.into_iter().collect())
}

/// Reads the files one by one, gives each its class, and counts; by what the office noted of the
/// round, where it has.
#[must_use]
pub fn collate(
    files: &[PathBuf],
    instrument: &Instrument,
    states: &States,
    noted: Option<&Round>,
) -> Collation {
    let paths: BTreeSet<&Path> = files.iter().map(PathBuf::as_path).collect();
    let intakes = paths.into_iter();
    let intakes = intakes.map(|path| (path.to_owned(), take_in(path, instrument, states)));
    let (judged, round) = classes::judge(intakes.collect(), states, noted);
    let mut tally = RoundTally::new(instrument);
    let mut waiting = BTreeSet::new();
    let mut received = Vec::with_capacity(judged.len());
    for (path, intake, class, reason) in judged {
        let state = intake.state();
        match class {
            Class::Counted => {
                if let Some(ballot) = ballot_of(intake) {
                    tally.add(instrument, ballot);
                }
            }
            Class::Conflict => waiting.extend(state),
            _ => {}
        }
        received.push(Received {
            path,
            state,
            class,
            reason,
        });
    }
    // Where the office has decided, one of the replies counts.
    waiting.retain(|state| !tally.counted.contains(state));
    Collation {
        files: received,
        waiting,
        invited: round.invited,
        call: round.call,
        is_trial: round.is_trial,
        tally,
    }
}

fn ballot_of(intake: Intake) -> Option<Ballot> {
    match intake {
        Intake::Reply(reply) => Some(reply.ballot),
        Intake::Refused { .. } => None,
    }
}
