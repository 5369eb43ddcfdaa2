//! What the round says beside a question.

use guidepost::domain::{Amount, Figure, Level, PublishedStatement};

use super::{question, round};

#[test]
fn a_question_says_what_the_report_says_of_it() {
    for (id, level, expected) in [
        ("7.steps", Level::National, "yes 37 (37)"),
        ("7.policy", Level::Regional, "yes 24 (24)"),
        ("7.policy", Level::Local, "yes 26 (26)"),
        (
            "7.plan",
            Level::National,
            "yes most (0), paragraph-6-no-plan",
        ),
        ("6", Level::National, "yes or in part most (0)"),
        ("17.a", Level::National, "yes 30 (30), in part 2 (2)"),
        ("17.a", Level::Local, "nothing"),
        ("17.b", Level::National, "yes 26 (26), in part 8 (8)"),
        (
            "17.b",
            Level::Regional,
            "yes 16 (16), in part 1 (1), note-20-level",
        ),
        ("17.b", Level::Local, "yes 17 (17), note-20-level"),
        ("17.c", Level::Regional, "yes 20 (20), in part 7 (7)"),
        ("17.e", Level::National, "yes 23 (23), in part 10 (0)"),
        ("18.a", Level::National, "yes 33 (33), in part 1 (1)"),
        ("6.a", Level::National, "yes 34 (33), note-35-last-name"),
        ("21.b", Level::National, "yes 35 (0)"),
        ("25.media", Level::National, "yes 37 (0)"),
        ("23.a", Level::National, "yes majority (0)"),
        ("23.b", Level::National, "yes 18 (18), note-50-no-count"),
        (
            "23.d.outcomes",
            Level::National,
            "yes 20 (20), in part 1 (1)",
        ),
        (
            "23.d.unintended",
            Level::National,
            "yes 27 (27), in part 1 (1), note-53-canada, notes-53-54-same-list",
        ),
        (
            "23.components",
            Level::National,
            "yes 28 (28), notes-53-54-same-list",
        ),
        (
            "27.links",
            Level::National,
            "yes 29 (29), in part 1 (0), no 8 (8), paragraph-48-in-part",
        ),
        ("27.c", Level::National, "yes 32 (0)"),
        ("29.need", Level::National, "yes 24 (19), need-count"),
        ("29.offer", Level::National, "yes 19 (14), offer-count"),
        ("12.rights", Level::National, "nothing"),
        ("7.lead", Level::National, "nothing"),
    ] {
        assert_eq!(figures(id, level), expected, "{id} {level}");
    }
}

/// `yes/in part/no`, each with its number or word, and in brackets how many are named.
fn figures(id: &str, level: Level) -> String {
    let round = round();
    let Some(statement) = round.statement(&question(id), level) else {
        return "nothing".to_owned();
    };
    let PublishedStatement {
        replies,
        yes,
        in_part,
        yes_or_in_part,
        no,
        doubts,
    } = statement;
    assert_eq!(replies, 42);
    let show = |name: &str, figure: Option<Figure>| {
        figure.map(|figure| {
            let amount = match figure.amount {
                Amount::Number(number) => number.to_string(),
                Amount::Most => "most".to_owned(),
                Amount::Majority => "majority".to_owned(),
            };
            format!("{name} {amount} ({})", figure.states.len())
        })
    };
    let shown = [
        show("yes", yes),
        show("in part", in_part),
        show("yes or in part", yes_or_in_part),
        show("no", no),
    ];
    shown
        .into_iter()
        .flatten()
        .chain(doubts.iter().map(|doubt| doubt.id.to_string()))
        .collect::<Vec<_>>()
        .join(", ")
}
