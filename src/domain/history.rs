//! Undo and redo: the edits that would take the last changes back.

use std::collections::VecDeque;

use super::{Change, Edit, Field, QuestionId};

/// The changes that can be taken back or made again, newest last.
#[derive(Debug, Default)]
pub struct History {
    undo: VecDeque<Step>,
    redo: Vec<Step>,
    run: Option<Run>,
}

/// One change that can be taken back.
#[derive(Debug, Clone)]
pub struct Step {
    /// The edit that takes it back.
    pub inverse: Edit,
    /// The question that changed, if it was one.
    pub question: Option<QuestionId>,
    /// The field that changed, if it was one.
    pub field: Option<Field>,
    /// Whether it was typed, letter by letter ([`Change::is_typed`]).
    pub typed: bool,
}

/// What somebody types into: as long as it stays the same, the changes are one step.
#[derive(Debug, PartialEq, Eq)]
enum Run {
    Field(QuestionId, Field),
    Profile,
    Call,
}

impl Run {
    fn of(step: &Step) -> Option<Self> {
        if !step.typed {
            return None;
        }
        match (&step.inverse.change, &step.question, &step.field) {
            (_, Some(question), Some(field)) => Some(Self::Field(question.clone(), field.clone())),
            (Change::Profile(_), ..) => Some(Self::Profile),
            (Change::Call(_), ..) => Some(Self::Call),
            _ => None,
        }
    }
}

impl History {
    /// How many changes can be taken back.
    pub const CAPACITY: usize = 500;

    /// Remembers a change that was made. What is typed into one field while it keeps the focus is
    /// one step: the inverse of the first takes all of it back. A click is a step of its own.
    pub fn record(&mut self, step: Step) {
        if step.inverse.change.is_nothing() {
            return;
        }
        self.redo.clear();
        let run = Run::of(&step);
        let goes_on = run.is_some() && run == self.run && !self.undo.is_empty();
        self.run = run;
        if !goes_on {
            self.push(step);
        }
    }

    /// Ends the step that is under way: the field has lost the focus.
    pub fn end_run(&mut self) {
        self.run = None;
    }

    /// Takes out the step to undo now.
    pub fn take_undo(&mut self) -> Option<Step> {
        self.end_run();
        self.undo.pop_back()
    }

    /// Takes out the step to make again now.
    pub fn take_redo(&mut self) -> Option<Step> {
        self.end_run();
        self.redo.pop()
    }

    /// Remembers what would make an undone step again.
    pub fn record_undone(&mut self, step: Step) {
        self.redo.push(step);
    }

    /// Remembers what would take a step made again back once more.
    pub fn record_redone(&mut self, step: Step) {
        self.push(step);
    }

    /// The step that [`History::take_undo`] would take out.
    pub fn next_undo(&self) -> Option<&Step> {
        self.undo.back()
    }

    /// The step that [`History::take_redo`] would take out.
    pub fn next_redo(&self) -> Option<&Step> {
        self.redo.last()
    }

    fn push(&mut self, step: Step) {
        if self.undo.len() == Self::CAPACITY {
            self.undo.pop_front();
        }
        self.undo.push_back(step);
    }
}
