//! What can be chosen of the report of the round: all of it, or one regional group.

use egui::Ui;

use crate::app::round::RoundDesk;
use crate::domain::RegionalGroup;
use crate::ui::action::Action;
use crate::ui::state::ReportState;
use crate::ui::tokens::{size, space};
use crate::ui::view::View;
use crate::ui::widgets::choice_menu::ChoiceMenu;
use crate::ui::widgets::{heading, link};

/// Which round it is.
pub fn title(view: &View<'_>, desk: &RoundDesk) -> String {
    match &desk.collation().call {
        Some(call) => view.say_with("reports-of-round-call", &[("call", call.as_str().into())]),
        None => view.say("reports-of-round"),
    }
}

/// Shows the choice of a regional group, and the way to what the report says.
pub fn group_ui(ui: &mut Ui, view: &View<'_>, state: &mut ReportState) {
    let name = view.say("round-group-filter");
    heading::part_title(ui, &name);
    let words: Vec<(Option<RegionalGroup>, String)> = [(None, view.say("reports-whole-round"))]
        .into_iter()
        .chain(RegionalGroup::ALL.map(|group| (Some(group), view.words.group(group))))
        .collect();
    let options: Vec<(Option<RegionalGroup>, &str)> = words
        .iter()
        .map(|(group, word)| (*group, word.as_str()))
        .collect();
    let width = ui.available_width().min(size::REPORT_MENU);
    let menu = ChoiceMenu::new(&name, "").width(width);
    if let Some(group) = menu.show(ui, Some(state.group), &options) {
        state.group = group;
    }
    heading::note(ui, &view.say("round-for-convenience"));
    ui.add_space(space::M);
    if link::link(ui, &view.say("reports-to-round")).clicked() {
        view.action(Action::ShowRound);
    }
}
