//! How every dialog begins, is confirmed and goes.

use egui::{Id, Key, Modifiers, ScrollArea, Ui};

use crate::ui::tokens::size;
use crate::ui::widgets::FieldEvents;

/// What becomes of a dialog after it was shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stays {
    Yes,
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

/// Shows a list of at most `rows` rows, fewer in a low window. It is as high however many rows there
/// are, so that nothing moves while somebody types.
pub fn list_ui(ui: &mut Ui, name: &str, rows: f32, content: impl FnOnce(&mut Ui)) {
    let room = ui.ctx().content_rect().height() - size::AROUND_LIST;
    let height = (rows * size::CONTROL).min(room).max(2.0 * size::CONTROL);
    ui.spacing_mut().item_spacing.y = 0.0;
    ScrollArea::vertical()
        .id_salt(name)
        .max_height(height)
        .min_scrolled_height(height)
        .auto_shrink(false)
        .show(ui, content);
}

/// How far the arrow keys moved while the field has the keyboard.
pub fn moved_by_arrows(ui: &Ui, field: Id) -> isize {
    if !ui.memory(|memory| memory.has_focus(field)) {
        return 0;
    }
    let pressed = |key| ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key));
    let down = pressed(Key::ArrowDown).cast_signed();
    down - pressed(Key::ArrowUp).cast_signed()
}

/// Whether Enter was pressed in a field: the dialog is confirmed.
pub fn entered(ui: &Ui, events: FieldEvents) -> bool {
    if events.changed {
        // What the words come to is told before the field is shown: so at once, not with the next key.
        ui.ctx().request_repaint();
    }
    events.left && ui.input(|input| input.key_pressed(Key::Enter))
}
