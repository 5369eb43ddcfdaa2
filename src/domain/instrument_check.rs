//! What can be wrong with an instrument: ids that stand twice, references that lead nowhere.

use std::collections::BTreeSet;
use std::fmt;

use super::{
    Explain, InstrumentParts, Kind, Message, Origin, ParagraphReference, Question, Treatment,
};

/// One thing that is wrong with an instrument.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InstrumentFault {
    /// The element, by its id: `question 17.a`.
    pub place: Message,
    /// What is wrong with it, and what would be right.
    pub problem: Message,
}

impl Explain for InstrumentFault {
    fn message(&self) -> Message {
        Message::new("fault-at-place")
            .explained("place", &self.place)
            .explained("fault", &self.problem)
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
            "at-source",
            self.sources.iter().map(|source| &source.id),
            faults,
        );
        report_doubles("at-part", self.parts.iter().map(|part| &part.id), faults);
        report_doubles(
            "at-paragraph",
            self.paragraphs.iter().map(|paragraph| paragraph.reference),
            faults,
        );
        report_doubles(
            "at-principle",
            self.principles.iter().map(|each| each.number),
            faults,
        );
        report_doubles("at-area", self.areas.iter().map(|area| &area.id), faults);
        let kinds = self.assistance_kinds.iter().map(|kind| &kind.id);
        report_doubles("at-assistance-kind", kinds, faults);
        let kinds = self.evidence_kinds.iter().map(|kind| &kind.id);
        report_doubles("at-evidence-kind", kinds, faults);
        report_doubles(
            "at-section",
            self.sections.iter().map(|section| &section.id),
            faults,
        );
        report_doubles(
            "at-question",
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
                    let problem = Message::new("instrument-stands-apart");
                    let problem = problem.text("section", question.section.as_str());
                    faults.push(question.fault(problem));
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
                faults.push(InstrumentFault {
                    place: Message::new("at-section").text("id", section.id.as_str()),
                    problem: Message::new("instrument-no-question"),
                });
            }
        }
    }

    fn check_question(&self, question: &Question, faults: &mut Vec<InstrumentFault>) {
        let mut fault = |problem: Message| faults.push(question.fault(problem));
        if question.revision == 0 {
            fault(Message::new("instrument-revision-0"));
        }
        if !(1..=self.version).contains(&question.since) {
            fault(
                Message::new("instrument-since")
                    .number("since", question.since)
                    .number("version", self.version),
            );
        }
        if !self
            .sections
            .iter()
            .any(|section| section.id == question.section)
        {
            let section = question.section.as_str();
            fault(Message::new("instrument-unknown-section").text("section", section));
        }
        let may_stand_alone = question.origin == Origin::Ours || question.kind == Kind::Text;
        if question.paragraphs.is_empty() && !may_stand_alone {
            fault(Message::new("instrument-no-paragraph"));
        }
        for reference in &question.paragraphs {
            let mut paragraphs = self.paragraphs.iter();
            let paragraph = paragraphs.find(|paragraph| paragraph.reference == *reference);
            let problem = match paragraph.map(|paragraph| &paragraph.treatment) {
                None => "instrument-unknown-paragraph",
                Some(Treatment::AskedBy(questions)) if questions.contains(&question.id) => continue,
                Some(_) => "instrument-not-asked-by",
            };
            fault(Message::new(problem).text("paragraph", reference.to_string()));
        }
        if question.levels.is_empty() {
            fault(Message::new("instrument-no-level"));
        }
        if has_double(&question.levels) {
            fault(Message::new("instrument-level-twice"));
        }
        let principles = || question.principles.iter().map(|served| served.principle);
        if has_double(&principles().collect::<Vec<_>>()) {
            fault(Message::new("instrument-principle-twice"));
        }
        for principle in principles() {
            if !self
                .principles
                .iter()
                .any(|known| known.number == principle)
            {
                fault(Message::new("instrument-unknown-principle").number("principle", principle));
            }
        }
        if !question.counts() && !question.principles.is_empty() {
            fault(Message::new("instrument-does-not-count"));
        }
        if let Some(area) = &question.area
            && !self.areas.iter().any(|known| known.id == *area)
        {
            fault(Message::new("instrument-unknown-area").text("area", area.as_str()));
        }
        match &question.kind {
            Kind::Choice(options) => {
                if options.len() < 2 {
                    fault(Message::new("instrument-few-options"));
                }
                if has_double(&options.iter().map(|option| &option.id).collect::<Vec<_>>()) {
                    fault(Message::new("instrument-option-twice"));
                }
            }
            Kind::List(kinds) => {
                if has_double(&kinds.iter().map(|kind| &kind.id).collect::<Vec<_>>()) {
                    fault(Message::new("instrument-kind-twice"));
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
                faults.push(InstrumentFault {
                    place: Message::new("at-paragraph").text("id", number.to_string()),
                    problem: Message::new("instrument-missing"),
                });
            }
        }
        for paragraph in &self.paragraphs {
            let mut fault = |problem: Message| {
                let reference = paragraph.reference.to_string();
                let place = Message::new("at-paragraph").text("id", reference);
                faults.push(InstrumentFault { place, problem });
            };
            let Treatment::AskedBy(questions) = &paragraph.treatment else {
                continue;
            };
            if questions.is_empty() {
                fault(Message::new("instrument-asked-by-none"));
            }
            for id in questions {
                let problem = match self.questions.iter().find(|question| question.id == *id) {
                    None => "instrument-asked-by-unknown",
                    Some(question) if !question.paragraphs.contains(&paragraph.reference) => {
                        "instrument-asked-by-other"
                    }
                    Some(_) => continue,
                };
                fault(Message::new(problem).text("question", id.as_str()));
            }
        }
    }
}

impl Question {
    fn fault(&self, problem: Message) -> InstrumentFault {
        let place = Message::new("at-question").text("id", self.id.as_str());
        InstrumentFault { place, problem }
    }
}

fn has_double<T: Ord>(values: &[T]) -> bool {
    values.iter().collect::<BTreeSet<_>>().len() < values.len()
}

fn report_doubles<T: Ord + fmt::Display>(
    what: &'static str,
    ids: impl Iterator<Item = T>,
    faults: &mut Vec<InstrumentFault>,
) {
    let mut seen = BTreeSet::new();
    let mut reported = BTreeSet::new();
    for id in ids {
        let name = id.to_string();
        if !seen.insert(id) && reported.insert(name.clone()) {
            faults.push(InstrumentFault {
                place: Message::new(what).text("id", name),
                problem: Message::new("instrument-id-twice"),
            });
        }
    }
}
