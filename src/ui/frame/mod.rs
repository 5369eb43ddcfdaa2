//! What stands around every screen: the bar above, the sections at the left, the state below.

mod bottom;
mod left;
mod notices;
mod search;
mod top;

use egui::{CentralPanel, Frame, Margin, Panel, Ui};

use super::parts::Room;
use super::screens::assessment::question::aside;
use super::screens::screen_ui;
use super::state::UiState;
use super::tokens::{Tokens, margin, size};
use super::view::View;
use crate::app::{QuestionView, Route};

/// The share of the window's width that each column takes, within its limits.
const COLUMN_SHARE: f32 = 0.21;

/// Shows the frame, and the screen in it; where the page begins, below all that there is to tell.
pub fn frame_ui(ui: &mut Ui, view: &View<'_>, state: &mut UiState) -> f32 {
    let tokens = Tokens::of(ui);
    let width = ui.available_width();
    let room = Room::of(width);
    let column = (width * COLUMN_SHARE).clamp(size::NARROWEST_COLUMN, size::WIDEST_COLUMN);
    let panel = |margin: Margin| Frame::NONE.fill(tokens.panel).inner_margin(margin);
    Panel::top("top")
        .frame(panel(margin::BAR))
        .show(ui, |ui| top::top_ui(ui, view, state, room));
    notices::notices_ui(ui, view);
    let top = ui.available_rect_before_wrap().top();
    let is_about_session = !matches!(view.app.route(), Route::Received);
    if view.session().is_some() && is_about_session {
        Panel::bottom("bottom")
            .frame(panel(margin::BAR))
            .show(ui, |ui| bottom::bottom_ui(ui, view, room));
    }
    let has_sections = matches!(view.app.route(), Route::Question(..));
    if has_sections && (Room::Narrow < room || state.sections_open) {
        Panel::left("left")
            .frame(panel(margin::ROWS))
            .resizable(false)
            .exact_size(column)
            .show(ui, |ui| left::left_ui(ui, view, state));
    }
    let one_question = matches!(view.app.route(), Route::Question(_, QuestionView::One));
    if one_question && room == Room::Wide {
        Panel::right("right")
            .frame(panel(Margin::ZERO))
            .resizable(false)
            .exact_size(column)
            .show(ui, |ui| aside::column_ui(ui, view, state));
    }
    CentralPanel::default()
        .frame(Frame::NONE.fill(tokens.ground))
        .show(ui, |ui| screen_ui(ui, view, state, room));
    top
}
