//! The running program without its window: commands, and what stands on disk after them.

mod changes;
mod evidence;
mod failing;
mod settings;
mod stalled;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use guidepost::app::{App, Command, Library, SaveState};
use guidepost::domain::{Change, FieldValue, Level, Levels, Standing, TextField};
use guidepost::store::Folders;
use tempfile::TempDir;

use crate::support::{set, state};

/// A program with a folder for settings and backups, and one for files.
struct Running {
    app: App,
    folder: TempDir,
}

impl Running {
    fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let app = start_in(folder.path());
        std::fs::create_dir(folder.path().join("work")).unwrap();
        Self { app, folder }
    }

    /// A program with a new assessment of Kenya open.
    fn with_assessment() -> Self {
        let mut running = Self::start();
        let path = running.path("KEN");
        running.new_file(path);
        assert!(running.app.session().is_some());
        running
    }

    /// Where a file of this name goes.
    fn path(&self, name: &str) -> PathBuf {
        let name = format!("{name}.assessment.ron");
        self.folder.path().join("work").join(name)
    }

    fn new_file(&mut self, path: PathBuf) {
        let (state, levels) = (state("KEN"), Levels::default());
        self.app.handle(Command::New {
            state,
            levels,
            path,
        });
    }

    fn edit(&mut self, change: Change) {
        self.app.handle(Command::Edit(Box::new(change)));
    }

    /// Types a text into question 17.a, and leaves the field.
    fn type_text(&mut self, text: &str) {
        let value = FieldValue::Text(TextField::Exists, text.to_owned());
        self.edit(set("17.a", value));
        self.app.handle(Command::EndRun);
    }

    /// Lets the time pass until the save state is as it is wished.
    #[track_caller]
    fn wait_for(&mut self, wished: fn(&SaveState<'_>) -> bool) {
        let begun = Instant::now();
        while begun.elapsed() < Duration::from_secs(20) {
            self.app.tick(Instant::now());
            let is_as_wished = wished(&self.app.session().unwrap().save_state());
            if is_as_wished && !self.app.is_busy() {
                return;
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        panic!("{:?}", self.app.session().unwrap().save_state());
    }
}

fn start_in(folder: &Path) -> App {
    let folders = Folders {
        config: folder.join("config"),
        data: folder.join("data"),
    };
    App::start_in(Library::built_in().unwrap(), Some(folders), Arc::new(|| {}))
}

fn says(id: &str, standing: Standing) -> Change {
    set(id, FieldValue::Standing(Level::National, Some(standing)))
}
