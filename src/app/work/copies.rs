//! Dated copies of the work, made beside the window: the home folder may be on a share too.

use std::path::Path;
use std::sync::Arc;

use super::{Document, WorkEvent, WorkFile};
use crate::app::task::{Progress, Task};
use crate::domain::Explain as _;
use crate::store::{self, Backup, Backups, StoreError};

/// What a dated copy is made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CopyFor {
    /// The work is saved, and a copy is due.
    Keeping,
    /// The work could not be saved. Each time the copy takes the place of what was kept so the time
    /// before, so that a bad hour does not push all older copies out.
    Rescue,
}

/// A dated copy that is being made.
#[derive(Debug)]
pub(super) struct Copying {
    purpose: CopyFor,
    task: Task<Result<Kept, StoreError>>,
}

/// A dated copy that is made.
#[derive(Debug)]
struct Kept {
    backup: Backup,
    /// Whether it was not there before, with the same content.
    is_new: bool,
}

impl<T: Document> WorkFile<T> {
    /// Begins a dated copy of the work as it is, after the one that is being made.
    pub(super) fn copy(&mut self, purpose: CopyFor) -> Option<WorkEvent> {
        let Some(backups) = self.backups.clone() else {
            return match purpose {
                CopyFor::Keeping => None,
                CopyFor::Rescue => Some(failed(purpose, &StoreError::NoHome)),
            };
        };
        if self.copying.is_some() {
            let waits_for_rescue = self.copy_next == Some(CopyFor::Rescue);
            self.copy_next = Some(if waits_for_rescue {
                CopyFor::Rescue
            } else {
                purpose
            });
            return None;
        }
        self.copied_revision = self.revision;
        let (document, path) = (self.document.clone(), self.path.clone());
        let before = self.rescued.clone().filter(|_| purpose == CopyFor::Rescue);
        let task = Task::spawn("dated-copy", Arc::clone(&self.wake), move || {
            let kept = keep(&document, path.as_deref(), &backups)?;
            if let Some(before) = before.filter(|_| kept.is_new) {
                backups.remove(&before);
            }
            Ok(kept)
        });
        self.copying = Some(Copying { purpose, task });
        None
    }

    /// Whether a dated copy is being made.
    pub fn is_copying(&self) -> bool {
        self.copying.is_some()
    }

    /// Takes in what came of the dated copy that was being made, and begins the next.
    pub(super) fn poll_copy(&mut self) -> Vec<WorkEvent> {
        let Some(Copying { purpose, task }) = &self.copying else {
            return Vec::new();
        };
        let purpose = *purpose;
        let event = match task.poll() {
            Progress::Pending => return Vec::new(),
            Progress::Ready(Ok(kept)) => {
                if purpose == CopyFor::Rescue && kept.is_new {
                    self.rescued = Some(kept.backup);
                }
                None
            }
            Progress::Ready(Err(fault)) => Some(failed(purpose, &fault)),
            Progress::Ended => None,
        };
        self.copying = None;
        let next = self.copy_next.take();
        let next = next.and_then(|purpose| self.copy(purpose));
        event.into_iter().chain(next).collect()
    }
}

fn keep<T: Document>(
    document: &T,
    path: Option<&Path>,
    backups: &Backups,
) -> Result<Kept, StoreError> {
    let now = store::now();
    let bytes = document.backup(path, None)?;
    let backup = backups.keep(&bytes, now, &store::time_zone())?;
    // Older than this moment, it held the same already.
    let is_new = backup.taken.as_millisecond() == now.as_millisecond();
    Ok(Kept { backup, is_new })
}

/// Keeps what the file holds as a dated copy, as it was found or is written first.
pub(super) fn keep_found<T: Document>(
    document: &T,
    path: Option<&Path>,
    backups: Option<&Backups>,
    bytes: &[u8],
) -> Option<WorkEvent> {
    let backups = backups?;
    let copy = document.backup(path, Some(bytes));
    let kept = copy.and_then(|copy| backups.keep(&copy, store::now(), &store::time_zone()));
    kept.err().map(|fault| failed(CopyFor::Keeping, &fault))
}

fn failed(purpose: CopyFor, fault: &StoreError) -> WorkEvent {
    match purpose {
        CopyFor::Keeping => WorkEvent::BackupFailed(fault.message()),
        CopyFor::Rescue => WorkEvent::RescueFailed(fault.message()),
    }
}
