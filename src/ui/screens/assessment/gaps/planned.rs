//! The act at the end of a gap's row: to plan something about it, or to see what is planned.

use egui::{Align, Align2, Layout, Rangef, Rect, Ui, UiBuilder, pos2};

use crate::analysis::{Gap, actions_for};
use crate::app::Session;
use crate::domain::{ActionId, Question};
use crate::store;
use crate::ui::state::{ActionDraft, Dialog};
use crate::ui::tokens::{Tokens, size, space, text};
use crate::ui::view::View;
use crate::ui::widgets::buttons::ActionButton;
use crate::ui::widgets::icon::Icon;

/// How much of a row the act takes.
pub const fn room(wide: bool) -> f32 {
    if wide {
        size::ROW_ACT + space::L
    } else {
        size::CONTROL + space::S
    }
}

/// The row without the act, and the place of the act.
pub fn split(row: Rect, wide: bool) -> (Rect, Rect) {
    let middle = row.right() - room(wide);
    row.split_left_right_at_x(middle)
}

/// Shows what the column of acts is for, over this height.
pub fn header_ui(ui: &Ui, view: &View<'_>, down: Rangef) {
    let at = pos2(ui.max_rect().right() - space::S, down.center());
    let word = view.say("command-plan");
    let ink = Tokens::of(ui).dim;
    ui.painter()
        .text(at, Align2::RIGHT_CENTER, word, text::small(), ink);
}

/// Shows the act in its place at the end of a row.
pub fn planned_ui(
    ui: &mut Ui,
    view: &View<'_>,
    session: &Session,
    gap: &Gap,
    question: &Question,
    place: Rect,
) {
    let wide = size::ROW_ACT < place.width();
    let builder = UiBuilder::new()
        .max_rect(place)
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
            let draft = Box::new(ActionDraft::for_gap(Some(gap), question.area.as_ref()));
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
        view.open(Dialog::Action(*id, Box::new(ActionDraft::of(action))));
    }
}
