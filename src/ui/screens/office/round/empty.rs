//! What the screen says before there is a round: what will stand here, and how to begin.

use egui::{Ui, vec2};

use super::intake;
use crate::ui::action::Action;
use crate::ui::parts::page::page_ui;
use crate::ui::tokens::{size, space};
use crate::ui::view::View;
use crate::ui::widgets::buttons::ActionButton;
use crate::ui::widgets::heading;

/// Shows what a round is, and how to begin one.
pub fn empty_ui(ui: &mut Ui, view: &View<'_>) {
    page_ui(ui, "round", |ui| {
        ui.set_max_width(ui.available_width().min(size::START_COLUMN));
        heading::page_title(ui, &view.say("round-title"));
        ui.add_space(space::S);
        heading::dim(ui, &view.say("round-what"));
        ui.add_space(space::XL);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(space::S, space::S);
            intake::adding_ui(ui, view, true);
            let word = view.say(Action::OpenRound.name());
            if ActionButton::plain(&word).show(ui).clicked() {
                view.action(Action::OpenRound);
            }
            let word = view.say(Action::BeginRound.name());
            if ActionButton::plain(&word).show(ui).clicked() {
                view.action(Action::BeginRound);
            }
        });
        ui.add_space(space::S);
        heading::note(ui, &view.say("round-drop-note"));
        ui.add_space(space::XXL);
        heading::part_title(ui, &view.say("round-will-title"));
        ui.add_space(space::XS);
        heading::hairline(ui);
        ui.add_space(space::M);
        for key in [
            view.say("round-will-files"),
            view.say("round-will-questions"),
            view.say("round-will-texts"),
            view.say("round-will-never"),
        ] {
            heading::body(ui, &key);
            ui.add_space(space::S);
        }
    });
}
