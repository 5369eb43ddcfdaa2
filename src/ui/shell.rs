//! The window itself: runs the program between frames, and puts the screen together.

use std::sync::Arc;
use std::time::Instant;

use egui::{Context, Ui, ViewportCommand};

use super::acts;
use super::dialogs::{self, Dialog, dialog_ui};
use super::file_dialog::{Outcome, Purpose};
use super::frame_log::FrameLog;
use super::state::UiState;
use super::tokens::{self, ThemeChoice};
use super::view::{View, Wish, Wishes};
use super::widgets::standing_choice::StandingWords;
use super::words::Words;
use super::{fonts, frame, keys, screens};
use crate::app::{App, Command, Library, SaveState};
use crate::domain::{EvidenceId, QuestionId};
use crate::store::{Folders, Settings, Theme};

/// The window, with the program that it shows.
pub struct Window {
    app: App,
    ui_state: UiState,
    words: Words,
    standing_words: StandingWords,
    wishes: Wishes,
    applied: Option<(Theme, u16)>,
    closing: bool,
    frame_log: FrameLog,
}

impl Window {
    /// A window onto a program that has just started.
    #[must_use]
    pub fn new(ctx: &Context, library: Library) -> Self {
        Self::onto(ctx, App::start(library, waker(ctx)))
    }

    /// A window onto a program with these folders for settings and backups. Paths are typed, since
    /// nobody is there to answer the machine's dialog: for tests.
    #[must_use]
    pub fn new_in(ctx: &Context, library: Library, folders: Folders) -> Self {
        let app = App::start_in(library, Some(folders), waker(ctx));
        let mut window = Self::onto(ctx, app);
        window.ui_state.typed_paths = true;
        window
    }

    fn onto(ctx: &Context, app: App) -> Self {
        fonts::install(ctx);
        let words = Words::load("en");
        let mut window = Self {
            app,
            ui_state: UiState::default(),
            standing_words: StandingWords::new(&words),
            words,
            wishes: Wishes::default(),
            applied: None,
            closing: false,
            frame_log: FrameLog::from_environment(),
        };
        window.apply_look(ctx);
        window
    }

    /// The program that it shows.
    #[must_use]
    pub fn app(&self) -> &App {
        &self.app
    }

    /// Carries a command out.
    pub fn handle(&mut self, command: Command) {
        if matches!(
            command,
            Command::Undo | Command::Redo | Command::Open(_) | Command::Close
        ) {
            self.ui_state.drafts.clear();
        }
        self.app.handle(command);
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
        let draft = Box::new(dialogs::evidence_draft(piece));
        self.ui_state.dialog = Some(Dialog::Evidence(question.clone(), id, draft));
    }

    fn apply_look(&mut self, ctx: &Context) {
        let settings = self.app.settings();
        let wanted = (settings.theme, settings.text_size.per_cent());
        if self.applied != Some(wanted) {
            tokens::apply(ctx, theme_choice(settings), wanted.1);
            self.applied = Some(wanted);
        }
    }

    /// Shows everything once, then carries out what the user asked for, so that whoever looks next
    /// sees it done.
    pub fn show(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        if self.ui_state.dialog.is_none()
            && let Some(act) = keys::pressed(&ctx, &self.app)
        {
            self.wishes.add(Wish::Act(act));
        }
        let view = View {
            app: &self.app,
            words: &self.words,
            standing_words: &self.standing_words,
            wishes: &self.wishes,
        };
        frame::frame_ui(ui, &view, &mut self.ui_state, screens::screen_ui);
        dialog_ui(ui, &view, &mut self.ui_state);
        self.carry_out_wishes(&ctx);
        self.apply_look(&ctx);
    }

    fn carry_out_wishes(&mut self, ctx: &Context) {
        let mut any = false;
        // An act can come to further wishes; these come to none.
        for _ in 0..2 {
            for wish in self.wishes.take() {
                any = true;
                match wish {
                    Wish::Command(command) => self.handle(command),
                    Wish::Act(act) => {
                        acts::carry_out(
                            act,
                            &self.app,
                            &mut self.ui_state,
                            &self.wishes,
                            ctx,
                            &self.words,
                        );
                    }
                    Wish::Dialog(dialog) => self.ui_state.dialog = Some(dialog),
                    Wish::Level(level) => self.ui_state.level = Some(level),
                    Wish::File(purpose) => {
                        let (app, state) = (&self.app, &mut self.ui_state);
                        acts::ask_for_file(purpose, app, state, ctx, &self.words);
                    }
                    Wish::CloseUnsaved => {
                        self.closing = true;
                        ctx.send_viewport_cmd(ViewportCommand::Close);
                    }
                }
            }
        }
        if any {
            ctx.request_repaint();
        }
    }

    fn poll_file_dialog(&mut self) {
        let Some(dialog) = &self.ui_state.file_dialog else {
            return;
        };
        match dialog.poll() {
            Outcome::Open => return,
            Outcome::Picked(path) => {
                if let Some(Dialog::Evidence(_, _, draft)) = &mut self.ui_state.dialog
                    && dialog.purpose == Purpose::Attach
                {
                    draft.attach(path);
                } else if let Some(command) = dialog.purpose.command(path) {
                    self.handle(command);
                }
            }
            Outcome::Cancelled => {}
            Outcome::Unavailable => {
                let (purpose, suggestion) = (dialog.purpose.clone(), dialog.suggestion.clone());
                acts::type_path(&mut self.ui_state, purpose, suggestion);
            }
        }
        self.ui_state.file_dialog = None;
    }

    /// Closes the window only when everything is on disk, or when the user gives it up.
    fn guard_closing(&mut self, ctx: &Context) {
        if !ctx.input(|input| input.viewport().close_requested()) || self.closing {
            return;
        }
        if self.app.may_close() {
            self.closing = true;
        } else {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            self.ui_state.dialog = Some(Dialog::UnsavedOnClose);
        }
    }
}

impl eframe::App for Window {
    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        let begun = self.frame_log.begin();
        self.poll_file_dialog();
        if let Some(wait) = self.app.tick(Instant::now()) {
            ctx.request_repaint_after(wait);
        }
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

impl Drop for Window {
    fn drop(&mut self) {
        if let Some(session) = self.app.session()
            && matches!(session.save_state(), SaveState::Saving)
        {
            self.app.may_close();
        }
    }
}

/// Asks the window for another look, from any thread.
fn waker(ctx: &Context) -> Arc<dyn Fn() + Send + Sync> {
    let ctx = ctx.clone();
    Arc::new(move || ctx.request_repaint())
}

fn theme_choice(settings: &Settings) -> ThemeChoice {
    match settings.theme {
        Theme::System => ThemeChoice::System,
        Theme::Light => ThemeChoice::Light,
        Theme::Dark => ThemeChoice::Dark,
        Theme::HighContrast => ThemeChoice::HighContrast,
    }
}
