//! Work on a thread of its own, so that the window goes on drawing.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, TryRecvError, sync_channel};
use std::thread::Builder;
use std::time::Duration;

/// Wakes the window from another thread.
pub type Wake = Arc<dyn Fn() + Send + Sync>;

/// A task on its way. Dropping it cancels it: a long one looks between its steps whether it is.
pub struct Task<T> {
    results: Receiver<T>,
    cancelled: Arc<AtomicBool>,
}

/// What has come of a task since it was last looked at.
#[derive(Debug, PartialEq, Eq)]
pub enum Progress<T> {
    Pending,
    Ready(T),
    /// No more will come: the task has ended, or could not be started, or its thread has died.
    Ended,
}

/// The task's own end: it sends results, and sees whether anybody still wants them.
pub struct Worker<T> {
    /// Gone only while this is dropped.
    results: Option<SyncSender<T>>,
    cancelled: Arc<AtomicBool>,
    wake: Wake,
}

impl<T: Send + 'static> Task<T> {
    /// Starts a task with one result.
    pub fn spawn(name: &str, wake: Wake, work: impl FnOnce() -> T + Send + 'static) -> Self {
        Self::stream(name, 1, wake, move |worker| worker.send(work()))
    }

    /// Starts a task with many results, of which so many may wait until the window looks.
    pub fn stream(
        name: &str,
        most_waiting: usize,
        wake: Wake,
        work: impl FnOnce(&Worker<T>) + Send + 'static,
    ) -> Self {
        let (sender, results) = sync_channel(most_waiting);
        let cancelled = Arc::new(AtomicBool::new(false));
        let worker = Worker {
            results: Some(sender),
            cancelled: Arc::clone(&cancelled),
            wake,
        };
        let thread = Builder::new().name(name.to_owned());
        // Where no thread can be started, the worker is dropped here, and the task has ended.
        thread.spawn(move || work(&worker)).ok();
        Self { results, cancelled }
    }
}

impl<T> Task<T> {
    pub fn poll(&self) -> Progress<T> {
        match self.results.try_recv() {
            Ok(result) => Progress::Ready(result),
            Err(TryRecvError::Empty) => Progress::Pending,
            Err(TryRecvError::Disconnected) => Progress::Ended,
        }
    }

    /// Waits for the next result, though not for ever.
    pub fn wait(&self, timeout: Duration) -> Progress<T> {
        match self.results.recv_timeout(timeout) {
            Ok(result) => Progress::Ready(result),
            Err(RecvTimeoutError::Timeout) => Progress::Pending,
            Err(RecvTimeoutError::Disconnected) => Progress::Ended,
        }
    }
}

impl<T> Drop for Task<T> {
    fn drop(&mut self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }
}

impl<T> fmt::Debug for Task<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct(stringify!(Task)).finish_non_exhaustive()
    }
}

impl<T> Worker<T> {
    /// Sends a result, and wakes the window. Nobody takes it where the task was dropped meanwhile.
    pub fn send(&self, result: T) {
        if let Some(results) = &self.results {
            results.send(result).ok();
        }
        (self.wake)();
    }

    pub fn cancelled(&self) -> &AtomicBool {
        &self.cancelled
    }
}

/// However the thread ends, the window looks at what has come of it.
impl<T> Drop for Worker<T> {
    fn drop(&mut self) {
        self.results = None;
        (self.wake)();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use super::*;

    const LONG: Duration = Duration::from_secs(20);

    #[test]
    fn a_task_gives_its_result_and_ends() {
        let task = Task::spawn("test", Arc::new(|| ()), || 7);
        assert_eq!(task.wait(LONG), Progress::Ready(7));
        assert_eq!(task.wait(LONG), Progress::Ended);
    }

    #[test]
    fn a_task_whose_thread_dies_ends_and_wakes_the_window() {
        let (woken, wakes) = channel();
        let wake: Wake = Arc::new(move || woken.send(()).unwrap());
        let task: Task<()> = Task::spawn("test", wake, || panic!("as a test wants it"));
        wakes.recv_timeout(LONG).unwrap();
        assert_eq!(task.poll(), Progress::Ended);
    }

    #[test]
    fn a_task_that_is_dropped_is_cancelled_and_held_up_by_nothing() {
        let (go, gone) = channel();
        let (tells, told) = channel();
        let task = Task::stream("test", 1, Arc::new(|| ()), move |worker: &Worker<u8>| {
            gone.recv().unwrap();
            // More than may wait: with nobody there to take them, none of these holds it up.
            (0..9).for_each(|each| worker.send(each));
            tells
                .send(worker.cancelled().load(Ordering::Relaxed))
                .unwrap();
        });
        drop(task);
        go.send(()).unwrap();
        assert!(told.recv_timeout(LONG).unwrap());
    }
}
