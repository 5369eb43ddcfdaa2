//! Whether the work is on disk.

use egui::Ui;

use crate::app::{ReadReason, SaveState};
use crate::store;
use crate::ui::tokens::{Tokens, size, space, text};
use crate::ui::view::View;
use crate::ui::widgets::Icon;

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
        icon.show(ui, size::MARK, tone.ink);
        ui.label(
            egui::RichText::new(words)
                .font(text::small())
                .color(tone.ink),
        );
    });
}
