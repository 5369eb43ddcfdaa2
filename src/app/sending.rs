//! Sending from the window, in the order that the command line follows: the reply is made and read
//! back, its revision is noted in the assessment, the assessment is saved, and only then is the
//! file written. All that takes time runs on a thread of its own; the thread waits before the last
//! step until the session tells it that the note is on disk.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, TryRecvError, channel};
use std::thread;
use std::time::{Duration, Instant};

use super::access::{Access, SaveState};
use super::delivery::{self, Form, check_place, deliver};
use super::file::Existing;
use super::letter::cover_letter;
use super::session::{Happened, Session};
use super::submit::{Prepared, Request, SubmitError, last_sent, prepare};
use super::{App, Message, Notice, Route, evidence, file};
use crate::domain::{Assessment, Change, Instrument, Release, Stamp, Submission};
use crate::store::{self, Backups};

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
    /// Its revision.
    pub revision: u32,
    /// The short code of its seal.
    pub code: String,
    /// What was written.
    pub form: Form,
    /// Where.
    pub path: PathBuf,
    /// Whether it is the reply that was sent last, since nothing has changed.
    pub is_again: bool,
    /// For a sample, the document that it was reconstructed from.
    pub sample: Option<String>,
    /// The draft of the cover letter.
    pub letter: String,
    /// Why no copy could be kept, if none could.
    pub not_kept: Option<String>,
}

/// Why no file was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// What happened and what to do, in a sentence.
    pub reason: String,
    /// The revision that was noted all the same; the same reply is offered again under it, unless
    /// something changes.
    pub noted: Option<u32>,
}

/// What is on its way, what came of it, and what was sent last.
#[derive(Debug, Default)]
pub struct Outbox {
    job: Option<Job>,
    outcome: Option<Result<Reply, Failure>>,
    /// The reply that was sent last, as it was kept; `None` before anybody has looked.
    last: Option<Option<Submission>>,
    number: u64,
}

#[derive(Debug)]
struct Job {
    heard: Receiver<Heard>,
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
enum Heard {
    /// The reply is made; this is to be noted and saved, if anything is.
    Made(Option<Note>),
    /// The thread is at its end.
    Ended(Box<Result<(Reply, Submission), Failure>>),
}

/// What is noted in the assessment before the file is written.
struct Note {
    change: Change,
    stamp: Stamp,
    revision: u32,
}

impl Failure {
    /// Nothing was noted yet.
    fn before(reason: String) -> Self {
        Self {
            reason,
            noted: None,
        }
    }
}

impl Outbox {
    /// How far sending is, while something is on its way.
    #[must_use]
    pub fn stage(&self) -> Option<Stage> {
        self.job.as_ref().map(|job| job.stage)
    }

    /// What came of the last sending since the assessment was opened.
    #[must_use]
    pub fn outcome(&self) -> Option<Result<&Reply, &Failure>> {
        self.outcome.as_ref().map(Result::as_ref)
    }

    /// The reply that was sent last, where a copy of it was kept.
    #[must_use]
    pub fn last(&self) -> Option<&Submission> {
        self.last.as_ref()?.as_ref()
    }

    /// Counts what has changed here, so that what is derived can be kept until then.
    #[must_use]
    pub fn number(&self) -> u64 {
        self.number
    }

    fn end(&mut self, outcome: Result<Reply, Failure>) {
        self.job = None;
        self.outcome = Some(outcome);
        self.number += 1;
    }
}

/// What the thread works with.
struct Work {
    instrument: Arc<Instrument>,
    assessment: Assessment,
    order: Order,
    state_name: String,
    backups: Option<Backups>,
    evidence_folder: PathBuf,
}

impl Work {
    fn run(self, tell: &dyn Fn(Heard), go: &Receiver<()>) {
        let (prepared, contents) = match self.make() {
            Ok(made) => made,
            Err(fault) => {
                let reason = fault.to_string();
                tell(Heard::Ended(Box::new(Err(Failure::before(reason)))));
                return;
            }
        };
        let Release { name, body, .. } = prepared.submission.release.clone();
        let stamp = Stamp {
            who: name,
            body,
            when: store::now_in_seconds(),
        };
        let revision = prepared.submission.revision;
        let change = prepared.change(stamp.clone());
        tell(Heard::Made(change.map(|change| Note {
            change,
            stamp,
            revision,
        })));
        // Nobody lets it go on where the note could not be saved: then nothing is written.
        if go.recv().is_ok() {
            tell(Heard::Ended(Box::new(self.write(prepared, &contents))));
        }
    }

    fn make(&self) -> Result<(Prepared, Vec<u8>), SubmitError> {
        let Order { request, form, .. } = &self.order;
        check_place(&self.order.path, self.order.existing)?;
        let prepared = prepare(
            &self.instrument,
            &self.assessment,
            request.clone(),
            self.backups.as_ref(),
        )?;
        let contents = delivery::contents(&prepared, *form, &self.evidence_folder)?;
        Ok((prepared, contents))
    }

    fn write(&self, prepared: Prepared, contents: &[u8]) -> Result<(Reply, Submission), Failure> {
        let Order {
            form,
            path,
            existing,
            ..
        } = &self.order;
        let delivery = deliver(&prepared, contents, path, *existing, self.backups.as_ref());
        let revision = prepared.submission.revision;
        delivery.written.map_err(|fault| Failure {
            reason: fault.to_string(),
            noted: delivery.not_kept.is_none().then_some(revision),
        })?;
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let reply = Reply {
            revision,
            code: prepared.seal.code(),
            form: *form,
            path: path.clone(),
            is_again: prepared.is_again,
            sample: prepared.submission.sample.clone(),
            letter: cover_letter(&prepared, &self.state_name, &name),
            not_kept: delivery.not_kept.map(|fault| fault.to_string()),
        };
        Ok((reply, prepared.submission))
    }
}

impl Session {
    /// What is on its way to the receiving office, and what was sent.
    #[must_use]
    pub fn outbox(&self) -> &Outbox {
        &self.outbox
    }

    /// Begins to send; nothing, where the assessment is there to read or something is on its way.
    pub(super) fn send(
        &mut self,
        order: Order,
        state_name: String,
        wake: impl Fn() + Send + 'static,
    ) {
        if !self.can_write() || self.outbox.job.is_some() {
            return;
        }
        let (teller, heard) = channel();
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
        thread::spawn(move || {
            let tell = |heard| {
                // Nobody listens any more where the assessment was closed meanwhile.
                teller.send(heard).ok();
                wake();
            };
            work.run(&tell, &gone);
        });
        self.outbox.outcome = None;
        self.outbox.number += 1;
        self.outbox.job = Some(Job {
            heard,
            go,
            stage: Stage::Making,
            awaited: None,
        });
    }

    /// Looks for the reply that was sent last, once.
    pub(super) fn recall_sent(&mut self) {
        if self.outbox.last.is_none() {
            let last = last_sent(self.assessment(), self.backups());
            self.outbox.last = Some(last.map(|(sealed, _)| sealed.submission));
            self.outbox.number += 1;
        }
    }

    /// Takes in what the thread has told; before anything is given to the disk, so that a note
    /// goes there at once.
    pub(super) fn hear_sending(&mut self) -> Option<Happened> {
        while let Some(job) = &self.outbox.job {
            match job.heard.try_recv() {
                Err(TryRecvError::Empty) => return None,
                Ok(Heard::Made(None)) => self.let_write(),
                Ok(Heard::Made(Some(note))) => self.note_reply(note),
                Ok(Heard::Ended(ended)) => {
                    let outcome = ended.map(|(reply, submission)| {
                        self.outbox.last =
                            Some(Some(submission).filter(|_| reply.not_kept.is_none()));
                        reply
                    });
                    self.outbox.end(outcome);
                    return Some(Happened::SendingEnded);
                }
                Err(TryRecvError::Disconnected) => {
                    let fault = SubmitError::ReadsBackDifferently.to_string();
                    self.outbox.end(Err(Failure::before(fault)));
                    return Some(Happened::SendingEnded);
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
            Err(fault) => self.outbox.end(Err(Failure::before(fault.to_string()))),
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
    pub(super) fn release_sending(&mut self) -> Option<Happened> {
        let awaited = self.outbox.job.as_ref()?.awaited.as_ref()?;
        let Access::Write(writer) = &self.access else {
            return None;
        };
        if awaited.saved <= writer.saved_revision {
            self.let_write();
            return None;
        }
        let reason = writer.fault.as_ref()?.to_string();
        let (revision, stamp) = (awaited.noted, awaited.stamp.clone());
        // Without the file, no revision was given out.
        let reason = match self.note(Change::Sent(revision, None), stamp) {
            Ok(()) => reason,
            Err(fault) => fault.to_string(),
        };
        self.outbox.end(Err(Failure::before(reason)));
        Some(Happened::SendingEnded)
    }

    /// Waits for what is on its way, though not for ever.
    pub(super) fn settle_sending(&mut self, longest: Duration) -> Vec<Happened> {
        const STEP: Duration = Duration::from_millis(10);
        let end = Instant::now() + longest;
        let mut happened = Vec::new();
        while self.outbox.job.is_some() && Instant::now() < end {
            happened.extend(self.tick(Instant::now()));
            thread::park_timeout(STEP);
        }
        happened
    }
}

impl App {
    /// Begins to send the reply.
    pub(super) fn submit(&mut self, order: Order) {
        let wake = self.waker();
        let Some(session) = &mut self.session else {
            return;
        };
        session.end_run();
        let state = session.assessment().profile.state;
        let name = self.library.states.name(state);
        session.send(order, name.to_string(), wake);
    }

    /// Who would release a reply now, as far as that is known: as with the last one, else the user.
    #[must_use]
    pub fn suggested_release(&self) -> Release {
        let last = self
            .session()
            .and_then(|session| session.assessment().sent.last());
        let date = self.today();
        match last {
            Some(last) => Release {
                name: last.released_by.who.clone(),
                title: last.title.clone(),
                body: last.released_by.body.clone(),
                date,
                reference: last.reference.clone(),
            },
            None => Release {
                name: self.settings().name.clone(),
                title: String::new(),
                body: self.stamp().body,
                date,
                reference: String::new(),
            },
        }
    }

    /// Writes the draft of the cover letter of the reply that was written.
    pub(super) fn save_letter(&mut self, path: PathBuf, existing: Existing) {
        let outcome = self
            .session()
            .and_then(|session| session.outbox().outcome());
        let Some(Ok(reply)) = outcome else { return };
        let written = check_place(&path, existing).and_then(|()| {
            file::write(&path, reply.letter.as_bytes(), existing).map_err(SubmitError::from)
        });
        self.notify(match written {
            Ok(()) => Notice::new(Message::LetterSaved(path)),
            Err(fault) => Notice::fault(&fault),
        });
    }

    /// Tells what came of sending where nobody looks at the screen that shows it.
    pub(super) fn tell_sending(&mut self) {
        if *self.route() == Route::Submit {
            return;
        }
        let outcome = self
            .session()
            .and_then(|session| session.outbox().outcome());
        let notice = match outcome {
            Some(Ok(reply)) => Notice::new(Message::ReplyWritten(reply.path.clone())),
            Some(Err(failure)) => Notice::fault(&failure.reason),
            None => return,
        };
        self.notify(notice);
    }
}
