//! One of several, side by side: what standings, levels and tabs have in common.
//!
//! The row is one stop of the Tab key; arrows move within it, Space or Enter chooses. So an answer
//! never changes while somebody only looks around.

use std::sync::Arc;

use egui::{
    CornerRadius, EventFilter, Galley, Id, Key, Pos2, Rect, Response, Role, Sense, Stroke,
    StrokeKind, Ui, UiBuilder, Vec2, WidgetInfo, pos2, vec2,
};

use super::drawing::{focus_ring, one_line};
use super::standing_mark;
use crate::domain::Standing;
use crate::ui::tokens::{Tokens, Tone, line, radius, size, space, text};

/// How the options look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    /// Rounded frames; the chosen one is filled softly.
    Pill,
    /// Bare words; the chosen one is underlined.
    Tab,
}

pub(super) struct RadioOption<'a> {
    pub word: &'a str,
    /// What a screen reader says, and a hint where it differs from the word.
    pub name: String,
    /// The shape before the word.
    pub mark: Option<Standing>,
    /// The colours once it is chosen.
    pub tone: Tone,
}

pub(super) struct RadioRow<'a> {
    /// What is chosen here, for a screen reader.
    pub name: &'a str,
    /// The options in their order.
    pub options: &'a [RadioOption<'a>],
    pub selected: Option<usize>,
    pub look: Look,
}

impl RadioRow<'_> {
    /// Shows the row, on several lines where it is narrow; tells which option was clicked.
    pub(super) fn show(self, ui: &mut Ui) -> Option<usize> {
        let role = match self.look {
            Look::Pill => Role::RadioGroup,
            Look::Tab => Role::TabList,
        };
        let builder = UiBuilder::new()
            .id_salt(self.name)
            .accessibility_role(role)
            .accessibility_label(self.name);
        ui.scope_builder(builder, |ui| self.options_ui(ui)).inner
    }

    fn options_ui(&self, ui: &mut Ui) -> Option<usize> {
        let galleys: Vec<_> = self
            .options
            .iter()
            // Laid out strong, so that nothing moves when another option is chosen.
            .map(|option| one_line(ui, option.word, text::strong(), option.tone.ink))
            .collect();
        let widths = galleys
            .iter()
            .zip(self.options)
            .map(|(galley, option)| self.width(galley, option));
        let (places, total) = arrange(widths, self.height(), self.gap(), ui.available_width());
        let (whole, _) = ui.allocate_exact_size(total, Sense::hover());

        let base = ui.scope_id();
        let reachable = self.move_focus(ui, base);
        let mut clicked = None;
        for (index, (place, galley)) in places.iter().zip(galleys).enumerate() {
            let sense = if index == reachable {
                Sense::click()
            } else {
                Sense::CLICK
            };
            let rect = place.translate(whole.min.to_vec2());
            let response = ui.interact(rect, base.with(index), sense);
            if response.clicked() && ui.is_enabled() {
                clicked = Some(index);
            }
            self.paint(ui, index, rect, galley, &response);
            self.describe(ui, index, response);
        }
        clicked
    }

    /// Moves the keyboard along the row, and tells which option the Tab key reaches.
    fn move_focus(&self, ui: &Ui, base: Id) -> usize {
        let count = self.options.len();
        let focused = ui.memory(egui::Memory::focused);
        let Some(index) = (0..count).find(|index| focused == Some(base.with(*index))) else {
            return self.selected.unwrap_or(0);
        };
        let arrows = EventFilter {
            horizontal_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(base.with(index), arrows));
        let (left, right) = ui.input(|input| {
            (
                input.key_pressed(Key::ArrowLeft),
                input.key_pressed(Key::ArrowRight),
            )
        });
        let next = match (left, right) {
            (true, false) => (index + count - 1) % count,
            (false, true) => (index + 1) % count,
            _ => return index,
        };
        ui.memory_mut(|memory| memory.request_focus(base.with(next)));
        ui.request_repaint();
        next
    }

    fn describe(&self, ui: &Ui, index: usize, response: Response) {
        let RadioOption { word, name, .. } = &self.options[index];
        let selected = self.selected == Some(index);
        let role = match self.look {
            Look::Pill => Role::RadioButton,
            Look::Tab => Role::Tab,
        };
        response.widget_info(|| WidgetInfo::selected(role, ui.is_enabled(), selected, name));
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_selected(selected);
            node.set_position_in_set(index + 1);
            node.set_size_of_set(self.options.len());
        });
        if !name.ends_with(word) {
            response.on_hover_text(name);
        }
    }

    fn height(&self) -> f32 {
        match self.look {
            Look::Pill => size::PILL,
            Look::Tab => size::ROW,
        }
    }

    fn gap(&self) -> f32 {
        match self.look {
            Look::Pill => space::XS,
            Look::Tab => space::L,
        }
    }

    fn width(&self, galley: &Galley, option: &RadioOption<'_>) -> f32 {
        let mark = if option.mark.is_some() {
            size::MARK + size::MARK_GAP
        } else {
            0.0
        };
        let padding = match self.look {
            Look::Pill => size::PILL_PADDING,
            Look::Tab => space::XS,
        };
        (galley.size().x + mark + 2.0 * padding).ceil()
    }

    fn paint(&self, ui: &Ui, index: usize, rect: Rect, strong: Arc<Galley>, response: &Response) {
        let tokens = Tokens::of(ui);
        let RadioOption {
            word, mark, tone, ..
        } = &self.options[index];
        let selected = self.selected == Some(index);
        let pointed = response.hovered() && ui.is_enabled();
        let hair = |color| Stroke::new(line::HAIR, color);
        let (fill, frame, ink, shape) = match (selected, pointed) {
            (true, _) => (
                tone.soft,
                Stroke::new(line::SHAPE, tone.ink),
                tone.ink,
                tone.ink,
            ),
            (false, true) => (tokens.hover, hair(tokens.edge), tokens.ink, tokens.ink),
            (false, false) => (tokens.card, hair(tokens.line), tokens.dim, tokens.shape),
        };
        let round = CornerRadius::same(radius::ROUND);
        match self.look {
            Look::Pill => {
                ui.painter()
                    .rect(rect, round, fill, frame, StrokeKind::Inside);
                focus_ring(ui, response, rect, radius::ROUND);
            }
            Look::Tab => {
                if selected {
                    let top = pos2(rect.left(), rect.bottom() - line::BOLD);
                    let under = Rect::from_min_max(top, rect.max);
                    ui.painter()
                        .rect_filled(under, CornerRadius::ZERO, tone.ink);
                }
                focus_ring(
                    ui,
                    response,
                    rect.shrink2(vec2(0.0, space::S)),
                    radius::SMALL,
                );
            }
        }
        let galley = if selected {
            strong
        } else {
            one_line(ui, word, text::body(), ink)
        };
        let mark_room = if mark.is_some() {
            size::MARK + size::MARK_GAP
        } else {
            0.0
        };
        let left = rect.center().x - f32::midpoint(galley.size().x, mark_room);
        if mark.is_some() {
            let center = pos2(left + size::MARK / 2.0, rect.center().y);
            standing_mark::paint(ui.painter(), center, size::MARK, *mark, shape);
        }
        let at = pos2(left + mark_room, rect.center().y - galley.size().y / 2.0);
        ui.painter().galley(at, galley, ink);
    }
}

/// Sets widths side by side, on several lines where there is no room; tells the size of all.
fn arrange(
    widths: impl Iterator<Item = f32>,
    height: f32,
    gap: f32,
    available: f32,
) -> (Vec<Rect>, Vec2) {
    let mut at = Pos2::ZERO;
    let mut total = Vec2::ZERO;
    let places = widths
        .map(|width| {
            if at.x > 0.0 && at.x + width > available {
                at = pos2(0.0, at.y + height + gap);
            }
            let place = Rect::from_min_size(at, vec2(width, height));
            total = total.max(place.max.to_vec2());
            at.x += width + gap;
            place
        })
        .collect();
    (places, total)
}
