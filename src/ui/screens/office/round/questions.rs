//! The answers, section by section: each question at each level, and what the analyst writes.

use egui::{Align, Layout, Ui};

use super::{about, cells};
use crate::analysis::CellTally;
use crate::domain::{Question, Section};
use crate::ui::state::{RoundFigures, RoundPane, RoundState, UiState};
use crate::ui::tokens::{Tokens, space, text};
use crate::ui::view::View;
use crate::ui::widgets::{ActionButton, ChoiceMenu, Columns, Icon, link};

pub fn questions_ui(ui: &mut Ui, view: &View<'_>, state: &mut UiState, figures: &RoundFigures) {
    let sections = sections(view);
    let chosen = state.round.section.as_ref();
    let place = sections.iter().position(|each| Some(&each.id) == chosen);
    let place = place.unwrap_or_default();
    let Some(section) = sections.get(place) else {
        return;
    };
    section_choice_ui(ui, view, &mut state.round, &sections, place);
    ui.add_space(space::S);
    let columns = cells::columns(ui);
    if let Some(columns) = &columns {
        cells::header_ui(ui, view, columns);
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    for question in view.instrument().questions_of(&section.id) {
        if question.has_cells() {
            question_ui(ui, view, state, figures, question, columns.as_ref());
        }
    }
    ui.add_space(space::XL);
    about::paragraph_ui(ui, view, Some(&section.id));
}

/// The sections that have questions with cells.
fn sections<'a>(view: &View<'a>) -> Vec<&'a Section> {
    let instrument = view.instrument();
    let sections = instrument.sections().iter();
    let has_cells = |section: &&Section| {
        let mut questions = instrument.questions_of(&section.id);
        questions.any(Question::has_cells)
    };
    sections.filter(has_cells).collect()
}

fn section_choice_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut RoundState,
    sections: &[&Section],
    place: usize,
) {
    let options: Vec<(usize, &str)> = sections
        .iter()
        .enumerate()
        .map(|(place, section)| (place, section.title.as_str()))
        .collect();
    let mut wanted = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let name = view.say("round-section");
        wanted = ChoiceMenu::new(&name, "").show(ui, Some(place), &options);
        let steps = [
            (
                place.checked_sub(1),
                view.say("table-previous"),
                Icon::ArrowLeft,
            ),
            (Some(place + 1), view.say("table-next"), Icon::ArrowRight),
        ];
        for (to, name, icon) in steps {
            let to = to.filter(|to| *to < sections.len());
            let button = ActionButton::quiet("").before(icon).enabled(to.is_some());
            if button.show_named(ui, &name).on_hover_text(&name).clicked() {
                wanted = to;
            }
        }
    });
    if let Some(section) = wanted.and_then(|place| sections.get(place)) {
        state.section = Some(section.id.clone());
    }
}

fn question_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut UiState,
    figures: &RoundFigures,
    question: &Question,
    columns: Option<&Columns>,
) {
    ui.add_space(space::L);
    title_ui(ui, view, &mut state.round, question);
    let counted = figures.tally().counted.len();
    let cells = figures.tally().cells.iter();
    for cell in cells.filter(|cell: &&CellTally| cell.question == question.id) {
        cells::cell_ui(
            ui,
            view,
            &mut state.round,
            (question, cell),
            counted,
            columns,
        );
    }
}

/// Shows the question's number and title, and leads to the texts that were written to it.
pub fn title_ui(ui: &mut Ui, view: &View<'_>, state: &mut RoundState, question: &Question) {
    let values = [("id", question.id.as_str().into())];
    let name = view.say_with("round-read-texts-of", &values);
    let read = |ui: &mut Ui| {
        let response = link::link(ui, &view.say("round-read-texts")).on_hover_text(&name);
        response.clicked()
    };
    let mut clicked = false;
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            clicked = read(ui);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let tokens = Tokens::of(ui);
                let mut job = egui::text::LayoutJob::default();
                let dim = egui::TextFormat::simple(text::small(), tokens.dim);
                let ink = egui::TextFormat::simple(text::strong(), tokens.ink);
                job.append(question.id.as_str(), 0.0, dim);
                job.append(&question.title, space::S, ink);
                job.wrap.max_width = ui.available_width();
                ui.label(job);
            });
        });
    });
    if clicked {
        state.question = Some(question.id.clone());
        state.pane = RoundPane::Texts;
    }
}
