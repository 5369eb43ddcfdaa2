//! The State, its people and levels, and the call.

use egui::Ui;

use crate::ui::frame::Room;
use crate::ui::state::UiState;
use crate::ui::view::View;

/// Shows the screen.
pub fn profile_ui(_ui: &mut Ui, _view: &View<'_>, _state: &mut UiState, _room: Room) {}
