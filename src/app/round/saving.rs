//! How the round that is open gets to disk.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use uuid::Uuid;

use super::RoundDesk;
use super::sources::{path_of, with_ending, written};
use crate::app::file::{self, OpenError};
use crate::app::notice::Work;
use crate::app::work::{Document, Opening, ReadReason, SaveState, WorkEvent, WorkFile};
use crate::app::{Library, Notice, NoticeKind, Wake};
use crate::domain::{Round, States};
use crate::format;
use crate::store::{Backup, Backups, Folders, StoreError};

/// Below this stand the identities of rounds, by the paths of their files.
const IDENTITIES: Uuid = Uuid::from_u128(0x7c1d_5a3e_90b4_4f6b_8a52_2f6e_0d43_b1c9);

impl Document for Round {
    fn encode(&self, path: &Path) -> Result<Vec<u8>, StoreError> {
        file::bytes_of(format::write_round(self), path)
    }

    /// Its sources are written in full, since the copy is elsewhere.
    fn backup(&self, path: Option<&Path>, _found: Option<&[u8]>) -> Result<Vec<u8>, StoreError> {
        let sources = self.sources.iter().map(|source| {
            let full = path_of(source, path);
            full.to_str().map_or_else(|| source.clone(), str::to_owned)
        });
        let copy = Self {
            sources: sources.collect(),
            ..self.clone()
        };
        copy.encode(path.unwrap_or(Path::new("")))
    }

    fn backups(&self, folders: &Folders, path: Option<&Path>) -> Backups {
        let name = path.map(|path| path.as_os_str().as_encoded_bytes());
        let identity = Uuid::new_v5(&IDENTITIES, name.unwrap_or_default());
        Backups::of_round(folders, identity)
    }
}

fn reader(states: &States) -> impl FnOnce(&[u8], &str) -> Result<Round, OpenError> {
    |bytes, name| format::read_round(bytes, name, states).map_err(OpenError::Content)
}

impl RoundDesk {
    /// Opens a round to write, or to read where it cannot be written; its sources are read again.
    pub(super) fn open(
        opening: &Opening<'_>,
        library: &Library,
        wake: Wake,
    ) -> Result<(Self, Vec<Notice>), OpenError> {
        let theirs = Arc::clone(&wake);
        let opened = WorkFile::open(opening, reader(&library.states), move || theirs())?;
        Ok(Self::begin(opened, library, wake))
    }

    /// Opens a round to write that a program which has crashed may have left locked, once a person
    /// has said so.
    pub(super) fn take_over(
        opening: &Opening<'_>,
        library: &Library,
        wake: Wake,
    ) -> Result<(Self, Vec<Notice>), OpenError> {
        let theirs = Arc::clone(&wake);
        let opened = WorkFile::take_over(opening, reader(&library.states), move || theirs())?;
        Ok(Self::begin(opened, library, wake))
    }

    /// Opens a dated copy of a round, to read.
    pub(super) fn open_backup(
        backup: &Backup,
        folders: Option<&Folders>,
        library: &Library,
        wake: Wake,
    ) -> Result<(Self, Vec<Notice>), OpenError> {
        let work = WorkFile::open_backup(backup, folders, reader(&library.states))?;
        Ok(Self::begin((work, Vec::new()), library, wake))
    }

    fn begin(
        (work, events): (WorkFile<Round>, Vec<WorkEvent>),
        library: &Library,
        wake: Wake,
    ) -> (Self, Vec<Notice>) {
        let mut desk = Self::with(work, library, wake);
        let notices = of_work(events);
        desk.read_again();
        (desk, notices)
    }

    /// Where the round is saved; `None` until it has been saved for the first time.
    pub fn path(&self) -> Option<&Path> {
        self.work.path()
    }

    /// Where the round is saved, and not merely a dated copy of it.
    pub fn own_path(&self) -> Option<&Path> {
        let is_backup = self.save_state().is_some_and(|state| state.is_backup());
        self.path().filter(|_| !is_backup)
    }

    /// How the file on disk compares with what is on screen; `None` until the round has been saved
    /// for the first time.
    pub fn save_state(&self) -> Option<SaveState<'_>> {
        self.work.save_state()
    }

    /// The dated copies, where there is a folder for them.
    pub fn backups(&self) -> Option<&Backups> {
        self.work.backups()
    }

    /// Whether something would be lost if the round were closed now.
    pub fn would_be_lost(&self) -> bool {
        match self.save_state() {
            None => !self.is_empty(),
            Some(state) => matches!(state, SaveState::Saving | SaveState::Failed(_)),
        }
    }

    /// Why nothing can be changed, if it cannot.
    pub(super) fn refusal(&self) -> Option<String> {
        let Some(SaveState::ReadOnly(reason)) = self.save_state() else {
            return None;
        };
        let reason = match reason {
            ReadReason::Held(holder) => holder.to_string(),
            ReadReason::Unwritable(fault) => return Some(fault.to_string()),
            ReadReason::Backup(_) => "this is a backup".to_owned(),
        };
        let path = self.path().unwrap_or(Path::new(""));
        Some(format!("{reason}: {}", path.display()))
    }

    /// Saves the round there from now on. Sources that stand below its folder are written from
    /// there.
    pub(super) fn save_as(&mut self, path: &Path, who: &str) -> Vec<Notice> {
        match self.move_to(path, who) {
            Ok((path, events)) => {
                let mut notices = vec![Notice::new(NoticeKind::SavedElsewhere(path))];
                notices.extend(of_work(events));
                notices
            }
            Err(fault) => vec![Notice::fault(&fault)],
        }
    }

    fn move_to(&mut self, path: &Path, who: &str) -> Result<(PathBuf, Vec<WorkEvent>), StoreError> {
        let path = with_ending(path);
        let path = std::path::absolute(&path).unwrap_or(path);
        let before = self.path();
        let sources = self.noted().sources.iter();
        let sources = sources.map(|source| {
            let found = path_of(source, before);
            written(&found, Some(&path)).unwrap_or_else(|| source.clone())
        });
        let noted = Round {
            sources: sources.collect(),
            ..self.noted().clone()
        };
        let wake = Arc::clone(&self.wake);
        let events = self.work.move_to(noted, &path, who, move || wake())?;
        self.revision_counted();
        Ok((path, events))
    }

    /// Brings the round to disk, and waits for that, though not for ever.
    pub(super) fn finish(&mut self) -> Vec<Notice> {
        let (_, events) = self.work.finish();
        of_work(events)
    }
}

pub(super) fn of_work(events: Vec<WorkEvent>) -> Vec<Notice> {
    let notices = events
        .into_iter()
        .map(|event| Notice::of_work(Work::Round, event));
    notices.collect()
}
