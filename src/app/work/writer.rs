//! How work gets to disk: whether its file can be written, and how far that is.

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use jiff::Timestamp;

use super::Document;
use crate::app::task::Wake;
use crate::domain::Explain as _;
use crate::store::{
    AutosaveTimer, BackupTimer, Fingerprint, Holder, Lock, SaveJob, Saver, StoreError,
};

/// Whether the file can be written, and how that goes.
#[derive(Debug)]
pub(super) enum Access {
    Write(Box<Writer>),
    Read(ReadReason),
    /// There is no file yet; what is done meanwhile goes among the dated copies.
    Unsaved(AutosaveTimer),
}

/// Why work is open only to read.
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

/// How long closing waits for the last save.
pub(in crate::app) const FINISH_TIMEOUT: Duration = Duration::from_secs(10);

/// For how long a save may be on its way until it counts as failed: a share that has stalled gives
/// no error, it gives nothing.
const SILENCE_TIMEOUT: Duration = Duration::from_secs(10);

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

impl SaveState<'_> {
    /// Whether it is a dated copy.
    pub fn is_backup(&self) -> bool {
        matches!(self, Self::ReadOnly(ReadReason::Backup(_)))
    }

    /// Whether the one who is said to have the file may have left that note behind in a crash.
    pub fn may_be_taken_over(&self) -> bool {
        matches!(self, Self::ReadOnly(ReadReason::Held(holder)) if !holder.certain)
    }
}

impl Writer {
    pub(super) fn start(
        lock: Lock,
        known: Option<Fingerprint>,
        wake: &Wake,
    ) -> Result<Self, StoreError> {
        let wake = Arc::clone(wake);
        Ok(Self {
            saver: Saver::start(lock, known, move || wake())?,
            timer: AutosaveTimer::default(),
            backup_timer: BackupTimer::opened(Instant::now()),
            saved_revision: 0,
            saved_at: None,
            fault: None,
            waiting_since: None,
        })
    }

    pub(super) fn submit<T: Document>(
        &mut self,
        document: &T,
        path: &Path,
        revision: u64,
        now: Instant,
    ) {
        let document = document.clone();
        let path = path.to_owned();
        let encode = move || document.encode(&path).map_err(|fault| fault.message());
        self.saver.submit(SaveJob::new(revision, encode));
        self.timer.submitted();
        self.waiting_since.get_or_insert(now);
    }

    /// Takes in what came of the saves since.
    pub(super) fn poll(&mut self, now: Instant) -> Saves {
        let mut saves = Saves::default();
        while let Some(outcome) = self.saver.poll() {
            // Whatever is on its way now began after that.
            self.waiting_since = self.saver.is_busy().then_some(now);
            match outcome.result {
                Ok(done) => {
                    self.timer.succeeded();
                    self.fault = None;
                    self.saved_revision = outcome.revision;
                    self.saved_at = Some(outcome.when);
                    saves.saved = true;
                    saves.copy_due |= self.backup_timer.saved(now);
                    saves.put_back |= done.put_back;
                }
                Err(fault) => {
                    self.timer.failed(now);
                    self.fault = Some(fault);
                    saves.failed = true;
                }
            }
        }
        saves
    }

    /// Whether nothing has been heard of a save for too long.
    pub(super) fn is_overdue(&self, now: Instant) -> bool {
        self.waiting_since
            .is_some_and(|since| SILENCE_TIMEOUT <= now.duration_since(since))
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
        let overdue = self.waiting_since.map(|since| since + SILENCE_TIMEOUT);
        let overdue = overdue.map(|moment| moment.saturating_duration_since(now));
        self.timer.wait(now).into_iter().chain(overdue).min()
    }
}

/// What came of some saves.
#[derive(Debug, Clone, Copy, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a thing that happened, and all of them can have"
)]
pub(super) struct Saves {
    /// One succeeded.
    pub(super) saved: bool,
    pub(super) failed: bool,
    /// One put the file back that had gone from its place.
    pub(super) put_back: bool,
    /// It is time for a dated copy.
    pub(super) copy_due: bool,
}

impl Access {
    /// How the file compares with the work at this revision; `None` where there is no file yet.
    pub(super) fn state(&self, revision: u64) -> Option<SaveState<'_>> {
        Some(match self {
            Self::Read(reason) => SaveState::ReadOnly(reason),
            Self::Unsaved(_) => return None,
            Self::Write(writer) => match &writer.fault {
                Some(fault) => SaveState::Failed(fault),
                None if writer.saved_revision == revision => SaveState::Saved(writer.saved_at),
                None => SaveState::Saving,
            },
        })
    }

    pub(super) fn timer(&mut self) -> Option<&mut AutosaveTimer> {
        match self {
            Self::Write(writer) => Some(&mut writer.timer),
            Self::Unsaved(timer) => Some(timer),
            Self::Read(_) => None,
        }
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        if self.is_silent() {
            self.saver.abandon();
        }
    }
}
