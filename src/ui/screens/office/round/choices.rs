//! Choices with the States behind each option, and lists with what each State put there.

use egui::{Frame, Label, RichText, Ui};

use super::{cells, items, questions};
use crate::analysis::StateSet;
use crate::domain::{Kind, OptionId, Question};
use crate::ui::parts::page::is_wide;
use crate::ui::state::{RoundFigures, UiState};
use crate::ui::tokens::{Tokens, margin, size, space, text};
use crate::ui::view::View;
use crate::ui::widgets::heading;
use crate::ui::widgets::rows::{Column, Columns, underline};

/// Shows every choice, then every list.
pub fn choices_ui(ui: &mut Ui, view: &View<'_>, state: &mut UiState, figures: &RoundFigures) {
    ui.spacing_mut().item_spacing.y = space::XS;
    for (id, options) in &figures.tally().choices {
        let Some(question) = view.instrument().question(id) else {
            continue;
        };
        questions::title_ui(ui, view, &mut state.round, question);
        let said: usize = options.iter().map(|(_, states)| states.len()).sum();
        heading::note(ui, &said_words(view, said, figures.tally().counted.len()));
        heading::hairline(ui);
        for (option, states) in options {
            option_ui(ui, view, title(question, option), states);
        }
        ui.add_space(space::XL);
    }
    for (list, rows) in figures.tally().lists.iter().zip(&figures.items) {
        if let Some(question) = view.instrument().question(&list.0) {
            items::list_ui(ui, view, &mut state.round, question, (&list.1, rows));
            ui.add_space(space::XL);
        }
    }
}

/// How many replies chose one of the options.
fn said_words(view: &View<'_>, said: usize, counted: usize) -> String {
    let values = [("said", said.into()), ("all", counted.into())];
    view.say_with("round-chosen", &values)
}

fn title<'a>(question: &'a Question, option: &'a OptionId) -> &'a str {
    let Kind::Choice(options) = &question.kind else {
        return option.as_str();
    };
    let known = options.iter().find(|known| known.id == *option);
    known.map_or(option.as_str(), |known| known.title.as_str())
}

fn option_ui(ui: &mut Ui, view: &View<'_>, title: &str, states: &StateSet) {
    let tokens = Tokens::of(ui);
    let ink = if states.is_empty() {
        tokens.dim
    } else {
        tokens.ink
    };
    let wrapped = |ui: &mut Ui, words: &str, font, color| {
        let words = RichText::new(words).font(font).color(color);
        ui.add(Label::new(words).wrap().selectable(true));
    };
    let names = cells::names(view, states);
    let count = states.len().to_string();
    if is_wide(ui) {
        let columns = [
            Column::Share(2.0),
            Column::Fixed(size::COUNT_COLUMN),
            Column::Share(3.0),
        ];
        let columns = Columns::new(ui.available_width(), &columns);
        columns.row(ui, size::CONTROL, |row| {
            let padded = |ui: &mut Ui, words: &str| {
                let frame = Frame::NONE.inner_margin(margin::CELL);
                frame.show(ui, |ui| wrapped(ui, words, text::body(), ink));
            };
            row.cell(|ui| padded(ui, title));
            row.figure(|ui| padded(ui, &count));
            row.cell(|ui| padded(ui, &names));
        });
    } else {
        ui.add_space(space::XS);
        let values = [("option", title.into()), ("count", count.into())];
        wrapped(
            ui,
            &view.say_with("round-option", &values),
            text::body(),
            ink,
        );
        if !names.is_empty() {
            wrapped(ui, &names, text::small(), tokens.dim);
        }
        ui.add_space(space::XS);
    }
    underline(ui);
}
