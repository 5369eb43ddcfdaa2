//! Words that lead somewhere, and words that open what stands below them.

use egui::{Color32, Response, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::drawing::{focus_ring, one_line};
use super::icon::Icon;
use crate::ui::tokens::{Tokens, line, radius, size, space, text};

/// Shows words that lead somewhere; within [`Ui::horizontal_wrapped`] they flow with the text.
pub fn link(ui: &mut Ui, word: &str) -> Response {
    let response = ui.link(word);
    focus_ring(ui, &response, response.rect, radius::SMALL);
    response
}

/// Shows words that open and close what stands below them; the caller keeps `open`.
pub fn disclosure(ui: &mut Ui, word: &str, open: bool) -> Response {
    let galley = one_line(ui, word, text::body(), Color32::PLACEHOLDER);
    let wanted = galley.size() + vec2(space::XS + size::MARK, 0.0);
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::click());
    let ink = Tokens::of(ui).accent.ink;
    let icon = Icon::fold(open);
    let right = rect.left() + galley.size().x;
    icon.paint(
        ui.painter(),
        pos2(right + wanted.y / 2.0, rect.center().y),
        size::ICON,
        ink,
    );
    ui.painter().galley(rect.min, galley, ink);
    if response.hovered() {
        ui.painter().hline(
            rect.left()..=right,
            rect.bottom(),
            Stroke::new(line::HAIR, ink),
        );
    }
    focus_ring(ui, &response, rect, radius::SMALL);
    response.widget_info(|| WidgetInfo::labeled(Role::DisclosureTriangle, ui.is_enabled(), word));
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_expanded(open));
    response
}
