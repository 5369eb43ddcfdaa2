//! What the commands print as JSON. Ids and tokens are those of the files; lists stand in the
//! instrument's order.

use std::io::{self, Write};

use serde_json::{Map, Value, json};

use crate::analysis::{self, Comparison, Coverage, Finding, Fraction, Gap, Group, Profile};
use crate::app::examine::Examined;
use crate::domain::{
    Answer, Application, Assessment, AssistanceSide, Extent, Instrument, KindId, Level, ListItem,
    QuestionId, Standing, TextField,
};
use crate::words::Words;

/// The word for a standing; `not_answered` where there is none.
pub fn standing_token(standing: Option<Standing>) -> &'static str {
    standing.map_or("not_answered", Standing::token)
}

/// Writes a value, indented, with a line feed at its end.
pub fn write(value: &Value, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, value)?;
    writeln!(out)
}

/// `guidepost instrument show --json`
pub fn instrument(instrument: &Instrument) -> Value {
    let questions: Vec<Value> = instrument
        .questions()
        .iter()
        .map(|question| {
            let principles = question.principles.iter().map(|served| served.principle);
            json!({
                "id": question.id.as_str(),
                "revision": question.revision,
                "section": question.section.as_str(),
                "kind": question.kind.token(),
                "paragraphs": texts(&question.paragraphs),
                "levels": texts(&question.levels),
                "principles": principles.collect::<Vec<_>>(),
                "area": question.area.as_ref().map(ToString::to_string),
                "origin": question.origin.token(),
            })
        })
        .collect();
    json!({
        "sections": texts(instrument.sections().iter().map(|section| &section.id)),
        "questions": questions,
        "areas": texts(instrument.areas().iter().map(|area| &area.id)),
    })
}

/// `guidepost show --json`
pub fn show(instrument: &Instrument, assessment: &Assessment) -> Value {
    let progress = analysis::progress(instrument, assessment);
    let answered: Vec<(&QuestionId, &Answer)> = instrument
        .questions()
        .iter()
        .filter_map(|question| assessment.answers.get_key_value(&question.id))
        .chain(assessment.unknown_answers(instrument))
        .collect();
    let each = |entries: fn(&QuestionId, &Answer) -> Vec<Value>| -> Vec<Value> {
        answered
            .iter()
            .flat_map(|(id, answer)| entries(id, answer))
            .collect()
    };
    let cleared = answered
        .iter()
        .filter(|(_, answer)| answer.cleared.is_some());
    json!({
        "state": assessment.profile.state.as_str(),
        "instrument": assessment.instrument.id.as_str(),
        "sample": assessment.sample,
        "levels": texts(assessment.profile.levels.iter()),
        "progress": { "done": progress.done, "all": progress.all },
        "answers": each(cells),
        "texts": each(answer_texts),
        "choices": each(choices),
        "lists": each(lists),
        "assistance": assistance(instrument, assessment),
        "evidence": each(evidence),
        "cleared": texts(cleared.map(|(id, _)| id)),
    })
}

fn cells(id: &QuestionId, answer: &Answer) -> Vec<Value> {
    let cells = answer.cells.iter().map(|(level, cell)| {
        json!({
            "id": id.as_str(),
            "level": level.token(),
            "standing": standing_token(cell.standing),
            "application": cell.application.map(Application::token),
            "units": cell.units.map(|units| [units.having(), units.all()]),
        })
    });
    cells.collect()
}

fn answer_texts(id: &QuestionId, answer: &Answer) -> Vec<Value> {
    // The words beside an option stand with it.
    let texts = answer
        .texts
        .iter()
        .filter(|(field, _)| **field != TextField::Choice || answer.choice.is_none());
    let mut values: Vec<Value> = texts
        .map(|(field, text)| json!({ "id": id.as_str(), "field": field.token(), "text": text }))
        .collect();
    for (level, cell) in answer
        .cells
        .iter()
        .filter(|(_, cell)| !cell.note.is_empty())
    {
        let field = format!("note.{level}");
        values.push(json!({ "id": id.as_str(), "field": field, "text": cell.note }));
    }
    values
}

fn choices(id: &QuestionId, answer: &Answer) -> Vec<Value> {
    let option = answer.choice.iter();
    let choice = option.map(|option| {
        json!({
            "id": id.as_str(),
            "option": option.as_str(),
            "text": answer.text(TextField::Choice),
        })
    });
    choice.collect()
}

fn lists(id: &QuestionId, answer: &Answer) -> Vec<Value> {
    if answer.items.is_empty() {
        return Vec::new();
    }
    let items: Vec<Value> = answer
        .items
        .iter()
        .map(|(_, item)| list_item(item))
        .collect();
    vec![json!({ "id": id.as_str(), "items": items })]
}

pub(super) fn list_item(item: &ListItem) -> Value {
    json!({
        "name": item.name,
        "kind": item.kind.as_ref().map(KindId::as_str),
        "level": item.level.map(Level::token),
        "language": item.language,
        "year": item.year,
        "address": item.address,
        "remark_public": item.public_remark,
    })
}

fn assistance(instrument: &Instrument, assessment: &Assessment) -> Value {
    let mut sheet = Map::new();
    let answer = assessment
        .answers
        .values()
        .find(|answer| answer.assistance != crate::domain::Assistance::default());
    let assistance = answer
        .map(|answer| answer.assistance.clone())
        .unwrap_or_default();
    let extent = |side: &AssistanceSide| side.extent.map(Extent::token);
    sheet.insert(
        "all_areas_need".to_owned(),
        json!(extent(&assistance.all_areas.need)),
    );
    sheet.insert(
        "all_areas_offer".to_owned(),
        json!(extent(&assistance.all_areas.offer)),
    );
    let rows: Vec<Value> = instrument
        .areas()
        .iter()
        .filter_map(|area| assistance.rows.get_key_value(&area.id))
        .map(|(area, row)| {
            json!({
                "area": area.as_str(),
                "need": extent(&row.need),
                "offer": extent(&row.offer),
                "need_kinds": texts(&row.need.kinds),
                "need_reason": row.need.reason,
                "offer_kinds": texts(&row.offer.kinds),
                "offer_reason": row.offer.reason,
            })
        })
        .collect();
    sheet.insert("rows".to_owned(), Value::Array(rows));
    Value::Object(sheet)
}

fn evidence(id: &QuestionId, answer: &Answer) -> Vec<Value> {
    let pieces = answer.evidence.iter().map(|(key, piece)| {
        json!({
            "id": id.as_str(),
            "evidence": key.0.to_string(),
            "title": piece.title,
            "kind": piece.kind.as_ref().map(KindId::as_str),
            "body": piece.body,
            "year": piece.year,
            "language": piece.language,
            "pages": piece.pages,
            "address": piece.address,
            "file_name": piece.file_name,
            "sha256": piece.sha256,
            "levels": texts(&piece.levels),
        })
    });
    pieces.collect()
}

/// `guidepost coverage --json`
pub fn coverage(coverage: &Coverage) -> Value {
    let principles: Vec<Value> = coverage.principles.iter().map(profile).collect();
    let sections: Vec<Value> = coverage.sections.iter().map(profile).collect();
    json!({ "principles": principles, "sections": sections })
}

fn profile(profile: &Profile) -> Value {
    let tally = &profile.tally;
    let mut entry = Map::new();
    match &profile.group {
        Group::Principle(number) => entry.insert("paragraph".to_owned(), json!(number)),
        Group::Section(id) => entry.insert("section".to_owned(), json!(id.as_str())),
    };
    let applied = tally.applied;
    let percent = profile.percent();
    let rest = json!({
        "level": profile.level.token(),
        "shows": profile.shows.token(),
        "coverage": tally.coverage().map(fraction),
        "low": tally.low().map(fraction),
        "high": tally.high().map(fraction),
        "percent": percent.map(|percent| json!([percent.coverage, percent.low, percent.high])),
        "yes": tally.yes,
        "in_part": tally.in_part,
        "no": tally.no,
        "not_applicable": tally.not_applicable,
        "not_known": tally.not_known,
        "not_answered": tally.not_answered,
        "counting": tally.counting(),
        "decided": tally.decided(),
        "applied": [applied.applied, applied.partly, applied.not_yet, applied.not_said],
        "evidenced": tally.evidenced,
    });
    if let Value::Object(rest) = rest {
        entry.extend(rest);
    }
    Value::Object(entry)
}

fn fraction(fraction: Fraction) -> [u32; 2] {
    [fraction.numerator, fraction.denominator]
}

/// `guidepost gaps --json`
pub fn gaps(gaps: &[&Gap]) -> Value {
    let gaps: Vec<Value> = gaps
        .iter()
        .map(|gap| {
            json!({
                "id": gap.question.as_str(),
                "level": gap.level.token(),
                "standing": standing_token(gap.standing),
                "principles": gap.principles,
            })
        })
        .collect();
    json!({ "gaps": gaps })
}

/// `guidepost compare --json`
pub fn comparison(comparison: &Comparison) -> Value {
    let moved: Vec<Value> = comparison
        .moved
        .iter()
        .map(|cell| {
            json!({
                "id": cell.question.as_str(),
                "level": cell.level.token(),
                "before": standing_token(cell.before),
                "after": standing_token(cell.after),
            })
        })
        .collect();
    json!({
        "moved": moved,
        "revised": texts(&comparison.revised),
        "added": texts(&comparison.added),
    })
}

/// `guidepost check --json`
pub fn findings(findings: &[Finding], words: &Words) -> Value {
    let findings: Vec<Value> = findings
        .iter()
        .map(|finding| {
            json!({
                "check": finding.check.token(),
                "id": finding.question.as_ref().map(QuestionId::as_str),
                "level": finding.level.map(Level::token),
                "blocks": finding.blocks,
                "text": words.explain(finding),
            })
        })
        .collect();
    json!({ "findings": findings })
}

/// What `guidepost verify --json` says of a file.
pub fn verdict(found: &Examined, text: &str) -> Value {
    let intact = found.intact();
    json!({
        "path": found.path.display().to_string(),
        "intact": intact.is_some(),
        "kind": found.kind.token(),
        "state": found.state().map(|state| state.to_string()),
        "revision": found.reply.as_ref().map(|reply| reply.revision),
        "code": intact.map(|intact| intact.seal.code()),
        "documents": intact.map(|intact| intact.documents.as_slice()).unwrap_or_default(),
        "text": text,
    })
}

fn texts<T: ToString>(values: impl IntoIterator<Item = T>) -> Vec<String> {
    values.into_iter().map(|value| value.to_string()).collect()
}
