//! An answer: all that a question has been given.

use std::collections::{BTreeMap, BTreeSet};
use std::iter;

use super::{
    Application, AreaId, AssistanceTarget, EvidenceId, Extent, Field, FieldValue, ItemId, KindId,
    Level, Levels, OptionId, Side, Stamp, Standing, TextField, Units,
};

/// All that a question has been given, by whom, and whether it may be sent.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answer {
    /// The revision of the question that was answered; 0 before anything was.
    pub revision: u32,
    /// The cells that say something, by level.
    pub cells: BTreeMap<Level, Cell>,
    /// The texts that are not empty.
    pub texts: BTreeMap<TextField, String>,
    /// The option chosen.
    pub choice: Option<OptionId>,
    /// The items of a list, in the order in which they were added.
    pub items: Vec<(ItemId, ListItem)>,
    /// The assistance sheet.
    pub assistance: Assistance,
    /// What supports the answer, in the order in which it was added.
    pub evidence: Vec<(EvidenceId, Evidence)>,
    /// The council's own mark: look at this again. Never sent.
    pub flag: bool,
    /// Who gave each field its present value, and when.
    pub stamps: BTreeMap<Field, Stamp>,
    /// Who released the answer for sending, and when; any edit takes this away.
    pub cleared: Option<Stamp>,
}

/// One question at one level. All blank is the same as absent.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cell {
    /// What the cell says; `None` is *not answered*.
    pub standing: Option<Standing>,
    /// How far it is applied; `None` is *not said*. Sent only if the council wishes.
    pub application: Option<Application>,
    /// How many units of the level have it.
    pub units: Option<Units>,
    /// A short note to the standing.
    pub note: String,
}

/// One item of a list: a network, a guide, a partner.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ListItem {
    /// Its name; the one field that must not be empty.
    pub name: String,
    /// Its kind, one of the question's.
    pub kind: Option<KindId>,
    /// The level that it works at.
    pub level: Option<Level>,
    pub language: String,
    pub year: Option<i16>,
    /// Where it can be found.
    pub address: String,
    /// A remark that is sent with it.
    pub public_remark: String,
}

/// Something that supports an answer: a law, a plan, a survey.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Evidence {
    /// Its kind, one of the instrument's.
    pub kind: Option<KindId>,
    /// Its title; the one field that must not be empty.
    pub title: String,
    /// The body that issued it.
    pub body: String,
    pub year: Option<i16>,
    pub language: String,
    /// The pages or articles meant.
    pub pages: String,
    /// Where it can be found.
    pub address: String,
    /// The name of a file that was attached; never a path.
    pub file_name: String,
    /// The SHA-256 digest of that file, 64 lower-case hexadecimal digits.
    pub sha256: String,
    /// The levels that it is about; none means all.
    pub levels: BTreeSet<Level>,
}

/// The sheet of needs and offers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Assistance {
    /// The mark over all areas.
    pub all_areas: AssistanceRow,
    /// The areas that say something themselves.
    pub rows: BTreeMap<AreaId, AssistanceRow>,
}

/// One area: need and offer, independent of each other.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AssistanceRow {
    /// What the State needs.
    pub need: AssistanceSide,
    /// What the State can offer.
    pub offer: AssistanceSide,
}

/// A need or an offer in one area.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AssistanceSide {
    /// How far; `None` is *not said*.
    pub extent: Option<Extent>,
    pub kinds: BTreeSet<KindId>,
    /// Why, or under what conditions.
    pub reason: String,
}

impl AssistanceRow {
    pub fn side(&self, side: Side) -> &AssistanceSide {
        match side {
            Side::Need => &self.need,
            Side::Offer => &self.offer,
        }
    }

    fn side_mut(&mut self, side: Side) -> &mut AssistanceSide {
        match side {
            Side::Need => &mut self.need,
            Side::Offer => &mut self.offer,
        }
    }
}

impl Assistance {
    /// The row of an area, or the mark over all, as it was given itself.
    pub fn row(&self, target: &AssistanceTarget) -> Option<&AssistanceRow> {
        match target {
            AssistanceTarget::AllAreas => Some(&self.all_areas),
            AssistanceTarget::Area(area) => self.rows.get(area),
        }
    }

    /// What holds for an area of the twelve: what its row says itself, else the mark over all.
    pub fn extent(&self, area: &AreaId, side: Side) -> Option<Extent> {
        self.rows
            .get(area)
            .and_then(|row| row.side(side).extent)
            .or(self.all_areas.side(side).extent)
    }
}

impl Answer {
    /// The standing at a level; `None` is *not answered*.
    pub fn standing(&self, level: Level) -> Option<Standing> {
        self.cells.get(&level).and_then(|cell| cell.standing)
    }

    /// One of the texts, empty where there is none.
    pub fn text(&self, field: TextField) -> &str {
        self.texts.get(&field).map_or("", String::as_str)
    }

    /// Whether the answer holds nothing that could be sent.
    pub fn is_empty(&self) -> bool {
        self.cells
            .values()
            .all(|cell| cell.standing.is_none() && cell.units.is_none() && cell.note.is_empty())
            && self.texts.keys().all(|field| field.is_internal())
            && self.choice.is_none()
            && self.items.is_empty()
            && self.assistance == Assistance::default()
            && self.evidence.is_empty()
    }

    /// The answer without the cells of levels that the State lacks: those are shown nowhere, so
    /// they are sent nowhere.
    pub fn at_levels(&self, levels: Levels) -> Self {
        let mut answer = self.clone();
        answer.cells.retain(|level, _| levels.has(*level));
        answer
    }

    /// The present value of a field.
    pub fn value(&self, field: &Field) -> FieldValue {
        let cell = |level| self.cells.get(level);
        match field {
            Field::Standing(level) => FieldValue::Standing(*level, self.standing(*level)),
            Field::Application(level) => {
                FieldValue::Application(*level, cell(level).and_then(|cell| cell.application))
            }
            Field::Units(level) => {
                FieldValue::Units(*level, cell(level).and_then(|cell| cell.units))
            }
            Field::Note(level) => FieldValue::Note(
                *level,
                cell(level)
                    .map(|cell| cell.note.clone())
                    .unwrap_or_default(),
            ),
            Field::Text(text) => FieldValue::Text(*text, self.text(*text).to_owned()),
            Field::Choice => FieldValue::Choice(self.choice.clone()),
            Field::Item(id) => FieldValue::Item(*id, find(&self.items, id)),
            Field::Evidence(id) => FieldValue::Evidence(*id, find(&self.evidence, id)),
            Field::Assistance(target, side) => FieldValue::Assistance(
                target.clone(),
                *side,
                self.assistance
                    .row(target)
                    .map(|row| row.side(*side).clone())
                    .unwrap_or_default(),
            ),
            Field::Flag => FieldValue::Flag(self.flag),
        }
    }

    /// Everything that the answer says, field by field, in the order of the file.
    pub fn said(&self) -> impl Iterator<Item = FieldValue> {
        let cells = self.cells.keys().flat_map(|&level| {
            [
                Field::Standing(level),
                Field::Application(level),
                Field::Units(level),
                Field::Note(level),
            ]
        });
        let texts = self.texts.keys().map(|&text| Field::Text(text));
        let items = self.items.iter().map(|(id, _)| Field::Item(*id));
        let evidence = self.evidence.iter().map(|(id, _)| Field::Evidence(*id));
        let rows = self
            .assistance
            .rows
            .keys()
            .cloned()
            .map(AssistanceTarget::Area);
        let rows = iter::once(AssistanceTarget::AllAreas).chain(rows);
        let sides = rows.flat_map(|row| Side::ALL.map(|side| Field::Assistance(row.clone(), side)));
        let fields = cells.chain(texts).chain([Field::Choice]).chain(items);
        let fields = fields.chain(sides).chain(evidence).chain([Field::Flag]);
        let values = fields.map(|field| self.value(&field));
        values.filter(|value| !value.is_blank())
    }

    /// Takes a value as it is; what is legal has been decided by then.
    pub(super) fn put(&mut self, value: FieldValue) {
        match value {
            FieldValue::Standing(level, standing) => {
                self.change_cell(level, |cell| cell.standing = standing);
            }
            FieldValue::Application(level, application) => {
                self.change_cell(level, |cell| cell.application = application);
            }
            FieldValue::Units(level, units) => self.change_cell(level, |cell| cell.units = units),
            FieldValue::Note(level, note) => self.change_cell(level, |cell| cell.note = note),
            FieldValue::Text(field, text) => {
                if text.is_empty() {
                    self.texts.remove(&field);
                } else {
                    self.texts.insert(field, text);
                }
            }
            FieldValue::Choice(option) => self.choice = option,
            FieldValue::Item(id, item) => replace(&mut self.items, id, item),
            FieldValue::Evidence(id, evidence) => replace(&mut self.evidence, id, evidence),
            FieldValue::Assistance(AssistanceTarget::AllAreas, side, value) => {
                *self.assistance.all_areas.side_mut(side) = value;
            }
            FieldValue::Assistance(AssistanceTarget::Area(area), side, value) => {
                let row = self.assistance.rows.entry(area.clone()).or_default();
                *row.side_mut(side) = value;
                if *row == AssistanceRow::default() {
                    self.assistance.rows.remove(&area);
                }
            }
            FieldValue::Flag(flag) => self.flag = flag,
        }
    }

    fn change_cell(&mut self, level: Level, change: impl FnOnce(&mut Cell)) {
        let cell = self.cells.entry(level).or_default();
        change(cell);
        if *cell == Cell::default() {
            self.cells.remove(&level);
        }
    }
}

fn find<Id: PartialEq, Value: Clone>(values: &[(Id, Value)], id: &Id) -> Option<Value> {
    values
        .iter()
        .find(|(known, _)| known == id)
        .map(|(_, value)| value.clone())
}

/// Puts a value in the place of the one with the same id, at the end where there is none, and
/// takes it away where the value is `None`.
fn replace<Id: PartialEq, Value>(values: &mut Vec<(Id, Value)>, id: Id, value: Option<Value>) {
    let position = values.iter().position(|(known, _)| *known == id);
    match (position, value) {
        (Some(position), Some(value)) => values[position].1 = value,
        (Some(position), None) => {
            values.remove(position);
        }
        (None, Some(value)) => values.push((id, value)),
        (None, None) => {}
    }
}
