//! The open assessment: what it says, what follows from it, and how it gets to disk.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use jiff::Timestamp;
use uuid::Uuid;

use super::drafts::{self, DraftKeeper};
use super::file::{self, OpenError};
use super::opening::EvidenceFrom;
use super::sending::Outbox;
use super::work::{self, Document, Moved, Opening, SaveState, WorkEvent, WorkFile};
use crate::analysis::Analysis;
use crate::domain::{
    Assessment, Change, DialogDraft, Edit, EditError, History, Instrument, Stamp, Step,
};
use crate::store::{self, Backup, Backups, Folders, StoreError, Urgency};

/// The open assessment.
#[derive(Debug)]
pub struct Session {
    instrument: Arc<Instrument>,
    pub(super) work: WorkFile<Assessment>,
    analysis: Analysis,
    history: History,
    /// The file beside which the folder of evidence is, where that is known.
    evidence_beside: Option<PathBuf>,
    pub(super) outbox: Outbox,
    pub(super) drafts: DraftKeeper,
    /// What was typed into a dialog when the program ended, until it is looked at.
    pub(super) recovered: Option<DialogDraft>,
}

/// What happened while nobody looked.
#[derive(Debug, PartialEq, Eq)]
pub enum SessionEvent {
    Work(WorkEvent),
    /// What was on its way to be sent is written, or could not be.
    SendingEnded,
}

impl Document for Assessment {
    fn encode(&self, path: &Path) -> Result<Vec<u8>, StoreError> {
        file::encode(self, path)
    }

    fn backup(&self, path: Option<&Path>, found: Option<&[u8]>) -> Result<Vec<u8>, StoreError> {
        match found {
            Some(found) => Ok(found.to_owned()),
            None => self.encode(path.unwrap_or(Path::new(""))),
        }
    }

    fn backups(&self, folders: &Folders, path: Option<&Path>) -> Backups {
        Backups::of(folders, self.identity, path.unwrap_or(Path::new("")))
    }
}

impl Session {
    /// Opens a file to write, or to read where it cannot be written.
    pub fn open(
        opening: &Opening,
        instrument: &Arc<Instrument>,
    ) -> Result<(Self, Vec<WorkEvent>), OpenError> {
        let read = |bytes: &[u8], name: &str| file::decode(bytes, name, instrument);
        let (work, events) = WorkFile::open(opening, read)?;
        Ok((Self::new(instrument, work), events))
    }

    /// Opens a file to write that a program which has crashed may have left locked, once a person
    /// has said so; to read, where it surely is in use.
    pub fn take_over(
        opening: &Opening,
        instrument: &Arc<Instrument>,
    ) -> Result<(Self, Vec<WorkEvent>), OpenError> {
        let read = |bytes: &[u8], name: &str| file::decode(bytes, name, instrument);
        let (work, events) = WorkFile::take_over(opening, read)?;
        Ok((Self::new(instrument, work), events))
    }

    /// Makes a new file of an assessment, and opens it.
    pub fn create(
        assessment: &Assessment,
        opening: &Opening,
        instrument: &Arc<Instrument>,
    ) -> Result<(Self, Vec<WorkEvent>), OpenError> {
        work::check_is_free(&opening.path)?;
        let bytes = file::encode(assessment, &opening.path)?;
        store::write_new(&opening.path, &bytes)?;
        Self::open(opening, instrument)
    }

    /// Opens a dated copy, to read; with the identity of the assessment that it was found from, and
    /// the file beside which its folder of evidence is. Of the same assessment, that is its own.
    pub fn open_backup(
        backup: &Backup,
        opening: &Opening,
        instrument: &Arc<Instrument>,
        from: Option<(Uuid, PathBuf)>,
    ) -> Result<Self, OpenError> {
        let read = |bytes: &[u8], name: &str| file::decode(bytes, name, instrument);
        let work = WorkFile::open_backup(backup, opening, read)?;
        let own = from.filter(|(identity, _)| *identity == work.document().identity);
        Ok(Self {
            evidence_beside: own.map(|(_, beside)| beside),
            ..Self::new(instrument, work)
        })
    }

    fn new(instrument: &Arc<Instrument>, work: WorkFile<Assessment>) -> Self {
        Self {
            instrument: Arc::clone(instrument),
            analysis: Analysis::of(instrument, work.document()),
            history: History::default(),
            evidence_beside: work.path().map(Path::to_owned),
            outbox: Outbox::default(),
            drafts: DraftKeeper::default(),
            recovered: work.backups().and_then(drafts::recovered),
            work,
        }
    }

    /// The questions.
    pub(super) fn instrument(&self) -> &Arc<Instrument> {
        &self.instrument
    }

    /// What the assessment says.
    pub fn assessment(&self) -> &Assessment {
        self.work.document()
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
        self.work.path().unwrap_or(Path::new(""))
    }

    /// Counts the changes since it was opened, so that what is derived can be kept until then.
    pub fn revision(&self) -> u64 {
        self.work.revision()
    }

    /// The dated copies, where there is a folder for them.
    pub fn backups(&self) -> Option<&Backups> {
        self.work.backups()
    }

    /// The file beside which the folder of evidence stands; `None` where that is not known.
    pub fn evidence_beside(&self) -> Option<&Path> {
        self.evidence_beside.as_deref()
    }

    pub(super) fn evidence(&self) -> EvidenceFrom {
        let beside = self.evidence_beside.clone();
        beside.map_or(EvidenceFrom::Unknown, EvidenceFrom::Beside)
    }

    /// Whether the assessment can be changed.
    pub fn can_write(&self) -> bool {
        self.work.can_write()
    }

    /// Makes a change; it is saved soon, and can be taken back.
    pub fn edit(&mut self, change: Change, stamp: Stamp) -> Result<(), EditError> {
        let question = change.question().cloned();
        let field = change.field();
        let typed = change.is_typed(self.assessment());
        let assessment = self.work.document_mut();
        let inverse = assessment.apply(&self.instrument, Edit { stamp, change })?;
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
        let assessment = self.work.document_mut();
        assessment.apply(&self.instrument, Edit { stamp, change })?;
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
        let inverse = self.work.document_mut().apply(&self.instrument, edit)?;
        self.changed(Urgency::Now);
        Ok(Step {
            inverse,
            ..step.clone()
        })
    }

    fn changed(&mut self, urgency: Urgency) {
        self.work.changed(urgency);
        self.analysis = Analysis::of(&self.instrument, self.work.document());
    }

    /// How the file on disk compares with what is on screen.
    pub fn save_state(&self) -> SaveState<'_> {
        // An assessment always has a file.
        self.work.save_state().unwrap_or(SaveState::Saving)
    }

    /// When the work was last brought to disk since it was opened.
    pub fn last_saved(&self) -> Option<Timestamp> {
        self.work.last_saved()
    }

    /// A text field has lost the focus: what was typed into it is one step, and is saved now.
    pub fn end_run(&mut self) {
        self.history.end_run();
        self.work.end_run();
    }

    /// Sends what is due to the disk, and takes in what came of it.
    pub fn tick(&mut self, now: Instant) -> Vec<SessionEvent> {
        let mut events: Vec<SessionEvent> = self.poll_sending().into_iter().collect();
        events.extend(self.work.tick(now).into_iter().map(SessionEvent::Work));
        events.extend(self.release_sending());
        self.tick_drafts(now);
        events
    }

    /// How long until [`Session::tick`] has something to do; `None` where nothing waits.
    pub fn wait(&self, now: Instant) -> Option<Duration> {
        let drafts = self.draft_wait(now);
        self.work.wait(now).into_iter().chain(drafts).min()
    }

    /// Goes on in another file.
    pub(super) fn moved(&mut self, moved: Moved) -> Vec<WorkEvent> {
        let before = self.backups().cloned();
        let events = self.work.moved(moved);
        self.move_draft(before, Instant::now());
        self.evidence_beside = self.work.path().map(Path::to_owned);
        events
    }
}
