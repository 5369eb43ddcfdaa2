//! How the two files of an instrument are written down, format 1. Lists with ids, never maps: a map
//! would keep one of two equal keys without a word.

use serde::Deserialize;

/// The newest format of both files.
pub(super) const NEWEST_FORMAT: u32 = 1;

/// `instrument.ron`: what is asked.
#[derive(Debug, Deserialize)]
#[serde(rename = "Instrument", deny_unknown_fields)]
pub(super) struct StructureFile {
    #[serde(rename = "format")]
    pub(super) _format: u32,
    pub(super) id: String,
    pub(super) version: u32,
    pub(super) sources: Vec<SourceFile>,
    pub(super) parts: Vec<PartFile>,
    pub(super) paragraphs: Vec<ParagraphFile>,
    pub(super) principles: Vec<PrincipleFile>,
    pub(super) areas: Vec<AreaFile>,
    pub(super) assistance_kinds: Vec<String>,
    pub(super) evidence_kinds: Vec<String>,
    pub(super) sections: Vec<SectionFile>,
    pub(super) questions: Vec<QuestionFile>,
}

#[derive(Debug, Deserialize)]
#[serde(rename = "Source", deny_unknown_fields)]
pub(super) struct SourceFile {
    pub(super) id: String,
    pub(super) symbol: String,
}

#[derive(Debug, Deserialize)]
#[serde(rename = "Part", deny_unknown_fields)]
pub(super) struct PartFile {
    pub(super) id: String,
    pub(super) first: u8,
    pub(super) last: u8,
}

#[derive(Debug, Deserialize)]
#[serde(rename = "Paragraph", deny_unknown_fields)]
pub(super) struct ParagraphFile {
    pub(super) id: String,
    pub(super) treatment: TreatmentFile,
}

#[derive(Debug, Deserialize)]
#[serde(rename = "Treatment")]
pub(super) enum TreatmentFile {
    Explained,
    AskedBy(Vec<String>),
}

#[derive(Debug, Deserialize)]
#[serde(rename = "Principle", deny_unknown_fields)]
pub(super) struct PrincipleFile {
    pub(super) number: u8,
}

#[derive(Debug, Deserialize)]
#[serde(rename = "Area", deny_unknown_fields)]
pub(super) struct AreaFile {
    pub(super) id: String,
    pub(super) paragraphs: Vec<String>,
    pub(super) in_all_areas: bool,
}

#[derive(Debug, Deserialize)]
#[serde(rename = "Section", deny_unknown_fields)]
pub(super) struct SectionFile {
    pub(super) id: String,
    pub(super) paragraphs: String,
}

#[derive(Debug, Deserialize)]
#[serde(rename = "Question", deny_unknown_fields)]
pub(super) struct QuestionFile {
    pub(super) id: String,
    pub(super) revision: u32,
    #[serde(default = "first_version")]
    pub(super) since: u32,
    pub(super) section: String,
    pub(super) kind: KindFile,
    pub(super) paragraphs: Vec<String>,
    pub(super) levels: Vec<LevelFile>,
    #[serde(default)]
    pub(super) principles: Vec<u8>,
    #[serde(default)]
    pub(super) area: Option<String>,
    pub(super) origin: OriginFile,
}

/// What a question that says nothing of it was asked since.
const fn first_version() -> u32 {
    1
}

#[derive(Debug, Deserialize)]
#[serde(rename = "Kind")]
pub(super) enum KindFile {
    Standing,
    Fact,
    Choice(Vec<String>),
    List(Vec<String>),
    Text,
    Assistance,
}

#[derive(Debug, Deserialize)]
#[serde(rename = "Level")]
pub(super) enum LevelFile {
    National,
    Regional,
    Local,
}

#[derive(Debug, Deserialize)]
#[serde(rename = "Origin")]
pub(super) enum OriginFile {
    Asked2006,
    Guidelines,
    Ours,
}

/// `text.en.ron`: the words for it, in one language.
#[derive(Debug, Deserialize)]
#[serde(rename = "Text", deny_unknown_fields)]
pub(super) struct TextFile {
    #[serde(rename = "format")]
    pub(super) _format: u32,
    pub(super) instrument: String,
    pub(super) language: String,
    pub(super) title: String,
    pub(super) sources: Vec<TitleText>,
    pub(super) parts: Vec<TitleText>,
    pub(super) paragraphs: Vec<ParagraphText>,
    pub(super) principles: Vec<PrincipleText>,
    pub(super) areas: Vec<TitleText>,
    pub(super) assistance_kinds: Vec<TitleText>,
    pub(super) evidence_kinds: Vec<TitleText>,
    pub(super) sections: Vec<SectionText>,
    pub(super) questions: Vec<QuestionText>,
}

#[derive(Debug, Deserialize)]
#[serde(rename = "Title", deny_unknown_fields)]
pub(super) struct TitleText {
    pub(super) id: String,
    pub(super) title: String,
}

#[derive(Debug, Deserialize)]
#[serde(rename = "Paragraph", deny_unknown_fields)]
pub(super) struct ParagraphText {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) restatement: String,
}

#[derive(Debug, Deserialize)]
#[serde(rename = "Principle", deny_unknown_fields)]
pub(super) struct PrincipleText {
    pub(super) number: u8,
    pub(super) title: String,
}

#[derive(Debug, Deserialize)]
#[serde(rename = "Section", deny_unknown_fields)]
pub(super) struct SectionText {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) group: String,
}

#[derive(Debug, Deserialize)]
#[serde(rename = "Question", deny_unknown_fields)]
pub(super) struct QuestionText {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) ask: String,
    pub(super) covers: String,
    pub(super) counts: String,
    pub(super) counts_not: String,
    #[serde(default)]
    pub(super) reasons: Vec<ReasonText>,
    #[serde(default)]
    pub(super) options: Vec<TitleText>,
    #[serde(default)]
    pub(super) kinds: Vec<TitleText>,
}

#[derive(Debug, Deserialize)]
#[serde(rename = "Reason", deny_unknown_fields)]
pub(super) struct ReasonText {
    pub(super) principle: u8,
    pub(super) text: String,
}
