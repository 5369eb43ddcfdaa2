//! The plan: its order, how each action stands, and where its day lies.

use guidepost::analysis::{Due, Plan, Scale, actions_for, find_gaps, gaps, plan};
use guidepost::domain::{ActionId, Assessment, Change, FieldValue, Level, PlannedAction, Standing};
use jiff::civil::{Date, date};
use proptest::prelude::*;
use uuid::Uuid;

use crate::support::random::anything;
use crate::support::{after, cases, instrument, question, set};

const TODAY: Date = date(2026, 11, 21);

fn action(number: u128, what: &str, by: Option<Date>, gaps: &[(&str, Level)]) -> Change {
    let action = PlannedAction {
        what: what.to_owned(),
        by,
        gaps: gaps
            .iter()
            .map(|(id, level)| (question(id), *level))
            .collect(),
        ..PlannedAction::default()
    };
    Change::Action(ActionId(Uuid::from_u128(number)), Some(Box::new(action)))
}

fn planned(assessment: &Assessment) -> Plan {
    plan(instrument(), assessment, TODAY)
}

/// The plan of actions by these days.
fn by(days: &[Date]) -> Plan {
    let days = days.iter().zip(1..);
    planned(&after(days.map(|(day, number)| {
        action(number, "something", Some(*day), &[])
    })))
}

#[test]
fn actions_stand_in_the_order_of_their_days_and_then_without() {
    let assessment = after([
        action(1, "b without", None, &[]),
        action(2, "late", Some(date(2027, 5, 1)), &[]),
        action(3, "a without", None, &[]),
        action(4, "early", Some(date(2026, 12, 1)), &[]),
    ]);
    let plan = planned(&assessment);
    let what = |steps: &[guidepost::analysis::Step]| -> Vec<String> {
        let actions = steps.iter().map(|step| &assessment.actions[&step.action]);
        actions.map(|action| action.what.clone()).collect()
    };
    assert_eq!(what(&plan.dated), ["early", "late"]);
    assert_eq!(what(&plan.undated), ["a without", "b without"]);
}

#[test]
fn a_day_is_to_come_today_or_passed() {
    for (day, due) in [
        (date(2026, 11, 22), Due::In(1)),
        (date(2027, 11, 21), Due::In(365)),
        (TODAY, Due::Today),
        (date(2026, 11, 20), Due::Since(1)),
    ] {
        let step = &by(&[day]).dated[0];
        assert_eq!(step.due, due, "{day}");
        assert_eq!(step.is_overdue(), matches!(due, Due::Since(_)));
    }
}

#[test]
fn an_action_is_met_once_all_its_gaps_are_closed() {
    let gaps = [("17.b", Level::National), ("17.b", Level::Local)];
    let says = |level, standing| set("17.b", FieldValue::Standing(level, Some(standing)));
    let planned_after = |changes: Vec<Change>| {
        let first = action(1, "a plan", Some(date(2026, 1, 1)), &gaps);
        planned(&after([first].into_iter().chain(changes))).dated[0].clone()
    };
    let step = planned_after(vec![says(Level::National, Standing::InPart)]);
    assert_eq!((step.gaps, step.closed, step.is_overdue()), (2, 0, true));
    let step = planned_after(vec![says(Level::National, Standing::Yes)]);
    assert_eq!((step.gaps, step.closed, step.is_overdue()), (2, 1, true));
    let step = planned_after(vec![
        says(Level::National, Standing::Yes),
        says(Level::Local, Standing::NotApplicable),
    ]);
    assert_eq!(
        (step.closed, step.is_met(), step.is_overdue()),
        (2, true, false)
    );
}

#[test]
fn the_timeline_is_told_in_months_quarters_or_years() {
    let told = |day: Date| {
        let timeline = by(&[day]).timeline.unwrap();
        let last = timeline.ticks.last().unwrap().date;
        (timeline.scale, timeline.first, last, timeline.ticks.len())
    };
    for (day, expected) in [
        (
            date(2026, 12, 24),
            (Scale::Months, date(2026, 11, 1), date(2027, 4, 1), 6),
        ),
        (
            date(2026, 9, 30),
            (Scale::Months, date(2026, 9, 1), date(2027, 2, 1), 6),
        ),
        (
            date(2028, 4, 30),
            (Scale::Months, date(2026, 11, 1), date(2028, 4, 1), 18),
        ),
        (
            date(2028, 5, 1),
            (Scale::Quarters, date(2026, 10, 1), date(2028, 4, 1), 7),
        ),
        (
            date(2032, 1, 1),
            (Scale::Years, date(2026, 1, 1), date(2032, 1, 1), 7),
        ),
        (
            date(2206, 1, 1),
            (Scale::Years, date(2020, 1, 1), date(2200, 1, 1), 19),
        ),
    ] {
        assert_eq!(told(day), expected, "{day}");
    }
    assert_eq!(planned(&after([action(1, "x", None, &[])])).timeline, None);
}

#[test]
fn a_gap_knows_the_actions_that_serve_it_the_earliest_first() {
    let gap = [("17.b", Level::Local)];
    let assessment = after([
        action(1, "later", Some(date(2028, 1, 1)), &gap),
        action(2, "some time", None, &gap),
        action(3, "soon", Some(date(2027, 1, 1)), &gap),
        action(4, "another level", None, &[("17.b", Level::National)]),
    ]);
    let serving = actions_for(&assessment, &question("17.b"), Level::Local);
    let serving: Vec<&str> = serving.iter().map(|(_, action)| &*action.what).collect();
    assert_eq!(serving, ["soon", "later", "some time"]);
}

#[test]
fn a_gap_is_found_by_its_number_and_by_words_of_its_question() {
    let assessment = after([]);
    let all = gaps(instrument(), &assessment);
    let found = |words: &str| -> Vec<String> {
        let found = find_gaps(instrument(), &all, words);
        let found = found.map(|gap| format!("{} {}", gap.question, gap.level));
        found.collect()
    };
    let plan = ["17.b national", "17.b regional", "17.b local"];
    assert_eq!(found("17.b"), plan);
    assert_eq!(found(" Plan  PREVENTION "), plan);
    assert_eq!(found("no such words"), [""; 0]);
    assert_eq!(found("").len(), all.len());
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn every_action_stands_once_and_every_day_on_the_timeline(assessment in anything()) {
        let plan = planned(&assessment);
        let steps = plan.dated.len() + plan.undated.len();
        prop_assert_eq!(steps, assessment.actions.len());
        prop_assert_eq!(plan.timeline.is_none(), plan.dated.is_empty());
        prop_assert!(plan.dated.is_sorted_by_key(|step| assessment.actions[&step.action].by));
        let Some(timeline) = plan.timeline else { return Ok(()) };
        prop_assert!(timeline.today < timeline.days);
        prop_assert!(timeline.ticks.len() < 25 && timeline.ticks.is_sorted_by_key(|tick| tick.day));
        prop_assert!(timeline.ticks.iter().all(|tick| tick.day < timeline.days));
        for step in &plan.dated {
            let by = assessment.actions[&step.action].by.unwrap();
            let day = step.day.unwrap();
            prop_assert!(day < timeline.days);
            let again = timeline.first.checked_add(jiff::Span::new().days(i64::from(day)));
            prop_assert_eq!(again.unwrap(), by);
        }
    }
}
