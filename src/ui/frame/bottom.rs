//! The bar below: whether the work is on disk, how far it is, and the keys that help.

use egui::{Align, Layout, Ui};

use super::Room;
use crate::app::{QuestionView, ReadReason, Route, SaveState};
use crate::store;
use crate::ui::action::Action;
use crate::ui::tokens::{Tokens, size, space, text};
use crate::ui::view::View;
use crate::ui::widgets::heading;
use crate::ui::widgets::icon::Icon;

/// Shows the bar.
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
        let cleared = [("count", analysis.cleared.into())];
        heading::note(ui, &view.say_with("frame-cleared", &cleared));
        if analysis.flagged != 0 {
            let flagged = [("count", analysis.flagged.into())];
            heading::note(ui, &view.say_with("frame-flagged", &flagged));
        }
        if room == Room::Wide && view.app.settings().single_keys {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| keys_ui(ui, view));
        }
    });
}

/// Shows whether the work is on disk.
pub fn save_state_ui(ui: &mut Ui, view: &View<'_>, state: &SaveState<'_>) {
    let tokens = Tokens::of(ui);
    let (icon, tone, words) = match state {
        SaveState::Saved(None) => (Icon::Check, tokens.good, view.say("frame-saved")),
        SaveState::Saved(Some(when)) => {
            let time = store::local(*when).strftime("%H:%M").to_string();
            let words = view.say_with("frame-saved-at", &[("time", time.into())]);
            (Icon::Check, tokens.good, words)
        }
        SaveState::Saving => (Icon::More, tokens.accent, view.say("frame-saving")),
        SaveState::Failed(_) => (Icon::Warning, tokens.error, view.say("frame-not-saved")),
        SaveState::ReadOnly(ReadReason::Backup(_)) => {
            (Icon::Information, tokens.warning, view.say("frame-backup"))
        }
        SaveState::ReadOnly(_) => (
            Icon::Information,
            tokens.warning,
            view.say("frame-read-only"),
        ),
    };
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        let (rect, _) = ui.allocate_exact_size(egui::Vec2::splat(size::MARK), egui::Sense::hover());
        icon.paint(ui.painter(), rect.center(), size::MARK, tone.ink);
        ui.label(
            egui::RichText::new(words)
                .font(text::small())
                .color(tone.ink),
        );
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
