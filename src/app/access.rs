//! How the open assessment gets to disk: whether its file can be written, and how far that is.

use std::path::Path;
use std::time::Instant;

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
}

/// How the file on disk compares with what is on screen.
#[derive(Debug)]
pub enum SaveState<'a> {
    /// All of it is on disk, since that moment; `None` where nothing has changed since opening.
    Saved(Option<Timestamp>),
    /// Some of it is on its way.
    Saving,
    /// The last save failed; the work is kept, and tried again.
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
        })
    }

    pub(super) fn submit(&mut self, assessment: &Assessment, path: &Path, revision: u64) {
        let assessment = assessment.clone();
        let path = path.to_owned();
        let encode = move || file::encode(&assessment, &path).map_err(|fault| fault.to_string());
        self.saver.submit(SaveJob::new(revision, encode));
        self.timer.submitted();
    }
}
