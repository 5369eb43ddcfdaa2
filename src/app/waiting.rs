//! What the window waits for: work on a disk, done on a thread of its own, and what the program does
//! once it is done. A disk may answer late, or never; meanwhile the window goes on, says what it
//! waits for, and whoever waits can give it up.

use std::mem;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use super::work::FINISH_TIMEOUT;
use super::{App, Leaves, Notice, Progress, Task, Work};
use crate::domain::Message;

/// For how long a command holds the window until what it waits for goes on beside it: most disks
/// answer sooner than anybody could see.
pub(super) const PATIENCE: Duration = Duration::from_millis(8);

/// For how long it may where nobody is there to be kept waiting.
pub(super) const LONG_PATIENCE: Duration = Duration::from_secs(30);

/// After how long the window says what it waits for.
const SHOWN_AFTER: Duration = Duration::from_millis(400);

/// How often it is looked whether all is on disk, while a command holds the window for it.
const BETWEEN_LOOKS: Duration = Duration::from_millis(1);

/// What the program does with what came of work on a disk.
pub(super) type Then = Box<dyn FnOnce(&mut App) + Send>;

/// What came of work on a disk.
pub(super) struct Done {
    /// What is left by taking it up, once that is on disk.
    leaves: Leaves,
    then: Then,
}

impl Done {
    /// What is open stays open.
    pub fn here(then: impl FnOnce(&mut App) + Send + 'static) -> Self {
        Self::leaving(Leaves::default(), then)
    }

    /// Another is open then.
    pub fn leaving(leaves: Leaves, then: impl FnOnce(&mut App) + Send + 'static) -> Self {
        Self {
            leaves,
            then: Box::new(then),
        }
    }
}

/// What work on a disk has to do with what is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Claim {
    /// Nothing: it shows something.
    Nothing,
    /// It uses or changes that, which is not left before it is done.
    Uses(Leaves),
    /// Another takes its place. Whoever asks for still another does not wait for this any more.
    Leaves(Leaves),
}

impl Claim {
    fn uses(self, leaves: Leaves) -> bool {
        matches!(self, Self::Uses(used) if used.overlap(leaves))
    }

    fn leaves(self) -> Leaves {
        match self {
            Self::Leaves(leaves) => leaves,
            Self::Nothing | Self::Uses(_) => Leaves::default(),
        }
    }
}

/// Something that the window waits for.
pub struct Waiting {
    /// Tells it from all others.
    pub number: u64,
    /// What it is.
    pub what: Message,
    claim: Claim,
    since: Instant,
    step: Step,
}

enum Step {
    /// It is done beside the window.
    Working(Task<Done>),
    /// What is open is brought to disk before it is left.
    Saving(Then),
    /// It is done, and can be taken up as soon as nothing typed is lost by that.
    Ready(Done),
    /// It came to nothing.
    Over,
}

/// What the program waits for.
pub(super) struct Waits {
    list: Vec<Waiting>,
    begun: u64,
    /// Since when the window has been about to close.
    closing: Option<Instant>,
    /// Counts the times that something was to be done before leaving, and could not be.
    refusals: u64,
    patience: Duration,
}

impl Waits {
    pub fn new(patience: Duration) -> Self {
        Self {
            list: Vec::new(),
            begun: 0,
            closing: None,
            refusals: 0,
            patience,
        }
    }

    fn add(&mut self, what: Message, claim: Claim, since: Instant, step: Step) {
        self.begun += 1;
        self.list.push(Waiting {
            number: self.begun,
            what,
            claim,
            since,
            step,
        });
    }
}

impl App {
    /// For how long a command may hold the window until what it waits for goes on beside it.
    pub fn patience(&self) -> Duration {
        self.waits.patience
    }

    pub fn set_patience(&mut self, patience: Duration) {
        self.waits.patience = patience;
    }

    /// What the window has waited for so long that it says so, with its number.
    pub fn waiting(&self) -> impl Iterator<Item = &Waiting> {
        let waits = self.waits.list.iter();
        waits.filter(|waiting| SHOWN_AFTER <= waiting.since.elapsed())
    }

    /// Whether something is done on a disk beside the window, other than saving.
    pub fn is_busy(&self) -> bool {
        let session = self.session.as_ref();
        let session = session.is_some_and(|it| it.work.is_copying() || it.is_keeping_draft());
        let round = self.round.as_ref().is_some_and(|it| it.work.is_copying());
        let waits = !self.waits.list.is_empty() || self.is_closing();
        waits || session || round || self.writes_settings()
    }

    /// Whether something is being copied or saved that what is open is used for; where it is, that is
    /// told, since its place must not change meanwhile.
    pub(super) fn is_in_use(&mut self, leaves: Leaves) -> bool {
        let is_used = self
            .waits
            .list
            .iter()
            .any(|waiting| waiting.claim.uses(leaves));
        if is_used {
            self.notify(Notice::fault(&Message::new("files-in-use")));
        }
        is_used
    }

    /// Whether the window is to close once all is on disk.
    pub fn is_closing(&self) -> bool {
        self.waits.closing.is_some()
    }

    /// Whether it has been about to close for so long that it says so.
    pub fn closes_slowly(&self) -> bool {
        let since = self.waits.closing;
        since.is_some_and(|since| SHOWN_AFTER <= since.elapsed())
    }

    /// Gives up waiting. What is being done on the disk goes on there, and nothing comes of it here.
    pub(super) fn stop_waiting(&mut self, number: u64) {
        self.waits.list.retain(|waiting| waiting.number != number);
    }

    /// Waits for nothing more that uses or takes the place of this, which is given up.
    pub(super) fn forget_waits_of(&mut self, given_up: Leaves) {
        self.waits.list.retain(|waiting| {
            !waiting.claim.uses(given_up) && !waiting.claim.leaves().overlap(given_up)
        });
    }

    /// Gives up closing the window.
    pub(super) fn stop_closing(&mut self) {
        self.waits.closing = None;
    }

    /// Does work on a disk beside the window, and goes on with what came of it; what is open stays
    /// open.
    pub(super) fn beside<T: Send + 'static>(
        &mut self,
        what: Message,
        claim: Claim,
        work: impl FnOnce() -> T + Send + 'static,
        then: impl FnOnce(&mut Self, T) + Send + 'static,
    ) {
        self.wait_for(what, claim, move || {
            let came = work();
            Done::here(move |app| then(app, came))
        });
    }

    /// As [`App::beside`], where the work itself finds out what is left by taking it up.
    pub(super) fn wait_for(
        &mut self,
        what: Message,
        claim: Claim,
        work: impl FnOnce() -> Done + Send + 'static,
    ) {
        let leaves = claim.leaves();
        self.waits
            .list
            .retain(|waiting| !waiting.claim.leaves().overlap(leaves));
        let since = Instant::now();
        let task = Task::spawn("disk", Arc::clone(&self.wake), work);
        match task.wait(self.patience()) {
            Progress::Ready(done) if done.leaves.are_within(leaves) => {
                self.leave(done.leaves, done.then);
            }
            Progress::Ready(done) => self.waits.add(what, claim, since, Step::Ready(done)),
            Progress::Pending => self.waits.add(what, claim, since, Step::Working(task)),
            Progress::Ended => self.notify(stopped()),
        }
    }

    /// Leaves what is open once all of it is on disk, and goes on; where it cannot be brought there,
    /// says so, and leaves nothing.
    pub(super) fn leave(&mut self, leaves: Leaves, then: impl FnOnce(&mut Self) + Send + 'static) {
        if leaves == Leaves::default() {
            return then(self);
        }
        self.begin_finish(leaves);
        let since = Instant::now();
        match self.finish_within(leaves, since, self.patience()) {
            Some(true) => then(self),
            Some(false) => self.tell_not_left(leaves),
            None => {
                let (what, claim) = (Message::new("waiting-to-leave"), Claim::Leaves(leaves));
                let step = Step::Saving(Box::new(then));
                self.waits.add(what, claim, since, step);
            }
        }
    }

    /// Looks what has come of all that is waited for; how long until there is something to say.
    pub(super) fn poll_waiting(&mut self) -> Option<Duration> {
        for position in 0..self.waits.list.len() {
            let Some(waiting) = self.waits.list.get_mut(position) else {
                break;
            };
            let (leaves, since) = (waiting.claim.leaves(), waiting.since);
            let step = mem::replace(&mut waiting.step, Step::Over);
            let step = self.look_at(step, leaves, since);
            if let Some(waiting) = self.waits.list.get_mut(position) {
                waiting.step = step;
            }
        }
        self.waits
            .list
            .retain(|waiting| !matches!(waiting.step, Step::Over));
        let begun = self.waits.list.iter().map(|waiting| waiting.since);
        let unsaid = begun
            .chain(self.waits.closing)
            .map(|since| SHOWN_AFTER.saturating_sub(since.elapsed()))
            .filter(|rest| !rest.is_zero());
        unsaid.min()
    }

    fn look_at(&mut self, step: Step, leaves: Leaves, since: Instant) -> Step {
        match step {
            Step::Working(task) => match task.poll() {
                Progress::Ready(done) => Step::Ready(done),
                Progress::Pending => Step::Working(task),
                Progress::Ended => {
                    self.notify(stopped());
                    Step::Over
                }
            },
            Step::Saving(then) => match self.is_finished(leaves, since) {
                Some(true) => Step::Ready(Done { leaves, then }),
                Some(false) => {
                    self.tell_not_left(leaves);
                    Step::Over
                }
                None => Step::Saving(then),
            },
            step => step,
        }
    }

    /// Goes on with what is done, but for what would leave something in which words are `held`.
    pub fn take_up(&mut self, held: Leaves) {
        let waits = mem::take(&mut self.waits.list);
        let (ready, rest): (Vec<_>, Vec<_>) = waits.into_iter().partition(
            |waiting| matches!(&waiting.step, Step::Ready(done) if !done.leaves.overlap(held)),
        );
        self.waits.list = rest;
        for waiting in ready {
            if let Step::Ready(done) = waiting.step {
                self.leave(done.leaves, done.then);
            }
        }
    }

    /// Brings everything to disk before the window closes; whether it may close now. Where that is
    /// not known yet, [`App::is_closing`] says so, and this is to be asked again.
    pub fn may_close(&mut self) -> bool {
        // Only the first question holds the window: it is asked again in each frame.
        let patience = if self.is_closing() {
            Duration::ZERO
        } else {
            self.settle_settings(None);
            self.begin_finish(Leaves::ALL);
            self.patience()
        };
        let since = *self.waits.closing.get_or_insert_with(Instant::now);
        let finished = self.finish_within(Leaves::ALL, since, patience);
        if finished.is_some() || self.waits.closing.is_none() {
            self.waits.closing = None;
            return finished == Some(true);
        }
        false
    }

    /// Brings everything to disk that can be brought there before long: nobody is there to be asked.
    pub fn save_now(&mut self) {
        self.settle_settings(None);
        self.begin_finish(Leaves::ALL);
        self.finish_within(Leaves::ALL, Instant::now(), FINISH_TIMEOUT);
    }

    /// Nothing is left or closed now: something that was to be done before could not be.
    pub(super) fn refuse_to_leave(&mut self) {
        self.waits.closing = None;
        self.waits.refusals += 1;
        self.waits
            .list
            .retain(|waiting| !matches!(waiting.step, Step::Saving(_)));
    }

    /// Waits until what is left is on disk, at most for so long; whether all of it is there, once
    /// that is known.
    fn finish_within(&mut self, leaves: Leaves, since: Instant, longest: Duration) -> Option<bool> {
        let end = Instant::now() + longest;
        let refusals = self.waits.refusals;
        loop {
            self.tick_work(Instant::now());
            if self.waits.refusals != refusals {
                return Some(false);
            }
            let finished = self.is_finished(leaves, since);
            if finished.is_some() || end <= Instant::now() {
                return finished;
            }
            thread::park_timeout(BETWEEN_LOOKS);
        }
    }

    fn begin_finish(&mut self, leaves: Leaves) {
        let now = Instant::now();
        if let Some(session) = self.session.as_mut().filter(|_| leaves.assessment) {
            session.work.begin_finish(now);
        }
        if let Some(round) = self.round.as_mut().filter(|_| leaves.round) {
            round.work.begin_finish(now);
        }
    }

    /// Whether all that would be left is on disk; `None` as long as that is not known.
    fn is_finished(&self, leaves: Leaves, since: Instant) -> Option<bool> {
        let mut waits = self.waits.list.iter();
        if waits.any(|waiting| waiting.claim.uses(leaves)) {
            return None;
        }
        let is_overdue = FINISH_TIMEOUT <= since.elapsed();
        let mut all = true;
        if let Some(session) = self.session.as_ref().filter(|_| leaves.assessment) {
            let sends = session.outbox().stage().is_some();
            if (sends || session.is_keeping_draft()) && !is_overdue {
                return None;
            }
            all &= session.work.is_finished(is_overdue)?;
        }
        if let Some(round) = self
            .round
            .as_ref()
            .filter(|it| leaves.round && !it.is_nothing())
        {
            all &= round.work.is_finished(is_overdue)?;
        }
        let writes = self.reports.is_writing() || self.writes_settings();
        if leaves == Leaves::ALL && writes && !is_overdue {
            return None;
        }
        Some(all)
    }

    fn tell_not_left(&mut self, leaves: Leaves) {
        for (work, is_left) in [
            (Work::Assessment, leaves.assessment),
            (Work::Round, leaves.round),
        ] {
            if is_left {
                self.notify_not_left(work);
            }
        }
    }
}

fn stopped() -> Notice {
    Notice::fault(&Message::new("files-stopped"))
}
