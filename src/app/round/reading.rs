//! Reading the files of a round away from the window.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::intake::{TakenIn, take_in};
use super::sources::is_own;
use super::workers::{cores_beside_the_window, share_out};
use crate::app::Wake;
use crate::app::task::{Progress, Task, Worker};
use crate::domain::{Instrument, States};
use crate::store::{FoundFiles, StoreError};

/// How many files may have been read until the window looks; the others wait.
const MOST_UNSEEN: usize = 200;

/// Which files are to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Job {
    /// All that these sources lead to; what is not there any more is let go.
    All(Vec<PathBuf>),
    /// What these sources lead to, beside what was read before.
    Also(Vec<PathBuf>),
    /// These files, which were read before; one that has gone is told to be unreadable.
    Again(Vec<PathBuf>),
}

/// What the reading tells.
#[derive(Debug)]
pub(super) enum Told {
    /// A file was read.
    Read(PathBuf, TakenIn),
    /// This source could not be found, or not be looked into.
    NoSource(PathBuf, StoreError),
    /// All was read that there is; of [`Job::All`] with the paths of all files that are there,
    /// where all sources could be looked into.
    Done(Option<BTreeSet<PathBuf>>),
}

/// How far the reading of the files is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReadingProgress {
    /// How many files were read.
    pub done: usize,
    /// How many there are; 0 until that is known.
    pub all: usize,
}

/// What is read, and with what.
pub(super) struct ReadingOrder {
    pub(super) job: Job,
    /// The round's own file, which is none of the replies.
    pub(super) round: Option<PathBuf>,
    pub(super) instrument: Arc<Instrument>,
    pub(super) states: Arc<States>,
}

/// A reading on its way. Dropping it ends it after the files that are in hand.
#[derive(Debug)]
pub(super) struct Reading {
    task: Task<Told>,
    /// How many files there are; 0 until that is known.
    all: Arc<AtomicUsize>,
    /// How many files were read and seen.
    done: usize,
    /// Whether it told that it has read all that there is.
    pub(super) is_done: bool,
}

impl Reading {
    /// Begins to read.
    pub(super) fn start(order: ReadingOrder, wake: Wake) -> Self {
        let all = Arc::new(AtomicUsize::new(0));
        let theirs = Arc::clone(&all);
        let task = Task::stream("round", MOST_UNSEEN, wake, move |worker| {
            read_all(&order, &theirs, worker);
        });
        Self {
            task,
            all,
            done: 0,
            is_done: false,
        }
    }

    /// How far it is.
    pub(super) fn progress(&self) -> ReadingProgress {
        ReadingProgress {
            done: self.done,
            all: self.all.load(Ordering::Relaxed),
        }
    }

    /// The next that is told; `Err` where nothing more will come.
    pub(super) fn poll(&mut self) -> Result<Option<Told>, ()> {
        match self.task.poll() {
            Progress::Ready(told) => {
                self.done += usize::from(matches!(told, Told::Read(..)));
                self.is_done |= matches!(told, Told::Done(_));
                Ok(Some(told))
            }
            Progress::Pending => Ok(None),
            Progress::Ended => Err(()),
        }
    }
}

fn read_all(order: &ReadingOrder, count: &AtomicUsize, worker: &Worker<Told>) {
    let mut found = FoundFiles::default();
    let mut is_whole = matches!(order.job, Job::All(_));
    let mut files = Vec::new();
    match &order.job {
        Job::Again(again) => files.clone_from(again),
        Job::All(sources) | Job::Also(sources) => {
            for source in sources {
                if let Err(fault) = found.add(source) {
                    is_whole = false;
                    worker.send(Told::NoSource(source.clone(), fault));
                }
            }
        }
    }
    if let Some(round) = &order.round {
        found.retain(|file| !is_own(file, round));
    }
    files.extend(found.paths());
    let all = files.len() + found.unread.len();
    count.store(all, Ordering::Relaxed);
    for (folder, fault) in &found.unread {
        let unread = TakenIn::unread(folder, fault);
        worker.send(Told::Read(folder.clone(), unread));
    }
    let workers = cores_beside_the_window();
    share_out(&files, workers, worker.cancelled(), |path| {
        let taken = take_in(path, &order.instrument, &order.states);
        worker.send(Told::Read(path.clone(), taken));
    });
    let folders = found.unread.into_iter().map(|(folder, _)| folder);
    let there = files.into_iter().chain(folders);
    worker.send(Told::Done(is_whole.then(|| there.collect())));
}
