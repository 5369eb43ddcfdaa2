//! How much is done, as a thin bar.

use egui::{CornerRadius, Rect, Response, Role, Sense, Ui, WidgetInfo, vec2};

use crate::ui::tokens::{Tokens, radius, size};

/// A thin bar that fills as things get done; the figures stand beside it, as text.
#[derive(Debug, Clone, Copy)]
pub struct ProgressBar<'a> {
    pub done: usize,
    pub all: usize,
    /// What is done, for a screen reader: `Planning, 3 of 9`.
    pub name: &'a str,
}

impl ProgressBar<'_> {
    /// Shows the bar, `width` points wide.
    pub fn show(self, ui: &mut Ui, width: f32) -> Response {
        let (rect, response) = ui.allocate_exact_size(vec2(width, size::BAR), Sense::hover());
        self.describe(ui, &response);
        self.paint(ui, rect);
        response
    }

    /// Paints the bar into `rect`, as part of a widget that tells the figures itself.
    pub fn paint(self, ui: &Ui, rect: Rect) {
        let tokens = Tokens::of(ui);
        let round = CornerRadius::same(radius::SMALL);
        ui.painter().rect_filled(rect, round, tokens.track);
        if self.done > 0 && self.all > 0 {
            let width = (rect.width() * self.share()).max(size::BAR);
            let reached = Rect::from_min_size(rect.min, vec2(width, rect.height()));
            ui.painter().rect_filled(reached, round, tokens.accent.ink);
        }
    }

    #[expect(
        clippy::cast_precision_loss,
        reason = "a width on the screen needs no more"
    )]
    fn share(self) -> f32 {
        (self.done as f32 / self.all as f32).min(1.0)
    }

    #[expect(
        clippy::cast_precision_loss,
        reason = "there are fewer questions than 2^52"
    )]
    fn describe(self, ui: &Ui, response: &Response) {
        let role = Role::ProgressIndicator;
        response.widget_info(|| WidgetInfo::labeled(role, true, self.name));
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_min_numeric_value(0.0);
            node.set_max_numeric_value(self.all as f64);
            node.set_numeric_value(self.done as f64);
        });
    }
}
