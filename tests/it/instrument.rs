//! The built-in instrument is the one that the design decided: its tables stand here once more.

use std::collections::{BTreeMap, BTreeSet};

use guidepost::cli::json;
use guidepost::domain::{Instrument, Kind, Level, Origin, ParagraphReference, Treatment};
use guidepost::format::built_in_instrument;
use serde_json::json;

const N: &[Level] = &[Level::National];
const NRL: &[Level] = &[Level::National, Level::Regional, Level::Local];
const L: &[Level] = &[Level::Local];

/// Questions of one section that share kind and levels: these two, then the ids in order.
type Group = (&'static str, &'static [Level], &'static str);

/// Each section with its questions, in order.
const QUESTIONS: &[(&str, &[Group])] = &[
    (
        "approach",
        &[
            ("choice", N, "3.scope"),
            ("standing", N, "6 7.steps 7.plan"),
            ("standing", NRL, "7.policy"),
            ("fact", N, "7.law"),
            ("choice", N, "7.lead"),
            ("fact", N, "7.police"),
        ],
    ),
    (
        "inclusion",
        &[("standing", N, "6.a 8.integrated 8.youth 8.families")],
    ),
    (
        "partnership",
        &[("list", NRL, "9.partners"), ("standing", NRL, "16")],
    ),
    (
        "resources",
        &[
            ("standing", NRL, "10.resources"),
            ("standing", N, "10.results 10.accountability 11.basis"),
        ],
    ),
    (
        "rights",
        &[
            ("standing", N, "12.rights 12.lawfulness"),
            ("standing", NRL, "12.privacy"),
            ("standing", N, "13.diagnosis 14.gender 14.groups"),
        ],
    ),
    (
        "structures",
        &[
            ("standing", N, "17"),
            ("standing", NRL, "17.a 17.b 17.c 17.d 17.e"),
        ],
    ),
    ("skills", &[("standing", N, "18.a 18.b 18.c 18.d")]),
    ("support", &[("standing", N, "19.a 19.b 19.c")]),
    (
        "sustainability",
        &[
            ("standing", NRL, "20.a 20.b 20.c"),
            ("text", N, "20.how"),
            ("fact", N, "20.cost"),
        ],
    ),
    (
        "knowledge",
        &[
            ("standing", NRL, "21.a"),
            ("standing", N, "21.b 21.c 21.d 21.e 21.f 21.g"),
        ],
    ),
    (
        "planning",
        &[
            ("standing", NRL, "22.a 22.b 22.c"),
            ("standing", N, "22.d"),
            ("standing", NRL, "22.e"),
        ],
    ),
    (
        "evaluation",
        &[
            (
                "standing",
                N,
                "23.a 23.b 23.c 23.d.outcomes 23.d.unintended",
            ),
            ("fact", N, "23.components"),
        ],
    ),
    (
        "local",
        &[("standing", NRL, "6.b"), ("standing", N, "6.b.integrated")],
    ),
    (
        "social",
        &[
            ("standing", N, "25.a 25.b 25.c 25.d"),
            ("fact", N, "25.media"),
        ],
    ),
    (
        "situational",
        &[
            ("standing", NRL, "6.c 26.a 26.b"),
            ("standing", N, "26.c"),
            ("standing", NRL, "26.d"),
            ("standing", N, "26.e"),
        ],
    ),
    ("recidivism", &[("standing", NRL, "6.d")]),
    (
        "organized-crime",
        &[("standing", N, "27.links 27.a 27.b 27.c 31")],
    ),
    (
        "cooperation",
        &[
            ("standing", N, "28"),
            ("assistance", N, "29"),
            ("fact", N, "29.need 29.offer 29.given"),
            ("standing", N, "30 30.national"),
            ("list", N, "30.networks 30.obstacles"),
            ("standing", L, "30.cities"),
            ("list", N, "33.guides"),
        ],
    ),
    (
        "closing",
        &[(
            "text",
            N,
            "closing.success closing.challenges closing.needs",
        )],
    ),
];

const PRINCIPLES: &[(u8, &str)] = &[
    (
        7,
        "7.steps 7.plan 7.policy 17 17.a 17.b 17.c 18.a 19.b 20.a",
    ),
    (
        8,
        "6.a 8.integrated 8.youth 8.families 6.b 6.b.integrated 6.d 18.d 21.g 25.a 25.b 25.c 25.d \
         26.a 27.c",
    ),
    (
        9,
        "6.b 16 17.c 17.d 17.e 18.b 18.c 18.d 19.a 19.b 19.c 20.c 21.a 21.d 22.d 26.a 26.c 30 \
         30.cities 30.national",
    ),
    (
        10,
        "10.resources 10.results 10.accountability 17.a 17.b 19.a 19.c 20.a 20.b 20.c 22.c 22.e 23.b 23.c",
    ),
    (
        11,
        "11.basis 18.a 18.b 18.c 21.a 21.b 21.c 21.d 21.e 21.f 21.g 22.a 22.b 22.c 22.d 22.e 23.a \
         23.b 23.c 23.d.outcomes 23.d.unintended 26.e 30 30.cities 30.national",
    ),
    (
        12,
        "12.rights 12.lawfulness 12.privacy 23.d.unintended 25.c 25.d 26.d 28",
    ),
    (13, "13.diagnosis 27.links 27.a 27.b 27.c 31"),
    (
        14,
        "14.gender 14.groups 23.d.unintended 25.a 25.b 25.d 27.c",
    ),
];

/// The areas in the order of the report's table, with its paragraphs and the questions that belong.
const AREAS: &[(&str, &str, &str)] = &[
    ("17", "17", "17 17.a 17.b 17.c 17.d 17.e"),
    ("18", "18", "18.a 18.b 18.c 18.d"),
    ("19", "19", "19.a 19.b 19.c"),
    (
        "social",
        "6(a) 8 25",
        "6.a 8.integrated 8.youth 8.families 25.a 25.b 25.c 25.d 25.media",
    ),
    ("local", "6(b)", "6.b 6.b.integrated"),
    ("situational", "6(c) 26", "6.c 26.a 26.b 26.c 26.d 26.e"),
    ("recidivism", "6(d)", "6.d"),
    (
        "sustainability",
        "1 10 20",
        "10.resources 10.results 10.accountability 20.a 20.b 20.c 20.how 20.cost",
    ),
    (
        "knowledge",
        "11 21",
        "11.basis 21.a 21.b 21.c 21.d 21.e 21.f 21.g",
    ),
    ("planning", "22", "22.a 22.b 22.c 22.d 22.e"),
    (
        "evaluation",
        "23",
        "23.a 23.b 23.c 23.d.outcomes 23.d.unintended 23.components",
    ),
    (
        "organized-crime",
        "13 27 31",
        "13.diagnosis 27.links 27.a 27.b 27.c 31",
    ),
    ("other", "", ""),
];

/// What the report of 2007 shows to have been asked in 2006; then what is Guidepost's own.
const ASKED_2006: &str = "6 7.steps 7.plan 7.policy 7.law 7.lead 7.police 6.a 8.integrated 8.youth \
    14.gender 14.groups 17.a 17.b 17.c 17.d 17.e 18.a 18.b 18.c 18.d 20.how 20.cost 21.b 21.d 21.g \
    22.a 22.b 22.c 22.d 22.e 23.a 23.b 23.c 23.d.outcomes 23.d.unintended 23.components 6.b \
    6.b.integrated 25.a 25.b 25.c 25.d 25.media 26.a 26.b 26.c 26.d 26.e 6.d 27.links 27.b 27.c 29 \
    29.need 29.offer 30 30.networks 30.obstacles 33.guides closing.success closing.challenges \
    closing.needs";
const OURS: &str = "3.scope 30.cities";

/// The questions whose meaning the second version changed: an answer to the first may be another now.
const REVISED: &str = "7.law 12.rights 13.diagnosis 14.groups 16 17 17.b 18.c 18.d 19.a 20.a 20.b 20.c \
    21.d 21.f 22.c 23.a 23.d.unintended 25.c 25.d 27.c 6.d";
const ADDED: &str = "10.accountability 6.c 29.given 30.national";

/// The paragraphs that have letters, each with its last letter.
const LETTERS: &[(u8, char)] = &[
    (6, 'd'),
    (17, 'e'),
    (18, 'd'),
    (19, 'c'),
    (20, 'c'),
    (21, 'g'),
    (22, 'e'),
    (23, 'd'),
    (25, 'd'),
    (26, 'e'),
    (27, 'c'),
];

const EXPLAINED: &str = "2 4 15 18 19 21 22 24 25 26 32";

fn instrument() -> Instrument {
    built_in_instrument().expect("the built-in instrument is sound")
}

fn check_options(question: &str, expected: &str) {
    let instrument = instrument();
    let question = instrument
        .questions()
        .iter()
        .find(|candidate| candidate.id.as_str() == question)
        .expect("the question exists");
    let found: Vec<_> = match &question.kind {
        Kind::Choice(options) => options.iter().map(|option| option.id.as_str()).collect(),
        Kind::List(kinds) => kinds.iter().map(|kind| kind.id.as_str()).collect(),
        _ => Vec::new(),
    };
    assert_eq!(found.join(" "), expected, "{}", question.id);
}

#[test]
fn the_sections_hold_the_questions_of_the_design() {
    let instrument = instrument();
    let mut expected = Vec::new();
    for (section, groups) in QUESTIONS {
        for (kind, levels, ids) in *groups {
            for id in ids.split_whitespace() {
                let revision = if REVISED.split_whitespace().any(|revised| revised == id) {
                    2
                } else {
                    1
                };
                expected.push((*section, id, *kind, levels.to_vec(), revision));
            }
        }
    }
    let found: Vec<_> = instrument
        .questions()
        .iter()
        .map(|question| {
            let (section, id) = (question.section.as_str(), question.id.as_str());
            (
                section,
                id,
                question.kind.token(),
                question.levels.clone(),
                question.revision,
            )
        })
        .collect();
    assert_eq!(found, expected);
    let sections = instrument
        .sections()
        .iter()
        .map(|section| section.id.as_str());
    assert!(sections.eq(QUESTIONS.iter().map(|(section, _)| *section)));
}

#[test]
fn the_principles_are_served_by_the_questions_of_the_design() {
    let instrument = instrument();
    let numbers = instrument
        .principles()
        .iter()
        .map(|principle| principle.number);
    assert!(numbers.eq(7..=14));
    for (number, ids) in PRINCIPLES {
        let expected: BTreeSet<_> = ids.split_whitespace().collect();
        let serving = instrument
            .questions()
            .iter()
            .filter(|question| question.serves(*number));
        let found: BTreeSet<_> = serving.map(|question| question.id.as_str()).collect();
        assert_eq!(found, expected, "principle {number}");
    }
}

#[test]
fn the_areas_are_those_of_the_report_in_its_order() {
    let instrument = instrument();
    let ids = instrument.areas().iter().map(|area| area.id.as_str());
    assert!(ids.eq(AREAS.iter().map(|(id, ..)| *id)));
    for (area, (id, paragraphs, questions)) in instrument.areas().iter().zip(AREAS) {
        let found: Vec<_> = area.paragraphs.iter().map(ToString::to_string).collect();
        assert_eq!(found.join(" "), *paragraphs, "area {id}");
        assert_eq!(area.in_all_areas, *id != "other", "area {id}");
        let belongs = |area_of: &Option<_>| area_of.as_ref() == Some(&area.id);
        let expected: BTreeSet<_> = questions.split_whitespace().collect();
        let found: BTreeSet<_> = instrument
            .questions()
            .iter()
            .filter(|question| belongs(&question.area))
            .map(|question| question.id.as_str())
            .collect();
        assert_eq!(found, expected, "area {id}");
    }
}

#[test]
fn the_origins_are_those_that_the_report_shows() {
    let asked: BTreeSet<_> = ASKED_2006.split_whitespace().collect();
    let ours: BTreeSet<_> = OURS.split_whitespace().collect();
    for question in instrument().questions() {
        let expected = match question.id.as_str() {
            id if asked.contains(id) => Origin::Asked2006,
            id if ours.contains(id) => Origin::Ours,
            _ => Origin::Guidelines,
        };
        assert_eq!(question.origin, expected, "{}", question.id);
    }
}

#[test]
fn the_second_version_adds_four_questions() {
    let instrument = instrument();
    assert_eq!(
        (instrument.parts().version, instrument.questions().len()),
        (2, 93)
    );
    let added = instrument.questions().iter().filter(|each| each.since == 2);
    let added: Vec<_> = added.map(|question| question.id.as_str()).collect();
    assert_eq!(added.join(" "), ADDED);
}

#[test]
fn all_33_paragraphs_and_their_letters_are_there_in_order() {
    let letters: BTreeMap<_, _> = LETTERS.iter().copied().collect();
    let mut expected = Vec::new();
    for number in 1..=33 {
        expected.push(number.to_string());
        if let Some(last) = letters.get(&number) {
            expected.extend(('a'..=*last).map(|letter| format!("{number}({letter})")));
        }
    }
    let instrument = instrument();
    let paragraphs = &instrument.parts().paragraphs;
    let found: Vec<_> = paragraphs
        .iter()
        .map(|paragraph| paragraph.reference.to_string())
        .collect();
    assert_eq!(found, expected);
    let explained: Vec<_> = paragraphs
        .iter()
        .filter(|paragraph| paragraph.treatment == Treatment::Explained)
        .map(|paragraph| paragraph.reference.to_string())
        .collect();
    assert_eq!(explained.join(" "), EXPLAINED);
}

#[test]
fn the_headings_cover_every_paragraph_once() {
    let instrument = instrument();
    let covered = instrument
        .parts()
        .parts
        .iter()
        .flat_map(|part| part.first..=part.last);
    assert!(covered.eq(1..=ParagraphReference::LAST));
}

#[test]
fn choices_lists_and_kinds_have_their_slugs() {
    check_options("3.scope", "as-guidelines wider narrower other");
    check_options(
        "7.lead",
        "interior interior-with-others police justice several independent council \
         health-institute other",
    );
    check_options(
        "9.partners",
        "ministry local-authority community-organization non-governmental business professional \
         academic faith media citizens other",
    );
    check_options(
        "30.networks",
        "global regional-intergovernmental city-network research police-cooperation other",
    );
    check_options(
        "30.obstacles",
        "funding staff language information legal other",
    );
    check_options("33.guides", "guide toolkit manual compendium website other");
    let instrument = instrument();
    let parts = instrument.parts();
    let slugs = |kinds: &[guidepost::domain::ItemKind]| {
        kinds
            .iter()
            .map(|kind| kind.id.to_string())
            .collect::<Vec<_>>()
            .join(" ")
    };
    assert_eq!(
        slugs(&parts.assistance_kinds),
        "expertise training finance research other"
    );
    assert_eq!(
        slugs(&parts.evidence_kinds),
        "law amendment decree plan budget survey report guide other"
    );
}

#[test]
fn every_question_has_all_its_texts_and_none_is_another_questions() {
    let instrument = instrument();
    let mut seen = BTreeMap::new();
    for question in instrument.questions() {
        let id = &question.id;
        let help = &question.help;
        assert!(
            question.title.chars().count() <= 48,
            "{id}: {}",
            question.title
        );
        assert!(
            question.text.chars().count() <= 130,
            "{id}: {}",
            question.text
        );
        assert!(question.text.ends_with('?'), "{id}: {}", question.text);
        let reasons = question.principles.iter().map(|served| &served.reason);
        let texts = [
            &question.title,
            &question.text,
            &help.covers,
            &help.counts,
            &help.counts_not,
        ];
        for text in texts.into_iter().chain(reasons) {
            assert!(!text.trim().is_empty(), "{id} has an empty text");
            if let Some(other) = seen.insert(text.clone(), id.clone()) {
                panic!("{id} and {other} have the same text: {text}");
            }
        }
    }
}

#[test]
fn the_instrument_is_shown_as_json_by_ids() {
    let shown = json::instrument(&instrument());
    assert_eq!(shown["sections"][0], "approach");
    assert_eq!(shown["areas"][12], "other");
    let question = |id: &str| {
        let questions = shown["questions"].as_array().expect("a list of questions");
        questions
            .iter()
            .find(|question| question["id"] == id)
            .cloned()
            .expect("the question")
    };
    assert_eq!(
        question("17.a"),
        json!({
            "id": "17.a",
            "revision": 1,
            "section": "structures",
            "kind": "standing",
            "paragraphs": ["17(a)"],
            "levels": ["national", "regional", "local"],
            "principles": [7, 10],
            "area": "17",
            "origin": "asked_2006",
        })
    );
    assert_eq!(question("26.a")["paragraphs"], json!(["6(c)", "26(a)"]));
    assert_eq!(question("14.gender")["area"], json!(null));
    let keys: Vec<_> = shown.as_object().expect("an object").keys().collect();
    assert_eq!(keys, ["sections", "questions", "areas"]);
}
