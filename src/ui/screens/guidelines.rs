//! The paragraphs of the Guidelines.

use egui::Ui;

use crate::ui::frame::Room;
use crate::ui::state::UiState;
use crate::ui::view::View;

/// Shows the screen.
pub fn guidelines_ui(
    _ui: &mut Ui,
    _view: &View<'_>,
    _state: &mut UiState,
    _room: Room,
    _paragraph: Option<crate::domain::ParagraphReference>,
) {
}
