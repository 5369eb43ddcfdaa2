//! Libraries that pages and workbooks are made with stop the program where the computer gives them no
//! further thread, so that is tried before.

use std::sync::Mutex;
use std::thread::{self, Builder};

use thiserror::Error;

/// The computer does not give as many threads as are needed.
#[derive(Debug, Error)]
#[error("this computer gives the program no further thread; close other programs, and try again")]
pub struct NoThreads;

/// Tries to start so many threads, all at once as they will be.
pub(super) fn check(count: usize) -> Result<(), NoThreads> {
    let gate = Mutex::new(());
    thread::scope(|scope| {
        let closed = gate.lock();
        let wait = || drop(gate.lock());
        let mut started = (0..count).map(|_| Builder::new().spawn_scoped(scope, wait));
        let are_there = started.all(|thread| thread.is_ok());
        drop(closed);
        are_there.then_some(()).ok_or(NoThreads)
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn as_many_threads_are_tried_as_are_needed() {
        assert!(super::check(0).is_ok());
        assert!(super::check(64).is_ok());
    }
}
