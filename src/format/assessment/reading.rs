//! From the types of an assessment's file to the assessment, finding every fault at once.

mod answer;
mod working;

use std::collections::{BTreeMap, BTreeSet};

use self::answer::answer;
use self::working::{actions, dispute, loan, previous, sent, trail_entry};
use super::file::{AnswerEntry, AssessmentFile, CallEntry, ContactEntry, ProfileEntry};
use crate::domain::{
    Assessment, Call, Contact, Contributor, InstrumentId, InstrumentReference, Level, Levels,
    Profile, QuestionId, Record, StateCode, Trail,
};
use crate::format::faults::Faults;

/// The assessment of a file, or everything that is wrong with it. A value that could not be read
/// leaves a stand-in behind, which nobody sees: with any fault there is no assessment.
pub fn from_file(entry: AssessmentFile, faults: &mut Faults<'_>) -> Option<Assessment> {
    let at = "head";
    let identity = faults.take(
        at,
        entry.uuid.parse().map_err(|_| invalid_uuid(&entry.uuid)),
    );
    let instrument = faults.take(at, InstrumentId::parse(&entry.instrument.id));
    let version = entry.instrument.version;
    let call = call(entry.call, faults);
    let profile = profile(entry.profile, faults);
    let record = Record {
        sample: entry.sample,
        call,
        answers: by_id(
            "answer",
            entry.answers,
            faults,
            |entry: &AnswerEntry| &entry.id,
            answer,
        ),
        actions: actions(entry.actions, faults),
        loans: once_each(
            entry.loans,
            faults,
            |entry| format!("loan {}", entry.part),
            loan,
        ),
        disputes: once_each(
            entry.disputes,
            faults,
            |entry| format!("dispute {}, {}", entry.id, entry.field),
            dispute,
        ),
        previous: entry.previous.map(|entry| previous(entry, faults)),
        sent: once_each(
            entry.sent,
            faults,
            |entry| format!("sent revision {}", entry.revision),
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

fn invalid_uuid(text: &str) -> String {
    format!("{text:?} is not a UUID")
}

/// Reads a list of entries into a map by question, and reports ids that stand twice.
fn by_id<Entry, Value>(
    what: &str,
    entries: Vec<Entry>,
    faults: &mut Faults<'_>,
    id_of: impl Fn(&Entry) -> &String,
    read: impl Fn(Entry, &str, &mut Faults<'_>) -> Value,
) -> BTreeMap<QuestionId, Value> {
    let mut values = BTreeMap::new();
    for entry in entries {
        let at = format!("{what} {}", id_of(&entry));
        let Some(id) = faults.take(&at, QuestionId::parse(id_of(&entry))) else {
            continue;
        };
        let value = read(entry, &at, faults);
        if values.insert(id, value).is_some() {
            faults.add(&at, "stands more than once; keep one of the two");
        }
    }
    values
}

/// Reads a list of entries in its order, and reports those of the same name.
fn once_each<Entry, Value>(
    entries: Vec<Entry>,
    faults: &mut Faults<'_>,
    name_of: impl Fn(&Entry) -> String,
    read: impl Fn(Entry, &str, &mut Faults<'_>) -> Option<Value>,
) -> Vec<Value> {
    let mut seen = BTreeSet::new();
    let mut values = Vec::new();
    for entry in entries {
        let at = name_of(&entry);
        values.extend(read(entry, &at, faults));
        if !seen.insert(at.clone()) {
            faults.add(&at, "stands more than once; keep one of the two");
        }
    }
    values
}

fn call(entry: CallEntry, faults: &mut Faults<'_>) -> Call {
    Call {
        id: entry.id,
        title: entry.title,
        note_verbale_number: entry.note_verbale_number,
        note_verbale_date: faults.date("call", entry.note_verbale_date),
        due: faults.date("call", entry.due),
        address: entry.address,
    }
}

fn profile(entry: ProfileEntry, faults: &mut Faults<'_>) -> Option<Profile> {
    let at = "profile";
    let levels = levels(&entry.levels, at, faults);
    Some(Profile {
        state: faults.take(at, StateCode::parse(&entry.state))?,
        institution: entry.institution,
        focal_point: contact(entry.focal_point),
        deputy: contact(entry.deputy),
        contributors: entry
            .contributors
            .into_iter()
            .map(|each| Contributor {
                name: each.name,
                body: each.body,
            })
            .collect(),
        period: entry.period,
        reply_language: entry.reply_language,
        levels,
    })
}

fn levels(tokens: &[String], at: &str, faults: &mut Faults<'_>) -> Levels {
    let mut levels = Levels {
        regional: false,
        local: false,
    };
    for level in tokens {
        match faults.take(at, Level::parse(level)) {
            Some(Level::Regional) => levels.regional = true,
            Some(Level::Local) => levels.local = true,
            Some(Level::National) | None => {}
        }
    }
    levels
}

fn contact(entry: ContactEntry) -> Contact {
    Contact {
        name: entry.name,
        title: entry.title,
        email: entry.email,
        telephone: entry.telephone,
    }
}
