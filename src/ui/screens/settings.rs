//! How the program looks and behaves.

use egui::Ui;

use crate::ui::frame::Room;
use crate::ui::state::UiState;
use crate::ui::view::View;

/// Shows the screen.
pub fn settings_ui(_ui: &mut Ui, _view: &View<'_>, _state: &mut UiState, _room: Room) {}
