//! The round against an instrument: whether its questions are asked there.

use std::fmt::Display;

use guidepost::domain::{
    AreaId, ChoiceOption, Help, Instrument, InstrumentId, InstrumentParts, Kind, KindId, Level,
    OptionId, Origin, Paragraph, ParagraphReference, PublishedRound, Question, QuestionId, Says,
    Section, SectionId, TextField, Treatment,
};
use guidepost::format::built_in_instrument;

use super::{question, round};

fn one(id: &str, kind: Kind) -> Question {
    Question {
        id: question(id),
        revision: 1,
        since: 1,
        section: SectionId::parse("all").unwrap(),
        kind,
        paragraphs: vec![ParagraphReference::parse("17").unwrap()],
        levels: vec![Level::National],
        principles: Vec::new(),
        area: None,
        origin: Origin::Ours,
        title: String::new(),
        text: String::new(),
        help: Help {
            covers: String::new(),
            counts: String::new(),
            counts_not: String::new(),
        },
    }
}

/// An instrument that asks little of what the round speaks of.
fn small_instrument() -> Instrument {
    let option = |id: &str| ChoiceOption {
        id: OptionId::parse(id).unwrap(),
        title: String::new(),
    };
    let questions = vec![
        one("7.steps", Kind::Text),
        one("17.b", Kind::Standing),
        one(
            "3.scope",
            Kind::Choice(vec![option("narrower"), option("other")]),
        ),
        one("20.how", Kind::Standing),
        one("33.guides", Kind::List(Vec::new())),
        one("30.networks", Kind::Text),
        one("29", Kind::List(Vec::new())),
    ];
    let asked: Vec<QuestionId> = questions.iter().map(|one| one.id.clone()).collect();
    let paragraph = |number: u8| Paragraph {
        reference: ParagraphReference::parse(&number.to_string()).unwrap(),
        title: String::new(),
        restatement: String::new(),
        treatment: if number == 17 {
            Treatment::AskedBy(asked.clone())
        } else {
            Treatment::Explained
        },
    };
    Instrument::new(InstrumentParts {
        id: InstrumentId::parse("small").unwrap(),
        version: 1,
        language: "en".to_owned(),
        title: String::new(),
        sources: Vec::new(),
        parts: Vec::new(),
        paragraphs: (1..=ParagraphReference::LAST).map(paragraph).collect(),
        principles: Vec::new(),
        areas: Vec::new(),
        assistance_kinds: Vec::new(),
        evidence_kinds: Vec::new(),
        sections: vec![Section {
            id: SectionId::parse("all").unwrap(),
            paragraphs: String::new(),
            title: String::new(),
            group: String::new(),
        }],
        questions,
    })
    .unwrap()
}

#[test]
fn the_round_fits_the_instrument() {
    let instrument = built_in_instrument().unwrap();
    assert_eq!(faults_of(&round(), &instrument), [""; 0]);
}

#[test]
fn everything_that_an_instrument_cannot_take_is_reported() {
    let lines = faults_of(&round(), &small_instrument());
    for expected in [
        "list note-2: question 7.steps has no standings",
        "list note-3: question 7.policy is not asked",
        "list note-18: question 17.b is not asked at the regional level",
        "doubt note-20-level: question 17.b is not asked at the local level",
        "list paragraph-5-scope: question 3.scope lacks option wider",
        "count paragraph-19-approaches: question 6 is not asked",
        "example poland-competitions: question 20.how has no field text",
        "guide cyprus: question 33.guides lacks the kind website",
        "network iom: question 30.networks is not a list",
        "assistance: question 29 is not a sheet",
        "area social: is not one of the areas of assistance",
        "remark canada: kind expertise is not one of the kinds of assistance",
        "observation success: question closing.success is not asked",
    ] {
        assert!(
            lines.iter().any(|line| line.ends_with(expected)),
            "{expected}"
        );
    }
    assert!(!lines.iter().any(|line| line.contains("list note-16")));
}

/// Everything in the round that the instrument cannot take: questions that it does not ask, or not
/// at this level, options, areas and kinds that it lacks.
fn faults_of(round: &PublishedRound, instrument: &Instrument) -> Vec<String> {
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
    faults: Vec<String>,
}

impl<'a> Check<'a> {
    fn fault(&mut self, element: &str, message: impl Display) {
        self.faults.push(format!("{element}: {message}"));
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
