//! What the program tells, and the settings, which it writes when they have settled.

use std::sync::Arc;
use std::time::{Duration, Instant};

use super::notice::Work;
use super::sending::Outbox;
use super::session::{Session, SessionEvent};
use super::work::{FINISH_TIMEOUT, WorkEvent};
use super::{App, Notice, NoticeKind, Progress, SaveState, Task};
use crate::domain::Explain as _;
use crate::store::{Settings, StoreError};

impl App {
    /// How long changed settings wait for further changes until they are written: a name is typed
    /// letter by letter.
    pub const SETTINGS_SETTLE: Duration = Duration::from_secs(1);

    /// Shows a notice, unless the same is shown already.
    pub(super) fn notify(&mut self, notice: Notice) {
        if !self.notices.contains(&notice) {
            self.notices.push(notice);
        }
    }

    pub(super) fn notify_of_session(&mut self, events: Vec<SessionEvent>) {
        for event in events {
            match event {
                SessionEvent::SendingEnded => {
                    let outbox = self.session.as_ref().map(Session::outbox);
                    if matches!(outbox.and_then(Outbox::outcome), Some(Err(_))) {
                        // What was to be sent and is not, is looked at first.
                        self.refuse_to_leave();
                    }
                    self.tell_sending();
                }
                SessionEvent::Work(event) => self.notify_of_work(Work::Assessment, vec![event]),
            }
        }
        self.dismiss_what_is_over();
    }

    pub(super) fn notify_of_work(&mut self, work: Work, events: Vec<WorkEvent>) {
        for event in events {
            self.notify(Notice::of_work(work, event));
        }
    }

    /// Takes away what was said of work that is saved by now.
    pub(super) fn dismiss_what_is_over(&mut self) {
        let is_saved = |state| matches!(state, Some(SaveState::Saved(_)));
        let assessment = is_saved(self.session.as_ref().map(|session| session.save_state()));
        let round = is_saved(self.round.as_ref().and_then(|round| round.save_state()));
        self.notices.retain(|notice| match notice.message {
            NoticeKind::RescueFailed(Work::Assessment, _)
            | NoticeKind::NotLeft(Work::Assessment, _) => !assessment,
            NoticeKind::RescueFailed(Work::Round, _) | NoticeKind::NotLeft(Work::Round, _) => {
                !round
            }
            NoticeKind::RoundNotSaved => !round,
            _ => true,
        });
    }

    pub(super) fn change_settings(&mut self, settings: Settings) {
        self.settings = settings;
        self.settings_due
            .get_or_insert_with(|| Instant::now() + Self::SETTINGS_SETTLE);
    }

    /// Writes the settings, if they have changed and are due by then; `None` for at once.
    pub(super) fn settle_settings(&mut self, now: Option<Instant>) {
        if let Some(task) = &self.settings_writing {
            let progress = task.poll();
            self.settings_written(progress);
        }
        if let Some(due) = self.settings_due
            && now.is_none_or(|now| due <= now)
        {
            self.save_settings();
        }
    }

    /// Writes the settings beside the window, after what is being written of them.
    pub(super) fn save_settings(&mut self) {
        self.settings_due = None;
        let Some(folders) = self.folders.clone().filter(|_| self.keeps_settings) else {
            return;
        };
        if self.writes_settings() {
            self.settings_due = Some(Instant::now() + Self::SETTINGS_SETTLE);
            return;
        }
        let settings = self.settings.clone();
        let task = Task::spawn("settings", Arc::clone(&self.wake), move || {
            settings.save(&folders)
        });
        let progress = task.wait(self.patience());
        self.settings_writing = Some(task);
        self.settings_written(progress);
    }

    /// Whether settings are being written.
    pub(super) fn writes_settings(&self) -> bool {
        self.settings_writing.is_some()
    }

    fn settings_written(&mut self, progress: Progress<Result<(), StoreError>>) {
        match progress {
            Progress::Pending => return,
            Progress::Ready(Err(fault)) => {
                self.notify(Notice::new(NoticeKind::SettingsFault(fault.message())));
            }
            Progress::Ready(Ok(())) | Progress::Ended => {}
        }
        self.settings_writing = None;
    }
}

impl Drop for App {
    fn drop(&mut self) {
        if let Some(task) = self.settings_writing.take() {
            task.wait(FINISH_TIMEOUT);
        }
        self.settle_settings(None);
        if let Some(task) = self.settings_writing.take() {
            task.wait(FINISH_TIMEOUT);
        }
    }
}
