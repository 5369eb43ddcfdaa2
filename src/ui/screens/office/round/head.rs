//! What is always in sight: which round it is and where it is kept, how many replied, whether it is
//! a trial, and the parts of the screen.

use egui::{Align, CornerRadius, Frame, Layout, RichText, Ui, vec2};

use super::actions;
use crate::app::round::{ReadingProgress, RoundCommand, RoundSession};

use crate::domain::RegionalGroup;
use crate::ui::action::Action;
use crate::ui::parts::{reading_words, save_state_ui, unread_words};
use crate::ui::state::{RoundFigures, RoundPane, RoundState, UiState};
use crate::ui::tokens::{Tokens, margin, radius, size, space, text};
use crate::ui::view::View;
use crate::ui::widgets::{ActionButton, ChoiceMenu, Icon, ProgressBar, Segments, heading, link};

pub fn head_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut UiState,
    round: &RoundSession,
    figures: &RoundFigures,
) {
    ui.spacing_mut().item_spacing.y = space::XS;
    let title = match &round.collation().call {
        Some(call) => view.say_with("round-title-call", &[("call", call.as_str().into())]),
        None => view.say("round-title"),
    };
    let wide = size::WIDE_HEAD <= ui.available_width();
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            actions::actions_ui(ui, view, wide);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                heading::page_title(ui, &title)
            });
        });
    });
    place_ui(ui, view, round);
    ui.add_space(space::S);
    match round.reading() {
        Some(progress) => reading_ui(ui, view, progress),
        None => replied_ui(ui, view, &state.round, round, figures),
    }
    if let Some(unread) = round.unread() {
        strip_ui(ui, &unread_words(view, &unread));
    }
    if round.collation().is_trial {
        strip_ui(ui, &view.say("round-trial"));
    }
    ui.add_space(space::S);
    panes_ui(ui, view, &mut state.round, wide);
    if state.round.pane != RoundPane::About {
        heading::hairline(ui);
    }
}

/// Says over the whole width what holds for all that stands below.
fn strip_ui(ui: &mut Ui, words: &str) {
    let tokens = Tokens::of(ui);
    ui.add_space(space::XS);
    let frame = Frame::new()
        .fill(tokens.warning.soft)
        .corner_radius(CornerRadius::same(radius::FIELD))
        .inner_margin(margin::STRIP);
    frame.show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            let ink = tokens.warning.ink;
            Icon::Warning.show(ui, size::ICON, ink);
            let words = RichText::new(words).font(text::body()).color(tokens.ink);
            ui.add(egui::Label::new(words).wrap());
        });
    });
}

/// Where the round is kept, and whether all of it is there.
fn place_ui(ui: &mut Ui, view: &View<'_>, round: &RoundSession) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::M;
        match round.path() {
            Some(path) => {
                heading::note(ui, &path.display().to_string());
                if let Some(state) = round.save_state() {
                    save_state_ui(ui, view, &state);
                }
            }
            None => {
                heading::note(ui, &view.say("round-not-saved"));
            }
        }
        let word = match round.path() {
            Some(_) => view.say("round-save-elsewhere"),
            None => view.say("round-save"),
        };
        if link::link(ui, &word).clicked() {
            view.action(Action::SaveRound);
        }
    });
}

fn reading_ui(ui: &mut Ui, view: &View<'_>, progress: ReadingProgress) {
    let words = reading_words(view, progress);
    let ReadingProgress { done, all } = progress;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::M, space::XS);
        heading::strong(ui, &words);
        let bar = ProgressBar {
            done,
            all,
            name: &words,
        };
        bar.show(ui, size::NAME_COLUMN);
        if ActionButton::plain(view.say("dialog-cancel"))
            .show(ui)
            .clicked()
        {
            view.ask_round(RoundCommand::Cancel);
        }
    });
}

/// How many of the invited States replied, of all or of the group that is shown.
fn replied_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &RoundState,
    round: &RoundSession,
    figures: &RoundFigures,
) {
    let group = state.group.map(|group| view.words.group(group));
    let values = [
        ("replied", figures.replied.into()),
        ("invited", figures.invited.into()),
        ("group", group.clone().unwrap_or_default().into()),
        ("counted", figures.tally().counted.len().into()),
        ("waiting", figures.waiting.into()),
        ("files", round.collation().files.len().into()),
    ];
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::M, space::XS);
        let words = if group.is_some() {
            view.say_with("round-replied-group", &values)
        } else {
            view.say_with("round-replied", &values)
        };
        heading::strong(ui, &words);
        heading::note(ui, &view.say_with("round-counted", &values));
        if group.is_some() {
            heading::note(ui, &view.say("round-for-convenience"));
        }
    });
}

fn panes_ui(ui: &mut Ui, view: &View<'_>, state: &mut RoundState, wide: bool) {
    let options = RoundPane::ALL.map(|pane| {
        let key = match pane {
            RoundPane::Files => "round-files",
            RoundPane::Questions => "round-questions",
            RoundPane::Assistance => "round-assistance",
            RoundPane::Choices => "round-choices",
            RoundPane::Texts => "round-texts",
            RoundPane::About => "round-about",
        };
        (pane, view.say(key))
    });
    let name = view.say("round-panes");
    let mut chosen = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        if !wide {
            chosen = ChoiceMenu::new(&name, "").show(ui, Some(state.pane), &options);
            groups_ui(ui, view, state);
            return;
        }
        chosen = Segments::tabs(&name).show(ui, Some(state.pane), &options);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            groups_ui(ui, view, state);
        });
    });
    state.pane = chosen.unwrap_or(state.pane);
}

fn groups_ui(ui: &mut Ui, view: &View<'_>, state: &mut RoundState) {
    let all = view.say("round-all-groups");
    let options: Vec<(Option<RegionalGroup>, String)> = std::iter::once((None, all))
        .chain(RegionalGroup::ALL.map(|group| (Some(group), view.words.group(group))))
        .collect();
    let name = view.say("round-group-filter");
    if let Some(group) = ChoiceMenu::new(&name, "").show(ui, Some(state.group), &options) {
        state.group = group;
    }
}
