//! Changing the open assessment: who does it, evidence with its file, and taking changes back.

use std::path::Path;

use super::waiting::Claim;
use super::{App, Leaves, Notice, QuestionView, Route, Session, evidence};
use crate::domain::{
    Change, EditError, Evidence, EvidenceId, FieldValue, Message, QuestionId, Stamp, Step,
};
use crate::store::{self, StoreError};

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
        let Some(session) = self.session.as_ref().filter(|session| session.can_write()) else {
            return;
        };
        let (assessment, beside) = (session.assessment().clone(), session.path().to_owned());
        let (path, number) = (path.to_owned(), self.session_number());
        let mut file = piece.clone();
        let before = (piece.file_name.clone(), piece.sha256.clone());
        let with = move |piece| {
            let value = Box::new(FieldValue::Evidence(id, Some(piece)));
            Change::Set(question.clone(), value)
        };
        self.edit(with(piece));
        if self.piece(id).is_none() {
            return;
        }
        let what = Message::new("waiting-to-attach").path("path", &path);
        self.beside(
            what,
            Claim::Uses(Leaves::ASSESSMENT),
            move || {
                evidence::attach(&assessment, &beside, &path, &mut file)?;
                Ok::<_, StoreError>((file.file_name, file.sha256))
            },
            move |app, attached| match (attached, app.piece(id)) {
                _ if app.session_number() != number => {}
                (Ok((file_name, sha256)), Some(piece))
                    if (&piece.file_name, &piece.sha256) == (&before.0, &before.1) =>
                {
                    let attached = Evidence {
                        file_name,
                        sha256,
                        ..piece
                    };
                    app.note(with(attached));
                }
                (Err(fault), _) => app.notify(Notice::fault(&fault)),
                // The piece was taken back or changed meanwhile, and has no place for this file.
                (Ok(_), _) => app.notify(Notice::fault(&Message::new("file-not-attached"))),
            },
        );
    }

    /// Makes a change that belongs to one which can be taken back already.
    fn note(&mut self, change: Change) {
        let stamp = self.stamp();
        let noted = self.session.as_mut().map(|it| it.note(change, stamp));
        if let Some(Err(fault)) = noted {
            self.notify(Notice::fault(&fault));
        }
    }

    /// A piece of evidence as it is now.
    fn piece(&self, id: EvidenceId) -> Option<Evidence> {
        let answers = self.session.as_ref()?.assessment().answers.values();
        let mut pieces = answers.flat_map(|answer| &answer.evidence);
        let found = pieces.find(|(each, _)| *each == id);
        found.map(|(_, piece)| piece.clone())
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
