//! Which assessment is open: making one, opening one, moving it, closing it.

use std::path::Path;
use std::sync::Arc;

use super::file::{self, OpenError};
use super::notice::Work;
use super::work::{Opening, WorkEvent};
use super::{App, Notice, NoticeKind, QuestionView, Route, SaveState, Session, evidence, example};
use crate::domain::{Assessment, Change, Edit, Levels, Profile, StateCode};
use crate::store::{self, Backup, Backups, RecentFile};

impl App {
    /// Makes a new assessment, and opens it.
    pub(super) fn make(&mut self, state: StateCode, levels: Levels, path: &Path) {
        let mut assessment = Assessment::new(self.instrument(), state, store::new_identity());
        let profile = Profile {
            levels,
            ..assessment.profile.clone()
        };
        let edit = Edit {
            stamp: self.stamp(),
            change: Change::Profile(Box::new(profile)),
        };
        if let Err(fault) = assessment.apply(&self.library.instrument, edit) {
            self.notify(Notice::fault(&fault));
        }
        self.create(&assessment, path, Route::Profile);
    }

    /// Makes a State's sample, and opens it.
    pub(super) fn make_example(&mut self, state: StateCode, path: &Path) {
        match example::assessment(self.instrument(), &self.library.round, state) {
            Ok(assessment) => {
                let first = self.path.first().cloned();
                let route = first.map_or(Route::Profile, |question| {
                    Route::Question(question, QuestionView::One)
                });
                self.create(&assessment, path, route);
            }
            Err(fault) => self.notify(Notice::fault(&fault)),
        }
    }

    /// Only where this one can be left, so that no new file stands there that nobody asked for.
    pub(super) fn create(&mut self, assessment: &Assessment, path: &Path, route: Route) {
        if !self.can_leave() {
            return;
        }
        let path = file::with_ending(path);
        let instrument = &self.library.instrument;
        let who = self.who();
        let created = Session::create(
            assessment,
            &self.opening(&path, &who),
            instrument,
            self.waker(),
        );
        self.change_to(created, Some(route));
    }

    pub(super) fn open_assessment(&mut self, path: &Path) {
        if self.writes_assessment(path) {
            return;
        }
        let instrument = &self.library.instrument;
        let who = self.who();
        let opened = Session::open(&self.opening(path, &who), instrument, self.waker());
        self.change_to(opened, None);
    }

    /// Opens to write what is in sight and open to read, where nobody surely has it open.
    pub(super) fn take_over(&mut self) {
        if self.round_in_sight() {
            self.take_over_round();
            return;
        }
        let Some(session) = &self.session else { return };
        if !session.save_state().may_be_taken_over() {
            return;
        }
        let path = session.path();
        let instrument = &self.library.instrument;
        let who = self.who();
        let opened = Session::take_over(&self.opening(path, &who), instrument, self.waker());
        let route = self.route().clone();
        self.change_to(opened, Some(route));
    }

    /// Opens a dated copy, to read.
    pub(super) fn open_backup(&mut self, backup: &Backup) {
        if Backups::is_of_round(backup) {
            self.open_round_backup(backup);
            return;
        }
        let (instrument, folders) = (&self.library.instrument, self.folders.as_ref());
        let opened = Session::open_backup(backup, instrument, folders, self.session.as_ref());
        self.change_to(opened.map(|session| (session, Vec::new())), None);
    }

    pub(super) fn opening<'a>(&'a self, path: &'a Path, who: &'a str) -> Opening<'a> {
        Opening {
            path,
            folders: self.folders.as_ref(),
            who,
        }
    }

    /// Goes on with another assessment, once it is there and this one is on disk.
    fn change_to(
        &mut self,
        opened: Result<(Session, Vec<WorkEvent>), OpenError>,
        route: Option<Route>,
    ) {
        match opened {
            Ok((session, events)) if self.close() => self.enter(session, events, route),
            Ok(_) => {}
            Err(fault) => self.notify(Notice::faults(fault.sentences())),
        }
    }

    fn enter(&mut self, session: Session, events: Vec<WorkEvent>, route: Option<Route>) {
        let unknown = session
            .assessment()
            .unknown_answers(self.instrument())
            .count();
        if unknown != 0 {
            self.notify(Notice::new(NoticeKind::UnknownAnswers(unknown)));
        }
        let route = route.unwrap_or_else(|| self.where_to_go_on(&session));
        self.session = Some(session);
        self.sessions += 1;
        self.navigation.restart(Route::Start);
        self.navigation.go(route);
        self.remember();
        self.notify_of_work(Work::Assessment, events);
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

    /// Saves under another name from now on, with copies of the files of evidence.
    pub(super) fn save_elsewhere(&mut self, path: &Path) {
        let path = file::with_ending(path);
        let (who, wake) = (self.who(), self.waker());
        let Some(session) = &mut self.session else {
            return;
        };
        let before = session.evidence_beside().map(Path::to_owned);
        match session.move_to(&path, &who, wake) {
            Ok(events) => {
                self.notify(Notice::new(NoticeKind::SavedElsewhere(path.clone())));
                self.notify_of_work(Work::Assessment, events);
                self.copy_evidence(before.as_deref(), &path);
                self.remember();
            }
            Err(fault) => self.notify(Notice::fault(&fault)),
        }
    }

    /// Writes a copy, with copies of the files of evidence, and goes on with the original.
    pub(super) fn save_copy(&mut self, path: &Path) {
        let path = file::with_ending(path);
        let Some(session) = &self.session else { return };
        let before = session.evidence_beside().map(Path::to_owned);
        match session.work.save_copy(&path) {
            Ok(()) => {
                self.notify(Notice::new(NoticeKind::CopySaved(path.clone())));
                self.copy_evidence(before.as_deref(), &path);
            }
            Err(fault) => self.notify(Notice::fault(&fault)),
        }
    }

    /// Copies the files of evidence from beside one file to beside another; tells of those that
    /// stay behind.
    pub(super) fn copy_evidence(&mut self, from: Option<&Path>, to: &Path) {
        let Some(session) = &self.session else { return };
        let (count, details) = match from {
            Some(from) => {
                let faults = evidence::copy_all(session.assessment(), from, to);
                let details = faults.iter().map(ToString::to_string).collect();
                (faults.len(), details)
            }
            None => (evidence::files(session.assessment()).len(), Vec::new()),
        };
        if count != 0 {
            let message = NoticeKind::EvidenceLeft(count);
            self.notify(Notice { message, details });
        }
    }

    /// Brings the work to disk, as far as that can be done; whether all of it is there.
    pub(super) fn finish(&mut self) -> bool {
        let Some(session) = &mut self.session else {
            return true;
        };
        let (saved, events) = session.finish();
        self.notify_of_session(events);
        saved
    }

    /// Whether the open assessment can be left; where not, that is told.
    fn can_leave(&mut self) -> bool {
        if self.finish() {
            return true;
        }
        if let Some(SaveState::Failed(fault)) = self.session.as_ref().map(Session::save_state) {
            let message = NoticeKind::NotLeft(Work::Assessment, fault.to_string());
            self.notify(Notice::new(message));
        }
        false
    }

    /// Closes the assessment once all of it is on disk; whether nothing is open now.
    pub(super) fn close(&mut self) -> bool {
        if !self.can_leave() {
            return false;
        }
        if self.session.is_some() {
            self.remember();
            self.session = None;
            self.counterpart = None;
            self.sessions += 1;
            self.navigation.restart(Route::Start);
        }
        true
    }

    /// Puts the open file at the head of the recent ones.
    fn remember(&mut self) {
        let Some(session) = &self.session else { return };
        if session.save_state().is_backup() {
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

    pub(super) fn who(&self) -> String {
        if self.settings.name.is_empty() {
            store::user_name()
        } else {
            self.settings.name.clone()
        }
    }

    pub(super) fn waker(&self) -> impl Fn() + Send + 'static {
        let wake = Arc::clone(&self.wake);
        move || wake()
    }
}

#[cfg(test)]
mod tests {
    use crate::app::{App, Command, Library};
    use crate::domain::{Levels, StateCode};
    use crate::store::Holder;
    use std::sync::Arc;

    #[test]
    fn a_file_that_a_crash_may_have_left_locked_is_taken_over_on_request() {
        let folder = tempfile::tempdir().unwrap();
        let library = Library::built_in().unwrap();
        let mut app = App::start_in(library, None, Arc::new(|| {}));
        app.handle(Command::New {
            state: StateCode::parse("KEN").unwrap(),
            levels: Levels::default(),
            path: folder.path().join("KEN.assessment.ron"),
        });
        for (certain, writes) in [(true, false), (false, true)] {
            let holder = Holder {
                who: "Ana".to_owned(),
                host: "elsewhere".to_owned(),
                process: None,
                since: None,
                certain,
            };
            app.session.as_mut().unwrap().work.hold_for(holder);
            app.handle(Command::TakeOver);
            assert_eq!(app.session().unwrap().can_write(), writes);
        }
        assert_eq!(app.notices(), []);
    }
}
