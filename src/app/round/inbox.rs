//! The files of a round as they were read, and what they come to.
//!
//! Of a reply stays what tells it from others, a few hundred bytes; and what it says only as long
//! as it may count.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::classes::{self, Class};
use super::intake::{Intake, Reply, TakenIn};
use super::{Collation, Received, Sealed};
use crate::analysis::{Ballot, RoundTally, StateSet, response};
use crate::domain::{Instrument, Round, States};
use crate::format::Seal;

/// How many ballots may come until those that cannot count are let go.
const MOST_NEW_BALLOTS: usize = 64;

/// The files that were read.
#[derive(Debug, Default)]
pub(super) struct Inbox {
    files: BTreeMap<PathBuf, Intake>,
    ballots: BTreeMap<Seal, Ballot>,
    /// How many ballots there were when the others were let go.
    kept: usize,
}

impl Inbox {
    /// Takes a file in; in place of what was read from it before.
    pub(super) fn take(&mut self, path: PathBuf, taken: TakenIn, noted: Option<&Round>) {
        let TakenIn { intake, ballot } = taken;
        if let (Some(reply), Some(ballot)) = (intake.reply(), ballot) {
            self.ballots.insert(reply.seal, ballot);
        }
        self.files.insert(path, intake);
        if self.kept + MOST_NEW_BALLOTS < self.ballots.len() {
            self.thin(noted);
        }
    }

    /// Keeps the files that it is true of.
    pub(super) fn retain(&mut self, keep: impl Fn(&Path) -> bool) {
        self.files.retain(|path, _| keep(path));
    }

    /// Lets go what replies say that cannot count, as the office notes it.
    fn thin(&mut self, noted: Option<&Round>) {
        let counting = classes::may_count(self.replies(), noted);
        self.ballots.retain(|seal, _| counting.contains(seal));
        self.kept = self.ballots.len();
    }

    /// The replies, in the order of the paths.
    pub(super) fn replies(&self) -> impl Iterator<Item = &Reply> {
        self.files.values().filter_map(Intake::reply)
    }

    /// What the files come to; and those that count, but have to be read again for what they say.
    pub(super) fn collation(
        &self,
        instrument: &Instrument,
        states: &States,
        noted: Option<&Round>,
    ) -> (Collation, Vec<PathBuf>) {
        let (verdicts, round) = classes::judge(&self.files, states, noted);
        let mut tally = RoundTally::new(instrument);
        let mut disputed = BTreeSet::new();
        let mut missing = Vec::new();
        let mut files = Vec::with_capacity(verdicts.len());
        for ((path, intake), (class, reason)) in self.files.iter().zip(verdicts) {
            let reply = intake.reply();
            let ballot = reply.and_then(|reply| self.ballots.get(&reply.seal));
            match (class, ballot) {
                (Class::Counted, Some(ballot)) => tally.add(instrument, ballot),
                (Class::Counted, None) => {
                    missing.push(path.clone());
                    disputed.extend(intake.state());
                }
                (Class::Conflict, _) => disputed.extend(intake.state()),
                _ => {}
            }
            files.push(Received {
                path: path.clone(),
                state: intake.state(),
                class,
                reason,
                sealed: reply.map(|reply| Sealed {
                    seal: reply.seal,
                    revision: reply.revision,
                    released: reply.released,
                }),
            });
        }
        // Where the office has decided, one of the replies counts.
        let waiting: StateSet = &disputed - &tally.counted;
        let replied = &tally.counted | &waiting;
        let collation = Collation {
            files,
            groups: response(states, &round.invited, &replied),
            waiting,
            invited: round.invited,
            call: round.call,
            is_trial: round.is_trial,
            tally,
        };
        (collation, missing)
    }
}
