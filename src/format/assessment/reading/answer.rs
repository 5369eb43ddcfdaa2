//! Reads one answer of the file.

use std::collections::{BTreeMap, BTreeSet};

use super::super::field_name::{parse_field, parse_target};
use super::super::file::{
    AnswerEntry, AssistanceEntry, CellEntry, EvidenceEntry, FieldStampEntry, ItemEntry, SideEntry,
    StampEntry, TextEntry,
};
use crate::domain::{
    Answer, Application, Assistance, AssistanceRow, AssistanceSide, AssistanceTarget, Cell,
    Evidence, EvidenceId, Extent, Field, ItemId, KindId, Level, ListItem, OptionId, Stamp,
    Standing, TextField, Units,
};
use crate::format::faults::Faults;

pub(super) fn answer(entry: AnswerEntry, at: &str, faults: &mut Faults<'_>) -> Answer {
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

pub(super) fn texts(
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

pub(super) fn item(
    entry: ItemEntry,
    at: &str,
    faults: &mut Faults<'_>,
) -> Option<(ItemId, ListItem)> {
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

pub(super) fn evidence(
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

pub(super) fn side(entry: Option<SideEntry>, at: &str, faults: &mut Faults<'_>) -> AssistanceSide {
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
    let mut stamps = BTreeMap::new();
    for entry in entries {
        let field = faults.take(at, parse_field(&entry.field));
        let Some((field, stamp)) = field.zip(stamp(entry.stamp, at, faults)) else {
            continue;
        };
        if stamps.insert(field, stamp).is_some() {
            faults.add(at, format!("has two stamps of {}; keep one", entry.field));
        }
    }
    stamps
}

pub(super) fn stamp(entry: StampEntry, at: &str, faults: &mut Faults<'_>) -> Option<Stamp> {
    let when = faults.timestamp(at, &entry.when)?;
    Some(Stamp {
        who: entry.who,
        body: entry.body,
        when,
    })
}
