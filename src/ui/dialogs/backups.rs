//! Stub.

use egui::Ui;

use super::Stays;
use crate::ui::view::View;

/// Shows the dialog.
pub fn backups_ui(_ui: &mut Ui, _view: &View<'_>, _backups: &[crate::store::Backup]) -> Stays {
    Stays::No
}
