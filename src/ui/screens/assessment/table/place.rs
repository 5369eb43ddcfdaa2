//! A place in the table that the keyboard can be at.

use egui::Id;

use crate::app::{QuestionView, Route};
use crate::domain::{Level, Question};
use crate::ui::view::{UiEvent, View};

/// A place that the keyboard can be at: a cell, or a question that has none.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    pub question: &'a Question,
    /// The level of the cell.
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
