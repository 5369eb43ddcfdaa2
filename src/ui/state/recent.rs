//! Which of the recent files have gone: asked on a thread, since a share may take its time.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::Context;

use crate::app::{Progress, Task, file};
use crate::store::RecentFile;

/// What is known of the recent files; asked anew once the list is another one.
#[derive(Debug, Default)]
pub struct RecentFiles {
    asked: Vec<PathBuf>,
    gone: BTreeSet<PathBuf>,
    answer: Option<Task<BTreeSet<PathBuf>>>,
}

impl RecentFiles {
    /// Asks about these files where that has not been done, and takes in what came back.
    pub fn look_after(&mut self, files: &[RecentFile], ctx: &Context) {
        let same = files.len() == self.asked.len()
            && files
                .iter()
                .zip(&self.asked)
                .all(|(file, path)| file.path == *path);
        if !same {
            self.ask(files.iter().map(|file| file.path.clone()).collect(), ctx);
        }
        match self.answer.as_ref().map(Task::poll) {
            Some(Progress::Ready(gone)) => {
                self.gone = gone;
                self.answer = None;
            }
            Some(Progress::Ended) => self.answer = None,
            Some(Progress::Pending) | None => {}
        }
    }

    fn ask(&mut self, paths: Vec<PathBuf>, ctx: &Context) {
        let ctx = ctx.clone();
        self.asked.clone_from(&paths);
        let wake = Arc::new(move || ctx.request_repaint());
        self.answer = Some(Task::spawn("recent", wake, move || {
            let gone = paths.into_iter().filter(|path| !file::is_there(path));
            gone.collect()
        }));
    }

    /// Whether the file has gone, as far as is known.
    pub fn has_gone(&self, path: &Path) -> bool {
        self.gone.contains(path)
    }
}
