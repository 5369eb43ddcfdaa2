//! The commands: what a view sends, and the only way in which it changes anything.

use std::path::PathBuf;

use super::file::Existing;
use super::reporting::ReportCommand;
use super::round::RoundCommand;
use super::sending::Order;
use super::{Notice, Route};
use crate::domain::{Change, Evidence, EvidenceId, Levels, QuestionId, StateCode};
use crate::store::{Backup, Settings};

/// Something that the user wants done. A command says what shall be, not what to turn round, so
/// that one sent twice does no more; but for those that go one step, [`Command::Undo`],
/// [`Command::Redo`] and [`Command::Back`].
#[derive(Debug)]
pub enum Command {
    /// Change the assessment.
    Edit(Box<Change>),
    /// A text field has lost the focus: what was typed into it is one step.
    EndRun,
    /// Copy a file beside the assessment, and give the question this piece of evidence with it.
    Attach {
        question: QuestionId,
        /// Which piece.
        id: EvidenceId,
        /// The piece as it shall be, but for the file.
        evidence: Box<Evidence>,
        /// The file.
        path: PathBuf,
    },
    /// Take the last change back.
    Undo,
    /// Make the change again that was taken back last.
    Redo,
    /// Go to a screen.
    Go(Route),
    /// Go back to the screen before.
    Back,
    /// Make a new assessment, and open it.
    New {
        state: StateCode,
        levels: Levels,
        /// Where the file goes.
        path: PathBuf,
    },
    /// Make a new assessment from the last one, and open it.
    NewFrom {
        /// The file of the last one.
        from: PathBuf,
        /// Where the new file goes.
        path: PathBuf,
    },
    /// Compare with another assessment of the State, or, without a path, with last time.
    Compare(Option<PathBuf>),
    /// Make a State's sample, and open it.
    Example {
        state: StateCode,
        /// Where the file goes.
        path: PathBuf,
    },
    /// Open a file.
    Open(PathBuf),
    /// Open the file to write that is open to read because somebody may have it open: a person has
    /// said that their program has crashed.
    TakeOver,
    /// Open a dated copy, to read.
    OpenBackup(Backup),
    /// Write a copy, and go on with the original.
    SaveCopy(PathBuf),
    /// Save under another name from now on.
    SaveElsewhere(PathBuf),
    /// Send the reply: seal it, note its revision, save, write the file.
    Submit(Box<Order>),
    /// Write the draft of the cover letter of the reply that was written.
    SaveLetter(PathBuf, Existing),
    /// Show a report in pages, or write it.
    Report(ReportCommand),
    /// Show a file in the machine's own window for folders.
    ShowInFolder(PathBuf),
    /// Look for the dated copies of what is in sight.
    Backups,
    /// Stop waiting for what has this number.
    StopWaiting(u64),
    /// Do not close the window after all.
    StopClosing,
    /// Close the assessment.
    Close,
    /// Take a file out of the list of recent ones.
    Forget(PathBuf),
    /// Change the settings.
    Settings(Box<Settings>),
    /// Do something with the round of replies.
    Round(Box<RoundCommand>),
    /// Show a notice.
    Notify(Notice),
    /// Put a notice away.
    Dismiss(Notice),
}
