//! What a check finds, and what leaves with a reply.

use egui::Ui;

use super::page_ui;
use crate::ui::state::UiState;
use crate::ui::view::View;

/// Shows the screen.
pub fn submit_ui(ui: &mut Ui, _view: &View<'_>, _state: &mut UiState) {
    page_ui(ui, "submit", |_ui| {});
}
