//! Stub.

use egui::Ui;

use super::Stays;
use crate::ui::view::View;

/// Shows the dialog.
pub fn path_ui(_ui: &mut Ui, _view: &View<'_>, _draft: &mut super::PathDraft) -> Stays {
    Stays::No
}
