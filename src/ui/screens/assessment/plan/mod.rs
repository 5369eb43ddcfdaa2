//! What the council means to do about its gaps: a timeline, and what has no date yet.

mod rows;

use egui::Ui;

use crate::analysis::Plan;
use crate::app::Session;
use crate::domain::ActionId;
use crate::report::Mark;
use crate::store;
use crate::ui::action::Action;
use crate::ui::parts::page_ui;
use crate::ui::state::UiState;
use crate::ui::state::{ActionDraft, Dialog};
use crate::ui::tokens::{size, space};
use crate::ui::view::View;
use crate::ui::widgets::{ActionButton, Icon, heading, link, timeline};

pub fn plan_ui(ui: &mut Ui, view: &View<'_>, state: &mut UiState) {
    let Some(session) = view.session() else {
        return;
    };
    let plan = state.plan.plan(view.app, session);
    page_ui(ui, "plan", |ui| {
        ui.set_max_width(ui.available_width().min(size::WIDE_PAGE));
        heading::page_title(ui, &view.say("plan-title"));
        heading::note(ui, &view.say("plan-note"));
        ui.add_space(space::L);
        if session.assessment().actions.is_empty() {
            empty_ui(ui, view);
        } else {
            acts_ui(ui, view);
            ui.add_space(space::XL);
            steps_ui(ui, view, session, &plan);
        }
    });
}

/// What will stand here, and how to begin.
fn empty_ui(ui: &mut Ui, view: &View<'_>) {
    heading::dim(ui, &view.say("plan-empty"));
    ui.add_space(space::L);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(space::S, space::S);
        if ActionButton::primary(view.say("plan-go-to-gaps"))
            .show(ui)
            .clicked()
        {
            view.action(Action::ShowGaps);
        }
        add_ui(ui, view);
    });
    ui.add_space(space::L);
    compare_link_ui(ui, view);
}

fn acts_ui(ui: &mut Ui, view: &View<'_>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(space::L, space::S);
        add_ui(ui, view);
        if link::link(ui, &view.say("plan-gaps-link")).clicked() {
            view.action(Action::ShowGaps);
        }
        compare_link_ui(ui, view);
    });
}

fn add_ui(ui: &mut Ui, view: &View<'_>) {
    let button = ActionButton::plain(view.say("plan-add")).before(Icon::Plus);
    if button.enabled(view.can_write()).show(ui).clicked() {
        let draft = Box::new(ActionDraft::for_gap(None, None));
        view.open(Dialog::Action(ActionId(store::new_identity()), draft));
    }
}

fn compare_link_ui(ui: &mut Ui, view: &View<'_>) {
    if link::link(ui, &view.say("compare-link")).clicked() {
        view.action(Action::ShowCompare);
    }
}

fn steps_ui(ui: &mut Ui, view: &View<'_>, session: &Session, plan: &Plan) {
    if let Some(timeline) = &plan.timeline {
        legend_ui(ui, view, plan);
        rows::timeline_ui(ui, view, session, plan, timeline);
    }
    if plan.undated.is_empty() {
        return;
    }
    if !plan.dated.is_empty() {
        ui.add_space(space::XL);
    }
    heading::part_title(ui, &view.say("plan-undated"));
    heading::note(ui, &view.say("plan-undated-note"));
    ui.add_space(space::S);
    rows::undated_ui(ui, view, session, plan);
}

/// What the shapes mean, those that are there.
fn legend_ui(ui: &mut Ui, view: &View<'_>, plan: &Plan) {
    let marks = [
        (Mark::Ahead, view.say("plan-mark-ahead")),
        (Mark::Overdue, view.say("plan-mark-overdue")),
        (Mark::Met, view.say("plan-mark-met")),
    ];
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::L;
        for (mark, word) in marks {
            if plan.dated.iter().any(|step| Mark::of(step) == mark) {
                timeline::legend(ui, mark, &word);
            }
        }
    });
    ui.add_space(space::S);
}
