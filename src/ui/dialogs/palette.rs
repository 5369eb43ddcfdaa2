//! Stub.

use egui::Ui;

use super::Stays;
use crate::ui::view::View;

/// Shows the dialog.
pub fn palette_ui(_ui: &mut Ui, _view: &View<'_>, _draft: &mut super::PaletteDraft) -> Stays {
    Stays::No
}
