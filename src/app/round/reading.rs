//! Reading the files of a round away from the window.

use std::collections::BTreeSet;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, TryRecvError, sync_channel};
use std::thread::Builder;

use super::intake::{TakenIn, take_in};
use super::sources::is_own;
use super::workers::{cores_beside_the_window, share_out};
use crate::app::Wake;
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
pub(super) struct Task {
    pub(super) job: Job,
    /// The round's own file, which is none of the replies.
    pub(super) round: Option<PathBuf>,
    pub(super) instrument: Arc<Instrument>,
    pub(super) states: Arc<States>,
    /// Wakes the window once all is read.
    pub(super) wake: Wake,
}

/// A reading on its way. Dropping it ends it after the files that are in hand.
#[derive(Debug)]
pub(super) struct Reading {
    told: Receiver<Told>,
    shared: Arc<Shared>,
    /// How many files were read and seen.
    done: usize,
    /// Whether it told that it has read all that there is.
    pub(super) is_done: bool,
}

#[derive(Debug, Default)]
struct Shared {
    cancelled: AtomicBool,
    all: AtomicUsize,
}

impl Reading {
    /// Begins to read.
    pub(super) fn start(task: Task) -> io::Result<Self> {
        let (tell, told) = sync_channel(MOST_UNSEEN);
        let shared = Arc::new(Shared::default());
        let theirs = Arc::clone(&shared);
        Builder::new().name("round".to_owned()).spawn(move || {
            let wake = Arc::clone(&task.wake);
            read_all(&task, &theirs, &tell);
            drop(tell);
            wake();
        })?;
        Ok(Self {
            told,
            shared,
            done: 0,
            is_done: false,
        })
    }

    /// How far it is.
    pub(super) fn progress(&self) -> ReadingProgress {
        ReadingProgress {
            done: self.done,
            all: self.shared.all.load(Ordering::Relaxed),
        }
    }

    /// The next that is told; `Err` where nothing more will come.
    pub(super) fn poll(&mut self) -> Result<Option<Told>, ()> {
        match self.told.try_recv() {
            Ok(told) => {
                self.done += usize::from(matches!(told, Told::Read(..)));
                self.is_done |= matches!(told, Told::Done(_));
                Ok(Some(told))
            }
            Err(TryRecvError::Empty) => Ok(None),
            Err(TryRecvError::Disconnected) => Err(()),
        }
    }
}

impl Drop for Reading {
    fn drop(&mut self) {
        self.shared.cancelled.store(true, Ordering::Relaxed);
    }
}

/// Nobody listens any more once telling fails; the reading is cancelled then, and ends.
fn read_all(task: &Task, shared: &Shared, tell: &SyncSender<Told>) {
    let mut found = FoundFiles::default();
    let mut is_whole = matches!(task.job, Job::All(_));
    let mut files = Vec::new();
    match &task.job {
        Job::Again(again) => files.clone_from(again),
        Job::All(sources) | Job::Also(sources) => {
            for source in sources {
                if let Err(fault) = found.add(source) {
                    is_whole = false;
                    tell.send(Told::NoSource(source.clone(), fault)).ok();
                }
            }
        }
    }
    if let Some(round) = &task.round {
        found.retain(|file| !is_own(file, round));
    }
    files.extend(found.paths());
    let all = files.len() + found.unread.len();
    shared.all.store(all, Ordering::Relaxed);
    for (folder, fault) in &found.unread {
        let unread = TakenIn::unread(folder, fault);
        tell.send(Told::Read(folder.clone(), unread)).ok();
    }
    let workers = cores_beside_the_window();
    share_out(&files, workers, &shared.cancelled, |path| {
        let taken = take_in(path, &task.instrument, &task.states);
        tell.send(Told::Read(path.clone(), taken)).ok();
    });
    let folders = found.unread.into_iter().map(|(folder, _)| folder);
    let there = files.into_iter().chain(folders);
    tell.send(Told::Done(is_whole.then(|| there.collect())))
        .ok();
}
