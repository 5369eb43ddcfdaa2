//! What moved, what changed and what came, each a click from its question.

use egui::{Id, Ui};

use crate::analysis::{MovedCell, is_changed_since};
use crate::app::{Compared, Session};
use crate::domain::{QuestionId, Standing};
use crate::ui::tokens::{Tokens, size, space, text};
use crate::ui::view::View;
use crate::ui::widgets::{Cells, Column, Columns, RowButton, heading, rows, standing_mark};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
    /// Below a profile that is open.
    Profile,
    List,
}

/// Shows the lists; those with nothing in them are left out, but for the first.
pub fn lists_ui(ui: &mut Ui, view: &View<'_>, session: &Session, compared: &Compared) {
    let comparison = &compared.comparison;
    ui.spacing_mut().item_spacing.y = space::XS;
    heading::part_title(ui, &view.say("compare-moved-title"));
    if comparison.moved.is_empty() {
        heading::dim(ui, &view.say("compare-none-moved"));
    } else {
        heading::note(ui, &view.say("compare-moved-note"));
        rows_ui(ui, |ui| {
            for cell in &comparison.moved {
                moved_row_ui(ui, view, cell, Place::List);
            }
        });
    }
    if !comparison.revised.is_empty() {
        ui.add_space(space::XL);
        heading::part_title(ui, &view.say("compare-revised-title"));
        heading::note(ui, &view.say("compare-revised-note"));
        rows_ui(ui, |ui| {
            for id in &comparison.revised {
                let words = view.say(if is_to_confirm(view, session, id) {
                    "compare-to-confirm"
                } else {
                    "compare-confirmed"
                });
                question_row_ui(ui, view, id, &words);
            }
        });
    }
    if !comparison.added.is_empty() {
        ui.add_space(space::XL);
        heading::part_title(ui, &view.say("compare-added-title"));
        heading::note(ui, &view.say("compare-added-note"));
        rows_ui(ui, |ui| {
            for id in &comparison.added {
                question_row_ui(ui, view, id, "");
            }
        });
    }
}

fn rows_ui(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    ui.add_space(space::S);
    heading::hairline(ui);
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        content(ui);
    });
}

fn is_to_confirm(view: &View<'_>, session: &Session, id: &QuestionId) -> bool {
    let question = view.instrument().question(id);
    let answer = session.assessment().answers.get(id);
    question
        .zip(answer)
        .is_some_and(|(question, answer)| is_changed_since(question, answer))
}

/// Shows what a cell said and says; leads to its question at its level.
pub fn moved_row_ui(ui: &mut Ui, view: &View<'_>, cell: &MovedCell, place: Place) {
    let title = title_of(view, &cell.question);
    let level = view.words.level(cell.level).to_lowercase();
    let before = view.words.standing_in_full(cell.before);
    let after = view.words.standing_in_full(cell.after);
    let values = [
        ("id", cell.question.as_str().into()),
        ("title", title.into()),
        ("level", level.as_str().into()),
        ("before", before.as_str().into()),
        ("after", after.as_str().into()),
    ];
    let shown_title = view.say_with("gaps-title-and-level", &values[1..3]);
    let wide = size::STACK - size::NAME_COLUMN <= ui.available_width();
    let height = if wide { size::ROW } else { size::LINE };
    let row = RowButton::new(view.say_with("compare-cell", &values), height);
    let id = Id::unique(("moved", place, cell.question.as_str(), cell.level));
    let shown = row.show_grown(ui, id, |ui| {
        let tokens = Tokens::of(ui);
        let standing = |row: &mut Cells<'_>, standing: Option<Standing>, word: &str| {
            row.cell(|ui| {
                standing_mark::show(ui, standing, word);
                let width = ui.available_width();
                heading::two_lines(ui, word, text::body(), tokens.ink, width);
            });
        };
        if wide {
            let widths = [
                Column::Fixed(size::ID_COLUMN),
                Column::Share(2.0),
                Column::Share(1.0),
                Column::Share(1.0),
            ];
            let columns = Columns::new(ui.available_width(), &widths);
            columns.row(ui, height, |row| {
                row.cell(|ui| ui.label(cell.question.as_str()));
                row.cell(|ui| {
                    let width = ui.available_width();
                    heading::two_lines(ui, &shown_title, text::body(), tokens.ink, width)
                });
                standing(
                    row,
                    cell.before,
                    &view.say_with("compare-was", &values[3..4]),
                );
                standing(row, cell.after, &view.say_with("compare-is", &values[4..]));
            });
        } else {
            ui.add_space(space::S);
            let words = format!("{} {shown_title}", cell.question);
            ui.add(egui::Label::new(words).truncate());
            let half = Column::Share(1.0);
            let columns = Columns::new(ui.available_width(), &[half, half]);
            columns.row(ui, space::XL, |row| {
                standing(
                    row,
                    cell.before,
                    &view.say_with("compare-was", &values[3..4]),
                );
                standing(row, cell.after, &view.say_with("compare-is", &values[4..]));
            });
        }
    });
    rows::underline(ui);
    if shown.clicked() {
        view.go_to_cell(&cell.question, cell.level);
    }
}

/// Shows a question, and what is to say of it; leads to it.
fn question_row_ui(ui: &mut Ui, view: &View<'_>, id: &QuestionId, words: &str) {
    let title = title_of(view, id);
    let name = view.say_with(
        "compare-question",
        &[
            ("id", id.as_str().into()),
            ("title", title.into()),
            ("words", words.into()),
        ],
    );
    let row = RowButton::new(name.trim_end(), size::ROW);
    let shown = row.show_grown(ui, Id::unique(("question_of_list", id.as_str())), |ui| {
        let tokens = Tokens::of(ui);
        let widths = [
            Column::Fixed(size::ID_COLUMN),
            Column::Share(2.0),
            Column::Share(1.0),
        ];
        let columns = Columns::new(ui.available_width(), &widths);
        columns.row(ui, size::ROW, |row| {
            row.cell(|ui| ui.label(id.as_str()));
            row.cell(|ui| {
                let width = ui.available_width();
                heading::two_lines(ui, title, text::body(), tokens.ink, width)
            });
            row.cell(|ui| heading::note(ui, words));
        });
    });
    rows::underline(ui);
    if shown.clicked() {
        view.go_to_question(id);
    }
}

fn title_of<'a>(view: &View<'a>, id: &QuestionId) -> &'a str {
    let question = view.instrument().question(id);
    question.map_or("", |question| question.title.as_str())
}
