//! The instrument: the paragraphs of the Guidelines, and the questions that are asked about them.
//!
//! An [`Instrument`] can only be had through [`Instrument::new`], which finds everything that is
//! wrong with its parts at once; whoever holds one can trust every reference in it.

use std::collections::BTreeMap;

use super::{
    AreaId, InstrumentFault, InstrumentId, KindId, Level, OptionId, ParagraphReference, QuestionId,
    SectionId,
};

/// The number of a basic principle: its paragraph, 7 to 14.
pub type PrincipleNumber = u8;

/// Everything that an instrument is made of, before it has been checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InstrumentParts {
    /// Which instrument this is.
    pub id: InstrumentId,
    /// Its version, counted up whenever a question changes.
    pub version: u32,
    /// The language of its texts, as an IETF tag such as `en`.
    pub language: String,
    /// Its name, for people.
    pub title: String,
    /// The documents that it rests on.
    pub sources: Vec<Source>,
    /// The headings of the Guidelines, in order.
    pub parts: Vec<Part>,
    /// The paragraphs and their lettered items, in order.
    pub paragraphs: Vec<Paragraph>,
    /// The basic principles, in order.
    pub principles: Vec<Principle>,
    /// The areas of technical assistance, in the order of the 2007 report's table.
    pub areas: Vec<Area>,
    /// The kinds of need and offer of assistance.
    pub assistance_kinds: Vec<ItemKind>,
    pub evidence_kinds: Vec<ItemKind>,
    /// The sections of the questionnaire, in order.
    pub sections: Vec<Section>,
    /// The questions, in order; those of one section stand together.
    pub questions: Vec<Question>,
}

/// A document that the instrument rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Its short name, such as `resolution`.
    pub id: String,
    /// Its symbol, such as `E/CN.15/2007/11`.
    pub symbol: String,
    /// What it is.
    pub title: String,
}

/// A heading of the Guidelines, with the paragraphs below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Its short name, such as `basic-principles`.
    pub id: String,
    /// The first paragraph below the heading.
    pub first: u8,
    /// The last paragraph below the heading.
    pub last: u8,
    /// The heading, in our own words.
    pub title: String,
}

/// One paragraph of the Guidelines, or one of its lettered items.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// Which paragraph.
    pub reference: ParagraphReference,
    /// A short heading.
    pub title: String,
    /// What it says, restated in plain words; never to be quoted as the Guidelines' own.
    pub restatement: String,
    /// What the instrument does with it.
    pub treatment: Treatment,
}

/// What the instrument does with a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Treatment {
    /// It is explained; nothing is asked about it.
    Explained,
    /// These questions ask about it.
    AskedBy(Vec<QuestionId>),
}

/// A basic principle of the Guidelines (paragraphs 7 to 14).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Principle {
    /// Its paragraph, 7 to 14.
    pub number: PrincipleNumber,
    /// Its name.
    pub title: String,
}

/// An area in which technical assistance can be needed or offered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Area {
    /// Which area.
    pub id: AreaId,
    /// The paragraphs that the 2007 report ties it to.
    pub paragraphs: Vec<ParagraphReference>,
    /// Its name.
    pub title: String,
    /// Whether the mark "all areas" stands for it too; not so for "other".
    pub in_all_areas: bool,
}

/// A kind of evidence, of list item or of assistance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemKind {
    /// Which kind.
    pub id: KindId,
    /// Its name.
    pub title: String,
}

/// A section of the questionnaire.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Which section.
    pub id: SectionId,
    /// The paragraphs that it covers, as they are shown: `15, 17`.
    pub paragraphs: String,
    /// Its name.
    pub title: String,
    /// The heading of the Guidelines under which the list of sections shows it.
    pub group: String,
}

/// One thing asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Which question.
    pub id: QuestionId,
    /// Its revision, counted up when its meaning changes.
    pub revision: u32,
    /// The version of the instrument that asked it first.
    pub since: u32,
    /// The section that it stands in.
    pub section: SectionId,
    /// How it is answered.
    pub kind: Kind,
    /// The paragraphs that it asks about.
    pub paragraphs: Vec<ParagraphReference>,
    /// The levels at which it is asked.
    pub levels: Vec<Level>,
    /// The principles that it serves, each with the reason.
    pub principles: Vec<ServedPrinciple>,
    /// The area of assistance that it belongs to.
    pub area: Option<AreaId>,
    /// Where it comes from.
    pub origin: Origin,
    /// A few words for lists and tables.
    pub title: String,
    /// The question itself.
    pub text: String,
    /// What helps to answer it.
    pub help: Help,
}

impl Question {
    /// Whether the question has cells: one standing for each of its levels.
    pub fn has_cells(&self) -> bool {
        matches!(self.kind, Kind::Standing | Kind::Fact)
    }

    /// Whether its cells count in coverage and can be gaps.
    pub fn counts(&self) -> bool {
        self.kind == Kind::Standing
    }

    /// Whether the question serves the principle.
    pub fn serves(&self, principle: PrincipleNumber) -> bool {
        self.principles
            .iter()
            .any(|served| served.principle == principle)
    }
}

/// How a question is answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// A standing for each level; counts in coverage.
    Standing,
    /// A standing for each level, for something that the Guidelines do not demand: never in
    /// coverage, never a gap.
    Fact,
    /// One of several options, with words of one's own.
    Choice(Vec<ChoiceOption>),
    /// Any number of items, each of one of these kinds.
    List(Vec<ItemKind>),
    Text,
    /// The sheet of needs and offers, area by area.
    Assistance,
}

impl Kind {
    /// The word for the kind in files and JSON.
    pub const fn token(&self) -> &'static str {
        match self {
            Self::Standing => "standing",
            Self::Fact => "fact",
            Self::Choice(_) => "choice",
            Self::List(_) => "list",
            Self::Text => "text",
            Self::Assistance => "assistance",
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChoiceOption {
    /// Which option.
    pub id: OptionId,
    /// What it says.
    pub title: String,
}

/// A principle that a question serves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServedPrinciple {
    pub principle: PrincipleNumber,
    /// Why the question serves it.
    pub reason: String,
}

/// Where a question comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// Asked in the 2006 questionnaire, as the 2007 report shows.
    Asked2006,
    /// Follows from the text of the Guidelines; no trace that it was asked in 2006.
    Guidelines,
    /// Guidepost's own.
    Ours,
}

impl Origin {
    /// The word for the origin in files and JSON.
    pub const fn token(self) -> &'static str {
        match self {
            Self::Asked2006 => "asked_2006",
            Self::Guidelines => "guidelines",
            Self::Ours => "ours",
        }
    }
}

/// What helps to answer a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Help {
    /// What a full reply covers.
    pub covers: String,
    /// What counts as Yes.
    pub counts: String,
    /// What does not count.
    pub counts_not: String,
}

/// An instrument whose every reference holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Instrument {
    parts: InstrumentParts,
    positions: BTreeMap<QuestionId, usize>,
}

impl Instrument {
    /// Checks the parts, and reports everything that is wrong with them at once.
    pub fn new(parts: InstrumentParts) -> Result<Self, Vec<InstrumentFault>> {
        let faults = parts.faults();
        if !faults.is_empty() {
            return Err(faults);
        }
        let positions = parts
            .questions
            .iter()
            .enumerate()
            .map(|(position, question)| (question.id.clone(), position))
            .collect();
        Ok(Self { parts, positions })
    }

    /// Everything that the instrument holds.
    pub fn parts(&self) -> &InstrumentParts {
        &self.parts
    }

    /// The questions, in order.
    pub fn questions(&self) -> &[Question] {
        &self.parts.questions
    }

    pub fn question(&self, id: &QuestionId) -> Option<&Question> {
        self.position(id)
            .map(|position| &self.parts.questions[position])
    }

    /// Where the question stands among [`Instrument::questions`].
    pub fn position(&self, id: &QuestionId) -> Option<usize> {
        self.positions.get(id).copied()
    }

    /// The sections, in order.
    pub fn sections(&self) -> &[Section] {
        &self.parts.sections
    }

    pub fn section(&self, id: &SectionId) -> Option<&Section> {
        self.parts.sections.iter().find(|section| section.id == *id)
    }

    /// The questions of one section, in order.
    pub fn questions_of<'a>(
        &'a self,
        section: &'a SectionId,
    ) -> impl Iterator<Item = &'a Question> + 'a {
        self.parts
            .questions
            .iter()
            .filter(move |question| question.section == *section)
    }

    /// The basic principles, in order.
    pub fn principles(&self) -> &[Principle] {
        &self.parts.principles
    }

    /// The areas of assistance, in order.
    pub fn areas(&self) -> &[Area] {
        &self.parts.areas
    }

    /// The paragraph or lettered item.
    pub fn paragraph(&self, reference: ParagraphReference) -> Option<&Paragraph> {
        self.parts
            .paragraphs
            .iter()
            .find(|paragraph| paragraph.reference == reference)
    }
}
