//! From the types of a submission's file to the submission, finding every fault at once.

use std::collections::{BTreeMap, BTreeSet};

use super::file::{
    AnswerEntry, AssistanceEntry, CallEntry, CellEntry, ContactEntry, EvidenceEntry, ItemEntry,
    ProfileEntry, ReleaseEntry, SideEntry, SubmissionFile, TextEntry,
};
use crate::domain::{
    Application, Assistance, AssistanceRow, AssistanceSide, AssistanceTarget, Call, Cell, Contact,
    Contributor, Evidence, EvidenceId, Extent, InstrumentId, InstrumentReference, ItemId, KindId,
    Level, Levels, ListItem, OptionId, Profile, QuestionId, Release, Standing, StateCode,
    Submission, SubmittedAnswer, TextField, Units,
};
use crate::format::assessment::parse_target;
use crate::format::faults::Faults;

/// The submission of a file. A value that could not be read leaves a stand-in behind, which nobody
/// sees: with any fault there is no submission.
pub fn from_file(entry: SubmissionFile, faults: &mut Faults<'_>) -> Option<Submission> {
    let at = "head";
    let identity = faults.uuid(at, &entry.uuid);
    let instrument = faults.take(at, InstrumentId::parse(&entry.instrument.id));
    if entry.revision == 0 {
        faults.add(at, "its revision is 0, and revisions are counted from 1");
    }
    let call = call(entry.call, faults);
    let profile = profile(entry.profile, faults);
    let release = release(entry.release, faults);
    let answers = answers(entry.answers, faults);
    Some(Submission {
        identity: identity?,
        revision: entry.revision,
        sample: entry.sample,
        instrument: InstrumentReference {
            id: instrument?,
            version: entry.instrument.version,
        },
        call,
        profile: profile?,
        release: release?,
        answers,
    })
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
    let given = levels(&entry.levels, at, faults);
    let contributor = |each: super::file::ContributorEntry| Contributor {
        name: each.name,
        body: each.body,
    };
    Some(Profile {
        state: faults.take(at, StateCode::parse(&entry.state))?,
        institution: entry.institution,
        focal_point: contact(entry.focal_point),
        deputy: contact(entry.deputy),
        contributors: entry.contributors.into_iter().map(contributor).collect(),
        period: entry.period,
        reply_language: entry.reply_language,
        levels: Levels {
            regional: given.contains(&Level::Regional),
            local: given.contains(&Level::Local),
        },
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

fn release(entry: ReleaseEntry, faults: &mut Faults<'_>) -> Option<Release> {
    let date = faults.date("release", Some(entry.date));
    Some(Release {
        name: entry.name,
        title: entry.title,
        body: entry.body,
        date: date?,
        reference: entry.reference,
    })
}

fn answers(
    entries: Vec<AnswerEntry>,
    faults: &mut Faults<'_>,
) -> BTreeMap<QuestionId, SubmittedAnswer> {
    let mut answers = BTreeMap::new();
    for entry in entries {
        let at = format!("answer {}", entry.id);
        let Some(id) = faults.take(&at, QuestionId::parse(&entry.id)) else {
            continue;
        };
        if answers.insert(id, answer(entry, &at, faults)).is_some() {
            faults.add(&at, "stands more than once");
        }
    }
    answers
}

fn answer(entry: AnswerEntry, at: &str, faults: &mut Faults<'_>) -> SubmittedAnswer {
    SubmittedAnswer {
        revision: entry.revision,
        cells: cells(entry.cells, at, faults),
        texts: texts(entry.texts, at, faults),
        choice: faults.optional(at, entry.choice, OptionId::parse),
        items: without_doubles(at, entry.items, faults, item),
        assistance: assistance(entry.assistance, at, faults),
        evidence: without_doubles(at, entry.evidence, faults, evidence),
    }
}

fn levels(words: &[String], at: &str, faults: &mut Faults<'_>) -> BTreeSet<Level> {
    let parsed = words
        .iter()
        .filter_map(|level| faults.take(at, Level::parse(level)));
    parsed.collect()
}

fn cells(entries: Vec<CellEntry>, at: &str, faults: &mut Faults<'_>) -> BTreeMap<Level, Cell> {
    let mut cells = BTreeMap::new();
    for entry in entries {
        let Some(level) = faults.take(at, Level::parse(&entry.level)) else {
            continue;
        };
        let units = entry
            .units
            .and_then(|(having, all)| faults.take(at, Units::new(having, all)));
        let cell = Cell {
            standing: faults.optional(at, entry.standing, Standing::parse),
            application: faults.optional(at, entry.application, Application::parse),
            units,
            note: entry.note,
        };
        if cells.insert(level, cell).is_some() {
            faults.add(at, format!("has two cells at {level} level"));
        }
    }
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
        if field.is_internal() {
            faults.add(at, format!("holds a text {field}, which is never sent"));
        }
        if texts.insert(field, entry.text).is_some() {
            faults.add(at, format!("has two texts {field}"));
        }
    }
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
            faults.add(at, "has two entries with the same id");
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
        levels: levels(&entry.levels, at, faults),
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
            faults.add(at, format!("has two rows for area {}", entry.area));
        }
        match target {
            AssistanceTarget::AllAreas => assistance.all_areas = row,
            AssistanceTarget::Area(area) => {
                assistance.rows.insert(area, row);
            }
        }
    }
    assistance
}

fn side(entry: Option<SideEntry>, at: &str, faults: &mut Faults<'_>) -> AssistanceSide {
    let Some(entry) = entry else {
        return AssistanceSide::default();
    };
    let kinds = entry
        .kinds
        .iter()
        .filter_map(|kind| faults.take(at, KindId::parse(kind)));
    let kinds = kinds.collect();
    AssistanceSide {
        extent: faults.optional(at, entry.extent, Extent::parse),
        kinds,
        reason: entry.reason,
    }
}
