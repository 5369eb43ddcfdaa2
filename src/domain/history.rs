//! Undo and redo: the edits that would take the last changes back.

use std::collections::VecDeque;

use super::{Change, Edit, Field, QuestionId, RoundChange, SectionId};

/// The changes that can be taken back or made again, newest last.
#[derive(Debug)]
pub struct History<S: Undoable = Step> {
    undo: VecDeque<S>,
    redo: Vec<S>,
    run: Option<S::Run>,
}

/// A change that can be taken back.
pub trait Undoable {
    /// What somebody types into: as long as it stays the same, the changes are one step.
    type Run: PartialEq;

    /// What is typed into, where the change comes from typing.
    fn run(&self) -> Option<Self::Run>;

    /// Whether taking it back would change nothing.
    fn is_nothing(&self) -> bool;
}

/// One change of an assessment that can be taken back.
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

/// What somebody types into in an assessment.
#[derive(Debug, PartialEq, Eq)]
pub enum Run {
    Field(QuestionId, Field),
    Profile,
    Call,
}

impl Undoable for Step {
    type Run = Run;

    fn run(&self) -> Option<Run> {
        if !self.typed {
            return None;
        }
        match (&self.inverse.change, &self.question, &self.field) {
            (_, Some(question), Some(field)) => Some(Run::Field(question.clone(), field.clone())),
            (Change::Profile(_), ..) => Some(Run::Profile),
            (Change::Call(_), ..) => Some(Run::Call),
            _ => None,
        }
    }

    fn is_nothing(&self) -> bool {
        self.inverse.change.is_nothing()
    }
}

/// One change of a round that can be taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundStep {
    /// The change that was made.
    pub made: RoundChange,
    /// The one that takes it back.
    pub inverse: RoundChange,
}

/// What somebody types into in a round.
#[derive(Debug, PartialEq, Eq)]
pub enum RoundRun {
    Call,
    Text(Option<SectionId>),
}

impl Undoable for RoundStep {
    type Run = RoundRun;

    fn run(&self) -> Option<RoundRun> {
        match &self.made {
            RoundChange::Call(_) => Some(RoundRun::Call),
            RoundChange::Text(section, _) => Some(RoundRun::Text(section.clone())),
            _ => None,
        }
    }

    /// A change says what shall be: one that found it so is its own inverse.
    fn is_nothing(&self) -> bool {
        self.made == self.inverse
    }
}

/// How many changes can be taken back.
const CAPACITY: usize = 500;

impl<S: Undoable> Default for History<S> {
    fn default() -> Self {
        Self {
            undo: VecDeque::new(),
            redo: Vec::new(),
            run: None,
        }
    }
}

impl History {
    /// How many changes can be taken back.
    pub const CAPACITY: usize = CAPACITY;
}

impl<S: Undoable> History<S> {
    /// Remembers a change that was made. What is typed into one field while it keeps the focus is
    /// one step: the inverse of the first takes all of it back. A click is a step of its own.
    pub fn record(&mut self, step: S) {
        if step.is_nothing() {
            return;
        }
        self.redo.clear();
        let run = step.run();
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
    pub fn take_undo(&mut self) -> Option<S> {
        self.end_run();
        self.undo.pop_back()
    }

    /// Takes out the step to make again now.
    pub fn take_redo(&mut self) -> Option<S> {
        self.end_run();
        self.redo.pop()
    }

    /// Remembers what would make an undone step again.
    pub fn record_undone(&mut self, step: S) {
        self.redo.push(step);
    }

    /// Remembers what would take a step made again back once more.
    pub fn record_redone(&mut self, step: S) {
        self.push(step);
    }

    /// The step that [`History::take_undo`] would take out.
    pub fn next_undo(&self) -> Option<&S> {
        self.undo.back()
    }

    /// The step that [`History::take_redo`] would take out.
    pub fn next_redo(&self) -> Option<&S> {
        self.redo.last()
    }

    fn push(&mut self, step: S) {
        if self.undo.len() == CAPACITY {
            self.undo.pop_front();
        }
        self.undo.push_back(step);
    }
}
