//! Reads what the file keeps beside the answers: plans, loans, disputes, the last reply, what was
//! sent, and the trail.

use std::collections::BTreeMap;

use super::super::file::{
    ActionEntry, CarriedEntry, DisputeEntry, LentEntry, LoanEntry, PreviousEntry, SentEntry,
    TrailLine, ValueEntry,
};
use super::stamp;
use crate::domain::{
    ActionId, Application, AreaId, CarriedAnswer, Decision, Dispute, DisputedValue, Field,
    FieldValue, Level, Levels, Loan, Message, OptionId, PlannedAction, Previous, QuestionId, Sent,
    Standing, TrailEntry, Units,
};
use crate::format::faults::Faults;
use crate::format::field_name::parse_field;
use crate::format::record::{by_id, evidence, item, levels, side, texts};

pub(in super::super) fn actions(
    entries: Vec<ActionEntry>,
    faults: &mut Faults<'_>,
) -> BTreeMap<ActionId, PlannedAction> {
    let mut actions = BTreeMap::new();
    for entry in entries {
        let at = Message::new("at-action").text("id", &entry.id);
        let Some(id) = faults.uuid(&at, &entry.id) else {
            continue;
        };
        let action = PlannedAction {
            what: entry.what,
            who: entry.who,
            by: faults.date(&at, entry.by),
            area: faults.optional(&at, entry.area, AreaId::parse),
            gaps: entry
                .gaps
                .iter()
                .filter_map(|gap| {
                    let id = faults.take(&at, QuestionId::parse(&gap.id));
                    id.zip(faults.take(&at, Level::parse(&gap.level)))
                })
                .collect(),
        };
        if actions.insert(ActionId(id), action).is_some() {
            faults.add(&at, &Message::new("twice-same"));
        }
    }
    actions
}

pub(super) fn loan(entry: LoanEntry, at: &Message, faults: &mut Faults<'_>) -> Option<Loan> {
    let base = by_id(
        "at-lent-question",
        entry.questions,
        faults,
        |lent: &LentEntry| &lent.id,
        |lent, at, faults| {
            lent.base
                .into_iter()
                .filter_map(|entry| value(entry, at, faults))
                .collect()
        },
    );
    Some(Loan {
        due: faults.date(at, entry.due),
        part: faults.uuid(at, &entry.part)?,
        to: entry.to,
        base,
    })
}

fn value(entry: ValueEntry, at: &Message, faults: &mut Faults<'_>) -> Option<FieldValue> {
    let field = faults.take(at, parse_field(&entry.field))?;
    let ValueEntry {
        token,
        text,
        units,
        item: list_item,
        evidence: piece,
        side: given,
        ..
    } = entry;
    Some(match field {
        Field::Standing(level) => {
            FieldValue::Standing(level, faults.optional(at, token, Standing::parse))
        }
        Field::Application(level) => {
            FieldValue::Application(level, faults.optional(at, token, Application::parse))
        }
        Field::Units(level) => FieldValue::Units(
            level,
            units.and_then(|(having, all)| faults.take(at, Units::new(having, all))),
        ),
        Field::Note(level) => FieldValue::Note(level, text.unwrap_or_default()),
        Field::Text(field) => FieldValue::Text(field, text.unwrap_or_default()),
        Field::Choice => FieldValue::Choice(faults.optional(at, token, OptionId::parse)),
        Field::Item(id) => FieldValue::Item(
            id,
            list_item
                .and_then(|entry| item(entry, at, faults))
                .map(|(_, value)| value),
        ),
        Field::Evidence(id) => FieldValue::Evidence(
            id,
            piece
                .and_then(|entry| evidence(entry, at, faults))
                .map(|(_, value)| value),
        ),
        Field::Assistance(target, which) => {
            FieldValue::Assistance(target, which, side(given, at, faults))
        }
        Field::Flag => FieldValue::Flag(token.is_some()),
    })
}

pub(super) fn dispute(
    entry: DisputeEntry,
    at: &Message,
    faults: &mut Faults<'_>,
) -> Option<Dispute> {
    let field = faults.take(at, parse_field(&entry.field));
    let values = entry
        .values
        .into_iter()
        .filter_map(|each| {
            let value = value(each.value, at, faults)?;
            Some(DisputedValue {
                value,
                whose: each.whose,
            })
        })
        .collect::<Vec<_>>();
    let decision = entry.decision.and_then(|decision| {
        let value = value(decision.value, at, faults);
        let (value, stamp) = value.zip(stamp(decision.stamp, at, faults))?;
        Some(Decision { value, stamp })
    });
    if values.iter().any(|each| Some(each.value.field()) != field) {
        faults.add(at, &Message::new("file-value-of-other-field"));
    }
    Some(Dispute {
        question: faults.take(at, QuestionId::parse(&entry.id))?,
        field: field?,
        values,
        decision,
    })
}

pub(super) fn previous(entry: PreviousEntry, faults: &mut Faults<'_>) -> Previous {
    let at = &Message::new("at-previous-reply");
    Previous {
        call: entry.call,
        date: faults.date(at, entry.date),
        // A file that says neither is of the first version, with all three levels.
        version: entry.version.unwrap_or(1),
        levels: if entry.levels.is_empty() {
            Levels::default()
        } else {
            levels(&entry.levels, at, faults)
        },
        answers: by_id(
            "at-previous-answer",
            entry.answers,
            faults,
            |carried: &CarriedEntry| &carried.id,
            carried_answer,
        ),
    }
}

fn carried_answer(entry: CarriedEntry, at: &Message, faults: &mut Faults<'_>) -> CarriedAnswer {
    let mut standings = BTreeMap::new();
    for each in &entry.standings {
        let level = faults.take(at, Level::parse(&each.level));
        let standing = faults.take(at, Standing::parse(&each.standing));
        let Some((level, standing)) = level.zip(standing) else {
            continue;
        };
        if standings.insert(level, standing).is_some() {
            let fault = Message::new("twice-standing").text("level", level.token());
            faults.add(at, &fault);
        }
    }
    CarriedAnswer {
        revision: entry.revision,
        standings,
        texts: texts(entry.texts, at, faults),
    }
}

pub(super) fn sent(entry: SentEntry, at: &Message, faults: &mut Faults<'_>) -> Option<Sent> {
    let when = faults.timestamp(at, &entry.when);
    let released_by = stamp(entry.released_by, at, faults);
    Some(Sent {
        revision: entry.revision,
        digest: entry.digest,
        when: when?,
        released_by: released_by?,
        title: entry.title,
        reference: entry.reference,
    })
}

pub(super) fn trail_entry(line: TrailLine, faults: &mut Faults<'_>) -> Option<TrailEntry> {
    let at = &Message::new("at-trail");
    Some(TrailEntry {
        question: faults.optional(at, line.id, QuestionId::parse),
        field: faults.optional(at, line.field, parse_field),
        stamp: stamp(line.stamp, at, faults)?,
        value: line.value,
    })
}
