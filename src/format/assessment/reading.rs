//! From the types of an assessment's file to the assessment, finding every fault at once.

use std::collections::{BTreeMap, BTreeSet};

use super::field_name::{parse_field, parse_target};
use super::file::{
    ActionEntry, AnswerEntry, AssessmentFile, AssistanceEntry, CallEntry, CarriedEntry, CellEntry,
    ContactEntry, DisputeEntry, EvidenceEntry, FieldStampEntry, ItemEntry, LentEntry, LoanEntry,
    PreviousEntry, ProfileEntry, SentEntry, SideEntry, StampEntry, TextEntry, TrailLine,
    ValueEntry,
};
use crate::domain::{
    ActionId, Answer, Application, AreaId, Assessment, Assistance, AssistanceRow, AssistanceSide,
    AssistanceTarget, Call, CarriedAnswer, Cell, Contact, Contributor, Decision, Dispute,
    DisputedValue, Evidence, EvidenceId, Extent, Field, FieldValue, InstrumentId,
    InstrumentReference, ItemId, KindId, Level, Levels, ListItem, Loan, OptionId, PlannedAction,
    Previous, Profile, QuestionId, Record, Sent, Stamp, Standing, StateCode, TextField, Trail,
    TrailEntry, Units,
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
        loans: entry
            .loans
            .into_iter()
            .filter_map(|entry| loan(entry, faults))
            .collect(),
        disputes: entry
            .disputes
            .into_iter()
            .filter_map(|entry| dispute(entry, faults))
            .collect(),
        previous: entry.previous.map(|entry| previous(entry, faults)),
        sent: entry
            .sent
            .into_iter()
            .filter_map(|entry| sent(entry, faults))
            .collect(),
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
    let mut levels = Levels {
        regional: false,
        local: false,
    };
    for level in &entry.levels {
        match faults.take(at, Level::parse(level)) {
            Some(Level::Regional) => levels.regional = true,
            Some(Level::Local) => levels.local = true,
            Some(Level::National) | None => {}
        }
    }
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

fn contact(entry: ContactEntry) -> Contact {
    Contact {
        name: entry.name,
        title: entry.title,
        email: entry.email,
        telephone: entry.telephone,
    }
}

fn answer(entry: AnswerEntry, at: &str, faults: &mut Faults<'_>) -> Answer {
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

fn cells(entries: Vec<CellEntry>, at: &str, faults: &mut Faults<'_>) -> BTreeMap<Level, Cell> {
    let mut cells = BTreeMap::new();
    for entry in entries {
        let Some(level) = faults.take(at, Level::parse(&entry.level)) else {
            continue;
        };
        let cell = Cell {
            standing: faults.optional(at, entry.standing, Standing::parse),
            application: faults.optional(at, entry.application, Application::parse),
            units: entry
                .units
                .and_then(|(having, all)| faults.take(at, Units::new(having, all))),
            note: entry.note,
        };
        if cells.insert(level, cell).is_some() {
            faults.add(at, format!("has two cells at {level} level; keep one"));
        }
    }
    cells.retain(|_, cell| *cell != Cell::default());
    cells
}

fn texts(
    entries: Vec<TextEntry>,
    at: &str,
    faults: &mut Faults<'_>,
) -> BTreeMap<TextField, String> {
    let mut texts = BTreeMap::new();
    for entry in entries {
        let Some(field) = faults.take(at, TextField::parse(&entry.field)) else {
            continue;
        };
        if texts.insert(field, entry.text).is_some() {
            faults.add(at, format!("has two texts {field}; keep one"));
        }
    }
    texts.retain(|_, text| !text.is_empty());
    texts
}

/// Reads entries that have identities, in their order, and reports identities that stand twice.
fn without_doubles<Entry, Id: Ord + Copy, Value>(
    at: &str,
    entries: Vec<Entry>,
    faults: &mut Faults<'_>,
    read: impl Fn(Entry, &str, &mut Faults<'_>) -> Option<(Id, Value)>,
) -> Vec<(Id, Value)> {
    let mut seen = BTreeSet::new();
    let mut values = Vec::new();
    for entry in entries {
        let Some((id, value)) = read(entry, at, faults) else {
            continue;
        };
        if seen.insert(id) {
            values.push((id, value));
        } else {
            faults.add(at, "has two entries with the same id; keep one");
        }
    }
    values
}

fn item(entry: ItemEntry, at: &str, faults: &mut Faults<'_>) -> Option<(ItemId, ListItem)> {
    let value = ListItem {
        name: entry.name,
        kind: faults.optional(at, entry.kind, KindId::parse),
        level: faults.optional(at, entry.level, Level::parse),
        language: entry.language,
        year: entry.year,
        address: entry.address,
        public_remark: entry.remark_public,
    };
    Some((ItemId(faults.uuid(at, &entry.id)?), value))
}

fn evidence(
    entry: EvidenceEntry,
    at: &str,
    faults: &mut Faults<'_>,
) -> Option<(EvidenceId, Evidence)> {
    let value = Evidence {
        kind: faults.optional(at, entry.kind, KindId::parse),
        title: entry.title,
        body: entry.body,
        year: entry.year,
        language: entry.language,
        pages: entry.pages,
        address: entry.address,
        file_name: entry.file_name,
        sha256: entry.sha256,
        levels: entry
            .levels
            .iter()
            .filter_map(|level| faults.take(at, Level::parse(level)))
            .collect(),
    };
    Some((EvidenceId(faults.uuid(at, &entry.id)?), value))
}

fn assistance(entries: Vec<AssistanceEntry>, at: &str, faults: &mut Faults<'_>) -> Assistance {
    let mut assistance = Assistance::default();
    let mut seen = BTreeSet::new();
    for entry in entries {
        let Some(target) = faults.take(at, parse_target(&entry.area)) else {
            continue;
        };
        let row = AssistanceRow {
            need: side(entry.need, at, faults),
            offer: side(entry.offer, at, faults),
        };
        if !seen.insert(target.clone()) {
            faults.add(
                at,
                format!("has two rows for area {}; keep one", entry.area),
            );
        }
        match target {
            AssistanceTarget::AllAreas => assistance.all_areas = row,
            AssistanceTarget::Area(area) if row != AssistanceRow::default() => {
                assistance.rows.insert(area, row);
            }
            AssistanceTarget::Area(_) => {}
        }
    }
    assistance
}

fn side(entry: Option<SideEntry>, at: &str, faults: &mut Faults<'_>) -> AssistanceSide {
    let Some(entry) = entry else {
        return AssistanceSide::default();
    };
    AssistanceSide {
        extent: faults.optional(at, entry.extent, Extent::parse),
        kinds: entry
            .kinds
            .iter()
            .filter_map(|kind| faults.take(at, KindId::parse(kind)))
            .collect(),
        reason: entry.reason,
    }
}

fn stamps(
    entries: Vec<FieldStampEntry>,
    at: &str,
    faults: &mut Faults<'_>,
) -> BTreeMap<Field, Stamp> {
    entries
        .into_iter()
        .filter_map(|entry| {
            let field = faults.take(at, parse_field(&entry.field));
            field.zip(stamp(entry.stamp, at, faults))
        })
        .collect()
}

fn stamp(entry: StampEntry, at: &str, faults: &mut Faults<'_>) -> Option<Stamp> {
    let when = faults.timestamp(at, &entry.when)?;
    Some(Stamp {
        who: entry.who,
        body: entry.body,
        when,
    })
}

fn actions(
    entries: Vec<ActionEntry>,
    faults: &mut Faults<'_>,
) -> BTreeMap<ActionId, PlannedAction> {
    let mut actions = BTreeMap::new();
    for entry in entries {
        let at = format!("action {}", entry.id);
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
            faults.add(&at, "stands more than once; keep one of the two");
        }
    }
    actions
}

fn loan(entry: LoanEntry, faults: &mut Faults<'_>) -> Option<Loan> {
    let at = format!("loan {}", entry.part);
    let base = by_id(
        "lent question",
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
        due: faults.date(&at, entry.due),
        part: faults.uuid(&at, &entry.part)?,
        to: entry.to,
        base,
    })
}

fn value(entry: ValueEntry, at: &str, faults: &mut Faults<'_>) -> Option<FieldValue> {
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

fn dispute(entry: DisputeEntry, faults: &mut Faults<'_>) -> Option<Dispute> {
    let at = format!("dispute {}", entry.id);
    let field = faults.take(&at, parse_field(&entry.field));
    let values = entry
        .values
        .into_iter()
        .filter_map(|each| {
            let value = value(each.value, &at, faults)?;
            Some(DisputedValue {
                value,
                whose: each.whose,
            })
        })
        .collect::<Vec<_>>();
    let decision = entry.decision.and_then(|decision| {
        let value = value(decision.value, &at, faults);
        let (value, stamp) = value.zip(stamp(decision.stamp, &at, faults))?;
        Some(Decision { value, stamp })
    });
    if values.iter().any(|each| Some(each.value.field()) != field) {
        faults.add(&at, "holds a value of another field");
    }
    Some(Dispute {
        question: faults.take(&at, QuestionId::parse(&entry.id))?,
        field: field?,
        values,
        decision,
    })
}

fn previous(entry: PreviousEntry, faults: &mut Faults<'_>) -> Previous {
    Previous {
        call: entry.call,
        date: faults.date("previous reply", entry.date),
        answers: by_id(
            "previous answer",
            entry.answers,
            faults,
            |carried: &CarriedEntry| &carried.id,
            carried_answer,
        ),
    }
}

fn carried_answer(entry: CarriedEntry, at: &str, faults: &mut Faults<'_>) -> CarriedAnswer {
    CarriedAnswer {
        revision: entry.revision,
        standings: entry
            .standings
            .iter()
            .filter_map(|each| {
                let level = faults.take(at, Level::parse(&each.level));
                level.zip(faults.take(at, Standing::parse(&each.standing)))
            })
            .collect(),
        texts: texts(entry.texts, at, faults),
    }
}

fn sent(entry: SentEntry, faults: &mut Faults<'_>) -> Option<Sent> {
    let at = format!("sent revision {}", entry.revision);
    let when = faults.timestamp(&at, &entry.when);
    let released_by = stamp(entry.released_by, &at, faults);
    Some(Sent {
        revision: entry.revision,
        digest: entry.digest,
        when: when?,
        released_by: released_by?,
        title: entry.title,
        reference: entry.reference,
    })
}

fn trail_entry(line: TrailLine, faults: &mut Faults<'_>) -> Option<TrailEntry> {
    let at = "trail";
    Some(TrailEntry {
        question: faults.optional(at, line.id, QuestionId::parse),
        field: faults.optional(at, line.field, parse_field),
        stamp: stamp(line.stamp, at, faults)?,
        value: line.value,
    })
}
