//! How the round that is open gets to disk.

use std::path::Path;

use uuid::Uuid;

use super::RoundSession;
use super::sources::{path_of, written};
use crate::app::file::{self, OpenError};
use crate::app::notice::Work;
use crate::app::work::{Document, Moved, Opening, ReadReason, SaveState, WorkEvent, WorkFile};
use crate::app::{Library, Notice};
use crate::domain::{Explain as _, Message, Round, States};
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

    /// Sources that are below the folder of the file are written from there.
    fn in_place(&self, before: Option<&Path>, path: &Path) -> Self {
        let sources = self.sources.iter().map(|source| {
            let found = path_of(source, before);
            written(&found, Some(path)).unwrap_or_else(|| source.clone())
        });
        Self {
            sources: sources.collect(),
            ..self.clone()
        }
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

impl RoundSession {
    /// Opens a round to write, or to read where it cannot be written; its sources are read again.
    pub(super) fn open(
        opening: &Opening,
        library: &Library,
    ) -> Result<(Self, Vec<Notice>), OpenError> {
        let opened = WorkFile::open(opening, reader(&library.states))?;
        Ok(Self::begin(opened, library))
    }

    /// Opens a round to write that a program which has crashed may have left locked, once a person
    /// has said so.
    pub(super) fn take_over(
        opening: &Opening,
        library: &Library,
    ) -> Result<(Self, Vec<Notice>), OpenError> {
        let opened = WorkFile::take_over(opening, reader(&library.states))?;
        Ok(Self::begin(opened, library))
    }

    /// Opens a dated copy of a round, to read.
    pub(super) fn open_backup(
        backup: &Backup,
        opening: &Opening,
        library: &Library,
    ) -> Result<(Self, Vec<Notice>), OpenError> {
        let work = WorkFile::open_backup(backup, opening, reader(&library.states))?;
        Ok(Self::begin((work, Vec::new()), library))
    }

    fn begin(
        (work, events): (WorkFile<Round>, Vec<WorkEvent>),
        library: &Library,
    ) -> (Self, Vec<Notice>) {
        let mut round = Self::with(work, library);
        let notices = of_work(events);
        round.read_again();
        (round, notices)
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
    pub(super) fn refusal(&self) -> Option<Message> {
        let Some(SaveState::ReadOnly(reason)) = self.save_state() else {
            return None;
        };
        let message = match reason {
            ReadReason::Held(holder) => Message::new("store-locked").explained("holder", holder),
            ReadReason::Unwritable(fault) => return Some(fault.message()),
            ReadReason::Backup(_) => Message::new("round-is-backup"),
        };
        Some(message.path("path", self.path().unwrap_or(Path::new(""))))
    }

    /// Goes on in another file.
    pub(super) fn moved(&mut self, moved: Moved) -> Vec<Notice> {
        let events = self.work.moved(moved);
        self.revision_counted();
        of_work(events)
    }
}

pub(super) fn of_work(events: Vec<WorkEvent>) -> Vec<Notice> {
    let notices = events
        .into_iter()
        .map(|event| Notice::of_work(Work::Round, event));
    notices.collect()
}
