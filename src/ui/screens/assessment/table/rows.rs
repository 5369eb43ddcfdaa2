//! The rows of the table: one for each question, side by side with its cells where there is room,
//! above them where there is none.

use egui::text::{LayoutJob, TextFormat};
use egui::{
    Align, CornerRadius, EventFilter, Layout, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2,
};

use super::cell::{self, Place, open};
use super::summary::summary;
use crate::analysis::Progress;
use crate::app::Session;
use crate::domain::{Answer, FieldValue, Level, Question};
use crate::ui::action::target::levels_of;
use crate::ui::tokens::{Tokens, line, radius, size, space, text};
use crate::ui::view::View;
use crate::ui::widgets::{Column, Columns, Icon, RowButton, heading, rows};

/// How high a row is, unless its words need more.
const HEIGHT: f32 = size::ROW + space::XS;

/// The places of the table, line by line.
pub fn grid<'a>(view: &View<'a>, questions: &[&'a Question]) -> Vec<Vec<Place<'a>>> {
    let places = |question: &'a Question| {
        let levels = levels_of(view.app, question);
        if levels.is_empty() {
            let level = None;
            return vec![Place { question, level }];
        }
        let levels = levels.into_iter().map(Some);
        levels.map(|level| Place { question, level }).collect()
    };
    questions.iter().map(|question| places(question)).collect()
}

pub fn rows_ui(ui: &mut Ui, view: &View<'_>, session: &Session, questions: &[&Question]) {
    let has = session.assessment().profile.levels;
    let levels: Vec<Level> = Level::ALL
        .into_iter()
        .filter(|level| has.has(*level))
        .collect();
    let shape = Shape::of(ui.available_width(), levels.len());
    let mut widths = vec![Column::Share(1.0)];
    if shape != Shape::Stacked {
        widths.extend(levels.iter().map(|_| Column::Fixed(cell::WIDTH)));
    }
    if shape != Shape::Compact {
        widths.push(Column::Fixed(size::COUNT_COLUMN));
    }
    widths.extend([Column::Fixed(size::ICON), Column::Fixed(size::CONTROL)]);
    let table = Table {
        columns: Columns::new(ui.available_width(), &widths),
        levels: &levels,
        shape,
    };
    if shape != Shape::Stacked {
        table.header_ui(ui, view);
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    heading::hairline(ui);
    let all = view.instrument().questions().iter();
    let progress = all.zip(&session.analysis().questions);
    let first = questions.first();
    let is_here = |each: &Question| first.is_some_and(|first| first.section == each.section);
    let progress = progress.filter(|(each, _)| is_here(each));
    for (question, progress) in progress {
        let answer = session.assessment().answers.get(&question.id);
        ui.push_id(question.id.as_str(), |ui| {
            table.row_ui(ui, view, question, answer, *progress);
        });
        rows::underline(ui);
    }
}

struct Table<'a> {
    columns: Columns,
    levels: &'a [Level],
    shape: Shape,
}

/// How a row is set, as far as there is room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// Everything side by side.
    Wide,
    /// Side by side, but for the figures, which a row's cells show as well.
    Compact,
    /// The cells below the question.
    Stacked,
}

impl Shape {
    /// What there is room for in this width.
    fn of(width: f32, levels: usize) -> Self {
        let cells = (0..levels).map(|_| cell::WIDTH + space::L).sum::<f32>();
        let marks = size::ICON + size::CONTROL + 2.0 * space::L;
        if cells + marks + size::TABLE_NAME + size::COUNT_COLUMN + space::L <= width {
            Self::Wide
        } else if cells + marks + size::NARROW_TABLE_NAME <= width {
            Self::Compact
        } else {
            Self::Stacked
        }
    }
}

impl Table<'_> {
    fn header_ui(&self, ui: &mut Ui, view: &View<'_>) {
        self.columns.row(ui, space::XL, |row| {
            row.cell(|ui| heading::note(ui, &view.say("table-column-question")));
            for level in self.levels {
                row.cell(|ui| heading::note(ui, &view.words.level(*level)));
            }
            if self.shape == Shape::Wide {
                row.figure(|ui| heading::note(ui, &view.say("table-column-done")));
            }
        });
    }

    fn row_ui(
        &self,
        ui: &mut Ui,
        view: &View<'_>,
        question: &Question,
        answer: Option<&Answer>,
        progress: Progress,
    ) {
        let summary = summary(view, question, answer);
        let done = view.words.done_of_all(
            usize::try_from(progress.done).unwrap_or_default(),
            usize::try_from(progress.all).unwrap_or_default(),
        );
        self.columns.row(ui, HEIGHT, |row| {
            let below = match self.shape {
                Shape::Wide => None,
                Shape::Compact => Some(""),
                Shape::Stacked => Some(summary.as_deref().unwrap_or_default()),
            };
            row.cell(|ui| question_ui(ui, view, question, answer, &done, below));
            if self.shape != Shape::Stacked {
                match &summary {
                    None => {
                        for level in self.levels {
                            row.cell(|ui| level_ui(ui, view, question, answer, *level));
                        }
                    }
                    Some(words) => row.span(self.levels.len(), |ui| {
                        let width = ui.available_width();
                        let ink = Tokens::of(ui).dim;
                        heading::two_lines(ui, words, text::small(), ink, width);
                    }),
                }
            }
            if self.shape != Shape::Compact {
                row.figure(|ui| heading::note(ui, &done));
            }
            row.cell(|ui| cleared_ui(ui, view, answer));
            row.cell(|ui| flag_ui(ui, view, question, answer));
        });
        if self.shape == Shape::Stacked && summary.is_none() {
            self.cells_below_ui(ui, view, question, answer);
        }
    }

    fn cells_below_ui(
        &self,
        ui: &mut Ui,
        view: &View<'_>,
        question: &Question,
        answer: Option<&Answer>,
    ) {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(space::L, space::S);
            for level in self.levels {
                if !question.levels.contains(level) {
                    continue;
                }
                let wanted = vec2(cell::WIDTH, size::ROW + space::S);
                ui.allocate_ui_with_layout(wanted, Layout::top_down(Align::Min), |ui| {
                    ui.spacing_mut().item_spacing.y = space::XS;
                    heading::note(ui, &view.words.level(*level));
                    level_ui(ui, view, question, answer, *level);
                });
            }
        });
        ui.add_space(space::M);
    }
}

fn level_ui(
    ui: &mut Ui,
    view: &View<'_>,
    question: &Question,
    answer: Option<&Answer>,
    level: Level,
) {
    if question.levels.contains(&level) {
        let standing = answer.and_then(|answer| answer.standing(level));
        cell::cell_ui(ui, view, question, level, standing);
    }
}

/// The id and the title; a click opens the question.
fn question_ui(
    ui: &mut Ui,
    view: &View<'_>,
    question: &Question,
    answer: Option<&Answer>,
    done: &str,
    below: Option<&str>,
) {
    let summary = summary(view, question, answer);
    let mut details = vec![summary.as_deref().unwrap_or(done)];
    let cleared = view.say("table-cleared");
    if answer.is_some_and(|answer| answer.cleared.is_some()) {
        details.push(&cleared);
    }
    let name = view.say_with(
        "table-question",
        &[
            ("id", question.id.as_str().into()),
            ("title", question.title.as_str().into()),
            ("details", details.join(" · ").into()),
        ],
    );
    let has_cells = question.has_cells();
    let place = Place {
        question,
        level: None,
    };
    let row = RowButton::new(&name, HEIGHT);
    let tokens = Tokens::of(ui);
    let response = row.show_grown(ui, place.id(), |ui| {
        let title = TextFormat::simple(text::body(), tokens.ink);
        let dim = TextFormat::simple(text::small(), tokens.dim);
        let mut job = LayoutJob::default();
        let Some(below) = below else {
            let number = size::ID_COLUMN - space::L;
            let widths = [Column::Fixed(number), Column::Share(1.0)];
            let columns = Columns::new(ui.available_width(), &widths);
            columns.row(ui, HEIGHT, |row| {
                row.cell(|ui| heading::note(ui, question.id.as_str()));
                row.cell(|ui| {
                    job.append(&question.title, 0.0, title);
                    padded_ui(ui, job);
                });
            });
            return;
        };
        job.append(question.id.as_str(), 0.0, dim.clone());
        job.append(&question.title, space::S, title);
        if !below.is_empty() {
            job.append("\n", 0.0, dim.clone());
            job.append(below, 0.0, dim);
        }
        padded_ui(ui, job);
    });
    if !has_cells && response.has_focus() {
        let arrows = EventFilter {
            horizontal_arrows: true,
            vertical_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
    }
    if response.clicked() {
        open(view, question, None);
    }
}

/// Shows lines of text with room above and below, so that no line of the table touches them.
fn padded_ui(ui: &mut Ui, mut job: LayoutJob) {
    job.wrap.max_width = ui.available_width();
    let galley = ui.painter().layout_job(job);
    let height = (galley.size().y + space::L).max(HEIGHT);
    let wanted = vec2(ui.available_width(), height);
    ui.allocate_ui_with_layout(wanted, Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_size(wanted);
        ui.label(galley)
    });
}

/// The sign that an answer is cleared for sending.
fn cleared_ui(ui: &mut Ui, view: &View<'_>, answer: Option<&Answer>) {
    if answer.is_none_or(|answer| answer.cleared.is_none()) {
        return;
    }
    let wanted = vec2(size::ICON, size::ICON);
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::hover());
    let ink = Tokens::of(ui).good.ink;
    Icon::Check.paint(ui.painter(), rect.center(), size::ICON, ink);
    let word = view.say("table-cleared");
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &word));
    response.on_hover_text(word);
}

fn flag_ui(ui: &mut Ui, view: &View<'_>, question: &Question, answer: Option<&Answer>) {
    let flagged = answer.is_some_and(|answer| answer.flag);
    let name = view.say_with("table-flag", &[("id", question.id.as_str().into())]);
    let wanted = vec2(size::CONTROL, size::CONTROL);
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::click());
    let tokens = Tokens::of(ui);
    let round = CornerRadius::same(radius::FIELD);
    let ink = match (flagged, response.hovered() || response.has_focus()) {
        (true, _) => tokens.accent.ink,
        (false, true) => tokens.ink,
        (false, false) => tokens.shape,
    };
    if flagged {
        ui.painter().rect_filled(rect, round, tokens.accent.soft);
    }
    if response.has_focus() {
        let ring = Stroke::new(line::BOLD, tokens.accent.ink);
        ui.painter()
            .rect_stroke(rect, round, ring, StrokeKind::Inside);
    }
    Icon::Flag.paint(ui.painter(), rect.center(), size::ICON, ink);
    response.widget_info(|| {
        WidgetInfo::selected(
            Role::Button,
            ui.is_enabled() && view.can_write(),
            flagged,
            &name,
        )
    });
    let response = response.on_hover_text(&name);
    if response.clicked() && view.can_write() {
        view.set(&question.id, FieldValue::Flag(!flagged));
    }
}
