//! A field of one line, with its label above it.

use std::borrow::Cow;

use egui::{Align2, Id, Label, Response, RichText, Sense, TextEdit, Ui, WidgetText};

use super::heading;
use crate::ui::tokens::{Tokens, space, text};

/// What happened to a field in this frame. The draft already holds what was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct FieldEvents {
    /// The draft is not what it was.
    pub changed: bool,
    /// The keyboard left the field: the draft is what somebody wants to say.
    pub left: bool,
    /// Whether the keyboard is here.
    pub focused: bool,
}

impl FieldEvents {
    pub(super) fn of(response: &Response, editable: bool) -> Self {
        Self {
            changed: editable && response.changed(),
            left: response.lost_focus(),
            focused: response.has_focus(),
        }
    }
}

/// A field of one line. `Id` is its own wherever it stands, so that its caret and its undo stay
/// with it, and a jump can bring the keyboard there.
#[derive(Debug, Clone)]
pub struct Field<'a> {
    id: Id,
    label: Cow<'a, str>,
    shows_label: bool,
    hint: Cow<'a, str>,
    fault: Cow<'a, str>,
    width: f32,
    editable: bool,
}

impl<'a> Field<'a> {
    /// A field under its label, over the whole width.
    pub fn new(id: Id, label: impl Into<Cow<'a, str>>) -> Self {
        Self {
            id,
            label: label.into(),
            shows_label: true,
            hint: Cow::Borrowed(""),
            fault: Cow::Borrowed(""),
            width: f32::INFINITY,
            editable: true,
        }
    }

    /// Without a visible label, where a column or a sentence names it.
    pub fn unlabelled(self) -> Self {
        Self {
            shows_label: false,
            ..self
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

    /// No wider than this.
    pub fn width(self, width: f32) -> Self {
        Self { width, ..self }
    }

    /// Whether it can be written into; else it is there to read, to mark and to copy.
    pub fn editable(self, editable: bool) -> Self {
        Self { editable, ..self }
    }

    pub fn show(self, ui: &mut Ui, draft: &mut String) -> FieldEvents {
        if !self.shows_label && self.fault.is_empty() {
            let response = self.edit_ui(ui, draft).accessible_name(self.label.as_ref());
            return FieldEvents::of(&response, self.editable);
        }
        ui.vertical(|ui| {
            let label = self.shows_label.then(|| label_above(ui, &self.label));
            if !self.fault.is_empty() {
                mark_faulty(ui);
            }
            let response = self.edit_ui(ui, draft);
            let response = match label {
                Some(label) => labelled(response, &label),
                None => response.accessible_name(self.label.as_ref()),
            };
            tell_fault(ui, self.id, &self.fault);
            FieldEvents::of(&response, self.editable)
        })
        .inner
    }

    fn edit_ui(&self, ui: &mut Ui, draft: &mut String) -> Response {
        let mut shown;
        let edit = if self.editable {
            TextEdit::singleline(draft)
        } else {
            shown = draft.as_str();
            TextEdit::singleline(&mut shown)
        };
        let edit = edit
            .id(self.id)
            .hint_text(hint(if self.editable { &self.hint } else { "" }))
            .align(Align2::LEFT_CENTER)
            .desired_width(self.width);
        ui.add(edit)
    }
}

pub(super) fn label_above(ui: &mut Ui, label: &str) -> Response {
    let words = RichText::new(label)
        .font(text::small())
        .color(Tokens::of(ui).dim);
    ui.add(Label::new(words).sense(Sense::CLICK))
}

/// Ties a field to its label: its name comes from there, and a click there leads to the field.
pub(super) fn labelled(field: Response, label: &Response) -> Response {
    // Only now: a field that had the keyboard before it was shown would give it up to the click.
    if label.clicked() {
        field.request_focus();
    }
    field.labelled_by(label.id)
}

/// The words that stand in an empty field.
pub(super) fn hint(words: &str) -> WidgetText {
    RichText::new(words).font(text::body()).into()
}

/// Frames the fields of `ui` as faulty.
pub(super) fn mark_faulty(ui: &mut Ui) {
    let error = Tokens::of(ui).error.ink;
    let visuals = ui.visuals_mut();
    visuals.selection.stroke.color = error;
    visuals.widgets.inactive.bg_stroke.color = error;
    visuals.widgets.hovered.bg_stroke.color = error;
}

/// Shows what is wrong below a field, and tells it to a screen reader.
pub(super) fn tell_fault(ui: &mut Ui, field: Id, fault: &str) {
    if fault.is_empty() {
        return;
    }
    ui.add_space(space::XS / 2.0);
    heading::fault(ui, fault);
    ui.ctx().accesskit_node_builder(field, |node| {
        node.set_description(fault);
        node.set_invalid(egui::accesskit::Invalid::True);
    });
}
