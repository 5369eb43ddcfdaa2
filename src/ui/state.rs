//! What the window remembers that is no part of the work: focus, drafts, filters, open dialogs.

mod dialog;
mod dialog_drafts;
pub mod file_dialog;
mod gaps;
mod kept;
mod received;
mod recent;
mod report;
mod round;
mod submit;
pub mod typed;

use std::collections::{BTreeMap, BTreeSet};

use egui::Id;

use self::file_dialog::FileDialog;
use self::recent::RecentFiles;
use crate::analysis::Hit;
use crate::app::{App, Command, Leaves};
use crate::domain::{AssistanceTarget, DialogDraft, Level, QuestionId};

pub use self::dialog::{Dialog, Leaving, NewDraft, PaletteDraft, PathDraft, StateDraft};
pub use self::dialog_drafts::{ActionDraft, EvidenceDraft, FormDraft, ItemDraft};
pub use self::gaps::{GapsState, Grouping};
pub use self::kept::{CompareState, PlanState};
pub use self::received::ReceivedState;
pub use self::report::{ReportChoice, ReportState};
pub use self::submit::{Line, ShownFields, SubmitPage, SubmitState};
pub use round::{
    DecisionDraft, InvitedRow, QuoteDraft, RoundFigures, RoundFold, RoundPane, RoundState,
    TextsView,
};

#[derive(Debug, Default)]
pub struct UiState {
    /// The level whose cell the digits answer.
    pub level: Option<Level>,
    /// The dialog over the page.
    pub dialog: Option<Dialog>,
    /// The dialog below that one, which comes back once that one is gone.
    pub beneath: Option<Dialog>,
    /// Whether the window closes as soon as the work is saved elsewhere.
    pub closes_once_saved: bool,
    /// Counts the dialogs that were opened, so that no field has a part in what was typed into that
    /// of another dialog.
    pub dialog_number: u64,
    /// The number of the session that all this belongs to.
    pub session_number: u64,
    pub contributors: ContributorRows,
    /// The machine's file dialog, while it is open.
    pub file_dialog: Option<FileDialog>,
    /// Whether paths are typed, as where the machine has no dialog for files.
    pub typed_paths: bool,
    /// Which of the recent files have gone.
    pub recent: RecentFiles,
    pub search: Search,
    /// What is typed into fields whose value must have a form, until it has.
    pub drafts: Drafts,
    /// What the 2007 report says about the question that is open.
    pub aside: Option<Aside>,
    /// Which parts of the question screen are unfolded.
    pub unfolded: Unfolded,
    pub gaps: GapsState,
    pub submit: SubmitState,
    pub report: ReportState,
    pub received: ReceivedState,
    pub round: RoundState,
    pub plan: PlanState,
    pub compare: CompareState,
    /// Whether the list of sections lies over a narrow window.
    pub sections_open: bool,
    /// The place on the page that the keyboard should go to next.
    pub focus: Option<Id>,
}

impl UiState {
    pub fn open(&mut self, dialog: Dialog) {
        self.dialog_number += 1;
        self.dialog = Some(dialog);
    }

    /// Opens a dialog over the one that is open, which comes back.
    pub fn open_over(&mut self, dialog: Dialog) {
        self.beneath = self.dialog.replace(dialog).or(self.beneath.take());
    }

    /// Makes room for another dialog; what was typed into this one, or chosen in it, comes back
    /// afterwards.
    pub fn put_dialog_away(&mut self) {
        let kept = self.dialog.take().filter(Dialog::comes_back);
        self.beneath = kept.or(self.beneath.take());
    }

    /// Whether a dialog holds words that are saved nowhere yet.
    pub fn holds_words(&self) -> bool {
        let mut dialogs = self.dialog.iter().chain(&self.beneath);
        dialogs.any(Dialog::holds_words)
    }

    /// What is typed into a dialog, which is kept as long as the dialog holds it.
    pub fn kept(&self) -> Option<DialogDraft> {
        let mut dialogs = self.dialog.iter().chain(&self.beneath);
        dialogs.find_map(Dialog::kept)
    }

    /// In what something is typed that is saved nowhere yet.
    pub fn holds(&self) -> Leaves {
        Leaves {
            assessment: self.holds_words() || self.drafts.unreadable().next().is_some(),
            round: self.round.unsaved_words().next().is_some(),
        }
    }

    /// Where something typed would be lost, asks about it; whether it asks.
    pub fn asks_about_words(&mut self) -> bool {
        if let Some(dialog) = self.beneath.take_if(|dialog| dialog.holds_words()) {
            self.dialog = Some(dialog);
        }
        if let Some(dialog) = self.dialog.as_mut().filter(|dialog| dialog.holds_words()) {
            dialog.ask();
            return true;
        }
        let unreadable = self.drafts.unreadable();
        let would_lose = unreadable
            .chain(self.round.unsaved_words())
            .next()
            .is_some();
        if would_lose {
            self.ask_about_drafts(None);
        }
        would_lose
    }

    /// Whether the command would lose something typed: it leaves the assessment or the round.
    pub fn would_lose_words(&self, app: &App, command: &Command) -> bool {
        let unreadable = self.drafts.unreadable().next().is_some();
        let of_round = self.round.unsaved_words().next().is_some();
        let leaves = app.would_leave(command);
        unreadable && leaves.assessment || of_round && leaves.round
    }

    /// Asks whether to give up what is typed and cannot be read, for what comes next.
    pub fn ask_about_drafts(&mut self, next: Option<Box<Command>>) {
        match &mut self.dialog {
            Some(Dialog::Unreadable(planned)) => *planned = next,
            _ => self.open_over(Dialog::Unreadable(next)),
        }
    }

    /// Begins anew where another assessment is open than before, or none: what belonged to the one
    /// is not shown beside the other.
    pub fn belong_to(&mut self, session_number: u64) {
        if self.session_number == session_number {
            return;
        }
        *self = Self {
            session_number,
            dialog: self.dialog.take().filter(|dialog| !dialog.is_of_session()),
            dialog_number: self.dialog_number,
            file_dialog: self.file_dialog.take(),
            typed_paths: self.typed_paths,
            recent: std::mem::take(&mut self.recent),
            unfolded: std::mem::take(&mut self.unfolded),
            received: std::mem::take(&mut self.received),
            round: std::mem::take(&mut self.round),
            ..Self::default()
        };
    }
}

/// The rows of the contributors, which are told apart by their places.
#[derive(Debug, Default)]
pub struct ContributorRows {
    /// How many there were at the last look.
    count: usize,
    /// Counts the times that the places changed, so that no row takes over what was typed into
    /// another one.
    number: u64,
    /// The place of the row that was just added, until the keyboard is there.
    pub begins: Option<usize>,
}

impl ContributorRows {
    /// Looks how many there are; the number that their fields have.
    pub fn look(&mut self, count: usize) -> u64 {
        if self.count != count {
            self.count = count;
            self.number += 1;
        }
        self.number
    }
}

/// The search field and what it found.
#[derive(Debug, Default)]
pub struct Search {
    pub query: String,
    /// For which query and revision the hits were found.
    pub found_for: Option<(String, u64)>,
    pub hits: Vec<Hit>,
}

/// What the 2007 report says about a question, worked out once.
#[derive(Debug)]
pub struct Aside {
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

/// What is typed into fields whose value must have a form: a date, a year, units. A draft stays
/// until it can be read, so that nothing typed is lost.
#[derive(Debug, Default)]
pub struct Drafts(BTreeMap<u64, Draft>);

#[derive(Debug)]
struct Draft {
    text: String,
    readable: bool,
    left: bool,
}

impl Drafts {
    /// What the field shows: the draft, or else the value.
    pub fn get(&self, id: Id, value: &str) -> String {
        self.0
            .get(&id.value())
            .map_or_else(|| value.to_owned(), |draft| draft.text.clone())
    }

    pub fn keep(&mut self, id: Id, text: String, readable: bool) {
        let draft = Draft {
            text,
            readable,
            left: false,
        };
        self.0.insert(id.value(), draft);
    }

    /// The keyboard has left the field: what can be read is now its value, what cannot be read
    /// stays, and is told to be wrong.
    pub fn settle(&mut self, id: Id) {
        if let Some(draft) = self.0.get_mut(&id.value()) {
            draft.left = true;
            if draft.readable {
                self.0.remove(&id.value());
            }
        }
    }

    /// The keyboard has left every field, since another screen is shown.
    pub fn settle_all(&mut self) {
        self.0.retain(|_, draft| !draft.readable);
        for draft in self.0.values_mut() {
            draft.left = true;
        }
    }

    /// What is typed into fields and cannot be read, so that it is in no assessment.
    pub fn unreadable(&self) -> impl Iterator<Item = &str> {
        let drafts = self.0.values().filter(|draft| !draft.readable);
        drafts.map(|draft| draft.text.as_str())
    }

    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// Whether the keyboard has left the field with something in it that cannot be read.
    pub fn is_settled(&self, id: Id) -> bool {
        self.0.get(&id.value()).is_some_and(|draft| draft.left)
    }
}
