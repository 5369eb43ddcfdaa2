//! From the types of a submission's file to the submission, finding every fault at once.

use super::file::{AnswerEntry, ReleaseEntry, SubmissionFile};
use crate::domain::{
    InstrumentId, InstrumentReference, Message, OptionId, Release, Submission, SubmittedAnswer,
};
use crate::format::faults::Faults;
use crate::format::record::{
    assistance, by_id, call, cells, evidence, item, profile, texts, without_doubles,
};

/// The submission of a file. A value that could not be read leaves a stand-in behind, which nobody
/// sees: with any fault there is no submission.
pub fn from_file(entry: SubmissionFile, faults: &mut Faults<'_>) -> Option<Submission> {
    let at = &Message::new("at-head");
    let identity = faults.uuid(at, &entry.uuid);
    let instrument = faults.take(at, InstrumentId::parse(&entry.instrument.id));
    if entry.revision == 0 {
        faults.add(at, &Message::new("file-revision-0"));
    }
    let call = call(entry.call, faults);
    let profile = profile(entry.profile, faults);
    let release = release(entry.release, faults);
    let answers = by_id(
        "at-answer",
        entry.answers,
        faults,
        |entry: &AnswerEntry| &entry.id,
        answer,
    );
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

fn release(entry: ReleaseEntry, faults: &mut Faults<'_>) -> Option<Release> {
    let date = faults.date(&Message::new("at-release"), Some(entry.date));
    Some(Release {
        name: entry.name,
        title: entry.title,
        body: entry.body,
        date: date?,
        reference: entry.reference,
    })
}

fn answer(entry: AnswerEntry, at: &Message, faults: &mut Faults<'_>) -> SubmittedAnswer {
    let texts = texts(entry.texts, at, faults);
    for field in texts.keys().filter(|field| field.is_internal()) {
        let fault = Message::new("file-never-sent").text("field", field.token());
        faults.add(at, &fault);
    }
    SubmittedAnswer {
        texts,
        revision: entry.revision,
        cells: cells(entry.cells, at, faults),
        choice: faults.optional(at, entry.choice, OptionId::parse),
        items: without_doubles(at, entry.items, faults, item),
        assistance: assistance(entry.assistance, at, faults),
        evidence: without_doubles(at, entry.evidence, faults, evidence),
    }
}
