//! The machine's dialog for files, on a thread of its own; and what to do where there is none.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread;
use std::time::{Duration, Instant};

use egui::Context;

use crate::app::Command;
use crate::domain::{Levels, StateCode};

/// What the path is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Purpose {
    /// To open an assessment.
    Open,
    /// To start an assessment of this State.
    New(StateCode, Levels),
    /// To choose the last assessment, from which a new one is to begin.
    ChooseLast,
    /// To start an assessment from the last one, in this file.
    NewFrom(PathBuf),
    /// To compare with.
    Compare,
    /// To make this State's sample.
    Example(StateCode),
    /// To attach to the piece of evidence in the open dialog.
    Attach,
    /// To save a copy.
    SaveCopy,
    /// To save under another name.
    SaveElsewhere,
}

impl Purpose {
    /// Whether the path is one that is there, not one for a new file.
    #[must_use]
    pub fn opens(&self) -> bool {
        matches!(
            self,
            Self::Open | Self::ChooseLast | Self::Compare | Self::Attach
        )
    }

    /// Whether another assessment is open afterwards.
    #[must_use]
    pub fn changes_session(&self) -> bool {
        matches!(
            self,
            Self::Open | Self::New(..) | Self::NewFrom(_) | Self::Example(_)
        )
    }

    /// What another path is asked for next, where this one was not enough.
    #[must_use]
    pub fn next(&self, path: &Path) -> Option<Self> {
        (*self == Self::ChooseLast).then(|| Self::NewFrom(path.to_owned()))
    }

    /// The command that does it at this path; none where an open dialog takes the path, or another
    /// one is asked for next.
    #[must_use]
    pub fn command(&self, path: PathBuf) -> Option<Command> {
        Some(match self.clone() {
            Self::Attach | Self::ChooseLast => return None,
            Self::NewFrom(from) => Command::NewFrom { from, path },
            Self::Compare => Command::Compare(Some(path)),
            Self::Open => Command::Open(path),
            Self::New(state, levels) => Command::New {
                state,
                levels,
                path,
            },
            Self::Example(state) => Command::Example { state, path },
            Self::SaveCopy => Command::SaveCopy(path),
            Self::SaveElsewhere => Command::SaveElsewhere(path),
        })
    }
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
    picked: Receiver<Option<PathBuf>>,
}

/// What came of a dialog.
#[derive(Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The user is still at it.
    Open,
    /// A path was chosen.
    Picked(PathBuf),
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
        let dialog = if purpose == Purpose::Attach {
            dialog
        } else {
            dialog.add_filter(&suggestion.filter, &["ron"])
        };
        let name = suggestion.name.clone();
        let opens = purpose.opens();
        let ctx = ctx.clone();
        thread::spawn(move || {
            let path = if opens {
                dialog.pick_file()
            } else {
                dialog.set_file_name(name).save_file()
            };
            // Nobody listens any more where the window has closed meanwhile.
            sender.send(path).ok();
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
            Ok(Some(path)) => Outcome::Picked(path),
            Ok(None) if SOONEST_CANCEL < self.opened.elapsed() => Outcome::Cancelled,
            Ok(None) | Err(TryRecvError::Disconnected) => Outcome::Unavailable,
            Err(TryRecvError::Empty) => Outcome::Open,
        }
    }
}
