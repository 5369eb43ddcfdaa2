//! The call: who asks, with which note verbale, and by when the reply is due.

use egui::Ui;
use jiff::civil::Date;

use crate::app::Command;
use crate::domain::{Call, Change};
use crate::ui::frame;
use crate::ui::screens::form::{pair_ui, read_date, shown_date};
use crate::ui::state::UiState;
use crate::ui::tokens::space;
use crate::ui::view::View;
use crate::ui::widgets::field::{Field, FieldEvents};
use crate::ui::widgets::heading;
use crate::ui::widgets::text_area::TextArea;

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
    let mut draft = state.drafts.get(id, &shown_date(*value));
    let fault = if read_date(&draft).is_some() || !state.drafts.is_settled(id) {
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
    let readable = read_date(&draft);
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
