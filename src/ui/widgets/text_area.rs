//! A field of several lines that grows with what is written.

use std::borrow::Cow;

use egui::epaint::RectShape;
use egui::{
    CornerRadius, Frame, Id, Response, ScrollArea, Shape, Stroke, StrokeKind, TextEdit, Ui,
};

use super::field::{self, FieldEvents};
use crate::ui::tokens::{Tokens, line, margin, radius, text};

/// A field of several lines, under its label. It grows with its content, and scrolls once that is
/// long.
#[derive(Debug, Clone)]
pub struct TextArea<'a> {
    id: Id,
    label: Cow<'a, str>,
    hint: Cow<'a, str>,
    fault: Cow<'a, str>,
    least_rows: u8,
    most_rows: u8,
    editable: bool,
}

impl<'a> TextArea<'a> {
    /// A field of one to twelve lines. `id` is its own wherever it stands.
    pub fn new(id: Id, label: impl Into<Cow<'a, str>>) -> Self {
        Self {
            id,
            label: label.into(),
            hint: Cow::Borrowed(""),
            fault: Cow::Borrowed(""),
            least_rows: 1,
            most_rows: 12,
            editable: true,
        }
    }

    /// What stands in the field while it is empty.
    pub fn hint(self, hint: impl Into<Cow<'a, str>>) -> Self {
        let hint = hint.into();
        Self { hint, ..self }
    }

    /// What is wrong with the draft, shown below the field; nothing if empty.
    pub fn fault(self, fault: impl Into<Cow<'a, str>>) -> Self {
        let fault = fault.into();
        Self { fault, ..self }
    }

    /// At least and at most as many lines as these.
    pub fn rows(self, least_rows: u8, most_rows: u8) -> Self {
        Self {
            least_rows,
            most_rows,
            ..self
        }
    }

    /// Whether it can be written into; else it is there to read, to mark and to copy.
    pub fn editable(self, editable: bool) -> Self {
        Self { editable, ..self }
    }

    pub fn show(self, ui: &mut Ui, draft: &mut String) -> FieldEvents {
        ui.vertical(|ui| {
            let label = field::label_above(ui, &self.label);
            let response = field::labelled(self.framed_ui(ui, draft), &label);
            field::tell_fault(ui, self.id, &self.fault);
            FieldEvents::of(&response, self.editable)
        })
        .inner
    }

    /// The frame is painted around the scrolling text, so that it stays while the text moves.
    fn framed_ui(&self, ui: &mut Ui, draft: &mut String) -> Response {
        let behind = ui.painter().add(Shape::Noop);
        let shown = ui.scope(|ui| self.scrolling_ui(ui, draft));
        let (response, rect) = (shown.inner, shown.response.rect);

        let tokens = Tokens::of(ui);
        let color = match (
            self.fault.is_empty(),
            response.has_focus(),
            response.hovered(),
        ) {
            (false, _, _) => tokens.error.ink,
            (true, true, _) => tokens.accent.ink,
            (true, false, true) => tokens.ink,
            (true, false, false) => tokens.edge,
        };
        let width = if response.has_focus() {
            line::BOLD
        } else {
            line::HAIR
        };
        let (stroke, round) = (Stroke::new(width, color), CornerRadius::same(radius::FIELD));
        let frame = RectShape::new(rect, round, tokens.card, stroke, StrokeKind::Inside);
        ui.painter().set(behind, frame);
        response
    }

    fn scrolling_ui(&self, ui: &mut Ui, draft: &mut String) -> Response {
        let row = ui.fonts_mut(|fonts| fonts.row_height(&text::body()));
        let most = f32::from(self.most_rows) * row + margin::FIELD.sum().y;
        ScrollArea::vertical()
            .id_salt(self.id)
            .max_height(most)
            .min_scrolled_height(most)
            .show(ui, |ui| {
                let mut shown;
                let edit = if self.editable {
                    TextEdit::multiline(draft)
                } else {
                    shown = draft.as_str();
                    TextEdit::multiline(&mut shown)
                };
                let edit = edit
                    .id(self.id)
                    .hint_text(field::hint(if self.editable { &self.hint } else { "" }))
                    .frame(Frame::new().inner_margin(margin::FIELD))
                    .desired_rows(usize::from(self.least_rows))
                    .desired_width(f32::INFINITY);
                ui.add(edit)
            })
            .inner
    }
}
