//! What is sent with a reply and what is not, field by field: what a screen shows before it is sent.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::domain::{
    Answer, Assessment, Call, Field, FieldValue, Instrument, Levels, Profile, QuestionId,
    StateCode, Submission, SubmittedAnswer, WithApplication,
};

/// One field of the assessment that says something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outgoing {
    pub subject: Subject,
    pub value: OutgoingValue,
    pub disclosure: Disclosure,
    /// How it compares with the reply that was sent last; nothing where none was kept.
    pub since: Option<Since>,
}

/// What a field belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    Profile(ProfileField),
    Call(CallField),
    Answer(QuestionId, Field),
    /// What is kept beside the answers, with how many there are.
    Kept(KeptBeside),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProfileField {
    State,
    Institution,
    FocalPoint,
    Deputy,
    Contributors,
    Period,
    ReplyLanguage,
    Levels,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CallField {
    Id,
    Title,
    NoteVerbaleNumber,
    NoteVerbaleDate,
    Due,
    Address,
}

/// What is kept beside the answers, and never sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeptBeside {
    Actions,
    /// Questions lent to other offices.
    Loans,
    /// Values of a merge.
    Disputes,
    /// Answers carried forward from the call before.
    Previous,
    /// Replies sent before.
    Sent,
    /// Entries of the trail.
    Trail,
}

/// What a field says; never a blank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OutgoingValue {
    Text(String),
    State(StateCode),
    Levels(Levels),
    Day(Date),
    Field(Box<FieldValue>),
    Count(usize),
}

/// Whether a field is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Disclosure {
    Sent,
    /// It is the council's own.
    Internal,
    Uncleared,
    NoLevel,
    /// Only if the council decides to send how far things are applied.
    OnlyIfChosen,
}

/// How a field compares with the reply that was sent last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Since {
    Same,
    Changed,
    New,
    /// It was sent, and is not any more; the value is the one that was sent.
    Gone,
}

impl Outgoing {
    /// Whether it is in the file that is sent; what was sent and is gone is not.
    pub fn is_sent(&self) -> bool {
        self.disclosure == Disclosure::Sent && self.since != Some(Since::Gone)
    }

    /// Whether it is not as in the reply that was sent last.
    pub fn has_changed(&self) -> bool {
        matches!(self.since, Some(Since::Changed | Since::New | Since::Gone))
    }
}

/// Every field that says something, in the order of the file; fields of unknown questions last.
pub fn outgoing(
    instrument: &Instrument,
    assessment: &Assessment,
    with_application: WithApplication,
    last: Option<&Submission>,
) -> Vec<Outgoing> {
    let mut all = head(assessment, last);
    let known = instrument.questions().iter().map(|question| &question.id);
    let unknown = assessment.unknown_answers(instrument).map(|(id, _)| id);
    let sent_before = last.into_iter().flat_map(|last| last.answers.keys());
    let mut seen = BTreeSet::new();
    for id in known.chain(unknown).chain(sent_before) {
        if seen.insert(id) {
            let before = last.map(|last| {
                let answer = last.answers.get(id).map(SubmittedAnswer::to_answer);
                answer.unwrap_or_default()
            });
            all.extend(of_answer(assessment, id, with_application, before.as_ref()));
        }
    }
    all.extend(kept(assessment));
    all
}

fn head(assessment: &Assessment, last: Option<&Submission>) -> Vec<Outgoing> {
    let now = head_values(&assessment.profile, &assessment.call).into_iter();
    let before = last.map(|last| head_values(&last.profile, &last.call));
    let mut before = before.into_iter().flatten();
    let lines = now.filter_map(|(subject, value)| {
        let was = before.next().and_then(|(_, was)| was);
        let since = last.map(|_| since(value.as_ref(), was.as_ref(), Disclosure::Sent));
        line(subject, value.or(was), Disclosure::Sent, since)
    });
    lines.collect()
}

/// One line, unless there is and was nothing.
fn line(
    subject: Subject,
    value: Option<OutgoingValue>,
    disclosure: Disclosure,
    since: Option<Since>,
) -> Option<Outgoing> {
    Some(Outgoing {
        subject,
        value: value?,
        disclosure,
        since,
    })
}

fn since(
    value: Option<&OutgoingValue>,
    was: Option<&OutgoingValue>,
    disclosure: Disclosure,
) -> Since {
    match (value, was) {
        (_, None) if disclosure == Disclosure::Sent => Since::New,
        (_, None) => Since::Same,
        (None, _) => Since::Gone,
        _ if disclosure != Disclosure::Sent => Since::Gone,
        _ if value == was => Since::Same,
        _ => Since::Changed,
    }
}

/// The fields of profile and call, always the same ones.
fn head_values(profile: &Profile, call: &Call) -> Vec<(Subject, Option<OutgoingValue>)> {
    let text = |text: &str| (!text.is_empty()).then(|| OutgoingValue::Text(text.to_owned()));
    let contributors = profile.contributors.iter().map(ToString::to_string);
    let contributors = contributors.collect::<Vec<_>>().join("; ");
    let of_profile = [
        (
            ProfileField::State,
            Some(OutgoingValue::State(profile.state)),
        ),
        (ProfileField::Institution, text(&profile.institution)),
        (
            ProfileField::FocalPoint,
            text(&profile.focal_point.to_string()),
        ),
        (ProfileField::Deputy, text(&profile.deputy.to_string())),
        (ProfileField::Contributors, text(&contributors)),
        (ProfileField::Period, text(&profile.period)),
        (ProfileField::ReplyLanguage, text(&profile.reply_language)),
        (
            ProfileField::Levels,
            Some(OutgoingValue::Levels(profile.levels)),
        ),
    ];
    let of_call = [
        (CallField::Id, text(&call.id)),
        (CallField::Title, text(&call.title)),
        (
            CallField::NoteVerbaleNumber,
            text(&call.note_verbale_number),
        ),
        (
            CallField::NoteVerbaleDate,
            call.note_verbale_date.map(OutgoingValue::Day),
        ),
        (CallField::Due, call.due.map(OutgoingValue::Day)),
        (CallField::Address, text(&call.address)),
    ];
    let of_profile = of_profile.map(|(field, value)| (Subject::Profile(field), value));
    let of_call = of_call.map(|(field, value)| (Subject::Call(field), value));
    of_profile.into_iter().chain(of_call).collect()
}

/// The fields of one answer. `was` is the answer of the last reply, empty where it did not hold
/// one; `None` where no reply is known.
fn of_answer(
    assessment: &Assessment,
    id: &QuestionId,
    with_application: WithApplication,
    was: Option<&Answer>,
) -> Vec<Outgoing> {
    let none = Answer::default();
    let answer = assessment.answers.get(id).unwrap_or(&none);
    let levels = assessment.profile.levels;
    let value_in = |answer: &Answer, field: &Field| {
        let value = answer.value(field);
        (!value.is_blank()).then(|| OutgoingValue::Field(Box::new(value)))
    };
    let mut fields: Vec<Field> = answer.said().map(|value| value.field()).collect();
    let before = was
        .into_iter()
        .flat_map(Answer::said)
        .map(|value| value.field());
    fields.extend(before.filter(|field| answer.value(field).is_blank()));
    let lines = fields.into_iter().filter_map(|field| {
        let value = value_in(answer, &field);
        let before = was.and_then(|was| value_in(was, &field));
        let disclosure = disclosure(&field, answer, levels, with_application);
        let since = was.map(|_| since(value.as_ref(), before.as_ref(), disclosure));
        line(
            Subject::Answer(id.clone(), field),
            value.or(before),
            disclosure,
            since,
        )
    });
    lines.collect()
}

fn disclosure(
    field: &Field,
    answer: &Answer,
    levels: Levels,
    with_application: WithApplication,
) -> Disclosure {
    let level = match field {
        Field::Standing(level)
        | Field::Application(level)
        | Field::Units(level)
        | Field::Note(level) => Some(*level),
        _ => None,
    };
    match field {
        Field::Flag => Disclosure::Internal,
        Field::Text(text) if text.is_internal() => Disclosure::Internal,
        _ if answer.cleared.is_none() => Disclosure::Uncleared,
        _ if level.is_some_and(|level| !levels.has(level)) => Disclosure::NoLevel,
        Field::Application(_) if with_application == WithApplication::No => {
            Disclosure::OnlyIfChosen
        }
        _ => Disclosure::Sent,
    }
}

fn kept(assessment: &Assessment) -> Vec<Outgoing> {
    let previous = usize::from(assessment.previous.is_some());
    let counted = [
        (KeptBeside::Actions, assessment.actions.len()),
        (KeptBeside::Loans, assessment.loans.len()),
        (KeptBeside::Disputes, assessment.disputes.len()),
        (KeptBeside::Previous, previous),
        (KeptBeside::Sent, assessment.sent.len()),
        (KeptBeside::Trail, assessment.trail.entries().count()),
    ];
    let lines = counted.into_iter().filter(|(_, count)| *count != 0);
    let lines = lines.map(|(kept, count)| Outgoing {
        subject: Subject::Kept(kept),
        value: OutgoingValue::Count(count),
        disclosure: Disclosure::Internal,
        since: None,
    });
    lines.collect()
}
