//! What the council means to do about its gaps.

use egui::Ui;

use super::page_ui;
use crate::ui::state::UiState;
use crate::ui::view::View;

/// Shows the screen.
pub fn plan_ui(ui: &mut Ui, _view: &View<'_>, _state: &mut UiState) {
    page_ui(ui, "plan", |_ui| {});
}
