//! Stub.

use egui::Ui;

use super::{NewDraft, StateDraft, Stays};
use crate::ui::view::View;

/// Shows the dialog for a new assessment.
pub fn new_ui(_ui: &mut Ui, _view: &View<'_>, _draft: &mut NewDraft) -> Stays {
    Stays::No
}

/// Shows the dialog for a sample.
pub fn example_ui(_ui: &mut Ui, _view: &View<'_>, _draft: &mut StateDraft) -> Stays {
    Stays::No
}
