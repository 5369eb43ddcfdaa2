//! When to save by itself: a rule without a clock of its own.
//!
//! A change waits in memory for at most three quarters of a second, and then goes to the `Saver`, so
//! that it is on disk within about a second.

use std::time::{Duration, Instant};

/// How soon a change should be saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Urgency {
    /// At once: a click, or a field that is left.
    Now,
    /// Soon: a key in a text, with more to come.
    Typing,
}

/// When to save: at once for a click, and for typing at most [`AutosaveTimer::LONGEST_WAIT`] after
/// the *first* key that is not saved, so that someone who never pauses is saved too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct AutosaveTimer {
    due_at: Option<Instant>,
    failures: u32,
}

impl AutosaveTimer {
    /// The longest time for which a change stays in memory alone. Writing it takes time too.
    pub const LONGEST_WAIT: Duration = Duration::from_millis(750);

    /// After how long a failed save is tried again for the first time; each time it is twice as
    /// long, up to [`AutosaveTimer::LONGEST_RETRY`].
    pub const FIRST_RETRY: Duration = Duration::from_secs(5);

    /// The longest time between two tries.
    pub const LONGEST_RETRY: Duration = Duration::from_mins(1);

    /// Something has changed.
    pub fn changed(&mut self, now: Instant, urgency: Urgency) {
        let wanted = match urgency {
            Urgency::Now => now,
            Urgency::Typing => now + Self::LONGEST_WAIT,
        };
        self.due_at = Some(self.due_at.map_or(wanted, |due_at| due_at.min(wanted)));
    }

    /// Whether it is time to save.
    pub fn due(&self, now: Instant) -> bool {
        self.due_at.is_some_and(|due_at| due_at <= now)
    }

    /// How long until it is time to save; `None` where all that changed went to the saver.
    pub fn wait(&self, now: Instant) -> Option<Duration> {
        self.due_at.map(|due_at| due_at.duration_since(now))
    }

    /// What changed so far went to the saver.
    pub fn submitted(&mut self) {
        self.due_at = None;
    }

    /// A save succeeded.
    pub fn succeeded(&mut self) {
        self.failures = 0;
    }

    /// A save failed: it is due again after a while, and sooner where something changes.
    pub fn failed(&mut self, now: Instant) {
        let doubled = Self::FIRST_RETRY.saturating_mul(1 << self.failures.min(8));
        let retry_at = now + doubled.min(Self::LONGEST_RETRY);
        self.failures = self.failures.saturating_add(1);
        self.due_at = Some(self.due_at.map_or(retry_at, |due_at| due_at.min(retry_at)));
    }
}
