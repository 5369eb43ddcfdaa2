//! The record of an assessment as it stands in a file, format 1. These types are the file: a field
//! renamed here is a file that no longer opens, so they change only with a new format number.

use serde::{Deserialize, Serialize};

use crate::format::record::{
    AssistanceEntry, CallEntry, CellEntry, EvidenceEntry, InstrumentEntry, ItemEntry, ProfileEntry,
    SideEntry, TextEntry,
};

/// A whole file `NAME.assessment.ron`.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename = "Assessment", deny_unknown_fields)]
pub struct AssessmentFile {
    pub format: u32,
    pub program: String,
    pub uuid: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sample: Option<String>,
    pub instrument: InstrumentEntry,
    pub call: CallEntry,
    pub profile: ProfileEntry,
    pub answers: Vec<AnswerEntry>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub actions: Vec<ActionEntry>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub loans: Vec<LoanEntry>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub disputes: Vec<DisputeEntry>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous: Option<PreviousEntry>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sent: Vec<SentEntry>,
    #[serde(default, skip_serializing_if = "is_zero")]
    pub trail_folded: u64,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub trail: Vec<TrailLine>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename = "Answer", deny_unknown_fields)]
pub struct AnswerEntry {
    pub id: String,
    pub revision: u32,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cells: Vec<CellEntry>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub texts: Vec<TextEntry>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub choice: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<ItemEntry>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assistance: Vec<AssistanceEntry>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<EvidenceEntry>,
    #[serde(default, skip_serializing_if = "is_false")]
    pub flag: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cleared: Option<StampEntry>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stamps: Vec<FieldStampEntry>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename = "Stamp", deny_unknown_fields)]
pub struct StampEntry {
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub who: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub body: String,
    pub when: String,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename = "FieldStamp", deny_unknown_fields)]
pub struct FieldStampEntry {
    pub field: String,
    pub stamp: StampEntry,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename = "Action", deny_unknown_fields)]
pub struct ActionEntry {
    pub id: String,
    pub what: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub who: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub area: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub gaps: Vec<GapEntry>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename = "Gap", deny_unknown_fields)]
pub struct GapEntry {
    pub id: String,
    pub level: String,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename = "Loan", deny_unknown_fields)]
pub struct LoanEntry {
    pub part: String,
    pub to: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<String>,
    pub questions: Vec<LentEntry>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename = "Lent", deny_unknown_fields)]
pub struct LentEntry {
    pub id: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub base: Vec<ValueEntry>,
}

/// A field with its value: of the members below the field's name, the one that fits it, or none
/// for a blank.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(rename = "Value", deny_unknown_fields)]
pub struct ValueEntry {
    pub field: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub token: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub units: Option<(u32, u32)>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<ItemEntry>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<EvidenceEntry>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub side: Option<SideEntry>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename = "Dispute", deny_unknown_fields)]
pub struct DisputeEntry {
    pub id: String,
    pub field: String,
    pub values: Vec<DisputedEntry>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<DecisionEntry>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename = "Disputed", deny_unknown_fields)]
pub struct DisputedEntry {
    pub whose: String,
    pub value: ValueEntry,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename = "Decision", deny_unknown_fields)]
pub struct DecisionEntry {
    pub value: ValueEntry,
    pub stamp: StampEntry,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename = "Previous", deny_unknown_fields)]
pub struct PreviousEntry {
    pub call: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<u32>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub levels: Vec<String>,
    pub answers: Vec<CarriedEntry>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename = "Carried", deny_unknown_fields)]
pub struct CarriedEntry {
    pub id: String,
    pub revision: u32,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub standings: Vec<StandingEntry>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub texts: Vec<TextEntry>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename = "Standing", deny_unknown_fields)]
pub struct StandingEntry {
    pub level: String,
    pub standing: String,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename = "Sent", deny_unknown_fields)]
pub struct SentEntry {
    pub revision: u32,
    pub digest: String,
    pub when: String,
    pub released_by: StampEntry,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reference: String,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename = "Trail", deny_unknown_fields)]
pub struct TrailLine {
    pub stamp: StampEntry,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub value: String,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde calls it with a reference"
)]
fn is_zero(number: &u64) -> bool {
    *number == 0
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde calls it with a reference"
)]
fn is_false(flag: &bool) -> bool {
    !flag
}
