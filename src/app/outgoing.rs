//! What leaves with a reply and what stays, field by field: what a screen shows before it is sent.

use std::collections::BTreeSet;

use crate::domain::{
    Answer, Assessment, AssistanceRow, AssistanceTarget, Call, Evidence, Field, FieldValue,
    Instrument, KindId, Level, Levels, ListItem, Profile, QuestionId, Side, Submission,
    SubmittedAnswer, WithApplication,
};

/// One field of the assessment that says something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outgoing {
    /// What it belongs to.
    pub subject: Subject,
    /// Its value, in words.
    pub value: String,
    /// Whether it leaves.
    pub fate: Fate,
    /// How it compares with the reply that was sent last; nothing where none was kept.
    pub since: Option<Since>,
}

/// What a field belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// The profile, by the name of the field.
    Profile(&'static str),
    /// The call, by the name of the field.
    Call(&'static str),
    Answer(QuestionId, Field),
    /// What is kept beside the answers, with how many there are.
    Kept(Kept),
}

/// What is kept beside the answers, and never leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// Planned actions.
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

/// Whether a field leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It is in the file that is sent.
    Leaves,
    /// It stays, since it is the council's own.
    StaysInternal,
    /// It stays, since the answer has not been cleared for sending.
    StaysUncleared,
    /// It stays, since the State has no such level.
    StaysNoLevel,
    /// It stays, unless the council decides to send how far things are applied.
    StaysUnlessWished,
}

/// How a field compares with the reply that was sent last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Since {
    /// It is as it was sent.
    Same,
    /// It was sent otherwise.
    Changed,
    /// It was not sent.
    New,
    /// It was sent, and is not any more; the value is the one that was sent.
    Gone,
}

/// Every field that says something, in the order of the file; fields of unknown questions last.
pub(super) fn outgoing(
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
    let now = profile_lines(&assessment.profile).into_iter();
    let now = now.chain(call_lines(&assessment.call));
    let before: Option<Vec<_>> = last.map(|last| {
        let lines = profile_lines(&last.profile).into_iter();
        lines.chain(call_lines(&last.call)).collect()
    });
    let lines = now.enumerate().filter_map(|(place, (subject, value))| {
        let was = before.as_ref().map(|before| before[place].1.as_str());
        line(subject, &value, was, Fate::Leaves)
    });
    lines.collect()
}

/// One line, unless there is and was nothing; empty stands for nothing.
fn line(subject: Subject, value: &str, was: Option<&str>, fate: Fate) -> Option<Outgoing> {
    let leaves = fate == Fate::Leaves;
    let since = was.map(|was| match (value, was) {
        (_, "") if leaves => Since::New,
        ("", _) => Since::Gone,
        (_, "") => Since::Same,
        _ if !leaves => Since::Gone,
        (value, was) if value == was => Since::Same,
        _ => Since::Changed,
    });
    let shown = if value.is_empty() {
        was.unwrap_or_default()
    } else {
        value
    };
    (!shown.is_empty()).then(|| Outgoing {
        subject,
        value: shown.to_owned(),
        fate,
        since,
    })
}

fn profile_lines(profile: &Profile) -> Vec<(Subject, String)> {
    let levels: Vec<&str> = profile.levels.iter().map(Level::token).collect();
    let contributors = profile.contributors.iter().map(ToString::to_string);
    let contributors: Vec<String> = contributors.collect();
    let lines = [
        ("state", profile.state.to_string()),
        ("institution", profile.institution.clone()),
        ("focal_point", profile.focal_point.to_string()),
        ("deputy", profile.deputy.to_string()),
        ("contributors", contributors.join("; ")),
        ("period", profile.period.clone()),
        ("reply_language", profile.reply_language.clone()),
        ("levels", levels.join(", ")),
    ];
    lines
        .map(|(name, value)| (Subject::Profile(name), value))
        .into()
}

fn call_lines(call: &Call) -> Vec<(Subject, String)> {
    let date = |date: Option<jiff::civil::Date>| date.map(|date| date.to_string());
    let lines = [
        ("id", call.id.clone()),
        ("title", call.title.clone()),
        ("note_verbale_number", call.note_verbale_number.clone()),
        (
            "note_verbale_date",
            date(call.note_verbale_date).unwrap_or_default(),
        ),
        ("due", date(call.due).unwrap_or_default()),
        ("address", call.address.clone()),
    ];
    lines
        .map(|(name, value)| (Subject::Call(name), value))
        .into()
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
    let mut fields = fields(answer);
    fields.extend(was.map(self::fields).unwrap_or_default());
    let levels = assessment.profile.levels;
    let lines = fields.iter().filter_map(|field| {
        let value = answer.value(field);
        let old = was.map(|was| was.value(field));
        let fate = fate(field, answer, levels, with_application);
        let subject = Subject::Answer(id.clone(), field.clone());
        let words = |value: &FieldValue| {
            if value.is_blank() {
                String::new()
            } else {
                in_words(value)
            }
        };
        let mut line = line(
            subject,
            &words(&value),
            old.as_ref().map(words).as_deref(),
            fate,
        )?;
        // Words are short: two values can differ and read alike.
        if line.since == Some(Since::Same) && line.fate == Fate::Leaves && old != Some(value) {
            line.since = Some(Since::Changed);
        }
        Some(line)
    });
    lines.collect()
}

/// The value in words, never empty: all that it says.
fn in_words(value: &FieldValue) -> String {
    let said = match value {
        FieldValue::Item(_, Some(item)) => item_words(item),
        FieldValue::Evidence(_, Some(piece)) => evidence_words(piece),
        FieldValue::Assistance(_, _, side) => {
            let extent = side.extent.map(|extent| extent.token().replace('_', " "));
            let kinds: Vec<&str> = side.kinds.iter().map(KindId::as_str).collect();
            joined([
                extent.unwrap_or_default(),
                kinds.join(", "),
                side.reason.clone(),
            ])
        }
        value => value.to_string(),
    };
    if said.is_empty() {
        "…".to_owned()
    } else {
        said
    }
}

fn item_words(item: &ListItem) -> String {
    joined([
        item.name.clone(),
        item.kind
            .as_ref()
            .map(ToString::to_string)
            .unwrap_or_default(),
        item.level
            .map(|level| level.to_string())
            .unwrap_or_default(),
        item.language.clone(),
        item.year.map(|year| year.to_string()).unwrap_or_default(),
        item.address.clone(),
        item.public_remark.clone(),
    ])
}

fn evidence_words(piece: &Evidence) -> String {
    let levels: Vec<&str> = piece.levels.iter().map(|level| level.token()).collect();
    joined([
        piece.title.clone(),
        piece
            .kind
            .as_ref()
            .map(ToString::to_string)
            .unwrap_or_default(),
        piece.body.clone(),
        piece.year.map(|year| year.to_string()).unwrap_or_default(),
        piece.language.clone(),
        piece.pages.clone(),
        piece.address.clone(),
        levels.join(", "),
        piece.file_name.clone(),
    ])
}

fn joined<const COUNT: usize>(parts: [String; COUNT]) -> String {
    let said: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    said.join(" · ")
}

fn fate(field: &Field, answer: &Answer, levels: Levels, with_application: WithApplication) -> Fate {
    let level = match field {
        Field::Standing(level)
        | Field::Application(level)
        | Field::Units(level)
        | Field::Note(level) => Some(*level),
        _ => None,
    };
    match field {
        Field::Flag => Fate::StaysInternal,
        Field::Text(text) if text.is_internal() => Fate::StaysInternal,
        _ if answer.cleared.is_none() => Fate::StaysUncleared,
        _ if level.is_some_and(|level| !levels.has(level)) => Fate::StaysNoLevel,
        Field::Application(_) if with_application == WithApplication::No => Fate::StaysUnlessWished,
        _ => Fate::Leaves,
    }
}

/// The fields of an answer that can say something.
fn fields(answer: &Answer) -> BTreeSet<Field> {
    let mut fields = BTreeSet::new();
    for level in answer.cells.keys() {
        fields.extend([
            Field::Standing(*level),
            Field::Application(*level),
            Field::Units(*level),
            Field::Note(*level),
        ]);
    }
    fields.extend(answer.texts.keys().map(|text| Field::Text(*text)));
    fields.extend([Field::Choice, Field::Flag]);
    fields.extend(answer.items.iter().map(|(id, _)| Field::Item(*id)));
    fields.extend(answer.evidence.iter().map(|(id, _)| Field::Evidence(*id)));
    let sheet = &answer.assistance;
    let mut rows: Vec<AssistanceTarget> = Vec::new();
    if sheet.all_areas != AssistanceRow::default() {
        rows.push(AssistanceTarget::AllAreas);
    }
    rows.extend(sheet.rows.keys().cloned().map(AssistanceTarget::Area));
    for target in rows {
        fields.extend(Side::ALL.map(|side| Field::Assistance(target.clone(), side)));
    }
    fields
}

/// What is kept beside the answers, and never leaves.
fn kept(assessment: &Assessment) -> Vec<Outgoing> {
    let previous = usize::from(assessment.previous.is_some());
    let counted = [
        (Kept::Actions, assessment.actions.len()),
        (Kept::Loans, assessment.loans.len()),
        (Kept::Disputes, assessment.disputes.len()),
        (Kept::Previous, previous),
        (Kept::Sent, assessment.sent.len()),
        (Kept::Trail, assessment.trail.entries().count()),
    ];
    let lines = counted.into_iter().filter(|(_, count)| *count != 0);
    let lines = lines.map(|(kept, count)| Outgoing {
        subject: Subject::Kept(kept),
        value: count.to_string(),
        fate: Fate::StaysInternal,
        since: None,
    });
    lines.collect()
}
