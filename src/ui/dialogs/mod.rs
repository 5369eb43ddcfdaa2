//! The dialogs: one at a time, each shown over the page.

mod action;
mod backups;
mod close;
mod confirm;
mod evidence;
mod form;
mod list_item;
mod new;
mod palette;
mod path;
mod state_list;

use egui::Ui;

use self::confirm::Stays;
use super::state::{Dialog, UiState};
use super::view::View;

/// Shows the dialog that is open, if one is.
pub fn dialog_ui(ui: &mut Ui, view: &View<'_>, state: &mut UiState) {
    let Some(mut dialog) = state.dialog.take().or_else(|| state.beneath.take()) else {
        return;
    };
    let stays = match &mut dialog {
        Dialog::New(draft) => new::new_ui(ui, view, draft),
        Dialog::Example(draft) => new::example_ui(ui, view, draft),
        Dialog::Palette(draft) => palette::palette_ui(ui, view, draft),
        Dialog::Backups(backups) => backups::backups_ui(ui, view, backups),
        Dialog::Path(draft) => path::path_ui(ui, view, draft),
        Dialog::Evidence(question, id, draft) => {
            evidence::evidence_ui(ui, view, question, *id, draft)
        }
        Dialog::Item(question, id, draft) => {
            list_item::list_item_ui(ui, view, question, *id, draft)
        }
        Dialog::Action(id, draft) => action::action_ui(ui, view, *id, draft),
        Dialog::UnsavedOnClose => close::close_ui(ui, view),
        Dialog::Unreadable(next) => close::unreadable_ui(ui, view, state, next),
        Dialog::RoundUnsaved(leaving) => close::round_ui(ui, view, *leaving),
    };
    if stays == Stays::Yes {
        state.dialog = Some(dialog);
    }
}
