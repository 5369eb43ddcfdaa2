//! Whether a published round speaks of the questions that an instrument asks.

use super::FILE;
use crate::domain::{
    AreaId, Instrument, Kind, KindId, Level, OptionId, PublishedRound, Question, QuestionId, Says,
    TextField,
};
use crate::format::Diagnostic;

/// Everything in the round that the instrument cannot take: questions that it does not ask, or not
/// at this level, options, areas and kinds that it lacks. With another instrument than the one that
/// the round was written for this is no fault; the round then has less to say.
pub fn check_published_round(round: &PublishedRound, instrument: &Instrument) -> Vec<Diagnostic> {
    let mut check = Check {
        instrument,
        faults: Vec::new(),
    };
    for list in &round.lists {
        check.says(&format!("list {}", list.id), &list.question, &list.says);
    }
    for count in &round.counts {
        check.says(&format!("count {}", count.id), &count.question, &count.says);
    }
    for doubt in &round.doubts {
        let element = format!("doubt {}", doubt.id);
        for about in &doubt.about {
            check.levels(&element, &about.question, &about.levels);
        }
        for settled in &doubt.settles {
            check.levels(&element, &settled.question, &[settled.level]);
        }
    }
    for example in &round.examples {
        check.example(
            &format!("example {}", example.id),
            &example.question,
            example.field,
        );
    }
    for observation in &round.observations {
        for question in &observation.questions {
            check.question(&format!("observation {}", observation.id), question);
        }
    }
    for guide in &round.guides {
        check.list(
            &format!("guide {}", guide.id),
            &guide.question,
            Some(&guide.kind),
        );
    }
    for network in &round.networks {
        check.list(&format!("network {}", network.id), &network.question, None);
    }
    for obstacle in &round.obstacles {
        check.list(
            &format!("obstacle {}", obstacle.id),
            &obstacle.question,
            Some(&obstacle.kind),
        );
    }
    check.assistance(round);
    check.faults
}

struct Check<'a> {
    instrument: &'a Instrument,
    faults: Vec<Diagnostic>,
}

impl<'a> Check<'a> {
    fn fault(&mut self, element: &str, message: impl Into<String>) {
        self.faults
            .push(Diagnostic::element(FILE, element, message));
    }

    fn question(&mut self, element: &str, id: &QuestionId) -> Option<&'a Question> {
        let question = self.instrument.question(id);
        if question.is_none() {
            self.fault(element, format!("question {id} is not asked"));
        }
        question
    }

    fn says(&mut self, element: &str, id: &QuestionId, says: &Says) {
        match says {
            Says::Cell { levels, .. } if levels.is_empty() => {}
            Says::Cell { levels, .. } => self.levels(element, id, levels),
            Says::Option(option) => self.option(element, id, option),
        }
    }

    fn levels(&mut self, element: &str, id: &QuestionId, levels: &[Level]) {
        let Some(question) = self.question(element, id) else {
            return;
        };
        if !levels.is_empty() && !question.has_cells() {
            self.fault(element, format!("question {id} has no standings"));
        }
        for level in levels
            .iter()
            .filter(|level| !question.levels.contains(level))
        {
            self.fault(
                element,
                format!("question {id} is not asked at the {level} level"),
            );
        }
    }

    fn option(&mut self, element: &str, id: &QuestionId, option: &OptionId) {
        let Some(question) = self.question(element, id) else {
            return;
        };
        match &question.kind {
            Kind::Choice(options) if options.iter().any(|one| one.id == *option) => {}
            Kind::Choice(_) => self.fault(element, format!("question {id} lacks option {option}")),
            _ => self.fault(element, format!("question {id} is not a choice")),
        }
    }

    fn example(&mut self, element: &str, id: &QuestionId, field: TextField) {
        let Some(question) = self.question(element, id) else {
            return;
        };
        let fits = match field {
            TextField::Text => question.kind == Kind::Text,
            TextField::Choice => matches!(question.kind, Kind::Choice(_)),
            _ => question.has_cells(),
        };
        if !fits {
            self.fault(element, format!("question {id} has no field {field}"));
        }
    }

    fn list(&mut self, element: &str, id: &QuestionId, kind: Option<&KindId>) {
        let Some(question) = self.question(element, id) else {
            return;
        };
        match (&question.kind, kind) {
            (Kind::List(kinds), Some(kind)) if kinds.iter().all(|known| known.id != *kind) => {
                self.fault(element, format!("question {id} lacks the kind {kind}"));
            }
            (Kind::List(_), _) => {}
            _ => self.fault(element, format!("question {id} is not a list")),
        }
    }

    fn assistance(&mut self, round: &PublishedRound) {
        let element = "assistance";
        let assistance = &round.assistance;
        let sheet = self.question(element, &assistance.question);
        if sheet.is_some_and(|question| question.kind != Kind::Assistance) {
            self.fault(
                element,
                format!("question {} is not a sheet", assistance.question),
            );
        }
        self.levels(element, &assistance.need_question, &[Level::National]);
        self.levels(element, &assistance.offer_question, &[Level::National]);
        for row in &assistance.rows {
            self.area(&row.area);
        }
        for remark in &assistance.remarks {
            if let Some(kind) = &remark.kind {
                self.kind(&format!("remark {}", remark.id), kind);
            }
        }
    }

    fn area(&mut self, id: &AreaId) {
        let found = self
            .instrument
            .parts()
            .areas
            .iter()
            .find(|area| area.id == *id);
        if found.is_none_or(|area| !area.in_all_areas) {
            self.fault(
                &format!("area {id}"),
                "is not one of the areas of assistance",
            );
        }
    }

    fn kind(&mut self, element: &str, id: &KindId) {
        if self
            .instrument
            .parts()
            .assistance_kinds
            .iter()
            .all(|kind| kind.id != *id)
        {
            self.fault(
                element,
                format!("kind {id} is not one of the kinds of assistance"),
            );
        }
    }
}
