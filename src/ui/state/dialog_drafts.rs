//! What is typed into the dialogs for a planned action, a piece of evidence, an item of a list.

use std::ffi::OsStr;
use std::path::PathBuf;

use super::typed::{read_date, read_year, shown_date, shown_year};
use crate::analysis::Gap;
use crate::domain::{
    ActionId, AreaId, DialogDraft, DialogEntry, Evidence, EvidenceId, ItemId, ListItem,
    PlannedAction, QuestionId,
};

/// What is typed into a dialog and saved nowhere until it is confirmed.
pub trait FormDraft {
    /// Whether something was typed that is saved nowhere yet.
    fn is_changed(&self) -> bool;

    /// Whether the dialog asks whether to throw away what was typed.
    fn asks(&mut self) -> &mut bool;
}

#[derive(Debug, Clone, Default)]
pub struct ActionDraft {
    pub action: PlannedAction,
    /// The action as it was when the dialog opened.
    pub before: PlannedAction,
    pub day: String,
    pub query: String,
    pub asks: bool,
    pub begun: bool,
}

impl ActionDraft {
    /// Begins with an action that is there already.
    pub fn of(action: &PlannedAction) -> Self {
        Self {
            action: action.clone(),
            before: action.clone(),
            day: shown_date(action.by),
            ..Self::default()
        }
    }

    /// Begins a new action, which is to close this gap, if it is one.
    pub fn for_gap(gap: Option<&Gap>, area: Option<&AreaId>) -> Self {
        let gaps = gap.map(|gap| (gap.question.clone(), gap.level));
        Self::of(&PlannedAction {
            gaps: gaps.into_iter().collect(),
            area: area.cloned(),
            ..PlannedAction::default()
        })
    }

    /// The action as it is typed, without a day that cannot be read.
    pub fn typed(&self) -> PlannedAction {
        PlannedAction {
            what: self.action.what.trim().to_owned(),
            who: self.action.who.trim().to_owned(),
            by: read_date(&self.day).unwrap_or_default(),
            ..self.action.clone()
        }
    }

    /// What is kept of it while it is typed.
    pub fn kept(&self, id: ActionId) -> DialogDraft {
        DialogDraft {
            entry: DialogEntry::Action(id, self.typed()),
            when: unread(read_date(&self.day).is_none(), &self.day),
            file: None,
        }
    }
}

impl FormDraft for ActionDraft {
    fn is_changed(&self) -> bool {
        self.action != self.before || self.day != shown_date(self.before.by)
    }

    fn asks(&mut self) -> &mut bool {
        &mut self.asks
    }
}

#[derive(Debug, Clone, Default)]
pub struct EvidenceDraft {
    pub piece: Evidence,
    /// The piece as it was when the dialog opened.
    pub before: Evidence,
    pub year: String,
    /// The file that is copied once the piece is saved.
    pub attachment: Option<PathBuf>,
    /// The path of that file, where it is typed.
    pub typed_path: Option<String>,
    pub asks: bool,
    pub begun: bool,
}

impl EvidenceDraft {
    /// Begins with a piece that is there already, or with a new one.
    pub fn of(piece: Option<&Evidence>) -> Self {
        let piece = piece.cloned().unwrap_or_default();
        Self {
            before: piece.clone(),
            year: shown_year(piece.year),
            piece,
            ..Self::default()
        }
    }

    /// Takes the file that was chosen: it is copied once the piece is saved.
    pub fn attach(&mut self, path: PathBuf) {
        if self.piece.title.trim().is_empty() {
            // A file's name is a title that can be bettered.
            let stem = path.file_stem().and_then(OsStr::to_str);
            stem.unwrap_or_default().clone_into(&mut self.piece.title);
        }
        self.attachment = Some(path);
    }

    /// Lets the path of the file be typed.
    pub fn type_path(&mut self) {
        self.typed_path.get_or_insert_default();
    }

    /// The file to copy, chosen or typed.
    pub fn file(&self) -> Option<PathBuf> {
        let typed = self.typed_path.as_deref().map(str::trim);
        let typed = typed.filter(|path| !path.is_empty()).map(PathBuf::from);
        self.attachment.clone().or(typed)
    }

    /// The piece as it is typed, without a year that cannot be read.
    pub fn typed(&self) -> Evidence {
        Evidence {
            title: self.piece.title.trim().to_owned(),
            year: read_year(&self.year).unwrap_or_default(),
            ..self.piece.clone()
        }
    }

    /// What is kept of it while it is typed.
    pub fn kept(&self, question: &QuestionId, id: EvidenceId) -> DialogDraft {
        DialogDraft {
            entry: DialogEntry::Evidence(question.clone(), id, self.typed()),
            when: unread(read_year(&self.year).is_err(), &self.year),
            file: self.file(),
        }
    }
}

impl FormDraft for EvidenceDraft {
    fn is_changed(&self) -> bool {
        let year = shown_year(self.before.year);
        self.piece != self.before || self.year != year || self.file().is_some()
    }

    fn asks(&mut self) -> &mut bool {
        &mut self.asks
    }
}

#[derive(Debug, Clone, Default)]
pub struct ItemDraft {
    pub item: ListItem,
    /// The item as it was when the dialog opened.
    pub before: ListItem,
    pub year: String,
    pub asks: bool,
    pub begun: bool,
}

impl ItemDraft {
    /// Begins with an item that is there already, or with a new one.
    pub fn of(item: Option<&ListItem>) -> Self {
        let item = item.cloned().unwrap_or_default();
        Self {
            before: item.clone(),
            year: shown_year(item.year),
            item,
            ..Self::default()
        }
    }

    /// The item as it is typed, without a year that cannot be read.
    pub fn typed(&self) -> ListItem {
        ListItem {
            name: self.item.name.trim().to_owned(),
            year: read_year(&self.year).unwrap_or_default(),
            ..self.item.clone()
        }
    }

    /// What is kept of it while it is typed.
    pub fn kept(&self, question: &QuestionId, id: ItemId) -> DialogDraft {
        DialogDraft {
            entry: DialogEntry::Item(question.clone(), id, self.typed()),
            when: unread(read_year(&self.year).is_err(), &self.year),
            file: None,
        }
    }
}

impl FormDraft for ItemDraft {
    fn is_changed(&self) -> bool {
        self.item != self.before || self.year != shown_year(self.before.year)
    }

    fn asks(&mut self) -> &mut bool {
        &mut self.asks
    }
}

/// A year or a day as it is typed, where it cannot be read.
fn unread(is_unread: bool, typed: &str) -> String {
    if is_unread {
        typed.to_owned()
    } else {
        String::new()
    }
}

/// The year or the day to show: as it was typed, or else as it was read.
pub(super) fn shown(unread: String, read: String) -> String {
    if unread.is_empty() { read } else { unread }
}
