//! The outline of a round's report: in which order it speaks of the questions, and in which words.

use super::{QuestionId, SectionId};

/// The chapters of a round's report, between its introduction and its annexes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outline {
    /// The chapters, in order.
    pub chapters: Vec<OutlineChapter>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutlineChapter {
    /// Its heading.
    pub title: String,
    /// Its parts, in order.
    pub parts: Vec<OutlinePart>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutlinePart {
    /// Its heading; nothing where it stands under the chapter's own.
    pub title: Option<String>,
    /// The sections of the questionnaire on which the analyst's own words stand here.
    pub sections: Vec<SectionId>,
    /// The questions that it speaks of, in order.
    pub questions: Vec<OutlineQuestion>,
}

/// A question that a report speaks of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutlineQuestion {
    pub question: QuestionId,
    /// What follows "30 of the 42 replies say that" of a standing or a fact, "say" of a choice, and
    /// "name" of a list; empty for texts and for the sheet of assistance.
    pub clause: String,
    /// What is shown of a list.
    pub shows: ListShown,
}

/// What a report shows of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListShown {
    /// How many replies name each kind of item.
    Kinds,
    /// Every item with its State too.
    Items,
}
