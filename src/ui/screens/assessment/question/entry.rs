//! One entry of an answer: a piece of evidence, or an item of a list.

use egui::{Align, Label, Layout, Ui, vec2};

use crate::ui::tokens::size;
use crate::ui::view::View;
use crate::ui::widgets::buttons::ActionButton;
use crate::ui::widgets::heading;

/// What somebody wants of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryEvent {
    /// To change it, or to look at it where nothing can be changed.
    Opened,
    /// To take it away.
    Removed,
}

/// Shows what an entry is called and what is known of it, with what can be done with it.
pub fn entry_ui(ui: &mut Ui, view: &View<'_>, name: &str, details: &str) -> Option<EntryEvent> {
    let mut event = None;
    let row = vec2(ui.available_width(), size::ROW);
    ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
        let values = [("name", name.into())];
        let word = view.say("question-remove");
        let removes = ActionButton::quiet(&word)
            .enabled(view.can_write())
            .show_named(ui, &view.say_with("question-remove-name", &values));
        if removes.clicked() {
            event = Some(EntryEvent::Removed);
        }
        let (word, name_of_button) = if view.can_write() {
            ("question-edit", "question-edit-name")
        } else {
            ("question-show", "question-show-name")
        };
        let opens = ActionButton::quiet(&view.say(word))
            .show_named(ui, &view.say_with(name_of_button, &values));
        if opens.clicked() {
            event = Some(EntryEvent::Opened);
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.vertical(|ui| {
                ui.add(Label::new(name).truncate());
                heading::note(ui, details);
            });
        });
    });
    event
}
