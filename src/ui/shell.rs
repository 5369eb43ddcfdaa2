//! The window itself: runs the program between frames, and puts the screen together.

pub mod at_exit;
mod event_order;
mod frame_log;
mod title;

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use egui::{Context, Ui, ViewportCommand};

use self::event_order::EventOrder;
use self::frame_log::FrameLog;
use super::action::keys::Keyboard;
use super::action::{Action, carry_out};
use super::dialogs::dialog_ui;
use super::frame;
use super::state::file_dialog::{Outcome, Purpose};
use super::state::{Dialog, EvidenceDraft, Leaving, UiState};
use super::tokens::{self, text};
use super::view::{UiEvent, UiEvents, View};
use super::widgets::StandingWords;
use crate::app::round::RoundSession;
use crate::app::{
    App, Command, Library, Notice, NoticeKind, QuestionView, Route, SaveState, Session,
};
use crate::domain::{EvidenceId, QuestionId};
use crate::store::{self, Folders, Settings, Theme, WindowSize};
use crate::words::Words;

pub struct Window {
    app: App,
    ui_state: UiState,
    words: Words,
    standing_words: StandingWords,
    events: UiEvents,
    keyboard: Keyboard,
    dropped: Vec<PathBuf>,
    /// Where the page that is shown began in the last pass.
    page_top: Option<f32>,
    applied: Option<(Theme, u16)>,
    closing: bool,
    wants_to_close: bool,
    /// Whether the machine asks the program to end.
    must_end: Arc<AtomicBool>,
    title: String,
    frame_log: FrameLog,
}

impl Window {
    /// A window onto a program that has just started.
    pub fn new(ctx: &Context, library: Library) -> Self {
        let window = Self::onto(ctx, App::start(library, waker(ctx)));
        let (must_end, wake) = (Arc::clone(&window.must_end), waker(ctx));
        let end = move || {
            must_end.store(true, Ordering::Relaxed);
            wake();
        };
        // Where the machine cannot say so, it ends the program as it would any other.
        store::on_request_to_end(end).ok();
        window
    }

    /// A window onto a program with these folders for settings and backups. Paths are typed, since
    /// nobody is there to answer the machine's dialog: for tests.
    pub fn new_in(ctx: &Context, library: Library, folders: Folders) -> Self {
        let app = App::start_in(library, Some(folders), waker(ctx));
        let mut window = Self::onto(ctx, app);
        window.ui_state.typed_paths = true;
        window
    }

    fn onto(ctx: &Context, app: App) -> Self {
        text::install(ctx);
        EventOrder::install(ctx);
        let words = Words::load("en").in_zone(store::time_zone());
        let mut window = Self {
            app,
            ui_state: UiState::default(),
            standing_words: StandingWords::new(&words),
            words,
            events: UiEvents::default(),
            keyboard: Keyboard::default(),
            dropped: Vec::new(),
            page_top: None,
            applied: None,
            closing: false,
            wants_to_close: false,
            must_end: Arc::default(),
            title: String::new(),
            frame_log: FrameLog::from_environment(),
        };
        window.apply_look(ctx);
        window
    }

    pub fn app(&self) -> &App {
        &self.app
    }

    pub fn handle(&mut self, command: Command) {
        if self.ui_state.would_lose_words(&self.app, &command) {
            self.ui_state.ask_about_drafts(Some(Box::new(command)));
            return;
        }
        self.run(|app| app.handle(command));
    }

    /// Lets the program do something, and follows it.
    fn run(&mut self, act: impl FnOnce(&mut App)) {
        let route = self.app.route().clone();
        let file = self.file();
        act(&mut self.app);
        if self.file() != file && std::mem::take(&mut self.ui_state.closes_once_saved) {
            self.wants_to_close = true;
        }
        if let Some(backups) = self.app.take_backups() {
            self.ui_state.open(Dialog::Backups(backups));
        }
        self.ui_state.belong_to(self.app.session_number());
        if let Some(draft) = self.app.take_recovered()
            && let Some(session) = self.app.session()
        {
            let dialog = Dialog::recovered(draft, session.assessment());
            let route = match &dialog {
                Dialog::Evidence(question, ..) | Dialog::Item(question, ..) => {
                    Route::Question(question.clone(), QuestionView::One)
                }
                _ => Route::Plan,
            };
            self.app.handle(Command::Go(route));
            self.ui_state.open(dialog);
            let recovered = Notice::new(NoticeKind::DraftRecovered);
            self.app.handle(Command::Notify(recovered));
        }
        if *self.app.route() != route {
            // A field that is no longer shown tells nobody that the keyboard has left it.
            self.ui_state.drafts.settle_all();
            self.ui_state.report.pictures.clear();
            self.page_top = None;
        }
    }

    fn file(&self) -> Option<PathBuf> {
        let session = self.app.session();
        session.map(|session| session.path().to_owned())
    }

    /// Opens the dialog for a piece of evidence that is there already.
    pub fn open_evidence(&mut self, question: &QuestionId, id: EvidenceId) {
        let answers = self
            .app
            .session()
            .map(|session| &session.assessment().answers);
        let answer = answers.and_then(|answers| answers.get(question));
        let mut pieces = answer.into_iter().flat_map(|answer| &answer.evidence);
        let piece = pieces.find(|(each, _)| *each == id).map(|(_, piece)| piece);
        let draft = Box::new(EvidenceDraft::of(piece));
        self.ui_state
            .open(Dialog::Evidence(question.clone(), id, draft));
    }

    fn apply_look(&mut self, ctx: &Context) {
        let settings = self.app.settings();
        let wanted = (settings.theme, settings.text_size.per_cent());
        if self.applied != Some(wanted) {
            tokens::apply(ctx, settings.theme.into(), wanted.1);
            self.applied = Some(wanted);
        }
    }

    fn apply_title(&mut self, ctx: &Context) {
        let wanted = title::title(&self.app, &self.words);
        if self.title != wanted {
            ctx.send_viewport_cmd(ViewportCommand::Title(wanted.clone()));
            self.title = wanted;
        }
    }

    /// Shows everything once, then carries out what the user asked for, so that whoever looks next
    /// sees it done.
    pub fn show(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        self.take_dropped_file(&ctx);
        self.carry_out_keys(&ctx);
        let view = View {
            app: &self.app,
            words: &self.words,
            standing_words: &self.standing_words,
            events: &self.events,
            dialog_number: self.ui_state.dialog_number,
        };
        let top = frame::frame_ui(ui, &view, &mut self.ui_state);
        if let Some(before) = self.page_top.replace(top)
            && (top - before).abs() >= 1.0
            && self.ui_state.dialog.is_none()
        {
            EventOrder::page_moved(&ctx, top.min(before));
        }
        dialog_ui(ui, &view, &mut self.ui_state);
        self.carry_out_events(&ctx);
        let is_choosing = self.ui_state.dialog.is_some() || self.ui_state.file_dialog.is_some();
        self.ui_state.closes_once_saved &= is_choosing || self.app.is_busy();
        self.close_if_wanted(&ctx);
        self.apply_look(&ctx);
        self.apply_title(&ctx);
    }

    fn carry_out_events(&mut self, ctx: &Context) {
        let mut any = false;
        let dialog_number = self.ui_state.dialog_number;
        // An action can come to further events; these come to none.
        for _ in 0..2 {
            for event in self.events.take() {
                any = true;
                match event {
                    UiEvent::Command(command) => self.handle(command),
                    UiEvent::Action(action) => {
                        carry_out::carry_out(
                            action,
                            &self.app,
                            &mut self.ui_state,
                            &self.events,
                            ctx,
                            &self.words,
                        );
                    }
                    UiEvent::Dialog(dialog) => self.ui_state.open(dialog),
                    UiEvent::Level(level) => self.ui_state.level = Some(level),
                    UiEvent::File(purpose) => {
                        let (app, state) = (&self.app, &mut self.ui_state);
                        carry_out::ask_for_file(purpose, app, state, ctx, &self.words);
                    }
                    UiEvent::CloseUnsaved => {
                        self.closing = true;
                        self.wants_to_close = true;
                    }
                    UiEvent::WithoutDrafts(next) => {
                        self.ui_state.drafts.clear();
                        let leaves_round = |next: &Command| self.app.would_leave(next).round;
                        if next.as_deref().is_none_or(leaves_round) {
                            self.ui_state.round.give_up_words();
                        }
                        match next {
                            Some(command) => self.handle(*command),
                            None => self.wants_to_close = true,
                        }
                    }
                    UiEvent::SaveElsewhereAndClose => {
                        self.ui_state.closes_once_saved = true;
                        let (app, state) = (&self.app, &mut self.ui_state);
                        carry_out::ask_for_file(
                            Purpose::SaveElsewhere,
                            app,
                            state,
                            ctx,
                            &self.words,
                        );
                    }
                }
            }
        }
        if any {
            ctx.request_repaint();
        }
        if self.ui_state.dialog_number != dialog_number || self.ui_state.focus.is_some() {
            EventOrder::settle(ctx);
        }
    }

    /// Carries out what a key asks for. While a dialog is open it has the keys.
    fn carry_out_keys(&mut self, ctx: &Context) {
        let (app, is_free) = (&self.app, self.ui_state.dialog.is_none());
        let single_keys = app.settings().single_keys;
        let is_possible = |action: Action| is_free && action.is_possible(app);
        if let Some(action) = self.keyboard.pressed(ctx, single_keys, is_possible) {
            self.events.add(UiEvent::Action(action));
            self.carry_out_events(ctx);
        }
    }

    /// Opens the file that was dropped onto the window; the round takes files in by itself, and a
    /// dialog has to be answered first.
    fn take_dropped_file(&mut self, ctx: &Context) {
        if *self.app.route() == Route::Round || self.ui_state.dialog.is_some() {
            return;
        }
        let dropped = ctx.input_mut(|input| std::mem::take(&mut input.raw.dropped_files));
        self.dropped
            .extend(dropped.iter().map(|file| file.path().to_owned()));
        if EventOrder::has_typing(ctx) {
            ctx.request_repaint();
            return;
        }
        let mut paths = self.dropped.drain(..);
        let (first, second) = (paths.next(), paths.next());
        drop(paths);
        match (first, second) {
            (Some(path), None) => self.handle(Command::Open(path)),
            (Some(_), Some(_)) => {
                self.handle(Command::Notify(Notice::new(NoticeKind::DroppedSeveral)));
            }
            (None, _) => {}
        }
    }

    fn poll_file_dialog(&mut self, ctx: &Context) {
        let Some(dialog) = &self.ui_state.file_dialog else {
            return;
        };
        if EventOrder::has_typing(ctx) {
            return;
        }
        if dialog.purpose.changes_session() && self.ui_state.holds_words() {
            // What is being typed belongs to the assessment that is open: the other one waits.
            return;
        }
        match dialog.poll() {
            Outcome::Open => return,
            Outcome::Picked(_) if !dialog.is_still_wanted(&self.app) => {
                self.handle(Command::Notify(Notice::new(NoticeKind::ChangedMeanwhile)));
            }
            Outcome::Picked(path) => {
                if let Some(Dialog::Evidence(_, _, draft)) = &mut self.ui_state.dialog
                    && dialog.purpose == Purpose::Attach
                {
                    draft.attach(path);
                } else if let Some(next) = dialog.purpose.next(&path) {
                    self.events.add(UiEvent::File(next));
                } else if let Some(command) = dialog.purpose.command(path) {
                    self.handle(command);
                }
            }
            Outcome::Several(paths) => {
                if let Some(command) = dialog.purpose.command_for_all(paths) {
                    self.handle(command);
                }
            }
            Outcome::Cancelled => {}
            Outcome::Unavailable => {
                let (purpose, suggestion) = (dialog.purpose.clone(), dialog.suggestion.clone());
                carry_out::type_path(&mut self.ui_state, purpose, suggestion);
            }
        }
        self.ui_state.file_dialog = None;
    }

    pub fn tick(&mut self, ctx: &Context) {
        self.poll_file_dialog(ctx);
        self.app.keep_draft(self.ui_state.kept());
        let held = self.ui_state.holds();
        let mut wait = None;
        self.run(|app| {
            wait = app.tick(Instant::now());
            app.take_up(held);
        });
        if let Some(wait) = wait {
            ctx.request_repaint_after(wait);
        }
        if !EventOrder::has_typing(ctx) && self.must_end.swap(false, Ordering::Relaxed) {
            // Nobody is there to be asked: what can be saved is.
            self.app.save_now();
            self.closing = true;
            self.wants_to_close = true;
        }
        if !self.closing && self.app.is_closing() {
            self.closing = self.may_close();
            self.wants_to_close |= self.closing;
        }
        self.close_if_wanted(ctx);
    }

    fn close_if_wanted(&mut self, ctx: &Context) {
        if std::mem::take(&mut self.wants_to_close) {
            ctx.send_viewport_cmd(ViewportCommand::Close);
        }
    }

    /// Closes the window only when nothing is lost, or when the user gives it up.
    fn guard_closing(&mut self, ctx: &Context) {
        if !ctx.input(|input| input.viewport().close_requested()) {
            return;
        }
        if EventOrder::has_typing(ctx) {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            self.wants_to_close = true;
        } else if self.closing || self.may_close() {
            self.closing = true;
            self.remember_size(ctx);
        } else {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
        }
    }

    /// Whether nothing would be lost with the window; asks about it where something would.
    pub fn may_close(&mut self) -> bool {
        if self.ui_state.asks_about_words() {
            self.app.handle(Command::StopClosing);
            return false;
        }
        let may = self.app.may_close();
        let asks = matches!(
            self.ui_state.dialog,
            Some(Dialog::UnsavedOnClose | Dialog::RoundUnsaved(_))
        );
        if !may && !asks && !self.app.is_closing() {
            // One after the other: each has its own way out.
            let round = self.app.round().is_some_and(RoundSession::would_be_lost);
            self.ui_state.open_over(if round {
                Dialog::RoundUnsaved(Leaving::Window)
            } else {
                Dialog::UnsavedOnClose
            });
        }
        may
    }

    /// Keeps the size of the window for the next time, unless it fills the screen anyway.
    fn remember_size(&mut self, ctx: &Context) {
        let fills = ctx.input(|input| {
            let viewport = input.viewport();
            [viewport.maximized, viewport.fullscreen, viewport.minimized].contains(&Some(true))
        });
        let size = ctx.viewport_rect().size() * ctx.zoom_factor();
        let window = Some(window_size(size));
        if !fills && self.app.settings().window != window {
            let settings = Settings {
                window,
                ..self.app.settings().clone()
            };
            self.handle(Command::Settings(Box::new(settings)));
        }
    }
}

impl eframe::App for Window {
    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        let begun = self.frame_log.begin();
        self.tick(ctx);
        self.guard_closing(ctx);
        self.frame_log.end(begun);
    }

    fn ui(&mut self, ui: &mut Ui, frame: &mut eframe::Frame) {
        let begun = self.frame_log.begin();
        self.show(ui);
        self.frame_log.end(begun);
        self.frame_log.write(frame);
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }
}

impl Window {
    /// Brings to disk what is on its way there.
    fn save_unsaved(&mut self) {
        let is_saving = |state| matches!(state, Some(SaveState::Saving));
        if is_saving(self.app.session().map(Session::save_state))
            || is_saving(self.app.round().and_then(RoundSession::save_state))
        {
            self.app.save_now();
        }
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        self.save_unsaved();
    }
}

/// Asks the window for another look, from any thread.
fn waker(ctx: &Context) -> Arc<dyn Fn() + Send + Sync> {
    let ctx = ctx.clone();
    Arc::new(move || ctx.request_repaint())
}

/// A size in whole points, as the settings keep it.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a number with a point becomes the nearest whole one that there is"
)]
fn window_size(size: egui::Vec2) -> WindowSize {
    WindowSize::new(size.x.round() as u16, size.y.round() as u16)
}
