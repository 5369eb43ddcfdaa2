//! Where the State stands, and the list of gaps.

mod cells;
mod filters;
mod list;
mod profiles;

use egui::{Align, Layout, Ui};

use crate::app::Session;
use crate::domain::Level;
use crate::ui::parts::{is_wide, page_ui};
use crate::ui::screens::assessment::shown_profiles;
use crate::ui::state::{GapsState, UiState};
use crate::ui::tokens::{size, space};
use crate::ui::view::View;
use crate::ui::widgets::heading;

/// The route's name for the page's own place.
const PAGE: &str = "gaps";

pub fn gaps_ui(ui: &mut Ui, view: &View<'_>, state: &mut UiState) {
    let Some(session) = view.session() else {
        return;
    };
    let gaps = &mut state.gaps;
    if !session.assessment().profile.levels.has(gaps.level) {
        gaps.level = Level::National;
    }
    // A level that the State has no longer lets nothing pass, and no menu shows it.
    let levels = session.assessment().profile.levels;
    gaps.filter.level.take_if(|level| !levels.has(*level));
    page_ui(ui, PAGE, |ui| {
        ui.set_max_width(ui.available_width().min(size::WIDE_PAGE));
        head_ui(ui, view, session, gaps);
        ui.add_space(space::L);
        profiles::profiles_ui(ui, view, session, gaps);
        ui.add_space(space::XXL);
        list::list_ui(ui, view, session, gaps);
    });
}

fn head_ui(ui: &mut Ui, view: &View<'_>, session: &Session, state: &mut GapsState) {
    let title = view.say("gaps-title");
    if is_wide(ui) {
        ui.horizontal(|ui| {
            heading::page_title(ui, &title);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                levels_ui(ui, view, session, state);
                ui.add_space(space::L);
                grouping_ui(ui, view, state);
            });
        });
        heading::note(ui, &view.say("gaps-explained"));
    } else {
        heading::page_title(ui, &title);
        heading::note(ui, &view.say("gaps-explained"));
        ui.add_space(space::S);
        grouping_ui(ui, view, state);
        ui.add_space(space::XS);
        levels_ui(ui, view, session, state);
    }
}

fn levels_ui(ui: &mut Ui, view: &View<'_>, session: &Session, state: &mut GapsState) {
    let levels = session.assessment().profile.levels;
    shown_profiles::levels_ui(ui, view, |level| levels.has(level), &mut state.level);
}

fn grouping_ui(ui: &mut Ui, view: &View<'_>, state: &mut GapsState) {
    if let Some(grouping) = shown_profiles::grouping_ui(ui, view, state.grouping) {
        state.grouping = grouping;
        state.opened = None;
    }
}
