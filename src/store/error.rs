//! Why a file could not be read or written.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::{Folders, Holder};
use crate::domain::{Explain, Message};

/// What was being done when the disk refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Attempt {
    /// Reading a file or a folder.
    Read,
    Write,
}

/// Why the file or folder at `path` could not be read or written.
#[derive(Debug)]
pub enum StoreError {
    NotFound {
        path: PathBuf,
    },
    /// The folder that the file should stand in is missing.
    FolderNotFound {
        path: PathBuf,
    },
    IsFolder {
        path: PathBuf,
    },
    /// The path is a device, a pipe or the like.
    NotAFile {
        path: PathBuf,
    },
    /// The file has more bytes than Guidepost reads.
    TooLarge {
        length: u64,
        limit: u64,
        path: PathBuf,
    },
    /// The folder holds more than is read at once.
    FolderTooLarge {
        path: PathBuf,
    },
    /// The machine does not let this user read or write the file.
    NoPermission {
        attempt: Attempt,
        path: PathBuf,
    },
    /// The file is marked as read-only.
    ReadOnlyFile {
        path: PathBuf,
    },
    /// Nothing can be written into the folder of the file.
    ReadOnlyFolder {
        path: PathBuf,
    },
    /// No room is left; the file is as it was.
    DiskFull {
        path: PathBuf,
    },
    /// The disk cannot take the name.
    InvalidName {
        path: PathBuf,
    },
    /// There is a file already where a new one should be made.
    Exists {
        path: PathBuf,
    },
    /// There is a file already where work is to be saved under a name of its own.
    NeverReplaced {
        path: PathBuf,
    },
    /// What is at the place of the lock is a file of somebody's own.
    NotALock {
        path: PathBuf,
    },
    /// The symbolic links of the path lead round in a circle.
    CircularLinks {
        path: PathBuf,
    },
    /// No program of this machine shows folders.
    NotShown {
        source: io::Error,
        path: PathBuf,
    },
    /// Another window or program has the file open to write.
    Locked {
        holder: Holder,
        path: PathBuf,
    },
    /// The file is no longer what was read or written last.
    ChangedOnDisk {
        /// When it was changed, as the disk says.
        modified: Option<Timestamp>,
        path: PathBuf,
    },
    /// What was read back is not what was written.
    ReadBackDiffers {
        path: PathBuf,
    },
    /// The work could not be turned into bytes.
    NotEncoded {
        reason: Message,
        path: PathBuf,
    },
    /// The folder does not answer: neither that the file was written, nor that it was not.
    NoAnswer {
        path: PathBuf,
    },
    /// There is no home folder to keep settings and backups in.
    NoHome,
    /// Anything else that the machine says.
    Other {
        attempt: Attempt,
        source: io::Error,
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

    pub(super) fn reading(path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |source| Self::from_io(Attempt::Read, source, path)
    }

    pub(super) fn writing(path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |source| Self::from_io(Attempt::Write, source, path)
    }
}

impl Explain for StoreError {
    fn message(&self) -> Message {
        let (key, path) = match self {
            Self::NotFound { path } => ("store-not-found", path),
            Self::FolderNotFound { path } => ("store-folder-not-found", path),
            Self::IsFolder { path } => ("store-is-folder", path),
            Self::NotAFile { path } => ("store-not-a-file", path),
            Self::TooLarge { path, .. } => ("store-too-large", path),
            Self::FolderTooLarge { path } => ("store-folder-too-large", path),
            Self::NoPermission { attempt, path } => match attempt {
                Attempt::Read => ("store-no-permission-to-read", path),
                Attempt::Write => ("store-no-permission-to-write", path),
            },
            Self::ReadOnlyFile { path } => ("store-read-only-file", path),
            Self::ReadOnlyFolder { path } => ("store-read-only-folder", path),
            Self::DiskFull { path } => ("store-disk-full", path),
            Self::InvalidName { path } => ("store-invalid-name", path),
            Self::Exists { path } => ("store-exists", path),
            Self::NeverReplaced { path } => ("store-never-replaced", path),
            Self::NotALock { path } => ("store-not-a-lock", path),
            Self::CircularLinks { path } => ("store-circular-links", path),
            Self::NotShown { path, .. } => ("store-not-shown", path),
            Self::Locked { path, .. } => ("store-locked", path),
            Self::ChangedOnDisk { modified, path } => match modified {
                None => ("store-changed-on-disk", path),
                Some(_) => ("store-changed-on-disk-since", path),
            },
            Self::ReadBackDiffers { path } => ("store-read-back-differs", path),
            Self::NotEncoded { path, .. } => ("store-not-encoded", path),
            Self::NoAnswer { path } => ("store-no-answer", path),
            Self::NoHome => {
                return Message::new("store-no-home").text("variable", Folders::VARIABLE);
            }
            Self::Other { attempt, path, .. } => match attempt {
                Attempt::Read => ("store-not-read", path),
                Attempt::Write => ("store-not-written", path),
            },
        };
        let message = Message::new(key).path("path", path);
        match self {
            Self::TooLarge { length, limit, .. } => {
                message.number("length", *length).number("limit", *limit)
            }
            Self::Locked { holder, .. } => message.explained("holder", holder),
            Self::ChangedOnDisk {
                modified: Some(moment),
                ..
            } => message.moment("moment", *moment),
            Self::NotEncoded { reason, .. } => message.explained("reason", reason),
            Self::NotShown { source, .. } | Self::Other { source, .. } => {
                message.explained("reason", source)
            }
            _ => message,
        }
    }
}
