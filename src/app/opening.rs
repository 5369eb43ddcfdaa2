//! Which assessment is open: making one, opening one, moving it, closing it.

use std::path::Path;
use std::sync::Arc;

use super::file::{self, OpenError};
use super::{App, Happened, Message, Notice, QuestionView, ReadReason, Route, SaveState, Session};
use crate::domain::Assessment;
use crate::store::{self, RecentFile};

impl App {
    pub(super) fn create(&mut self, assessment: &Assessment, path: &Path, route: Route) {
        let path = file::with_ending(path);
        let instrument = &self.library.instrument;
        let folders = self.folders.as_ref();
        let wake = self.waker();
        let created = Session::create(assessment, &path, instrument, folders, &self.who(), wake);
        self.change_to(created, Some(route));
    }

    pub(super) fn open(&mut self, path: &Path) {
        let opened =
            |session: &Session| session.can_write() && store::is_same(session.path(), path);
        if self.session.as_ref().is_some_and(opened) {
            return;
        }
        let instrument = &self.library.instrument;
        let folders = self.folders.as_ref();
        let opened = Session::open(path, instrument, folders, &self.who(), self.waker());
        self.change_to(opened, None);
    }

    /// Goes on with another assessment, once it is there and this one is on disk.
    pub(super) fn change_to(
        &mut self,
        opened: Result<(Session, Vec<Happened>), OpenError>,
        route: Option<Route>,
    ) {
        match opened {
            Ok((session, happened)) if self.close() => self.enter(session, happened, route),
            Ok(_) => {}
            Err(fault) => self.notices.push(Notice::faults(fault.sentences())),
        }
    }

    fn enter(&mut self, session: Session, happened: Vec<Happened>, route: Option<Route>) {
        let unknown = session
            .assessment()
            .unknown_answers(self.instrument())
            .count();
        if unknown != 0 {
            self.notices
                .push(Notice::new(Message::UnknownAnswers(unknown)));
        }
        let route = route.unwrap_or_else(|| self.where_to_go_on(&session));
        self.session = Some(session);
        self.navigation.restart(Route::Start);
        self.navigation.go(route);
        self.remember();
        self.tell_what_happened(happened);
    }

    /// Where the work goes on: the profile while nothing is answered, else the first open question.
    fn where_to_go_on(&self, session: &Session) -> Route {
        if session.analysis().progress.done == 0 {
            return Route::Profile;
        }
        let Some(first) = self.path.first() else {
            return Route::Profile;
        };
        let assessment = session.assessment();
        let open = self.path.first_open(self.instrument(), assessment);
        Route::Question(open.unwrap_or(first).clone(), QuestionView::One)
    }

    pub(super) fn save_elsewhere(&mut self, path: &Path) {
        let path = file::with_ending(path);
        let (who, wake) = (self.who(), self.waker());
        let Some(session) = &mut self.session else {
            return;
        };
        match session.move_to(&path, &who, wake) {
            Ok(()) => {
                self.notices
                    .push(Notice::new(Message::SavedElsewhere(path)));
                self.remember();
            }
            Err(fault) => self.notices.push(Notice::fault(&fault)),
        }
    }

    /// Closes the assessment once all of it is on disk; whether nothing is open now.
    pub(super) fn close(&mut self) -> bool {
        let Some(session) = &mut self.session else {
            return true;
        };
        if !session.finish() {
            return false;
        }
        self.remember();
        self.session = None;
        self.navigation.restart(Route::Start);
        true
    }

    /// Puts the open file at the head of the recent ones.
    fn remember(&mut self) {
        let Some(session) = &self.session else { return };
        if let SaveState::ReadOnly(ReadReason::Backup(_)) = session.save_state() {
            return;
        }
        let assessment = session.assessment();
        let recent = RecentFile {
            path: std::path::absolute(session.path()).unwrap_or_else(|_| session.path().into()),
            state: Some(assessment.profile.state),
            title: assessment.call.title.clone(),
            due: assessment.call.due,
            opened: store::now(),
        };
        self.settings.recent.remember(recent);
        self.save_settings();
    }

    fn who(&self) -> String {
        if self.settings.name.is_empty() {
            store::user_name()
        } else {
            self.settings.name.clone()
        }
    }

    fn waker(&self) -> impl Fn() + Send + 'static {
        let wake = Arc::clone(&self.wake);
        move || wake()
    }
}
