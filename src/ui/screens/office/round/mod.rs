//! The replies to one call: what the receiving office sees.

mod about;
mod actions;
mod assistance;
mod cells;
mod choices;
mod conflicts;
mod files;
mod head;
mod intake;
mod questions;
mod quotations;
mod texts;

use std::rc::Rc;

use egui::{Frame, Id, ScrollArea, Ui};

use crate::app::round::RoundSession;
use crate::ui::parts::{middle, page_margin, page_ui};
use crate::ui::state::{RoundFigures, RoundPane, UiState};
use crate::ui::tokens::{size, space};
use crate::ui::view::View;

const PAGE: &str = "round";

pub fn round_ui(ui: &mut Ui, view: &View<'_>, state: &mut UiState) {
    if state.dialog.is_none() {
        intake::dropped(ui, view);
    }
    state.round.belong_to(view.app.round_number());
    let Some(round) = view.app.round() else {
        state.round.forget();
        intake::empty_ui(ui, view);
        return;
    };
    let figures = state.round.figures(round, &view.app.library().states);
    let margin = page_margin(ui.available_width());
    // In a low window the head would leave no room for what it stands above.
    if ui.available_height() < size::ROUND_HEIGHT {
        page_ui(ui, (PAGE, state.round.pane), |ui| {
            ui.set_max_width(ui.available_width().min(size::WIDE_PAGE));
            head::head_ui(ui, view, state, round, &figures);
            pane_ui(ui, view, state, round, &figures);
        });
        return;
    }
    let mut above = margin;
    above.bottom = 0;
    middle(ui, margin, |ui| {
        Frame::NONE
            .inner_margin(above)
            .show(ui, |ui| head::head_ui(ui, view, state, round, &figures));
    });
    let mut below = margin;
    below.top = 0;
    ScrollArea::vertical()
        .id_salt(Id::unique((PAGE, state.round.pane)))
        .auto_shrink(false)
        .show(ui, |ui| {
            middle(ui, margin, |ui| {
                Frame::NONE
                    .inner_margin(below)
                    .show(ui, |ui| pane_ui(ui, view, state, round, &figures));
            });
        });
}

fn pane_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut UiState,
    round: &RoundSession,
    figures: &Rc<RoundFigures>,
) {
    ui.add_space(space::L);
    match state.round.pane {
        RoundPane::Files => files::files_ui(ui, view, state, round, figures),
        RoundPane::Questions => questions::questions_ui(ui, view, state, figures),
        RoundPane::Assistance => assistance::assistance_ui(ui, view, state, figures),
        RoundPane::Choices => choices::choices_ui(ui, view, state, figures),
        RoundPane::Texts => texts::texts_ui(ui, view, state, round, figures),
        RoundPane::About => about::about_ui(ui, view, state, round, figures),
    }
}
