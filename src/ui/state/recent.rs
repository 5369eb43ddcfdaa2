//! Which of the recent files have gone: asked on a thread, since a share may take its time.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::thread;

use egui::Context;

use crate::app::file;
use crate::store::RecentFile;

/// What is known of the recent files; asked anew once the list is another one.
#[derive(Debug, Default)]
pub struct RecentFiles {
    asked: Vec<PathBuf>,
    gone: BTreeSet<PathBuf>,
    answer: Option<Receiver<BTreeSet<PathBuf>>>,
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
        if let Some(gone) = self
            .answer
            .as_ref()
            .and_then(|answer| answer.try_recv().ok())
        {
            self.gone = gone;
            self.answer = None;
        }
    }

    fn ask(&mut self, paths: Vec<PathBuf>, ctx: &Context) {
        let (sender, answer) = channel();
        let ctx = ctx.clone();
        self.asked.clone_from(&paths);
        self.answer = Some(answer);
        thread::spawn(move || {
            let gone = paths.into_iter().filter(|path| !file::is_there(path));
            // Nobody listens any more where the window has closed meanwhile.
            sender.send(gone.collect()).ok();
            ctx.request_repaint();
        });
    }

    /// Whether the file has gone, as far as is known.
    pub fn has_gone(&self, path: &Path) -> bool {
        self.gone.contains(path)
    }
}
