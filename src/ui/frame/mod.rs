//! What stands around every screen: the bar above, the sections at the left, the state below.

mod bottom;
mod left;
mod notices;
mod right;
mod search;
mod top;

use egui::{CentralPanel, Frame, Margin, Panel, Ui};

use super::state::UiState;
use super::tokens::{Tokens, margin, size};
use super::view::View;
use crate::app::{QuestionView, Route};

pub use bottom::save_state_ui;
pub use notices::codes;
pub use right::{aside_ui, field_label, last_time_words, target_title, text_label};
pub use top::days_left;

/// How much of the window's sides there is room for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Room {
    /// Only the page; the sections lie over it when asked for.
    Narrow,
    /// The page and the sections.
    Middle,
    /// The page between both columns.
    Wide,
}

/// The share of the window's width that each column takes, within its limits.
const COLUMN_SHARE: f32 = 0.21;

impl Room {
    /// What a window of this many points of width has room for.
    pub fn of(width: f32) -> Self {
        if width < size::FOLD_LEFT {
            Self::Narrow
        } else if width < size::FOLD_RIGHT {
            Self::Middle
        } else {
            Self::Wide
        }
    }
}

/// The room around a page that has this width to itself.
pub fn page_margin(width: f32) -> Margin {
    if width < size::NARROW_PAGE {
        margin::NARROW_PAGE
    } else if width < size::MIDDLE_PAGE {
        margin::MIDDLE_PAGE
    } else {
        margin::PAGE
    }
}

/// Shows the frame, and the screen in it.
pub fn frame_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut UiState,
    screen: fn(&mut Ui, &View<'_>, &mut UiState, Room),
) {
    let tokens = Tokens::of(ui);
    let width = ui.available_width();
    let room = Room::of(width);
    let column = (width * COLUMN_SHARE).clamp(size::NARROWEST_COLUMN, size::WIDEST_COLUMN);
    let panel = |margin: Margin| Frame::NONE.fill(tokens.panel).inner_margin(margin);
    Panel::top("top")
        .frame(panel(margin::BAR))
        .show(ui, |ui| top::top_ui(ui, view, state, room));
    notices::notices_ui(ui, view);
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
            .show(ui, |ui| right::right_ui(ui, view, state));
    }
    CentralPanel::default()
        .frame(Frame::NONE.fill(tokens.ground))
        .show(ui, |ui| screen(ui, view, state, room));
}
