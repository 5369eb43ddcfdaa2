//! The outline of a round's report: in which order it speaks of the questions, and in which words.

use super::{Instrument, Kind, Question, QuestionId, SectionId};

/// The chapters of a round's report, between its introduction and its annexes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outline {
    /// The chapters, in order.
    pub chapters: Vec<OutlineChapter>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutlineChapter {
    /// Its heading.
    pub title: String,
    /// Its parts, in order.
    pub parts: Vec<OutlinePart>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutlinePart {
    /// Its heading; nothing where it stands under the chapter's own.
    pub title: Option<String>,
    /// The sections of the questionnaire on which the analyst's own words stand here.
    pub sections: Vec<SectionId>,
    /// The questions that it speaks of, in order.
    pub questions: Vec<OutlineQuestion>,
}

/// A question that a report speaks of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutlineQuestion {
    pub question: QuestionId,
    /// What follows "30 of the 42 replies say that" of a standing or a fact, "say" of a choice, and
    /// "name" of a list; empty where the outline has no words, and the question itself is asked.
    pub clause: String,
    /// What is shown of a list.
    pub shows: ListShown,
}

/// What a report shows of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListShown {
    /// How many replies name each kind of item.
    Kinds,
    /// Every item with its State too.
    Items,
}

impl Outline {
    /// The outline of an instrument that has none of its own: its sections, under their groups.
    pub fn of_sections(instrument: &Instrument) -> Self {
        let mut chapters: Vec<OutlineChapter> = Vec::new();
        for section in instrument.sections() {
            let questions = instrument.questions_of(&section.id);
            let part = OutlinePart {
                title: Some(section.title.clone()),
                sections: vec![section.id.clone()],
                questions: questions.map(OutlineQuestion::without_words).collect(),
            };
            match chapters.last_mut() {
                Some(chapter) if chapter.title == section.group => chapter.parts.push(part),
                _ => chapters.push(OutlineChapter {
                    title: section.group.clone(),
                    parts: vec![part],
                }),
            }
        }
        Self { chapters }
    }

    /// Everything that is wrong with it beside the instrument, each in a sentence: each question
    /// and each section must stand in it once.
    pub fn faults(&self, instrument: &Instrument) -> Vec<String> {
        let parts = || self.chapters.iter().flat_map(|chapter| &chapter.parts);
        let mut faults = Vec::new();
        for question in instrument.questions() {
            let named = parts().flat_map(|part| &part.questions);
            let named: Vec<_> = named
                .filter(|named| named.question == question.id)
                .collect();
            faults.extend(fault_of("question", question.id.as_str(), named.len()));
            let needs_words = !matches!(question.kind, Kind::Text | Kind::Assistance);
            if named
                .iter()
                .any(|each| each.clause.is_empty() == needs_words)
            {
                let need = if needs_words { "needs a" } else { "needs no" };
                faults.push(format!("question {} {need} clause", question.id));
            }
        }
        for section in instrument.sections() {
            let named = parts().flat_map(|part| &part.sections);
            let times = named.filter(|named| **named == section.id).count();
            faults.extend(fault_of("section", section.id.as_str(), times));
        }
        let known = |id: &QuestionId| instrument.question(id).is_some();
        let questions = parts().flat_map(|part| &part.questions);
        let unknown = questions.filter(|named| !known(&named.question));
        faults.extend(unknown.map(|named| format!("there is no question {}", named.question)));
        let sections = parts().flat_map(|part| &part.sections);
        let unknown = sections.filter(|named| instrument.section(named).is_none());
        faults.extend(unknown.map(|named| format!("there is no section {named}")));
        faults
    }
}

impl OutlineQuestion {
    fn without_words(question: &Question) -> Self {
        Self {
            question: question.id.clone(),
            clause: String::new(),
            shows: ListShown::Items,
        }
    }
}

fn fault_of(what: &str, id: &str, times: usize) -> Option<String> {
    match times {
        0 => Some(format!("{what} {id} stands nowhere")),
        1 => None,
        _ => Some(format!("{what} {id} stands {times} times")),
    }
}
