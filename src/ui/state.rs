//! What the window remembers that is no part of the work: focus, drafts, filters, open dialogs.

use std::collections::{BTreeMap, BTreeSet};

use egui::Id;

use super::dialogs::Dialog;
use super::file_dialog::FileDialog;
use super::recent::RecentFiles;
use crate::analysis::{GapFilter, GapOrder, Hit};
use crate::domain::{AssistanceTarget, Level, QuestionId};

/// What the window remembers.
#[derive(Debug, Default)]
pub struct UiState {
    /// The level whose cell the digits answer.
    pub level: Option<Level>,
    /// The dialog over the page.
    pub dialog: Option<Dialog>,
    /// The machine's file dialog, while it is open.
    pub file_dialog: Option<FileDialog>,
    /// Whether paths are typed, as where the machine has no dialog for files.
    pub typed_paths: bool,
    /// Which of the recent files have gone.
    pub recent: RecentFiles,
    /// The search.
    pub search: Search,
    /// What is typed into fields whose value must have a form, until it has.
    pub drafts: Drafts,
    /// What the 2007 report says about the question that is open.
    pub aside: Option<Aside>,
    /// Which parts of the question screen are unfolded.
    pub unfolded: Unfolded,
    /// The screen of gaps.
    pub gaps: GapsState,
    /// Whether the list of sections lies over a narrow window.
    pub sections_open: bool,
    /// The place on the page that the keyboard should go to next.
    pub focus: Option<Id>,
}

/// The search field and what it found.
#[derive(Debug, Default)]
pub struct Search {
    /// What is sought.
    pub query: String,
    /// For which query and revision the hits were found.
    pub found_for: Option<(String, u64)>,
    /// What was found.
    pub hits: Vec<Hit>,
}

/// What the 2007 report says about a question, worked out once.
#[derive(Debug)]
pub struct Aside {
    /// The question.
    pub question: QuestionId,
    /// One line for each thing that the report says.
    pub lines: Vec<String>,
}

/// Which parts of the question screen are unfolded; kept from question to question.
#[derive(Debug, Default)]
pub struct Unfolded(BTreeSet<Fold>);

/// A part of the question screen that can be folded away.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fold {
    /// What a full reply covers.
    Help,
    /// The texts that are seldom needed, and the notes to the cells.
    MoreTexts,
    /// What is never sent.
    Internal,
    /// Kinds and reasons of one row of the assistance sheet.
    Assistance(AssistanceTarget),
}

impl Unfolded {
    /// Whether the part is unfolded.
    #[must_use]
    pub fn has(&self, fold: &Fold) -> bool {
        self.0.contains(fold)
    }

    /// Folds the part away, or unfolds it.
    pub fn turn(&mut self, fold: Fold) {
        if !self.0.remove(&fold) {
            self.0.insert(fold);
        }
    }
}

/// The screen of gaps.
#[derive(Debug)]
pub struct GapsState {
    /// The level of the profiles.
    pub level: Level,
    /// The profile whose cells are open, by its place in the list.
    pub opened: Option<usize>,
    /// Whether the profiles are those of the sections, not of the principles.
    pub grouping: Grouping,
    /// Which gaps are listed.
    pub filter: GapFilter,
    /// Their order.
    pub order: GapOrder,
}

/// What the profiles on the screen of gaps are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Grouping {
    /// The basic principles.
    #[default]
    Principles,
    /// The sections.
    Sections,
}

impl Default for GapsState {
    fn default() -> Self {
        Self {
            level: Level::National,
            opened: None,
            grouping: Grouping::default(),
            filter: GapFilter::default(),
            order: GapOrder::default(),
        }
    }
}

/// What is typed into fields whose value must have a form: a date, a year, units. A draft stays
/// until it can be read, so that nothing typed is lost.
#[derive(Debug, Default)]
pub struct Drafts(BTreeMap<u64, Draft>);

#[derive(Debug)]
struct Draft {
    text: String,
    left: bool,
}

impl Drafts {
    /// What the field shows: the draft, or else the value.
    #[must_use]
    pub fn get(&self, id: Id, value: &str) -> String {
        self.0
            .get(&id.value())
            .map_or_else(|| value.to_owned(), |draft| draft.text.clone())
    }

    /// Keeps what was typed.
    pub fn keep(&mut self, id: Id, text: String) {
        self.0.insert(id.value(), Draft { text, left: false });
    }

    /// The keyboard has left the field: what can be read is now its value, what cannot be read
    /// stays, and is told to be wrong.
    pub fn settle(&mut self, id: Id, readable: bool) {
        if readable {
            self.0.remove(&id.value());
        } else if let Some(draft) = self.0.get_mut(&id.value()) {
            draft.left = true;
        }
    }

    /// Whether the keyboard has left the field with something in it that cannot be read.
    #[must_use]
    pub fn is_settled(&self, id: Id) -> bool {
        self.0.get(&id.value()).is_some_and(|draft| draft.left)
    }

    /// Lets all fields show their values again.
    pub fn clear(&mut self) {
        self.0.clear();
    }
}
