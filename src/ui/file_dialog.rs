//! The machine's dialog for files, on a thread of its own; and what to do where there is none.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread;
use std::time::{Duration, Instant};

use egui::Context;

use crate::app::round::RoundCommand;
use crate::app::{self, Command};
use crate::domain::{Levels, StateCode};

/// What the path is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Purpose {
    /// To open an assessment.
    Open,
    /// To start an assessment of this State.
    New(StateCode, Levels),
    /// To make this State's sample.
    Example(StateCode),
    /// To attach to the piece of evidence in the open dialog.
    Attach,
    /// To save a copy.
    SaveCopy,
    /// To save under another name.
    SaveElsewhere,
    /// To open a round of replies.
    OpenRound,
    /// To add files to the round.
    RoundFiles,
    /// To add the files of a folder to the round.
    RoundFolder,
    /// To save the round.
    SaveRound,
    /// To write the tables of the round.
    RoundCsv,
}

impl Purpose {
    /// Whether the path is one that is there, not one for a new file.
    #[must_use]
    pub fn opens(&self) -> bool {
        matches!(
            self,
            Self::Open | Self::Attach | Self::OpenRound | Self::RoundFiles | Self::RoundFolder
        )
    }

    /// How the names of such files end, where they all do.
    #[must_use]
    pub fn extension(&self) -> Option<&'static str> {
        match self {
            Self::Attach | Self::RoundFiles | Self::RoundFolder => None,
            Self::RoundCsv => Some("csv"),
            _ => Some("ron"),
        }
    }

    /// The path of a new file with the ending of its kind, which is added where it is missing.
    #[must_use]
    pub fn with_ending(&self, path: &Path) -> PathBuf {
        match self {
            Self::SaveRound => app::round::with_ending(path),
            Self::RoundCsv if path.extension().is_none() => path.with_extension("csv"),
            Self::RoundCsv => path.to_owned(),
            _ => app::file::with_ending(path),
        }
    }

    /// The command for all paths that were picked.
    #[must_use]
    pub fn command_for_all(&self, mut paths: Vec<PathBuf>) -> Option<Command> {
        match self {
            Self::RoundFiles => Some(round(RoundCommand::Add(paths))),
            _ => self.command(paths.pop()?),
        }
    }

    /// Whether another assessment is open afterwards.
    #[must_use]
    pub fn changes_session(&self) -> bool {
        matches!(self, Self::Open | Self::New(..) | Self::Example(_))
    }

    /// The command that does it at this path; none where an open dialog takes the path.
    #[must_use]
    pub fn command(&self, path: PathBuf) -> Option<Command> {
        Some(match *self {
            Self::Attach => return None,
            Self::Open => Command::Open(path),
            Self::New(state, levels) => Command::New {
                state,
                levels,
                path,
            },
            Self::Example(state) => Command::Example { state, path },
            Self::SaveCopy => Command::SaveCopy(path),
            Self::SaveElsewhere => Command::SaveElsewhere(path),
            Self::OpenRound => round(RoundCommand::Open(path)),
            Self::RoundFiles | Self::RoundFolder => round(RoundCommand::Add(vec![path])),
            Self::SaveRound => round(RoundCommand::SaveAs(path)),
            Self::RoundCsv => round(RoundCommand::WriteCsv(path)),
        })
    }
}

fn round(command: RoundCommand) -> Command {
    Command::Round(Box::new(command))
}

/// What a dialog is opened with.
#[derive(Debug, Clone)]
pub struct Suggestion {
    /// The title of the dialog.
    pub title: String,
    /// What it calls the files of Guidepost.
    pub filter: String,
    /// The folder that it begins in.
    pub folder: PathBuf,
    /// The name of a new file.
    pub name: String,
}

/// An open dialog.
#[derive(Debug)]
pub struct FileDialog {
    /// What the path is for.
    pub purpose: Purpose,
    /// What it was opened with.
    pub suggestion: Suggestion,
    opened: Instant,
    picked: Receiver<Option<Vec<PathBuf>>>,
}

/// What came of a dialog.
#[derive(Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The user is still at it.
    Open,
    /// These paths were chosen; one, but where several can be.
    Picked(Vec<PathBuf>),
    /// The user chose none.
    Cancelled,
    /// No dialog could be opened on this machine.
    Unavailable,
}

/// A dialog that is gone sooner than anybody can click was never there: the library tells no
/// difference between a machine without dialogs and a user who chose none.
const SOONEST_CANCEL: Duration = Duration::from_millis(400);

impl FileDialog {
    /// Opens the machine's dialog.
    #[must_use]
    pub fn open(purpose: Purpose, suggestion: Suggestion, ctx: &Context) -> Self {
        let (sender, picked) = channel();
        let dialog = rfd::FileDialog::new()
            .set_title(&suggestion.title)
            .set_directory(&suggestion.folder);
        let dialog = match purpose.extension() {
            None => dialog,
            Some(extension) => dialog.add_filter(&suggestion.filter, &[extension]),
        };
        let name = suggestion.name.clone();
        let picked_for = purpose.clone();
        let ctx = ctx.clone();
        thread::spawn(move || {
            let one = |path: Option<PathBuf>| path.map(|path| vec![path]);
            let paths = match picked_for {
                Purpose::RoundFiles => dialog.pick_files(),
                Purpose::RoundFolder => one(dialog.pick_folder()),
                each if each.opens() => one(dialog.pick_file()),
                _ => one(dialog.set_file_name(name).save_file()),
            };
            // Nobody listens any more where the window has closed meanwhile.
            sender.send(paths).ok();
            ctx.request_repaint();
        });
        Self {
            purpose,
            suggestion,
            opened: Instant::now(),
            picked,
        }
    }

    /// What has come of it.
    #[must_use]
    pub fn poll(&self) -> Outcome {
        match self.picked.try_recv() {
            Ok(Some(paths)) => Outcome::Picked(paths),
            Ok(None) if SOONEST_CANCEL < self.opened.elapsed() => Outcome::Cancelled,
            Ok(None) | Err(TryRecvError::Disconnected) => Outcome::Unavailable,
            Err(TryRecvError::Empty) => Outcome::Open,
        }
    }
}
