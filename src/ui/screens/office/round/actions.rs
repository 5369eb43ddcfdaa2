//! What can be done with the round as a whole: as buttons, or in a menu where there is no room.

use egui::containers::menu::MenuButton;
use egui::{RichText, Ui};

use crate::ui::action::Action;
use crate::ui::tokens::{space, text};
use crate::ui::view::View;
use crate::ui::widgets::ActionButton;

const ACTIONS: [Action; 5] = [
    Action::AddReplies,
    Action::AddFolder,
    Action::ReadAgain,
    Action::ShowReport,
    Action::CloseRound,
];

/// Shows the actions from right to left, so that they read from left to right.
pub fn actions_ui(ui: &mut Ui, view: &View<'_>, wide: bool) {
    if !wide {
        menu_ui(ui, view);
        return;
    }
    ui.spacing_mut().item_spacing.x = space::S;
    for action in ACTIONS.into_iter().rev() {
        let word = view.say(action.short_name());
        let button = if action == Action::CloseRound {
            ActionButton::quiet(&word)
        } else {
            ActionButton::plain(&word)
        };
        let button = button.enabled(action.is_possible(view.app));
        if button.show(ui).clicked() {
            view.action(action);
        }
    }
}

fn menu_ui(ui: &mut Ui, view: &View<'_>) {
    let word = RichText::new(view.say("menu-round")).font(text::body());
    MenuButton::new(word).ui(ui, |ui| {
        for action in ACTIONS {
            let button = egui::Button::new(view.say(action.short_name()));
            if ui
                .add_enabled(action.is_possible(view.app), button)
                .clicked()
            {
                view.action(action);
                ui.close();
            }
        }
    });
}
