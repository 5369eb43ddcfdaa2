//! Rows whose cells stand in columns, and rows that can be clicked.

use std::borrow::Cow;

use egui::epaint::RectShape;
use egui::{
    Align, CornerRadius, Id, Layout, Rect, Response, Role, Sense, Shape, Stroke, Ui, UiBuilder,
    WidgetInfo, pos2, vec2,
};

use super::drawing::focus_ring;
use crate::ui::tokens::{Tokens, line, radius, size, space};

/// Shows `content` in a column of at most `most` points, and no wider than there is room.
pub fn narrow<R>(ui: &mut Ui, most: f32, content: impl FnOnce(&mut Ui) -> R) -> R {
    let width = ui.available_width().min(most);
    ui.vertical(|ui| {
        ui.set_max_width(width);
        content(ui)
    })
    .inner
}

/// Shows `content` in the middle, with as much room at its left as at its right where there is more
/// than `most` points of width.
pub fn middle<R>(ui: &mut Ui, most: f32, content: impl FnOnce(&mut Ui) -> R) -> R {
    let room = ui.available_rect_before_wrap();
    let beside = ((room.width() - most) / 2.0).max(0.0).floor();
    let place = Rect::from_x_y_ranges(room.left() + beside..=room.right() - beside, room.y_range());
    ui.scope_builder(UiBuilder::new().max_rect(place), content)
        .inner
}

/// How wide a column is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Column {
    Fixed(f32),
    /// A part of what the fixed columns leave, in proportion to the others of its kind.
    Share(f32),
}

/// Columns with their widths worked out; every row of a table uses the same.
#[derive(Debug, Clone)]
pub struct Columns {
    widths: Vec<f32>,
    gap: f32,
}

impl Columns {
    /// Shares out `available` points; a column that shares never gets less than a number field.
    pub fn new(available: f32, columns: &[Column]) -> Self {
        let gap = space::L;
        let gaps = columns.iter().skip(1).map(|_| gap).sum::<f32>();
        let (mut fixed, mut shares) = (0.0, 0.0);
        for column in columns {
            match column {
                Column::Fixed(width) => fixed += width,
                Column::Share(share) => shares += share,
            }
        }
        let unit = (available - gaps - fixed) / f32::max(shares, f32::MIN_POSITIVE);
        let widths = columns.iter().map(|column| match column {
            Column::Fixed(width) => *width,
            Column::Share(share) => (share * unit).max(size::NUMBER_FIELD).floor(),
        });
        Self {
            widths: widths.collect(),
            gap,
        }
    }

    /// The width of one column, or none if there is no such column.
    pub fn width(&self, index: usize) -> f32 {
        self.widths.get(index).copied().unwrap_or_default()
    }

    /// Shows a row at least `height` points high; what stands in a cell is centred in that height,
    /// and the row grows where a cell needs more.
    pub fn row<R>(&self, ui: &mut Ui, height: f32, content: impl FnOnce(&mut Cells<'_>) -> R) -> R {
        let builder = UiBuilder::new().layout(Layout::left_to_right(Align::Min));
        ui.scope_builder(builder, |ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            let mut cells = Cells {
                columns: self,
                ui,
                height,
                next: 0,
            };
            content(&mut cells)
        })
        .inner
    }
}

/// The cells of one row, shown one after the other.
pub struct Cells<'a> {
    columns: &'a Columns,
    ui: &'a mut Ui,
    height: f32,
    next: usize,
}

impl Cells<'_> {
    pub fn cell<R>(&mut self, content: impl FnOnce(&mut Ui) -> R) -> R {
        self.aligned(Layout::left_to_right(Align::Center), content)
    }

    /// Shows the next cell with its content at the right, as figures stand.
    pub fn figure<R>(&mut self, content: impl FnOnce(&mut Ui) -> R) -> R {
        self.aligned(Layout::right_to_left(Align::Center), content)
    }

    /// Shows one cell over the next `count` columns.
    pub fn span<R>(&mut self, count: usize, content: impl FnOnce(&mut Ui) -> R) -> R {
        self.placed(count, Layout::left_to_right(Align::Center), content)
    }

    fn aligned<R>(&mut self, layout: Layout, content: impl FnOnce(&mut Ui) -> R) -> R {
        self.placed(1, layout, content)
    }

    fn placed<R>(&mut self, count: usize, layout: Layout, content: impl FnOnce(&mut Ui) -> R) -> R {
        if self.next > 0 {
            self.ui.add_space(self.columns.gap);
        }
        let columns = self.next..self.next + count;
        let widths = columns.map(|index| self.columns.width(index) + self.columns.gap);
        let width = (widths.sum::<f32>() - self.columns.gap).max(0.0);
        let size = vec2(width, self.height);
        self.next += count;
        let place = Rect::from_min_size(self.ui.cursor().min, size);
        let mut cell = self
            .ui
            .new_child(UiBuilder::new().max_rect(place).layout(layout));
        cell.set_min_size(size);
        cell.spacing_mut().item_spacing.x = space::S;
        let inner = content(&mut cell);
        // A word that is too long reaches into the gap, and moves no column.
        let taken = vec2(width, cell.min_rect().height().max(self.height));
        self.ui
            .advance_cursor_after_rect(Rect::from_min_size(place.min, taken));
        inner
    }
}

/// A row that can be clicked as a whole: an entry of a list, or a line of a table.
#[derive(Debug, Clone)]
pub struct RowButton<'a> {
    /// What a screen reader says: all that the row shows.
    name: Cow<'a, str>,
    height: f32,
    selected: bool,
    expanded: Option<bool>,
}

impl<'a> RowButton<'a> {
    pub fn new(name: impl Into<Cow<'a, str>>, height: f32) -> Self {
        Self {
            name: name.into(),
            height,
            selected: false,
            expanded: None,
        }
    }

    pub fn selected(self, selected: bool) -> Self {
        Self { selected, ..self }
    }

    /// Whether what the row opens stands below it.
    pub fn expanded(self, expanded: bool) -> Self {
        let expanded = Some(expanded);
        Self { expanded, ..self }
    }

    /// Shows a row without a margin, at least as high as is said, that grows with `content`; `id`
    /// keeps the keyboard on it, wherever it stands.
    pub fn show_grown(self, ui: &mut Ui, id: Id, content: impl FnOnce(&mut Ui)) -> Response {
        let behind = ui.painter().add(Shape::Noop);
        let inside = ui.scope(|ui| {
            ui.set_min_size(vec2(ui.available_width(), self.height));
            content(ui);
        });
        let rect = inside.response.rect;
        let response = ui.interact(rect, id, Sense::click());
        if response.hovered() {
            let around = rect.expand2(vec2(space::S, 0.0));
            let round = CornerRadius::same(radius::SMALL);
            let ground = RectShape::filled(around, round, Tokens::of(ui).hover);
            ui.painter().set(behind, ground);
        }
        if response.gained_focus() {
            response.scroll_to_me(None);
        }
        let ring = rect.expand2(vec2(space::XS, -space::XS));
        focus_ring(ui, &response, ring, radius::SMALL);
        // The row itself says all that it shows.
        ui.ctx()
            .accesskit_node_builder(inside.response.id, egui::accesskit::Node::set_hidden);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &*self.name));
        if let Some(expanded) = self.expanded {
            ui.ctx()
                .accesskit_node_builder(response.id, |node| node.set_expanded(expanded));
        }
        response
    }

    /// Shows the row over the whole width; `content` shows what stands in it, inside its margin.
    pub fn show(self, ui: &mut Ui, content: impl FnOnce(&mut Ui)) -> Response {
        let wanted = vec2(ui.available_width(), self.height);
        let (rect, response) = ui.allocate_exact_size(wanted, Sense::click());
        self.paint(ui, rect, &response);
        let inner = rect.shrink2(vec2(space::L, 0.0));
        let builder = UiBuilder::new()
            .max_rect(inner)
            .layout(Layout::left_to_right(Align::Center));
        let mut inside = ui.new_child(builder);
        content(&mut inside);
        // The row itself says all that it shows.
        ui.ctx()
            .accesskit_node_builder(inside.unique_id(), egui::accesskit::Node::set_hidden);
        response.widget_info(|| {
            WidgetInfo::selected(Role::Button, ui.is_enabled(), self.selected, &*self.name)
        });
        response
    }

    fn paint(&self, ui: &Ui, rect: Rect, response: &Response) {
        let tokens = Tokens::of(ui);
        if self.selected {
            ui.painter()
                .rect_filled(rect, CornerRadius::ZERO, tokens.accent.soft);
            let bar = Rect::from_min_max(rect.min, pos2(rect.left() + line::BAR, rect.bottom()));
            ui.painter()
                .rect_filled(bar, CornerRadius::ZERO, tokens.accent.ink);
        } else if response.hovered() {
            ui.painter()
                .rect_filled(rect, CornerRadius::ZERO, tokens.hover);
        }
        focus_ring(ui, response, rect.shrink(space::XS), radius::SMALL);
    }
}

/// Draws the hairline below a row that was just shown, without taking room.
pub fn underline(ui: &Ui) {
    let stroke = Stroke::new(line::HAIR, Tokens::of(ui).line);
    let x = ui.max_rect().x_range();
    ui.painter()
        .hline(x, ui.cursor().top() - line::HAIR, stroke);
}
