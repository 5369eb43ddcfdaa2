//! What is typed into a dialog, and is no part of the assessment before it is confirmed.

use std::path::PathBuf;

use super::{
    ActionId, Assessment, Evidence, EvidenceId, ItemId, ListItem, PlannedAction, QuestionId,
};

/// What is typed into a dialog.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DialogDraft {
    pub entry: DialogEntry,
    /// The year or the day as it is typed, where that is none.
    pub when: String,
    /// The file that is to be attached.
    pub file: Option<PathBuf>,
}

/// What the dialog is for, as far as it is filled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DialogEntry {
    Evidence(QuestionId, EvidenceId, Evidence),
    Item(QuestionId, ItemId, ListItem),
    Action(ActionId, PlannedAction),
}

impl DialogDraft {
    /// Whether the assessment says the same already: the dialog was confirmed.
    pub fn is_in(&self, assessment: &Assessment) -> bool {
        let answer = |id: &QuestionId| assessment.answers.get(id).into_iter();
        let is_there = match &self.entry {
            DialogEntry::Evidence(question, id, piece) => {
                let mut pieces = answer(question).flat_map(|answer| &answer.evidence);
                pieces.any(|(each, known)| each == id && known == piece)
            }
            DialogEntry::Item(question, id, item) => {
                let mut items = answer(question).flat_map(|answer| &answer.items);
                items.any(|(each, known)| each == id && known == item)
            }
            DialogEntry::Action(id, action) => assessment.actions.get(id) == Some(action),
        };
        is_there && self.when.is_empty() && self.file.is_none()
    }
}
