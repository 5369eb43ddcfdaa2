//! Icons, painted: the embedded family has neither arrows nor ticks.

use egui::{Color32, Painter, Pos2, Response, Sense, Stroke, Ui, Vec2, vec2};

use crate::ui::tokens::line;

/// Something that an icon means; each stands beside a word, never alone without a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Icon {
    ArrowLeft,
    ArrowRight,
    /// Done, or cleared.
    Check,
    /// Opens below.
    ChevronDown,
    /// Opens, or leads further.
    ChevronRight,
    /// Closes or takes away.
    Cross,
    /// Marked for later.
    Flag,
    /// Something to know.
    Information,
    /// More acts.
    More,
    Plus,
    Search,
    /// Something to look at.
    Warning,
}

/// A line through places on a grid of 16.
type Line = &'static [[f32; 2]];

impl Icon {
    pub const ALL: [Self; 12] = [
        Self::ArrowLeft,
        Self::ArrowRight,
        Self::Check,
        Self::ChevronDown,
        Self::ChevronRight,
        Self::Cross,
        Self::Flag,
        Self::Information,
        Self::More,
        Self::Plus,
        Self::Search,
        Self::Warning,
    ];

    const fn lines(self) -> &'static [Line] {
        match self {
            Self::ArrowLeft => &[
                &[[13.0, 8.0], [3.0, 8.0]],
                &[[7.0, 4.0], [3.0, 8.0], [7.0, 12.0]],
            ],
            Self::ArrowRight => &[
                &[[3.0, 8.0], [13.0, 8.0]],
                &[[9.0, 4.0], [13.0, 8.0], [9.0, 12.0]],
            ],
            Self::Check => &[&[[3.0, 8.5], [6.5, 12.0], [13.0, 4.5]]],
            Self::ChevronDown => &[&[[4.5, 6.5], [8.0, 10.0], [11.5, 6.5]]],
            Self::ChevronRight => &[&[[6.5, 4.5], [10.0, 8.0], [6.5, 11.5]]],
            Self::Cross => &[&[[4.0, 4.0], [12.0, 12.0]], &[[12.0, 4.0], [4.0, 12.0]]],
            Self::Flag => &[
                &[[4.0, 14.0], [4.0, 2.5]],
                &[
                    [4.0, 3.0],
                    [12.5, 3.0],
                    [10.5, 6.0],
                    [12.5, 9.0],
                    [4.0, 9.0],
                ],
            ],
            Self::Information => &[&[[8.0, 7.5], [8.0, 11.5]]],
            Self::More => &[],
            Self::Plus => &[&[[8.0, 3.0], [8.0, 13.0]], &[[3.0, 8.0], [13.0, 8.0]]],
            Self::Search => &[&[[10.2, 10.2], [14.0, 14.0]]],
            Self::Warning => &[
                &[
                    [8.0, 2.5],
                    [14.5, 13.5],
                    [1.5, 13.5],
                    [8.0, 2.5],
                    [14.5, 13.5],
                ],
                &[[8.0, 6.5], [8.0, 9.5]],
            ],
        }
    }

    /// Circles on the grid of 16: place and radius; the small ones are dots.
    const fn circles(self) -> &'static [([f32; 2], f32)] {
        match self {
            Self::Information => &[([8.0, 8.0], 6.5), ([8.0, 4.9], 0.9)],
            Self::More => &[([3.5, 8.0], 1.2), ([8.0, 8.0], 1.2), ([12.5, 8.0], 1.2)],
            Self::Search => &[([6.8, 6.8], 4.6)],
            Self::Warning => &[([8.0, 11.6], 0.9)],
            _ => &[],
        }
    }

    /// The sign of something that opens what stands below it.
    pub const fn fold(open: bool) -> Self {
        if open {
            Self::ChevronDown
        } else {
            Self::ChevronRight
        }
    }

    /// Shows the icon in a square of `size` points; what stands beside it names it.
    pub fn show(self, ui: &mut Ui, size: f32, color: Color32) -> Response {
        let (rect, response) = ui.allocate_exact_size(Vec2::splat(size), Sense::hover());
        self.paint(ui.painter(), rect.center(), size, color);
        response
    }

    /// Paints the icon around `center`, in a square of `size` points.
    pub fn paint(self, painter: &Painter, center: Pos2, size: f32, color: Color32) {
        let unit = size / 16.0;
        let place = |[x, y]: [f32; 2]| center + vec2(x - 8.0, y - 8.0) * unit;
        let stroke = Stroke::new(line::SHAPE, color);
        for line in self.lines() {
            painter.line(line.iter().copied().map(place).collect(), stroke);
        }
        for (middle, radius) in self.circles() {
            if *radius < 2.0 {
                painter.circle_filled(place(*middle), radius * unit, color);
            } else {
                painter.circle_stroke(place(*middle), radius * unit, stroke);
            }
        }
    }
}
