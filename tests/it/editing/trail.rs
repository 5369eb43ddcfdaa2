//! Who did what, and when.

use guidepost::domain::{
    ActionId, Change, Edit, Field, FieldValue, PlannedAction, Profile, Sent, Standing, TextField,
    Trail, TrailEntry,
};

use jiff::Timestamp;
use uuid::Uuid;

use super::{N, has, says, text};
use crate::support::{empty, instrument, question, set, stamp};

/// The trail after these edits, oldest first, as `Ana 17.a text.exists value`.
#[track_caller]
fn check_trail(edits: &[(&str, Change)], expected: &[&str]) {
    let mut assessment = empty();
    for (second, (who, change)) in (1_i64..).zip(edits) {
        let edit = Edit {
            stamp: stamp(who, second),
            change: change.clone(),
        };
        assessment.apply(instrument(), edit).unwrap();
    }
    let line = |entry: &TrailEntry| {
        let question = entry.question.as_ref().map_or("-", |id| id.as_str());
        let field = entry.field.as_ref().map(guidepost::format::field_name);
        let field = field.as_deref().unwrap_or("-");
        let TrailEntry { stamp, value, .. } = entry;
        format!(
            "{} {} {question} {field} {value}",
            stamp.when.as_second(),
            stamp.who
        )
    };
    let lines: Vec<String> = assessment.trail.entries().map(line).collect();
    assert_eq!(lines, expected);
}

#[test]
fn the_trail_tells_who_did_what() {
    let id = || question("17.a");
    check_trail(
        &[
            ("Ana", set("17.a", says(N, Standing::Yes))),
            ("Ana", set("17.a", says(N, Standing::Yes))),
            ("Ben", set("17.a", FieldValue::Flag(true))),
            ("Ana", Change::Clear(id())),
            ("Ana", Change::Reopen(id())),
            ("Ana", Change::Restore(id(), None)),
            ("Ana", has(&[])),
        ],
        &[
            "1 Ana 17.a standing.national yes",
            "3 Ben 17.a flag flag",
            "4 Ana 17.a - cleared",
            "5 Ana 17.a - reopened",
            "6 Ana 17.a - restored",
            "7 Ana - - profile",
        ],
    );
}

#[test]
fn while_one_person_types_on_the_trail_goes_on_with_the_same_entry() {
    let typed = |text_so_far: &str| set("17.a", text(TextField::Exists, text_so_far));
    check_trail(
        &[
            ("Ana", typed("a")),
            ("Ana", typed("a p")),
            ("Ana", typed("a plan")),
            ("Ben", typed("a plan!")),
            ("Ana", set("17.b", text(TextField::Exists, "b"))),
            ("Ana", typed("a plan")),
        ],
        &[
            "3 Ana 17.a text.exists a plan",
            "4 Ben 17.a text.exists a plan!",
            "5 Ana 17.b text.exists b",
            "6 Ana 17.a text.exists a plan",
        ],
    );
    let named = |institution: &str| {
        Change::Profile(Box::new(Profile {
            institution: institution.to_owned(),
            ..empty().profile.clone()
        }))
    };
    check_trail(
        &[
            ("Ana", named("C")),
            ("Ana", named("Co")),
            ("Ben", named("Council")),
        ],
        &["2 Ana - - profile", "3 Ben - - profile"],
    );
}

#[test]
fn the_trail_has_an_entry_for_each_planned_action_and_each_reply() {
    let planned = |id: u128, what: &str| {
        let action = PlannedAction {
            what: what.to_owned(),
            ..PlannedAction::default()
        };
        Change::Action(ActionId(Uuid::from_u128(id)), Some(Box::new(action)))
    };
    let sent = |revision: u32| {
        let sent = Sent {
            revision,
            digest: String::new(),
            when: Timestamp::UNIX_EPOCH,
            released_by: stamp("Ana", 0),
            title: String::new(),
            reference: String::new(),
        };
        Change::Sent(revision, Some(Box::new(sent)))
    };
    check_trail(
        &[
            ("Ana", planned(1, "a law")),
            ("Ana", planned(2, "a")),
            ("Ana", planned(2, "a plan")),
            ("Ana", sent(1)),
            ("Ana", sent(2)),
        ],
        &[
            "1 Ana - - action 00000000-0000-0000-0000-000000000001",
            "3 Ana - - action 00000000-0000-0000-0000-000000000002",
            "4 Ana - - sent 1",
            "5 Ana - - sent 2",
        ],
    );
}

#[test]
fn the_trail_shortens_what_is_long() {
    let long = "é".repeat(81);
    let expected = format!("1 Ana 17.a text.exists {}…", "é".repeat(80));
    let change = set("17.a", text(TextField::Exists, &long));
    check_trail(&[("Ana", change)], &[&expected]);
}

#[test]
fn the_trail_keeps_the_newest_2000_entries_and_counts_the_rest() {
    let mut assessment = empty();
    for second in 0..2_005 {
        let flag = FieldValue::Flag(second % 2 == 0);
        let edit = Edit {
            stamp: stamp(if second % 2 == 0 { "Ana" } else { "Ben" }, second),
            change: set("17.a", flag),
        };
        assessment.apply(instrument(), edit).unwrap();
    }
    let trail = &assessment.trail;
    assert_eq!((trail.entries().count(), trail.folded()), (2_000, 5));
    assert_eq!(trail.entries().next().unwrap().stamp.when.as_second(), 5);
    let entries: Vec<TrailEntry> = trail.entries().cloned().collect();
    let first = entries[0].clone();
    let restored = Trail::restore([first].into_iter().chain(entries), 5);
    assert_eq!((restored.entries().count(), restored.folded()), (2_000, 6));
}

#[test]
fn a_field_keeps_the_stamp_of_the_one_who_gave_it_its_value() {
    let mut assessment = empty();
    let mut make = |who, second, value| {
        let edit = Edit {
            stamp: stamp(who, second),
            change: set("17.a", value),
        };
        assessment.apply(instrument(), edit).unwrap();
    };
    make("Ana", 1, says(N, Standing::Yes));
    make("Ben", 2, text(TextField::Exists, "a plan"));
    make("Ben", 3, says(N, Standing::Yes));
    let stamps = &assessment.answers[&question("17.a")].stamps;
    assert_eq!(stamps[&Field::Standing(N)], stamp("Ana", 1));
    assert_eq!(stamps[&Field::Text(TextField::Exists)], stamp("Ben", 2));
}
