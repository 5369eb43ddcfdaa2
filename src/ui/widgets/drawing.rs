//! What several widgets draw alike.

use std::sync::Arc;

use egui::{Color32, CornerRadius, FontId, Galley, Rect, Response, Stroke, StrokeKind, Ui};

use crate::ui::tokens::{Tokens, line};

/// Paints a ring around `rect` while `response` has the keyboard.
pub(super) fn focus_ring(ui: &Ui, response: &Response, rect: Rect, radius: u8) {
    if response.has_focus() {
        let stroke = Stroke::new(line::BOLD, Tokens::of(ui).accent.ink);
        let radius = CornerRadius::same(radius.saturating_add(3));
        ui.painter()
            .rect_stroke(rect.expand(line::BOLD), radius, stroke, StrokeKind::Outside);
    }
}

/// Lays out one line of text.
pub(super) fn one_line(ui: &Ui, text: &str, font: FontId, color: Color32) -> Arc<Galley> {
    ui.painter().layout_no_wrap(text.to_owned(), font, color)
}
