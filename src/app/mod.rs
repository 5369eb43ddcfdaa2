//! The running program without a window: what is open, where the user is, and the one place where
//! commands are carried out.

pub mod carry;
mod changes;
mod command;
mod comparing;
pub mod delivery;
pub mod documents;
mod drafts;
pub mod evidence;
mod evidence_check;
pub mod examine;
pub mod example;
pub mod export;
pub mod file;
pub mod letter;
mod library;
mod notice;
mod notices;
mod opening;
mod path;
pub mod received;
pub mod reporting;
mod review;
pub mod round;
mod route;
pub mod sending;
mod session;
pub mod submit;
mod task;
mod waiting;
pub mod work;

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

pub use command::Command;
pub use comparing::{Compared, Counterpart, Earlier};
pub use evidence_check::EvidenceCheck;
use jiff::civil::Date;
pub use library::Library;
pub use notice::{Notice, NoticeKind, Severity, Work};
pub use path::QuestionPath;
pub use received::{Leaves, Received};
pub use review::Review;
pub use route::{Navigation, QuestionView, Route};
pub use session::{Session, SessionEvent};
pub use task::{Progress, Task, Wake};
pub use waiting::Waiting;
pub use work::{ReadReason, SaveState};

use self::round::RoundSession;
use self::waiting::Claim;
use crate::domain::{DialogDraft, Explain as _, Instrument, Message};
use crate::store::{self, Backup, Backups, Folders, Settings, SettingsFault, StoreError};

/// The running program.
pub struct App {
    library: Library,
    folders: Option<Folders>,
    settings: Settings,
    path: QuestionPath,
    session: Option<Session>,
    evidence_check: EvidenceCheck,
    round: Option<Box<RoundSession>>,
    sessions: u64,
    received: Option<Received>,
    received_count: u64,
    rounds: u64,
    counterpart: Option<Counterpart>,
    comparisons: u64,
    reports: reporting::Reports,
    navigation: Navigation,
    notices: Vec<Notice>,
    waits: waiting::Waits,
    backups_found: Option<Vec<Backup>>,
    wake: Wake,
    /// When changed settings are written.
    settings_due: Option<Instant>,
    settings_writing: Option<Task<Result<(), StoreError>>>,
    /// Whether settings are kept: not over those that could not be read.
    keeps_settings: bool,
}

impl App {
    /// Starts the program; `wake` asks the window for another look from any thread.
    pub fn start(library: Library, wake: Wake) -> Self {
        let folders = Folders::find();
        let fault = folders.as_ref().err().map(|fault| Notice::fault(fault));
        let mut app = Self::start_in(library, folders.ok(), wake);
        app.notices.extend(fault);
        app.set_patience(waiting::PATIENCE);
        app
    }

    /// Starts the program with these folders for settings and backups, or with none. Its commands
    /// wait for the disk: for tests, which look right afterwards at what came of them.
    pub fn start_in(library: Library, folders: Option<Folders>, wake: Wake) -> Self {
        let mut notices = Vec::new();
        let (settings, fault) = match &folders {
            Some(folders) => Settings::load(folders, store::now()),
            None => (Settings::default(), None),
        };
        let keeps_settings = !matches!(fault, Some(SettingsFault::Unreadable(_)));
        notices.extend(fault.map(|fault| Notice::new(NoticeKind::SettingsFault(fault.message()))));
        Self {
            path: QuestionPath::new(&library.instrument, settings.short_path_first),
            library,
            folders,
            settings,
            session: None,
            evidence_check: EvidenceCheck::default(),
            round: None,
            sessions: 0,
            received: None,
            received_count: 0,
            rounds: 0,
            counterpart: None,
            comparisons: 0,
            reports: reporting::Reports::default(),
            navigation: Navigation::new(Route::Start),
            notices,
            waits: waiting::Waits::new(waiting::LONG_PATIENCE),
            backups_found: None,
            wake,
            settings_due: None,
            settings_writing: None,
            keeps_settings,
        }
    }

    /// What the program is built with.
    pub fn library(&self) -> &Library {
        &self.library
    }

    /// The questions.
    pub fn instrument(&self) -> &Instrument {
        &self.library.instrument
    }

    /// What the user likes.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Where settings and backups stand, if the machine has a place for them.
    pub fn folders(&self) -> Option<&Folders> {
        self.folders.as_ref()
    }

    /// The way through the questions.
    pub fn path(&self) -> &QuestionPath {
        &self.path
    }

    /// The open assessment.
    pub fn session(&self) -> Option<&Session> {
        self.session.as_ref()
    }

    /// Counts the times that an assessment was opened or closed: two looks that find the same number
    /// look at the same open assessment.
    pub fn session_number(&self) -> u64 {
        self.sessions
    }

    /// Counts the rounds that were begun or opened, as [`App::session_number`] does assessments.
    pub fn round_number(&self) -> u64 {
        self.rounds
    }

    /// Where the user is, and was.
    pub fn navigation(&self) -> &Navigation {
        &self.navigation
    }

    /// Where the user is.
    pub fn route(&self) -> &Route {
        self.navigation.current()
    }

    /// What there is to tell, oldest first.
    pub fn notices(&self) -> &[Notice] {
        &self.notices
    }

    /// The day today, where the machine stands.
    pub fn today(&self) -> Date {
        store::today()
    }

    /// Carries a command out.
    pub fn handle(&mut self, command: Command) {
        match command {
            Command::Edit(change) => self.edit(*change),
            Command::EndRun => self.end_run(),
            Command::Attach {
                question,
                id,
                evidence,
                path,
            } => self.attach(question, id, *evidence, &path),
            Command::Undo if self.round_in_sight() => self.with_round(RoundSession::undo),
            Command::Undo => self.step(Session::undo),
            Command::Redo if self.round_in_sight() => self.with_round(RoundSession::redo),
            Command::Redo => self.step(Session::redo),
            Command::Go(route) => self.go(route),
            Command::Back => {
                self.navigation.back();
                self.arrive();
            }
            Command::New {
                state,
                levels,
                path,
            } => {
                self.make(state, levels, &path);
            }
            Command::NewFrom { from, path } => self.make_from(&from, &path),
            Command::Compare(path) => self.compare_with(path),
            Command::Example { state, path } => self.make_example(state, &path),
            Command::Open(path) => self.open(&path),
            Command::TakeOver => self.take_over(),
            Command::OpenBackup(backup) => self.open_backup(&backup),
            Command::SaveCopy(path) => self.save_copy(&path),
            Command::SaveElsewhere(path) => self.save_elsewhere(&path),
            Command::Submit(order) => self.submit(*order),
            Command::Report(command) => self.report(command),
            Command::SaveLetter(path, existing) => self.save_letter(path, existing),
            Command::ShowInFolder(path) => {
                if let Err(fault) = store::show_in_folder(&path) {
                    self.notify(Notice::fault(&fault));
                }
            }
            Command::Backups => self.look_for_backups(),
            Command::StopWaiting(number) => self.stop_waiting(number),
            Command::StopClosing => self.stop_closing(),
            Command::Close => self.close(),
            Command::Forget(path) => {
                self.settings.recent.forget(&path);
                self.save_settings();
            }
            Command::Settings(settings) => {
                self.change_settings(*settings);
                self.path =
                    QuestionPath::new(&self.library.instrument, self.settings.short_path_first);
            }
            Command::Round(command) => self.handle_round(*command),
            Command::Notify(notice) => self.notify(notice),
            Command::Dismiss(notice) => self.notices.retain(|shown| *shown != notice),
        }
    }

    /// Does what is due; how long until there is something to do again.
    pub fn tick(&mut self, now: Instant) -> Option<Duration> {
        self.settle_received();
        self.check_evidence();
        let unsaid = self.tick_work(now);
        let session = self.session.as_ref().and_then(|session| session.wait(now));
        let settings = self
            .settings_due
            .map(|due| due.saturating_duration_since(now));
        let round = self.round.as_ref().and_then(|round| round.wait(now));
        let waits = session.into_iter().chain(settings).chain(round);
        waits.chain(unsaid).min()
    }

    /// Sends what is due to the disks, and takes in what came of it, but for what leaves something;
    /// how long until there is something to say of what is waited for.
    fn tick_work(&mut self, now: Instant) -> Option<Duration> {
        self.settle_settings(Some(now));
        self.tick_reports();
        let events = self.session.as_mut().map(|session| session.tick(now));
        self.notify_of_session(events.unwrap_or_default());
        self.with_round(|round| round.tick(now));
        let unsaid = self.poll_waiting();
        self.take_up(Leaves::ALL);
        unsaid
    }

    fn go(&mut self, route: Route) {
        let route = if route.needs_session() && self.session.is_none() {
            Route::Start
        } else {
            route
        };
        self.end_run();
        self.navigation.go(route);
        self.arrive();
    }

    /// A text field has lost the focus: what was typed into it is one step, and is saved now.
    fn end_run(&mut self) {
        if let Some(session) = &mut self.session {
            session.end_run();
        }
        if let Some(round) = &mut self.round {
            round.end_run();
        }
    }

    /// The dated copies of what is in sight, where there is a folder for them.
    pub fn backups_in_sight(&self) -> Option<&Backups> {
        if self.round_in_sight() {
            return self.round()?.backups();
        }
        self.session()?.backups()
    }

    /// Looks for the dated copies of what is in sight.
    fn look_for_backups(&mut self) {
        let Some(backups) = self.backups_in_sight().cloned() else {
            return;
        };
        let what = Message::new("waiting-to-open").path("path", backups.folder());
        let look = move || backups.list();
        self.beside(what, Claim::Nothing, look, |app, found| match found {
            Ok(found) => app.backups_found = Some(found),
            Err(fault) => app.notify(Notice::fault(&fault)),
        });
    }

    /// Keeps what the open dialog holds, until it is confirmed or discarded.
    pub fn keep_draft(&mut self, draft: Option<DialogDraft>) {
        if let Some(session) = &mut self.session {
            session.keep_draft(draft, Instant::now());
        }
    }

    /// What was typed into a dialog when the program ended, once.
    pub fn take_recovered(&mut self) -> Option<DialogDraft> {
        self.session.as_mut()?.take_recovered(Instant::now())
    }

    /// The dated copies that were found, once.
    pub fn take_backups(&mut self) -> Option<Vec<Backup>> {
        self.backups_found.take()
    }

    /// Gets ready what a screen shows from the disk.
    fn arrive(&mut self) {
        let patience = self.patience();
        let sends = *self.route() == Route::Submit;
        if let Some(session) = self.session.as_mut().filter(|_| sends) {
            session.recall_sent(patience);
        }
    }
}

/// The folder in which a file of this name can be suggested: where the last one was, else home.
pub fn suggested_folder(settings: &Settings) -> PathBuf {
    let last = settings
        .recent
        .files()
        .first()
        .and_then(|recent| recent.path.parent());
    last.map_or_else(store::documents_folder, Path::to_owned)
}
