//! Which assessment is open: making one, opening one, moving it, closing it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::file::{self, OpenError};
use super::notice::Work;
use super::waiting::{Claim, Done};
use super::work::{Opening, WorkEvent};
use super::{App, Leaves, Notice, NoticeKind, QuestionView, Route, SaveState, Session};
use super::{evidence, example, work};
use crate::domain::{Assessment, Change, Edit, Explain, Levels, Message, Profile, StateCode};
use crate::store::{self, Backup, Backups, RecentFile, StoreError};

/// The files of evidence that stay behind, by count, and why.
pub(super) type LeftBehind = (usize, Vec<Message>);

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
        self.create(assessment, path, Route::Profile, EvidenceFrom::Nowhere);
    }

    /// Makes a State's sample, and opens it.
    pub(super) fn make_example(&mut self, state: StateCode, path: &Path) {
        match example::assessment(self.instrument(), &self.library.round, state) {
            Ok(assessment) => {
                let first = self.path.first().cloned();
                let route = first.map_or(Route::Profile, |question| {
                    Route::Question(question, QuestionView::One)
                });
                self.create(assessment, path, route, EvidenceFrom::Nowhere);
            }
            Err(fault) => self.notify(Notice::fault(&fault)),
        }
    }

    /// Only where this one can be left, so that no new file stands there that nobody asked for.
    pub(super) fn create(
        &mut self,
        assessment: Assessment,
        path: &Path,
        route: Route,
        evidence: EvidenceFrom,
    ) {
        let path = file::with_ending(path);
        self.leave(Leaves::ASSESSMENT, move |app| {
            let instrument = Arc::clone(&app.library.instrument);
            let opening = app.opening(&path);
            let what = Message::new("waiting-to-create").path("path", &path);
            app.wait_for(what, Claim::Leaves(Leaves::ASSESSMENT), move || {
                let created = Session::create(&assessment, &opening, &instrument);
                let left = match &created {
                    Ok(_) => evidence.copy(&assessment, &path),
                    Err(_) => (0, Vec::new()),
                };
                change_to(created, Some(route), left)
            });
        });
    }

    /// What opens an assessment, on the thread that does it.
    pub(super) fn opening_assessment(&self, path: &Path) -> impl FnOnce() -> Done + Send + use<> {
        let instrument = Arc::clone(&self.library.instrument);
        let (opening, written) = (self.opening(path), self.assessment_path());
        let written = written.map(Path::to_owned);
        move || {
            if written.is_some_and(|written| store::is_same(&written, &opening.path)) {
                return Done::here(|_| ());
            }
            change_to(Session::open(&opening, &instrument), None, (0, Vec::new()))
        }
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
        let opening = self.opening(session.path());
        let instrument = Arc::clone(&self.library.instrument);
        let route = self.route().clone();
        let what = Message::new("waiting-to-open").path("path", &opening.path);
        self.wait_for(what, Claim::Leaves(Leaves::ASSESSMENT), move || {
            let opened = Session::take_over(&opening, &instrument);
            change_to(opened, Some(route), (0, Vec::new()))
        });
    }

    /// Opens a dated copy, to read.
    pub(super) fn open_backup(&mut self, backup: &Backup) {
        if Backups::is_of_round(backup) {
            self.open_round_backup(backup);
            return;
        }
        let instrument = Arc::clone(&self.library.instrument);
        let opening = self.opening(&backup.path);
        let from = self.session.as_ref().and_then(|session| {
            let beside = session.evidence_beside()?;
            Some((session.assessment().identity, beside.to_owned()))
        });
        let backup = backup.clone();
        let what = Message::new("waiting-to-open").path("path", &backup.path);
        self.wait_for(what, Claim::Leaves(Leaves::ASSESSMENT), move || {
            let opened = Session::open_backup(&backup, &opening, &instrument, from);
            let opened = opened.map(|session| (session, Vec::new()));
            change_to(opened, None, (0, Vec::new()))
        });
    }

    pub(super) fn opening(&self, path: &Path) -> Opening {
        Opening {
            path: path.to_owned(),
            folders: self.folders.clone(),
            who: self.who(),
            wake: Arc::clone(&self.wake),
        }
    }

    fn enter(&mut self, session: Session, events: Vec<WorkEvent>, route: Option<Route>) {
        self.leave_session();
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
        if self.is_in_use(Leaves::ASSESSMENT) {
            return;
        }
        let path = file::with_ending(path);
        let opening = self.opening(&path);
        let Some(session) = &self.session else {
            return;
        };
        let (assessment, evidence) = (session.assessment().clone(), session.evidence());
        let moving = session.work.moving(opening);
        let what = Message::new("waiting-to-save").path("path", &path);
        let claim = Claim::Uses(Leaves::ASSESSMENT);
        self.beside(
            what,
            claim,
            move || {
                let moved = moving.run()?;
                let left = evidence.copy(&assessment, &path);
                Ok::<_, StoreError>((moved, path, left))
            },
            |app, moved| match (moved, &mut app.session) {
                (Ok((moved, path, left)), Some(session)) => {
                    let events = session.moved(moved);
                    app.notify(Notice::new(NoticeKind::SavedElsewhere(path)));
                    app.notify_of_work(Work::Assessment, events);
                    app.notify_of_evidence(left);
                    app.remember();
                }
                (Err(fault), _) => app.notify(Notice::fault(&fault)),
                (Ok(_), None) => {}
            },
        );
    }

    /// Writes a copy, with copies of the files of evidence, and goes on with the original.
    pub(super) fn save_copy(&mut self, path: &Path) {
        let path = file::with_ending(path);
        let Some(session) = &self.session else { return };
        let (assessment, evidence) = (session.assessment().clone(), session.evidence());
        let what = Message::new("waiting-to-save").path("path", &path);
        let claim = Claim::Uses(Leaves::ASSESSMENT);
        self.beside(
            what,
            claim,
            move || {
                work::check_is_free(&path)?;
                let bytes = file::encode(&assessment, &path)?;
                store::write_new(&path, &bytes)?;
                let left = evidence.copy(&assessment, &path);
                Ok::<_, StoreError>((path, left))
            },
            |app, copied| match copied {
                Ok((path, left)) => {
                    app.notify(Notice::new(NoticeKind::CopySaved(path)));
                    app.notify_of_evidence(left);
                }
                Err(fault) => app.notify(Notice::fault(&fault)),
            },
        );
    }

    /// Tells of the files of evidence that stay behind.
    fn notify_of_evidence(&mut self, (count, details): LeftBehind) {
        if count != 0 {
            let message = NoticeKind::EvidenceLeft(count);
            self.notify(Notice { message, details });
        }
    }

    pub(super) fn notify_not_left(&mut self, work: Work) {
        let state = match work {
            Work::Assessment => self.session.as_ref().map(Session::save_state),
            Work::Round => self.round.as_ref().and_then(|round| round.save_state()),
        };
        let message = match state {
            Some(SaveState::Failed(fault)) => NoticeKind::NotLeft(work, fault.message()),
            None if work == Work::Round && self.round.is_some() => NoticeKind::RoundNotSaved,
            _ => return,
        };
        self.notify(Notice::new(message));
    }

    /// Closes the assessment once all of it is on disk.
    pub(super) fn close(&mut self) {
        self.leave(Leaves::ASSESSMENT, Self::leave_session);
    }

    fn leave_session(&mut self) {
        if self.session.is_some() {
            self.remember();
            self.session = None;
            self.counterpart = None;
            self.sessions += 1;
            self.navigation.restart(Route::Start);
        }
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
}

/// Goes on with another assessment, if it is there.
fn change_to(
    opened: Result<(Session, Vec<WorkEvent>), OpenError>,
    route: Option<Route>,
    left: LeftBehind,
) -> Done {
    match opened {
        Ok((session, events)) => Done::leaving(Leaves::ASSESSMENT, move |app| {
            app.enter(session, events, route);
            app.notify_of_evidence(left);
        }),
        Err(fault) => Done::here(move |app| app.notify(Notice::faults(fault.sentences()))),
    }
}

/// Where the files of evidence of an assessment are.
#[derive(Debug, Clone)]
pub(super) enum EvidenceFrom {
    /// It has none yet.
    Nowhere,
    /// That is not known.
    Unknown,
    Beside(PathBuf),
}

impl EvidenceFrom {
    /// Copies them beside another file; those that stay behind.
    fn copy(&self, assessment: &Assessment, to: &Path) -> LeftBehind {
        match self {
            Self::Nowhere => (0, Vec::new()),
            Self::Unknown => (evidence::files(assessment).len(), Vec::new()),
            Self::Beside(from) => {
                let faults = evidence::copy_all(assessment, from, to);
                (faults.len(), faults.iter().map(Explain::message).collect())
            }
        }
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
