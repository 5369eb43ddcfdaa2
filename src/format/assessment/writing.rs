//! From an assessment to the types of its file.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;

use super::FORMAT;
use super::file::{
    ActionEntry, AnswerEntry, AssessmentFile, CarriedEntry, DecisionEntry, DisputeEntry,
    DisputedEntry, FieldStampEntry, GapEntry, LentEntry, LoanEntry, PreviousEntry, SentEntry,
    StampEntry, StandingEntry, TrailLine, ValueEntry,
};
use crate::domain::{
    Answer, Assessment, Assistance, AssistanceRow, AssistanceSide, CarriedAnswer, Cell, Contact,
    Dispute, Evidence, EvidenceId, FieldValue, ItemId, Level, Levels, ListItem, Loan,
    PlannedAction, Previous, Profile, QuestionId, Sent, Stamp, TextField, TrailEntry,
};
use crate::format::document::PROGRAM;
use crate::format::field_name::{ALL_AREAS, field_name};
use crate::format::record::{
    AssistanceEntry, CallEntry, CellEntry, ContactEntry, ContributorEntry, EvidenceEntry,
    InstrumentEntry, ItemEntry, ProfileEntry, SideEntry, TextEntry,
};

pub fn to_file(assessment: &Assessment) -> AssessmentFile {
    AssessmentFile {
        format: FORMAT,
        program: PROGRAM.to_owned(),
        uuid: assessment.identity.to_string(),
        sample: assessment.sample.clone(),
        instrument: InstrumentEntry {
            id: assessment.instrument.id.to_string(),
            version: assessment.instrument.version,
        },
        call: CallEntry {
            id: assessment.call.id.clone(),
            title: assessment.call.title.clone(),
            note_verbale_number: assessment.call.note_verbale_number.clone(),
            note_verbale_date: text(assessment.call.note_verbale_date),
            due: text(assessment.call.due),
            address: assessment.call.address.clone(),
        },
        profile: profile(&assessment.profile),
        answers: assessment.answers.iter().map(answer).collect(),
        actions: assessment
            .actions
            .iter()
            .map(|(id, planned)| action(&id.to_string(), planned))
            .collect(),
        loans: assessment.loans.iter().map(loan).collect(),
        disputes: assessment.disputes.iter().map(dispute).collect(),
        previous: assessment.previous.as_ref().map(previous),
        sent: assessment.sent.iter().map(sent).collect(),
        trail_folded: assessment.trail.folded(),
        trail: assessment.trail.entries().map(trail_line).collect(),
    }
}

fn text<T: Display>(value: Option<T>) -> Option<String> {
    value.map(|value| value.to_string())
}

fn tokens<T: Display>(values: &BTreeSet<T>) -> Vec<String> {
    values.iter().map(ToString::to_string).collect()
}

fn profile(profile: &Profile) -> ProfileEntry {
    ProfileEntry {
        state: profile.state.to_string(),
        institution: profile.institution.clone(),
        focal_point: contact(&profile.focal_point),
        deputy: contact(&profile.deputy),
        contributors: profile
            .contributors
            .iter()
            .map(|each| ContributorEntry {
                name: each.name.clone(),
                body: each.body.clone(),
            })
            .collect(),
        period: profile.period.clone(),
        reply_language: profile.reply_language.clone(),
        levels: level_tokens(profile.levels),
    }
}

fn level_tokens(levels: Levels) -> Vec<String> {
    levels.iter().map(|level| level.to_string()).collect()
}

fn contact(contact: &Contact) -> ContactEntry {
    ContactEntry {
        name: contact.name.clone(),
        title: contact.title.clone(),
        email: contact.email.clone(),
        telephone: contact.telephone.clone(),
    }
}

fn answer((id, answer): (&QuestionId, &Answer)) -> AnswerEntry {
    AnswerEntry {
        id: id.to_string(),
        revision: answer.revision,
        cells: answer.cells.iter().map(cell).collect(),
        texts: texts(&answer.texts),
        choice: text(answer.choice.as_ref()),
        items: answer
            .items
            .iter()
            .map(|(id, value)| item(*id, value))
            .collect(),
        assistance: assistance(&answer.assistance),
        evidence: answer
            .evidence
            .iter()
            .map(|(id, value)| evidence(*id, value))
            .collect(),
        flag: answer.flag,
        cleared: answer.cleared.as_ref().map(stamp),
        stamps: answer
            .stamps
            .iter()
            .map(|(field, by)| FieldStampEntry {
                field: field_name(field),
                stamp: stamp(by),
            })
            .collect(),
    }
}

fn cell((level, cell): (&Level, &Cell)) -> CellEntry {
    CellEntry {
        level: level.to_string(),
        standing: text(cell.standing),
        application: text(cell.application),
        units: cell.units.map(|units| (units.having(), units.all())),
        note: cell.note.clone(),
    }
}

fn texts(texts: &BTreeMap<TextField, String>) -> Vec<TextEntry> {
    texts
        .iter()
        .map(|(field, text)| TextEntry {
            field: field.to_string(),
            text: text.clone(),
        })
        .collect()
}

pub(super) fn item(id: ItemId, item: &ListItem) -> ItemEntry {
    ItemEntry {
        id: id.to_string(),
        name: item.name.clone(),
        kind: text(item.kind.as_ref()),
        level: text(item.level),
        language: item.language.clone(),
        year: item.year,
        address: item.address.clone(),
        remark_public: item.public_remark.clone(),
    }
}

fn assistance(assistance: &Assistance) -> Vec<AssistanceEntry> {
    let all_areas = (assistance.all_areas != AssistanceRow::default())
        .then_some((ALL_AREAS, &assistance.all_areas));
    let rows = assistance
        .rows
        .iter()
        .map(|(area, row)| (area.as_str(), row));
    all_areas
        .into_iter()
        .chain(rows)
        .map(|(area, row)| AssistanceEntry {
            area: area.to_owned(),
            need: side(&row.need),
            offer: side(&row.offer),
        })
        .collect()
}

fn side(side: &AssistanceSide) -> Option<SideEntry> {
    (*side != AssistanceSide::default()).then(|| SideEntry {
        extent: text(side.extent),
        kinds: tokens(&side.kinds),
        reason: side.reason.clone(),
    })
}

pub(super) fn evidence(id: EvidenceId, evidence: &Evidence) -> EvidenceEntry {
    EvidenceEntry {
        id: id.to_string(),
        title: evidence.title.clone(),
        kind: text(evidence.kind.as_ref()),
        body: evidence.body.clone(),
        year: evidence.year,
        language: evidence.language.clone(),
        pages: evidence.pages.clone(),
        address: evidence.address.clone(),
        file_name: evidence.file_name.clone(),
        sha256: evidence.sha256.clone(),
        levels: tokens(&evidence.levels),
    }
}

fn stamp(stamp: &Stamp) -> StampEntry {
    StampEntry {
        who: stamp.who.clone(),
        body: stamp.body.clone(),
        when: stamp.when.to_string(),
    }
}

pub(super) fn action(id: &str, action: &PlannedAction) -> ActionEntry {
    ActionEntry {
        id: id.to_owned(),
        what: action.what.clone(),
        who: action.who.clone(),
        by: text(action.by),
        area: text(action.area.as_ref()),
        gaps: action
            .gaps
            .iter()
            .map(|(id, level)| GapEntry {
                id: id.to_string(),
                level: level.to_string(),
            })
            .collect(),
    }
}

fn loan(loan: &Loan) -> LoanEntry {
    LoanEntry {
        part: loan.part.to_string(),
        to: loan.to.clone(),
        due: text(loan.due),
        questions: loan
            .base
            .iter()
            .map(|(id, values)| LentEntry {
                id: id.to_string(),
                base: values.iter().map(value).collect(),
            })
            .collect(),
    }
}

fn value(value: &FieldValue) -> ValueEntry {
    let mut entry = ValueEntry {
        field: field_name(&value.field()),
        ..ValueEntry::default()
    };
    match value {
        FieldValue::Standing(_, standing) => entry.token = text(*standing),
        FieldValue::Application(_, application) => entry.token = text(*application),
        FieldValue::Units(_, units) => {
            entry.units = units.map(|units| (units.having(), units.all()));
        }
        FieldValue::Note(_, note) | FieldValue::Text(_, note) => {
            entry.text = (!note.is_empty()).then(|| note.clone());
        }
        FieldValue::Choice(option) => entry.token = text(option.as_ref()),
        FieldValue::Item(id, value) => entry.item = value.as_ref().map(|value| item(*id, value)),
        FieldValue::Evidence(id, value) => {
            entry.evidence = value.as_ref().map(|value| evidence(*id, value));
        }
        FieldValue::Assistance(_, _, value) => entry.side = side(value),
        FieldValue::Flag(flag) => entry.token = flag.then(|| "flag".to_owned()),
    }
    entry
}

fn dispute(dispute: &Dispute) -> DisputeEntry {
    DisputeEntry {
        id: dispute.question.to_string(),
        field: field_name(&dispute.field),
        values: dispute
            .values
            .iter()
            .map(|each| DisputedEntry {
                whose: each.whose.clone(),
                value: value(&each.value),
            })
            .collect(),
        decision: dispute.decision.as_ref().map(|decision| DecisionEntry {
            value: value(&decision.value),
            stamp: stamp(&decision.stamp),
        }),
    }
}

fn previous(previous: &Previous) -> PreviousEntry {
    PreviousEntry {
        call: previous.call.clone(),
        date: text(previous.date),
        version: (previous.version != 1).then_some(previous.version),
        levels: if previous.levels == Levels::default() {
            Vec::new()
        } else {
            level_tokens(previous.levels)
        },
        answers: previous.answers.iter().map(carried).collect(),
    }
}

fn carried((id, answer): (&QuestionId, &CarriedAnswer)) -> CarriedEntry {
    CarriedEntry {
        id: id.to_string(),
        revision: answer.revision,
        standings: answer
            .standings
            .iter()
            .map(|(level, standing)| StandingEntry {
                level: level.to_string(),
                standing: standing.to_string(),
            })
            .collect(),
        texts: texts(&answer.texts),
    }
}

fn sent(sent: &Sent) -> SentEntry {
    SentEntry {
        revision: sent.revision,
        digest: sent.digest.clone(),
        when: sent.when.to_string(),
        released_by: stamp(&sent.released_by),
        title: sent.title.clone(),
        reference: sent.reference.clone(),
    }
}

fn trail_line(entry: &TrailEntry) -> TrailLine {
    TrailLine {
        stamp: stamp(&entry.stamp),
        id: text(entry.question.as_ref()),
        field: entry.field.as_ref().map(field_name),
        value: entry.value.clone(),
    }
}
