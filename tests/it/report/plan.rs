//! The plan in the State's own report: the same order, the same line of days and the same words as
//! on the screen.

use guidepost::analysis::plan;
use guidepost::domain::{ActionId, Assessment, Change, FieldValue, Level, PlannedAction, Standing};
use guidepost::report::{Block, Figures, Format, Mark, TimelineAction};
use guidepost::words::{ENGLISH, Words};
use jiff::civil::{Date, date};
use uuid::Uuid;

use super::read::Document;
use super::{DAY, bytes, whole_report};
use crate::support::{after, instrument, question, set};

fn action(number: u128, what: &str, by: Option<Date>, gap: Option<&str>) -> Change {
    let action = PlannedAction {
        what: what.to_owned(),
        by,
        gaps: gap
            .map(|id| (question(id), Level::National))
            .into_iter()
            .collect(),
        ..PlannedAction::default()
    };
    Change::Action(ActionId(Uuid::from_u128(number)), Some(Box::new(action)))
}

/// A plan in which ids, words and days each have another order.
fn planned() -> Assessment {
    let yes = FieldValue::Standing(Level::National, Some(Standing::Yes));
    after([
        set("17.a", yes),
        action(1, "Zeta", Some(date(2027, 3, 1)), None),
        action(2, "Alpha", Some(date(2027, 3, 1)), None),
        action(3, "Omega", None, None),
        action(4, "Late", Some(date(2026, 11, 18)), Some("17.b")),
        action(5, "Done", Some(date(2026, 10, 1)), Some("17.a")),
        action(6, "Now", Some(DAY), Some("17.b")),
    ])
}

/// The line of days: its length, today, its ticks and its actions.
fn timeline(assessment: &Assessment) -> (u32, u32, Vec<u32>, Vec<TimelineAction>) {
    let blocks = whole_report(assessment).document.blocks;
    let mut charts = blocks.into_iter().filter_map(|block| match block {
        Block::Chart(chart) => Some(chart.figures),
        _ => None,
    });
    let found = charts.find_map(|figures| match figures {
        Figures::Timeline {
            days,
            today,
            ticks,
            actions,
            ..
        } => {
            let ticks = ticks.iter().map(|tick| tick.day).collect();
            Some((days, today, ticks, actions))
        }
        _ => None,
    });
    found.unwrap()
}

#[test]
fn the_line_of_days_is_that_of_the_screen() {
    let assessment = planned();
    let plan = plan(instrument(), &assessment, DAY);
    let (days, today, ticks, actions) = timeline(&assessment);
    let stretch = plan.timeline.unwrap();
    assert_eq!((days, today), (stretch.days, stretch.today));
    let expected: Vec<u32> = stretch.ticks.iter().map(|tick| tick.day).collect();
    assert_eq!(ticks, expected);
    let drawn: Vec<(&str, u32)> = actions
        .iter()
        .map(|action| (&*action.label, action.day))
        .collect();
    let steps = plan.dated.iter();
    let expected: Vec<(&str, u32)> = steps
        .map(|step| {
            let action = &assessment.actions[&step.action];
            (action.what.as_str(), step.day.unwrap())
        })
        .collect();
    assert_eq!(drawn, expected);
}

#[test]
fn each_action_says_how_it_stands_by_words_and_by_a_shape() {
    let (.., actions) = timeline(&planned());
    let said: Vec<(&str, Mark, &str)> = actions
        .iter()
        .map(|action| (&*action.label, action.mark, &*action.words))
        .collect();
    let expected = [
        ("Done", Mark::Met, "1 October 2026, its gaps are closed"),
        ("Late", Mark::Overdue, "18 November 2026, overdue by 3 days"),
        ("Now", Mark::Ahead, "21 November 2026, today"),
        ("Alpha", Mark::Ahead, "1 March 2027, in 100 days"),
        ("Zeta", Mark::Ahead, "1 March 2027, in 100 days"),
    ];
    assert_eq!(said, expected);
}

#[test]
fn the_table_has_the_order_of_the_line_and_names_the_questions() {
    let document = Document::read(&bytes(&whole_report(&planned()), Format::Docx));
    let tables = document.tables.iter();
    let table = tables.rev().find(|table| table.rows[0][0] == "What");
    let rows = &table.unwrap().rows[1..];
    let said: Vec<(&str, &str)> = rows.iter().map(|row| (&*row[0], &*row[4])).collect();
    let title = &instrument().question(&question("17.b")).unwrap().title;
    let serves = format!("17.b {title}, National");
    let closed = &instrument().question(&question("17.a")).unwrap().title;
    let closed = format!("17.a {closed}, National");
    let expected = [
        ("Done", closed.as_str()),
        ("Late", &serves),
        ("Now", &serves),
        ("Alpha", ""),
        ("Zeta", ""),
        ("Omega", ""),
    ];
    assert_eq!(said, expected);
}

#[test]
fn whoever_does_not_see_the_line_is_told_its_scale() {
    let document = Document::read(&bytes(&whole_report(&planned()), Format::Docx));
    let stretch = plan(instrument(), &planned(), DAY).timeline.unwrap();
    let scale = Words::load(ENGLISH).scale(&stretch, DAY);
    let mut tables = document.tables.iter();
    assert!(tables.any(|table| table.description.starts_with(&scale)));
}

#[test]
fn each_picture_says_what_it_is_of() {
    let document = Document::read(&bytes(&whole_report(&planned()), Format::Docx));
    let body = &document.parts["word/document.xml"];
    for said in [
        "descr=\"Alpha: 1 March 2027, in 100 days\"",
        "descr=\"Government leadership (7): ",
    ] {
        assert!(body.contains(said), "{said}");
    }
}
