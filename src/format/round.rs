//! The round's file, `NAME.round.ron`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::document::{PROGRAM, parse_document, write_document};
use super::faults::Faults;
use super::field_name::{field_name, parse_field};
use super::hex::parse_hex;
use super::kind::text_of;
use super::{Diagnostic, FileKind};
use crate::domain::{
    Attribution, Message, QuestionId, Quotation, Round, RoundDecision, RoundFault, SectionId,
    StateCode, States,
};

/// The newest format of the round's file that this program knows, and the one it writes.
pub const ROUND_FORMAT: u32 = 1;

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
    sources: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    received: Vec<ReceivedEntry>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    decisions: Vec<DecisionEntry>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    quotations: Vec<QuotationEntry>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    texts: Vec<TextEntry>,
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
    attribution: String,
    text: String,
}

/// What the analyst writes; without a section, before all of them.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename = "Text", deny_unknown_fields)]
struct TextEntry {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    section: Option<String>,
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
        field: field_name(&each.field),
        attribution: each.attribution.to_string(),
        text: each.text.clone(),
    });
    let texts = round.texts.iter().map(|(section, text)| TextEntry {
        section: section.as_ref().map(ToString::to_string),
        text: text.clone(),
    });
    let file = RoundFile {
        format: ROUND_FORMAT,
        program: PROGRAM.to_owned(),
        call: round.call.clone(),
        closing: round.closing.map(|date| date.to_string()),
        invited: round.invited.iter().map(ToString::to_string).collect(),
        sources: round.sources.iter().cloned().collect(),
        received: received.collect(),
        decisions: decisions.collect(),
        quotations: quotations.collect(),
        texts: texts.collect(),
    };
    write_document(&file, 2)
}

/// Reads a round's file, and reports everything that is wrong with it at once. Who is invited must
/// be among these States, or the response of the groups would not add up to that of all.
pub fn read_round(bytes: &[u8], name: &str, states: &States) -> Result<Round, Vec<Diagnostic>> {
    let file: RoundFile = text_of(bytes, name, FileKind::Round)
        .and_then(|text| parse_document(name, text, ROUND_FORMAT))
        .map_err(|fault| vec![fault])?;
    let mut faults = Faults::new(name);
    let round = from_file(file, &mut faults);
    let strangers = round.invited.iter();
    for stranger in strangers.filter(|state| states.get(**state).is_none()) {
        let fault = Message::new("file-no-member-state").text("state", stranger.as_str());
        faults.add(&Message::new("at-invited"), &fault);
    }
    faults.finish(Some(round))
}

fn from_file(file: RoundFile, faults: &mut Faults<'_>) -> Round {
    let invited = file.invited.iter();
    let at = Message::new("at-invited");
    let invited = invited.filter_map(|code| faults.take(&at, StateCode::parse(code)));
    let mut round = Round {
        invited: invited.collect(),
        closing: faults.date(&Message::new("at-closing"), file.closing),
        call: file.call,
        sources: file.sources.into_iter().collect(),
        ..Round::default()
    };
    for entry in file.received {
        let at = Message::new("at-received").text("id", &entry.digest);
        if let Some(date) = faults.date(&at, Some(entry.date)) {
            let is_digest = parse_hex(entry.digest.as_bytes()).is_some();
            if !is_digest {
                faults.add(&at, &RoundFault::NotADigest(entry.digest.clone()));
            }
            once(&mut round.received, entry.digest, date, &at, faults);
        }
    }
    for entry in file.decisions {
        let at = Message::new("at-decision").text("id", &entry.state);
        if let Some((state, decision)) = decision(entry, &at, faults) {
            once(&mut round.decisions, state, decision, &at, faults);
        }
    }
    for entry in file.quotations {
        let at = Message::new("at-quotation")
            .text("state", &entry.state)
            .text("id", &entry.id);
        let read = quotation(entry, &at, faults);
        if read.is_some_and(|quotation| !round.quotations.insert(quotation)) {
            faults.add(&at, &Message::new("twice-same"));
        }
    }
    for entry in file.texts {
        let section = entry.section.as_deref().unwrap_or_default();
        let at = Message::new("at-text").text("id", section);
        let section = faults.optional(&at, entry.section, SectionId::parse);
        once(&mut round.texts, section, entry.text, &at, faults);
    }
    round
}

fn decision(
    entry: DecisionEntry,
    at: &Message,
    faults: &mut Faults<'_>,
) -> Option<(StateCode, RoundDecision)> {
    let state = faults.take(at, StateCode::parse(&entry.state));
    let decision = RoundDecision {
        date: faults.date(at, Some(entry.date))?,
        digest: entry.digest,
        reason: entry.reason,
    };
    faults.take(at, decision.check())?;
    Some((state?, decision))
}

fn quotation(entry: QuotationEntry, at: &Message, faults: &mut Faults<'_>) -> Option<Quotation> {
    let state = faults.take(at, StateCode::parse(&entry.state));
    let question = faults.take(at, QuestionId::parse(&entry.id));
    let field = faults.take(at, parse_field(&entry.field));
    let attribution = faults.take(at, Attribution::parse(&entry.attribution));
    let quotation = Quotation {
        state: state?,
        question: question?,
        field: field?,
        attribution: attribution?,
        text: entry.text,
    };
    faults.take(at, quotation.check())?;
    Some(quotation)
}

fn once<Key: Ord, Value>(
    map: &mut BTreeMap<Key, Value>,
    key: Key,
    value: Value,
    at: &Message,
    faults: &mut Faults<'_>,
) {
    if map.insert(key, value).is_some() {
        faults.add(at, &Message::new("twice-same"));
    }
}
