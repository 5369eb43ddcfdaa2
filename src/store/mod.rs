//! The only layer that touches the disk and reads the clock.
//!
//! Weeks of an official's work stand in one file, so the rules here are strict:
//!
//! * A file is written whole or not at all ([`write_whole`]): at every instant the path holds the
//!   old content or the new, also where the process is killed or the disk is full.
//! * One window writes a file at a time ([`Lock`]), and a file that another program changed is
//!   never written over ([`StoreError::ChangedOnDisk`]).
//! * "Saved" is said only after the bytes were read back and compared.
//! * A failure is a value that says what happened and what to do; nothing here panics or prints.
//!
//! It moves bytes, and knows nothing of what they mean: `format` reads and writes them. Nothing
//! but code under `cfg(unix)` assumes Unix.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use thiserror::Error;

mod autosave;
mod backups;
mod beginning;
mod clock;
mod desktop;
mod files;
mod fingerprint;
mod folders;
mod holder;
mod identity;
mod lock;
mod machine;
mod saver;
mod settings;
#[cfg(feature = "gui")]
mod signals;
mod stall;
mod walk;

pub use autosave::{AutosaveTimer, Urgency};
pub use backups::{Backup, BackupTimer, Backups, to_remove};
pub use beginning::{open, read_beginning};
pub use clock::{local, now, now_in_seconds, time_zone, today};
pub use desktop::show_in_folder;
pub use files::{
    check_length, is_same, is_there, length, make_folder, names_in, read, read_up_to,
    without_links, write_new, write_private, write_whole,
};
pub use fingerprint::{Fingerprint, Saved, fingerprint, save_over};
pub use folders::{Folders, documents_folder};
pub use holder::Holder;
pub use identity::new_identity;
pub use lock::Lock;
pub use machine::{has_display, host_name, is_asked_for, user_name};
pub use saver::{Finish, SaveJob, SaveOutcome, Saver};
pub use settings::{RecentFile, RecentFiles, Settings, SettingsFault, TextSize, Theme, WindowSize};
#[cfg(feature = "gui")]
pub use signals::on_request_to_end;
pub use stall::Stall;
pub use walk::FoundFiles;

/// What was being done when the disk refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Attempt {
    /// Reading a file or a folder.
    Read,
    /// Writing a file.
    Write,
}

/// Why a file could not be read or written: what happened, what to do, and the path last.
#[derive(Debug, Error)]
pub enum StoreError {
    /// There is nothing at the path.
    #[error("there is no such file; it may have been moved, renamed or deleted: {}", path.display())]
    NotFound {
        /// Where the file was sought.
        path: PathBuf,
    },
    /// The folder that the file should stand in is missing.
    #[error(
        "the folder of this file is not there; connect its disk or network share again, or save \
         elsewhere: {}", path.display()
    )]
    FolderNotFound {
        /// The file that should stand in it.
        path: PathBuf,
    },
    /// The path is a folder.
    #[error("this is a folder; choose a file in it: {}", path.display())]
    IsFolder {
        /// The folder.
        path: PathBuf,
    },
    /// The path is a device, a pipe or the like.
    #[error("this is a device or a pipe and not a file; choose a file: {}", path.display())]
    NotAFile {
        /// The device.
        path: PathBuf,
    },
    /// The file is larger than Guidepost reads.
    #[error(
        "too large, with {length} bytes where at most {limit} are allowed, and so left alone: {}",
        path.display()
    )]
    TooLarge {
        /// How large it is, in bytes.
        length: u64,
        /// How large it may be, in bytes.
        limit: u64,
        /// The file.
        path: PathBuf,
    },
    /// The folder holds more than is read at once.
    #[error(
        "this folder holds more files, or more folders in each other, than Guidepost reads at once; \
         add its parts one by one: {}", path.display()
    )]
    FolderTooLarge {
        /// The folder.
        path: PathBuf,
    },
    /// The machine does not let this user read or write the file.
    #[error(
        "you have no permission to {} this file; ask the one who looks after the machine, or {}: {}",
        words(*attempt).0, words(*attempt).1, path.display()
    )]
    NoPermission {
        /// What was tried.
        attempt: Attempt,
        /// The file.
        path: PathBuf,
    },
    /// The file is marked as read-only.
    #[error(
        "the file is marked as read-only; take the mark away, or save elsewhere: {}", path.display()
    )]
    ReadOnlyFile {
        /// The file.
        path: PathBuf,
    },
    /// Nothing can be written into the folder of the file.
    #[error(
        "nothing can be written into the folder of this file, which can still be read; save a copy \
         in another folder to go on: {}", path.display()
    )]
    ReadOnlyFolder {
        /// The file.
        path: PathBuf,
    },
    /// No room is left; the file is as it was.
    #[error(
        "the disk is full, and the file is as it was; free some space and save again, or save \
         elsewhere: {}", path.display()
    )]
    DiskFull {
        /// The file.
        path: PathBuf,
    },
    /// The disk cannot take the name.
    #[error(
        "the name is too long, or has signs that this disk cannot take; choose a shorter, plainer \
         name: {}", path.display()
    )]
    InvalidName {
        /// The file.
        path: PathBuf,
    },
    /// There is a file already where a new one should be made.
    #[error("there is a file already, and it was left alone; choose another name: {}", path.display())]
    Exists {
        /// The file.
        path: PathBuf,
    },
    /// There is a file already where work is to be saved under a name of its own.
    #[error(
        "there is a file already, and it was left alone: an assessment or a round is never saved \
         over another file, also where the computer has offered to replace it; choose another name: \
         {}", path.display()
    )]
    NeverReplaced {
        /// The file.
        path: PathBuf,
    },
    /// What is at the place of the lock is a file of somebody's own.
    #[error(
        "this name is needed for a note on who has the file beside it open, and there is another \
         file; give that one another name: {}", path.display()
    )]
    NotALock {
        /// The file of that name.
        path: PathBuf,
    },
    /// No program of this machine shows folders.
    #[error("this machine has no program that shows a folder ({source}); the file is here: {}", path.display())]
    NotShown {
        /// What the machine says.
        source: io::Error,
        /// The file.
        path: PathBuf,
    },
    /// Another window or program has the file open to write.
    #[error("{holder}: {}", path.display())]
    Locked {
        /// Who has it, where and since when.
        holder: Holder,
        /// The file.
        path: PathBuf,
    },
    /// The file is no longer what was read or written last.
    #[error(
        "another program has changed this file{}, so it was left alone; save yours under another \
         name, then compare the two: {}", since(*modified), path.display()
    )]
    ChangedOnDisk {
        /// When it was changed, as the disk says.
        modified: Option<Timestamp>,
        /// The file.
        path: PathBuf,
    },
    /// What was read back is not what was written.
    #[error(
        "the disk gave back other bytes than it was given, so the save does not count; save on \
         another disk, and have this one looked at: {}", path.display()
    )]
    ReadBackDiffers {
        /// The file.
        path: PathBuf,
    },
    /// The work could not be turned into bytes.
    #[error("nothing was written, since the work could not be written down ({reason}): {}", path.display())]
    NotEncoded {
        /// Why, in the words of the one who tried.
        reason: String,
        /// The file that it was for.
        path: PathBuf,
    },
    /// The folder does not answer: neither that the file was written, nor that it was not.
    #[error(
        "the folder of this file does not answer; connect its disk or network share again, or save \
         elsewhere: {}", path.display()
    )]
    NoAnswer {
        /// The file.
        path: PathBuf,
    },
    /// There is no home folder to keep settings and backups in.
    #[error(
        "this user has no home folder for settings and backups; name one in {}",
        Folders::VARIABLE
    )]
    NoHome,
    /// Anything else that the disk or the machine says.
    #[error("could not {} the file ({source}); try again, or {}: {}", words(*attempt).0, words(*attempt).1, path.display())]
    Other {
        /// What was tried.
        attempt: Attempt,
        /// What the machine says.
        source: io::Error,
        /// The file.
        path: PathBuf,
    },
}

impl StoreError {
    /// What an error of the machine means, for a file at `path`.
    pub fn from_io(attempt: Attempt, source: io::Error, path: &Path) -> Self {
        let path = path.to_owned();
        match (source.kind(), attempt) {
            (ErrorKind::NotFound | ErrorKind::NotADirectory, Attempt::Read) => {
                Self::NotFound { path }
            }
            (ErrorKind::NotFound | ErrorKind::NotADirectory, Attempt::Write) => {
                Self::FolderNotFound { path }
            }
            (ErrorKind::PermissionDenied, _) => Self::NoPermission { attempt, path },
            (ErrorKind::ReadOnlyFilesystem, _) => Self::ReadOnlyFolder { path },
            (ErrorKind::StorageFull | ErrorKind::QuotaExceeded, _) => Self::DiskFull { path },
            (ErrorKind::IsADirectory, _) => Self::IsFolder { path },
            (ErrorKind::AlreadyExists, Attempt::Write) => Self::Exists { path },
            (ErrorKind::InvalidFilename, _) => Self::InvalidName { path },
            _ => Self::Other {
                attempt,
                source,
                path,
            },
        }
    }

    fn reading(path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |source| Self::from_io(Attempt::Read, source, path)
    }

    fn writing(path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |source| Self::from_io(Attempt::Write, source, path)
    }
}

/// The verb for an attempt, and the way out.
fn words(attempt: Attempt) -> (&'static str, &'static str) {
    match attempt {
        Attempt::Read => ("read", "open a copy"),
        Attempt::Write => ("write", "save elsewhere"),
    }
}

fn since(modified: Option<Timestamp>) -> String {
    modified.map_or_else(String::new, |moment| {
        format!(" (on {})", clock::in_words(moment))
    })
}
