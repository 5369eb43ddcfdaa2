//! The bar above: the screens, what is open, and all actions by name.

use egui::containers::menu::{MenuButton, SubMenuButton};
use egui::{Align, Layout, Ui};

use crate::app::Route;
use crate::ui::action::keys;
use crate::ui::action::{Action, Menu};
use crate::ui::parts::{Room, days_left};
use crate::ui::state::UiState;
use crate::ui::tokens::{size, space, text};
use crate::ui::view::View;
use crate::ui::widgets::{ActionButton, ChoiceMenu, Segments, heading};

/// The screens that stand in the bar while an assessment is open.
const SCREENS: [Action; 6] = [
    Action::ShowProfile,
    Action::ShowQuestions,
    Action::ShowGaps,
    Action::ShowPlan,
    Action::ShowSubmit,
    Action::ShowGuidelines,
];

pub fn top_ui(ui: &mut Ui, view: &View<'_>, state: &mut UiState, room: Room) {
    let bar = egui::vec2(ui.available_width(), size::ROW);
    ui.allocate_ui_with_layout(bar, Layout::left_to_right(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = space::L;
        let sections = matches!(view.app.route(), Route::Question(..));
        if room != Room::Narrow || view.session().is_none() {
            heading::strong(ui, &view.say("frame-name"));
        } else if sections {
            let button =
                ActionButton::plain(view.say("frame-sections")).pressed(state.sections_open);
            if button.show(ui).clicked() {
                state.sections_open = !state.sections_open;
            }
        }
        screens_ui(ui, view, room);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            menu_ui(ui, view);
            if room == Room::Wide {
                open_file_ui(ui, view);
            }
        });
    });
}

fn screens_ui(ui: &mut Ui, view: &View<'_>, room: Room) {
    if view.session().is_none() {
        return;
    }
    let options = SCREENS.map(|action| (action, view.say(action.short_name())));
    let name = view.say("frame-screens");
    let current = screen_of(view.app.route());
    let chosen = if room == Room::Narrow {
        ChoiceMenu::new(&name, &name).show(ui, current, &options)
    } else {
        Segments::tabs(&name).show(ui, current, &options)
    };
    if let Some(action) = chosen {
        view.action(action);
    }
}

/// The entry of the bar that a screen belongs to.
fn screen_of(route: &Route) -> Option<Action> {
    match route {
        Route::Profile => Some(Action::ShowProfile),
        Route::Question(..) => Some(Action::ShowQuestions),
        Route::Gaps => Some(Action::ShowGaps),
        Route::Plan | Route::Compare => Some(Action::ShowPlan),
        Route::Submit => Some(Action::ShowSubmit),
        Route::Guidelines(_) | Route::Origins => Some(Action::ShowGuidelines),
        Route::Start | Route::Settings | Route::Received | Route::Report | Route::Round => None,
    }
}

/// Which State's work is open, for which call, and how many days are left.
fn open_file_ui(ui: &mut Ui, view: &View<'_>) {
    let Some(session) = view.session() else {
        return;
    };
    let assessment = session.assessment();
    let mut parts = vec![view.app.library().states.name(assessment.profile.state)];
    if assessment.sample.is_some() {
        parts.push(view.say("frame-sample"));
    } else if !assessment.call.title.is_empty() {
        parts.push(assessment.call.title.clone());
    }
    if let Some(due) = assessment.call.due {
        parts.push(days_left(view, due));
    }
    heading::note(ui, &parts.join(" · "));
}

/// All actions, menu by menu, each with its key.
/// All acts, menu by menu, each with its key.
fn menu_ui(ui: &mut Ui, view: &View<'_>) {
    let word = view.say("frame-menu");
    MenuButton::new(egui::RichText::new(word).font(text::body())).ui(ui, |ui| {
        for menu in Menu::ALL {
            let word = view.say(menu.name());
            SubMenuButton::new(word).ui(ui, |ui| {
                for action in Action::ALL
                    .into_iter()
                    .filter(|action| action.menu() == menu)
                {
                    action_ui(ui, view, action);
                }
            });
        }
    });
}

fn action_ui(ui: &mut Ui, view: &View<'_>, action: Action) {
    let word = view.say(action.name());
    let key = action
        .shortcuts()
        .next()
        .map(|shortcut| keys::shown(view.words, shortcut));
    let button = egui::Button::new(word).shortcut_text(key.unwrap_or_default());
    if ui
        .add_enabled(action.is_possible(view.app), button)
        .clicked()
    {
        view.action(action);
        ui.close();
    }
}
