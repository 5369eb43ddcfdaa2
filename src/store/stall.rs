//! A disk that answers late, or not at all, as a network share does: for whoever measures or tests
//! what the program does meanwhile.

use std::env;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, OnceLock, PoisonError};
use std::thread;
use std::time::Duration;

/// The variable that makes a folder slow: milliseconds, a colon, the folder.
const VARIABLE: &str = "GUIDEPOST_SLOW_FOLDER";

/// For how long a folder is stalled at most, so that nothing waits for ever.
const LIMIT: Duration = Duration::from_secs(30);

static STALLED: Mutex<Vec<Arc<Folder>>> = Mutex::new(Vec::new());

/// A folder below which the disk does not answer, until this is dropped.
#[derive(Debug)]
pub struct Stall(Arc<Folder>);

#[derive(Debug)]
struct Folder {
    path: PathBuf,
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// Nobody has asked for anything below it yet.
    Unasked,
    /// Somebody waits for an answer, or has.
    Asked,
    Answers,
}

impl Stall {
    /// Lets the disk below the folder give no answer from now on.
    pub fn below(folder: &Path) -> Self {
        let folder = Arc::new(Folder {
            path: folder.to_owned(),
            state: Mutex::new(State::Unasked),
            changed: Condvar::new(),
        });
        lock(&STALLED).push(Arc::clone(&folder));
        Self(folder)
    }

    /// Whether anybody has asked for something below it.
    pub fn is_asked(&self) -> bool {
        *lock(&self.0.state) != State::Unasked
    }

    /// Whether somebody has waited for so long that the disk has answered after all.
    pub fn has_run_out(&self) -> bool {
        *lock(&self.0.state) == State::Answers
    }
}

impl Drop for Stall {
    fn drop(&mut self) {
        lock(&STALLED).retain(|folder| !Arc::ptr_eq(folder, &self.0));
        *lock(&self.0.state) = State::Answers;
        self.0.changed.notify_all();
    }
}

/// Waits as long as the disk below which the path is lets everybody wait.
pub(super) fn wait_for(path: &Path) {
    if let Some((folder, delay)) = slow_folder()
        && path.starts_with(folder)
    {
        thread::sleep(*delay);
    }
    let stalled: Vec<_> = lock(&STALLED)
        .iter()
        .filter(|folder| path.starts_with(&folder.path))
        .map(Arc::clone)
        .collect();
    for folder in stalled {
        let mut state = lock(&folder.state);
        if *state == State::Unasked {
            *state = State::Asked;
        }
        let (mut state, waited) = folder
            .changed
            .wait_timeout_while(state, LIMIT, |state| *state != State::Answers)
            .unwrap_or_else(PoisonError::into_inner);
        if waited.timed_out() {
            *state = State::Answers;
        }
    }
}

fn slow_folder() -> Option<&'static (PathBuf, Duration)> {
    static SLOW: OnceLock<Option<(PathBuf, Duration)>> = OnceLock::new();
    let read = || {
        let value = env::var(VARIABLE).ok()?;
        let (delay, folder) = value.split_once(':')?;
        Some((folder.into(), Duration::from_millis(delay.parse().ok()?)))
    };
    SLOW.get_or_init(read).as_ref()
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
