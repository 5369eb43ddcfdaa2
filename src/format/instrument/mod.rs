//! Reading an instrument: its structure and its words in one language, from two files, into one
//! [`Instrument`].
//!
//! The first fault of syntax in each file is told with line and column. Where both files can be
//! parsed, all other faults are told at once, each by the id of its element.

mod faults;
mod file;
mod question;
mod texts;

use crate::domain::{
    Area, AreaId, Instrument, InstrumentId, InstrumentParts, ItemKind, KindId, Message, Paragraph,
    Part, Principle, QuestionId, Section, SectionId, Source, Treatment,
};

use super::Diagnostic;
use super::document::parse_document;
use faults::Faults;
use file::{NEWEST_FORMAT, StructureFile, TextFile, TitleText, TreatmentFile};
use texts::Texts;

/// The two files of an instrument, with the names by which faults speak of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InstrumentFiles<'a> {
    pub structure_name: &'a str,
    /// The structure file: what is asked.
    pub structure: &'a str,
    pub text_name: &'a str,
    /// The text file: the words for it.
    pub text: &'a str,
}

/// Reads an instrument whose files are called by their usual names in faults.
pub fn read_instrument(structure: &str, text: &str) -> Result<Instrument, Vec<Diagnostic>> {
    let (structure_name, text_name) = ("instrument.ron", "text.ron");
    read_instrument_files(&InstrumentFiles {
        structure_name,
        structure,
        text_name,
        text,
    })
}

/// Reads an instrument, or tells everything that is wrong with its files.
pub fn read_instrument_files(files: &InstrumentFiles<'_>) -> Result<Instrument, Vec<Diagnostic>> {
    let structure = parse_document(files.structure_name, files.structure, NEWEST_FORMAT);
    let text = parse_document(files.text_name, files.text, NEWEST_FORMAT);
    match (structure, text) {
        (Ok(structure), Ok(text)) => assemble(files, &structure, &text),
        (structure, text) => Err([structure.err(), text.err()]
            .into_iter()
            .flatten()
            .collect()),
    }
}

fn assemble(
    files: &InstrumentFiles<'_>,
    structure: &StructureFile,
    text: &TextFile,
) -> Result<Instrument, Vec<Diagnostic>> {
    let mut faults = Faults::new(files);
    let parts = instrument_parts(structure, text, &mut faults);
    let instrument = match parts {
        Some(parts) if faults.structure_is_readable() => Instrument::new(parts)
            .map_err(|found| faults.extend(found))
            .ok(),
        _ => None,
    };
    let found = faults.into_found();
    match instrument {
        Some(instrument) if found.is_empty() => Ok(instrument),
        _ => Err(found),
    }
}

fn instrument_parts(
    structure: &StructureFile,
    text: &TextFile,
    faults: &mut Faults<'_>,
) -> Option<InstrumentParts> {
    let id = faults.id(
        &Message::new("at-instrument"),
        InstrumentId::parse(&structure.id),
    );
    let at = Message::new("at-words");
    if text.instrument != structure.id {
        let fault = Message::new("text-of-other-instrument")
            .text("found", &text.instrument)
            .text("wanted", &structure.id);
        let way_out = Message::new("way-out-one-instrument");
        faults.in_text(at.clone(), fault, way_out);
    }
    let language = faults.words(&at, "language", &text.language);
    let title = faults.words(&at, "title", &text.title);
    Some(InstrumentParts {
        version: structure.version,
        language,
        title,
        sources: sources(structure, text, faults),
        parts: headings(structure, text, faults),
        paragraphs: paragraphs(structure, text, faults),
        principles: principles(structure, text, faults),
        areas: areas(structure, text, faults),
        assistance_kinds: item_kinds(
            Message::new("at-assistance-kind"),
            &structure.assistance_kinds,
            &text.assistance_kinds,
            faults,
        ),
        evidence_kinds: item_kinds(
            Message::new("at-evidence-kind"),
            &structure.evidence_kinds,
            &text.evidence_kinds,
            faults,
        ),
        sections: sections(structure, text, faults),
        questions: question::questions(&structure.questions, &text.questions, faults),
        id: id?,
    })
}

type Titles<'a> = Texts<'a, String, TitleText>;

fn titles<'a>(element: Message, list: &'a [TitleText], faults: &mut Faults<'_>) -> Titles<'a> {
    Texts::new(element, list, |entry| entry.id.clone(), faults)
}

/// The title of the element with this id; empty where it has none.
fn title(titles: &mut Titles<'_>, id: &String, faults: &mut Faults<'_>) -> String {
    let entry = titles.get(id, faults);
    entry.map_or_else(String::new, |entry| {
        faults.words(&titles.at(id), "title", &entry.title)
    })
}

fn sources(structure: &StructureFile, text: &TextFile, faults: &mut Faults<'_>) -> Vec<Source> {
    let mut texts = titles(Message::new("at-source"), &text.sources, faults);
    let mut sources = Vec::new();
    for file in &structure.sources {
        let title = title(&mut texts, &file.id, faults);
        sources.push(Source {
            id: file.id.clone(),
            symbol: file.symbol.clone(),
            title,
        });
    }
    texts.finish(faults);
    sources
}

fn headings(structure: &StructureFile, text: &TextFile, faults: &mut Faults<'_>) -> Vec<Part> {
    let mut texts = titles(Message::new("at-part"), &text.parts, faults);
    let mut parts = Vec::new();
    for file in &structure.parts {
        let title = title(&mut texts, &file.id, faults);
        parts.push(Part {
            id: file.id.clone(),
            first: file.first,
            last: file.last,
            title,
        });
    }
    texts.finish(faults);
    parts
}

fn paragraphs(
    structure: &StructureFile,
    text: &TextFile,
    faults: &mut Faults<'_>,
) -> Vec<Paragraph> {
    let mut texts = Texts::new(
        Message::new("at-paragraph"),
        &text.paragraphs,
        |entry| entry.id.clone(),
        faults,
    );
    let mut paragraphs = Vec::new();
    for file in &structure.paragraphs {
        let element = texts.at(&file.id);
        let reference = faults.paragraph(&element, &file.id);
        let words = texts.get(&file.id, faults).map(|entry| {
            let title = faults.words(&element, "title", &entry.title);
            (
                title,
                faults.words(&element, "restatement", &entry.restatement),
            )
        });
        let (title, restatement) = words.unwrap_or_default();
        let treatment = match &file.treatment {
            TreatmentFile::Explained => Treatment::Explained,
            TreatmentFile::AskedBy(ids) => Treatment::AskedBy(
                ids.iter()
                    .filter_map(|id| faults.id(&element, QuestionId::parse(id)))
                    .collect(),
            ),
        };
        if let Some(reference) = reference {
            paragraphs.push(Paragraph {
                reference,
                title,
                restatement,
                treatment,
            });
        }
    }
    texts.finish(faults);
    paragraphs
}

fn principles(
    structure: &StructureFile,
    text: &TextFile,
    faults: &mut Faults<'_>,
) -> Vec<Principle> {
    let mut texts = Texts::new(
        Message::new("at-principle"),
        &text.principles,
        |entry| entry.number,
        faults,
    );
    let mut principles = Vec::new();
    for file in &structure.principles {
        let number = file.number;
        let title = texts
            .get(&number, faults)
            .map_or_else(String::new, |entry| {
                faults.words(&texts.at(&number), "title", &entry.title)
            });
        principles.push(Principle { number, title });
    }
    texts.finish(faults);
    principles
}

fn areas(structure: &StructureFile, text: &TextFile, faults: &mut Faults<'_>) -> Vec<Area> {
    let mut texts = titles(Message::new("at-area"), &text.areas, faults);
    let mut areas = Vec::new();
    for file in &structure.areas {
        let element = texts.at(&file.id);
        let title = title(&mut texts, &file.id, faults);
        let paragraphs = file
            .paragraphs
            .iter()
            .filter_map(|text| faults.paragraph(&element, text))
            .collect();
        if let Some(id) = faults.id(&element, AreaId::parse(&file.id)) {
            areas.push(Area {
                id,
                paragraphs,
                title,
                in_all_areas: file.in_all_areas,
            });
        }
    }
    texts.finish(faults);
    areas
}

/// A list of kinds; `element` is how a fault speaks of one of them, but for its id.
fn item_kinds(
    element: Message,
    ids: &[String],
    list: &[TitleText],
    faults: &mut Faults<'_>,
) -> Vec<ItemKind> {
    let mut texts = titles(element, list, faults);
    let mut kinds = Vec::new();
    for id in ids {
        let title = title(&mut texts, id, faults);
        if let Some(id) = faults.id(&texts.at(id), KindId::parse(id)) {
            kinds.push(ItemKind { id, title });
        }
    }
    texts.finish(faults);
    kinds
}

fn sections(structure: &StructureFile, text: &TextFile, faults: &mut Faults<'_>) -> Vec<Section> {
    let mut texts = Texts::new(
        Message::new("at-section"),
        &text.sections,
        |entry| entry.id.clone(),
        faults,
    );
    let mut sections = Vec::new();
    for file in &structure.sections {
        let element = texts.at(&file.id);
        let words = texts.get(&file.id, faults).map(|entry| {
            let title = faults.words(&element, "title", &entry.title);
            (title, faults.words(&element, "group", &entry.group))
        });
        let (title, group) = words.unwrap_or_default();
        if let Some(id) = faults.id(&element, SectionId::parse(&file.id)) {
            sections.push(Section {
                id,
                paragraphs: file.paragraphs.clone(),
                title,
                group,
            });
        }
    }
    texts.finish(faults);
    sections
}
