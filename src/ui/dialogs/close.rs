//! Stub.

use egui::Ui;

use super::Stays;
use crate::ui::view::View;

/// Shows the dialog.
pub fn close_ui(_ui: &mut Ui, _view: &View<'_>) -> Stays {
    Stays::No
}
