//! Where the user is: one value, and the way back.

use crate::domain::{ParagraphReference, QuestionId};

/// A screen, with what it shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// New, open, recent, an example.
    Start,
    /// The State's people and levels, and the call that it replies to.
    Profile,
    Question(QuestionId, QuestionView),
    /// Profiles per principle and the list of gaps.
    Gaps,
    /// What the council means to do about the gaps.
    Plan,
    /// What moved since the last call.
    Compare,
    /// What a check finds, and what leaves with a reply.
    Submit,
    /// A report of the assessment or of the round, in pages, before it is written.
    Report,
    /// A reply that was received, to read.
    Received,
    /// The replies to one call.
    Round,
    /// The paragraphs of the Guidelines; scrolled to one of them.
    Guidelines(Option<ParagraphReference>),
    /// How the Guidelines came about.
    Origins,
    /// How the program looks and behaves.
    Settings,
}

/// How questions are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum QuestionView {
    /// One at a time, with everything about it.
    #[default]
    One,
    /// All questions of its section as a table.
    Table,
}

impl Route {
    /// Whether the screen needs an open assessment.
    pub const fn needs_session(&self) -> bool {
        matches!(
            self,
            Self::Profile
                | Self::Question(..)
                | Self::Gaps
                | Self::Plan
                | Self::Compare
                | Self::Submit
        )
    }
}

/// The screen shown now, and those before it.
#[derive(Debug)]
pub struct Navigation {
    current: Route,
    past: Vec<Route>,
}

impl Navigation {
    /// How many screens the way back remembers.
    const MEMORY: usize = 50;

    /// Begins at a screen.
    pub fn new(start: Route) -> Self {
        Self {
            current: start,
            past: Vec::new(),
        }
    }

    /// The screen shown now.
    pub fn current(&self) -> &Route {
        &self.current
    }

    /// The question that was open last.
    pub fn last_question(&self) -> Option<QuestionId> {
        let shown = std::iter::once(&self.current).chain(self.past.iter().rev());
        shown.into_iter().find_map(|route| match route {
            Route::Question(question, _) => Some(question.clone()),
            _ => None,
        })
    }

    /// Whether there is a screen to go back to.
    pub fn has_past(&self) -> bool {
        !self.past.is_empty()
    }

    /// Goes to a screen.
    pub fn go(&mut self, route: Route) {
        if self.current == route {
            return;
        }
        self.past.push(std::mem::replace(&mut self.current, route));
        if Self::MEMORY < self.past.len() {
            self.past.remove(0);
        }
    }

    /// Goes back to the screen before.
    pub fn back(&mut self) {
        if let Some(route) = self.past.pop() {
            self.current = route;
        }
    }

    /// Begins anew, with no way back.
    pub fn restart(&mut self, route: Route) {
        *self = Self::new(route);
    }
}
