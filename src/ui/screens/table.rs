//! The questions of a section as a table.

use egui::Ui;

use crate::ui::frame::Room;
use crate::ui::state::UiState;
use crate::ui::view::View;

/// Shows the screen.
pub fn table_ui(
    _ui: &mut Ui,
    _view: &View<'_>,
    _state: &mut UiState,
    _room: Room,
    _question: &crate::domain::QuestionId,
) {
}
