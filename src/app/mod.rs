//! The running program without a window: what is open, where the user is, and the one place where
//! commands are carried out.

mod access;
mod act;
mod command;
pub mod evidence;
pub mod example;
pub mod file;
mod library;
mod notice;
mod opening;
mod outgoing;
mod path;
pub mod round;
mod route;
mod session;
pub mod submit;
pub mod verify;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

pub use access::{ReadReason, SaveState};
pub use act::{Act, Held, Menu, Shortcut};
pub use command::Command;
use jiff::civil::Date;
pub use library::Library;
pub use notice::{Message, Notice, Severity};
pub use outgoing::{Fate, Outgoing, Since, Subject};
pub use path::QuestionPath;
pub use route::{Navigation, QuestionView, Route};
pub use session::{Happened, Session};

use crate::domain::{
    Assessment, Change, Edit, EditError, Evidence, EvidenceId, FieldValue, Instrument, Profile,
    QuestionId, Stamp, Step,
};
use crate::store::{self, Folders, Settings};

/// Wakes the window from another thread.
type Wake = Arc<dyn Fn() + Send + Sync>;

/// The running program.
pub struct App {
    library: Library,
    folders: Option<Folders>,
    settings: Settings,
    path: QuestionPath,
    session: Option<Session>,
    navigation: Navigation,
    notices: Vec<Notice>,
    wake: Wake,
}

impl App {
    /// Starts the program; `wake` asks the window for another look from any thread.
    #[must_use]
    pub fn start(library: Library, wake: Wake) -> Self {
        match Folders::find() {
            Ok(folders) => Self::start_in(library, Some(folders), wake),
            Err(fault) => {
                let mut app = Self::start_in(library, None, wake);
                app.notices.push(Notice::fault(&fault));
                app
            }
        }
    }

    /// Starts the program with these folders for settings and backups, or with none.
    #[must_use]
    pub fn start_in(library: Library, folders: Option<Folders>, wake: Wake) -> Self {
        let mut notices = Vec::new();
        let (settings, fault) = match &folders {
            Some(folders) => Settings::load(folders, store::now()),
            None => (Settings::default(), None),
        };
        notices.extend(fault.map(|fault| Notice::new(Message::SettingsFault(fault.to_string()))));
        Self {
            path: QuestionPath::new(&library.instrument, settings.short_path_first),
            library,
            folders,
            settings,
            session: None,
            navigation: Navigation::new(Route::Start),
            notices,
            wake,
        }
    }

    /// What the program is built with.
    #[must_use]
    pub fn library(&self) -> &Library {
        &self.library
    }

    /// The questions.
    #[must_use]
    pub fn instrument(&self) -> &Instrument {
        &self.library.instrument
    }

    /// What the user likes.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Where settings and backups stand, if the machine has a place for them.
    #[must_use]
    pub fn folders(&self) -> Option<&Folders> {
        self.folders.as_ref()
    }

    /// The way through the questions.
    #[must_use]
    pub fn path(&self) -> &QuestionPath {
        &self.path
    }

    /// The open assessment.
    #[must_use]
    pub fn session(&self) -> Option<&Session> {
        self.session.as_ref()
    }

    /// Where the user is, and was.
    #[must_use]
    pub fn navigation(&self) -> &Navigation {
        &self.navigation
    }

    /// Where the user is.
    #[must_use]
    pub fn route(&self) -> &Route {
        self.navigation.current()
    }

    /// What there is to tell, oldest first.
    #[must_use]
    pub fn notices(&self) -> &[Notice] {
        &self.notices
    }

    /// The day today, where the machine stands.
    #[must_use]
    pub fn today(&self) -> Date {
        store::today()
    }

    /// Carries a command out.
    pub fn handle(&mut self, command: Command) {
        match command {
            Command::Edit(change) => {
                let stamp = self.stamp();
                let result = self
                    .session
                    .as_mut()
                    .map(|session| session.edit(*change, stamp));
                self.tell(result.unwrap_or(Ok(())));
            }
            Command::EndRun => {
                if let Some(session) = &mut self.session {
                    session.end_run();
                }
            }
            Command::Attach {
                question,
                id,
                evidence,
                path,
            } => self.attach(question, id, *evidence, &path),
            Command::Undo => self.step(Session::undo),
            Command::Redo => self.step(Session::redo),
            Command::Go(route) => self.go(route),
            Command::Back => self.navigation.back(),
            Command::New {
                state,
                levels,
                path,
            } => {
                let identity = store::new_identity();
                let mut assessment = Assessment::new(self.instrument(), state, identity);
                let profile = Profile {
                    levels,
                    ..assessment.profile.clone()
                };
                let change = Change::Profile(Box::new(profile));
                let edit = Edit {
                    stamp: self.stamp(),
                    change,
                };
                if let Err(fault) = assessment.apply(&self.library.instrument, edit) {
                    self.notices.push(Notice::fault(&fault));
                }
                self.create(&assessment, &path, Route::Profile);
            }
            Command::Example { state, path } => {
                match example::assessment(self.instrument(), &self.library.round, state) {
                    Ok(assessment) => {
                        let route = self.first_question();
                        self.create(&assessment, &path, route);
                    }
                    Err(fault) => self.notices.push(Notice::fault(&fault)),
                }
            }
            Command::Open(path) => self.open(&path),
            Command::OpenBackup(backup) => {
                let opened = Session::open_backup(&backup, &self.library.instrument);
                self.change_to(opened.map(|session| (session, Vec::new())), None);
            }
            Command::SaveCopy(path) => {
                let path = file::with_ending(&path);
                let Some(session) = &self.session else { return };
                match session.save_copy(&path) {
                    Ok(()) => self.notices.push(Notice::new(Message::CopySaved(path))),
                    Err(fault) => self.notices.push(Notice::fault(&fault)),
                }
            }
            Command::SaveElsewhere(path) => self.save_elsewhere(&path),
            Command::Close => {
                self.close();
            }
            Command::Forget(path) => {
                self.settings.recent.forget(&path);
                self.save_settings();
            }
            Command::Settings(settings) => {
                self.settings = *settings;
                self.path =
                    QuestionPath::new(&self.library.instrument, self.settings.short_path_first);
                self.save_settings();
            }
            Command::Notify(notice) => self.notices.push(notice),
            Command::Dismiss(position) => {
                if position < self.notices.len() {
                    self.notices.remove(position);
                }
            }
        }
    }

    /// Does what is due; how long until there is something to do again.
    pub fn tick(&mut self, now: Instant) -> Option<Duration> {
        let happened = self.session.as_mut().map(|session| session.tick(now));
        self.tell_what_happened(happened.unwrap_or_default());
        self.session.as_ref().and_then(|session| session.wait(now))
    }

    /// Brings everything to disk before the window closes; whether it may close.
    pub fn may_close(&mut self) -> bool {
        self.session.as_mut().is_none_or(Session::finish)
    }

    /// Keeps the evidence in any case; where its file cannot be copied, without the file.
    fn attach(&mut self, question: QuestionId, id: EvidenceId, piece: Evidence, path: &Path) {
        let mut piece = piece;
        let Some(session) = self.session.as_ref().filter(|session| session.can_write()) else {
            return;
        };
        if let Err(fault) = evidence::attach(session.path(), path, &mut piece) {
            self.notices.push(Notice::fault(&fault));
        }
        let value = Box::new(FieldValue::Evidence(id, Some(piece)));
        self.handle(Command::Edit(Box::new(Change::Set(question, value))));
    }

    fn step(&mut self, step: fn(&mut Session, Stamp) -> Result<Option<Step>, EditError>) {
        let stamp = self.stamp();
        let Some(session) = self.session.as_mut().filter(|session| session.can_write()) else {
            return;
        };
        match step(session, stamp) {
            Ok(Some(Step {
                question: Some(question),
                ..
            })) => {
                let view = match self.route() {
                    Route::Question(_, view) => *view,
                    _ => QuestionView::One,
                };
                self.go(Route::Question(question, view));
            }
            Ok(_) => {}
            Err(fault) => self.notices.push(Notice::fault(&fault)),
        }
    }

    fn go(&mut self, route: Route) {
        let route = if route.needs_session() && self.session.is_none() {
            Route::Start
        } else {
            route
        };
        if let Some(session) = &mut self.session {
            session.end_run();
        }
        self.navigation.go(route);
    }

    fn first_question(&self) -> Route {
        match self.path.first() {
            Some(question) => Route::Question(question.clone(), QuestionView::One),
            None => Route::Profile,
        }
    }

    /// Who makes a change now: the user, or else the focal point.
    fn stamp(&self) -> Stamp {
        let profile = self
            .session
            .as_ref()
            .map(|session| &session.assessment().profile);
        let or = |own: &str, other: Option<&String>| {
            if own.is_empty() {
                other.cloned().unwrap_or_default()
            } else {
                own.to_owned()
            }
        };
        Stamp {
            who: or(
                &self.settings.name,
                profile.map(|profile| &profile.focal_point.name),
            ),
            body: or(
                &self.settings.body,
                profile.map(|profile| &profile.institution),
            ),
            when: store::now_in_seconds(),
        }
    }

    fn save_settings(&mut self) {
        let Some(folders) = &self.folders else { return };
        if let Err(fault) = self.settings.save(folders) {
            self.notices
                .push(Notice::new(Message::SettingsFault(fault.to_string())));
        }
    }

    fn tell(&mut self, result: Result<(), EditError>) {
        if let Err(fault) = result {
            self.notices.push(Notice::fault(&fault));
        }
    }

    fn tell_what_happened(&mut self, happened: Vec<Happened>) {
        for each in happened {
            let notice = match each {
                Happened::PutBack => {
                    let path = self
                        .session
                        .as_ref()
                        .map(|session| session.path().to_owned());
                    Notice::new(Message::PutBack(path.unwrap_or_default()))
                }
                Happened::BackupFailed(reason) => Notice {
                    message: Message::BackupFailed,
                    details: vec![reason],
                },
            };
            if !self.notices.contains(&notice) {
                self.notices.push(notice);
            }
        }
    }
}

/// The folder in which a file of this name can be suggested: where the last one was, else home.
#[must_use]
pub fn suggested_folder(settings: &Settings) -> PathBuf {
    let last = settings
        .recent
        .files()
        .first()
        .and_then(|recent| recent.path.parent());
    last.map_or_else(store::documents_folder, Path::to_owned)
}
