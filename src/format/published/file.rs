//! The types of a file with a published round, format 1: what stands in it, before it is checked.

use serde::Deserialize;

/// The document.
#[derive(Deserialize)]
#[serde(rename = "PublishedRound", deny_unknown_fields)]
pub(super) struct RoundFile {
    #[serde(rename = "format")]
    pub(super) _format: u32,
    pub(super) id: String,
    pub(super) source: SourceEntry,
    pub(super) call: CallEntry,
    pub(super) replies: Vec<ReplyEntry>,
    pub(super) lists: Vec<ListEntry>,
    pub(super) counts: Vec<CountEntry>,
    pub(super) doubts: Vec<DoubtEntry>,
    pub(super) examples: Vec<ExampleEntry>,
    pub(super) guides: Vec<GuideEntry>,
    pub(super) networks: Vec<NetworkEntry>,
    pub(super) obstacles: Vec<ObstacleEntry>,
    pub(super) assistance: AssistanceEntry,
    pub(super) observations: Vec<ObservationEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SourceEntry {
    pub(super) symbol: String,
    pub(super) title: String,
    pub(super) date: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CallEntry {
    pub(super) sent: MonthEntry,
    pub(super) considered_until: String,
    pub(super) members: u16,
    pub(super) paragraph: u8,
    pub(super) note: Option<u8>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MonthEntry {
    pub(super) year: i16,
    pub(super) month: i8,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ReplyEntry {
    pub(super) id: String,
    pub(super) name: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) enum SaysEntry {
    Cell {
        levels: Vec<String>,
        standings: Vec<String>,
    },
    Option(String),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ListEntry {
    pub(super) id: String,
    pub(super) paragraph: u8,
    pub(super) note: Option<u8>,
    pub(super) question: String,
    pub(super) says: SaysEntry,
    pub(super) stated: Option<u16>,
    pub(super) states: Vec<String>,
}

#[derive(Deserialize, Clone, Copy)]
pub(super) enum AmountEntry {
    Number(u16),
    Most,
    Majority,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CountEntry {
    pub(super) id: String,
    pub(super) paragraph: u8,
    pub(super) question: String,
    pub(super) levels: Vec<String>,
    pub(super) standings: Vec<String>,
    pub(super) amount: AmountEntry,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DoubtEntry {
    pub(super) id: String,
    pub(super) paragraph: u8,
    pub(super) note: Option<u8>,
    pub(super) about: Vec<AboutEntry>,
    pub(super) states: Vec<String>,
    pub(super) text: String,
    pub(super) decision: String,
    #[serde(default)]
    pub(super) settles: Vec<SettlesEntry>,
    #[serde(default)]
    pub(super) withdraws: Vec<WithdrawsEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AboutEntry {
    pub(super) question: String,
    pub(super) levels: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SettlesEntry {
    pub(super) state: String,
    pub(super) question: String,
    pub(super) level: String,
    pub(super) standing: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WithdrawsEntry {
    pub(super) list: String,
    pub(super) state: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ExampleEntry {
    pub(super) id: String,
    pub(super) state: String,
    pub(super) paragraph: u8,
    pub(super) note: Option<u8>,
    pub(super) question: String,
    pub(super) field: String,
    pub(super) text: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct GuideEntry {
    pub(super) id: String,
    pub(super) state: String,
    pub(super) paragraph: u8,
    pub(super) note: Option<u8>,
    pub(super) question: String,
    pub(super) kind: String,
    pub(super) addresses: Vec<String>,
    #[serde(default)]
    pub(super) remark: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NetworkEntry {
    pub(super) id: String,
    pub(super) paragraph: u8,
    pub(super) question: String,
    pub(super) name: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ObstacleEntry {
    pub(super) id: String,
    pub(super) paragraph: u8,
    pub(super) question: String,
    pub(super) kind: String,
    pub(super) amount: AmountEntry,
    pub(super) text: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AssistanceEntry {
    pub(super) question: String,
    pub(super) need_question: String,
    pub(super) offer_question: String,
    pub(super) paragraph: u8,
    pub(super) rows: Vec<AreaRowEntry>,
    pub(super) all_areas: AllAreasEntry,
    pub(super) remarks: Vec<RemarkEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AreaRowEntry {
    pub(super) id: String,
    pub(super) need: Vec<String>,
    #[serde(default)]
    pub(super) need_in_part: Vec<String>,
    pub(super) offer: Vec<String>,
    #[serde(default)]
    pub(super) offer_in_part: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AllAreasEntry {
    pub(super) need: Vec<String>,
    pub(super) offer: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RemarkEntry {
    pub(super) id: String,
    pub(super) state: String,
    pub(super) side: String,
    pub(super) note: u8,
    pub(super) kind: Option<String>,
    pub(super) example: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ObservationEntry {
    pub(super) id: String,
    pub(super) paragraph: u8,
    pub(super) questions: Vec<String>,
    pub(super) text: String,
}
