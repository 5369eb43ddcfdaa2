//! The round of replies that is open in the window.

use std::collections::{BTreeSet, VecDeque};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::Collation;
use super::gather::{Gathered, Gathering};
use super::inbox::Inbox;
use super::reading::{Job, Reading, ReadingOrder, ReadingProgress, Told};
use super::saving::of_work;
use super::sources::{leads_to, path_of, written};
use crate::app::work::WorkFile;
use crate::app::{Library, Notice, Wake};
use crate::domain::{
    History, Instrument, Outline, QuestionId, Round, RoundChange, RoundStep, States, Undoable as _,
};
use crate::store::{Folders, StoreError, Urgency};

/// How often the files are collated while they are read, and the window looks at them.
const BETWEEN_COLLATIONS: Duration = Duration::from_millis(300);
const BETWEEN_LOOKS: Duration = Duration::from_millis(50);

/// Why a part of the files was not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unread {
    Stopped(ReadingProgress),
    /// This file or folder of the round could not be found, or not be looked into.
    Absent(PathBuf),
}

/// The round that is open: what the office notes, the files, and what they come to.
pub struct RoundSession {
    pub(super) instrument: Arc<Instrument>,
    pub(super) outline: Arc<Outline>,
    pub(super) states: Arc<States>,
    pub(super) wake: Wake,
    pub(in crate::app) work: WorkFile<Round>,
    history: History<RoundStep>,
    inbox: Inbox,
    collation: Arc<Collation>,
    /// Whether files were read since the collation was made.
    behind: bool,
    collated_at: Instant,
    reading: Option<Reading>,
    stopped: Option<ReadingProgress>,
    absent: BTreeSet<PathBuf>,
    jobs: VecDeque<Job>,
    gathering: Option<Gathering>,
    gathered: Option<Gathered>,
    revision: u64,
    /// Counts the changes of all that the report is made from.
    report_revision: u64,
}

impl RoundSession {
    /// An empty round.
    pub(super) fn new(library: &Library, folders: Option<&Folders>, wake: Wake) -> Self {
        let work = WorkFile::unsaved(Round::default(), folders, wake);
        Self::with(work, library)
    }

    pub(super) fn with(work: WorkFile<Round>, library: &Library) -> Self {
        let Library {
            instrument,
            outline,
            states,
            ..
        } = library;
        let inbox = Inbox::default();
        let (collation, _) = inbox.collation(instrument, states, Some(work.document()));
        Self {
            instrument: Arc::clone(instrument),
            outline: Arc::clone(outline),
            states: Arc::clone(states),
            wake: Arc::clone(work.wake()),
            work,
            history: History::default(),
            inbox,
            collation: Arc::new(collation),
            behind: false,
            collated_at: Instant::now(),
            reading: None,
            stopped: None,
            absent: BTreeSet::new(),
            jobs: VecDeque::new(),
            gathering: None,
            gathered: None,
            revision: 0,
            report_revision: 0,
        }
    }

    /// What the office notes: the call, who was invited, sources, decisions, quotations, texts.
    pub fn noted(&self) -> &Round {
        self.work.document()
    }

    /// What the files come to that were read so far. It is made anew when something has changed,
    /// and a few times a second while files are read.
    pub fn collation(&self) -> &Arc<Collation> {
        &self.collation
    }

    /// How far the reading is, while files are read.
    pub fn reading(&self) -> Option<ReadingProgress> {
        self.reading.as_ref().map(Reading::progress)
    }

    /// Why what the round shows speaks of a part of the files alone, until all is read again.
    pub fn unread(&self) -> Option<Unread> {
        let mut sources = self.noted().sources.iter();
        let absent = sources.find_map(|source| self.absent.get(&self.source_path(source)));
        let absent = absent.map(|path| Unread::Absent(path.clone()));
        self.stopped.map(Unread::Stopped).or(absent)
    }

    /// The texts that were asked for last, as far as they have been read.
    pub fn gathered(&self) -> Option<&Gathered> {
        self.gathered.as_ref()
    }

    /// Counts the changes of all that the round shows, so that what is derived can be kept until
    /// then.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Counts the changes of all that the report is made from; fewer than all that the round shows.
    pub(in crate::app) fn report_revision(&self) -> u64 {
        self.report_revision
    }

    /// Whether all files are read and counted, so that the round comes to what it comes to.
    pub fn is_read(&self) -> bool {
        let is_still = self.reading.is_none() && self.jobs.is_empty();
        is_still && !self.behind && self.unread().is_none()
    }

    /// Where a source of [`Round::sources`] is.
    pub fn source_path(&self, source: &str) -> PathBuf {
        path_of(source, self.path())
    }

    /// Whether nothing stands on it that could be lost.
    pub fn is_empty(&self) -> bool {
        *self.noted() == Round::default()
    }

    /// Whether it is empty, and has no file either.
    pub(in crate::app) fn is_nothing(&self) -> bool {
        self.path().is_none() && self.is_empty()
    }

    /// Notes files and folders as sources, and reads them.
    pub(super) fn add(&mut self, paths: &[PathBuf]) -> Vec<Notice> {
        let mut notices = Vec::new();
        let mut found = Vec::new();
        for path in paths {
            let path = std::path::absolute(path).unwrap_or_else(|_| path.clone());
            if let Some(source) = written(&path, self.path()) {
                notices.extend(self.change(RoundChange::AddSource(source)));
            } else {
                let path = path.clone();
                notices.push(Notice::fault(&StoreError::InvalidName { path }));
            }
            found.push(path);
        }
        self.read(Job::Also(found));
        notices
    }

    /// Reads all sources again.
    pub(super) fn read_again(&mut self) {
        let sources = self.noted().sources.iter();
        let sources = sources.map(|source| self.source_path(source)).collect();
        self.read(Job::All(sources));
    }

    /// Stops reading; what was read stays.
    pub(super) fn cancel(&mut self) {
        self.jobs.clear();
        self.gathering = None;
        if let Some(reading) = self.reading.take() {
            self.stopped = Some(reading.progress());
            self.collate();
        }
    }

    /// Changes what the office notes; it is saved soon, and can be taken back.
    pub(super) fn change(&mut self, change: RoundChange) -> Vec<Notice> {
        let urgency = if change.is_typed() {
            Urgency::Typing
        } else {
            Urgency::Now
        };
        match self.apply(change, urgency) {
            Ok(step) => {
                self.history.record(step);
                Vec::new()
            }
            Err(notice) => vec![notice],
        }
    }

    /// Takes the last change back.
    pub(in crate::app) fn undo(&mut self) -> Vec<Notice> {
        let Some(step) = self.history.take_undo() else {
            return Vec::new();
        };
        match self.reverse(step) {
            Ok(again) => {
                self.history.record_undone(again);
                Vec::new()
            }
            Err(notice) => vec![notice],
        }
    }

    /// Makes the change again that was taken back last.
    pub(in crate::app) fn redo(&mut self) -> Vec<Notice> {
        let Some(step) = self.history.take_redo() else {
            return Vec::new();
        };
        match self.reverse(step) {
            Ok(back) => {
                self.history.record_redone(back);
                Vec::new()
            }
            Err(notice) => vec![notice],
        }
    }

    /// Takes a step back; a source that comes back with it is read again.
    fn reverse(&mut self, step: RoundStep) -> Result<RoundStep, Notice> {
        let step = self.apply(step.inverse, Urgency::Now)?;
        if let RoundChange::AddSource(source) = &step.made {
            let path = self.source_path(source);
            self.read(Job::Also(vec![path]));
        }
        Ok(step)
    }

    /// What can be taken back.
    pub fn history(&self) -> &History<RoundStep> {
        &self.history
    }

    /// A text field has lost the focus: what was typed into it is one step, and is saved now.
    pub(in crate::app) fn end_run(&mut self) {
        self.history.end_run();
        self.work.end_run();
    }

    fn apply(&mut self, change: RoundChange, urgency: Urgency) -> Result<RoundStep, Notice> {
        if let Some(fault) = self.refusal() {
            return Err(Notice::fault(&fault));
        }
        let made = change.clone();
        let inverse = self.work.document_mut().apply(change);
        let inverse = inverse.map_err(|fault| Notice::fault(&fault))?;
        let step = RoundStep { made, inverse };
        if step.is_nothing() {
            return Ok(step);
        }
        self.changed(urgency);
        match &step.made {
            RoundChange::RemoveSource(_) => {
                self.drop_lost_files();
                self.collate();
            }
            RoundChange::Quote(_)
            | RoundChange::Unquote(_)
            | RoundChange::Text(..)
            | RoundChange::AddSource(_) => {}
            _ => self.collate(),
        }
        Ok(step)
    }

    pub(super) fn revision_counted(&mut self) {
        self.revision += 1;
    }

    pub(super) fn changed(&mut self, urgency: Urgency) {
        self.revision += 1;
        self.report_revision += 1;
        self.work.changed(urgency);
    }

    fn drop_lost_files(&mut self) {
        let sources = self.noted().sources.iter();
        let sources: Vec<PathBuf> = sources.map(|source| self.source_path(source)).collect();
        self.inbox
            .retain(|file| sources.iter().any(|source| leads_to(source, file)));
    }

    /// Makes the collation anew. What counts now, but was let go, is read again.
    fn collate(&mut self) {
        let noted = Some(self.work.document());
        let (collation, missing) = self.inbox.collation(&self.instrument, &self.states, noted);
        self.collation = Arc::new(collation);
        self.behind = false;
        self.collated_at = Instant::now();
        self.revision += 1;
        self.report_revision += 1;
        if !missing.is_empty() && self.reading.is_none() {
            self.jobs.push_back(Job::Again(missing));
        }
    }

    /// Reads what is wanted, after what is being read.
    fn read(&mut self, job: Job) {
        self.jobs.push_back(job);
        self.read_next();
    }

    fn read_next(&mut self) {
        if self.reading.is_some() {
            return;
        }
        let Some(job) = self.jobs.pop_front() else {
            return;
        };
        self.revision += 1;
        if matches!(job, Job::All(_)) {
            self.stopped = None;
            self.absent.clear();
        }
        let order = ReadingOrder {
            job,
            round: self.path().map(Path::to_owned),
            instrument: Arc::clone(&self.instrument),
            states: Arc::clone(&self.states),
        };
        self.reading = Some(Reading::start(order, Arc::clone(&self.wake)));
    }

    /// Reads the texts of a question from the replies that count.
    pub(super) fn gather(&mut self, question: &QuestionId) {
        self.revision += 1;
        let wake = Arc::clone(&self.wake);
        let (gathering, gathered) = Gathering::start(question, &self.collation, &self.states, wake);
        self.gathering = Some(gathering);
        self.gathered = Some(gathered);
    }

    /// Takes in what was read, gathered and saved.
    pub(in crate::app) fn tick(&mut self, now: Instant) -> Vec<Notice> {
        let mut notices = self.take_in_what_was_read();
        let is_due = self.reading.is_none()
            || BETWEEN_COLLATIONS <= now.saturating_duration_since(self.collated_at);
        if self.behind && is_due {
            self.collate();
        }
        self.read_next();
        if let (Some(gathering), Some(gathered)) = (&mut self.gathering, &mut self.gathered) {
            let done = gathered.done;
            let may_come = gathering.poll(gathered);
            self.revision += u64::from(done != gathered.done || !may_come);
            if !may_come {
                self.gathering = None;
            }
        }
        notices.extend(of_work(self.work.tick(now)));
        notices
    }

    fn take_in_what_was_read(&mut self) -> Vec<Notice> {
        let mut notices = Vec::new();
        while let Some(reading) = &mut self.reading {
            match reading.poll() {
                Ok(None) => break,
                Ok(Some(Told::Read(path, taken))) => {
                    self.inbox.take(path, taken, Some(self.work.document()));
                    self.behind = true;
                }
                Ok(Some(Told::NoSource(source, fault))) => {
                    self.absent.insert(source);
                    notices.push(Notice::fault(&fault));
                }
                Ok(Some(Told::Done(there))) => {
                    self.retain_only(there.as_ref());
                    // A source may have been taken away while it was being read.
                    self.drop_lost_files();
                    self.behind = true;
                }
                Err(()) => {
                    if !reading.is_done {
                        self.stopped = Some(reading.progress());
                    }
                    self.reading = None;
                    self.revision += 1;
                }
            }
        }
        notices
    }

    fn retain_only(&mut self, there: Option<&BTreeSet<PathBuf>>) {
        let Some(there) = there else { return };
        self.inbox.retain(|file| there.contains(file));
    }

    /// How long until [`RoundSession::tick`] has something to do; `None` where nothing waits.
    pub(in crate::app) fn wait(&self, now: Instant) -> Option<Duration> {
        let is_at_work = self.reading.is_some() || self.gathering.is_some();
        let look = (is_at_work || !self.jobs.is_empty()).then_some(BETWEEN_LOOKS);
        look.into_iter().chain(self.work.wait(now)).min()
    }
}
