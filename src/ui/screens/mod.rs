//! The screens, one file each; every one borrows the program and sends events.

pub mod assessment;
mod guidelines;
pub mod office;
mod origins;
mod report;
mod settings;
mod start;

use egui::Ui;

use self::assessment::{compare, gaps, plan, profile, question, submit, table};
use self::office::{received, round};
use super::parts::Room;
use super::state::UiState;
use super::view::View;
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
