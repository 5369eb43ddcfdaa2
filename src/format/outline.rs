//! Reads the outline of a round's report: `guidelines/un-2002-13/report.en.ron`.

use serde::Deserialize;

use super::Diagnostic;
use super::document::parse_document;
use super::faults::Faults;
use crate::domain::{
    ListShown, Message, Outline, OutlineChapter, OutlinePart, OutlineQuestion, QuestionId,
    SectionId,
};

/// The newest format that this program reads.
const FORMAT: u32 = 1;

#[derive(Deserialize)]
#[serde(rename = "Report", deny_unknown_fields)]
struct OutlineFile {
    #[serde(rename = "format")]
    _format: u32,
    #[serde(rename = "instrument")]
    _instrument: String,
    #[serde(rename = "language")]
    _language: String,
    chapters: Vec<ChapterEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ChapterEntry {
    title: String,
    parts: Vec<PartEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PartEntry {
    #[serde(default)]
    title: Option<String>,
    #[serde(default)]
    sections: Vec<String>,
    questions: Vec<QuestionEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct QuestionEntry {
    id: String,
    #[serde(default)]
    clause: String,
    #[serde(default)]
    shows: ShowsEntry,
}

#[derive(Deserialize, Default)]
enum ShowsEntry {
    #[default]
    Kinds,
    Items,
}

/// Reads an outline, and reports everything that is wrong with the file at once. It is compiled in,
/// so tests see to it that it fits the instrument.
pub fn read_outline(name: &str, text: &str) -> Result<Outline, Vec<Diagnostic>> {
    let file: OutlineFile = parse_document(name, text, FORMAT).map_err(|fault| vec![fault])?;
    let mut faults = Faults::new(name);
    let chapters = file.chapters.into_iter();
    let chapters = chapters.map(|chapter| chapter.read(&mut faults)).collect();
    faults.finish(Some(Outline { chapters }))
}

impl ChapterEntry {
    fn read(self, faults: &mut Faults<'_>) -> OutlineChapter {
        let element = Message::new("at-chapter").text("id", &self.title);
        let parts = self.parts.into_iter();
        OutlineChapter {
            parts: parts.map(|part| part.read(&element, faults)).collect(),
            title: self.title,
        }
    }
}

impl PartEntry {
    fn read(self, element: &Message, faults: &mut Faults<'_>) -> OutlinePart {
        let sections = self.sections.iter();
        let sections = sections
            .filter_map(|section| faults.take(element, SectionId::parse(section)))
            .collect();
        let questions = self.questions.into_iter();
        OutlinePart {
            title: self.title,
            sections,
            questions: questions
                .filter_map(|question| question.read(element, faults))
                .collect(),
        }
    }
}

impl QuestionEntry {
    fn read(self, element: &Message, faults: &mut Faults<'_>) -> Option<OutlineQuestion> {
        Some(OutlineQuestion {
            question: faults.take(element, QuestionId::parse(&self.id))?,
            clause: self.clause,
            shows: match self.shows {
                ShowsEntry::Kinds => ListShown::Kinds,
                ShowsEntry::Items => ListShown::Items,
            },
        })
    }
}
