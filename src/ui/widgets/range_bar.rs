//! One profile drawn: how far the open answers could still move it, and what is decided.

use egui::{
    Align2, CornerRadius, Rangef, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo,
    pos2, vec2,
};

use crate::ui::tokens::{Tokens, line, radius, size, space, text};

/// A track from nothing to all, with a band and a tick on it. Shares go from 0 to 1.
#[derive(Debug, Clone, Copy)]
pub struct RangeBar<'a> {
    /// From where to where the open answers could move the profile; none where nothing counts, and
    /// not drawn where nothing is open.
    pub range: Option<(f32, f32)>,
    /// The share of what is decided; none where too little is.
    pub coverage: Option<f32>,
    /// The same in words, for those who do not see the drawing.
    pub alternative: &'a str,
}

impl RangeBar<'_> {
    /// Shows the bar over the whole width that there is.
    pub fn show(self, ui: &mut Ui) -> Response {
        let wanted = vec2(ui.available_width(), size::TICK);
        let (rect, response) = ui.allocate_exact_size(wanted, Sense::hover());
        self.paint(ui, rect);
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, self.alternative));
        response
    }

    fn paint(self, ui: &Ui, rect: Rect) {
        let tokens = Tokens::of(ui);
        let round = CornerRadius::same(radius::SMALL);
        let track = Rect::from_center_size(rect.center(), vec2(rect.width(), size::BAND));
        ui.painter().rect_filled(track, round, tokens.track);
        let scale = scale_of(rect);
        if let Some((low, high)) = self.range.filter(|(low, high)| low < high) {
            let ends = Rangef::new(scale.at(low), scale.at(high));
            let band = Rect::from_x_y_ranges(ends, track.y_range());
            let frame = Stroke::new(line::HAIR, tokens.band_edge);
            // Where nothing is decided, nothing is filled: it would look like all.
            let is_open = low <= 0.0 && 1.0 <= high;
            let fill = if is_open { tokens.track } else { tokens.band };
            ui.painter()
                .rect(band, round, fill, frame, StrokeKind::Inside);
        }
        if let Some(coverage) = self.coverage {
            let middle = pos2(scale.at(coverage), rect.center().y);
            let tick = Rect::from_center_size(middle, vec2(line::BOLD + line::HAIR, size::TICK));
            ui.painter()
                .rect_filled(tick, CornerRadius::same(1), tokens.accent.ink);
        }
    }
}

/// Shows the scale above a column of bars: labels at equal distances, the last at its very end.
pub fn scale(ui: &mut Ui, labels: &[&str]) -> Response {
    let height = ui.fonts_mut(|fonts| fonts.row_height(&text::small()));
    let wanted = vec2(ui.available_width(), height + space::XS);
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::hover());
    let color = Tokens::of(ui).dim;
    let last = labels.len().saturating_sub(1);
    for (index, label) in labels.iter().enumerate() {
        let (share, align) = match index {
            0 => (0.0, Align2::LEFT_TOP),
            _ if index == last => (1.0, Align2::RIGHT_TOP),
            _ => (part(index, last), Align2::CENTER_TOP),
        };
        let at = pos2(rect.left() + share * rect.width(), rect.top());
        ui.painter().text(at, align, label, text::small(), color);
    }
    response
}

/// Where shares lie on a bar; the ends leave room for half a tick.
struct Scale {
    left: f32,
    width: f32,
}

impl Scale {
    fn at(&self, share: f32) -> f32 {
        self.left + share.clamp(0.0, 1.0) * self.width
    }
}

fn scale_of(rect: Rect) -> Scale {
    Scale {
        left: rect.left() + line::HAIR,
        width: rect.width() - 2.0 * line::HAIR,
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a scale has a handful of labels"
)]
fn part(index: usize, last: usize) -> f32 {
    index as f32 / last as f32
}
