//! What each State put into a list.

use std::collections::BTreeMap;

use egui::{Label, RichText, Ui};

use super::questions;
use crate::analysis::Items;
use crate::domain::{Kind, ListItem, Question, StateCode};
use crate::ui::parts::page::is_wide;
use crate::ui::parts::virtual_list::VirtualList;
use crate::ui::state::{RoundFold, RoundState};
use crate::ui::tokens::{Tokens, size, space, text};
use crate::ui::view::View;
use crate::ui::widgets::rows::{Column, Columns, underline};
use crate::ui::widgets::{heading, link};

/// Shows a list, and, unfolded, its items.
pub fn list_ui(
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
            rows_ui(ui, view, question, by_state, rows);
        }
    });
}

fn rows_ui(
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
