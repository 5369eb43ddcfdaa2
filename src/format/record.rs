//! The records that the files of an assessment and of a submission share, format 1. These types are
//! the files: a field renamed here is a file that no longer opens, and a field added here does not
//! compile until the writer of submissions says whether it is sent.

mod reading;

use serde::{Deserialize, Serialize};

pub use reading::{
    assistance, by_id, call, cells, evidence, item, levels, profile, side, texts, without_doubles,
};

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
