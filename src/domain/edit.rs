//! Edits: the only way an assessment changes, each with the edit that takes it back.

use jiff::Timestamp;

use super::legal::{check, find};
use super::{
    ActionId, Answer, Assessment, Call, Explain, Field, FieldValue, Instrument, Level, Message,
    PlannedAction, Profile, Question, QuestionId, Sent, TrailEntry,
};

/// Who did something, for which body, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    /// The person; empty where nobody has said.
    pub who: String,
    /// Their body; empty where nobody has said.
    pub body: String,
    /// The moment.
    pub when: Timestamp,
}

/// A change, with who made it and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// Who makes the change, and when.
    pub stamp: Stamp,
    pub change: Change,
}

/// What an edit changes. Every change is absolute: making it twice is the same as making it once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Gives one field of an answer a value.
    Set(QuestionId, Box<FieldValue>),
    /// Releases an answer for sending.
    Clear(QuestionId),
    /// Takes the release back.
    Reopen(QuestionId),
    /// Confirms that an answer holds as it stands, though the question has a new revision since.
    Confirm(QuestionId),
    /// Puts a whole answer back as it was: what taking back a change of it comes to, since any
    /// change also moves a stamp and takes the release away.
    Restore(QuestionId, Option<Box<Answer>>),
    /// Says what is not an answer: the State's people and levels.
    Profile(Box<Profile>),
    /// Says which request is replied to.
    Call(Box<Call>),
    /// Plans an action; `None` takes it away.
    Action(ActionId, Option<Box<PlannedAction>>),
    /// Notes a revision of the reply that is sent; `None` takes the note away.
    Sent(u32, Option<Box<Sent>>),
    /// Several changes as one; all of them happen, or none.
    Several(Vec<Change>),
}

impl Change {
    pub const fn nothing() -> Self {
        Self::Several(Vec::new())
    }

    /// Whether nothing would change.
    pub fn is_nothing(&self) -> bool {
        matches!(self, Self::Several(changes) if changes.iter().all(Self::is_nothing))
    }

    /// The one question that changes, if there is just one.
    pub fn question(&self) -> Option<&QuestionId> {
        match self {
            Self::Set(question, _)
            | Self::Clear(question)
            | Self::Reopen(question)
            | Self::Confirm(question)
            | Self::Restore(question, _) => Some(question),
            Self::Several(changes) => match changes.as_slice() {
                [change] => change.question(),
                _ => None,
            },
            Self::Profile(_) | Self::Call(_) | Self::Action(..) | Self::Sent(..) => None,
        }
    }

    /// Whether a planned action changes, and no answer.
    pub fn is_of_plan(&self) -> bool {
        match self {
            Self::Action(..) => true,
            Self::Several(changes) => !changes.is_empty() && changes.iter().all(Self::is_of_plan),
            _ => false,
        }
    }

    /// Whether it is typed, letter by letter, and not clicked: to these words, more will come. A
    /// need or an offer is typed where only its reason changes; a profile, where no level, language
    /// or contributor comes or goes.
    pub fn is_typed(&self, assessment: &Assessment) -> bool {
        match self {
            Self::Set(id, value) => match &**value {
                FieldValue::Text(..) | FieldValue::Note(..) | FieldValue::Units(..) => true,
                FieldValue::Assistance(target, side, new) => {
                    let answer = assessment.answers.get(id);
                    let row = answer.and_then(|answer| answer.assistance.row(target));
                    let before = row.map(|row| row.side(*side)).cloned().unwrap_or_default();
                    before.extent == new.extent && before.kinds == new.kinds
                }
                _ => false,
            },
            Self::Profile(new) => {
                let before = &assessment.profile;
                before.levels == new.levels
                    && before.reply_language == new.reply_language
                    && before.contributors.len() == new.contributors.len()
            }
            Self::Call(_) => true,
            _ => false,
        }
    }

    /// The questions that change, in the order of the changes; one may come twice.
    pub fn questions(&self) -> Vec<&QuestionId> {
        match self {
            Self::Several(changes) => changes.iter().flat_map(Self::questions).collect(),
            one => one.question().into_iter().collect(),
        }
    }

    /// The one field that is given a value, if there is just one.
    pub fn field(&self) -> Option<Field> {
        match self {
            Self::Set(_, value) => Some(value.field()),
            _ => None,
        }
    }
}

/// Why an edit was refused; the assessment is as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EditError {
    /// The instrument has no such question.
    UnknownQuestion(QuestionId),
    /// The question is not asked at that level.
    LevelNotAsked {
        question: QuestionId,
        /// The level at which it is not asked.
        level: Level,
    },
    /// The State has no such level.
    LevelLacking(Level),
    /// The question is answered in another way.
    WrongKind {
        question: QuestionId,
        kind: &'static str,
        /// What was given.
        value: &'static str,
    },
    /// The choice, list or sheet does not know that word.
    UnknownWord {
        question: QuestionId,
        /// What the word should have been.
        what: &'static str,
        /// The word.
        given: String,
        /// The words that would have been right.
        expected: String,
    },
    /// A list item or a piece of evidence without a name.
    NameMissing {
        question: QuestionId,
        /// What needs it.
        what: &'static str,
    },
    /// What is noted of a revision that was sent bears another number, or none.
    WrongRevision(u32),
    /// Nothing has been answered yet.
    NothingToClear(QuestionId),
}

impl Explain for EditError {
    fn message(&self) -> Message {
        let of = |key, question: &QuestionId| Message::new(key).text("question", question.as_str());
        match self {
            Self::UnknownQuestion(id) => of("edit-unknown-question", id),
            Self::LevelNotAsked { question, level } => {
                of("edit-level-not-asked", question).text("level", level.token())
            }
            Self::LevelLacking(level) => {
                Message::new("edit-level-lacking").text("level", level.token())
            }
            Self::WrongKind {
                question,
                kind,
                value,
            } => of("edit-wrong-kind", question)
                .text("kind", kind)
                .text("value", value),
            Self::UnknownWord {
                question,
                what,
                given,
                expected,
            } => of("edit-unknown-word", question)
                .text("what", what)
                .text("given", given)
                .text("expected", expected),
            Self::NameMissing { question, what } => {
                of("edit-name-missing", question).text("what", what)
            }
            Self::WrongRevision(revision) => {
                Message::new("edit-wrong-revision").number("revision", *revision)
            }
            Self::NothingToClear(id) => of("edit-nothing-to-clear", id),
        }
    }
}

impl Assessment {
    /// Makes a change, and returns the edit that takes it back. A change that would change nothing
    /// leaves stamps and releases alone; taking it back is a change that [is
    /// nothing](Change::is_nothing).
    pub fn apply(&mut self, instrument: &Instrument, edit: Edit) -> Result<Edit, EditError> {
        let Edit { stamp, change } = edit;
        let inverse = self.make(instrument, &stamp, change)?;
        Ok(Edit {
            stamp,
            change: inverse,
        })
    }

    fn make(
        &mut self,
        instrument: &Instrument,
        stamp: &Stamp,
        change: Change,
    ) -> Result<Change, EditError> {
        match change {
            Change::Set(id, value) => {
                let question = find(instrument, &id)?;
                check(instrument, question, self.profile.levels, &value)?;
                Ok(self.set(question, stamp, *value))
            }
            Change::Clear(id) => {
                find(instrument, &id)?;
                if self.answers.get(&id).is_none_or(Answer::is_empty) {
                    return Err(EditError::NothingToClear(id));
                }
                Ok(self.change_release(id, stamp, Some(stamp.clone())))
            }
            Change::Reopen(id) => {
                find(instrument, &id)?;
                Ok(self.change_release(id, stamp, None))
            }
            Change::Confirm(id) => {
                let revision = find(instrument, &id)?.revision;
                Ok(self.confirm(id, stamp, revision))
            }
            Change::Restore(id, answer) if self.answers.get(&id) == answer.as_deref() => {
                Ok(Change::nothing())
            }
            Change::Profile(profile) if *profile == self.profile => Ok(Change::nothing()),
            Change::Call(call) if *call == self.call => Ok(Change::nothing()),
            Change::Action(id, action) if self.actions.get(&id) == action.as_deref() => {
                Ok(Change::nothing())
            }
            Change::Restore(id, answer) => {
                let record = self.record_mut();
                record
                    .trail
                    .add(TrailEntry::of(stamp, Some(&id), "restored"));
                let before = match answer {
                    Some(answer) => record.answers.insert(id.clone(), *answer),
                    None => record.answers.remove(&id),
                };
                Ok(Change::Restore(id, before.map(Box::new)))
            }
            Change::Profile(mut profile) => {
                std::mem::swap(&mut self.record_mut().profile, &mut *profile);
                self.record_mut()
                    .trail
                    .add(TrailEntry::of(stamp, None, "profile"));
                Ok(Change::Profile(profile))
            }
            Change::Call(mut call) => {
                std::mem::swap(&mut self.record_mut().call, &mut *call);
                self.record_mut()
                    .trail
                    .add(TrailEntry::of(stamp, None, "call"));
                Ok(Change::Call(call))
            }
            Change::Action(id, action) => {
                let entry = TrailEntry::of(stamp, None, &format!("action {id}"));
                self.record_mut().trail.add(entry);
                let actions = &mut self.record_mut().actions;
                let before = match action {
                    Some(action) => actions.insert(id, *action),
                    None => actions.remove(&id),
                };
                Ok(Change::Action(id, before.map(Box::new)))
            }
            Change::Sent(revision, sent) => self.note_sent(stamp, revision, sent.map(|sent| *sent)),
            Change::Several(changes) => self.make_all(instrument, stamp, changes),
        }
    }

    /// Makes all of the changes; takes back those already made where one is refused.
    fn make_all(
        &mut self,
        instrument: &Instrument,
        stamp: &Stamp,
        changes: Vec<Change>,
    ) -> Result<Change, EditError> {
        let before = self.clone();
        let mut inverses = Vec::with_capacity(changes.len());
        for change in changes {
            match self.make(instrument, stamp, change) {
                Ok(inverse) => inverses.push(inverse),
                Err(refused) => {
                    *self = before;
                    return Err(refused);
                }
            }
        }
        inverses.reverse();
        Ok(Change::Several(inverses))
    }

    fn set(&mut self, question: &Question, stamp: &Stamp, value: FieldValue) -> Change {
        let id = &question.id;
        let field = value.field();
        let before = self.answers.get(id).cloned();
        let mut answer = before.clone().unwrap_or_default();
        if answer.value(&field) == value {
            return Change::nothing();
        }
        let record = self.record_mut();
        record.trail.add(TrailEntry::set(stamp, id, &value));
        answer.put(value);
        answer.revision = question.revision;
        answer.cleared = None;
        answer.stamps.insert(field, stamp.clone());
        record.answers.insert(id.clone(), answer);
        Change::Restore(id.clone(), before.map(Box::new))
    }

    /// Notes what was sent, in the order of the revisions.
    fn note_sent(
        &mut self,
        stamp: &Stamp,
        revision: u32,
        sent: Option<Sent>,
    ) -> Result<Change, EditError> {
        if revision == 0 || sent.as_ref().is_some_and(|sent| sent.revision != revision) {
            return Err(EditError::WrongRevision(revision));
        }
        let known = self.sent.iter().find(|known| known.revision == revision);
        if known == sent.as_ref() {
            return Ok(Change::nothing());
        }
        let before = known.cloned().map(Box::new);
        let record = self.record_mut();
        record.sent.retain(|known| known.revision != revision);
        record.sent.extend(sent);
        record.sent.sort_by_key(|known| known.revision);
        record
            .trail
            .add(TrailEntry::of(stamp, None, &format!("sent {revision}")));
        Ok(Change::Sent(revision, before))
    }

    /// Any answer that holds something can be confirmed; like any edit, that reopens it.
    fn confirm(&mut self, id: QuestionId, stamp: &Stamp, revision: u32) -> Change {
        let record = self.record_mut();
        let Some(answer) = record.answers.get_mut(&id) else {
            return Change::nothing();
        };
        if answer.is_empty() || answer.revision == revision {
            return Change::nothing();
        }
        let before = answer.clone();
        answer.revision = revision;
        answer.cleared = None;
        let entry = TrailEntry::of(stamp, Some(&id), "confirmed");
        record.trail.add(entry);
        Change::Restore(id, Some(Box::new(before)))
    }

    fn change_release(&mut self, id: QuestionId, stamp: &Stamp, to: Option<Stamp>) -> Change {
        let record = self.record_mut();
        let Some(answer) = record.answers.get_mut(&id) else {
            return Change::nothing();
        };
        if answer.cleared.is_some() == to.is_some() {
            return Change::nothing();
        }
        let word = if to.is_some() { "cleared" } else { "reopened" };
        let before = answer.clone();
        answer.cleared = to;
        record.trail.add(TrailEntry::of(stamp, Some(&id), word));
        Change::Restore(id, Some(Box::new(before)))
    }
}
