//! What the screen of checking and sending remembers.

use std::collections::BTreeSet;
use std::rc::Rc;

use crate::analysis::{Check, Outgoing, Subject};
use crate::app::{App, Review, Session};
use crate::domain::{QuestionId, Release, SectionId, WithApplication};

/// The screen of checking and sending.
#[derive(Debug, Default)]
pub struct SubmitState {
    pub page: SubmitPage,
    /// The checks that only advise whose findings are unfolded.
    pub opened: BTreeSet<Check>,
    /// The answers that somebody has agreed to leave out, since they are not cleared.
    pub left_out: BTreeSet<QuestionId>,
    /// Whether it is sent how far things are applied.
    pub with_application: WithApplication,
    pub shown: ShownFields,
    /// The fields whose values are unfolded, by their places in the list.
    pub unfolded: BTreeSet<usize>,
    /// Who releases the reply, as typed so far.
    release: Option<Release>,
    /// The outcome that was brought into sight, by the number of the outbox.
    pub outcome_seen: u64,
    looked: Option<Looked>,
}

/// The pages of the screen, in the order in which one goes through them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SubmitPage {
    /// What a check finds.
    #[default]
    Check,
    /// What leaves and what stays.
    Leaving,
    /// Who releases it, and the file.
    Send,
}

#[derive(Debug, Clone, Copy, PartialEq, Hash, Eq, Default)]
pub enum ShownFields {
    #[default]
    All,
    Leaving,
    Staying,
    /// Those that are not as in the reply that was sent last.
    Changed,
}

impl ShownFields {
    fn holds(self, field: &Outgoing) -> bool {
        match self {
            Self::All => true,
            Self::Leaving => field.is_sent(),
            Self::Staying => !field.is_sent(),
            Self::Changed => field.has_changed(),
        }
    }
}

/// A line of the list of fields.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// The fields of the profile and the call follow.
    Head,
    /// The questions of a section follow.
    Section(SectionId),
    /// What answers questions that the instrument does not ask follows.
    Unknown,
    /// What is kept beside the answers follows.
    Kept,
    /// The fields of a question follow.
    Question(QuestionId),
    /// A field, by its place among all of them.
    Field(usize),
}

/// What was worked out, and for what.
#[derive(Debug)]
struct Looked {
    wanted: (u64, u64, u64, WithApplication),
    left_out: BTreeSet<QuestionId>,
    review: Rc<Review>,
    lines: Option<(ShownFields, Rc<Vec<Line>>)>,
}

impl SubmitState {
    /// What stands between the assessment and its reply, worked out once for each change.
    pub fn review(&mut self, app: &App, session: &Session) -> Rc<Review> {
        Rc::clone(&self.look(app, session).review)
    }

    fn look(&mut self, app: &App, session: &Session) -> &mut Looked {
        let wanted = (
            session.revision(),
            session.outbox().number(),
            app.evidence_check().number(),
            self.with_application,
        );
        let left_out = &self.left_out;
        let fitting = { &mut self.looked }
            .take_if(|looked| looked.wanted == wanted && looked.left_out == *left_out);
        if fitting.is_none() {
            // The places may be those of other fields now.
            self.unfolded.clear();
        }
        let looked = fitting.unwrap_or_else(|| Looked {
            review: Rc::new(Review::of(
                session,
                app.evidence_check().faults(),
                &self.left_out,
                self.with_application,
            )),
            lines: None,
            left_out: self.left_out.clone(),
            wanted,
        });
        self.looked.insert(looked)
    }

    /// The lines of the list of fields, worked out once for each change.
    pub fn lines(&mut self, app: &App, session: &Session) -> Rc<Vec<Line>> {
        let shown = self.shown;
        let looked = self.look(app, session);
        let fitting = looked.lines.take_if(|(kept, _)| *kept == shown);
        let (_, lines) = looked.lines.insert(fitting.unwrap_or_else(|| {
            let lines = lines(app, &looked.review.outgoing, shown);
            (shown, Rc::new(lines))
        }));
        Rc::clone(lines)
    }

    /// Who releases the reply, as typed so far; begun with what is known.
    pub fn release(&mut self, app: &App) -> &mut Release {
        let release = self.release.get_or_insert_with(|| app.suggested_release());
        release.date = app.today();
        release
    }
}

/// The fields that are shown, below the headings that they stand under.
fn lines(app: &App, outgoing: &[Outgoing], shown: ShownFields) -> Vec<Line> {
    let mut lines = Vec::new();
    let (mut group, mut question) = (None, None);
    for (place, field) in outgoing.iter().enumerate() {
        if !shown.holds(field) {
            continue;
        }
        let own = match &field.subject {
            Subject::Profile(_) | Subject::Call(_) => Line::Head,
            Subject::Kept(_) => Line::Kept,
            Subject::Answer(id, _) => match app.instrument().question(id) {
                Some(question) => Line::Section(question.section.clone()),
                None => Line::Unknown,
            },
        };
        if group.as_ref() != Some(&own) {
            lines.push(own.clone());
            group = Some(own);
        }
        if let Subject::Answer(id, _) = &field.subject
            && question != Some(id)
        {
            lines.push(Line::Question(id.clone()));
            question = Some(id);
        }
        lines.push(Line::Field(place));
    }
    lines
}
