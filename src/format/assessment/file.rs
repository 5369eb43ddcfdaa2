//! The record of an assessment as it stands in a file, format 1. These types are the file: a field
//! renamed here is a file that no longer opens, so they change only with a new format number.

use serde::{Deserialize, Serialize};

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
#[serde(rename = "Instrument", deny_unknown_fields)]
pub struct InstrumentEntry {
    pub id: String,
    pub version: u32,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename = "Call", deny_unknown_fields)]
pub struct CallEntry {
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub id: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note_verbale_number: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note_verbale_date: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub address: String,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename = "Profile", deny_unknown_fields)]
pub struct ProfileEntry {
    pub state: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub institution: String,
    #[serde(default, skip_serializing_if = "ContactEntry::is_empty")]
    pub focal_point: ContactEntry,
    #[serde(default, skip_serializing_if = "ContactEntry::is_empty")]
    pub deputy: ContactEntry,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contributors: Vec<ContributorEntry>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub period: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reply_language: String,
    pub levels: Vec<String>,
}

#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename = "Contact", deny_unknown_fields)]
pub struct ContactEntry {
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub email: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub telephone: String,
}

impl ContactEntry {
    fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename = "Contributor", deny_unknown_fields)]
pub struct ContributorEntry {
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub body: String,
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
#[serde(rename = "Cell", deny_unknown_fields)]
pub struct CellEntry {
    pub level: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standing: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub application: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub units: Option<(u32, u32)>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename = "Text", deny_unknown_fields)]
pub struct TextEntry {
    pub field: String,
    pub text: String,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename = "Item", deny_unknown_fields)]
pub struct ItemEntry {
    pub id: String,
    pub name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub language: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<i16>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub address: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub remark_public: String,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename = "Assistance", deny_unknown_fields)]
pub struct AssistanceEntry {
    /// An area, or `all`.
    pub area: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub need: Option<SideEntry>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub offer: Option<SideEntry>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename = "Side", deny_unknown_fields)]
pub struct SideEntry {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extent: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kinds: Vec<String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename = "Evidence", deny_unknown_fields)]
pub struct EvidenceEntry {
    pub id: String,
    pub title: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub body: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<i16>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub language: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub pages: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub address: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub file_name: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub sha256: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub levels: Vec<String>,
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
