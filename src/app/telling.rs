//! What the program tells, and the settings, which it writes when they have settled.

use std::time::{Duration, Instant};

use super::notice::Work;
use super::session::SessionEvent;
use super::work::WorkEvent;
use super::{App, Notice, NoticeKind, SaveState};
use crate::store::Settings;

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
                SessionEvent::SendingEnded => self.tell_sending(),
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
        let round = is_saved(self.desk.as_ref().and_then(|desk| desk.save_state()));
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
        if let Some(due) = self.settings_due
            && now.is_none_or(|now| due <= now)
        {
            self.save_settings();
        }
    }

    pub(super) fn save_settings(&mut self) {
        self.settings_due = None;
        let Some(folders) = self.folders.as_ref().filter(|_| self.keeps_settings) else {
            return;
        };
        if let Err(fault) = self.settings.save(folders) {
            self.notify(Notice::new(NoticeKind::SettingsFault(fault.to_string())));
        }
    }
}

impl Drop for App {
    fn drop(&mut self) {
        self.settle_settings(None);
    }
}
