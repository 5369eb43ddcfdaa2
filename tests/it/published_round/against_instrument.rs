//! The round against an instrument: whether its questions are asked there.

use guidepost::domain::{
    ChoiceOption, Help, Instrument, InstrumentId, InstrumentParts, Kind, Level, OptionId, Origin,
    Paragraph, ParagraphReference, Question, QuestionId, Section, SectionId, Treatment,
};
use guidepost::format::{built_in_instrument, check_published_round};

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
    assert_eq!(check_published_round(&round(), &instrument), []);
}

#[test]
fn everything_that_an_instrument_cannot_take_is_reported() {
    let faults = check_published_round(&round(), &small_instrument());
    let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
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
