//! The open assessment: what it says, what follows from it, and how it gets to disk.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use super::access::{Access, ReadReason, Writer};
use super::file::{self, Loaded, OpenError};
use super::sending::Outbox;
use crate::analysis::Analysis;
use crate::domain::{Assessment, Change, Edit, EditError, History, Instrument, Stamp, Step};
use crate::store::{self, Backup, Backups, Folders, Holder, Lock, StoreError, Urgency};

/// The open assessment.
#[derive(Debug)]
pub struct Session {
    instrument: Arc<Instrument>,
    pub(super) assessment: Assessment,
    analysis: Analysis,
    pub(super) history: History,
    pub(super) path: PathBuf,
    pub(super) revision: u64,
    pub(super) access: Access,
    pub(super) backups: Option<Backups>,
    /// The dated copy that holds what could not be saved, as long as it cannot.
    pub(super) rescued: Option<Backup>,
    /// The file beside which the folder of evidence stands, where that is known.
    pub(super) evidence_beside: Option<PathBuf>,
    pub(super) outbox: Outbox,
}

/// What happened while nobody looked.
#[derive(Debug, PartialEq, Eq)]
pub enum Happened {
    /// The file had gone from its place, and stands there again.
    PutBack,
    /// The dated copy could not be taken, for this reason; the file itself is saved.
    BackupFailed(String),
    /// What could not be saved could not be kept among the dated copies either, for this reason.
    RescueFailed(String),
    /// Somebody on another machine had the file open, and has not closed it there.
    LeftOver(Holder),
    /// What was on its way to be sent is written, or could not be.
    SendingEnded,
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
        let left_over = lock.as_ref().ok().and_then(Lock::left_over).cloned();
        let (session, mut happened) = Self::open_with(lock, path, instrument, folders, wake)?;
        let elsewhere = left_over.filter(|it| !it.host.is_empty() && it.host != store::host_name());
        happened.extend(elsewhere.map(Happened::LeftOver));
        Ok((session, happened))
    }

    /// Opens a file to write that a program which has crashed may have left locked, once a person
    /// has said so; to read, where it surely is in use.
    pub fn take_over(
        path: &Path,
        instrument: &Arc<Instrument>,
        folders: Option<&Folders>,
        who: &str,
        wake: impl Fn() + Send + 'static,
    ) -> Result<(Self, Vec<Happened>), OpenError> {
        let lock = Lock::take_over(path, who);
        Self::open_with(lock, path, instrument, folders, wake)
    }

    fn open_with(
        lock: Result<Lock, StoreError>,
        path: &Path,
        instrument: &Arc<Instrument>,
        folders: Option<&Folders>,
        wake: impl Fn() + Send + 'static,
    ) -> Result<(Self, Vec<Happened>), OpenError> {
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
        let mut session = Self::new(instrument, assessment, path, access, folders);
        session.evidence_beside = Some(session.path.clone());
        let happened = session.keep_found().into_iter().collect();
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

    /// Opens a dated copy, to read; with the session that it was found from, whose folder of
    /// evidence is its own if both are of one assessment.
    pub fn open_backup(
        backup: &Backup,
        instrument: &Arc<Instrument>,
        from: Option<&Self>,
    ) -> Result<Self, OpenError> {
        let bytes = Backups::read(backup)?;
        let name = backup.path.display().to_string();
        let assessment = file::decode(&bytes, &name, instrument)?;
        let access = Access::Read(ReadReason::Backup(backup.taken));
        let own = from.filter(|from| from.assessment.identity == assessment.identity);
        let evidence_beside = own.and_then(|from| from.evidence_beside.clone());
        let path = backup.path.clone();
        Ok(Self {
            evidence_beside,
            ..Self::new(instrument, assessment, path, access, None)
        })
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
            rescued: None,
            evidence_beside: None,
            outbox: Outbox::default(),
        }
    }

    /// The questions.
    pub(super) fn instrument(&self) -> &Arc<Instrument> {
        &self.instrument
    }

    /// What the assessment says.
    pub fn assessment(&self) -> &Assessment {
        &self.assessment
    }

    /// What follows from it.
    pub fn analysis(&self) -> &Analysis {
        &self.analysis
    }

    /// What can be taken back.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// Where the file is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Counts the changes since it was opened, so that what is derived can be kept until then.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// The dated copies, where there is a folder for them.
    pub fn backups(&self) -> Option<&Backups> {
        self.backups.as_ref()
    }

    /// The file beside which the folder of evidence stands; `None` where that is not known.
    pub fn evidence_beside(&self) -> Option<&Path> {
        self.evidence_beside.as_deref()
    }

    /// Whether the assessment can be changed.
    pub fn can_write(&self) -> bool {
        matches!(self.access, Access::Write(_))
    }

    /// Makes a change; it is saved soon, and can be taken back.
    pub fn edit(&mut self, change: Change, stamp: Stamp) -> Result<(), EditError> {
        let question = change.question().cloned();
        let field = change.field();
        let typed = change.is_typed(&self.assessment);
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
            typed,
        });
        // A click is saved at once, typed words within a second of the first key.
        self.changed(if typed { Urgency::Typing } else { Urgency::Now });
        Ok(())
    }

    /// Makes a change that cannot be taken back: a revision that was given out stays given out.
    pub(super) fn note(&mut self, change: Change, stamp: Stamp) -> Result<(), EditError> {
        self.assessment
            .apply(&self.instrument, Edit { stamp, change })?;
        self.changed(Urgency::Now);
        Ok(())
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
}
