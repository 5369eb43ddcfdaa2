//! What an action is about: the question, the level, the place that the keyboard goes to.

use egui::Id;

use crate::app::{App, QuestionView, Route};
use crate::domain::{Level, Question};
use crate::ui::state::UiState;

pub fn search_id(app: &App) -> Id {
    Id::unique(("search", app.session_number()))
}

pub fn question(app: &App) -> Option<&Question> {
    match app.route() {
        Route::Question(id, _) => app.instrument().question(id),
        _ => None,
    }
}

/// The levels at which the question has cells in this State.
pub fn levels_of(app: &App, question: &Question) -> Vec<Level> {
    let Some(session) = app.session() else {
        return Vec::new();
    };
    let levels = session.assessment().profile.levels;
    let asked = question.levels.iter().copied();
    asked
        .filter(|level| question.has_cells() && levels.has(*level))
        .collect()
}

/// The level whose cell the digits answer: the one in focus, or else the first.
pub fn level_in_focus(app: &App, state: &UiState, question: &Question) -> Option<Level> {
    let levels = levels_of(app, question);
    let wanted = state.level.filter(|level| levels.contains(level));
    wanted.or_else(|| levels.first().copied())
}

/// Where the questions are shown: at the one that is open, or was last.
pub fn questions_route(app: &App) -> Route {
    if let Route::Question(..) = app.route() {
        return app.route().clone();
    }
    match app
        .navigation()
        .last_question()
        .or_else(|| app.path().first().cloned())
    {
        Some(question) => Route::Question(question, QuestionView::One),
        None => Route::Profile,
    }
}

/// Where the search field is, if there is something to search.
pub fn search_route(app: &App) -> Option<Route> {
    app.session()?;
    Some(questions_route(app)).filter(|route| matches!(route, Route::Question(..)))
}
