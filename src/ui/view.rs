//! What every screen is given: the program to read, the words to say, and a way to ask for things.

use std::cell::RefCell;
use std::fmt::Debug;
use std::hash::Hash;

use egui::{Id, Ui};

use super::state::Dialog;
use super::state::file_dialog::Purpose;
use super::widgets::{FieldEvents, StandingWords};
use crate::app::round::RoundCommand;
use crate::app::{App, Command, Route, Session};
use crate::domain::{Change, FieldValue, Instrument, Level, QuestionId, RoundChange, StateCode};
use crate::ui::action::{Action, can_write_round};
use crate::words::{Value, Words};

/// What every screen is given.
#[derive(Clone, Copy)]
pub struct View<'a> {
    pub app: &'a App,
    pub words: &'a Words,
    /// The words on the pills.
    pub standing_words: &'a StandingWords,
    /// What the user asked for in this pass.
    pub events: &'a UiEvents,
    /// The number of the dialog that is open, or was last.
    pub dialog_number: u64,
}

/// Something that the user asked for.
#[derive(Debug)]
pub enum UiEvent {
    Command(Command),
    Action(Action),
    Dialog(Dialog),
    /// The cell that the digits answer.
    Level(Level),
    /// A path, from the machine's dialog for files.
    File(Purpose),
    /// That the window closes, though not everything is on disk.
    CloseUnsaved,
    /// That what is typed and cannot be read is given up, for this command, or else for the end of
    /// the window.
    WithoutDrafts(Option<Box<Command>>),
    /// That the work is saved elsewhere, and the window closes once it is.
    SaveElsewhereAndClose,
}

/// What the user asked for, carried out when the pass is over.
#[derive(Debug, Default)]
pub struct UiEvents(RefCell<Vec<UiEvent>>);

impl UiEvents {
    pub fn add(&self, event: UiEvent) {
        self.0.borrow_mut().push(event);
    }

    /// Takes all events out, in the order in which they came.
    pub fn take(&self) -> Vec<UiEvent> {
        self.0.take()
    }
}

impl<'a> View<'a> {
    pub fn send(&self, command: Command) {
        self.events.add(UiEvent::Command(command));
    }

    pub fn edit(&self, change: Change) {
        self.send(Command::Edit(Box::new(change)));
    }

    /// Asks for another value in the answer to a question.
    pub fn set(&self, question: &QuestionId, value: FieldValue) {
        self.edit(Change::Set(question.clone(), Box::new(value)));
    }

    /// Makes one step of what was typed, once the keyboard has left the field.
    pub fn end_run(&self, events: FieldEvents) {
        if events.left {
            self.send(Command::EndRun);
        }
    }

    pub fn go(&self, route: Route) {
        self.send(Command::Go(route));
    }

    /// Asks for a question, as questions are shown now.
    pub fn go_to_question(&self, question: &QuestionId) {
        let view = match self.app.route() {
            Route::Question(_, view) => *view,
            _ => crate::app::QuestionView::One,
        };
        self.go(Route::Question(question.clone(), view));
    }

    /// Asks for a question with the keyboard at one of its levels.
    pub fn go_to_cell(&self, question: &QuestionId, level: Level) {
        self.events.add(UiEvent::Level(level));
        self.go_to_question(question);
    }

    /// Asks for something to be done with the round.
    pub fn ask_round(&self, command: RoundCommand) {
        self.send(Command::Round(Box::new(command)));
    }

    pub fn change_round(&self, change: RoundChange) {
        self.ask_round(RoundCommand::Change(change));
    }

    pub fn action(&self, action: Action) {
        self.events.add(UiEvent::Action(action));
    }

    pub fn open(&self, dialog: Dialog) {
        self.events.add(UiEvent::Dialog(dialog));
    }

    pub fn ask_for_file(&self, purpose: Purpose) {
        self.events.add(UiEvent::File(purpose));
    }

    /// The id of a field of the open assessment. What is remembered of a field, such as what Ctrl+Z
    /// brings back into it, is remembered by its id: so another assessment has other ids.
    pub fn field_id(&self, name: impl Hash + Debug) -> Id {
        Id::unique((name, self.app.session_number()))
    }

    /// The id of a field of the open round; another round has other ids.
    pub fn round_field_id(&self, name: impl Hash + Debug) -> Id {
        Id::unique((name, self.app.round_number()))
    }

    /// The id of a field of the open dialog; another dialog has other ids.
    pub fn dialog_field_id(&self, name: &str) -> Id {
        Id::unique((name, self.dialog_number))
    }

    pub fn say(&self, key: &str) -> String {
        self.words.say(key)
    }

    pub fn say_with(&self, key: &str, values: &[(&str, Value<'_>)]) -> String {
        self.words.say_with(key, values)
    }

    /// Words that depend on a count.
    pub fn count(&self, key: &str, count: impl Into<Value<'a>>) -> String {
        self.say_with(key, &[("count", count.into())])
    }

    /// The State's name, as documents print it today.
    pub fn state_name(&self, state: StateCode) -> &'a str {
        let known = self.app.library().states.get(state);
        known.map_or("", |known| known.name.as_str())
    }

    pub fn instrument(&self) -> &'a Instrument {
        self.app.instrument()
    }

    pub fn session(&self) -> Option<&'a Session> {
        self.app.session()
    }

    /// Lets nothing be changed that is shown in `ui` from now on, where the assessment is there to
    /// read. What shows words is not meant: those are there to scroll, to mark and to copy.
    pub fn guard(&self, ui: &mut Ui) {
        if !self.can_write() {
            ui.disable();
        }
    }

    /// As [`View::guard`], for the open round.
    pub fn guard_round(&self, ui: &mut Ui) {
        if !self.app.round().is_some_and(can_write_round) {
            ui.disable();
        }
    }

    pub fn can_write(&self) -> bool {
        self.session().is_some_and(Session::can_write)
    }
}
