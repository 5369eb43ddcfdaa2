//! Reads the records that several kinds of file share, finding every fault at once.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    AssistanceEntry, CallEntry, CellEntry, ContactEntry, EvidenceEntry, ItemEntry, ProfileEntry,
    SideEntry, TextEntry,
};
use crate::domain::{
    Application, Assistance, AssistanceRow, AssistanceSide, AssistanceTarget, Call, Cell, Contact,
    Contributor, Evidence, EvidenceId, Extent, ItemId, KindId, Level, Levels, ListItem, Message,
    Profile, QuestionId, Standing, StateCode, TextField, Units,
};
use crate::format::faults::Faults;
use crate::format::field_name::parse_target;

/// Reads a list of entries into a map by question, and reports ids that stand twice.
pub fn by_id<Entry, Value>(
    what: &'static str,
    entries: Vec<Entry>,
    faults: &mut Faults<'_>,
    id_of: impl Fn(&Entry) -> &String,
    read: impl Fn(Entry, &Message, &mut Faults<'_>) -> Value,
) -> BTreeMap<QuestionId, Value> {
    let mut values = BTreeMap::new();
    for entry in entries {
        let at = Message::new(what).text("id", id_of(&entry));
        let Some(id) = faults.take(&at, QuestionId::parse(id_of(&entry))) else {
            continue;
        };
        let value = read(entry, &at, faults);
        if values.insert(id, value).is_some() {
            faults.add(&at, &Message::new("twice-same"));
        }
    }
    values
}

pub fn call(entry: CallEntry, faults: &mut Faults<'_>) -> Call {
    let at = Message::new("at-call");
    Call {
        id: entry.id,
        title: entry.title,
        note_verbale_number: entry.note_verbale_number,
        note_verbale_date: faults.date(&at, entry.note_verbale_date),
        due: faults.date(&at, entry.due),
        address: entry.address,
    }
}

pub fn profile(entry: ProfileEntry, faults: &mut Faults<'_>) -> Option<Profile> {
    let at = &Message::new("at-profile");
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

pub fn levels(tokens: &[String], at: &Message, faults: &mut Faults<'_>) -> Levels {
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

pub fn cells(
    entries: Vec<CellEntry>,
    at: &Message,
    faults: &mut Faults<'_>,
) -> BTreeMap<Level, Cell> {
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
            let fault = Message::new("twice-cell").text("level", level.token());
            faults.add(at, &fault);
        }
    }
    cells.retain(|_, cell| *cell != Cell::default());
    cells
}

pub fn texts(
    entries: Vec<TextEntry>,
    at: &Message,
    faults: &mut Faults<'_>,
) -> BTreeMap<TextField, String> {
    let mut texts = BTreeMap::new();
    for entry in entries {
        let Some(field) = faults.take(at, TextField::parse(&entry.field)) else {
            continue;
        };
        if texts.insert(field, entry.text).is_some() {
            faults.add(at, &Message::new("twice-text").text("field", field.token()));
        }
    }
    texts.retain(|_, text| !text.is_empty());
    texts
}

/// Reads entries that have identities, in their order, and reports identities that stand twice.
pub fn without_doubles<Entry, Id: Ord + Copy, Value>(
    at: &Message,
    entries: Vec<Entry>,
    faults: &mut Faults<'_>,
    read: impl Fn(Entry, &Message, &mut Faults<'_>) -> Option<(Id, Value)>,
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
            faults.add(at, &Message::new("twice-id"));
        }
    }
    values
}

pub fn item(entry: ItemEntry, at: &Message, faults: &mut Faults<'_>) -> Option<(ItemId, ListItem)> {
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

pub fn evidence(
    entry: EvidenceEntry,
    at: &Message,
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

pub fn assistance(
    entries: Vec<AssistanceEntry>,
    at: &Message,
    faults: &mut Faults<'_>,
) -> Assistance {
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
            faults.add(at, &Message::new("twice-area").text("area", &entry.area));
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

pub fn side(entry: Option<SideEntry>, at: &Message, faults: &mut Faults<'_>) -> AssistanceSide {
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
