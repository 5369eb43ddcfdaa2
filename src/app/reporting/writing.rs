//! Writing a report, on a thread of its own: whole or not at all, and read back.

use std::path::{Path, PathBuf};
use std::time::Duration;

use super::source::Source;
use crate::app::delivery::check_report_place;
use crate::app::file::{self, Existing};
use crate::app::task::{Progress, Task};
use crate::app::work::FINISH_TIMEOUT;
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

    /// What comes of it, if it comes before long.
    pub(super) fn wait(&self) -> Result<Vec<char>, String> {
        self.wait_for(FINISH_TIMEOUT)
    }

    fn wait_for(&self, longest: Duration) -> Result<Vec<char>, String> {
        match self.task.wait(longest) {
            Progress::Ready(written) => written,
            Progress::Pending => Err(still_writing(&self.path)),
            Progress::Ended => Err(stopped()),
        }
    }
}

fn stopped() -> String {
    "the part of Guidepost that writes reports has stopped; nothing was written".to_owned()
}

/// Writing goes on while the program ends, and may not come to its end.
fn still_writing(path: &Path) -> String {
    format!(
        "the report is still being written; look whether the file is there, and if it is not, write it again: {}",
        path.display()
    )
}

fn write(source: &Source, path: &Path, existing: Existing) -> Result<Vec<char>, String> {
    check_report_place(path, existing)?;
    let written = export::written(&source.report(), path).map_err(|fault| fault.to_string())?;
    file::write(path, &written.bytes, existing).map_err(|fault| fault.to_string())?;
    Ok(written.missing_characters)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::mpsc::channel;

    use super::*;

    #[test]
    fn what_is_still_being_written_is_not_said_to_be_lost() {
        let (stop, stopped) = channel::<()>();
        let task = Task::stream("test", 1, Arc::new(|| ()), move |_| {
            stopped.recv().ok();
        });
        let path = PathBuf::from("report.pdf");
        let writing = Writing { path, task };
        let fault = writing.wait_for(Duration::ZERO).unwrap_err();
        assert!(fault.contains("still being written") && fault.ends_with("report.pdf"));
        drop(stop);
        let fault = writing.wait_for(Duration::from_secs(20)).unwrap_err();
        assert!(fault.contains("nothing was written"));
    }
}
