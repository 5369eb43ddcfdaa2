//! The call: who asks, with which note verbale, and by when the reply is due.

use egui::Ui;
use jiff::civil::Date;

use crate::app::Command;
use crate::domain::{Call, Change};
use crate::ui::frame;
use crate::ui::screens::form::pair_ui;
use crate::ui::state::UiState;
use crate::ui::tokens::space;
use crate::ui::view::View;
use crate::ui::widgets::field::{Field, FieldEvents};
use crate::ui::widgets::heading;
use crate::ui::widgets::text_area::TextArea;

/// How a date is typed.
const FORM: &str = "%Y-%m-%d";

/// Shows the fields of the call.
pub fn call_ui(ui: &mut Ui, view: &View<'_>, state: &mut UiState, call: &Call) {
    pair_ui(ui, |ui, left| {
        if left {
            text_ui(
                ui,
                view,
                call,
                "call_title",
                &view.say("call-title"),
                |call| &mut call.title,
            );
        } else {
            text_ui(ui, view, call, "call_id", &view.say("call-id"), |call| {
                &mut call.id
            });
        }
    });
    ui.add_space(space::M);
    pair_ui(ui, |ui, left| {
        if left {
            let label = view.say("call-number");
            text_ui(ui, view, call, "call_number", &label, |call| {
                &mut call.note_verbale_number
            });
        } else {
            let label = view.say("call-date");
            date_ui(ui, view, state, call, ("call_date", &label), |call| {
                &mut call.note_verbale_date
            });
        }
    });
    ui.add_space(space::M);
    pair_ui(ui, |ui, left| {
        if left {
            let label = view.say("call-due");
            date_ui(ui, view, state, call, ("call_due", &label), |call| {
                &mut call.due
            });
        } else if let Some(due) = call.due {
            // Beside the field, on the line of its text.
            heading::note(ui, &view.words.day(due));
            heading::strong(ui, &frame::days_left(view, due));
        }
    });
    ui.add_space(space::M);
    let mut edited = call.clone();
    let events = TextArea::new(view.field_id("call_address"), &view.say("call-address"))
        .rows(2, 6)
        .editable(view.can_write())
        .show(ui, &mut edited.address);
    send(view, edited, events);
}

fn text_ui(
    ui: &mut Ui,
    view: &View<'_>,
    call: &Call,
    id: &str,
    label: &str,
    part: fn(&mut Call) -> &mut String,
) {
    let mut edited = call.clone();
    let field = Field::new(view.field_id(id), label).editable(view.can_write());
    let events = field.show(ui, part(&mut edited));
    send(view, edited, events);
}

/// What is typed is sent at once, and is one step until the field is left.
fn send(view: &View<'_>, edited: Call, events: FieldEvents) {
    if events.changed {
        view.edit(Change::Call(Box::new(edited)));
    }
    if events.left {
        view.send(Command::EndRun);
    }
}

/// A date as it is typed, kept as a draft until it can be read.
fn date_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut UiState,
    call: &Call,
    (id, label): (&str, &str),
    part: fn(&mut Call) -> &mut Option<Date>,
) {
    let id = view.field_id(id);
    let mut edited = call.clone();
    let value = part(&mut edited);
    let shown = value.map(|date| date.strftime(FORM).to_string());
    let mut draft = state.drafts.get(id, &shown.unwrap_or_default());
    let fault = if read(&draft).is_some() || !state.drafts.is_settled(id) {
        String::new()
    } else {
        view.say("call-date-fault")
    };
    let hint = view.say("call-date-hint");
    let field = Field::new(id, label)
        .hint(&hint)
        .fault(&fault)
        .editable(view.can_write());
    let events = field.show(ui, &mut draft);
    let readable = read(&draft);
    if events.changed {
        state.drafts.keep(id, draft, readable.is_some());
        if let Some(date) = readable {
            *value = date;
            view.edit(Change::Call(Box::new(edited)));
        }
    }
    if events.left {
        state.drafts.settle(id);
        // The fault is told above the field's end: in the next frame, not with the next key.
        ui.ctx().request_repaint();
        view.send(Command::EndRun);
    }
}

/// The date that is typed, or none where nothing is; nothing at all where it cannot be read.
#[expect(clippy::option_option, reason = "no date is a date that can be said")]
fn read(typed: &str) -> Option<Option<Date>> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Some(None);
    }
    // A date, and nothing else that the library would read.
    let is_long_enough = typed.len() == "2026-12-31".len();
    let date = is_long_enough.then(|| Date::strptime(FORM, typed).ok())??;
    Some(Some(date))
}
