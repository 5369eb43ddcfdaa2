//! What can be done with the round as a whole: as buttons, or in a menu where there is no room.

use egui::containers::menu::MenuButton;
use egui::{RichText, Ui};

use super::ask;
use crate::app::round::{RoundCommand, RoundDesk};
use crate::app::{Act, SaveState};
use crate::ui::dialogs::{Dialog, Leaving};
use crate::ui::file_dialog::Purpose;
use crate::ui::tokens::{space, text};
use crate::ui::view::View;
use crate::ui::widgets::buttons::ActionButton;

/// Something that can be done with the round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum RoundAct {
    AddFiles,
    AddFolder,
    ReadAgain,
    Report,
    Close,
}

impl RoundAct {
    const ALL: [Self; 5] = [
        Self::AddFiles,
        Self::AddFolder,
        Self::ReadAgain,
        Self::Report,
        Self::Close,
    ];

    fn words(self, view: &View<'_>) -> String {
        view.say(match self {
            Self::AddFiles => "round-add-files",
            Self::AddFolder => "round-add-folder",
            Self::ReadAgain => "round-read-again",
            Self::Report => "round-report",
            Self::Close => "round-close",
        })
    }

    fn is_possible(self, desk: &RoundDesk) -> bool {
        match self {
            Self::AddFiles | Self::AddFolder => can_write(desk),
            Self::ReadAgain => desk.reading().is_none() && !desk.noted().sources.is_empty(),
            Self::Report | Self::Close => true,
        }
    }

    fn carry_out(self, view: &View<'_>, desk: &RoundDesk) {
        match self {
            Self::AddFiles => view.ask_for_file(Purpose::RoundFiles),
            Self::AddFolder => view.ask_for_file(Purpose::RoundFolder),
            Self::ReadAgain => ask(view, RoundCommand::ReadAgain),
            Self::Report => view.act(Act::ShowReport),
            Self::Close => close(view, desk),
        }
    }
}

/// Whether what the office notes can be changed.
pub fn can_write(desk: &RoundDesk) -> bool {
    !matches!(desk.save_state(), Some(SaveState::ReadOnly(_)))
}

/// Shows the acts from right to left, so that they read from left to right.
pub fn acts_ui(ui: &mut Ui, view: &View<'_>, desk: &RoundDesk, wide: bool) {
    if !wide {
        menu_ui(ui, view, desk);
        return;
    }
    ui.spacing_mut().item_spacing.x = space::S;
    for act in RoundAct::ALL.into_iter().rev() {
        button_ui(ui, view, desk, act);
    }
}

fn button_ui(ui: &mut Ui, view: &View<'_>, desk: &RoundDesk, act: RoundAct) {
    let word = act.words(view);
    let button = if act == RoundAct::Close {
        ActionButton::quiet(&word)
    } else {
        ActionButton::plain(&word)
    };
    if button.enabled(act.is_possible(desk)).show(ui).clicked() {
        act.carry_out(view, desk);
    }
}

fn menu_ui(ui: &mut Ui, view: &View<'_>, desk: &RoundDesk) {
    let word = RichText::new(view.say("round-acts")).font(text::body());
    MenuButton::new(word).ui(ui, |ui| {
        for act in RoundAct::ALL {
            let button = egui::Button::new(act.words(view));
            if ui.add_enabled(act.is_possible(desk), button).clicked() {
                act.carry_out(view, desk);
                ui.close();
            }
        }
    });
}

/// Closes the round, or asks first where that would lose something.
fn close(view: &View<'_>, desk: &RoundDesk) {
    let is_lost = match desk.save_state() {
        None => !desk.is_empty(),
        Some(state) => matches!(state, SaveState::Failed(_)),
    };
    if is_lost {
        view.open(Dialog::RoundUnsaved(Leaving::Round));
    } else {
        ask(view, RoundCommand::Close);
    }
}
