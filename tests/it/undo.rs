//! Taking back and making again: properties over random edits.

use std::collections::BTreeSet;

use guidepost::domain::{
    Answer, AreaId, Assessment, AssistanceSide, AssistanceTarget, Cell, Change, Edit, Extent,
    FieldValue, History, Instrument, Kind, Level, Levels, Profile, Side, Standing, Step, TextField,
    Trail,
};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::support::random::{answered, change};
use crate::support::{
    after, apply, but_for_the_trail, cases, empty, instrument, question, set, stamp,
};

/// What every assessment keeps to, whatever was done to it.
#[track_caller]
fn check_whole(instrument: &Instrument, assessment: &Assessment) {
    assert!(assessment.trail.entries().count() <= Trail::CAPACITY);
    for (id, answer) in &assessment.answers {
        let question = instrument.question(id).unwrap();
        assert!(answer.cells.is_empty() || question.has_cells(), "{id}");
        for (level, cell) in &answer.cells {
            assert!(question.levels.contains(level), "{id} at {level}");
            assert_ne!(*cell, Cell::default(), "{id} at {level}");
        }
        assert!(answer.texts.values().all(|text| !text.is_empty()), "{id}");
        let has = |field| answer.texts.contains_key(&field);
        assert!(!has(TextField::Text) || question.kind == Kind::Text, "{id}");
        let is_choice = matches!(question.kind, Kind::Choice(_));
        assert!(
            answer.choice.is_none() && !has(TextField::Choice) || is_choice,
            "{id}"
        );
        assert!(
            answer.items.is_empty() || matches!(question.kind, Kind::List(_)),
            "{id}"
        );
        let items: BTreeSet<_> = answer.items.iter().map(|(id, _)| id).collect();
        assert_eq!(items.len(), answer.items.len(), "{id}");
        let pieces: BTreeSet<_> = answer.evidence.iter().map(|(id, _)| id).collect();
        assert_eq!(pieces.len(), answer.evidence.len(), "{id}");
        assert!(
            answer
                .items
                .iter()
                .all(|(_, item)| !item.name.trim().is_empty()),
            "{id}"
        );
        assert!(
            answer
                .evidence
                .iter()
                .all(|(_, piece)| !piece.title.trim().is_empty()),
            "{id}"
        );
        assert!(
            answer.cleared.is_none() || !answer.is_empty(),
            "{id} is cleared and empty"
        );
        assert_eq!(answer.revision, question.revision, "{id}");
        for field in answer.stamps.keys() {
            assert_eq!(answer.value(field).field(), *field, "{id}");
        }
    }
}

/// One edit, as a session makes it.
fn make(assessment: &mut Assessment, history: &mut History, change: Change, second: i64) {
    let (question, field) = (change.question().cloned(), change.field());
    let typed = change.is_typed(assessment);
    let edit = Edit {
        stamp: stamp("Ana", second),
        change,
    };
    if let Ok(inverse) = assessment.apply(instrument(), edit) {
        history.record(Step {
            inverse,
            question,
            field,
            typed,
        });
    }
}

fn reverse(assessment: &mut Assessment, step: &Step) -> Step {
    let inverse = assessment
        .apply(instrument(), step.inverse.clone())
        .unwrap();
    Step {
        inverse,
        ..step.clone()
    }
}

fn undo_all(assessment: &mut Assessment, history: &mut History) {
    while let Some(step) = history.take_undo() {
        let again = reverse(assessment, &step);
        history.record_undone(again);
    }
}

fn redo_all(assessment: &mut Assessment, history: &mut History) {
    while let Some(step) = history.take_redo() {
        let back = reverse(assessment, &step);
        history.record_redone(back);
    }
}

proptest! {
    #![proptest_config(cases(96))]

    #[test]
    fn an_edit_and_its_inverse_leave_everything_as_it_was(
        start in answered(0.2),
        change in change(),
    ) {
        let mut assessment = start.clone();
        if let Ok(inverse) = apply(&mut assessment, change) {
            prop_assert_eq!(inverse.is_nothing(), assessment == start);
            apply(&mut assessment, inverse).unwrap();
            prop_assert_eq!(but_for_the_trail(&assessment), but_for_the_trail(&start));
        } else {
            prop_assert_eq!(assessment, start);
        }
    }

    #[test]
    fn the_inverse_of_an_inverse_makes_the_edit_again(
        start in answered(0.2),
        change in change(),
    ) {
        let mut assessment = start;
        let Ok(inverse) = apply(&mut assessment, change) else { return Ok(()) };
        let made = but_for_the_trail(&assessment);
        let again = apply(&mut assessment, inverse).unwrap();
        apply(&mut assessment, again).unwrap();
        prop_assert_eq!(but_for_the_trail(&assessment), made);
    }

    #[test]
    fn an_edit_made_twice_is_the_same_as_made_once(start in answered(0.2), change in change()) {
        let mut assessment = start;
        if matches!(change, Change::Several(_)) {
            return Ok(());
        }
        if apply(&mut assessment, change.clone()).is_ok() {
            let once = assessment.clone();
            let again = apply(&mut assessment, change).unwrap();
            prop_assert!(again.is_nothing());
            prop_assert_eq!(assessment, once);
        }
    }

    #[test]
    fn any_edits_can_all_be_taken_back_and_all_be_made_again(
        changes in vec(change(), 1..40),
    ) {
        let (mut assessment, mut history) = (empty(), History::default());
        for (second, change) in (0..).zip(changes) {
            make(&mut assessment, &mut history, change, second);
            check_whole(instrument(), &assessment);
        }
        let made = but_for_the_trail(&assessment);
        for _ in 0..2 {
            undo_all(&mut assessment, &mut history);
            prop_assert_eq!(but_for_the_trail(&assessment), but_for_the_trail(&empty()));
            redo_all(&mut assessment, &mut history);
            prop_assert_eq!(&but_for_the_trail(&assessment), &made);
        }
    }
}

fn typed(text: &str) -> Change {
    let value = FieldValue::Text(TextField::Exists, text.to_owned());
    set("17.a", value)
}

fn flagged(id: &str, flag: bool) -> Change {
    set(id, FieldValue::Flag(flag))
}

fn named(institution: &str) -> Change {
    Change::Profile(Box::new(Profile {
        institution: institution.to_owned(),
        ..empty().profile.clone()
    }))
}

/// How many steps these changes come to; `None` stands for a field that loses the focus.
#[track_caller]
fn check_steps(changes: &[Option<Change>], expected: usize) {
    let (mut assessment, mut history) = (empty(), History::default());
    for change in changes {
        match change {
            Some(change) => make(&mut assessment, &mut history, change.clone(), 0),
            None => history.end_run(),
        }
    }
    let mut steps = 0;
    while let Some(step) = history.take_undo() {
        reverse(&mut assessment, &step);
        steps += 1;
    }
    assert_eq!(steps, expected);
    assert_eq!(but_for_the_trail(&assessment), but_for_the_trail(&empty()));
}

#[test]
fn typing_on_in_one_field_is_one_step() {
    let [a, b, c] = ["a", "a p", "a plan"].map(typed);
    check_steps(&[Some(a.clone()), Some(b.clone()), Some(c.clone())], 1);
    check_steps(&[Some(a.clone()), None, Some(b.clone())], 2);
    check_steps(
        &[
            Some(a.clone()),
            Some(flagged("17.a", true)),
            Some(b.clone()),
        ],
        3,
    );
    check_steps(&[Some(a.clone()), Some(flagged("17.b", true))], 2);
    check_steps(&[Some(a.clone()), Some(a.clone())], 1);
    check_steps(
        &[
            Some(a),
            Some(Change::Clear(question("17.a"))),
            Some(b),
            Some(c),
        ],
        3,
    );
}

#[test]
fn typing_on_in_the_profile_is_one_step() {
    let [a, b] = ["C", "Council"].map(named);
    check_steps(&[Some(a.clone()), Some(b.clone())], 1);
    check_steps(&[Some(a.clone()), None, Some(b.clone())], 2);
    check_steps(&[Some(a), Some(typed("a")), Some(b)], 3);
}

#[test]
fn each_click_is_a_step_of_its_own() {
    let says = |standing| {
        let value = FieldValue::Standing(Level::National, standing);
        Some(set("17.a", value))
    };
    let clicks = [Some(Standing::Yes), Some(Standing::No), None];
    check_steps(&clicks.map(says), 3);
    let needs = |extent, reason: &str| {
        let area = AssistanceTarget::Area(AreaId::parse("17").unwrap());
        let side = AssistanceSide {
            extent,
            reason: reason.to_owned(),
            ..AssistanceSide::default()
        };
        Some(set("29", FieldValue::Assistance(area, Side::Need, side)))
    };
    let (yes, no) = (Some(Extent::Yes), Some(Extent::No));
    check_steps(&[needs(yes, ""), needs(no, "")], 2);
    let typed = [
        needs(yes, ""),
        needs(yes, "f"),
        needs(yes, "fu"),
        needs(no, "fu"),
    ];
    check_steps(&typed, 3);
    let levels = Change::Profile(Box::new(Profile {
        levels: Levels {
            local: false,
            ..Levels::default()
        },
        ..empty().profile.clone()
    }));
    check_steps(&[Some(levels), Some(named("C"))], 2);
}

#[test]
fn a_new_edit_forgets_what_could_be_made_again() {
    let (mut assessment, mut history) = (empty(), History::default());
    make(&mut assessment, &mut history, flagged("17.a", true), 0);
    undo_all(&mut assessment, &mut history);
    assert!(history.next_redo().is_some());
    make(&mut assessment, &mut history, flagged("17.a", false), 0);
    assert!(
        history.next_redo().is_some(),
        "nothing changed, so nothing is forgotten"
    );
    make(&mut assessment, &mut history, flagged("17.b", true), 0);
    assert!(history.next_redo().is_none());
}

#[test]
fn the_history_keeps_the_newest_500_steps() {
    let (mut assessment, mut history) = (empty(), History::default());
    for second in 0..510 {
        let change = flagged(
            if second % 2 == 0 { "17.a" } else { "17.b" },
            second % 4 < 2,
        );
        make(&mut assessment, &mut history, change, second);
        history.end_run();
    }
    let mut steps = 0;
    while history.take_undo().is_some() {
        steps += 1;
    }
    assert_eq!(steps, History::CAPACITY);
}

#[test]
fn an_answer_to_a_question_that_is_not_asked_here_can_be_put_back() {
    let id = question("99");
    let answer = Answer {
        flag: true,
        ..Answer::default()
    };
    let mut assessment = after([Change::Restore(id.clone(), Some(Box::new(answer.clone())))]);
    assert_eq!(assessment.answers[&id], answer);
    let unknown: Vec<_> = assessment.unknown_answers(instrument()).collect();
    assert_eq!(unknown, [(&id, &answer)]);
    let yes = FieldValue::Standing(Level::National, Some(Standing::Yes));
    assert!(apply(&mut assessment, set("99", yes)).is_err());
}
