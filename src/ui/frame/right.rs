//! What stands beside a question: the principles that it serves, last time, the 2007 replies, the
//! trail.

use egui::Ui;

use crate::ui::view::View;

/// Shows the column.
pub fn right_ui(ui: &mut Ui, view: &View<'_>) {
    aside_ui(ui, view);
}

/// Shows what stands beside the question, in the column or, in a narrow window, below it.
pub fn aside_ui(_ui: &mut Ui, _view: &View<'_>) {}
