//! The 42 samples: what the 2007 report printed stands in the report of a round, in its order.

use guidepost::domain::{Round, StateCode};
use guidepost::report::{Block, Document};

use super::assistance::rows as assistance_rows;
use super::{line_of, lines, report, samples};
use crate::support::library;

/// The names of the States of a note as the report has them, in alphabetical order.
fn names(states: &[StateCode]) -> String {
    let mut names: Vec<String> = states
        .iter()
        .map(|state| library().states.name_in(*state, 2007))
        .collect();
    names.sort();
    let last = names.pop().unwrap();
    if names.is_empty() {
        return format!("{last}.");
    }
    format!("{} and {last}.", names.join(", "))
}

/// The States of the published report's note.
fn note(number: u8) -> String {
    let lists = library().round.lists.iter();
    let mut lists = lists.filter(|list| list.place.note == Some(number));
    names(&lists.next().unwrap().states)
}

/// The paragraph of the 2007 report, how our line begins, what it says, and the note there.
const KNOWN: [(u8, &str, &str, u8); 18] = [
    (
        5,
        "Steps taken",
        "At least 37 of the 42 replies say that the government has taken steps to apply the approach of the Guidelines.",
        2,
    ),
    (
        7,
        "Crime prevention policy",
        "At the national level, at least 37 of the 42 replies say that there is a specific crime prevention policy, strategy or action plan.",
        3,
    ),
    (
        7,
        "Crime prevention policy",
        " At the regional level, at least 24 of the 42 replies say so.",
        4,
    ),
    (
        7,
        "Crime prevention policy",
        " At the local level, at least 26 of the 42 replies say so.",
        5,
    ),
    (
        9,
        "Policy laid down in law",
        "At least 25 of the 42 replies say that the national crime prevention policy or strategy is laid down in legislation or in a decree.",
        6,
    ),
    (10, "Ministry of the interior –", " 12 replies", 7),
    (
        12,
        "Centres or focal points",
        "At the national level, at least 30 of the 42 replies say that there are centres or focal points for crime prevention, with expertise and resources;",
        13,
    ),
    (
        12,
        "Centres or focal points",
        " a further 2 say so in part.",
        14,
    ),
    (
        12,
        "Centres or focal points",
        " At the regional level, at least 23 of the 42 replies say so.",
        15,
    ),
    (
        14,
        "Coordination between",
        " a further 4 say so in part.",
        23,
    ),
    (
        14,
        "Coordination between",
        " a further 7 say so in part.",
        24,
    ),
    (
        15,
        "Partnerships beyond",
        " At the local level, at least 18 of the 42 replies say so.",
        27,
    ),
    (
        18,
        "Courses at places",
        "At least 32 of the 42 replies say that government encourages universities, colleges and others to offer courses on crime prevention.",
        32,
    ),
    (
        20,
        "Children and young",
        "At least 36 of the 42 replies say that crime prevention focuses on children and young people at risk of offending or of becoming victims.",
        36,
    ),
    (
        32,
        "Repeat victimization",
        "At least 31 of the 42 replies say that there are strategies to keep victims of crime from becoming victims again.",
        47,
    ),
    (
        37,
        "Costs of crime",
        "At least 17 of the 42 replies say that the costs of crime and of its control, prevention included, are systematically assessed.",
        49,
    ),
    (
        48,
        "Links to organized",
        "At least 29 of the 42 replies say that the links between transnational organized crime and national and local crime problems are analysed;",
        56,
    ),
    (48, "Links to organized", " 8 say No.", 55),
];

#[test]
fn known_figures_stand_with_their_base_and_their_states() {
    let report = report(&samples(), &Round::default());
    let lines = lines(&report.document);
    for (paragraph, title, said, number) in KNOWN {
        let expected = format!("{said}[{}]", note(number));
        let found = line_of(&lines, title);
        assert!(
            found.contains(&expected),
            "paragraph {paragraph}, note {number}:\n{expected}\nis not in\n{found}"
        );
    }
    assert_eq!(
        note(55),
        "Brunei Darussalam, Czech Republic, Egypt, Iceland, Mauritius, Netherlands, Serbia and \
         Slovenia."
    );
    assert!(note(9).ends_with("Singapore and Swaziland."));
}

#[test]
fn the_chapters_are_in_the_order_of_2007() {
    let report = report(&samples(), &Round::default());
    let headings = headings(&report.document);
    assert_eq!(
        headings,
        [
            "I. Introduction",
            "Response by regional group",
            "How to read the figures",
            "II. Structuring crime prevention in government",
            "A. Policies, strategies and action plans (paragraph 7)",
            "B. Responsibility for leadership (paragraph 7)",
            "C. Structures in government (paragraph 17)",
            "D. Skills (paragraph 18)",
            "III. Approaches to crime prevention",
            "A. Social crime prevention (paragraphs 6(a), 8, 14 and 25)",
            "B. Local crime prevention (paragraph 6(b))",
            "C. Situational crime prevention (paragraphs 6(c), 12 and 26)",
            "D. Reintegration and the prevention of reoffending (paragraph 6(d))",
            "IV. Implementation",
            "A. Assessment of costs (paragraph 20)",
            "B. Planning and evaluation (paragraphs 22 and 23)",
            "C. Links between local crime and transnational organized crime (paragraphs 13, 27 and 31)",
            "V. International cooperation, networks and technical assistance",
            "A. Guides and tools to share (paragraph 33)",
            "B. Technical assistance (paragraph 29)",
            "VI. Conclusions",
            "Annex: figures by question and level",
            "Choices",
            "Lists",
            "Technical assistance",
            "Annex: files that came in",
            "Annex: what is not known",
        ]
    );
}

fn headings(document: &Document) -> Vec<&str> {
    let headings = document.blocks.iter().filter_map(|block| match block {
        Block::Heading { text, .. } => Some(text.as_str()),
        _ => None,
    });
    headings.collect()
}

#[test]
fn need_and_offer_stand_side_by_side_as_in_the_table_of_2007() {
    let report = report(&samples(), &Round::default());
    let rows = assistance_rows(&report.document);
    assert_eq!(rows.len(), 13, "the 12 areas, and the mark over all");
    for expected in [
        [
            "Government structures for prevention (paragraph 17)",
            "Mauritius, Pakistan, Poland, Portugal, Romania, Syrian Arab Republic",
            "Canada, Hungary, Slovakia (in part)",
        ],
        [
            "Skills for crime prevention (paragraph 18)",
            "Hungary, Mauritius, Pakistan, Slovakia (in part), Syrian Arab Republic",
            "Romania",
        ],
        [
            "Prevention of reoffending (paragraph 6(d))",
            "Pakistan, Romania, Slovakia",
            "Japan",
        ],
        [
            "All areas",
            "Belarus, Bolivia, Dominican Republic, Republic of Moldova, Senegal, Serbia, South \
             Africa",
            "Bolivia, Singapore",
        ],
    ] {
        assert!(rows.iter().any(|row| row == &expected), "{expected:?}");
    }
}

#[test]
fn the_introduction_says_who_replied_and_how_far_that_carries() {
    let report = report(&samples(), &Round::default());
    let lines = lines(&report.document);
    let replied = line_of(&lines, "Of the 192 States invited, 42 replied: ");
    assert!(replied.ends_with("United Arab Emirates and United States of America."));
    line_of(
        &lines,
        "Fewer than half of the States invited replied (42 of 192).",
    );
    line_of(
        &lines,
        "The figures rest on 42 replies, one for each State.",
    );
    line_of(
        &lines,
        "The notes name the States in alphabetical order, with the names that they bore in 2007.",
    );
    let banner = report.document.banner.unwrap();
    assert_eq!(banner, "A trial with samples: nobody’s replies");
    assert!(
        report
            .document
            .footer
            .contains("not a form of the United Nations")
    );
}
