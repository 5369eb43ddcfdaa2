//! Choices with the States behind each option, and lists with what each State put there.

use std::collections::BTreeMap;

use egui::{Frame, Label, RichText, Ui};

use super::{cells, questions};
use crate::analysis::{Items, StateSet};
use crate::domain::{Kind, ListItem, OptionId, Question, StateCode};
use crate::ui::parts::{VirtualList, is_wide};
use crate::ui::state::{RoundFigures, RoundFold, RoundState, UiState};
use crate::ui::tokens::{Tokens, margin, size, space, text};
use crate::ui::view::View;
use crate::ui::widgets::{Column, Columns, heading, link, underline};

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
            items_ui(ui, view, &mut state.round, question, (&list.1, rows));
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

/// Shows a list, and, unfolded, its items.
pub fn items_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut RoundState,
    question: &Question,
    (by_state, rows): (&BTreeMap<StateCode, Items>, &[(StateCode, usize)]),
) {
    questions::title_ui(ui, view, state, question);
    let values = [
        ("items", rows.len().into()),
        ("states", by_state.len().into()),
    ];
    let words = view.say_with("round-items", &values);
    if rows.is_empty() {
        heading::note(ui, &words);
        return;
    }
    let fold = RoundFold::Items(question.id.clone());
    let open = state.unfolded.contains(&fold);
    ui.push_id(question.id.as_str(), |ui| {
        if link::disclosure(ui, &words, open).clicked() {
            state.turn(fold);
        }
        if open {
            ui.add_space(space::XS);
            heading::hairline(ui);
            item_rows_ui(ui, view, question, by_state, rows);
        }
    });
}

fn item_rows_ui(
    ui: &mut Ui,
    view: &View<'_>,
    question: &Question,
    by_state: &BTreeMap<StateCode, Items>,
    rows: &[(StateCode, usize)],
) {
    let wide = is_wide(ui);
    let columns = [Column::Fixed(size::NAME_COLUMN), Column::Share(1.0)];
    let columns = Columns::new(ui.available_width(), &columns);
    let list = VirtualList::new(("round_items", question.id.as_str()), rows.len());
    list.show(
        ui,
        rows.len(),
        |_, _| size::TALL_ROW,
        |ui, place| {
            let Some((state, item)) = rows.get(place).and_then(|(state, position)| {
                Some((
                    view.state_name(*state),
                    by_state.get(state)?.get(*position)?,
                ))
            }) else {
                return;
            };
            ui.set_min_height(size::TALL_ROW);
            if wide {
                columns.row(ui, size::TALL_ROW, |row| {
                    row.cell(|ui| line_ui(ui, state, false));
                    row.cell(|ui| item_ui(ui, view, question, item, None));
                });
            } else {
                item_ui(ui, view, question, item, Some(state));
            }
            underline(ui);
        },
    );
}

fn item_ui(
    ui: &mut Ui,
    view: &View<'_>,
    question: &Question,
    item: &ListItem,
    state: Option<&str>,
) {
    ui.vertical(|ui| {
        ui.add_space(space::S);
        line_ui(ui, &item.name, false);
        let said = details(view, question, item);
        let parts = state.into_iter().chain(said.iter().map(String::as_str));
        let parts: Vec<&str> = parts.collect();
        line_ui(ui, &parts.join(" · "), true);
    });
}

fn line_ui(ui: &mut Ui, words: &str, follows: bool) {
    let tokens = Tokens::of(ui);
    let words = if follows {
        RichText::new(words).font(text::small()).color(tokens.dim)
    } else {
        RichText::new(words).font(text::body()).color(tokens.ink)
    };
    ui.add(Label::new(words).truncate());
}

/// All that an item says besides its name.
fn details(view: &View<'_>, question: &Question, item: &ListItem) -> Vec<String> {
    let kind = match (&question.kind, &item.kind) {
        (Kind::List(kinds), Some(id)) => kinds
            .iter()
            .find(|kind| kind.id == *id)
            .map_or_else(|| id.to_string(), |kind| kind.title.clone()),
        _ => String::new(),
    };
    let level = item.level.map(|level| view.words.level(level));
    let year = item.year.map(|year| year.to_string());
    let parts = [
        kind,
        level.unwrap_or_default(),
        year.unwrap_or_default(),
        item.language.clone(),
        item.address.clone(),
        item.public_remark.clone(),
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect()
}
