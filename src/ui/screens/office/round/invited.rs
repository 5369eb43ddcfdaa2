//! Who was invited: all Member States, or those of a list.

use std::collections::BTreeSet;

use egui::{CornerRadius, Frame, ScrollArea, Stroke, Ui};

use crate::app::round::RoundDesk;
use crate::domain::RoundChange;
use crate::domain::{RegionalGroup, StateCode};
use crate::ui::parts::virtual_list::VirtualList;
use crate::ui::state::{InvitedRow, RoundState};
use crate::ui::tokens::{Tokens, line, margin, radius, size, space};
use crate::ui::view::View;
use crate::ui::widgets::buttons::ActionButton;
use crate::ui::widgets::heading;
use crate::ui::widgets::segments::Segments;

/// How many rows of the list are in sight.
const ROWS_IN_SIGHT: f32 = 10.0;

/// Shows the choice, and the list where there is one.
pub fn invited_ui(ui: &mut Ui, view: &View<'_>, state: &mut RoundState, desk: &RoundDesk) {
    view.guard_round(ui);
    let noted = &desk.noted().invited;
    let words = (
        view.say("round-invited-all"),
        view.say("round-invited-list"),
    );
    let options = [(false, words.0.as_str()), (true, words.1.as_str())];
    let name = view.say("round-invited");
    let lists = !noted.is_empty();
    if let Some(list) = Segments::pills(&name).show(ui, Some(lists), &options) {
        // A list begins with all members: it is easier to take a few away than to add many.
        let all = view.app.library().states.iter().map(|state| state.code);
        let wanted = if list { all.collect() } else { BTreeSet::new() };
        view.change_round(RoundChange::Invited(wanted));
    }
    ui.add_space(space::XS);
    let invited = [("count", desk.collation().invited.len().into())];
    heading::note(ui, &view.say_with("round-invited-count", &invited));
    if lists {
        ui.add_space(space::S);
        list_ui(ui, view, state, noted);
    }
}

fn list_ui(ui: &mut Ui, view: &View<'_>, state: &mut RoundState, noted: &BTreeSet<StateCode>) {
    let rows = state.invited_rows(&view.app.library().states);
    let tokens = Tokens::of(ui);
    let height = ROWS_IN_SIGHT * size::CONTROL;
    let list = ScrollArea::vertical()
        .id_salt("round_invited")
        .max_height(height)
        // The page goes on below, however little of it is in sight.
        .min_scrolled_height(height)
        .auto_shrink(false);
    let card = Frame::NONE
        .fill(tokens.card)
        .stroke(Stroke::new(line::HAIR, tokens.line))
        .corner_radius(CornerRadius::same(radius::FIELD))
        .inner_margin(margin::NOTICE);
    card.show(ui, |ui| {
        list.show(ui, |ui| {
            let rows_ui = |ui: &mut Ui, place: usize| match rows.get(place) {
                Some(InvitedRow::Group(group)) => group_ui(ui, view, *group, noted),
                Some(InvitedRow::State(state)) => state_ui(ui, view, *state, noted),
                None => {}
            };
            let list = VirtualList::new("round_invited", ());
            list.show(ui, rows.len(), |_, _| size::CONTROL, rows_ui);
        });
    });
}

fn group_ui(ui: &mut Ui, view: &View<'_>, group: RegionalGroup, noted: &BTreeSet<StateCode>) {
    let members = view.app.library().states.of_group(group);
    let invited = members.intersection(noted).count();
    let all = invited == members.len();
    ui.horizontal_centered(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        heading::strong(ui, &view.words.group(group));
        let values = [("count", invited.into()), ("all", members.len().into())];
        heading::note(ui, &view.say_with("round-invited-of", &values));
        let word = view.say(if all {
            "round-invite-none"
        } else {
            "round-invite-all"
        });
        let values = [("group", view.words.group(group).into())];
        let name = if all {
            view.say_with("round-invite-none-of", &values)
        } else {
            view.say_with("round-invite-all-of", &values)
        };
        if ActionButton::quiet(&word).show_named(ui, &name).clicked() {
            let wanted: BTreeSet<StateCode> = if all {
                noted - &members
            } else {
                noted | &members
            };
            send(view, wanted);
        }
    });
}

fn state_ui(ui: &mut Ui, view: &View<'_>, state: StateCode, noted: &BTreeSet<StateCode>) {
    let mut invited = noted.contains(&state);
    ui.horizontal_centered(|ui| {
        if ui.checkbox(&mut invited, view.state_name(state)).changed() {
            let mut wanted = noted.clone();
            if invited {
                wanted.insert(state);
            } else {
                wanted.remove(&state);
            }
            send(view, wanted);
        }
    });
}

/// Nobody invited would stand for everybody, so the last one stays.
fn send(view: &View<'_>, wanted: BTreeSet<StateCode>) {
    if !wanted.is_empty() {
        view.change_round(RoundChange::Invited(wanted));
    }
}
