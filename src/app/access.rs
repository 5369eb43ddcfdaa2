//! How the open assessment gets to disk: whether its file can be written, and how far that is.

use std::path::Path;
use std::time::{Duration, Instant};

use jiff::Timestamp;

use super::file;
use crate::domain::Assessment;
use crate::store::{
    AutosaveTimer, BackupTimer, Fingerprint, Holder, Lock, SaveJob, Saver, StoreError,
};

/// Whether the file can be written, and how that goes.
#[derive(Debug)]
pub(super) enum Access {
    Write(Box<Writer>),
    Read(ReadReason),
}

/// Why an assessment is open only to read.
#[derive(Debug)]
pub enum ReadReason {
    /// Another window or program writes it.
    Held(Holder),
    /// Nothing can be written there.
    Unwritable(StoreError),
    /// It is a backup, as it was at that moment.
    Backup(Timestamp),
}

/// What writes the file, and how far it has got.
#[derive(Debug)]
pub(super) struct Writer {
    pub(super) saver: Saver,
    pub(super) timer: AutosaveTimer,
    pub(super) backup_timer: BackupTimer,
    pub(super) saved_revision: u64,
    pub(super) saved_at: Option<Timestamp>,
    pub(super) fault: Option<StoreError>,
    /// Since when a save has been on its way and was not heard of.
    pub(super) waiting_since: Option<Instant>,
}

/// For how long a save may be on its way until it counts as failed: a share that has stalled gives
/// no error, it gives nothing.
const LONGEST_SILENCE: Duration = Duration::from_secs(10);

/// How the file on disk compares with what is on screen.
#[derive(Debug)]
pub enum SaveState<'a> {
    /// All of it is on disk, since that moment; `None` where nothing has changed since opening.
    Saved(Option<Timestamp>),
    /// Some of it is on its way.
    Saving,
    /// The last save failed, or its folder does not answer; the work is kept, and tried again.
    Failed(&'a StoreError),
    /// The file is open only to read.
    ReadOnly(&'a ReadReason),
}

impl Writer {
    pub(super) fn start(
        lock: Lock,
        known: Option<Fingerprint>,
        wake: impl Fn() + Send + 'static,
    ) -> Result<Self, StoreError> {
        Ok(Self {
            saver: Saver::start(lock, known, wake)?,
            timer: AutosaveTimer::default(),
            backup_timer: BackupTimer::opened(Instant::now()),
            saved_revision: 0,
            saved_at: None,
            fault: None,
            waiting_since: None,
        })
    }

    pub(super) fn submit(
        &mut self,
        assessment: &Assessment,
        path: &Path,
        revision: u64,
        now: Instant,
    ) {
        let assessment = assessment.clone();
        let path = path.to_owned();
        let encode = move || file::encode(&assessment, &path).map_err(|fault| fault.to_string());
        self.saver.submit(SaveJob::new(revision, encode));
        self.timer.submitted();
        self.waiting_since.get_or_insert(now);
    }

    /// The saver has answered: whatever is on its way now began after that.
    pub(super) fn heard(&mut self, now: Instant) {
        self.waiting_since = self.saver.is_busy().then_some(now);
    }

    /// Whether nothing has been heard of a save for too long.
    pub(super) fn is_overdue(&self, now: Instant) -> bool {
        self.waiting_since
            .is_some_and(|since| LONGEST_SILENCE <= now.duration_since(since))
    }

    /// Counts the save that is on its way as failed. It is not ended by that, and may succeed yet;
    /// the newest work waits behind it.
    pub(super) fn give_up_waiting(&mut self, path: &Path, now: Instant) {
        let path = path.to_owned();
        self.fault = Some(StoreError::NoAnswer { path });
        self.waiting_since = Some(now);
    }

    /// Whether the folder has not answered for so long that no one should wait for it.
    pub(super) fn is_silent(&self) -> bool {
        matches!(self.fault, Some(StoreError::NoAnswer { .. })) && self.saver.is_busy()
    }

    pub(super) fn wait(&self, now: Instant) -> Option<Duration> {
        let overdue = self.waiting_since.map(|since| since + LONGEST_SILENCE);
        let overdue = overdue.map(|moment| moment.saturating_duration_since(now));
        self.timer.wait(now).into_iter().chain(overdue).min()
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        if self.is_silent() {
            self.saver.abandon();
        }
    }
}
