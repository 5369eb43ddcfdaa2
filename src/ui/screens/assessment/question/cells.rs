//! The cells of a question: one row for each level, with its standing, units and application.

use egui::{Frame, Ui};

use super::Form;
use crate::app::Command;
use crate::domain::{Answer, Application, Change, FieldValue, Level, Question, Standing, Units};
use crate::ui::action::target::{level_in_focus, levels_of};
use crate::ui::state::UiState;
use crate::ui::tokens::{Tokens, line, margin, size, space};
use crate::ui::view::{UiEvent, View};
use crate::ui::widgets::{
    ChoiceMenu, Column, Columns, Field, StandingChoice, StandingEvent, TextArea, heading, rows,
};

impl Form<'_> {
    pub(super) fn cells_ui(&self, ui: &mut Ui, state: &mut UiState) {
        let levels = levels_of(self.view.app, self.question);
        let focus = level_in_focus(self.view.app, state, self.question);
        let wide = size::CELLS_WIDTH <= ui.available_width();
        let table = Columns::new(
            ui.available_width(),
            &[
                Column::Fixed(size::LEVEL_COLUMN),
                Column::Share(1.0),
                Column::Fixed(size::CELL_UNITS_COLUMN),
                Column::Fixed(size::APPLIED_COLUMN),
            ],
        );
        if wide {
            table.row(ui, size::CONTROL, |row| {
                for key in [
                    "question-level",
                    "question-standing",
                    "question-units",
                    "question-applied",
                ] {
                    row.cell(|ui| heading::note(ui, &self.view.say(key)));
                }
            });
            rows::underline(ui);
        }
        for level in &levels {
            let top = ui.cursor().min;
            ui.push_id(level.token(), |ui| {
                let cell = CellRow {
                    view: self.view,
                    question: self.question,
                    answer: self.answer,
                    level: *level,
                };
                if wide {
                    cell.wide_ui(ui, state, &table);
                } else {
                    cell.narrow_ui(ui, state);
                }
            });
            if focus == Some(*level) && 1 < levels.len() {
                mark_focus(ui, top);
            }
            rows::underline(ui);
        }
        if levels.iter().any(|level| *level != Level::National) {
            heading::note(ui, &self.view.say("question-levels-note"));
        }
        self.lacking_ui(ui, &levels);
        ui.add_space(space::L);
    }

    /// Shows the notes to the cells; empty ones only where `all` are wanted.
    pub(super) fn notes_ui(&self, ui: &mut Ui, all: bool) {
        for level in levels_of(self.view.app, self.question) {
            let cell = self.answer.cells.get(&level);
            let note = cell.map_or("", |cell| cell.note.as_str());
            let id = self
                .view
                .field_id(("note", self.question.id.as_str(), level.token()));
            let is_written = ui.memory(|memory| memory.has_focus(id));
            if !all && note.is_empty() && !is_written {
                continue;
            }
            let words = [("level", self.view.words.level(level).into())];
            let mut draft = note.to_owned();
            let events = TextArea::new(id, self.view.say_with("question-note", &words))
                .rows(1, 6)
                .editable(self.view.can_write())
                .show(ui, &mut draft);
            if events.changed {
                self.set(FieldValue::Note(level, draft));
            }
            self.view.end_run(events);
            ui.add_space(space::S);
        }
    }

    /// Says which levels the question would be asked at, if the State had them.
    fn lacking_ui(&self, ui: &mut Ui, levels: &[Level]) {
        let lacking: Vec<String> = self
            .question
            .levels
            .iter()
            .filter(|level| !levels.contains(level))
            .map(|level| self.view.words.level(*level).to_lowercase())
            .collect();
        if !lacking.is_empty() {
            ui.add_space(space::S);
            let levels = lacking.join(", ");
            heading::note(
                ui,
                &self
                    .view
                    .say_with("question-no-level", &[("levels", levels.into())]),
            );
        }
    }
}

/// Draws the bar beside the row whose cell the digits answer.
fn mark_focus(ui: &Ui, top: egui::Pos2) {
    let bottom = ui.min_rect().bottom();
    let x = top.x - space::S;
    let rect = egui::Rect::from_min_max(egui::pos2(x - line::BOLD, top.y), egui::pos2(x, bottom));
    ui.painter().rect_filled(
        rect.shrink2(egui::vec2(0.0, space::XS)),
        0,
        Tokens::of(ui).accent.ink,
    );
}

struct CellRow<'a> {
    view: &'a View<'a>,
    question: &'a Question,
    answer: &'a Answer,
    level: Level,
}

impl CellRow<'_> {
    fn set(&self, value: FieldValue) {
        self.view
            .edit(Change::Set(self.question.id.clone(), Box::new(value)));
        self.view.events.add(UiEvent::Level(self.level));
    }

    fn wide_ui(&self, ui: &mut Ui, state: &mut UiState, table: &Columns) {
        table.row(ui, size::ROW, |row| {
            row.cell(|ui| heading::body(ui, &self.view.words.level(self.level)));
            row.cell(|ui| {
                // Pills on two lines keep as far from the lines of the table as pills on one.
                let room = Frame::NONE.inner_margin(margin::CELL);
                room.show(ui, |ui| self.standing_ui(ui));
            });
            row.cell(|ui| self.units_ui(ui, state));
            row.cell(|ui| self.applied_ui(ui));
        });
    }

    fn narrow_ui(&self, ui: &mut Ui, state: &mut UiState) {
        ui.add_space(space::S);
        heading::body(ui, &self.view.words.level(self.level));
        ui.horizontal_wrapped(|ui| self.standing_ui(ui));
        let is_one_unit = self.level == Level::National;
        if is_one_unit && !self.applies() {
            ui.add_space(space::S);
            return;
        }
        ui.horizontal(|ui| {
            if !is_one_unit {
                heading::note(ui, &self.view.say("question-units"));
                rows::narrow(ui, size::CELL_UNITS_COLUMN, |ui| self.units_ui(ui, state));
            }
            if self.applies() {
                heading::note(ui, &self.view.say("question-applied"));
                self.applied_ui(ui);
            }
        });
        ui.add_space(space::S);
    }

    fn standing_ui(&self, ui: &mut Ui) {
        self.view.guard(ui);
        let name = self.view.words.level(self.level);
        let choice = StandingChoice {
            name: &name,
            words: self.view.standing_words,
            selected: self.answer.standing(self.level),
        };
        match choice.show(ui) {
            Some(StandingEvent::Chosen(standing)) => {
                self.set(FieldValue::Standing(self.level, Some(standing)));
            }
            Some(StandingEvent::Cleared) => self.set(FieldValue::Standing(self.level, None)),
            None => {}
        }
    }

    /// The units, as `4/21`; nationally there is but one.
    fn units_ui(&self, ui: &mut Ui, state: &mut UiState) {
        if self.level == Level::National {
            return;
        }
        let level = self.view.words.level(self.level);
        let label = self
            .view
            .say_with("question-units-name", &[("level", level.into())]);
        let hint = self.view.say("question-units-hint");
        let id = self
            .view
            .field_id(("units", self.question.id.as_str(), self.level.token()));
        let units = self
            .answer
            .cells
            .get(&self.level)
            .and_then(|cell| cell.units);
        let value = units.map_or_else(String::new, |units| {
            format!("{}/{}", units.having(), units.all())
        });
        let mut draft = state.drafts.get(id, &value);
        let is_readable = parse_units(&draft).is_some();
        let fault = self.view.say("question-units-fault");
        let fault = if is_readable { "" } else { fault.as_str() };
        let events = Field::new(id, &label)
            .unlabelled()
            .hint(&hint)
            .fault(if state.drafts.is_settled(id) {
                fault
            } else {
                ""
            })
            .width(size::CELL_UNITS_COLUMN)
            .editable(self.view.can_write())
            .show(ui, &mut draft);
        if events.changed {
            let units = parse_units(&draft);
            state.drafts.keep(id, draft, units.is_some());
            if let Some(units) = units {
                self.set(FieldValue::Units(self.level, units));
            }
        }
        if events.left {
            state.drafts.settle(id);
            self.view.send(Command::EndRun);
        }
    }

    fn application(&self) -> Option<Application> {
        self.answer
            .cells
            .get(&self.level)
            .and_then(|cell| cell.application)
    }

    /// Whether something was adopted that can be applied.
    fn applies(&self) -> bool {
        let standing = self.answer.standing(self.level);
        matches!(standing, Some(Standing::Yes | Standing::InPart)) || self.application().is_some()
    }

    fn applied_ui(&self, ui: &mut Ui) {
        if !self.applies() {
            return;
        }
        self.view.guard(ui);
        let level = self.view.words.level(self.level);
        let name = self
            .view
            .say_with("question-applied-name", &[("level", level.into())]);
        let unsaid = self.view.words.application(None);
        let options: Vec<(Option<Application>, String)> = std::iter::once(None)
            .chain(Application::ALL.into_iter().rev().map(Some))
            .map(|option| (option, self.view.words.application(option)))
            .collect();
        let menu = ChoiceMenu::new(&name, &unsaid).quiet();
        if let Some(application) = menu.show(ui, Some(self.application()), &options) {
            self.set(FieldValue::Application(self.level, application));
        }
    }
}

/// Reads `4/21`; `Some(None)` where nothing is written, `None` where it cannot be read.
#[expect(clippy::option_option, reason = "no units are units that can be said")]
fn parse_units(text: &str) -> Option<Option<Units>> {
    if text.trim().is_empty() {
        return Some(None);
    }
    let (having, all) = text.split_once('/')?;
    let units = Units::new(having.trim().parse().ok()?, all.trim().parse().ok()?);
    units.ok().map(Some)
}
