//! The bar below: whether the work is on disk, how far it is, and the keys that help.

use egui::{Align, Layout, Ui};

use crate::app::{QuestionView, Route};
use crate::ui::action::Action;
use crate::ui::parts::{Room, save_state_ui};
use crate::ui::tokens::{size, space};
use crate::ui::view::View;
use crate::ui::widgets::heading;

pub fn bottom_ui(ui: &mut Ui, view: &View<'_>, room: Room) {
    let Some(session) = view.session() else {
        return;
    };
    ui.horizontal(|ui| {
        ui.set_min_height(size::ICON);
        ui.spacing_mut().item_spacing.x = space::L;
        save_state_ui(ui, view, &session.save_state());
        let progress = session.analysis().progress;
        let answered = view.say_with(
            "frame-answered",
            &[("done", progress.done.into()), ("all", progress.all.into())],
        );
        heading::note(ui, &answered);
        let analysis = session.analysis();
        heading::note(ui, &view.count("frame-cleared", analysis.cleared));
        if analysis.flagged != 0 {
            heading::note(ui, &view.count("frame-flagged", analysis.flagged));
        }
        if room == Room::Wide && view.app.settings().single_keys {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| keys_ui(ui, view));
        }
    });
}

fn keys_ui(ui: &mut Ui, view: &View<'_>) {
    let key = match view.app.route() {
        Route::Question(_, QuestionView::One) => "frame-keys-question",
        _ => return,
    };
    if Action::NextOpen.is_possible(view.app) {
        heading::note(ui, &view.say(key));
    }
}
