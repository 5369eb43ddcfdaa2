//! The instrument as `guidepost instrument show --json` prints it.

use serde_json::{Value, json};

use crate::domain::{AreaId, Instrument, Question};

/// The sections, questions and areas of the instrument, by their ids.
#[must_use]
pub fn instrument_json(instrument: &Instrument) -> Value {
    let sections: Vec<_> = instrument
        .sections()
        .iter()
        .map(|section| section.id.as_str())
        .collect();
    let questions: Vec<_> = instrument.questions().iter().map(question_json).collect();
    let areas: Vec<_> = instrument
        .areas()
        .iter()
        .map(|area| area.id.as_str())
        .collect();
    json!({ "sections": sections, "questions": questions, "areas": areas })
}

fn question_json(question: &Question) -> Value {
    let paragraphs: Vec<_> = question
        .paragraphs
        .iter()
        .map(ToString::to_string)
        .collect();
    let levels: Vec<_> = question.levels.iter().map(|level| level.token()).collect();
    let principles: Vec<_> = question
        .principles
        .iter()
        .map(|served| served.principle)
        .collect();
    json!({
        "id": question.id.as_str(),
        "revision": question.revision,
        "section": question.section.as_str(),
        "kind": question.kind.token(),
        "paragraphs": paragraphs,
        "levels": levels,
        "principles": principles,
        "area": question.area.as_ref().map(AreaId::as_str),
        "origin": question.origin.token(),
    })
}
