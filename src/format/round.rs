//! The round's file, `NAME.round.ron`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::assessment::PROGRAM;
use super::document::{options, parse_document};
use super::faults::Faults;
use super::kind::text_of;
use super::submission::parse_hex;
use super::{Diagnostic, DocumentKind};
use crate::domain::{QuestionId, Quotation, Round, RoundDecision, StateCode, TextField};

/// The newest format of the round's file that this program knows, and the one it writes.
const FORMAT: u32 = 1;

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename = "Round", deny_unknown_fields)]
struct RoundFile {
    format: u32,
    program: String,
    call: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    closing: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    invited: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    received: Vec<ReceivedEntry>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    decisions: Vec<DecisionEntry>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    quotations: Vec<QuotationEntry>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    text: String,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename = "Received", deny_unknown_fields)]
struct ReceivedEntry {
    digest: String,
    date: String,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename = "Decision", deny_unknown_fields)]
struct DecisionEntry {
    state: String,
    digest: String,
    reason: String,
    date: String,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename = "Quotation", deny_unknown_fields)]
struct QuotationEntry {
    state: String,
    id: String,
    field: String,
    text: String,
}

/// Writes a round as its file.
pub fn write_round(round: &Round) -> Result<String, ron::Error> {
    let received = round.received.iter().map(|(digest, date)| ReceivedEntry {
        digest: digest.clone(),
        date: date.to_string(),
    });
    let decisions = round.decisions.iter().map(|(state, each)| DecisionEntry {
        state: state.to_string(),
        digest: each.digest.clone(),
        reason: each.reason.clone(),
        date: each.date.to_string(),
    });
    let quotations = round.quotations.iter().map(|each| QuotationEntry {
        state: each.state.to_string(),
        id: each.question.to_string(),
        field: each.field.to_string(),
        text: each.text.clone(),
    });
    let file = RoundFile {
        format: FORMAT,
        program: PROGRAM.to_owned(),
        call: round.call.clone(),
        closing: round.closing.map(|date| date.to_string()),
        invited: round.invited.iter().map(ToString::to_string).collect(),
        received: received.collect(),
        decisions: decisions.collect(),
        quotations: quotations.collect(),
        text: round.text.clone(),
    };
    let layout = ron::ser::PrettyConfig::new()
        .struct_names(true)
        .depth_limit(2)
        .indentor("  ")
        .new_line("\n");
    let mut text = options().to_string_pretty(&file, layout)?;
    text.push('\n');
    Ok(text)
}

/// Reads a round's file, and reports everything that is wrong with it at once.
pub fn read_round(bytes: &[u8], name: &str) -> Result<Round, Vec<Diagnostic>> {
    let file: RoundFile = text_of(bytes, name, DocumentKind::Round)
        .and_then(|text| parse_document(name, text, FORMAT))
        .map_err(|fault| vec![fault])?;
    let mut faults = Faults::new(name);
    let round = from_file(file, &mut faults);
    faults.finish(Some(round))
}

fn from_file(file: RoundFile, faults: &mut Faults<'_>) -> Round {
    let mut round = Round {
        call: file.call,
        closing: faults.date("closing", file.closing),
        text: file.text,
        ..Round::default()
    };
    for code in &file.invited {
        round
            .invited
            .extend(faults.take("invited", StateCode::parse(code)));
    }
    for entry in file.received {
        let at = format!("received {}", entry.digest);
        let date = faults.date(&at, Some(entry.date));
        let digest = digest(&at, entry.digest, faults);
        if let Some((digest, date)) = digest.zip(date) {
            once(&mut round.received, digest, date, &at, faults);
        }
    }
    for entry in file.decisions {
        let at = format!("decision {}", entry.state);
        let state = faults.take(&at, StateCode::parse(&entry.state));
        let date = faults.date(&at, Some(entry.date));
        let digest = digest(&at, entry.digest, faults);
        if let (Some(state), Some(date), Some(digest)) = (state, date, digest) {
            let decision = RoundDecision {
                digest,
                reason: entry.reason,
                date,
            };
            once(&mut round.decisions, state, decision, &at, faults);
        }
    }
    for entry in file.quotations {
        let at = format!("quotation {}, {}", entry.state, entry.id);
        let state = faults.take(&at, StateCode::parse(&entry.state));
        let question = faults.take(&at, QuestionId::parse(&entry.id));
        let field = faults.take(&at, TextField::parse(&entry.field));
        if let (Some(state), Some(question), Some(field)) = (state, question, field) {
            round.quotations.push(Quotation {
                state,
                question,
                field,
                text: entry.text,
            });
        }
    }
    round
}

fn digest(at: &str, text: String, faults: &mut Faults<'_>) -> Option<String> {
    let fault = "the digest is not 64 lower-case hexadecimal digits";
    let is_one = parse_hex(text.as_bytes()).is_some();
    faults.take(at, is_one.then_some(text).ok_or(fault))
}

fn once<Key: Ord, Value>(
    map: &mut BTreeMap<Key, Value>,
    key: Key,
    value: Value,
    at: &str,
    faults: &mut Faults<'_>,
) {
    if map.insert(key, value).is_some() {
        faults.add(at, "stands more than once; keep one of the two");
    }
}
