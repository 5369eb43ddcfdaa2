//! The dialogs over the page: one at a time, each a value that holds what is typed into it.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use egui::Context;

use super::dialog_drafts::{ActionDraft, EvidenceDraft, FormDraft as _, ItemDraft, shown};
use super::file_dialog::{Purpose, Suggestion};
use super::typed::{shown_date, shown_year};
use crate::app::{Command, Progress, Task, file};
use crate::domain::{
    ActionId, Assessment, DialogDraft, DialogEntry, EvidenceId, ItemId, Levels, QuestionId,
};
use crate::store::Backup;

#[derive(Debug)]
pub enum Dialog {
    /// Which State a new assessment is of, and which levels it has.
    New(NewDraft),
    Example(StateDraft),
    Palette(PaletteDraft),
    /// The dated copies.
    Backups(Vec<Backup>),
    Path(PathDraft),
    Evidence(QuestionId, EvidenceId, Box<EvidenceDraft>),
    Item(QuestionId, ItemId, Box<ItemDraft>),
    Action(ActionId, Box<ActionDraft>),
    /// The last save failed, and the window is about to close.
    UnsavedOnClose,
    /// Something typed is in no file, and would be lost with what comes next: a command that leaves
    /// the assessment, or else the end of the window.
    Unreadable(Option<Box<Command>>),
    /// The round is saved nowhere, and is about to be closed.
    RoundUnsaved(Leaving),
}

/// What is about to be closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leaving {
    Round,
    Window,
}

impl Dialog {
    /// Whether it is about the open assessment, or about the one that opens next, and so means
    /// nothing any more once another is open.
    pub fn is_of_session(&self) -> bool {
        matches!(
            self,
            Self::New(_)
                | Self::Example(_)
                | Self::Backups(_)
                | Self::Evidence(..)
                | Self::Item(..)
                | Self::Action(..)
                | Self::UnsavedOnClose
                | Self::Unreadable(_)
        )
    }

    /// Whether it holds words that are saved nowhere yet.
    pub fn holds_words(&self) -> bool {
        match self {
            Self::Evidence(_, _, draft) => draft.is_changed(),
            Self::Item(_, _, draft) => draft.is_changed(),
            Self::Action(_, draft) => draft.is_changed(),
            _ => false,
        }
    }

    /// What is kept of it while it is open, so that it is there again after the program was killed.
    pub fn kept(&self) -> Option<DialogDraft> {
        let kept = match self {
            Self::Evidence(question, id, draft) => draft.kept(question, *id),
            Self::Item(question, id, draft) => draft.kept(question, *id),
            Self::Action(id, draft) => draft.kept(*id),
            _ => return None,
        };
        self.holds_words().then_some(kept)
    }

    /// The dialog as it was when the program ended.
    pub fn recovered(draft: DialogDraft, assessment: &Assessment) -> Self {
        let answers = &assessment.answers;
        match draft.entry {
            DialogEntry::Evidence(question, id, piece) => {
                let pieces = answers.get(&question).map(|answer| &answer.evidence);
                let mut pieces = pieces.into_iter().flatten();
                let before = pieces.find(|(each, _)| *each == id).map(|(_, piece)| piece);
                let dialog = EvidenceDraft {
                    year: shown(draft.when, shown_year(piece.year)),
                    piece,
                    attachment: draft.file,
                    ..EvidenceDraft::of(before)
                };
                Self::Evidence(question, id, Box::new(dialog))
            }
            DialogEntry::Item(question, id, item) => {
                let items = answers.get(&question).map(|answer| &answer.items);
                let mut items = items.into_iter().flatten();
                let before = items.find(|(each, _)| *each == id).map(|(_, item)| item);
                let dialog = ItemDraft {
                    year: shown(draft.when, shown_year(item.year)),
                    item,
                    ..ItemDraft::of(before)
                };
                Self::Item(question, id, Box::new(dialog))
            }
            DialogEntry::Action(id, action) => {
                let before = assessment.actions.get(&id).cloned().unwrap_or_default();
                let dialog = ActionDraft {
                    day: shown(draft.when, shown_date(action.by)),
                    action,
                    ..ActionDraft::of(&before)
                };
                Self::Action(id, Box::new(dialog))
            }
        }
    }

    /// Whether it comes back when what was opened over it is given up.
    pub fn comes_back(&self) -> bool {
        self.holds_words() || matches!(self, Self::New(_) | Self::Example(_))
    }

    /// Asks whether to throw away what was typed, as Escape does.
    pub fn ask(&mut self) {
        match self {
            Self::Evidence(_, _, draft) => *draft.asks() = true,
            Self::Item(_, _, draft) => *draft.asks() = true,
            Self::Action(_, draft) => *draft.asks() = true,
            _ => {}
        }
    }
}

/// A new assessment.
#[derive(Debug, Default)]
pub struct NewDraft {
    pub state: StateDraft,
    pub levels: Levels,
}

/// A State that is being chosen from a list.
#[derive(Debug, Default)]
pub struct StateDraft {
    pub query: String,
    /// For which words the list was worked out, and what it is.
    pub found: Option<(String, Vec<crate::domain::StateCode>)>,
    pub chosen: Option<crate::domain::StateCode>,
    /// Whether the keyboard has been brought to the field.
    pub begun: bool,
}

/// An act that is being chosen from the list of all.
#[derive(Debug, Default)]
pub struct PaletteDraft {
    pub query: String,
    /// The place of the one that the keyboard is on.
    pub position: usize,
    /// Whether the keyboard has been brought to the field.
    pub begun: bool,
}

#[derive(Debug)]
pub struct PathDraft {
    pub purpose: Purpose,
    /// What the machine's dialog would have been opened with.
    pub suggestion: Suggestion,
    pub path: String,
    /// Whether it is to be used as soon as it is known what stands there now.
    pub is_chosen: bool,
    looked: Option<Looked>,
    /// Whether the keyboard has been brought to the field.
    pub begun: bool,
}

/// Whether something stands at a path.
#[derive(Debug)]
struct Looked {
    path: PathBuf,
    task: Task<bool>,
    is_there: Option<bool>,
}

impl PathDraft {
    pub fn new(purpose: Purpose, suggestion: Suggestion) -> Self {
        let path = suggestion.folder.join(&suggestion.name);
        Self {
            purpose,
            path: path.display().to_string(),
            suggestion,
            is_chosen: false,
            looked: None,
            begun: false,
        }
    }

    /// The path as it will be used.
    pub fn full_path(&self) -> PathBuf {
        let path = PathBuf::from(self.path.trim());
        if self.purpose.opens() {
            path
        } else {
            file::with(&path, self.purpose.ending())
        }
    }

    /// Uses the path, if what stands there now allows that.
    pub fn choose(&mut self) {
        self.is_chosen = true;
        self.looked = None;
    }

    /// Whether something stands at the path; `None` as long as the disk has not said so. It is asked
    /// once for each change of what is typed.
    pub fn is_there(&mut self, ctx: &Context, patience: Duration) -> Option<bool> {
        let path = self.full_path();
        let (looked, patience) = match self.looked.take() {
            Some(looked) if looked.path == path => (looked, Duration::ZERO),
            _ => (Looked::at(path, ctx), patience),
        };
        let looked = self.looked.insert(looked);
        if looked.is_there.is_none()
            && let Progress::Ready(is_there) = looked.task.wait(patience)
        {
            looked.is_there = Some(is_there);
        }
        looked.is_there
    }
}

impl Looked {
    fn at(path: PathBuf, ctx: &Context) -> Self {
        let (ctx, place) = (ctx.clone(), path.clone());
        let wake = Arc::new(move || ctx.request_repaint());
        Self {
            task: Task::spawn("path", wake, move || file::is_there(&place)),
            path,
            is_there: None,
        }
    }
}
