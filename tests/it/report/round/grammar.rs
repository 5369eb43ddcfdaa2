//! The sentences for none, one, two, some and all.

use guidepost::domain::{Level, Round, Standing};
use guidepost::report::Block;

use super::{line_of, lines, reply, report, rows_of};
use crate::support::{instrument, state};

/// The States of the replies, as many as are needed.
const STATES: [(&str, &str); 5] = [
    ("ALB", "Albania"),
    ("BEL", "Belgium"),
    ("CHL", "Chile"),
    ("DNK", "Denmark"),
    ("ECU", "Ecuador"),
];

const CLAUSE: &str = "prevention is a permanent part of government structures and programmes, with clear responsibilities and goals";

/// Replies with these answers, in the order of the States; `None` is silent.
#[track_caller]
fn check(answers: &[Option<Standing>], expected: &str) {
    let replies: Vec<_> = answers
        .iter()
        .zip(STATES)
        .map(|(standing, (code, _))| {
            let cells: Vec<_> = standing
                .map(|it| (Level::National, it))
                .into_iter()
                .collect();
            reply(code, "17", &cells)
        })
        .collect();
    let report = report(&replies, &Round::default());
    let lines = lines(&report.document);
    let beginning = "Clear responsibilities and goals. ";
    let found = line_of(&lines, beginning).strip_prefix(beginning).unwrap();
    assert_eq!(found, expected.replace("{}", CLAUSE));
}

#[test]
fn counts_are_said_with_their_base() {
    use Standing::{InPart, No, NotApplicable, NotKnown, Yes};
    let [yes, in_part, no] = [Yes, InPart, No].map(Some);
    check(&[yes], "The one reply says that {}.[Albania.]");
    check(
        &[yes, yes],
        "Both replies say that {}.[Albania and Belgium.]",
    );
    check(
        &[yes, yes, yes],
        "All 3 replies say that {}.[Albania, Belgium and Chile.]",
    );
    check(
        &[yes, None, None],
        "At least 1 of the 3 replies says that {}.[Albania.]",
    );
    check(
        &[yes, yes, in_part, no],
        "2 of the 4 replies say that {};[Albania and Belgium.] a further 1 says so in \
         part;[Chile.] 1 says No.[Denmark.]",
    );
    check(
        &[yes, in_part, in_part, no, None],
        "At least 1 of the 5 replies says that {};[Albania.] a further 2 say so in part;[Belgium \
         and Chile.] 1 says No.[Denmark.]",
    );
    check(
        &[in_part, in_part, None],
        "At least 2 of the 3 replies say that, in part, {};[Albania and Belgium.] none says so in \
         full.",
    );
    check(
        &[no, no, None],
        "None of the 3 replies says that {}; 2 say No;[Albania and Belgium.] 1 does not answer.",
    );
    check(
        &[no, None],
        "Neither of the 2 replies says that {}; 1 says No;[Albania.] 1 does not answer.",
    );
    check(
        &[yes, Some(NotApplicable), Some(NotKnown), Some(NotKnown)],
        "1 of the 4 replies says that {};[Albania.] for 1 the question does not arise;[Belgium.] 2 \
         have no information.",
    );
}

#[test]
fn nothing_is_said_of_what_nobody_answered() {
    let replies = [reply("ALB", "17", &[]), reply("BEL", "17", &[])];
    let report = report(&replies, &Round::default());
    let lines = lines(&report.document);
    assert!(
        !lines
            .iter()
            .any(|line| line.starts_with("Clear responsibilities"))
    );
    assert!(!lines.iter().any(|line| line.starts_with("A. Policies")));
    let asked = instrument().questions().len();
    line_of(
        &lines,
        &format!("{asked} questions are answered by no reply:"),
    );
    let unanswered = rows_of(&report.document, |table| {
        table.name.contains("answered by no reply")
    });
    let structures = unanswered.iter();
    let mut structures = structures.filter(|row| row[0] == "Government structures");
    let questions = &structures.next().unwrap()[1];
    assert!(
        questions.starts_with("17\u{2002}Clear responsibilities and goals\n17.a\u{2002}"),
        "{questions}"
    );
}

#[test]
fn a_round_without_replies_is_a_report_without_figures() {
    let report = report(&[], &Round::default());
    let lines = lines(&report.document);
    line_of(&lines, "None of the 193 States invited has replied.");
    let nothing = "No reply is counted yet, so there are no figures.";
    assert_eq!(lines.iter().filter(|line| *line == nothing).count(), 2);
    line_of(&lines, "No file has come in yet.");
    line_of(&lines, "No reply is counted yet, so nothing is known.");
    for untrue in [
        "0 replies",
        "Of 0",
        "How to read",
        "by no reply",
        "statements",
    ] {
        let found = lines.iter().find(|line| line.contains(untrue));
        assert_eq!(found, None);
    }
    let mut blocks = report.document.blocks.iter();
    assert!(!blocks.any(|block| matches!(block, Block::Table(table) if table.rows.is_empty())));
}

/// What the one reply says at all three levels.
#[test]
fn one_reply_is_not_counted_but_told() {
    let check = |standing, expected: [&str; 2]| {
        let cells = [Level::National, Level::Local].map(|level| (level, standing));
        let mut only = reply("ALB", "7.policy", &cells);
        only.profile.levels.regional = false;
        let lines = lines(&report(&[only], &Round::default()).document);
        let [national, local] = expected;
        let note = if standing == Standing::NotKnown {
            ""
        } else {
            "[Albania.]"
        };
        assert_eq!(
            line_of(&lines, "Crime prevention policy or strategy."),
            format!(
                "Crime prevention policy or strategy. At the national level, {national}.{note} At \
                 the local level, {local}.{note}"
            )
        );
    };
    let asked = "the question “Is there a specific crime prevention policy, strategy or action \
                 plan?”";
    check(
        Standing::Yes,
        [
            "the one reply says that there is a specific crime prevention policy, strategy or \
             action plan",
            "the one reply says so",
        ],
    );
    check(
        Standing::InPart,
        [
            "the one reply says that, in part, there is a specific crime prevention policy, \
             strategy or action plan",
            "the one reply says so in part",
        ],
    );
    check(
        Standing::No,
        [
            &format!("the one reply says No to {asked}"),
            "the one reply says No",
        ],
    );
    check(
        Standing::NotApplicable,
        [
            &format!("the one reply says that {asked} does not arise"),
            "the one reply says that the question does not arise",
        ],
    );
    check(
        Standing::NotKnown,
        [
            &format!("the one reply has no information on {asked}"),
            "the one reply has no information",
        ],
    );
}

#[test]
fn each_level_has_a_base_of_its_own() {
    let all = |standing| [Level::National, Level::Regional, Level::Local].map(|it| (it, standing));
    let mut without = reply("BEL", "7.policy", &all(Standing::Yes)[..1]);
    without.profile.levels.regional = false;
    let replies = [
        reply("ALB", "7.policy", &all(Standing::Yes)),
        without,
        reply("CHL", "7.policy", &all(Standing::No)[..2]),
    ];
    let report = report(&replies, &Round::default());
    let lines = lines(&report.document);
    assert_eq!(
        line_of(&lines, "Crime prevention policy or strategy."),
        "Crime prevention policy or strategy. At the national level, 2 of the 3 replies say that \
         there is a specific crime prevention policy, strategy or action plan;[Albania and \
         Belgium.] 1 says No.[Chile.] At the regional level, 1 of the 2 replies says \
         so;[Albania.] 1 says No;[Chile.] 1 State that replied has no such level. At the local \
         level, at least 1 of the 3 replies says so.[Albania.]"
    );
}

#[test]
fn names_stand_in_the_order_of_their_letters_and_of_their_time() {
    let check = |year: i16, expected: [&str; 4]| {
        let round = Round {
            closing: Some(jiff::civil::date(year, 12, 31)),
            ..Round::default()
        };
        let codes = ["TUR", "TKM", "CZE", "CYP"];
        let replies = codes.map(|code| reply(code, "17", &[(Level::National, Standing::Yes)]));
        let report = report(&replies, &round);
        let [first, second, third, last] = expected;
        let note = format!("[{first}, {second}, {third} and {last}.]");
        let lines = lines(&report.document);
        let found = line_of(&lines, "Clear responsibilities");
        assert!(found.contains(&note), "{found}");
    };
    check(2030, ["Cyprus", "Czechia", "Türkiye", "Turkmenistan"]);
    check(2015, ["Cyprus", "Czech Republic", "Turkey", "Turkmenistan"]);
    let name = |code, year| crate::support::library().states.name_in(state(code), year);
    assert_eq!(name("SWZ", 2017), "Swaziland");
    assert_eq!(name("SWZ", 2018), "Eswatini");
}
