//! A list of States, found by typing a name, a code, or a name that a State had before.

use egui::{Align, Label, Layout, RichText, Ui};

use super::confirm::{begin, entered, list_ui, moved_by_arrows};
use crate::domain::{State, StateCode, folded};
use crate::ui::state::StateDraft;
use crate::ui::tokens::{size, text};
use crate::ui::view::View;
use crate::ui::widgets::{Field, RowButton, heading};

/// How many rows are in sight at once.
const ROWS_IN_SIGHT: f32 = 6.0;

/// Which States are listed, and which one is first.
pub struct StateList<'a> {
    /// Whether the State can be chosen here.
    pub allows: &'a dyn Fn(StateCode) -> bool,
    /// The one that is suggested.
    pub first: Option<StateCode>,
}

impl StateList<'_> {
    /// Shows the search field and the list; whether the choice was confirmed with Enter or with a
    /// second click.
    pub fn show(self, ui: &mut Ui, view: &View<'_>, draft: &mut StateDraft) -> bool {
        let id = view.dialog_field_id("state_query");
        begin(ui, &mut draft.begun, id);
        let moved = moved_by_arrows(ui, id);
        let events = Field::new(id, view.say("state-query"))
            .hint(view.say("state-query-hint"))
            .show(ui, &mut draft.query);

        let found = self.kept(view, draft);
        if events.changed {
            // What was typed leads: the best match is chosen, until the list is used.
            let wanted = !draft.query.trim().is_empty();
            draft.chosen = found.first().filter(|_| wanted).map(|state| state.code);
        }
        if moved != 0 {
            draft.chosen = neighbour(&found, draft.chosen, moved);
        }
        let scrolls = events.changed || moved != 0;
        if found.is_empty() {
            heading::note(ui, &view.say("state-none-found"));
        }
        let mut confirmed = entered(ui, events) && draft.chosen.is_some();
        list_ui(ui, "state_rows", ROWS_IN_SIGHT, |ui| {
            for state in &found {
                let selected = draft.chosen == Some(state.code);
                let response = row_ui(ui, state, selected);
                if selected && scrolls {
                    response.scroll_to_me(None);
                }
                if response.clicked() {
                    draft.chosen = Some(state.code);
                }
                confirmed |= response.double_clicked();
            }
        });
        confirmed
    }

    /// The States that fit what is typed, worked out once for each change of it.
    fn kept<'v>(&self, view: &View<'v>, draft: &mut StateDraft) -> Vec<&'v State> {
        let query = draft.query.as_str();
        draft.found.take_if(|(found_for, _)| found_for != query);
        let (_, codes) = draft.found.get_or_insert_with(|| {
            let found = self.found(view, query);
            (
                query.to_owned(),
                found.iter().map(|state| state.code).collect(),
            )
        });
        let states = &view.app.library().states;
        codes.iter().filter_map(|code| states.get(*code)).collect()
    }

    /// The States that fit the query: those that begin with it first, else by name.
    fn found<'v>(&self, view: &View<'v>, query: &str) -> Vec<&'v State> {
        let query = folded(query.trim());
        let states = view.app.library().states.iter();
        let mut found: Vec<(u8, String, &State)> = states
            .filter(|state| (self.allows)(state.code))
            .filter_map(|state| {
                let name = folded(&state.name);
                let mut former = state.former_names.iter().map(|name| folded(name));
                let rank = if query.is_empty() {
                    u8::from(self.first != Some(state.code))
                } else if folded(state.code.as_str()) == query || name.starts_with(&query) {
                    0
                } else if name.contains(&format!(" {query}")) {
                    1
                } else if name.contains(&query) || former.any(|name| name.contains(&query)) {
                    2
                } else {
                    return None;
                };
                Some((rank, name, state))
            })
            .collect();
        found.sort_by(|one, other| (one.0, &one.1).cmp(&(other.0, &other.1)));
        found.into_iter().map(|(_, _, state)| state).collect()
    }
}

fn row_ui(ui: &mut Ui, state: &State, selected: bool) -> egui::Response {
    let row = RowButton::new(&state.name, size::CONTROL).selected(selected);
    row.show(ui, |ui| {
        let font = if selected {
            text::strong()
        } else {
            text::body()
        };
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            heading::note(ui, state.code.as_str());
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add(Label::new(RichText::new(&state.name).font(font)).truncate())
            });
        });
    })
}

fn neighbour(found: &[&State], chosen: Option<StateCode>, moved: isize) -> Option<StateCode> {
    let last = found.len().checked_sub(1)?;
    let position = found.iter().position(|state| Some(state.code) == chosen);
    let next = match position {
        Some(position) => position.saturating_add_signed(moved).min(last),
        None => 0,
    };
    found.get(next).map(|state| state.code)
}
