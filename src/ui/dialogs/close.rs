//! The window is about to close, and something would be lost.

use egui::{Id, Ui};

use super::confirm::Stays;
use crate::app::round::RoundCommand;
use crate::app::{Command, SaveState};
use crate::ui::action::Action;
use crate::ui::state::Leaving;
use crate::ui::state::UiState;
use crate::ui::state::file_dialog::Purpose;
use crate::ui::tokens::space;
use crate::ui::view::{UiEvent, View};
use crate::ui::widgets::{DialogEvent, DialogFrame, heading};

/// Shows that the last save failed.
pub fn close_ui(ui: &Ui, view: &View<'_>) -> Stays {
    let Some(session) = view.session() else {
        return Stays::No;
    };
    let title = view.say("close-title");
    let buttons = [
        view.say("command-save-elsewhere"),
        view.say("close-stay"),
        view.say("close-anyway"),
    ];
    let frame = DialogFrame::new(Id::unique("close"), &title);
    let ((), event) = frame.show(ui.ctx(), &buttons, |ui| {
        if let SaveState::Failed(fault) = session.save_state() {
            heading::fault(ui, &view.words.explain(fault));
            ui.add_space(space::S);
        }
        heading::body(
            ui,
            &match session.last_saved() {
                Some(when) => {
                    let when = view.words.moment(when);
                    view.say_with("close-lost-since", &[("when", when.into())])
                }
                None => view.say("close-lost-all"),
            },
        );
    });
    match event {
        DialogEvent::None => Stays::Yes,
        DialogEvent::Pressed(0) => {
            view.events.add(UiEvent::SaveElsewhereAndClose);
            Stays::No
        }
        DialogEvent::Pressed(2) => {
            view.events.add(UiEvent::CloseUnsaved);
            Stays::No
        }
        DialogEvent::Pressed(_) | DialogEvent::Dismissed => Stays::No,
    }
}

/// Shows what is typed and in no file: into fields where it cannot be read, and beside buttons that
/// were not pressed; before what comes `next`, or else the end of the window.
pub fn unreadable_ui(
    ui: &Ui,
    view: &View<'_>,
    state: &UiState,
    next: &mut Option<Box<Command>>,
) -> Stays {
    let can_be_read = state.drafts.unreadable().next().is_none();
    let (title, body) = if can_be_read {
        (
            view.say("close-unpressed-title"),
            view.say("close-unpressed"),
        )
    } else {
        (
            view.say("close-unreadable-title"),
            view.say("close-unreadable"),
        )
    };
    let go_on = if next.is_some() {
        view.say("leave-without-it")
    } else {
        view.say("close-without-it")
    };
    let buttons = [view.say("close-stay"), go_on];
    let frame = DialogFrame::new(Id::unique("close_unreadable"), &title);
    let ((), event) = frame.show(ui.ctx(), &buttons, |ui| {
        heading::body(ui, &body);
        ui.add_space(space::S);
        // What is typed into the round stays there while the round does.
        let of_round = state.round.unsaved_words().filter(|_| {
            next.as_deref()
                .is_none_or(|next| view.app.would_leave(next).round)
        });
        for typed in state.drafts.unreadable().chain(of_round) {
            heading::strong(ui, typed);
        }
    });
    match event {
        DialogEvent::None => Stays::Yes,
        DialogEvent::Pressed(1) => {
            view.events.add(UiEvent::WithoutDrafts(next.take()));
            Stays::No
        }
        DialogEvent::Pressed(_) | DialogEvent::Dismissed => Stays::No,
    }
}

/// Shows that the round is saved nowhere.
pub fn round_ui(ui: &Ui, view: &View<'_>, leaving: Leaving) -> Stays {
    let Some(round) = view.app.round() else {
        return Stays::No;
    };
    let title = view.say("close-round-title");
    let buttons = [
        view.say("round-save"),
        view.say("close-stay"),
        view.say("close-round-anyway"),
    ];
    let frame = DialogFrame::new(Id::unique("close_round"), &title);
    let ((), event) = frame.show(ui.ctx(), &buttons, |ui| {
        if let Some(SaveState::Failed(fault)) = round.save_state() {
            heading::fault(ui, &view.words.explain(fault));
            ui.add_space(space::S);
        }
        heading::body(ui, &view.say("close-round"));
    });
    match event {
        DialogEvent::None => return Stays::Yes,
        DialogEvent::Pressed(0) => view.ask_for_file(Purpose::SaveRound),
        DialogEvent::Pressed(2) => {
            view.send(Command::Round(Box::new(RoundCommand::GiveUp)));
            if leaving == Leaving::Window {
                view.action(Action::Quit);
            }
        }
        DialogEvent::Pressed(_) | DialogEvent::Dismissed => {}
    }
    Stays::No
}
