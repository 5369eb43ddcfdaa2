//! When a change is saved by itself, as a table.

use std::time::{Duration, Instant};

use guidepost::store::{AutosaveTimer, Urgency};

/// What happens, at so many milliseconds.
#[derive(Clone, Copy)]
enum Event {
    Key,
    Click,
    Submitted,
    Failed,
    Succeeded,
}

type Events = &'static [(u64, Event)];

/// Plays the events, and says at how many milliseconds a save is due after them.
fn due_at(events: &[(u64, Event)]) -> Option<u64> {
    let start = Instant::now();
    let at = |milliseconds| start + Duration::from_millis(milliseconds);
    let mut timer = AutosaveTimer::default();
    for &(moment, event) in events {
        match event {
            Event::Key => timer.changed(at(moment), Urgency::Typing),
            Event::Click => timer.changed(at(moment), Urgency::Now),
            Event::Submitted => timer.submitted(),
            Event::Failed => timer.failed(at(moment)),
            Event::Succeeded => timer.succeeded(),
        }
    }
    let due = timer
        .wait(start)
        .map(|wait| u64::try_from(wait.as_millis()).unwrap());
    if let Some(due) = due {
        assert!(timer.due(at(due)));
        assert!(due == 0 || !timer.due(at(due - 1)));
    } else {
        assert!(!timer.due(at(1_000_000)));
    }
    due
}

#[test]
fn typing_waits_less_than_a_second_from_the_first_key_and_a_click_waits_for_nothing() {
    use Event::{Click, Failed, Key, Submitted, Succeeded};
    let cases: &[(Events, Option<u64>)] = &[
        (&[], None),
        (&[(100, Key)], Some(850)),
        // Someone who never pauses is saved all the same.
        (&[(100, Key), (400, Key), (800, Key)], Some(850)),
        (&[(100, Click)], Some(100)),
        (&[(100, Key), (300, Click)], Some(300)),
        (&[(100, Click), (101, Key)], Some(100)),
        (&[(100, Key), (850, Submitted)], None),
        (&[(100, Key), (850, Submitted), (900, Key)], Some(1_650)),
        // A failure is tried again by itself, each time later; a change does not wait for that.
        (&[(0, Click), (0, Submitted), (10, Failed)], Some(5_010)),
        (&[(0, Failed), (0, Submitted), (10, Failed)], Some(10_010)),
        (
            &[(0, Failed), (0, Submitted), (0, Succeeded), (10, Failed)],
            Some(5_010),
        ),
        (&[(0, Failed), (100, Key)], Some(850)),
        (&[(0, Key), (700, Failed)], Some(750)),
    ];
    for (number, (events, expected)) in cases.iter().enumerate() {
        assert_eq!(due_at(events), *expected, "case {number}");
    }
    let many: Vec<_> = [(0, Failed), (0, Submitted)].repeat(100);
    assert_eq!(due_at(&[many, vec![(0, Failed)]].concat()), Some(60_000));
}
