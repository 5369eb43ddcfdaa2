//! What each State put into a list: rows of equal height, of which only those in sight are laid
//! out.

use std::collections::BTreeMap;

use egui::{Label, Rect, RichText, Sense, Ui, UiBuilder, pos2, vec2};

use super::{is_wide, name, questions};
use crate::analysis::Items;
use crate::domain::{Kind, ListItem, Question, StateCode};
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
    let (whole, in_sight) = rows_in_sight(ui, size::TALL_ROW, rows.len());
    for place in in_sight {
        let (state, position) = rows[place];
        let Some(item) = by_state.get(&state).and_then(|items| items.get(position)) else {
            continue;
        };
        let mut inside = ui.new_child(
            UiBuilder::new()
                .max_rect(row_rect(whole, size::TALL_ROW, place))
                .id_salt((state.as_str(), position)),
        );
        inside.spacing_mut().item_spacing.y = 0.0;
        let state = name(view, state);
        if wide {
            columns.row(&mut inside, size::TALL_ROW, |row| {
                row.cell(|ui| line_ui(ui, state, false));
                row.cell(|ui| item_ui(ui, view, question, item, None));
            });
        } else {
            item_ui(&mut inside, view, question, item, Some(state));
        }
        inside.set_min_height(size::TALL_ROW);
        underline(&inside);
    }
}

/// Takes the room of all rows, and tells which of them are in sight, with a few beyond.
pub fn rows_in_sight(ui: &mut Ui, height: f32, count: usize) -> (Rect, std::ops::Range<usize>) {
    let wanted = vec2(ui.available_width(), total(height, count));
    let (whole, _) = ui.allocate_exact_size(wanted, Sense::hover());
    let clip = ui.clip_rect();
    let first = places(clip.top() - whole.top(), height).saturating_sub(BEYOND);
    let last = places(clip.bottom() - whole.top(), height) + BEYOND + 1;
    (whole, first.min(count)..last.min(count))
}

/// How many rows are laid out above and below those in sight, so that Tab finds a next one.
const BEYOND: usize = 2;

#[expect(clippy::cast_precision_loss, reason = "rows are fewer than 2^23")]
fn total(height: f32, rows: usize) -> f32 {
    height * rows as f32
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "below zero is the first row"
)]
fn places(distance: f32, height: f32) -> usize {
    (distance / height).max(0.0) as usize
}

/// Where a row stands.
pub fn row_rect(whole: Rect, height: f32, place: usize) -> Rect {
    let top = whole.top() + total(height, place);
    Rect::from_min_size(pos2(whole.left(), top), vec2(whole.width(), height))
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
