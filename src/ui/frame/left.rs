//! The sections with their progress, and the search above them.

use egui::Ui;

use crate::ui::state::UiState;
use crate::ui::view::View;

/// Shows the column.
pub fn left_ui(_ui: &mut Ui, _view: &View<'_>, _state: &mut UiState) {}
