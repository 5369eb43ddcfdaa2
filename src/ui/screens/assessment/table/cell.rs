//! One cell of the table: the five standings as shapes in one frame, answered with a click, or
//! with a digit while the keyboard is here; and the places that the keyboard goes to.

use egui::{
    CornerRadius, EventFilter, Id, Key, Modifiers, Rect, Response, Role, Sense, Stroke, StrokeKind,
    Ui, WidgetInfo, pos2, vec2,
};

use crate::app::{QuestionView, Route};
use crate::domain::{FieldValue, Level, Question, Standing};
use crate::ui::tokens::{Tokens, line, radius, size};
use crate::ui::view::{UiEvent, View};
use crate::ui::widgets::{StandingEvent, standing_mark};

/// The keys that answer, in the order of the standings.
const DIGITS: [Key; 5] = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5];

/// How wide a cell is: the five standings and its frame.
pub const WIDTH: f32 = size::CELL_SLOT * 5.0 + size::PILL_PADDING;

/// Shows the cell, and carries out what was done to it.
pub fn cell_ui(
    ui: &mut Ui,
    view: &View<'_>,
    question: &Question,
    level: Level,
    standing: Option<Standing>,
) {
    let level_word = view.words.level(level);
    let said = view.words.standing_in_full(standing);
    let name = view.say_with(
        "table-cell",
        &[
            ("id", question.id.as_str().into()),
            ("level", level_word.as_str().into()),
            ("standing", said.into()),
        ],
    );
    let id = Place {
        question,
        level: Some(level),
    }
    .id();
    let wanted = vec2(WIDTH, size::PILL);
    let (rect, _) = ui.allocate_exact_size(wanted, Sense::hover());
    let cell = ui.interact(rect, id, Sense::click());
    cell.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &name));
    if cell.gained_focus() {
        cell.scroll_to_me(None);
    }
    paint_frame(ui, rect, &cell);

    let mut chosen = pressed_key(ui, view, &cell);
    for (place, each) in Standing::ALL.into_iter().enumerate() {
        let slot = slot_rect(rect, place);
        let option = Choice {
            question,
            level: &level_word,
            standing: each,
            chosen: standing == Some(each),
        };
        if option.show(ui, view, slot, id.with(place)) && view.can_write() {
            chosen = Some(if standing == Some(each) {
                StandingEvent::Cleared
            } else {
                StandingEvent::Chosen(each)
            });
            cell.request_focus();
        }
    }
    if let Some(chosen) = chosen {
        let standing = match chosen {
            StandingEvent::Chosen(standing) => Some(standing),
            StandingEvent::Cleared => None,
        };
        view.set(&question.id, FieldValue::Standing(level, standing));
    }
    let with_key =
        cell.has_focus() && cell.clicked() && !cell.clicked_by(egui::PointerButton::Primary);
    if with_key {
        open(view, question, Some(level));
    }
}

/// One of the five standings in a cell.
struct Choice<'a> {
    question: &'a Question,
    level: &'a str,
    standing: Standing,
    chosen: bool,
}

impl Choice<'_> {
    /// Shows it; tells whether it was clicked.
    fn show(&self, ui: &Ui, view: &View<'_>, rect: Rect, id: Id) -> bool {
        let tokens = Tokens::of(ui);
        // The Tab key stops at the cell, not at each of its five shapes.
        let response = ui.interact(rect, id, Sense::CLICK);
        let tone = tokens.standing(Some(self.standing));
        let round = CornerRadius::same(radius::SMALL);
        let inner = rect.shrink(line::BOLD);
        let ink = if self.chosen {
            let stroke = Stroke::new(line::SHAPE, tone.ink);
            ui.painter()
                .rect(inner, round, tone.soft, stroke, StrokeKind::Inside);
            tone.ink
        } else if response.hovered() && view.can_write() {
            ui.painter().rect_filled(inner, round, tokens.hover);
            tokens.ink
        } else {
            tokens.edge
        };
        let mark = if self.chosen {
            size::MARK
        } else {
            size::SMALL_MARK
        };
        standing_mark::paint(ui.painter(), rect.center(), mark, Some(self.standing), ink);
        let word = view.words.standing_in_full(Some(self.standing));
        let name = view.say_with(
            "table-option",
            &[
                ("id", self.question.id.as_str().into()),
                ("level", self.level.into()),
                ("standing", word.as_str().into()),
            ],
        );
        response.widget_info(|| {
            WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), self.chosen, &name)
        });
        response.on_hover_text(word).clicked()
    }
}

fn slot_rect(cell: Rect, place: usize) -> Rect {
    let before = f32::from(u8::try_from(place).unwrap_or_default());
    let left = cell.left() + size::PILL_PADDING / 2.0 + before * size::CELL_SLOT;
    Rect::from_min_max(
        pos2(left, cell.top()),
        pos2(left + size::CELL_SLOT, cell.bottom()),
    )
}

fn paint_frame(ui: &Ui, rect: Rect, cell: &Response) {
    let tokens = Tokens::of(ui);
    let stroke = if cell.has_focus() {
        Stroke::new(line::BOLD, tokens.accent.ink)
    } else {
        Stroke::new(line::HAIR, tokens.line)
    };
    let round = CornerRadius::same(radius::FIELD);
    ui.painter()
        .rect(rect, round, tokens.card, stroke, StrokeKind::Inside);
}

/// What a key says while the keyboard is in the cell: a standing, or none.
fn pressed_key(ui: &Ui, view: &View<'_>, cell: &Response) -> Option<StandingEvent> {
    if !cell.has_focus() {
        return None;
    }
    // The arrows move along the table, not to whatever lies that way.
    let arrows = EventFilter {
        horizontal_arrows: true,
        vertical_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(cell.id, arrows));
    if !view.can_write() || !view.app.settings().single_keys {
        return None;
    }
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if pressed(Key::Backspace) || pressed(Key::Delete) {
        return Some(StandingEvent::Cleared);
    }
    let place = DIGITS.into_iter().position(pressed)?;
    Standing::ALL.get(place).copied().map(StandingEvent::Chosen)
}

/// A place that the keyboard can be at: a cell, or a question that has none.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    pub question: &'a Question,
    pub level: Option<Level>,
}

impl Place<'_> {
    /// The id of what has the keyboard there.
    pub fn id(&self) -> Id {
        Id::unique(("table_place", self.question.id.as_str(), self.level))
    }
}

/// Opens the question by itself.
pub fn open(view: &View<'_>, question: &Question, level: Option<Level>) {
    if let Some(level) = level {
        view.events.add(UiEvent::Level(level));
    }
    view.go(Route::Question(question.id.clone(), QuestionView::One));
}
