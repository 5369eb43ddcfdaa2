//! The replies to one call.

use egui::Ui;

use super::page_ui;
use crate::ui::state::UiState;
use crate::ui::view::View;

/// Shows the screen.
pub fn round_ui(ui: &mut Ui, _view: &View<'_>, _state: &mut UiState) {
    page_ui(ui, "round", |_ui| {});
}
