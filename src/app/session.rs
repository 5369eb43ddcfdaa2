//! The open assessment: what it says, what follows from it, and how it gets to disk.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use jiff::Timestamp;

use super::access::{Access, ReadReason, SaveState, Writer};
use super::file::{self, Loaded, OpenError};
use crate::analysis::Analysis;
use crate::domain::{
    Assessment, Change, Edit, EditError, FieldValue, History, Instrument, Stamp, Step,
};
use crate::store::{self, Backups, Finish, Folders, Lock, StoreError, Urgency};

/// How long closing waits for the last save.
const LONGEST_FINISH: Duration = Duration::from_secs(10);

/// The open assessment.
#[derive(Debug)]
pub struct Session {
    instrument: Arc<Instrument>,
    assessment: Assessment,
    analysis: Analysis,
    history: History,
    path: PathBuf,
    revision: u64,
    access: Access,
    backups: Option<Backups>,
}

/// What happened while nobody looked.
#[derive(Debug, PartialEq, Eq)]
pub enum Happened {
    /// The file had gone from its place, and stands there again.
    PutBack,
    /// The dated copy could not be taken, for this reason.
    BackupFailed(String),
}

impl Session {
    /// Opens a file to write, or to read where it cannot be written.
    pub fn open(
        path: &Path,
        instrument: &Arc<Instrument>,
        folders: Option<&Folders>,
        who: &str,
        wake: impl Fn() + Send + 'static,
    ) -> Result<(Self, Vec<Happened>), OpenError> {
        let lock = Lock::acquire(path, who);
        let Loaded {
            assessment,
            fingerprint,
        } = file::load(path, instrument)?;
        let (path, access) = match lock {
            Ok(lock) => {
                let path = lock.path().to_owned();
                (
                    path,
                    Access::Write(Box::new(Writer::start(lock, Some(fingerprint), wake)?)),
                )
            }
            Err(StoreError::Locked { holder, .. }) => {
                (path.to_owned(), Access::Read(ReadReason::Held(holder)))
            }
            Err(fault) => (path.to_owned(), Access::Read(ReadReason::Unwritable(fault))),
        };
        let session = Self::new(instrument, assessment, path, access, folders);
        let happened = session.keep_backup().into_iter().collect();
        Ok((session, happened))
    }

    /// Makes a new file of an assessment, and opens it.
    pub fn create(
        assessment: &Assessment,
        path: &Path,
        instrument: &Arc<Instrument>,
        folders: Option<&Folders>,
        who: &str,
        wake: impl Fn() + Send + 'static,
    ) -> Result<(Self, Vec<Happened>), OpenError> {
        let bytes = file::encode(assessment, path)?;
        store::write_new(path, &bytes)?;
        Self::open(path, instrument, folders, who, wake)
    }

    /// Opens a dated copy, to read.
    pub fn open_backup(
        backup: &store::Backup,
        instrument: &Arc<Instrument>,
    ) -> Result<Self, OpenError> {
        let bytes = Backups::read(backup)?;
        let name = backup.path.display().to_string();
        let assessment = file::decode(&bytes, &name, instrument)?;
        let access = Access::Read(ReadReason::Backup(backup.taken));
        Ok(Self::new(
            instrument,
            assessment,
            backup.path.clone(),
            access,
            None,
        ))
    }

    fn new(
        instrument: &Arc<Instrument>,
        assessment: Assessment,
        path: PathBuf,
        access: Access,
        folders: Option<&Folders>,
    ) -> Self {
        Self {
            instrument: Arc::clone(instrument),
            analysis: Analysis::of(instrument, &assessment),
            backups: folders.map(|folders| Backups::of(folders, assessment.identity)),
            assessment,
            history: History::default(),
            path,
            revision: 0,
            access,
        }
    }

    /// What the assessment says.
    #[must_use]
    pub fn assessment(&self) -> &Assessment {
        &self.assessment
    }

    /// What follows from it.
    #[must_use]
    pub fn analysis(&self) -> &Analysis {
        &self.analysis
    }

    /// What can be taken back.
    #[must_use]
    pub fn history(&self) -> &History {
        &self.history
    }

    /// Where the file is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Counts the changes since it was opened, so that what is derived can be kept until then.
    #[must_use]
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// The dated copies, where there is a folder for them.
    #[must_use]
    pub fn backups(&self) -> Option<&Backups> {
        self.backups.as_ref()
    }

    /// Whether the assessment can be changed.
    #[must_use]
    pub fn can_write(&self) -> bool {
        matches!(self.access, Access::Write(_))
    }

    /// How the file on disk compares with what is on screen.
    #[must_use]
    pub fn save_state(&self) -> SaveState<'_> {
        match &self.access {
            Access::Read(reason) => SaveState::ReadOnly(reason),
            Access::Write(writer) => match &writer.fault {
                Some(fault) => SaveState::Failed(fault),
                None if writer.saved_revision == self.revision => SaveState::Saved(writer.saved_at),
                None => SaveState::Saving,
            },
        }
    }

    /// When the work was last brought to disk since it was opened.
    #[must_use]
    pub fn last_saved(&self) -> Option<Timestamp> {
        match &self.access {
            Access::Write(writer) => writer.saved_at,
            Access::Read(_) => None,
        }
    }

    /// Makes a change; it is saved soon, and can be taken back.
    pub fn edit(&mut self, change: Change, stamp: Stamp) -> Result<(), EditError> {
        let question = change.question().cloned();
        let field = change.field();
        let urgency = self.urgency(&change);
        let inverse = self
            .assessment
            .apply(&self.instrument, Edit { stamp, change })?;
        if inverse.change.is_nothing() {
            return Ok(());
        }
        self.history.record(Step {
            inverse,
            question,
            field,
        });
        self.changed(urgency);
        Ok(())
    }

    /// A text field has lost the focus: what was typed into it is one step, and is saved now.
    pub fn end_run(&mut self) {
        self.history.end_run();
        if let Access::Write(writer) = &mut self.access
            && writer.saved_revision != self.revision
        {
            writer.timer.changed(Instant::now(), Urgency::Now);
        }
    }

    /// Takes the last change back; the step, where there was one.
    pub fn undo(&mut self, stamp: Stamp) -> Result<Option<Step>, EditError> {
        let Some(step) = self.history.take_undo() else {
            return Ok(None);
        };
        let again = self.reverse(&step, stamp)?;
        self.history.record_undone(again);
        Ok(Some(step))
    }

    /// Makes the change again that was taken back last; the step, where there was one.
    pub fn redo(&mut self, stamp: Stamp) -> Result<Option<Step>, EditError> {
        let Some(step) = self.history.take_redo() else {
            return Ok(None);
        };
        let back = self.reverse(&step, stamp)?;
        self.history.record_redone(back);
        Ok(Some(step))
    }

    fn reverse(&mut self, step: &Step, stamp: Stamp) -> Result<Step, EditError> {
        let edit = Edit {
            stamp,
            change: step.inverse.change.clone(),
        };
        let inverse = self.assessment.apply(&self.instrument, edit)?;
        self.changed(Urgency::Now);
        Ok(Step {
            inverse,
            ..step.clone()
        })
    }

    fn changed(&mut self, urgency: Urgency) {
        self.revision += 1;
        self.analysis = Analysis::of(&self.instrument, &self.assessment);
        if let Access::Write(writer) = &mut self.access {
            writer.timer.changed(Instant::now(), urgency);
        }
    }

    /// A click is saved at once, typed words within a second of the first key.
    fn urgency(&self, change: &Change) -> Urgency {
        let typed = match change {
            Change::Set(_, value) => matches!(
                **value,
                FieldValue::Text(..)
                    | FieldValue::Note(..)
                    | FieldValue::Units(..)
                    | FieldValue::Item(_, Some(_))
                    | FieldValue::Evidence(_, Some(_))
            ),
            Change::Profile(profile) => profile.levels == self.assessment.profile.levels,
            Change::Call(_) => true,
            _ => false,
        };
        if typed { Urgency::Typing } else { Urgency::Now }
    }

    /// Sends what is due to the disk, and takes in what came of it.
    pub fn tick(&mut self, now: Instant) -> Vec<Happened> {
        let mut happened = Vec::new();
        let mut copy_due = false;
        let mut rescue = false;
        if let Access::Write(writer) = &mut self.access {
            while let Some(outcome) = writer.saver.poll() {
                match outcome.result {
                    Ok(saved) => {
                        writer.timer.succeeded();
                        writer.fault = None;
                        writer.saved_revision = outcome.revision;
                        writer.saved_at = Some(outcome.when);
                        copy_due |= writer.backup_timer.saved(now);
                        if saved.put_back {
                            happened.push(Happened::PutBack);
                        }
                    }
                    Err(fault) => {
                        writer.timer.failed(now);
                        rescue |= writer.fault.replace(fault).is_none();
                    }
                }
            }
            if writer.timer.due(now) {
                writer.submit(&self.assessment, &self.path, self.revision);
            }
            if copy_due {
                writer.backup_timer.taken(now);
            }
        }
        if copy_due {
            happened.extend(self.keep_backup());
        }
        if rescue {
            happened.extend(self.keep_rescue());
        }
        happened
    }

    /// How long until [`Session::tick`] has something to send; `None` where nothing waits.
    #[must_use]
    pub fn wait(&self, now: Instant) -> Option<Duration> {
        match &self.access {
            Access::Write(writer) => writer.timer.wait(now),
            Access::Read(_) => None,
        }
    }

    /// Saves under another name from now on, and opens to write what could only be read.
    pub fn move_to(
        &mut self,
        path: &Path,
        who: &str,
        wake: impl Fn() + Send + 'static,
    ) -> Result<(), StoreError> {
        let bytes = file::encode(&self.assessment, path)?;
        let lock = Lock::acquire(path, who)?;
        let fingerprint = store::write_new(path, &bytes)?;
        lock.path().clone_into(&mut self.path);
        match &mut self.access {
            Access::Write(writer) => {
                writer.saver.move_to(lock, Some(fingerprint));
                writer.fault = None;
                writer.timer.succeeded();
                writer.submit(&self.assessment, &self.path, self.revision);
            }
            Access::Read(_) => {
                let mut writer = Writer::start(lock, Some(fingerprint), wake)?;
                writer.saved_revision = self.revision;
                self.access = Access::Write(Box::new(writer));
            }
        }
        Ok(())
    }

    /// Writes a copy, and goes on with the original.
    pub fn save_copy(&self, path: &Path) -> Result<(), StoreError> {
        let bytes = file::encode(&self.assessment, path)?;
        store::write_new(path, &bytes)?;
        Ok(())
    }

    /// Brings everything to disk before the session is dropped; whether it is there.
    pub fn finish(&mut self) -> bool {
        let Access::Write(writer) = &mut self.access else {
            return true;
        };
        if writer.saved_revision != self.revision {
            writer.submit(&self.assessment, &self.path, self.revision);
        }
        let finished = writer.saver.finish(LONGEST_FINISH) == Finish::Saved;
        let copy_due = writer.backup_timer.due_on_close() || self.revision != 0;
        self.tick(Instant::now());
        if finished && copy_due {
            self.keep_backup();
        }
        finished
    }

    /// Keeps what is on screen as a dated copy, since it could not be saved in its place.
    fn keep_rescue(&self) -> Option<Happened> {
        let backups = self.backups.as_ref()?;
        let kept = file::encode(&self.assessment, &self.path)
            .and_then(|bytes| backups.keep(&bytes, store::now(), &store::time_zone()));
        kept.err()
            .map(|fault| Happened::BackupFailed(fault.to_string()))
    }

    fn keep_backup(&self) -> Option<Happened> {
        let backups = self.backups.as_ref()?;
        let kept = store::read(&self.path)
            .and_then(|bytes| backups.keep(&bytes, store::now(), &store::time_zone()));
        kept.err()
            .map(|fault| Happened::BackupFailed(fault.to_string()))
    }
}
