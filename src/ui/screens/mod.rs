//! The screens, one file each; every one borrows the program and sends events.

mod arrival;
mod compare;
pub mod day;
pub mod form;
mod gaps;
mod guidelines;
mod origins;
mod plan;
mod profile;
mod question;
pub mod received;
mod report;
mod round;
mod settings;
mod shown_profiles;
mod start;
mod submit;
mod table;

use egui::{Frame, Id, Key, Margin, Modifiers, ScrollArea, Ui, vec2};

use super::frame::{Room, page_margin};
use super::state::UiState;
use super::tokens::size;
use super::view::View;
use super::widgets::rows;
use crate::app::{QuestionView, Route};

/// Shows the screen of the present route.
pub fn screen_ui(ui: &mut Ui, view: &View<'_>, state: &mut UiState, room: Room) {
    match view.app.route() {
        Route::Start => start::start_ui(ui, view, state, room),
        Route::Profile => profile::profile_ui(ui, view, state),
        Route::Question(question, QuestionView::One) => {
            question::question_ui(ui, view, state, room, question);
        }
        Route::Question(question, QuestionView::Table) => {
            table::table_ui(ui, view, state, question);
        }
        Route::Gaps => gaps::gaps_ui(ui, view, state),
        Route::Plan => plan::plan_ui(ui, view, state),
        Route::Compare => compare::compare_ui(ui, view, state),
        Route::Submit => submit::submit_ui(ui, view, state),
        Route::Report => report::report_ui(ui, view, &mut state.report, room),
        Route::Received => received::received_ui(ui, view, state),
        Route::Round => round::round_ui(ui, view, state),
        Route::Guidelines(paragraph) => {
            guidelines::guidelines_ui(ui, view, state, *paragraph);
        }
        Route::Origins => origins::origins_ui(ui, view),
        Route::Settings => settings::settings_ui(ui, view),
    }
}

/// Keeps a page with this margin in the middle of a window wider than the widest page, so that every
/// page begins at the same place.
fn middle<R>(ui: &mut Ui, margin: Margin, content: impl FnOnce(&mut Ui) -> R) -> R {
    rows::middle(ui, size::WIDE_PAGE + margin.sum().x, content)
}

/// A page that scrolls, with room around it. Pages of another `key` keep their own place.
fn page_ui<R>(ui: &mut Ui, key: impl std::hash::Hash, content: impl FnOnce(&mut Ui) -> R) -> R {
    let margin = page_margin(ui.available_width());
    ScrollArea::vertical()
        .id_salt(Id::unique(("page", egui::util::hash(key))))
        .auto_shrink(false)
        .show(ui, |ui| {
            let shown = middle(ui, margin, |ui| {
                Frame::NONE.inner_margin(margin).show(ui, content).inner
            });
            scroll_by_keys(ui);
            shown
        })
        .inner
}

/// How far End goes down, in points: farther than any page.
const END: f32 = 1e7;

/// Scrolls a page by the keys that do so everywhere, which a text field keeps for itself.
fn scroll_by_keys(ui: &Ui) {
    if ui.ctx().text_edit_focused() || !ui.is_enabled() {
        return;
    }
    let screen = ui.clip_rect().height() - size::CONTROL;
    let keys = [
        (Key::PageDown, -screen),
        (Key::PageUp, screen),
        (Key::End, -END),
        (Key::Home, END),
    ];
    for (key, down) in keys {
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
            ui.scroll_with_delta(vec2(0.0, down));
        }
    }
}
