//! Every action, found by typing its words: Enter does it.

use egui::{Align, Id, Layout, Ui};

use super::confirm::{Stays, begin, entered, list_ui, moved_by_arrows};
use crate::ui::action::Action;
use crate::ui::action::keys;
use crate::ui::state::PaletteDraft;
use crate::ui::tokens::{size, space};
use crate::ui::view::View;
use crate::ui::widgets::{DialogEvent, DialogFrame, Field, RowButton, heading};

/// How many rows are in sight at once.
const ROWS_IN_SIGHT: f32 = 10.0;

/// An action that fits what is typed.
struct Entry {
    action: Action,
    words: String,
    possible: bool,
}

pub fn palette_ui(ui: &Ui, view: &View<'_>, draft: &mut PaletteDraft) -> Stays {
    let title = view.say("palette-title");
    let frame = DialogFrame::new(Id::unique("palette"), &title).width(size::WIDE_DIALOG);
    let (chosen, event) = frame.show(ui.ctx(), &[""; 0], |ui| content_ui(ui, view, draft));
    if let Some(action) = chosen {
        view.action(action);
        return Stays::No;
    }
    if event == DialogEvent::Dismissed {
        return Stays::No;
    }
    Stays::Yes
}

fn content_ui(ui: &mut Ui, view: &View<'_>, draft: &mut PaletteDraft) -> Option<Action> {
    let id = view.dialog_field_id("palette_query");
    begin(ui, &mut draft.begun, id);
    let moved = moved_by_arrows(ui, id);
    let hint = view.say("palette-hint");
    let field = Field::new(id, view.say("palette-query"))
        .unlabelled()
        .hint(&hint);
    let events = field.show(ui, &mut draft.query);
    if events.changed {
        draft.position = 0;
    }

    let entries = entries(view, &draft.query);
    let possible = entries.iter().filter(|entry| entry.possible).count();
    let last = possible.saturating_sub(1);
    draft.position = draft.position.saturating_add_signed(moved).min(last);
    let mut chosen = None;
    if entered(ui, events) {
        chosen = entries.get(draft.position).filter(|entry| entry.possible);
        // Nothing fits: the keyboard stays where it can be typed otherwise.
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    ui.add_space(space::S);
    if entries.is_empty() {
        heading::note(ui, &view.say("palette-none-found"));
    }
    list_ui(ui, "palette_rows", ROWS_IN_SIGHT, |ui| {
        for (position, entry) in entries.iter().enumerate() {
            let selected = entry.possible && position == draft.position;
            let response = row_ui(ui, view, entry, selected);
            if selected && (moved != 0 || events.changed) {
                response.scroll_to_me(None);
            }
            if response.clicked() && entry.possible {
                chosen = Some(entry);
            }
        }
    });
    chosen.map(|entry| entry.action)
}

/// The actions whose words hold all that is typed: those that can be done now, then the others.
fn entries(view: &View<'_>, query: &str) -> Vec<Entry> {
    let query: Vec<String> = query.split_whitespace().map(str::to_lowercase).collect();
    let actions = Action::ALL
        .into_iter()
        .filter(|action| *action != Action::Palette);
    let mut entries: Vec<Entry> = actions
        .map(|action| Entry {
            action,
            words: view.say(action.name()),
            possible: action.is_possible(view.app),
        })
        .filter(|entry| {
            let words = entry.words.to_lowercase();
            query.iter().all(|part| words.contains(part))
        })
        .collect();
    entries.sort_by_key(|entry| !entry.possible);
    entries
}

fn row_ui(ui: &mut Ui, view: &View<'_>, entry: &Entry, selected: bool) -> egui::Response {
    let key = entry
        .action
        .shortcuts()
        .next()
        .map(|shortcut| keys::shown(view.words, shortcut));
    let row = RowButton::new(&entry.words, size::CONTROL).selected(selected);
    let shown = ui.add_enabled_ui(entry.possible, |ui| {
        row.show(ui, |ui| {
            ui.label(&entry.words);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                heading::note(ui, &key.unwrap_or_default());
                if !entry.possible {
                    heading::note(ui, &view.say("palette-not-now"));
                }
            });
        })
    });
    shown.inner
}
