//! Saving away from the window: a thread that owns one file.
//!
//! It turns the work into bytes and writes them; while it does, the newest state waits, and
//! replaces one that waits already. Each save is answered by a [`SaveOutcome`]. After a failure
//! the work is kept, and tried once more when the saver ends.

use std::collections::VecDeque;
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{Builder, JoinHandle};
use std::time::Duration;

use jiff::Timestamp;

use super::files::check_length;
use super::fingerprint::save_over_ours;
use super::{Attempt, Fingerprint, Lock, Saved, StoreError, clock};
use crate::domain::Message;

/// One state of the work that should be saved.
pub struct SaveJob {
    revision: u64,
    encode: Box<dyn Fn() -> Result<Vec<u8>, Message> + Send>,
}

impl SaveJob {
    /// The work at a revision, with what turns it into bytes. That runs on the saver's thread, and
    /// once more for each new try.
    pub fn new(
        revision: u64,
        encode: impl Fn() -> Result<Vec<u8>, Message> + Send + 'static,
    ) -> Self {
        Self {
            revision,
            encode: Box::new(encode),
        }
    }

    /// Turns the work into bytes; a panic on the way is a failure like any other.
    fn bytes(&self) -> Result<Vec<u8>, Message> {
        catch_unwind(AssertUnwindSafe(&self.encode))
            .unwrap_or_else(|_| Err(Message::new("store-mistake")))
    }
}

impl fmt::Debug for SaveJob {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_tuple(stringify!(SaveJob))
            .field(&self.revision)
            .finish()
    }
}

/// What came of one save.
#[derive(Debug)]
pub struct SaveOutcome {
    pub revision: u64,
    /// What stands on disk now, or why not.
    pub result: Result<Saved, StoreError>,
    /// When that was known.
    pub when: Timestamp,
}

/// How things stand when the saver was waited for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Finish {
    /// All that was given to it is on disk.
    Saved,
    /// The last save failed; its outcome says why.
    Failed,
    /// It is still at it: a network folder may not answer.
    Busy,
}

/// Saves the work into one file, on a thread of its own, as long as it holds the file's lock.
///
/// Dropping it waits until all that was given to it is saved, or has failed once more; but no
/// longer than [`Saver::LONGEST_DROP`].
#[derive(Debug)]
pub struct Saver {
    shared: Arc<Shared>,
    worker: Option<JoinHandle<()>>,
}

#[derive(Debug)]
struct Shared {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Debug)]
struct State {
    target: Target,
    /// The thread has nothing left to do.
    ended: bool,
    /// Waits until the save before it is done.
    queued: Option<SaveJob>,
    /// Failed, and nothing newer came since.
    failed: Option<SaveJob>,
    saving: bool,
    closing: bool,
    outcomes: VecDeque<SaveOutcome>,
}

/// Where to save, and over what.
#[derive(Debug, Clone)]
struct Target {
    lock: Arc<Lock>,
    /// What was read or saved last; `None` where there should be no file yet.
    known: Option<Fingerprint>,
    /// What was begun since, and may stand there although its save was reported as failed.
    begun: VecDeque<Fingerprint>,
}

impl Target {
    /// How many saves that were begun are remembered.
    const MOST_BEGUN: usize = 32;

    fn new(lock: Lock, known: Option<Fingerprint>) -> Self {
        Self {
            lock: Arc::new(lock),
            known,
            begun: VecDeque::new(),
        }
    }

    fn saved(&mut self, fingerprint: Fingerprint) {
        self.known = Some(fingerprint);
        self.begun.clear();
    }

    fn begin(&mut self, fingerprint: Fingerprint) {
        if self.begun.iter().any(|it| it.same_content(&fingerprint)) {
            return;
        }
        if self.begun.len() == Self::MOST_BEGUN {
            self.begun.pop_front();
        }
        self.begun.push_back(fingerprint);
    }
}

impl Saver {
    /// How long dropping it waits for a folder that does not answer.
    pub const LONGEST_DROP: Duration = Duration::from_secs(10);

    /// Starts the thread. `known` is what the file held when it was read or made; `None` where it
    /// is not there yet. `wake` is called on that thread after each outcome, so that the window
    /// can look at it.
    pub fn start(
        lock: Lock,
        known: Option<Fingerprint>,
        wake: impl Fn() + Send + 'static,
    ) -> Result<Self, StoreError> {
        let path = lock.path().to_owned();
        let shared = Arc::new(Shared {
            state: Mutex::new(State {
                target: Target::new(lock, known),
                ended: false,
                queued: None,
                failed: None,
                saving: false,
                closing: false,
                outcomes: VecDeque::new(),
            }),
            changed: Condvar::new(),
        });
        let theirs = Arc::clone(&shared);
        let worker = Builder::new()
            .name("saver".to_owned())
            .spawn(move || theirs.work(&wake))
            .map_err(|source| StoreError::from_io(Attempt::Write, source, &path))?;
        Ok(Self {
            shared,
            worker: Some(worker),
        })
    }

    /// Gives it the newest state of the work; one that still waits or has failed is replaced.
    pub fn submit(&self, job: SaveJob) {
        let mut state = self.shared.state();
        state.failed = None;
        state.queued = Some(job);
        drop(state);
        self.shared.changed.notify_all();
    }

    /// The oldest outcome that was not looked at yet.
    pub fn poll(&self) -> Option<SaveOutcome> {
        self.shared.state().outcomes.pop_front()
    }

    /// Whether something is waiting or being saved.
    pub fn is_busy(&self) -> bool {
        self.shared.state().is_busy()
    }

    /// Waits until all is saved or has failed, at most for `timeout`. The saver goes on after it.
    pub fn finish(&self, timeout: Duration) -> Finish {
        let state = self.shared.state();
        let (state, _) = self
            .shared
            .changed
            .wait_timeout_while(state, timeout, |state| state.is_busy())
            .unwrap_or_else(PoisonError::into_inner);
        if state.is_busy() {
            Finish::Busy
        } else if state.failed.is_some() {
            Finish::Failed
        } else {
            Finish::Saved
        }
    }

    /// Lets it go without waiting: for a person who has been told that the folder does not answer,
    /// or who saves elsewhere. What it is at, and what waits, is still saved if that can be; the
    /// thread keeps the lock until then.
    pub fn abandon(&mut self) {
        self.worker = None;
        self.shared.state().closing = true;
        self.shared.changed.notify_all();
    }
}

impl Drop for Saver {
    fn drop(&mut self) {
        let Some(worker) = self.worker.take() else {
            return;
        };
        let mut state = self.shared.state();
        state.requeue();
        state.closing = true;
        self.shared.changed.notify_all();
        let (state, _) = self
            .shared
            .changed
            .wait_timeout_while(state, Self::LONGEST_DROP, |state| !state.ended)
            .unwrap_or_else(PoisonError::into_inner);
        let ended = state.ended;
        drop(state);
        if ended {
            // It does not panic; if it did, there would be nothing to be done here.
            worker.join().ok();
        }
    }
}

impl State {
    fn is_busy(&self) -> bool {
        self.saving || self.queued.is_some()
    }

    fn requeue(&mut self) {
        let failed = self.failed.take();
        if self.queued.is_none() {
            self.queued = failed;
        }
    }
}

impl Shared {
    /// A thread that panicked while it held the state left it whole: each change is one step.
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn work(&self, wake: &dyn Fn()) {
        while let Some((job, mut target)) = self.next() {
            let result = save(&job, &mut target);
            self.done(job, target, result);
            // A window that fails to wake must not stop the saving.
            catch_unwind(AssertUnwindSafe(wake)).ok();
        }
        self.state().ended = true;
        self.changed.notify_all();
    }

    /// Waits for a job; `None` once the saver closes and nothing is left to do.
    fn next(&self) -> Option<(SaveJob, Target)> {
        let state = self.state();
        let mut state = self
            .changed
            .wait_while(state, |state| state.queued.is_none() && !state.closing)
            .unwrap_or_else(PoisonError::into_inner);
        let job = state.queued.take()?;
        state.saving = true;
        Some((job, state.target.clone()))
    }

    fn done(&self, job: SaveJob, target: Target, result: Result<Saved, StoreError>) {
        let outcome = SaveOutcome {
            revision: job.revision,
            when: clock::now(),
            result,
        };
        let mut state = self.state();
        state.saving = false;
        if outcome.result.is_err() && state.queued.is_none() {
            state.failed = Some(job);
        }
        state.target = target;
        state.outcomes.push_back(outcome);
        drop(state);
        self.changed.notify_all();
    }
}

fn save(job: &SaveJob, target: &mut Target) -> Result<Saved, StoreError> {
    let path = target.lock.path();
    let bytes = job.bytes().map_err(|reason| StoreError::NotEncoded {
        reason,
        path: path.to_owned(),
    })?;
    check_length(bytes.len(), path)?;
    let result = save_over_ours(path, &bytes, target.known.as_ref(), |there| {
        target.begun.iter().any(|begun| begun.same_content(there))
    });
    match &result {
        Ok(saved) => target.saved(saved.fingerprint),
        Err(StoreError::ChangedOnDisk { .. } | StoreError::Exists { .. }) => {}
        // It may have failed after the new content had taken the file's name.
        Err(_) => target.begin(Fingerprint::of(&bytes, None)),
    }
    result
}
