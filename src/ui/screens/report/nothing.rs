//! What the screen says where nothing is open that a report could be made of.

use egui::{Ui, vec2};

use crate::ui::action::Action;
use crate::ui::parts::page::page_ui;
use crate::ui::tokens::{size, space};
use crate::ui::view::View;
use crate::ui::widgets::buttons::ActionButton;
use crate::ui::widgets::heading;

/// Says what a report is made of, and leads there.
pub fn nothing_ui(ui: &mut Ui, view: &View<'_>) {
    page_ui(ui, "report_of_nothing", |ui| {
        ui.set_max_width(ui.available_width().min(size::START_COLUMN));
        heading::page_title(ui, &view.say("reports-title"));
        ui.add_space(space::S);
        heading::dim(ui, &view.say("reports-nothing-open"));
        ui.add_space(space::L);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(space::S, space::S);
            for (act, word) in [
                (Action::ShowStart, view.say("reports-to-start")),
                (Action::ShowRound, view.say("reports-to-rounds")),
            ] {
                if ActionButton::plain(&word).show(ui).clicked() {
                    view.action(act);
                }
            }
        });
    });
}
