//! Writing a report, on a thread of its own: whole or not at all, and read back.

use std::path::{Path, PathBuf};

use super::source::Source;
use crate::app::delivery::check_report_place;
use crate::app::file::{self, Existing};
use crate::app::task::{Progress, Task};
use crate::app::{Wake, export};

/// A report that is being written.
#[derive(Debug)]
pub(super) struct Writing {
    pub(super) path: PathBuf,
    task: Task<Result<Vec<char>, String>>,
}

impl Writing {
    pub(super) fn begin(source: Source, path: PathBuf, existing: Existing, wake: Wake) -> Self {
        let place = path.clone();
        let task = Task::spawn("report", wake, move || write(&source, &place, existing));
        Self { path, task }
    }

    /// What came of it, once it has: the characters whose codes stand in their place, or why
    /// nothing was written.
    pub(super) fn take_in(&self) -> Option<Result<Vec<char>, String>> {
        match self.task.poll() {
            Progress::Ready(written) => Some(written),
            Progress::Pending => None,
            Progress::Ended => Some(Err(stopped())),
        }
    }
}

fn stopped() -> String {
    "the part of Guidepost that writes reports has stopped; nothing was written".to_owned()
}

fn write(source: &Source, path: &Path, existing: Existing) -> Result<Vec<char>, String> {
    check_report_place(path, existing)?;
    let written = export::written(&source.report(), path).map_err(|fault| fault.to_string())?;
    file::write(path, &written.bytes, existing).map_err(|fault| fault.to_string())?;
    Ok(written.missing_characters)
}
