//! How every dialog begins, is confirmed and goes.

use egui::{Id, Key, Ui};

use crate::ui::tokens::size;
use crate::ui::widgets::FieldEvents;

/// What becomes of a dialog after it was shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stays {
    /// It stays.
    Yes,
    /// It goes.
    No,
}

/// Brings the keyboard to the first field of a dialog that has just opened.
pub fn begin(ui: &Ui, begun: &mut bool, first: Id) {
    if *begun {
        return;
    }
    // A dialog takes the keyboard only once it lies on top, which it does not in its first pass.
    *begun = ui.memory(|memory| memory.has_focus(first));
    if !*begun {
        ui.memory_mut(|memory| memory.request_focus(first));
        ui.ctx().request_repaint();
    }
}

/// The height of a list of at most `rows` rows, fewer in a low window. It is the same however many
/// rows there are, so that nothing moves while somebody types.
pub fn list_height(ui: &Ui, rows: f32) -> f32 {
    let room = ui.ctx().content_rect().height() - size::AROUND_LIST;
    (rows * size::CONTROL).min(room).max(2.0 * size::CONTROL)
}

/// Whether Enter was pressed in a field: the dialog is confirmed.
pub fn entered(ui: &Ui, events: FieldEvents) -> bool {
    if events.changed {
        // What the words come to is told before the field is shown: so at once, not with the next key.
        ui.ctx().request_repaint();
    }
    events.left && ui.input(|input| input.key_pressed(Key::Enter))
}
