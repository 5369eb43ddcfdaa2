//! From a submission to the types of its file. Every value is taken apart field by field, so that a
//! field added to the domain does not compile here until somebody decides whether it leaves.

use std::collections::BTreeSet;
use std::fmt::Display;

use super::file::{AnswerEntry, ReleaseEntry, SubmissionFile};
use super::{ABOUT, SUBMISSION_FORMAT};
use crate::domain::{
    Assistance, AssistanceRow, AssistanceSide, Call, Cell, Contact, Contributor, Evidence,
    EvidenceId, InstrumentReference, ItemId, Level, ListItem, Profile, QuestionId, Release,
    Submission, SubmittedAnswer,
};
use crate::format::document::PROGRAM;
use crate::format::field_name::ALL_AREAS;
use crate::format::record::{
    AssistanceEntry, CallEntry, CellEntry, ContactEntry, ContributorEntry, EvidenceEntry,
    InstrumentEntry, ItemEntry, ProfileEntry, SideEntry, TextEntry,
};

/// The file of a submission, without its seal.
pub fn to_file(submission: &Submission) -> SubmissionFile {
    let Submission {
        identity,
        revision,
        sample,
        instrument: InstrumentReference { id, version },
        call,
        profile,
        release,
        answers,
    } = submission;
    SubmissionFile {
        format: SUBMISSION_FORMAT,
        program: PROGRAM.to_owned(),
        about: ABOUT.to_owned(),
        uuid: identity.to_string(),
        revision: *revision,
        sample: sample.clone(),
        instrument: InstrumentEntry {
            id: id.to_string(),
            version: *version,
        },
        call: call_entry(call),
        profile: profile_entry(profile),
        release: release_entry(release),
        answers: answers.iter().map(answer).collect(),
    }
}

fn text<T: Display>(value: Option<T>) -> Option<String> {
    value.map(|value| value.to_string())
}

fn tokens<T: Display>(values: &BTreeSet<T>) -> Vec<String> {
    values.iter().map(ToString::to_string).collect()
}

fn call_entry(call: &Call) -> CallEntry {
    let Call {
        id,
        title,
        note_verbale_number,
        note_verbale_date,
        due,
        address,
    } = call;
    CallEntry {
        id: id.clone(),
        title: title.clone(),
        note_verbale_number: note_verbale_number.clone(),
        note_verbale_date: text(*note_verbale_date),
        due: text(*due),
        address: address.clone(),
    }
}

fn profile_entry(profile: &Profile) -> ProfileEntry {
    let Profile {
        state,
        institution,
        focal_point,
        deputy,
        contributors,
        period,
        reply_language,
        levels,
    } = profile;
    let contributor = |Contributor { name, body }: &Contributor| ContributorEntry {
        name: name.clone(),
        body: body.clone(),
    };
    ProfileEntry {
        state: state.to_string(),
        institution: institution.clone(),
        focal_point: contact(focal_point),
        deputy: contact(deputy),
        contributors: contributors.iter().map(contributor).collect(),
        period: period.clone(),
        reply_language: reply_language.clone(),
        levels: levels.iter().map(|level| level.to_string()).collect(),
    }
}

fn contact(contact: &Contact) -> ContactEntry {
    let Contact {
        name,
        title,
        email,
        telephone,
    } = contact;
    ContactEntry {
        name: name.clone(),
        title: title.clone(),
        email: email.clone(),
        telephone: telephone.clone(),
    }
}

fn release_entry(release: &Release) -> ReleaseEntry {
    let Release {
        name,
        title,
        body,
        date,
        reference,
    } = release;
    ReleaseEntry {
        name: name.clone(),
        title: title.clone(),
        body: body.clone(),
        date: date.to_string(),
        reference: reference.clone(),
    }
}

fn answer((id, answer): (&QuestionId, &SubmittedAnswer)) -> AnswerEntry {
    let SubmittedAnswer {
        revision,
        cells,
        texts,
        choice,
        items,
        assistance,
        evidence,
    } = answer;
    // Once more, since a submission could also be put together by hand.
    let texts = texts.iter().filter(|(field, _)| !field.is_internal());
    AnswerEntry {
        id: id.to_string(),
        revision: *revision,
        cells: cells.iter().map(cell).collect(),
        texts: texts
            .map(|(field, text)| TextEntry {
                field: field.to_string(),
                text: text.clone(),
            })
            .collect(),
        choice: text(choice.as_ref()),
        items: items.iter().map(|(id, value)| item(*id, value)).collect(),
        assistance: sheet(assistance),
        evidence: evidence
            .iter()
            .map(|(id, value)| piece(*id, value))
            .collect(),
    }
}

fn cell((level, cell): (&Level, &Cell)) -> CellEntry {
    let Cell {
        standing,
        application,
        units,
        note,
    } = cell;
    CellEntry {
        level: level.to_string(),
        standing: text(*standing),
        application: text(*application),
        units: units.map(|units| (units.having(), units.all())),
        note: note.clone(),
    }
}

fn item(id: ItemId, item: &ListItem) -> ItemEntry {
    let ListItem {
        name,
        kind,
        level,
        language,
        year,
        address,
        public_remark,
    } = item;
    ItemEntry {
        id: id.to_string(),
        name: name.clone(),
        kind: text(kind.as_ref()),
        level: text(*level),
        language: language.clone(),
        year: *year,
        address: address.clone(),
        remark_public: public_remark.clone(),
    }
}

fn sheet(assistance: &Assistance) -> Vec<AssistanceEntry> {
    let Assistance { all_areas, rows } = assistance;
    let all_areas = (*all_areas != AssistanceRow::default()).then_some((ALL_AREAS, all_areas));
    let rows = rows.iter().map(|(area, row)| (area.as_str(), row));
    let entry = |(area, AssistanceRow { need, offer }): (&str, &AssistanceRow)| AssistanceEntry {
        area: area.to_owned(),
        need: side(need),
        offer: side(offer),
    };
    all_areas.into_iter().chain(rows).map(entry).collect()
}

fn side(side: &AssistanceSide) -> Option<SideEntry> {
    let AssistanceSide {
        extent,
        kinds,
        reason,
    } = side;
    (*side != AssistanceSide::default()).then(|| SideEntry {
        extent: text(*extent),
        kinds: tokens(kinds),
        reason: reason.clone(),
    })
}

fn piece(id: EvidenceId, evidence: &Evidence) -> EvidenceEntry {
    let Evidence {
        kind,
        title,
        body,
        year,
        language,
        pages,
        address,
        file_name,
        sha256,
        levels,
    } = evidence;
    EvidenceEntry {
        id: id.to_string(),
        title: title.clone(),
        kind: text(kind.as_ref()),
        body: body.clone(),
        year: *year,
        language: language.clone(),
        pages: pages.clone(),
        address: address.clone(),
        file_name: file_name.clone(),
        sha256: sha256.clone(),
        levels: tokens(levels),
    }
}
