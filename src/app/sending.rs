//! Sending from the window, in the order that the command line follows: the reply is made and read
//! back, its revision is noted in the assessment, the assessment is saved, and only then is the
//! file written. All that takes time runs on a thread of its own; the thread waits before the last
//! step until the session tells it that the note is on disk.

mod program;
mod work;

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Sender, channel};
use std::time::Duration;

use self::work::Work;
use super::delivery::{Form, Packed};
use super::evidence;
use super::file::Existing;
use super::session::{Session, SessionEvent};
use super::submit::{Request, SubmitError, last_sent};
use super::task::{Progress, Task, Wake};
use crate::domain::{Change, Explain as _, Message, Stamp, Submission};

/// What is to be sent, and where to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// What is sent, and who releases it.
    pub request: Request,
    /// What is written.
    pub form: Form,
    /// Where the file goes.
    pub path: PathBuf,
    /// What becomes of a file that is there.
    pub existing: Existing,
}

/// How far sending is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// The reply is made and read back.
    Making,
    /// Its revision is noted, and the assessment is being saved.
    Saving,
    /// The file is written and read back.
    Writing,
}

/// A reply that is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    pub revision: u32,
    /// The short code of its seal.
    pub code: String,
    /// What was written.
    pub form: Form,
    /// What went into the package beside the reply, where it is one.
    pub packed: Option<Packed>,
    /// Where.
    pub path: PathBuf,
    /// Whether it is the reply that was sent last, since nothing has changed.
    pub is_again: bool,
    /// For a sample, the document that it was reconstructed from.
    pub sample: Option<String>,
    /// The draft of the cover letter.
    pub letter: String,
    /// Why no copy could be kept, if none could.
    pub not_kept: Option<Message>,
}

/// Why no file was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// What happened and what to do.
    pub reasons: Vec<Message>,
    /// The revision that was noted all the same; the same reply is offered again under it, unless
    /// something changes.
    pub noted: Option<u32>,
}

/// What is on its way, what came of it, and what was sent last.
#[derive(Debug, Default)]
pub struct Outbox {
    job: Option<Job>,
    outcome: Option<Result<Reply, Failure>>,
    /// The reply that was sent last, where a copy of it was kept.
    last: Option<Submission>,
    /// Whether somebody has looked for that copy.
    recalled: bool,
    recalling: Option<Task<Option<Submission>>>,
    number: u64,
}

#[derive(Debug)]
struct Job {
    task: Task<WorkStep>,
    go: Sender<()>,
    stage: Stage,
    /// What was noted and has to be on disk before the thread goes on.
    awaited: Option<Awaited>,
}

#[derive(Debug)]
struct Awaited {
    /// The revision of the reply.
    noted: u32,
    stamp: Stamp,
    /// The revision of the session that has to be saved.
    saved: u64,
}

/// What the thread tells.
enum WorkStep {
    /// The reply is made; this is to be noted and saved, if anything is.
    Made(Option<Note>),
    /// The thread is at its end, with the reply that a copy is kept of now, if one is.
    Ended(Result<Reply, Failure>, Option<Box<Submission>>),
}

/// What is noted in the assessment before the file is written.
struct Note {
    change: Change,
    stamp: Stamp,
    revision: u32,
}

impl Failure {
    /// Nothing was noted yet.
    fn before(reasons: Vec<Message>) -> Self {
        Self {
            reasons,
            noted: None,
        }
    }
}

impl Outbox {
    /// How far sending is, while something is on its way.
    pub fn stage(&self) -> Option<Stage> {
        self.job.as_ref().map(|job| job.stage)
    }

    /// What came of the last sending since the assessment was opened.
    pub fn outcome(&self) -> Option<Result<&Reply, &Failure>> {
        self.outcome.as_ref().map(Result::as_ref)
    }

    /// The reply that was sent last, where a copy of it was kept.
    pub fn last(&self) -> Option<&Submission> {
        self.last.as_ref()
    }

    /// Counts what has changed here, so that what is derived can be kept until then.
    pub fn number(&self) -> u64 {
        self.number
    }

    fn end(&mut self, outcome: Result<Reply, Failure>) {
        self.job = None;
        self.outcome = Some(outcome);
        self.number += 1;
    }
}

impl Session {
    /// What is on its way to the receiving office, and what was sent.
    pub fn outbox(&self) -> &Outbox {
        &self.outbox
    }

    /// Begins to send; nothing, where the assessment is there to read or something is on its way.
    pub(super) fn send(&mut self, order: Order, state_name: String, wake: Wake) {
        if !self.can_write() || self.outbox.job.is_some() {
            return;
        }
        let (go, gone) = channel();
        let beside = self.evidence_beside().unwrap_or(self.path());
        let work = Work {
            instrument: Arc::clone(self.instrument()),
            assessment: self.assessment().clone(),
            order,
            state_name,
            backups: self.backups().cloned(),
            evidence_folder: evidence::folder(beside),
        };
        let task = Task::stream("sending", 1, wake, move |worker| work.run(worker, &gone));
        self.outbox.outcome = None;
        self.outbox.number += 1;
        self.outbox.job = Some(Job {
            task,
            go,
            stage: Stage::Making,
            awaited: None,
        });
    }

    /// Looks for the reply that was sent last, once; beside the window, where it takes longer than
    /// that.
    pub(super) fn recall_sent(&mut self, patience: Duration) {
        if self.outbox.recalled {
            return;
        }
        self.outbox.recalled = true;
        let (assessment, backups) = (self.assessment().clone(), self.backups().cloned());
        let wake = Arc::clone(self.work.wake());
        let task = Task::spawn("last-reply", wake, move || {
            let last = last_sent(&assessment, backups.as_ref());
            last.map(|(sealed, _)| sealed.submission)
        });
        let progress = task.wait(patience);
        self.outbox.recalling = Some(task);
        self.recalled(progress);
    }

    fn recalled(&mut self, progress: Progress<Option<Submission>>) {
        if let Progress::Ready(last) = progress {
            self.outbox.last = last;
            self.outbox.number += 1;
            self.outbox.recalling = None;
        }
    }

    /// Takes in what the thread has told; before anything is given to the disk, so that a note
    /// goes there at once.
    pub(super) fn poll_sending(&mut self) -> Option<SessionEvent> {
        if let Some(task) = &self.outbox.recalling {
            let progress = task.poll();
            self.recalled(progress);
        }
        while let Some(job) = &self.outbox.job {
            match job.task.poll() {
                Progress::Pending => return None,
                Progress::Ready(WorkStep::Made(None)) => self.let_write(),
                Progress::Ready(WorkStep::Made(Some(note))) => self.note_reply(note),
                Progress::Ready(WorkStep::Ended(outcome, kept)) => {
                    if let Some(kept) = kept {
                        self.outbox.last = Some(*kept);
                    } else {
                        self.outbox.recalled = false;
                        self.recall_sent(Duration::ZERO);
                    }
                    self.outbox.end(outcome);
                    return Some(SessionEvent::SendingEnded);
                }
                Progress::Ended => {
                    let fault = SubmitError::NotEncoded(vec![Message::new("submit-stopped")]);
                    self.outbox.end(Err(Failure::before(vec![fault.message()])));
                    return Some(SessionEvent::SendingEnded);
                }
            }
        }
        None
    }

    fn note_reply(&mut self, note: Note) {
        let Note {
            change,
            stamp,
            revision,
        } = note;
        match self.note(change, stamp.clone()) {
            Ok(()) => {
                let saved = self.revision();
                if let Some(job) = &mut self.outbox.job {
                    job.stage = Stage::Saving;
                    job.awaited = Some(Awaited {
                        noted: revision,
                        stamp,
                        saved,
                    });
                }
            }
            Err(fault) => self.outbox.end(Err(Failure::before(vec![fault.message()]))),
        }
    }

    fn let_write(&mut self) {
        if let Some(job) = &mut self.outbox.job {
            job.stage = Stage::Writing;
            job.awaited = None;
            // A thread that has ended meanwhile has told why.
            job.go.send(()).ok();
        }
    }

    /// Lets the thread write once the note is on disk; where it could not be brought there, takes
    /// the note back, and nothing is written.
    pub(super) fn release_sending(&mut self) -> Option<SessionEvent> {
        let awaited = self.outbox.job.as_ref()?.awaited.as_ref()?;
        if self.work.has_saved(awaited.saved) {
            self.let_write();
            return None;
        }
        let reason = self.work.fault()?.message();
        let (revision, stamp) = (awaited.noted, awaited.stamp.clone());
        // Without the file, no revision was given out.
        let reason = match self.note(Change::Sent(revision, None), stamp) {
            Ok(()) => reason,
            Err(fault) => fault.message(),
        };
        self.outbox.end(Err(Failure::before(vec![reason])));
        Some(SessionEvent::SendingEnded)
    }
}
