//! Changing the open assessment: who does it, evidence with its file, and taking changes back.

use std::path::Path;

use super::{App, Command, Notice, QuestionView, Route, Session, evidence};
use crate::domain::{Change, EditError, Evidence, EvidenceId, FieldValue, QuestionId, Stamp, Step};
use crate::store;

impl App {
    pub(super) fn edit(&mut self, change: Change) {
        let stamp = self.stamp();
        let Some(session) = &mut self.session else {
            return;
        };
        if let Err(fault) = session.edit(change, stamp) {
            self.notify(Notice::fault(&fault));
        }
    }

    /// Keeps the evidence in any case; where its file cannot be copied, without the file.
    pub(super) fn attach(
        &mut self,
        question: QuestionId,
        id: EvidenceId,
        piece: Evidence,
        path: &Path,
    ) {
        let mut piece = piece;
        let Some(session) = self.session.as_ref().filter(|session| session.can_write()) else {
            return;
        };
        if let Err(fault) = evidence::attach(session.assessment(), session.path(), path, &mut piece)
        {
            self.notify(Notice::fault(&fault));
        }
        let value = Box::new(FieldValue::Evidence(id, Some(piece)));
        self.handle(Command::Edit(Box::new(Change::Set(question, value))));
    }

    /// Takes a change back, or makes it again, and goes where it can be seen.
    pub(super) fn step(
        &mut self,
        step: fn(&mut Session, Stamp) -> Result<Option<Step>, EditError>,
    ) {
        let stamp = self.stamp();
        let Some(session) = self.session.as_mut().filter(|session| session.can_write()) else {
            return;
        };
        match step(session, stamp) {
            Ok(Some(step)) => self.go_to_change(&step.inverse.change),
            Ok(None) => {}
            Err(fault) => self.notify(Notice::fault(&fault)),
        }
    }

    /// Goes to the first question that changes, unless one of them is shown already; where none
    /// does, to the plan or the profile.
    fn go_to_change(&mut self, change: &Change) {
        let questions = change.questions();
        let view = match self.route() {
            Route::Question(shown, _) if questions.contains(&shown) => return,
            Route::Question(_, view) => *view,
            _ => QuestionView::One,
        };
        let first = questions
            .into_iter()
            .min_by_key(|id| self.path.position(id));
        match first.cloned() {
            Some(question) => self.go(Route::Question(question, view)),
            None if change.is_of_plan() => self.go(Route::Plan),
            None => self.go(Route::Profile),
        }
    }

    /// Who makes a change now: the user, or else the focal point.
    pub(super) fn stamp(&self) -> Stamp {
        let profile = self
            .session
            .as_ref()
            .map(|session| &session.assessment().profile);
        let or = |own: &str, other: Option<&String>| {
            if own.is_empty() {
                other.cloned().unwrap_or_default()
            } else {
                own.to_owned()
            }
        };
        Stamp {
            who: or(
                &self.settings.name,
                profile.map(|profile| &profile.focal_point.name),
            ),
            body: or(
                &self.settings.body,
                profile.map(|profile| &profile.institution),
            ),
            when: store::now_in_seconds(),
        }
    }
}
