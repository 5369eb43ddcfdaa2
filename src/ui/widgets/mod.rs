//! Small parts that screens are put together from.
//!
//! A widget takes plain values and words, paints with [`Tokens`], has a role, a name and a state
//! for a screen reader, works from the keyboard, and tells what happened as its return value. None
//! knows an assessment or a command, and none keeps a value of its own.

pub mod buttons;
pub mod choice_menu;
pub mod dialog_frame;
pub mod field;
pub mod heading;
pub mod icon;
pub mod link;
pub mod notice;
pub mod progress_bar;
pub mod range_bar;
pub mod rows;
pub mod segments;
pub mod standing_choice;
pub mod standing_mark;
pub mod text_area;
pub mod timeline;

mod radio_row;

use std::sync::Arc;

use egui::{Color32, CornerRadius, FontId, Galley, Rect, Response, Stroke, StrokeKind, Ui};

use super::tokens::{Tokens, line};

/// Paints a ring around `rect` while `response` has the keyboard.
fn focus_ring(ui: &Ui, response: &Response, rect: Rect, radius: u8) {
    if response.has_focus() {
        let stroke = Stroke::new(line::BOLD, Tokens::of(ui).accent.ink);
        let radius = CornerRadius::same(radius.saturating_add(3));
        ui.painter()
            .rect_stroke(rect.expand(line::BOLD), radius, stroke, StrokeKind::Outside);
    }
}

/// Lays out one line of text.
fn one_line(ui: &Ui, text: &str, font: FontId, color: Color32) -> Arc<Galley> {
    ui.painter().layout_no_wrap(text.to_owned(), font, color)
}
