//! What the program tells, and the settings, which it writes when they have settled.

use std::time::{Duration, Instant};

use super::{App, Happened, Notice, NoticeKind, SaveState};
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

    pub(super) fn tell_what_happened(&mut self, happened: Vec<Happened>) {
        for each in happened {
            let notice = match each {
                Happened::SendingEnded => {
                    self.tell_sending();
                    continue;
                }
                Happened::PutBack => {
                    let path = self.session.as_ref().map(|session| session.path().into());
                    Notice::new(NoticeKind::PutBack(path.unwrap_or_default()))
                }
                Happened::BackupFailed(reason) => Notice {
                    message: NoticeKind::BackupFailed,
                    details: vec![reason],
                },
                Happened::RescueFailed(reason) => Notice::new(NoticeKind::RescueFailed(reason)),
                Happened::LeftOver(holder) => Notice::new(NoticeKind::LeftOver(holder)),
            };
            self.notify(notice);
        }
        let state = self.session.as_ref().map(|session| session.save_state());
        if matches!(state, Some(SaveState::Saved(_))) {
            self.notices.retain(|notice| {
                // What these say is not true any more.
                !matches!(
                    notice.message,
                    NoticeKind::RescueFailed(_) | NoticeKind::NotLeft(_)
                )
            });
        }
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
        let Some(folders) = &self.folders else { return };
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
