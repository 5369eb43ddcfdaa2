//! The call: who asks, with which note verbale, and by when the reply is due.

use egui::{TextStyle, Ui};
use jiff::civil::Date;

use crate::app::Command;
use crate::domain::{Call, Change};
use crate::ui::parts::{DayEvent, day_ui, pair_ui, pair_with_ui, phrases};
use crate::ui::state::UiState;
use crate::ui::tokens::space;
use crate::ui::view::View;
use crate::ui::widgets::{Field, FieldEvents, TextArea, heading};

pub fn call_ui(ui: &mut Ui, view: &View<'_>, state: &mut UiState, call: &Call) {
    let label = view.say("call-title");
    text_ui(ui, view, call, "call_title", &label, |call| &mut call.title);
    ui.add_space(space::M);
    pair_ui(
        ui,
        |ui| {
            let label = view.say("call-id");
            text_ui(ui, view, call, "call_id", &label, |call| &mut call.id);
        },
        |ui| {
            let label = view.say("call-number");
            text_ui(ui, view, call, "call_number", &label, |call| {
                &mut call.note_verbale_number
            });
        },
    );
    ui.add_space(space::M);
    pair_with_ui(
        ui,
        state,
        |ui, state| {
            let label = view.say("call-date");
            date_ui(ui, view, state, call, ("call_date", &label), |call| {
                &mut call.note_verbale_date
            });
        },
        |ui, state| {
            let label = view.say("call-due");
            date_ui(ui, view, state, call, ("call_due", &label), |call| {
                &mut call.due
            });
            // The room is there without a date too, so that nothing moves once it can be read.
            ui.horizontal(|ui| {
                ui.spacing_mut().interact_size.y = 0.0;
                ui.set_min_height(ui.text_style_height(&TextStyle::Body));
                if let Some(due) = call.due {
                    heading::note(ui, &view.words.day(due));
                    heading::strong(ui, &phrases::days_left(view, due));
                }
            });
        },
    );
    ui.add_space(space::M);
    let mut edited = call.clone();
    let events = TextArea::new(view.field_id("call_address"), view.say("call-address"))
        .rows(2, 6)
        .editable(view.can_write())
        .show(ui, &mut edited.address);
    send(view, call, edited, events);
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
    send(view, call, edited, events);
}

/// What is typed is sent at once, and is one step until the field is left.
fn send(view: &View<'_>, call: &Call, edited: Call, events: FieldEvents) {
    // While it is typed, a space at its end may be one between two words.
    let edited = if events.left {
        edited.cleaned()
    } else {
        edited
    };
    if view.can_write() && edited != *call {
        view.edit(Change::Call(Box::new(edited)));
    }
    view.end_run(events);
}

/// A date, which is sent once it can be read.
fn date_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut UiState,
    call: &Call,
    (id, label): (&str, &str),
    part: fn(&mut Call) -> &mut Option<Date>,
) {
    let mut edited = call.clone();
    let value = part(&mut edited);
    let field = (view.field_id(id), label);
    let drafts = &mut state.drafts;
    match day_ui(ui, view, drafts, field, *value, view.can_write()) {
        DayEvent::None => {}
        DayEvent::Changed(date) => {
            *value = date;
            view.edit(Change::Call(Box::new(edited)));
        }
        DayEvent::Left => view.send(Command::EndRun),
    }
}
