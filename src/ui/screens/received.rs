//! A reply that was received, to read.

use egui::Ui;

use super::page_ui;
use crate::ui::state::UiState;
use crate::ui::view::View;

/// Shows the screen.
pub fn received_ui(ui: &mut Ui, _view: &View<'_>, _state: &mut UiState) {
    page_ui(ui, "received", |_ui| {});
}
