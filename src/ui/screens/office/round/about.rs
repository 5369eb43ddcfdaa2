//! What the office notes of the round: the call, the closing date, who was invited, and what the
//! analyst writes; and who replied, by regional group.

use std::collections::BTreeSet;

use egui::{CornerRadius, Frame, Label, RichText, ScrollArea, Stroke, Ui};

use super::intake;
use crate::app::round::RoundSession;
use crate::domain::{RegionalGroup, RoundChange, Section, SectionId, StateCode};
use crate::ui::action::can_write_round;
use crate::ui::parts::{DayEvent, VirtualList, day_ui, group_ui, pair_ui, text_column};
use crate::ui::state::{InvitedRow, RoundFigures, RoundState, UiState};
use crate::ui::tokens::{Tokens, line, margin, radius, size, space, text};
use crate::ui::view::View;
use crate::ui::widgets::{
    ActionButton, ChoiceMenu, Column, Columns, Field, Icon, Segments, TextArea, heading, link,
    underline,
};

pub fn about_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut UiState,
    round: &RoundSession,
    figures: &RoundFigures,
) {
    let title = view.say("round-response");
    group_ui(ui, &title, &view.say("round-response-note"), |ui| {
        response_ui(ui, view, round, figures);
    });
    let title = view.say("round-call");
    group_ui(ui, &title, &view.say("round-call-note"), |ui| {
        call_ui(ui, view, state, round);
    });
    let title = view.say("round-sources");
    group_ui(ui, &title, &view.say("round-sources-note"), |ui| {
        sources_ui(ui, view, round);
    });
    let title = view.say("round-invited");
    group_ui(ui, &title, &view.say("round-invited-note"), |ui| {
        invited_ui(ui, view, &mut state.round, round);
    });
    let title = view.say("round-paragraphs");
    group_ui(ui, &title, &view.say("round-paragraphs-note"), |ui| {
        paragraphs_ui(ui, view, &mut state.round, round);
    });
}

fn call_ui(ui: &mut Ui, view: &View<'_>, state: &mut UiState, round: &RoundSession) {
    let noted = round.noted();
    let writes = can_write_round(round);
    pair_ui(
        ui,
        |ui| {
            let mut call = noted.call.clone();
            let hint = round.collation().call.clone().unwrap_or_default();
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

fn paragraphs_ui(ui: &mut Ui, view: &View<'_>, state: &mut RoundState, round: &RoundSession) {
    let introduction = view.say("round-introduction");
    let sections = view.instrument().sections();
    let word = |section: &Section| {
        let values = [("section", section.title.as_str().into())];
        if round.noted().texts.contains_key(&Some(section.id.clone())) {
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
    let Some(round) = view.app.round() else {
        return;
    };
    let mut text = round.noted().texts.get(&section.cloned()).cloned();
    let text = text.get_or_insert_default();
    let label = match section.and_then(|id| view.instrument().section(id)) {
        Some(section) => {
            let values = [("section", section.title.as_str().into())];
            view.say_with("round-paragraph", &values)
        }
        None => view.say("round-introduction"),
    };
    let id = view.round_field_id(("round_text", section.map(SectionId::as_str)));
    text_column(ui, |ui| {
        let area = TextArea::new(id, &label)
            .hint(view.say("round-paragraph-hint"))
            .rows(4, 16)
            .editable(can_write_round(round));
        if area.show(ui, text).changed {
            view.change_round(RoundChange::Text(section.cloned(), text.clone()));
        }
    });
}

/// Shows the table and the cautions.
pub fn response_ui(ui: &mut Ui, view: &View<'_>, round: &RoundSession, figures: &RoundFigures) {
    let figure = Column::Fixed(size::EXTENT_FIGURES);
    let columns = Columns::new(ui.available_width(), &[Column::Share(1.0), figure, figure]);
    let words = [
        view.say("round-group"),
        view.say("round-group-invited"),
        view.say("round-group-replied"),
    ];
    ui.spacing_mut().item_spacing.y = 0.0;
    columns.row(ui, size::CONTROL, |row| {
        row.cell(|ui| heading::note(ui, &words[0]));
        row.figure(|ui| heading::note(ui, &words[1]));
        row.figure(|ui| heading::note(ui, &words[2]));
    });
    heading::hairline(ui);
    for group in &round.collation().groups {
        let word = view.words.group(group.group);
        row_ui(
            ui,
            &columns,
            &word,
            [group.invited.len(), group.replied.len()],
            false,
        );
    }
    let groups = || round.collation().groups.iter();
    let invited: usize = groups().map(|group| group.invited.len()).sum();
    let replied: usize = groups().map(|group| group.replied.len()).sum();
    let all = [invited, replied];
    row_ui(ui, &columns, &view.say("round-all-groups"), all, true);
    ui.add_space(space::M);
    for caution in &figures.cautions {
        caution_ui(ui, &view.words.caution(caution));
        ui.add_space(space::S);
    }
    if round.collation().is_trial {
        caution_ui(ui, &view.say("round-trial"));
    }
}

fn row_ui(ui: &mut Ui, columns: &Columns, word: &str, counts: [usize; 2], leads: bool) {
    let font = if leads { text::strong() } else { text::body() };
    columns.row(ui, size::CONTROL, |row| {
        row.cell(|ui| ui.add(Label::new(RichText::new(word).font(font.clone())).wrap()));
        for count in counts {
            let figure = RichText::new(count.to_string()).font(font.clone());
            row.figure(|ui| ui.label(figure));
        }
    });
    underline(ui);
}

fn caution_ui(ui: &mut Ui, words: &str) {
    let tokens = Tokens::of(ui);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let wanted = egui::vec2(size::ICON, size::ICON);
        let (rect, _) = ui.allocate_exact_size(wanted, egui::Sense::hover());
        Icon::Warning.paint(ui.painter(), rect.center(), size::MARK, tokens.warning.ink);
        ui.add(Label::new(RichText::new(words).font(text::body())).wrap());
    });
}

/// Shows each of them, with a way to let go of it, and the ways to add others.
pub fn sources_ui(ui: &mut Ui, view: &View<'_>, round: &RoundSession) {
    view.guard_round(ui);
    ui.spacing_mut().item_spacing.y = space::XS;
    for source in &round.noted().sources {
        let path = round.source_path(source).display().to_string();
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = space::M;
            let words = RichText::new(&path).font(text::body());
            ui.add(Label::new(words).wrap().selectable(true));
            let response = link::link(ui, &view.say("round-source-remove"));
            let spoken = view.say_with("round-source-remove-of", &[("path", path.as_str().into())]);
            ui.ctx()
                .accesskit_node_builder(response.id, |node| node.set_label(spoken.as_str()));
            if response.clicked() {
                view.change_round(RoundChange::RemoveSource(source.clone()));
            }
        });
    }
    if round.noted().sources.is_empty() {
        heading::note(ui, &view.say("round-no-files"));
    }
    ui.add_space(space::S);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        intake::adding_ui(ui, view, false);
    });
}

const ROWS_IN_SIGHT: f32 = 10.0;

/// Shows the choice, and the list where there is one.
pub fn invited_ui(ui: &mut Ui, view: &View<'_>, state: &mut RoundState, round: &RoundSession) {
    view.guard_round(ui);
    let noted = &round.noted().invited;
    let options = [
        (false, view.say("round-invited-all")),
        (true, view.say("round-invited-list")),
    ];
    let lists = !noted.is_empty();
    if let Some(list) = Segments::pills(view.say("round-invited")).show(ui, Some(lists), &options) {
        // A list begins with all members: it is easier to take a few away than to add many.
        let all = view.app.library().states.iter().map(|state| state.code);
        let wanted = if list { all.collect() } else { BTreeSet::new() };
        view.change_round(RoundChange::Invited(wanted));
    }
    ui.add_space(space::XS);
    heading::note(
        ui,
        &view.count("round-invited-count", round.collation().invited.len()),
    );
    if lists {
        ui.add_space(space::S);
        invited_list_ui(ui, view, state, noted);
    }
}

fn invited_list_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut RoundState,
    noted: &BTreeSet<StateCode>,
) {
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
                Some(InvitedRow::Group(group)) => invited_group_ui(ui, view, *group, noted),
                Some(InvitedRow::State(state)) => invited_state_ui(ui, view, *state, noted),
                None => {}
            };
            let list = VirtualList::new("round_invited", ());
            list.show(ui, rows.len(), |_, _| size::CONTROL, rows_ui);
        });
    });
}

fn invited_group_ui(
    ui: &mut Ui,
    view: &View<'_>,
    group: RegionalGroup,
    noted: &BTreeSet<StateCode>,
) {
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
            send_invited(view, wanted);
        }
    });
}

fn invited_state_ui(ui: &mut Ui, view: &View<'_>, state: StateCode, noted: &BTreeSet<StateCode>) {
    let mut invited = noted.contains(&state);
    ui.horizontal_centered(|ui| {
        if ui.checkbox(&mut invited, view.state_name(state)).changed() {
            let mut wanted = noted.clone();
            if invited {
                wanted.insert(state);
            } else {
                wanted.remove(&state);
            }
            send_invited(view, wanted);
        }
    });
}

/// Nobody invited would stand for everybody, so the last one stays.
fn send_invited(view: &View<'_>, wanted: BTreeSet<StateCode>) {
    if !wanted.is_empty() {
        view.change_round(RoundChange::Invited(wanted));
    }
}
