//! Writing a report, on a thread of its own: whole or not at all, and read back.

use std::path::{Path, PathBuf};

use super::source::Source;
use crate::app::delivery::check_place;
use crate::app::file::{self, Existing};
use crate::app::task::{Progress, Task};
use crate::app::{Wake, export};
use crate::domain::{Explain as _, Message};

/// A report that is being written.
#[derive(Debug)]
pub(super) struct Writing {
    pub(super) path: PathBuf,
    task: Task<Result<Vec<char>, Message>>,
}

impl Writing {
    pub(super) fn begin(source: Source, path: PathBuf, existing: Existing, wake: Wake) -> Self {
        let place = path.clone();
        let task = Task::spawn("report", wake, move || write(&source, &place, existing));
        Self { path, task }
    }

    /// What came of it, once it has: the characters whose codes stand in their place, or why
    /// nothing was written.
    pub(super) fn take_in(&self) -> Option<Result<Vec<char>, Message>> {
        match self.task.poll() {
            Progress::Ready(written) => Some(written),
            Progress::Pending => None,
            Progress::Ended => Some(Err(stopped())),
        }
    }
}

fn stopped() -> Message {
    Message::new("report-stopped")
}

fn write(source: &Source, path: &Path, existing: Existing) -> Result<Vec<char>, Message> {
    check_place(path, existing).map_err(|fault| fault.message())?;
    let written = export::written(&source.report(), path).map_err(|fault| fault.message())?;
    file::write(path, &written.bytes, existing).map_err(|fault| fault.message())?;
    Ok(written.missing_characters)
}
