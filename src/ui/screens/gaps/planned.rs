//! The act at the end of a gap's row: to plan something about it, or to see what is planned.

use egui::{Align, Layout, Rect, Ui, UiBuilder, pos2};

use crate::analysis::{Gap, actions_for};
use crate::app::Session;
use crate::domain::{ActionId, Question};
use crate::store;
use crate::ui::dialogs::{Dialog, action_draft, new_action_draft};
use crate::ui::tokens::{size, space};
use crate::ui::view::View;
use crate::ui::widgets::buttons::ActionButton;
use crate::ui::widgets::icon::Icon;

/// How much of a row the act takes.
#[must_use]
pub const fn room(wide: bool) -> f32 {
    if wide {
        size::ROW_ACT + space::L
    } else {
        size::CONTROL + space::S
    }
}

/// Shows the act at the right end of `row`.
pub fn planned_ui(
    ui: &mut Ui,
    view: &View<'_>,
    session: &Session,
    gap: &Gap,
    question: &Question,
    wide: bool,
    row: Rect,
) {
    let left = row.right() - room(wide);
    let rect = Rect::from_min_max(pos2(left, row.top()), row.max);
    let builder = UiBuilder::new()
        .max_rect(rect)
        .layout(Layout::right_to_left(Align::Center));
    let mut ui = ui.new_child(builder);
    let words = view.say_with(
        "action-gap",
        &[
            ("id", gap.question.as_str().into()),
            ("title", question.title.as_str().into()),
            ("level", view.words.level(gap.level).to_lowercase().into()),
        ],
    );
    let planned = actions_for(session.assessment(), &gap.question, gap.level);
    let Some((id, action)) = planned.first() else {
        let name = view.say_with("plan-for-gap", &[("gap", words.into())]);
        let button = ActionButton::quiet("").before(Icon::Plus);
        let button = button.enabled(view.can_write());
        let shown = button.show_named(&mut ui, &name).on_hover_text(&name);
        if shown.clicked() {
            let draft = Box::new(new_action_draft(Some(gap), question.area.as_ref()));
            view.open(Dialog::Action(ActionId(store::new_identity()), draft));
        }
        return;
    };
    let values = [("gap", words.into()), ("what", action.what.as_str().into())];
    let name = view.say_with("plan-of-gap", &values);
    let word = view.say("plan-planned");
    let button = if wide {
        ActionButton::quiet(&word)
    } else {
        ActionButton::quiet("").before(Icon::Check)
    };
    let shown = button.show_named(&mut ui, &name).on_hover_text(&name);
    if shown.clicked() {
        view.open(Dialog::Action(*id, Box::new(action_draft(action))));
    }
}
