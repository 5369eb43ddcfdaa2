//! What moved since the last call.

use egui::Ui;

use super::page_ui;
use crate::ui::state::UiState;
use crate::ui::view::View;

/// Shows the screen.
pub fn compare_ui(ui: &mut Ui, _view: &View<'_>, _state: &mut UiState) {
    page_ui(ui, "compare", |_ui| {});
}
