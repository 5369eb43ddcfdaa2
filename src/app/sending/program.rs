//! What the program does about sending beside the session: who releases, names of files, the letter.

use std::path::PathBuf;
use std::sync::Arc;

use super::Order;
use crate::app::delivery::{Form, LETTER_ENDING, check_place};
use crate::app::file::{self, Existing};
use crate::app::submit::{Request, SubmitError, file_name, revision_of};
use crate::app::waiting::Claim;
use crate::app::{App, Notice, NoticeKind, Route};
use crate::domain::{Message, Release};

impl App {
    /// Begins to send the reply.
    pub(in crate::app) fn submit(&mut self, order: Order) {
        let wake = Arc::clone(&self.wake);
        let Some(session) = &mut self.session else {
            return;
        };
        session.end_run();
        let state = session.assessment().profile.state;
        let name = self.library.states.name(state);
        session.send(order, name, wake);
    }

    /// Who would release a reply now, as far as that is known: as with the last one, else the user.
    pub fn suggested_release(&self) -> Release {
        let last = self
            .session()
            .and_then(|session| session.assessment().sent.last());
        let date = self.today();
        match last {
            Some(last) => Release {
                name: last.released_by.who.clone(),
                title: last.title.clone(),
                body: last.released_by.body.clone(),
                date,
                reference: last.reference.clone(),
            },
            None => Release {
                name: self.settings().name.clone(),
                title: String::new(),
                body: self.stamp().body,
                date,
                reference: String::new(),
            },
        }
    }

    /// The name of the file of a reply: `CAN-revision-1.submission.ron`.
    pub fn suggested_reply_name(&self, request: &Request, form: Form) -> String {
        let Some(session) = self.session() else {
            return String::new();
        };
        let assessment = session.assessment();
        let revision = revision_of(assessment, request, session.outbox().last());
        file_name(assessment.profile.state, revision, form.ending())
    }

    /// The name of the letter that goes with the reply: `CAN-revision-1-letter.txt`.
    pub fn suggested_letter_name(&self) -> String {
        let Some(session) = self.session() else {
            return String::new();
        };
        let revision = match session.outbox().outcome() {
            Some(Ok(reply)) => reply.revision,
            _ => 1,
        };
        let state = session.assessment().profile.state;
        file_name(state, revision, &format!("-letter{LETTER_ENDING}"))
    }

    /// Writes the draft of the cover letter of the reply that was written.
    pub(in crate::app) fn save_letter(&mut self, path: PathBuf, existing: Existing) {
        let outcome = self
            .session()
            .and_then(|session| session.outbox().outcome());
        let Some(Ok(reply)) = outcome else { return };
        let letter = reply.letter.clone();
        let what = Message::new("waiting-to-save").path("path", &path);
        self.beside(
            what,
            Claim::Nothing,
            move || {
                check_place(&path, existing)?;
                file::write(&path, letter.as_bytes(), existing)?;
                Ok::<_, SubmitError>(path)
            },
            |app, written| {
                app.notify(match written {
                    Ok(path) => Notice::new(NoticeKind::LetterSaved(path)),
                    Err(fault) => Notice::fault(&fault),
                });
            },
        );
    }

    /// Tells what came of sending where nobody looks at the screen that shows it.
    pub(in crate::app) fn tell_sending(&mut self) {
        if *self.route() == Route::Submit {
            return;
        }
        let outcome = self
            .session()
            .and_then(|session| session.outbox().outcome());
        let notice = match outcome {
            Some(Ok(reply)) => Notice::new(NoticeKind::ReplyWritten(reply.path.clone())),
            Some(Err(failure)) => Notice::faults(failure.reasons.clone()),
            None => return,
        };
        self.notify(notice);
    }
}
