//! What is typed into a dialog is kept like an answer, beside the dated copies, until the dialog is
//! confirmed or discarded: where the program is killed meanwhile, the dialog opens again with it.

use std::sync::Arc;
use std::time::{Duration, Instant};

use super::{Progress, Session, Task};
use crate::domain::DialogDraft;
use crate::format;
use crate::store::{Backups, StoreError};

/// How long after the first key what is typed goes to disk, as with answers.
const SETTLE: Duration = Duration::from_millis(750);

/// What is kept of the open dialog.
#[derive(Debug, Default)]
pub(super) struct DraftKeeper {
    /// What the dialog holds; `None` where none is open, or nothing is typed into it.
    wanted: Option<DialogDraft>,
    /// What is on disk, or on its way there.
    kept: Option<DialogDraft>,
    due: Option<Instant>,
    task: Option<Task<Result<(), StoreError>>>,
}

/// What was typed into a dialog when the program ended. One that the assessment holds already was
/// confirmed; one that cannot be read stays where it is.
pub(super) fn recovered(backups: &Backups) -> Option<DialogDraft> {
    let bytes = backups.draft().ok()??;
    format::read_draft(&bytes, "").ok()
}

impl Session {
    /// Keeps what the open dialog holds, or nothing any more.
    pub(super) fn keep_draft(&mut self, draft: Option<DialogDraft>, now: Instant) {
        if self.drafts.wanted == draft || !self.can_write() {
            return;
        }
        // What was confirmed or discarded goes at once.
        let due = if draft.is_some() { now + SETTLE } else { now };
        self.drafts.wanted = draft;
        let before = self.drafts.due.unwrap_or(due);
        self.drafts.due = Some(before.min(due));
    }

    /// Whether what is kept of a dialog differs from what it holds.
    pub(super) fn is_keeping_draft(&self) -> bool {
        self.drafts.task.is_some() || self.drafts.wanted != self.drafts.kept
    }

    /// Writes what is due, and takes in what came of it. What could not be written is tried again
    /// with the next key.
    pub(super) fn tick_drafts(&mut self, now: Instant) {
        if let Some(task) = &self.drafts.task {
            if matches!(task.poll(), Progress::Pending) {
                return;
            }
            self.drafts.task = None;
        }
        if self.drafts.due.is_none_or(|due| now < due) {
            return;
        }
        self.drafts.due = None;
        let draft = self.drafts.wanted.clone();
        if draft == self.drafts.kept {
            return;
        }
        self.drafts.kept.clone_from(&draft);
        let Some(backups) = self.backups().cloned() else {
            return;
        };
        let wake = Arc::clone(self.work.wake());
        self.drafts.task = Some(Task::spawn("draft", wake, move || match draft {
            None => {
                backups.remove_draft();
                Ok(())
            }
            Some(draft) => match format::write_draft(&draft) {
                Ok(text) => backups.keep_draft(text.as_bytes()),
                Err(_) => Ok(()),
            },
        }));
    }

    /// How long until a draft is due.
    pub(super) fn draft_wait(&self, now: Instant) -> Option<Duration> {
        let due = self.drafts.due?;
        Some(due.saturating_duration_since(now))
    }

    /// The file has another place: what is kept goes there too.
    pub(super) fn move_draft(&mut self, before: Option<Backups>, now: Instant) {
        if self.drafts.kept.take().is_none() {
            return;
        }
        self.drafts.due = Some(now);
        if let Some(before) = before {
            // It ends by itself.
            let wake = Arc::clone(self.work.wake());
            drop(Task::spawn("draft", wake, move || before.remove_draft()));
        }
    }

    /// What was typed into a dialog when the program ended, once.
    pub(super) fn take_recovered(&mut self, now: Instant) -> Option<DialogDraft> {
        let draft = self.recovered.take().filter(|_| self.can_write())?;
        self.drafts.kept = Some(draft.clone());
        if draft.is_in(self.assessment()) {
            self.drafts.due = Some(now);
            return None;
        }
        self.drafts.wanted = Some(draft.clone());
        Some(draft)
    }
}
