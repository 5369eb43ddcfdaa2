//! Rows below each other, of which only those in sight are laid out; each is as high as it was when it
//! was last in sight, and at first as high as is guessed.

use std::hash::Hash;

use egui::{Align, Id, Layout, Rect, Sense, Ui, UiBuilder, pos2, vec2};

use crate::ui::tokens::size;

/// How many points above and below what is in sight are laid out too, so that Tab and the arrows
/// find a next row to go to.
const BEYOND: f32 = 2.0 * size::LINE;

/// Two heights that differ by less than this are the same.
const SAME: f32 = 0.5;

#[derive(Debug, Clone, Copy)]
pub struct VirtualList {
    id: Id,
    content: u64,
}

/// How high the rows are, and of which content, at which width.
#[derive(Debug, Clone, Default)]
struct Heights {
    content: u64,
    width: f32,
    rows: Vec<f32>,
}

impl VirtualList {
    /// The list of this name. Heights that were measured for other `content` are forgotten.
    pub fn new(name: impl Hash, content: impl Hash) -> Self {
        Self {
            id: Id::unique(("virtual_list", egui::util::hash(name))),
            content: egui::util::hash(content),
        }
    }

    pub fn show(
        self,
        ui: &mut Ui,
        count: usize,
        guessed_height: impl Fn(&Ui, usize) -> f32,
        mut row_ui: impl FnMut(&mut Ui, usize),
    ) {
        let width = ui.available_width();
        let known = ui.data_mut(|data| data.remove_temp::<Heights>(self.id));
        let is_known = |known: &Heights| {
            let same_width = (known.width - width).abs() < SAME;
            known.content == self.content && known.rows.len() == count && same_width
        };
        let mut heights = known.filter(is_known).unwrap_or_else(|| Heights {
            content: self.content,
            width,
            rows: (0..count).map(|row| guessed_height(ui, row)).collect(),
        });
        let start = ui.cursor().min;
        let sight = ui.clip_rect().y_range().expand(BEYOND);
        let mut top = start.y;
        let mut is_settled = true;
        for (row, height) in heights.rows.iter_mut().enumerate() {
            if sight.min <= top + *height && top <= sight.max {
                let rect = Rect::from_min_size(pos2(start.x, top), vec2(width, *height));
                let builder = UiBuilder::new()
                    .max_rect(rect)
                    .layout(Layout::top_down(Align::Min))
                    .id_salt((self.id, row));
                let mut inside = ui.new_child(builder);
                inside.spacing_mut().item_spacing.y = 0.0;
                row_ui(&mut inside, row);
                let shown = inside.min_rect().height();
                is_settled &= (shown - *height).abs() < SAME;
                *height = shown;
            }
            top += *height;
        }
        let whole = Rect::from_min_max(start, pos2(start.x + width, top));
        ui.allocate_rect(whole, Sense::hover());
        ui.data_mut(|data| data.insert_temp(self.id, heights));
        if !is_settled {
            ui.ctx().request_repaint();
        }
    }
}

/// A letter is about so wide, in points, and a line of them so high.
const LETTER: f32 = 7.0;
const LINE: f32 = 20.0;

/// About how high a text is at this width.
pub fn text_height(width: f32, text: &str) -> f32 {
    let letters = (width / LETTER).max(1.0);
    let lines = text.lines().map(|line| {
        let length = f32::from(u16::try_from(line.len()).unwrap_or(u16::MAX));
        (length / letters).ceil().max(1.0)
    });
    LINE * lines.sum::<f32>()
}
