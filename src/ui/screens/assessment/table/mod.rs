//! The questions of a section as a table, for people who think in spreadsheets.

mod cell;
mod rows;
mod summary;

use egui::{Align, Key, Layout, Modifiers, Ui};

use self::cell::Place;
use crate::app::Session;
use crate::domain::{Level, Question, QuestionId, Section};
use crate::ui::action::Action;
use crate::ui::action::target::level_in_focus;
use crate::ui::parts::{arrived, page_ui};
use crate::ui::state::UiState;
use crate::ui::tokens::{size, space};
use crate::ui::view::View;
use crate::ui::widgets::{ActionButton, Icon, ProgressBar, heading};

const PAGE: &str = "table";

pub fn table_ui(ui: &mut Ui, view: &View<'_>, state: &mut UiState, question: &QuestionId) {
    let instrument = view.instrument();
    let (Some(session), Some(question)) = (view.session(), instrument.question(question)) else {
        return;
    };
    let Some(section) = instrument.section(&question.section) else {
        return;
    };
    let questions: Vec<&Question> = instrument.questions_of(&section.id).collect();
    let grid = rows::grid(view, &questions);
    move_keyboard(ui, view, state, question, &grid);
    page_ui(ui, (PAGE, section.id.as_str()), |ui| {
        ui.set_max_width(ui.available_width().min(size::WIDE_PAGE));
        head_ui(ui, view, session, section);
        ui.add_space(space::L);
        rows::rows_ui(ui, view, session, &questions);
        ui.add_space(space::M);
        let keys = if view.app.settings().single_keys {
            "table-keys"
        } else {
            "table-keys-plain"
        };
        heading::note(ui, &view.say(keys));
    });
}

/// Brings the keyboard to the cell of the question that the way led to, and moves it from cell to
/// cell with the arrows, as in a spreadsheet.
fn move_keyboard(
    ui: &Ui,
    view: &View<'_>,
    state: &UiState,
    question: &Question,
    grid: &[Vec<Place<'_>>],
) {
    if state.dialog.is_some() {
        return;
    }
    let level = level_in_focus(view.app, state, question);
    let first = Place { question, level };
    let focused = ui.memory(egui::Memory::focused);
    if arrived(ui, PAGE, question.section.as_str()) && focused.is_none() {
        ui.memory_mut(|memory| memory.request_focus(first.id()));
        return;
    }
    let here = grid.iter().enumerate().find_map(|(line, places)| {
        let column = places
            .iter()
            .position(|place| focused == Some(place.id()))?;
        Some((line, column))
    });
    if here.is_none() && focused.is_some() {
        return;
    }
    let Some((down, right)) = pressed_arrow(ui) else {
        return;
    };
    let next = match here {
        None => Some(first),
        Some((line, column)) => neighbour(grid, line, column, down, right),
    };
    if let Some(next) = next {
        ui.memory_mut(|memory| memory.request_focus(next.id()));
    }
}

fn pressed_arrow(ui: &Ui) -> Option<(isize, isize)> {
    [
        (Key::ArrowDown, (1, 0)),
        (Key::ArrowUp, (-1, 0)),
        (Key::ArrowRight, (0, 1)),
        (Key::ArrowLeft, (0, -1)),
    ]
    .into_iter()
    .find(|(key, _)| ui.input_mut(|input| input.consume_key(Modifiers::NONE, *key)))
    .map(|(_, step)| step)
}

/// The cell beside this one; above and below, that of the same level where there is one.
fn neighbour<'a>(
    grid: &[Vec<Place<'a>>],
    line: usize,
    column: usize,
    down: isize,
    right: isize,
) -> Option<Place<'a>> {
    let places = grid.get(line)?;
    if down == 0 {
        return places.get(column.checked_add_signed(right)?).copied();
    }
    let next = grid.get(line.checked_add_signed(down)?)?;
    let level = places.get(column)?.level;
    let same = next.iter().find(|place| place.level == level);
    same.or_else(|| next.get(column.min(next.len().checked_sub(1)?)))
        .copied()
}

fn head_ui(ui: &mut Ui, view: &View<'_>, session: &Session, section: &Section) {
    let (previous, next) = neighbours(view, section);
    ui.horizontal(|ui| {
        let paragraphs = ("paragraphs", section.paragraphs.as_str().into());
        if !section.paragraphs.is_empty() {
            heading::note(ui, &view.say_with("table-paragraphs", &[paragraphs]));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            section_button_ui(ui, view, &view.say("table-next"), Icon::ArrowRight, next);
            let word = view.say("table-previous");
            section_button_ui(ui, view, &word, Icon::ArrowLeft, previous);
        });
    });
    heading::page_title(ui, &section.title);
    ui.add_space(space::XS);
    let mut sections = view.instrument().sections().iter();
    let place = sections.position(|each| each.id == section.id);
    let progress = place.and_then(|place| session.analysis().sections.get(place));
    let progress = progress.copied().unwrap_or_default();
    let words = view.say_with(
        "table-progress",
        &[("done", progress.done.into()), ("all", progress.all.into())],
    );
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(space::M, space::XS);
        let bar = ProgressBar {
            done: usize::try_from(progress.done).unwrap_or_default(),
            all: usize::try_from(progress.all).unwrap_or_default(),
            name: &words,
        };
        bar.show(ui, size::UNITS_COLUMN);
        heading::note(ui, &words);
        if let Some(lacking) = lacking_words(view, session) {
            heading::note(ui, &lacking);
        }
    });
    ui.add_space(space::XS);
    ui.horizontal_wrapped(|ui| {
        let clear = ActionButton::plain(view.say("table-clear")).before(Icon::Check);
        let possible = Action::ClearSection.is_possible(view.app);
        if clear.enabled(possible).show(ui).clicked() {
            view.action(Action::ClearSection);
        }
        if ActionButton::quiet(view.say("table-one"))
            .show(ui)
            .clicked()
        {
            view.action(Action::ChangeView);
        }
    });
}

fn section_button_ui(
    ui: &mut Ui,
    view: &View<'_>,
    word: &str,
    icon: Icon,
    first: Option<&QuestionId>,
) {
    let button = ActionButton::quiet("")
        .before(icon)
        .enabled(first.is_some());
    let response = button.show_named(ui, word).on_hover_text(word);
    if let Some(first) = first.filter(|_| response.clicked()) {
        view.go_to_question(first);
    }
}

/// The first questions of the sections before and after this one.
fn neighbours<'a>(
    view: &View<'a>,
    section: &Section,
) -> (Option<&'a QuestionId>, Option<&'a QuestionId>) {
    let instrument = view.instrument();
    let sections = instrument.sections();
    let first = |section: &'a Section| {
        let first = instrument.questions_of(&section.id).next();
        first.map(|question| &question.id)
    };
    let Some(place) = sections.iter().position(|each| each.id == section.id) else {
        return (None, None);
    };
    let before = place.checked_sub(1).and_then(|place| sections.get(place));
    let after = sections.get(place + 1);
    (before.and_then(first), after.and_then(first))
}

/// Which levels the State does not have, told once for the whole table.
fn lacking_words(view: &View<'_>, session: &Session) -> Option<String> {
    let levels = session.assessment().profile.levels;
    let lacking = match (levels.has(Level::Regional), levels.has(Level::Local)) {
        (true, true) => return None,
        (false, true) => Level::Regional.token(),
        (true, false) => Level::Local.token(),
        (false, false) => "both",
    };
    Some(view.say_with("table-levels-lacking", &[("level", lacking.into())]))
}
