//! A round: the files that came in, each with its class and the reason for it, and the tally of
//! those that count. Each State counts once.
//!
//! Files are read by several threads, each its next one; of each file only a few hundred bytes
//! stay, and what the reply says as long as it may count. The files are put in the order of their
//! paths, so neither the order in which they are given or read nor the number of threads makes a
//! difference.

mod classes;
mod command;
mod gather;
mod inbox;
mod intake;
mod reading;
mod report;
mod saving;
mod session;
mod sources;
mod workers;

use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::sync::atomic::AtomicBool;
use std::sync::{Mutex, PoisonError};

use jiff::civil::Date;

pub use classes::Class;
pub use command::RoundCommand;
pub use gather::{Gathered, GatheredReply, GatheredText};
use inbox::Inbox;
use intake::{TakenIn, take_in};
pub use reading::ReadingProgress;
pub use report::ReportSource;
pub use session::{RoundSession, Unread};
pub use sources::{ROUND_ENDING, is_own, suggested_round_name};
pub use workers::{all_cores, cores_beside_the_window};

use crate::analysis::{GroupResponse, RoundTally, StateSet};
use crate::domain::{Instrument, Message, Round, StateCode, States};
use crate::format::Seal;
use crate::store::{FoundFiles, StoreError};

/// A file that came in, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Received {
    /// The file.
    pub path: PathBuf,
    /// Whose reply it is, where that can be told.
    pub state: Option<StateCode>,
    /// What became of it.
    pub class: Class,
    /// Why.
    pub reason: Message,
    /// What tells it from other replies; of an intact reply to this instrument.
    pub sealed: Option<Sealed>,
}

/// What tells a reply from others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sealed {
    pub(super) seal: Seal,
    /// Which of the replies from its assessment it is.
    pub revision: u32,
    /// The day on which the State released it.
    pub released: Date,
}

impl Sealed {
    /// The digest of its seal, by which the round's file knows it.
    pub fn digest(&self) -> String {
        self.seal.hex()
    }

    /// The short code for people.
    pub fn code(&self) -> String {
        self.seal.code()
    }
}

/// What the files of a round come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Collation {
    /// Every file, in the order of the paths.
    pub files: Vec<Received>,
    /// The States that replied, and whose answers wait for a decision.
    pub waiting: StateSet,
    /// The call that the replies answer; nothing where there are none.
    pub call: Option<String>,
    /// The States that were invited.
    pub invited: StateSet,
    /// How many of those replied, by regional group.
    pub groups: Vec<GroupResponse>,
    /// Whether these are samples alone, counted as a trial.
    pub is_trial: bool,
    /// What the counted replies say.
    pub tally: RoundTally,
}

/// Several replies of one State, of which one can count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dispute<'a> {
    pub state: StateCode,
    /// The replies to decide between, in the order of the paths. Where it is decided, one of them
    /// is counted.
    pub files: Vec<&'a Received>,
}

impl Collation {
    /// The States that replied: those that are counted, and those that wait.
    pub fn replied(&self) -> StateSet {
        &self.tally.counted | &self.waiting
    }

    /// The States that sent several replies of which one can count, decided or not, by their codes.
    pub fn disputes(&self) -> Vec<Dispute<'_>> {
        let in_conflict = self.files.iter();
        let in_conflict = in_conflict.filter(|file| file.class == Class::Conflict);
        let states: StateSet = in_conflict.filter_map(|file| file.state).collect();
        let could_count = |file: &&Received| matches!(file.class, Class::Conflict | Class::Counted);
        let disputes = states.into_iter().map(|state| {
            let files = self.files.iter().filter(could_count);
            Dispute {
                state,
                files: files.filter(|file| file.state == Some(state)).collect(),
            }
        });
        disputes.collect()
    }
}

/// The files that these paths lead to: a folder stands for all that is in it, however deep.
pub fn files(paths: &[PathBuf]) -> Result<FoundFiles, StoreError> {
    let mut found = FoundFiles::default();
    paths.iter().try_for_each(|path| found.add(path))?;
    Ok(found)
}

/// Reads the files with so many threads, gives each its class, and counts; by what the office noted
/// of the round, where it has.
pub fn collate(
    found: &FoundFiles,
    instrument: &Instrument,
    states: &States,
    noted: Option<&Round>,
    workers: NonZeroUsize,
) -> Collation {
    let mut inbox = Inbox::default();
    for (folder, fault) in &found.unread {
        inbox.take(folder.clone(), TakenIn::unread(folder, fault), noted);
    }
    let inbox = Mutex::new(inbox);
    let files: Vec<PathBuf> = found.paths().into_iter().collect();
    workers::share_out(&files, workers, &AtomicBool::new(false), |path| {
        let taken = take_in(path, instrument, states);
        let mut inbox = inbox.lock().unwrap_or_else(PoisonError::into_inner);
        inbox.take(path.clone(), taken, noted);
    });
    let inbox = inbox.into_inner().unwrap_or_else(PoisonError::into_inner);
    let (collation, _) = inbox.collation(instrument, states, noted);
    collation
}
