//! What the office notes of the round: the call, the closing date, who was invited, and what the
//! analyst writes; and who replied, by regional group.

use egui::Ui;

use super::{invited, response, sources};
use crate::app::round::RoundDesk;
use crate::domain::RoundChange;
use crate::domain::{Section, SectionId};
use crate::ui::action::can_write_round;
use crate::ui::parts::day::{DayEvent, day_ui};
use crate::ui::parts::form::{group_ui, pair_ui};
use crate::ui::parts::page::text_column;
use crate::ui::state::{RoundFigures, RoundState, UiState};
use crate::ui::tokens::space;
use crate::ui::view::View;
use crate::ui::widgets::choice_menu::ChoiceMenu;
use crate::ui::widgets::field::Field;
use crate::ui::widgets::text_area::TextArea;

/// Shows the fields and the table.
pub fn about_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut UiState,
    desk: &RoundDesk,
    figures: &RoundFigures,
) {
    let title = view.say("round-response");
    group_ui(ui, &title, &view.say("round-response-note"), |ui| {
        response::response_ui(ui, view, desk, figures);
    });
    let title = view.say("round-call");
    group_ui(ui, &title, &view.say("round-call-note"), |ui| {
        call_ui(ui, view, state, desk);
    });
    let title = view.say("round-sources");
    group_ui(ui, &title, &view.say("round-sources-note"), |ui| {
        sources::sources_ui(ui, view, desk);
    });
    let title = view.say("round-invited");
    group_ui(ui, &title, &view.say("round-invited-note"), |ui| {
        invited::invited_ui(ui, view, &mut state.round, desk);
    });
    let title = view.say("round-paragraphs");
    group_ui(ui, &title, &view.say("round-paragraphs-note"), |ui| {
        paragraphs_ui(ui, view, &mut state.round, desk);
    });
}

fn call_ui(ui: &mut Ui, view: &View<'_>, state: &mut UiState, desk: &RoundDesk) {
    let noted = desk.noted();
    let writes = can_write_round(desk);
    pair_ui(
        ui,
        |ui| {
            let mut call = noted.call.clone();
            let hint = desk.collation().call.clone().unwrap_or_default();
            let label = view.say("round-call-id");
            let field = Field::new(view.round_field_id("round_call"), &label)
                .hint(&hint)
                .editable(writes);
            if field.show(ui, &mut call).changed {
                view.change_round(RoundChange::Call(call));
            }
        },
        |ui| {
            let label = view.say("round-closing");
            let field = (view.round_field_id("round_closing"), label.as_str());
            let event = day_ui(ui, view, &mut state.drafts, field, noted.closing, writes);
            if let DayEvent::Changed(day) = event {
                view.change_round(RoundChange::Closing(day));
            }
        },
    );
}

fn paragraphs_ui(ui: &mut Ui, view: &View<'_>, state: &mut RoundState, desk: &RoundDesk) {
    let introduction = view.say("round-introduction");
    let sections = view.instrument().sections();
    let word = |section: &Section| {
        let values = [("section", section.title.as_str().into())];
        if desk.noted().texts.contains_key(&Some(section.id.clone())) {
            view.say_with("round-paragraph-written", &values)
        } else {
            section.title.clone()
        }
    };
    let words: Vec<String> = std::iter::once(introduction)
        .chain(sections.iter().map(word))
        .collect();
    let options: Vec<(usize, &str)> = words.iter().map(String::as_str).enumerate().collect();
    let place = |id: &SectionId| sections.iter().position(|section| section.id == *id);
    let chosen = state.paragraph.as_ref().and_then(place);
    let chosen = chosen.map_or(0, |place| place + 1);
    let name = view.say("round-paragraph-of");
    if let Some(place) = ChoiceMenu::new(&name, "").show(ui, Some(chosen), &options) {
        let section = place.checked_sub(1).and_then(|place| sections.get(place));
        state.paragraph = section.map(|section| section.id.clone());
    }
    ui.add_space(space::S);
    paragraph_ui(ui, view, state.paragraph.as_ref());
}

/// Shows what the analyst writes for a section, or before all of them.
pub fn paragraph_ui(ui: &mut Ui, view: &View<'_>, section: Option<&SectionId>) {
    let Some(desk) = view.app.desk() else {
        return;
    };
    let mut text = desk.noted().texts.get(&section.cloned()).cloned();
    let text = text.get_or_insert_default();
    let label = match section.and_then(|id| view.instrument().section(id)) {
        Some(section) => {
            let values = [("section", section.title.as_str().into())];
            view.say_with("round-paragraph", &values)
        }
        None => view.say("round-introduction"),
    };
    let id = view.round_field_id(("round_text", section.map(SectionId::as_str)));
    let hint = view.say("round-paragraph-hint");
    text_column(ui, |ui| {
        let area = TextArea::new(id, &label)
            .hint(&hint)
            .rows(4, 16)
            .editable(can_write_round(desk));
        if area.show(ui, text).changed {
            view.change_round(RoundChange::Text(section.cloned(), text.clone()));
        }
    });
}
