//! From the types of an assessment's file to the assessment, finding every fault at once.

mod working;

use std::collections::{BTreeMap, BTreeSet};

pub(super) use self::working::actions;
use self::working::{dispute, loan, previous, sent, trail_entry};
use super::file::{AnswerEntry, AssessmentFile, FieldStampEntry, StampEntry};
use crate::domain::{
    Answer, Assessment, Field, InstrumentId, InstrumentReference, Message, OptionId, Record, Stamp,
    Trail,
};
use crate::format::faults::Faults;
use crate::format::field_name::parse_field;
use crate::format::record::{
    assistance, by_id, call, cells, evidence, item, profile, texts, without_doubles,
};

/// The assessment of a file, or everything that is wrong with it. A value that could not be read
/// leaves a stand-in behind, which nobody sees: with any fault there is no assessment.
pub fn from_file(entry: AssessmentFile, faults: &mut Faults<'_>) -> Option<Assessment> {
    let at = &Message::new("at-head");
    let identity = faults.uuid(at, &entry.uuid);
    let instrument = faults.take(at, InstrumentId::parse(&entry.instrument.id));
    let version = entry.instrument.version;
    let call = call(entry.call, faults);
    let profile = profile(entry.profile, faults);
    let record = Record {
        sample: entry.sample,
        call,
        answers: by_id(
            "at-answer",
            entry.answers,
            faults,
            |entry: &AnswerEntry| &entry.id,
            answer,
        ),
        actions: actions(entry.actions, faults),
        loans: once_each(
            entry.loans,
            faults,
            |entry| Message::new("at-loan").text("id", &entry.part),
            loan,
        ),
        disputes: once_each(
            entry.disputes,
            faults,
            |entry| {
                Message::new("at-dispute")
                    .text("id", &entry.id)
                    .text("field", &entry.field)
            },
            dispute,
        ),
        previous: entry.previous.map(|entry| previous(entry, faults)),
        sent: once_each(
            entry.sent,
            faults,
            |entry| Message::new("at-sent").number("id", entry.revision),
            sent,
        ),
        trail: Trail::restore(
            entry
                .trail
                .into_iter()
                .filter_map(|line| trail_entry(line, faults))
                .collect::<Vec<_>>(),
            entry.trail_folded,
        ),
        identity: identity?,
        instrument: InstrumentReference {
            id: instrument?,
            version,
        },
        profile: profile?,
    };
    Some(Assessment::restore(record))
}

/// Reads a list of entries in its order, and reports those of the same name.
fn once_each<Entry, Value>(
    entries: Vec<Entry>,
    faults: &mut Faults<'_>,
    name_of: impl Fn(&Entry) -> Message,
    read: impl Fn(Entry, &Message, &mut Faults<'_>) -> Option<Value>,
) -> Vec<Value> {
    let mut seen = BTreeSet::new();
    let mut values = Vec::new();
    for entry in entries {
        let at = name_of(&entry);
        values.extend(read(entry, &at, faults));
        if !seen.insert(at.clone()) {
            faults.add(&at, &Message::new("twice-same"));
        }
    }
    values
}

fn answer(entry: AnswerEntry, at: &Message, faults: &mut Faults<'_>) -> Answer {
    Answer {
        revision: entry.revision,
        cells: cells(entry.cells, at, faults),
        texts: texts(entry.texts, at, faults),
        choice: faults.optional(at, entry.choice, OptionId::parse),
        items: without_doubles(at, entry.items, faults, item),
        assistance: assistance(entry.assistance, at, faults),
        evidence: without_doubles(at, entry.evidence, faults, evidence),
        flag: entry.flag,
        stamps: stamps(entry.stamps, at, faults),
        cleared: entry.cleared.and_then(|entry| stamp(entry, at, faults)),
    }
}

fn stamps(
    entries: Vec<FieldStampEntry>,
    at: &Message,
    faults: &mut Faults<'_>,
) -> BTreeMap<Field, Stamp> {
    let mut stamps = BTreeMap::new();
    for entry in entries {
        let field = faults.take(at, parse_field(&entry.field));
        let Some((field, stamp)) = field.zip(stamp(entry.stamp, at, faults)) else {
            continue;
        };
        if stamps.insert(field, stamp).is_some() {
            faults.add(at, &Message::new("twice-stamp").text("field", &entry.field));
        }
    }
    stamps
}

fn stamp(entry: StampEntry, at: &Message, faults: &mut Faults<'_>) -> Option<Stamp> {
    let when = faults.timestamp(at, &entry.when)?;
    Some(Stamp {
        who: entry.who,
        body: entry.body,
        when,
    })
}
