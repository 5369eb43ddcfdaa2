//! A timeline: a scale of days with today on it, and tracks on which a day is marked.

use egui::layers::ShapeIdx;
use egui::{
    Align2, Color32, CornerRadius, Rangef, Rect, Response, Role, Sense, Shape, Stroke, Ui, Vec2,
    WidgetInfo, pos2, vec2,
};

use crate::report::Mark;
use crate::ui::tokens::{Tokens, line, radius, size, space, text};
use crate::words::NamedTick;

/// A stretch of days, the same above all tracks of one timeline.
#[derive(Debug, Clone, Copy)]
pub struct Timeline<'a> {
    pub days: u32,
    /// Where today lies, in days from the first.
    pub today: u32,
    /// Where the months, quarters or years begin.
    pub ticks: &'a [NamedTick],
}

impl Timeline<'_> {
    /// Shows the scale over the whole width: the names of the ticks as far as there is room for
    /// them, and above them `today`. `alternative` says the same in words.
    pub fn scale(self, ui: &mut Ui, today: &str, alternative: &str) -> Response {
        let row = ui.fonts_mut(|fonts| fonts.row_height(&text::small()));
        let has_above = self.ticks.iter().any(|tick| !tick.above.is_empty());
        let rows = if has_above { 3.0 } else { 2.0 };
        let wanted = vec2(ui.available_width(), rows * row + space::XS);
        let (rect, response) = ui.allocate_exact_size(wanted, Sense::hover());
        let tokens = Tokens::of(ui);
        let ink = tokens.accent.ink;
        let word = ui
            .painter()
            .layout_no_wrap(today.to_owned(), text::small_strong(), ink);
        let half = word.size().x / 2.0;
        let most = (rect.right() - half).max(rect.left() + half);
        let middle = self.at(rect.x_range(), self.today);
        let middle = middle.clamp(rect.left() + half, most);
        ui.painter()
            .galley(pos2(middle - half, rect.top()), word, ink);
        let names = self.ticks.iter().map(|tick| (tick.day, &tick.name));
        let last = rect.bottom() - space::XS - row;
        self.names(ui, rect, last, names);
        let above = self.ticks.iter().map(|tick| (tick.day, &tick.above));
        self.names(
            ui,
            rect,
            last - row,
            above.filter(|(_, name)| !name.is_empty()),
        );
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, alternative));
        response
    }

    /// Paints a line of names, those that there is room for.
    fn names<'a>(
        self,
        ui: &Ui,
        rect: Rect,
        top: f32,
        names: impl Iterator<Item = (u32, &'a String)>,
    ) {
        let dim = Tokens::of(ui).dim;
        let mut free = rect.left();
        for (day, name) in names {
            let left = self.at(rect.x_range(), day);
            let galley = ui
                .painter()
                .layout_no_wrap(name.clone(), text::small(), dim);
            let right = left + galley.size().x;
            if left < free || rect.right() + space::S < right {
                continue;
            }
            free = right + space::S;
            ui.painter().galley(pos2(left, top), galley, dim);
        }
    }

    /// Shows a track over the whole width, with the stretch between today and the day, and a mark
    /// at that day. `alternative` says the same in words.
    pub fn track(self, ui: &mut Ui, day: u32, mark: Mark, alternative: &str) -> Response {
        let wanted = vec2(ui.available_width(), size::TICK);
        let (rect, response) = ui.allocate_exact_size(wanted, Sense::hover());
        let tokens = Tokens::of(ui);
        let across = rect.x_range();
        let (at, today) = (self.at(across, day), self.at(across, self.today));
        let (ink, band) = match mark {
            Mark::Ahead => (tokens.accent.ink, tokens.band),
            Mark::Overdue => (tokens.error.ink, tokens.error.soft),
            Mark::Met => (tokens.good.ink, tokens.good.soft),
        };
        let ends = Rangef::new(at.min(today), at.max(today));
        let height = Rangef::new(
            rect.center().y - size::BAR / 2.0,
            rect.center().y + size::BAR / 2.0,
        );
        let stretch = Rect::from_x_y_ranges(ends, height);
        ui.painter()
            .rect_filled(stretch, CornerRadius::same(radius::SMALL), band);
        paint(ui, pos2(at, rect.center().y), mark, ink);
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, alternative));
        response
    }

    /// Begins the lines that run down behind the tracks; [`Timeline::end_lines`] draws them.
    pub fn begin_lines(ui: &Ui) -> ShapeIdx {
        ui.painter().add(Shape::Noop)
    }

    /// Draws a hairline at each tick, and a line at today, behind what was shown since they were
    /// begun, over these stretches of the window.
    pub fn end_lines(self, ui: &Ui, begun: ShapeIdx, across: Rangef, down: Rangef) {
        let tokens = Tokens::of(ui);
        let line =
            |x: f32, stroke| Shape::line_segment([pos2(x, down.min), pos2(x, down.max)], stroke);
        let hair = Stroke::new(line::HAIR, tokens.line);
        let ticks = self.ticks.iter();
        let mut lines: Vec<Shape> = ticks
            .map(|tick| line(self.at(across, tick.day), hair))
            .collect();
        let today = Stroke::new(line::SHAPE, tokens.accent.ink);
        lines.push(line(self.at(across, self.today), today));
        ui.painter().set(begun, Shape::Vec(lines));
    }

    /// Where a day lies between left and right; half a mark is left free at either end.
    #[expect(
        clippy::cast_precision_loss,
        reason = "a place on the screen needs no more"
    )]
    fn at(self, across: Rangef, day: u32) -> f32 {
        let inner = across.shrink(size::MARK / 2.0);
        let share = day as f32 / self.days.max(1) as f32;
        inner.min + share.min(1.0) * inner.span()
    }
}

fn paint(ui: &Ui, center: egui::Pos2, mark: Mark, ink: Color32) {
    let half = size::MARK / 2.0;
    let ground = Tokens::of(ui).ground;
    let stroke = Stroke::new(line::BOLD, ink);
    match mark {
        Mark::Ahead => {
            ui.painter().circle_filled(center, half, ink);
        }
        Mark::Met => {
            ui.painter()
                .circle(center, half - line::HAIR, ground, stroke);
        }
        Mark::Overdue => {
            let corners = [Vec2::UP, Vec2::RIGHT, Vec2::DOWN, Vec2::LEFT];
            let corners = corners.map(|way| center + way * (half + line::HAIR));
            let shape = Shape::convex_polygon(corners.into(), ink, Stroke::NONE);
            ui.painter().add(shape);
        }
    }
}

/// Shows the shape of a mark with its word beside it.
pub fn legend(ui: &mut Ui, mark: Mark, word: &str) {
    let tokens = Tokens::of(ui);
    let ink = match mark {
        Mark::Ahead => tokens.accent.ink,
        Mark::Overdue => tokens.error.ink,
        Mark::Met => tokens.good.ink,
    };
    let galley = ui
        .painter()
        .layout_no_wrap(word.to_owned(), text::small(), tokens.dim);
    let wanted = vec2(size::ICON + space::XS + galley.size().x, galley.size().y);
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::hover());
    paint(
        ui,
        pos2(rect.left() + size::ICON / 2.0, rect.center().y),
        mark,
        ink,
    );
    ui.painter().text(
        rect.right_center(),
        Align2::RIGHT_CENTER,
        word,
        text::small(),
        tokens.dim,
    );
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, word));
}
