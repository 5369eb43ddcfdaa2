//! What people work on for weeks in one file, whatever it is: an assessment, a round. It has one
//! writer, is saved by itself, kept in dated copies, and rescued where its file cannot be written.

mod copies;
mod saving;
mod writer;

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use jiff::Timestamp;

use self::copies::{CopyFor, Copying, keep_found};
pub(super) use self::writer::FINISH_TIMEOUT;
use self::writer::{Access, Writer};
pub use self::writer::{ReadReason, SaveState};
use super::file::OpenError;
use super::task::Wake;
use crate::domain::Message;
use crate::format;
use crate::store::{
    self, AutosaveTimer, Backup, Backups, Fingerprint, Folders, Holder, Lock, StoreError, Urgency,
};

/// What a work file holds.
pub trait Document: Clone + fmt::Debug + Send + 'static {
    /// Its bytes, for the file at `path`.
    fn encode(&self, path: &Path) -> Result<Vec<u8>, StoreError>;

    /// The bytes of a dated copy, which is in another folder than the file at `path`: of what the
    /// file was found to hold, or else of the document as it is.
    fn backup(&self, path: Option<&Path>, found: Option<&[u8]>) -> Result<Vec<u8>, StoreError>;

    /// Its dated copies; without a path, those of work that has no file yet.
    fn backups(&self, folders: &Folders, path: Option<&Path>) -> Backups;

    /// What it says in another place than before.
    fn in_place(&self, _before: Option<&Path>, _path: &Path) -> Self {
        self.clone()
    }
}

/// A document and the file that it is saved in.
pub struct WorkFile<T> {
    document: T,
    path: Option<PathBuf>,
    /// Counts the changes since it was opened.
    revision: u64,
    access: Access,
    backups: Option<Backups>,
    /// The dated copy that holds what could not be saved, as long as it cannot.
    rescued: Option<Backup>,
    /// Whether a dated copy of the last state is to be made as soon as that is saved.
    copies_last: bool,
    copying: Option<Copying>,
    /// Up to which change there is a dated copy, or one is being made.
    copied_revision: u64,
    /// What a dated copy is to be made for, once the one before is made.
    copy_next: Option<CopyFor>,
    wake: Wake,
}

/// Something that happened to the file and not by a command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WorkEvent {
    /// The file had gone from its place, and is there again.
    PutBack(PathBuf),
    /// No dated copy could be made, for this reason; the file itself is saved.
    BackupFailed(Message),
    /// What could not be saved could not be kept among the dated copies either, for this reason.
    RescueFailed(Message),
    /// Somebody on another machine had the file open, and has not closed it there.
    LeftOver(Holder),
    /// A person wrote comments into the file, which saving does not keep.
    HasComment,
}

/// Where a work file is opened from, and by whom.
pub struct Opening {
    pub path: PathBuf,
    /// Where settings and dated copies are, if the machine has a place for them.
    pub folders: Option<Folders>,
    pub who: String,
    pub wake: Wake,
}

/// Work on its way to another file.
pub struct Moving<T> {
    document: T,
    before: Option<PathBuf>,
    revision: u64,
    opening: Opening,
}

/// Work that is in another file, which is open to write.
pub struct Moved {
    path: PathBuf,
    writer: Writer,
    backups: Option<Backups>,
    event: Option<WorkEvent>,
}

/// Refuses a place for new work where a file is, before anything else is done: work of weeks never
/// takes the place of another file, though the machine's dialog has offered to replace it. What is
/// made of work, such as a report, may.
pub fn check_is_free(path: &Path) -> Result<(), StoreError> {
    if store::is_there(path) {
        let path = path.to_owned();
        return Err(StoreError::NeverReplaced { path });
    }
    Ok(())
}

impl<T: Document> WorkFile<T> {
    /// Work that has no file yet.
    pub fn unsaved(document: T, folders: Option<&Folders>, wake: Wake) -> Self {
        let access = Access::Unsaved(AutosaveTimer::default());
        Self::new(document, None, access, folders, wake)
    }

    /// Opens a file to write, or to read where it cannot be written; `read` gets its bytes and its
    /// name.
    pub fn open(
        opening: &Opening,
        read: impl FnOnce(&[u8], &str) -> Result<T, OpenError>,
    ) -> Result<(Self, Vec<WorkEvent>), OpenError> {
        let lock = Lock::acquire(&opening.path, &opening.who);
        let left_over = lock.as_ref().ok().and_then(Lock::left_over).cloned();
        let (file, mut events) = Self::open_with(lock, opening, read)?;
        let elsewhere = left_over.filter(|it| !it.host.is_empty() && it.host != store::host_name());
        events.extend(elsewhere.map(WorkEvent::LeftOver));
        Ok((file, events))
    }

    /// Opens a file to write that a program which has crashed may have left locked, once a person
    /// has said so; to read, where it surely is in use.
    pub fn take_over(
        opening: &Opening,
        read: impl FnOnce(&[u8], &str) -> Result<T, OpenError>,
    ) -> Result<(Self, Vec<WorkEvent>), OpenError> {
        let lock = Lock::take_over(&opening.path, &opening.who);
        Self::open_with(lock, opening, read)
    }

    fn open_with(
        lock: Result<Lock, StoreError>,
        opening: &Opening,
        read: impl FnOnce(&[u8], &str) -> Result<T, OpenError>,
    ) -> Result<(Self, Vec<WorkEvent>), OpenError> {
        let bytes = store::read(&opening.path)?;
        let document = read(&bytes, &opening.path.display().to_string())?;
        let path = &opening.path;
        let mut path = std::path::absolute(path).unwrap_or_else(|_| path.clone());
        let access = match lock {
            Ok(lock) => {
                lock.path().clone_into(&mut path);
                let known = Fingerprint::of(&bytes, None);
                Access::Write(Box::new(Writer::start(lock, Some(known), &opening.wake)?))
            }
            Err(StoreError::Locked { holder, .. }) => Access::Read(ReadReason::Held(holder)),
            Err(fault) => Access::Read(ReadReason::Unwritable(fault)),
        };
        let (folders, wake) = (opening.folders.as_ref(), Arc::clone(&opening.wake));
        let file = Self::new(document, Some(path), access, folders, wake);
        let copy = keep_found(&file.document, file.path(), file.backups(), &bytes);
        let has_comment = format::has_comment(&String::from_utf8_lossy(&bytes));
        let comment = (file.can_write() && has_comment).then_some(WorkEvent::HasComment);
        Ok((file, copy.into_iter().chain(comment).collect()))
    }

    /// Opens a dated copy, to read. Saved under another name, it is work like any other.
    pub fn open_backup(
        backup: &Backup,
        opening: &Opening,
        read: impl FnOnce(&[u8], &str) -> Result<T, OpenError>,
    ) -> Result<Self, OpenError> {
        let bytes = Backups::read(backup)?;
        let document = read(&bytes, &backup.path.display().to_string())?;
        let access = Access::Read(ReadReason::Backup(backup.taken));
        let (folders, wake) = (opening.folders.as_ref(), Arc::clone(&opening.wake));
        let path = Some(backup.path.clone());
        Ok(Self::new(document, path, access, folders, wake))
    }

    fn new(
        document: T,
        path: Option<PathBuf>,
        access: Access,
        folders: Option<&Folders>,
        wake: Wake,
    ) -> Self {
        Self {
            backups: folders.map(|folders| document.backups(folders, path.as_deref())),
            document,
            path,
            revision: 0,
            access,
            rescued: None,
            copies_last: false,
            copying: None,
            copied_revision: 0,
            copy_next: None,
            wake,
        }
    }

    /// Saves under another name from now on, and opens to write what could only be read or had no
    /// file: [`Moving::run`] does it, beside the window.
    pub fn moving(&self, opening: Opening) -> Moving<T> {
        Moving {
            document: self.document.clone(),
            before: self.path.clone(),
            revision: self.revision,
            opening,
        }
    }

    /// Goes on in the other file. What is on its way to the old place is left to itself, since that
    /// may never answer; what was changed meanwhile is saved in the new one.
    pub fn moved(&mut self, moved: Moved) -> Vec<WorkEvent> {
        let mut writer = moved.writer;
        let revision = writer.saved_revision;
        if revision != self.revision {
            writer.timer.changed(Instant::now(), Urgency::Now);
        }
        let access = Access::Write(Box::new(writer));
        if let Access::Write(mut old) = std::mem::replace(&mut self.access, access) {
            old.saver.abandon();
        }
        self.document = self.document.in_place(self.path.as_deref(), &moved.path);
        self.path = Some(moved.path);
        self.backups = moved.backups;
        self.rescued = None;
        self.copied_revision = revision;
        moved.event.into_iter().collect()
    }

    pub fn document(&self) -> &T {
        &self.document
    }

    /// The document, to be changed; [`WorkFile::changed`] has to follow where it was.
    pub fn document_mut(&mut self) -> &mut T {
        &mut self.document
    }

    /// The document was changed, and is saved as soon as that asks for.
    pub fn changed(&mut self, urgency: Urgency) {
        self.revision += 1;
        if let Some(timer) = self.access.timer() {
            timer.changed(Instant::now(), urgency);
        }
    }

    /// Where the file is, with its links followed where it can be written; `None` while there is
    /// none.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// The dated copies, where there is a folder for them.
    pub fn backups(&self) -> Option<&Backups> {
        self.backups.as_ref()
    }

    /// Whether it can be changed.
    pub fn can_write(&self) -> bool {
        !matches!(self.access, Access::Read(_))
    }

    /// Where the file is, if it is open to write.
    pub fn written_path(&self) -> Option<&Path> {
        let is_written = matches!(self.access, Access::Write(_));
        self.path.as_deref().filter(|_| is_written)
    }

    /// How the file on disk compares with what is on screen; `None` while there is none.
    pub fn save_state(&self) -> Option<SaveState<'_>> {
        self.access.state(self.revision)
    }

    /// Whether the work at this revision is on disk.
    pub fn has_saved(&self, revision: u64) -> bool {
        matches!(&self.access, Access::Write(writer) if revision <= writer.saved_revision)
    }

    /// Why the last save failed, where it did and none has succeeded since.
    pub fn fault(&self) -> Option<&StoreError> {
        match &self.access {
            Access::Write(writer) => writer.fault.as_ref(),
            _ => None,
        }
    }

    /// When the work was last brought to disk since it was opened.
    pub fn last_saved(&self) -> Option<Timestamp> {
        match &self.access {
            Access::Write(writer) => writer.saved_at,
            _ => None,
        }
    }

    /// Wakes the window.
    pub fn wake(&self) -> &Wake {
        &self.wake
    }

    /// As if somebody else had the file open.
    #[cfg(test)]
    pub fn hold_for(&mut self, holder: Holder) {
        self.access = Access::Read(ReadReason::Held(holder));
    }
}

impl<T: Document> fmt::Debug for WorkFile<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("WorkFile")
            .field("path", &self.path)
            .field("revision", &self.revision)
            .field("access", &self.access)
            .finish_non_exhaustive()
    }
}

impl<T: Document> Moving<T> {
    /// Writes the new file, and opens it to write.
    pub fn run(self) -> Result<Moved, StoreError> {
        let Opening {
            path,
            folders,
            who,
            wake,
        } = self.opening;
        let path = std::path::absolute(&path).unwrap_or(path);
        check_is_free(&path)?;
        let document = self.document.in_place(self.before.as_deref(), &path);
        let bytes = document.encode(&path)?;
        let lock = Lock::acquire(&path, &who)?;
        let fingerprint = store::write_new(&path, &bytes)?;
        let path = lock.path().to_owned();
        let mut writer = Writer::start(lock, Some(fingerprint), &wake)?;
        writer.saved_revision = self.revision;
        writer.saved_at = Some(store::now());
        let backups = folders.map(|folders| document.backups(&folders, Some(&path)));
        let event = keep_found(&document, Some(&path), backups.as_ref(), &bytes);
        Ok(Moved {
            path,
            writer,
            backups,
            event,
        })
    }
}
