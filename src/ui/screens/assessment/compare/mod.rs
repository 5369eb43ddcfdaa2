//! What moved since the last call, or since another assessment of the State.

mod lists;
mod profiles;

use egui::{Align, Layout, Ui};

use crate::app::{Command, Compared, Earlier, Session};
use crate::domain::Level;
use crate::ui::action::Action;
use crate::ui::parts::{is_wide, page_ui, phrases};
use crate::ui::screens::assessment::shown_profiles;
use crate::ui::state::CompareState;
use crate::ui::state::UiState;
use crate::ui::state::file_dialog::Purpose;
use crate::ui::tokens::{size, space};
use crate::ui::view::View;
use crate::ui::widgets::{ActionButton, heading, link};

pub fn compare_ui(ui: &mut Ui, view: &View<'_>, state: &mut UiState) {
    let Some(session) = view.session() else {
        return;
    };
    let compared = state.compare.compared(view.app, session);
    page_ui(ui, "compare", |ui| {
        ui.set_max_width(ui.available_width().min(size::WIDE_PAGE));
        heading::page_title(ui, &view.say("compare-title"));
        let Some(compared) = &compared else {
            empty_ui(ui, view);
            return;
        };
        heading::note(ui, &view.say("compare-note"));
        ui.add_space(space::M);
        earlier_ui(ui, view, session, compared);
        ui.add_space(space::XL);
        counts_ui(ui, view, compared);
        ui.add_space(space::S);
        choices_ui(ui, view, compared, &mut state.compare);
        ui.add_space(space::S);
        profiles::profiles_ui(ui, view, compared, &mut state.compare);
        ui.add_space(space::XXL);
        lists::lists_ui(ui, view, session, compared);
    });
}

/// What will stand here, and how to begin.
fn empty_ui(ui: &mut Ui, view: &View<'_>) {
    ui.add_space(space::S);
    heading::dim(ui, &view.say("compare-empty"));
    ui.add_space(space::L);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(space::S, space::S);
        if ActionButton::primary(view.say("compare-file"))
            .show(ui)
            .clicked()
        {
            view.ask_for_file(Purpose::Compare);
        }
        if ActionButton::plain(view.say("command-new-from"))
            .show(ui)
            .clicked()
        {
            view.action(Action::NewFrom);
        }
    });
}

/// What the open assessment is compared with, and the way to choose something else.
fn earlier_ui(ui: &mut Ui, view: &View<'_>, session: &Session, compared: &Compared) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(space::L, space::S);
        let (words, hint) = match &compared.earlier {
            Earlier::LastTime { call, date } => {
                (phrases::last_time_words(view, call, *date), String::new())
            }
            Earlier::File(path) => {
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                let words = view.say_with("compare-with-file", &[("name", name.into())]);
                (words, path.display().to_string())
            }
        };
        let shown = heading::strong(ui, &words);
        if !hint.is_empty() {
            shown.on_hover_text(hint);
        }
        if ActionButton::plain(view.say("compare-file"))
            .show(ui)
            .clicked()
        {
            view.ask_for_file(Purpose::Compare);
        }
        let is_file = matches!(compared.earlier, Earlier::File(_));
        if is_file
            && session.assessment().previous.is_some()
            && ActionButton::plain(view.say("compare-last-time"))
                .show(ui)
                .clicked()
        {
            view.send(Command::Compare(None));
        }
        if link::link(ui, &view.say("compare-plan-link")).clicked() {
            view.action(Action::ShowPlan);
        }
    });
}

/// How many cells moved, and how many questions changed or came.
fn counts_ui(ui: &mut Ui, view: &View<'_>, compared: &Compared) {
    let comparison = &compared.comparison;
    let words = view.say_with(
        "compare-counts",
        &[
            ("moved", comparison.moved.len().into()),
            ("revised", comparison.revised.len().into()),
            ("added", comparison.added.len().into()),
        ],
    );
    heading::body(ui, &words);
}

/// Which level, and which lines.
fn choices_ui(ui: &mut Ui, view: &View<'_>, compared: &Compared, state: &mut CompareState) {
    let row = egui::vec2(ui.available_width(), size::CONTROL);
    let layout = if is_wide(ui) {
        Layout::left_to_right(Align::Center)
    } else {
        Layout::top_down(Align::Min)
    };
    ui.allocate_ui_with_layout(row, layout, |ui| {
        ui.spacing_mut().item_spacing = egui::vec2(space::L, space::XS);
        grouping_ui(ui, view, state);
        levels_ui(ui, view, compared, state);
    });
}

/// The levels that the State has, or had.
fn levels_ui(ui: &mut Ui, view: &View<'_>, compared: &Compared, state: &mut CompareState) {
    let before = compared.before.profile.levels;
    let now = view
        .session()
        .map(|session| session.assessment().profile.levels);
    let has = |level: Level| before.has(level) || now.is_some_and(|now| now.has(level));
    if !has(state.level) {
        state.level = Level::National;
    }
    shown_profiles::levels_ui(ui, view, has, &mut state.level);
}

fn grouping_ui(ui: &mut Ui, view: &View<'_>, state: &mut CompareState) {
    if let Some(grouping) = shown_profiles::grouping_ui(ui, view, state.grouping) {
        state.grouping = grouping;
        state.opened = None;
    }
}
