//! The record of a submission as it stands in a file, format 1: all that may ever leave a council,
//! named field by field. These types are the file: a field renamed here is a file that no longer
//! opens, and a field added here is one more thing that leaves.

use serde::{Deserialize, Serialize};

use crate::format::record::{
    AssistanceEntry, CallEntry, CellEntry, EvidenceEntry, InstrumentEntry, ItemEntry, ProfileEntry,
    TextEntry,
};

/// A whole file `NAME.submission.ron`, after its seal.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename = "Submission", deny_unknown_fields)]
pub struct SubmissionFile {
    pub format: u32,
    pub program: String,
    /// What the file says of itself to people; always the same.
    pub about: String,
    pub uuid: String,
    pub revision: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sample: Option<String>,
    pub instrument: InstrumentEntry,
    pub call: CallEntry,
    pub profile: ProfileEntry,
    pub release: ReleaseEntry,
    pub answers: Vec<AnswerEntry>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename = "Release", deny_unknown_fields)]
pub struct ReleaseEntry {
    pub name: String,
    pub title: String,
    pub body: String,
    pub date: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reference: String,
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
}
