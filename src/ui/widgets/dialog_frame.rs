//! A dialog: a title, what it asks, and buttons; the page behind it waits.

use egui::{
    Align, Context, Frame, Id, Key, Layout, Memory, Modal, Modifiers, ScrollArea, Ui, UiKind,
};

use super::buttons::ActionButton;
use super::heading;
use crate::ui::tokens::{Tokens, margin, size, space};

/// How a dialog stands after this frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DialogEvent {
    /// Nothing happened.
    None,
    /// The button at this place was clicked.
    Pressed(usize),
    /// Somebody wants to leave, by Escape; a click beside the dialog does nothing.
    Dismissed,
}

/// A dialog over the page.
#[derive(Debug, Clone, Copy)]
pub struct DialogFrame<'a> {
    id: Id,
    title: &'a str,
    width: f32,
    can_confirm: bool,
}

impl<'a> DialogFrame<'a> {
    /// A dialog of this title.
    pub const fn new(id: Id, title: &'a str) -> Self {
        Self {
            id,
            title,
            width: size::DIALOG,
            can_confirm: true,
        }
    }

    pub const fn width(self, width: f32) -> Self {
        Self { width, ..self }
    }

    /// Whether the first button can be clicked now.
    pub const fn can_confirm(self, can_confirm: bool) -> Self {
        Self {
            can_confirm,
            ..self
        }
    }

    /// Shows the dialog; the first of `buttons` leads and stands rightmost, and has the keyboard
    /// when the dialog opens unless `body` asks for it.
    pub fn show<R>(
        self,
        ctx: &Context,
        buttons: &[impl AsRef<str>],
        body: impl FnOnce(&mut Ui) -> R,
    ) -> (R, DialogEvent) {
        let tokens = Tokens::shown_by(ctx);
        let room = ctx.content_rect().size() - egui::Vec2::splat(2.0 * space::XL);
        let width = self.width.min(room.x) - 2.0 * space::XL;
        let just_opened = !ctx.memory(|memory| memory.areas().is_visible(&self.layer()));
        let area = Modal::default_area(self.id)
            .accessible_name(self.title)
            .kind(UiKind::Modal);
        let modal = Modal::new(self.id)
            .area(area)
            .backdrop_color(tokens.shade)
            .frame(Frame::window(&ctx.global_style()).inner_margin(margin::DIALOG));
        let shown = modal.show(ctx, |ui| {
            ui.set_width(width);
            heading::page_title(ui, self.title);
            ui.add_space(space::S);
            let rest = room.y - 2.0 * space::XL - size::CONTROL * 3.0;
            let before = ui.memory(Memory::focused);
            let inner = ScrollArea::vertical()
                .max_height(rest)
                .min_scrolled_height(rest)
                .show(ui, body)
                .inner;
            if buttons.is_empty() {
                return (inner, None);
            }
            ui.add_space(space::L);
            let body_has_keyboard = ui.memory(Memory::focused) != before;
            (
                inner,
                self.buttons_ui(ui, buttons, just_opened && !body_has_keyboard),
            )
        });
        let escaped = shown.is_top_modal
            && !shown.any_popup_open
            && ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
        let (inner, pressed) = shown.inner;
        let event = match (pressed, escaped) {
            (Some(index), _) => DialogEvent::Pressed(index),
            (None, true) => DialogEvent::Dismissed,
            (None, false) => DialogEvent::None,
        };
        (inner, event)
    }

    fn buttons_ui(
        self,
        ui: &mut Ui,
        buttons: &[impl AsRef<str>],
        takes_keyboard: bool,
    ) -> Option<usize> {
        let mut pressed = None;
        let row = egui::vec2(ui.available_width(), size::CONTROL);
        ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
            for (index, word) in buttons.iter().enumerate() {
                let button = if index == 0 {
                    ActionButton::primary(word.as_ref()).enabled(self.can_confirm)
                } else {
                    ActionButton::plain(word.as_ref())
                };
                let response = button.show(ui);
                if takes_keyboard && index == 0 {
                    response.request_focus();
                }
                if response.clicked() {
                    pressed = Some(index);
                }
            }
        });
        pressed
    }

    fn layer(self) -> egui::LayerId {
        Modal::default_area(self.id).layer()
    }
}
