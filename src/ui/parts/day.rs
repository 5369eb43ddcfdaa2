//! A field for a day, kept as a draft until it can be read.

use egui::{Id, Ui};
use jiff::civil::Date;

use crate::ui::state::Drafts;
use crate::ui::state::typed::{read_date, shown_date};
use crate::ui::view::View;
use crate::ui::widgets::Field;

/// What came of the field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayEvent {
    None,
    /// It holds this day now, or none.
    Changed(Option<Date>),
    Left,
}

pub fn day_ui(
    ui: &mut Ui,
    view: &View<'_>,
    drafts: &mut Drafts,
    (id, label): (Id, &str),
    day: Option<Date>,
    editable: bool,
) -> DayEvent {
    let mut draft = drafts.get(id, &shown_date(day));
    let fault = if read_date(&draft).is_some() || !drafts.is_settled(id) {
        String::new()
    } else {
        view.say("call-date-fault")
    };
    let field = Field::new(id, label)
        .hint(view.say("call-date-hint"))
        .fault(&fault)
        .editable(editable);
    let events = field.show(ui, &mut draft);
    let readable = read_date(&draft);
    if events.changed {
        drafts.keep(id, draft, readable.is_some());
    }
    if events.left {
        drafts.settle(id);
        // The fault is told above the field's end: in the next frame, not with the next key.
        ui.ctx().request_repaint();
    }
    match readable {
        Some(day) if events.changed => DayEvent::Changed(day),
        _ if events.left => DayEvent::Left,
        _ => DayEvent::None,
    }
}
