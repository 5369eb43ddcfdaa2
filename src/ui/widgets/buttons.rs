//! Buttons: one that leads, plain ones beside it, quiet ones where frames would be noise.

use std::borrow::Cow;

use egui::{
    Color32, CornerRadius, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::drawing::{focus_ring, one_line};
use super::icon::Icon;
use crate::ui::tokens::{Tokens, line, radius, size, space, text};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Primary,
    Plain,
    Quiet,
}

#[derive(Debug, Clone)]
pub struct ActionButton<'a> {
    word: Cow<'a, str>,
    kind: Kind,
    before: Option<Icon>,
    after: Option<Icon>,
    enabled: bool,
    pressed: Option<bool>,
}

impl<'a> ActionButton<'a> {
    /// The act that a page leads to; at most one is in sight.
    pub fn primary(word: impl Into<Cow<'a, str>>) -> Self {
        Self::new(word, Kind::Primary)
    }

    /// An act among others.
    pub fn plain(word: impl Into<Cow<'a, str>>) -> Self {
        Self::new(word, Kind::Plain)
    }

    /// An act in a row or a bar, without a frame.
    pub fn quiet(word: impl Into<Cow<'a, str>>) -> Self {
        Self::new(word, Kind::Quiet)
    }

    fn new(word: impl Into<Cow<'a, str>>, kind: Kind) -> Self {
        Self {
            word: word.into(),
            kind,
            before: None,
            after: None,
            enabled: true,
            pressed: None,
        }
    }

    pub fn before(self, icon: Icon) -> Self {
        let before = Some(icon);
        Self { before, ..self }
    }

    pub fn after(self, icon: Icon) -> Self {
        let after = Some(icon);
        Self { after, ..self }
    }

    /// Whether the act is possible now.
    pub fn enabled(self, enabled: bool) -> Self {
        Self { enabled, ..self }
    }

    /// Makes the button a switch, such as a flag, that is on or off.
    pub fn pressed(self, pressed: bool) -> Self {
        let pressed = Some(pressed);
        Self { pressed, ..self }
    }

    pub fn show(self, ui: &mut Ui) -> Response {
        let name = self.word.clone();
        self.show_named(ui, &name)
    }

    /// Shows the button with a name that says more than its word: `Remove National programme`.
    pub fn show_named(self, ui: &mut Ui, name: &str) -> Response {
        let enabled = self.enabled && ui.is_enabled();
        let font = if self.kind == Kind::Primary {
            text::strong()
        } else {
            text::body()
        };
        // The colour is given when painting, once it is known whether the pointer is here.
        let galley = one_line(ui, &self.word, font, Color32::PLACEHOLDER);
        let icon_room = |icon: Option<Icon>| {
            if icon.is_some() {
                size::ICON + space::XS
            } else {
                0.0
            }
        };
        let content = if self.word.is_empty() {
            size::ICON
        } else {
            icon_room(self.before) + galley.size().x + icon_room(self.after)
        };
        let padding = if self.kind == Kind::Quiet {
            space::S
        } else {
            space::M
        };
        let wanted = vec2((content + 2.0 * padding).ceil(), size::CONTROL);
        let sense = if enabled {
            Sense::click()
        } else {
            Sense::hover()
        };
        let (rect, response) = ui.allocate_exact_size(wanted, sense);

        let (fill, frame, ink) = self.colors(ui, &response, enabled);
        let round = CornerRadius::same(radius::FIELD);
        ui.painter()
            .rect(rect, round, fill, frame, StrokeKind::Inside);
        let left = rect.left() + padding;
        if let Some(icon) = self.before {
            let center = pos2(left + size::ICON / 2.0, rect.center().y);
            icon.paint(ui.painter(), center, size::ICON, ink);
        }
        let word = pos2(
            left + icon_room(self.before),
            rect.center().y - galley.size().y / 2.0,
        );
        ui.painter().galley(word, galley, ink);
        if let Some(icon) = self.after {
            let center = pos2(rect.right() - padding - size::ICON / 2.0, rect.center().y);
            icon.paint(ui.painter(), center, size::ICON, ink);
        }
        focus_ring(ui, &response, rect, radius::FIELD);

        response.widget_info(|| match self.pressed {
            Some(pressed) => WidgetInfo::selected(Role::Button, enabled, pressed, name),
            None => WidgetInfo::labeled(Role::Button, enabled, name),
        });
        response
    }

    fn colors(&self, ui: &Ui, response: &Response, enabled: bool) -> (Color32, Stroke, Color32) {
        let tokens = Tokens::of(ui);
        let held = response.is_pointer_button_down_on();
        let pointed = response.hovered();
        let hair = |color| Stroke::new(line::HAIR, color);
        if !enabled {
            let frame = if self.kind == Kind::Quiet {
                Stroke::NONE
            } else {
                hair(tokens.line)
            };
            return (Color32::TRANSPARENT, frame, tokens.dim);
        }
        match self.kind {
            Kind::Primary if pointed || held => {
                (tokens.accent_strong, Stroke::NONE, tokens.on_accent)
            }
            Kind::Primary => (tokens.accent.ink, Stroke::NONE, tokens.on_accent),
            _ if held || self.pressed == Some(true) => (
                tokens.accent.soft,
                hair(tokens.accent.ink),
                tokens.accent.ink,
            ),
            Kind::Plain if pointed => (tokens.hover, hair(tokens.edge), tokens.ink),
            Kind::Plain => (tokens.card, hair(tokens.line), tokens.ink),
            Kind::Quiet if pointed => (tokens.hover, Stroke::NONE, tokens.ink),
            Kind::Quiet => (Color32::TRANSPARENT, Stroke::NONE, tokens.ink),
        }
    }
}
