//! What can be wrong with an instrument: ids that stand twice, references that lead nowhere.

use std::collections::BTreeSet;
use std::fmt;

use thiserror::Error;

use super::{InstrumentParts, Kind, Origin, ParagraphReference, Question, Treatment};

/// One thing that is wrong with an instrument.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{place}: {problem}")]
pub struct InstrumentFault {
    /// The element, by its id: `question 17.a`.
    pub place: String,
    /// What is wrong with it, and what would be right.
    pub problem: String,
}

impl InstrumentFault {
    /// A fault of the element `place`.
    pub fn new(place: impl fmt::Display, problem: impl Into<String>) -> Self {
        Self {
            place: place.to_string(),
            problem: problem.into(),
        }
    }
}

impl InstrumentParts {
    /// Everything that is wrong with the parts.
    pub(super) fn faults(&self) -> Vec<InstrumentFault> {
        let mut faults = Vec::new();
        self.check_ids(&mut faults);
        self.check_questions(&mut faults);
        self.check_paragraphs(&mut faults);
        faults
    }

    fn check_ids(&self, faults: &mut Vec<InstrumentFault>) {
        report_doubles(
            "source",
            self.sources.iter().map(|source| &source.id),
            faults,
        );
        report_doubles("part", self.parts.iter().map(|part| &part.id), faults);
        report_doubles(
            "paragraph",
            self.paragraphs.iter().map(|paragraph| paragraph.reference),
            faults,
        );
        report_doubles(
            "principle",
            self.principles.iter().map(|each| each.number),
            faults,
        );
        report_doubles("area", self.areas.iter().map(|area| &area.id), faults);
        let kinds = self.assistance_kinds.iter().map(|kind| &kind.id);
        report_doubles("kind of assistance", kinds, faults);
        let kinds = self.evidence_kinds.iter().map(|kind| &kind.id);
        report_doubles("kind of evidence", kinds, faults);
        report_doubles(
            "section",
            self.sections.iter().map(|section| &section.id),
            faults,
        );
        report_doubles(
            "question",
            self.questions.iter().map(|question| &question.id),
            faults,
        );
    }

    fn check_questions(&self, faults: &mut Vec<InstrumentFault>) {
        let mut closed_sections = BTreeSet::new();
        let mut current_section = None;
        for question in &self.questions {
            if current_section != Some(&question.section) {
                closed_sections.extend(current_section.replace(&question.section));
                if closed_sections.contains(&question.section) {
                    faults.push(question.fault(format!(
                        "stands apart from the other questions of section {}; move it to them",
                        question.section
                    )));
                }
            }
            self.check_question(question, faults);
        }
        for section in &self.sections {
            if !self
                .questions
                .iter()
                .any(|question| question.section == section.id)
            {
                let place = format!("section {}", section.id);
                faults.push(InstrumentFault::new(place, "has no question"));
            }
        }
    }

    fn check_question(&self, question: &Question, faults: &mut Vec<InstrumentFault>) {
        let mut fault = |problem: String| faults.push(question.fault(problem));
        if question.revision == 0 {
            fault("has revision 0; revisions start at 1".to_owned());
        }
        if !(1..=self.version).contains(&question.since) {
            fault(format!(
                "is asked since version {}; this is version {}, and versions start at 1",
                question.since, self.version
            ));
        }
        if !self
            .sections
            .iter()
            .any(|section| section.id == question.section)
        {
            fault(format!(
                "stands in section {}, which does not exist",
                question.section
            ));
        }
        let may_stand_alone = question.origin == Origin::Ours || question.kind == Kind::Text;
        if question.paragraphs.is_empty() && !may_stand_alone {
            fault("names no paragraph; only a text, or a question of our own, may".to_owned());
        }
        for reference in &question.paragraphs {
            match self
                .paragraphs
                .iter()
                .find(|paragraph| paragraph.reference == *reference)
            {
                None => fault(format!(
                    "asks about paragraph {reference}, which does not exist"
                )),
                Some(paragraph) => {
                    let listed = match &paragraph.treatment {
                        Treatment::Explained => false,
                        Treatment::AskedBy(questions) => questions.contains(&question.id),
                    };
                    if !listed {
                        fault(format!(
                            "asks about paragraph {reference}, which does not name it under asked by"
                        ));
                    }
                }
            }
        }
        if question.levels.is_empty() {
            fault("is asked at no level".to_owned());
        }
        if has_double(&question.levels) {
            fault("names a level twice".to_owned());
        }
        let principles = || question.principles.iter().map(|served| served.principle);
        if has_double(&principles().collect::<Vec<_>>()) {
            fault("names a principle twice; each cell counts once in each".to_owned());
        }
        for principle in principles() {
            if !self
                .principles
                .iter()
                .any(|known| known.number == principle)
            {
                fault(format!(
                    "serves principle {principle}, which does not exist"
                ));
            }
        }
        if !question.counts() && !question.principles.is_empty() {
            fault("serves a principle, but does not count in coverage".to_owned());
        }
        if let Some(area) = &question.area
            && !self.areas.iter().any(|known| known.id == *area)
        {
            fault(format!("belongs to area {area}, which does not exist"));
        }
        match &question.kind {
            Kind::Choice(options) => {
                if options.len() < 2 {
                    fault("is a choice of fewer than two options".to_owned());
                }
                if has_double(&options.iter().map(|option| &option.id).collect::<Vec<_>>()) {
                    fault("names an option twice".to_owned());
                }
            }
            Kind::List(kinds) => {
                if has_double(&kinds.iter().map(|kind| &kind.id).collect::<Vec<_>>()) {
                    fault("names a kind of item twice".to_owned());
                }
            }
            Kind::Standing | Kind::Fact | Kind::Text | Kind::Assistance => {}
        }
    }

    fn check_paragraphs(&self, faults: &mut Vec<InstrumentFault>) {
        for number in 1..=ParagraphReference::LAST {
            if !self
                .paragraphs
                .iter()
                .any(|paragraph| paragraph.reference.number() == number)
            {
                faults.push(InstrumentFault::new(
                    format!("paragraph {number}"),
                    "is missing",
                ));
            }
        }
        for paragraph in &self.paragraphs {
            let place = format!("paragraph {}", paragraph.reference);
            let Treatment::AskedBy(questions) = &paragraph.treatment else {
                continue;
            };
            if questions.is_empty() {
                let problem = "is asked by no question; write explained, or name its questions";
                faults.push(InstrumentFault::new(&place, problem));
            }
            for id in questions {
                let problem = match self.questions.iter().find(|question| question.id == *id) {
                    None => format!("is asked by question {id}, which does not exist"),
                    Some(question) if !question.paragraphs.contains(&paragraph.reference) => {
                        format!("is asked by question {id}, which does not name this paragraph")
                    }
                    Some(_) => continue,
                };
                faults.push(InstrumentFault::new(&place, problem));
            }
        }
    }
}

impl Question {
    fn fault(&self, problem: String) -> InstrumentFault {
        InstrumentFault::new(format!("question {}", self.id), problem)
    }
}

fn has_double<T: Ord>(values: &[T]) -> bool {
    values.iter().collect::<BTreeSet<_>>().len() < values.len()
}

fn report_doubles<T: Ord + fmt::Display>(
    what: &str,
    ids: impl Iterator<Item = T>,
    faults: &mut Vec<InstrumentFault>,
) {
    let mut seen = BTreeSet::new();
    let mut reported = BTreeSet::new();
    for id in ids {
        let name = id.to_string();
        if !seen.insert(id) && reported.insert(name.clone()) {
            faults.push(InstrumentFault::new(
                format!("{what} {name}"),
                "stands more than once; each id stands once",
            ));
        }
    }
}
