//! How the round that is open gets to disk.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::RoundDesk;
use super::sources::{path_of, with_ending, written};
use crate::app::access::{Access, LONGEST_FINISH, ReadReason, SHORTEST_FINISH, SaveState, Writer};
use crate::app::file::OpenError;
use crate::app::{Library, Notice, NoticeKind, Wake};
use crate::domain::Round;
use crate::format;
use crate::store::{self, Fingerprint, Lock, SaveJob, StoreError, Urgency};

/// Where the round is saved, and how far that is.
#[derive(Debug, Default)]
pub(super) struct Keeping {
    file: Option<(PathBuf, Access)>,
    /// Counts the changes of what is saved.
    revision: u64,
}

impl Keeping {
    pub(super) fn path(&self) -> Option<&Path> {
        self.file.as_ref().map(|(path, _)| path.as_path())
    }

    /// Why nothing can be changed, if it cannot.
    pub(super) fn refusal(&self) -> Option<String> {
        let (path, access) = self.file.as_ref()?;
        let reason = match access {
            Access::Write(_) => return None,
            Access::Read(ReadReason::Held(holder)) => holder.to_string(),
            Access::Read(ReadReason::Unwritable(fault)) => return Some(fault.to_string()),
            Access::Read(ReadReason::Backup(_)) => "this is a backup".to_owned(),
        };
        Some(format!("{reason}: {}", path.display()))
    }

    pub(super) fn changed(&mut self, urgency: Urgency) {
        self.revision += 1;
        if let Some(writer) = self.writer() {
            writer.timer.changed(Instant::now(), urgency);
        }
    }

    pub(super) fn wait(&self, now: Instant) -> Option<Duration> {
        match &self.file {
            Some((_, Access::Write(writer))) => writer.wait(now),
            _ => None,
        }
    }

    fn writer(&mut self) -> Option<&mut Writer> {
        match &mut self.file {
            Some((_, Access::Write(writer))) => Some(writer),
            _ => None,
        }
    }

    fn submit(&mut self, noted: &Round, now: Instant) {
        let revision = self.revision;
        let Some((path, Access::Write(writer))) = &mut self.file else {
            return;
        };
        let (noted, path) = (noted.clone(), path.clone());
        let encode = move || encode(&noted, &path).map_err(|fault| fault.to_string());
        writer.submit_job(SaveJob::new(revision, encode), now);
    }
}

fn encode(noted: &Round, path: &Path) -> Result<Vec<u8>, StoreError> {
    format::write_round(noted)
        .map(String::into_bytes)
        .map_err(|fault| StoreError::NotEncoded {
            reason: fault.to_string(),
            path: path.to_owned(),
        })
}

impl RoundDesk {
    /// Opens a round to write, or to read where it cannot be written; its sources are read again.
    pub(super) fn open(
        path: &Path,
        library: &Library,
        who: &str,
        wake: Wake,
    ) -> Result<(Self, Vec<Notice>), OpenError> {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let lock = Lock::acquire(&path, who);
        let bytes = store::read(&path)?;
        let name = path.display().to_string();
        let noted = format::read_round(&bytes, &name, &library.states);
        let noted = noted.map_err(OpenError::Content)?;
        let access = match lock {
            Ok(lock) => {
                let known = Fingerprint::of(&bytes, None);
                let theirs = Arc::clone(&wake);
                let writer = Writer::start(lock, Some(known), move || theirs())?;
                Access::Write(Box::new(writer))
            }
            Err(StoreError::Locked { holder, .. }) => Access::Read(ReadReason::Held(holder)),
            Err(fault) => Access::Read(ReadReason::Unwritable(fault)),
        };
        let keeping = Keeping {
            file: Some((path, access)),
            revision: 0,
        };
        let mut desk = Self::with(noted, keeping, library, wake);
        let notices = desk.read_again();
        Ok((desk, notices))
    }

    /// Where the round is saved; `None` until it has been saved for the first time.
    pub fn path(&self) -> Option<&Path> {
        self.keeping.path()
    }

    /// How the file on disk compares with what is on screen; `None` until the round has been saved
    /// for the first time.
    pub fn save_state(&self) -> Option<SaveState<'_>> {
        let (_, access) = self.keeping.file.as_ref()?;
        Some(access.state(self.keeping.revision))
    }

    /// Whether something would be lost if the desk were closed now.
    pub fn would_be_lost(&self) -> bool {
        match self.save_state() {
            None => !self.is_empty(),
            Some(state) => matches!(state, SaveState::Saving | SaveState::Failed(_)),
        }
    }

    /// Why the round could not be saved, where that is so.
    pub(super) fn fault(&self) -> Option<&StoreError> {
        match self.save_state() {
            Some(SaveState::Failed(fault)) => Some(fault),
            _ => None,
        }
    }

    pub(super) fn is_at(&self, path: &Path) -> bool {
        let writes = matches!(self.keeping.file, Some((_, Access::Write(_))));
        writes && self.path().is_some_and(|own| store::is_same(own, path))
    }

    /// Saves the round there from now on. Sources that stand below its folder are written from
    /// there.
    pub(super) fn save_as(&mut self, path: &Path, who: &str) -> Notice {
        match self.move_to(path, who) {
            Ok(path) => Notice::new(NoticeKind::SavedElsewhere(path)),
            Err(fault) => Notice::fault(&fault),
        }
    }

    fn move_to(&mut self, path: &Path, who: &str) -> Result<PathBuf, StoreError> {
        let path = with_ending(path);
        let path = std::path::absolute(&path).unwrap_or(path);
        let before = self.path();
        let sources = self.noted.sources.iter();
        let sources = sources.map(|source| {
            let found = path_of(source, before);
            written(&found, Some(&path)).unwrap_or_else(|| source.clone())
        });
        let noted = Round {
            sources: sources.collect(),
            ..self.noted.clone()
        };
        let bytes = encode(&noted, &path)?;
        let lock = Lock::acquire(&path, who)?;
        let fingerprint = store::write_new(&path, &bytes)?;
        let wake = Arc::clone(&self.wake);
        let mut writer = Writer::start(lock, Some(fingerprint), move || wake())?;
        writer.saved_revision = self.keeping.revision;
        writer.saved_at = Some(store::now());
        let file = Some((path.clone(), Access::Write(Box::new(writer))));
        if let Some((_, Access::Write(mut old))) = std::mem::replace(&mut self.keeping.file, file) {
            old.saver.abandon();
        }
        self.noted = noted;
        self.revision_counted();
        Ok(path)
    }

    /// Sends what is due to the disk, and takes in what came of it.
    pub(super) fn keep(&mut self, now: Instant) -> Vec<Notice> {
        let mut notices = Vec::new();
        let Some((path, Access::Write(writer))) = &mut self.keeping.file else {
            return notices;
        };
        let heard = writer.hear(now);
        if heard.put_back {
            notices.push(Notice::new(NoticeKind::PutBack(path.clone())));
        }
        if writer.is_overdue(now) {
            writer.give_up_waiting(path, now);
        }
        if writer.timer.due(now) {
            self.keeping.submit(&self.noted, now);
        }
        notices
    }

    /// Brings the round to disk, and waits for that, though not for ever.
    pub(super) fn finish(&mut self) -> Vec<Notice> {
        let mut notices = Vec::new();
        let now = Instant::now();
        let revision = self.keeping.revision;
        let is_behind = |writer: &mut Writer| writer.saved_revision != revision;
        if self.keeping.writer().is_some_and(is_behind) {
            self.keeping.submit(&self.noted, now);
        }
        let Some(writer) = self.keeping.writer() else {
            return notices;
        };
        let is_there = writer.saver.finish(if writer.is_silent() {
            SHORTEST_FINISH
        } else {
            LONGEST_FINISH
        });
        notices.extend(self.keep(Instant::now()));
        if is_there == store::Finish::Busy
            && let Some((path, Access::Write(writer))) = &mut self.keeping.file
            && writer.saver.is_busy()
        {
            writer.give_up_waiting(path, Instant::now());
        }
        notices
    }
}
