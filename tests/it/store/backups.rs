//! Dated copies: when they are taken, which ones stay, and what they hold.

use std::collections::BTreeSet;
use std::path::Path;
use std::time::{Duration, Instant};

use guidepost::store::{BackupTimer, Backups, Folders, new_identity, to_remove};
use jiff::Timestamp;
use jiff::tz::{Offset, TimeZone};
use proptest::prelude::*;

use super::names;

const NOW: &str = "2026-03-15T12:00:00Z";
const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

fn now() -> Timestamp {
    NOW.parse().unwrap()
}

fn ago(seconds: i64) -> Timestamp {
    Timestamp::from_second(now().as_second() - seconds).unwrap()
}

/// Which of the copies, by their age in seconds, are taken away.
fn removed(ages: impl IntoIterator<Item = i64>, zone: &TimeZone) -> Vec<i64> {
    let dates: Vec<_> = ages.into_iter().map(ago).collect();
    let removed = to_remove(&dates, now(), zone).into_iter();
    removed
        .map(|date| now().as_second() - date.as_second())
        .collect()
}

#[test]
fn the_last_20_stay_and_one_a_day_for_30_days() {
    let cases: &[(&str, Vec<i64>, Vec<i64>)] = &[
        ("none", vec![], vec![]),
        (
            "25 of today",
            (0..25).map(|n| n * MINUTE).collect(),
            (20..25).map(|n| n * MINUTE).collect(),
        ),
        (
            "one a day for 40 days: today and the 29 days before",
            (0..40).map(|n| n * DAY).collect(),
            (30..40).map(|n| n * DAY).collect(),
        ),
        (
            "20 of today, and of yesterday the newest",
            (0..20)
                .map(|n| n * MINUTE)
                .chain([DAY, DAY + HOUR, DAY + 2 * HOUR])
                .collect(),
            vec![DAY + HOUR, DAY + 2 * HOUR],
        ),
        (
            "20 across two days, and the day of the twentieth has one already",
            (0..19)
                .map(|n| n * MINUTE)
                .chain([DAY, DAY + HOUR, 2 * DAY])
                .collect(),
            vec![DAY + HOUR],
        ),
        (
            "few but old",
            vec![100 * DAY, 200 * DAY, 3000 * DAY],
            vec![],
        ),
        (
            "copies from the future take the place of no other",
            (1..=30)
                .map(|n| -n * DAY)
                .chain((0..21).map(|n| n * MINUTE))
                .collect(),
            vec![20 * MINUTE],
        ),
    ];
    for (name, ages, expected) in cases {
        assert_eq!(&removed(ages.clone(), &TimeZone::UTC), expected, "{name}");
        assert_eq!(
            &removed(ages.iter().rev().copied(), &TimeZone::UTC),
            expected,
            "{name}"
        );
    }
}

#[test]
fn a_day_is_one_where_the_machine_stands() {
    // 01:00 and, two hours before, 23:00 in Suva are two days, and one day in Universal Time.
    let suva = TimeZone::fixed(Offset::constant(12));
    let two = [2 * DAY - HOUR, 2 * DAY + HOUR];
    let ages = || (0..20).map(|n| n * MINUTE).chain(two);
    assert!(removed(ages(), &suva).is_empty());
    assert_eq!(removed(ages(), &TimeZone::UTC), [2 * DAY + HOUR]);
}

proptest! {
    #[test]
    fn the_newest_always_stay_and_a_second_look_removes_no_more(
        ages in prop::collection::btree_set(-5 * DAY..60 * DAY, 0..120)
    ) {
        let removed: BTreeSet<_> = removed(ages.iter().copied(), &TimeZone::UTC).into_iter().collect();
        let newest = ages.iter().filter(|age| 0 <= **age).take(20);
        prop_assert!(newest.clone().all(|age| !removed.contains(age)));
        let left: Vec<_> = ages.difference(&removed).copied().collect();
        prop_assert!(left.iter().filter(|age| 0 <= **age).count() <= 50);
        prop_assert!(super::backups::removed(left, &TimeZone::UTC).is_empty());
    }
}

#[test]
fn a_copy_is_taken_after_ten_minutes_of_changes() {
    let start = Instant::now();
    let at = |minutes| start + Duration::from_mins(minutes);
    let mut timer = BackupTimer::opened(start);
    assert!(!timer.saved(at(1)));
    assert!(!timer.saved(at(9)));
    assert!(timer.saved(at(10)));
    assert!(timer.saved(at(11)), "until it is taken");
    timer.taken(at(11));
    assert!(!timer.saved(at(20)));
    assert!(timer.saved(at(21)));
}

#[test]
fn copies_are_listed_newest_first_and_give_back_what_they_were_given() {
    let home = tempfile::tempdir().unwrap();
    let folders = Folders::at(home.path());
    let backups = Backups::of(&folders, new_identity(), Path::new("a"));
    let other = Backups::of(&folders, new_identity(), Path::new("a"));
    assert_eq!(backups.list().unwrap(), []);

    let keep = |text: &str, age| {
        backups
            .keep(text.as_bytes(), ago(age), &TimeZone::UTC)
            .unwrap()
    };
    keep("one", 3 * DAY);
    keep("two", 2 * DAY);
    // The same as the newest: none is taken.
    let same = keep("two", DAY);
    assert_eq!(same.taken, ago(2 * DAY));
    keep("one", 0);
    other.keep(b"another State", now(), &TimeZone::UTC).unwrap();
    std::fs::write(backups.folder().join("notes.txt"), "x").unwrap();

    let list = backups.list().unwrap();
    let dates: Vec<_> = list.iter().map(|backup| backup.taken).collect();
    assert_eq!(dates, [ago(0), ago(2 * DAY), ago(3 * DAY)]);
    assert_eq!(list[1].length, 3);
    assert_eq!(Backups::read(&list[1]).unwrap(), b"two");
    assert_eq!(other.list().unwrap().len(), 1);
}

#[test]
fn what_need_not_stay_goes_when_a_copy_is_taken() {
    let home = tempfile::tempdir().unwrap();
    let backups = Backups::of(&Folders::at(home.path()), new_identity(), Path::new("a"));
    for minute in (0..25).rev() {
        let text = format!("{minute}");
        backups
            .keep(text.as_bytes(), ago(minute * MINUTE), &TimeZone::UTC)
            .unwrap();
    }
    assert_eq!(backups.list().unwrap().len(), 20);
    // What follows the moment tells the place of the file, which is another on each machine.
    let oldest = names(backups.folder()).remove(0);
    assert!(oldest.starts_with("2026-03-15T11-41-00.000Z."), "{oldest}");
}

#[test]
fn copies_of_two_files_of_one_assessment_leave_each_other_alone_and_are_found_from_both() {
    let home = tempfile::tempdir().unwrap();
    let identity = new_identity();
    let of = |path: &str| Backups::of(&Folders::at(home.path()), identity, Path::new(path));
    let (one, other) = (
        of("/one/KEN.assessment.ron"),
        of("/other/KEN.assessment.ron"),
    );
    let keep = |backups: &Backups, text: &str, minute: i64| {
        backups
            .keep(text.as_bytes(), ago(minute * MINUTE), &TimeZone::UTC)
            .unwrap()
    };
    // As they were called before places were told apart.
    let old = "2026-03-10T01-00-00.000Z.assessment.ron";
    std::fs::create_dir_all(one.folder()).unwrap();
    std::fs::write(one.folder().join(old), "old").unwrap();
    keep(&one, "first", 90);
    for minute in (0..25).rev() {
        keep(&other, &format!("{minute}"), minute);
    }
    assert_eq!(one.newest().unwrap().unwrap().taken, ago(90 * MINUTE));
    // The same content in another place is another copy.
    keep(&one, "0", 0);
    let moved = of("/moved/KEN.assessment.ron");
    assert_eq!(moved.newest().unwrap().unwrap().taken, old_moment());
    for (backups, elsewhere) in [(&one, 20), (&other, 2), (&moved, 22)] {
        let list = backups.list().unwrap();
        assert_eq!(
            list.iter().filter(|copy| copy.is_elsewhere).count(),
            elsewhere
        );
        assert_eq!(list.len(), 1 + 2 + 20);
        assert_eq!(Backups::read(list.last().unwrap()).unwrap(), b"old");
    }
}

fn old_moment() -> Timestamp {
    "2026-03-10T01:00:00Z".parse().unwrap()
}

#[test]
fn the_last_submission_that_was_sent_is_kept_too() {
    let home = tempfile::tempdir().unwrap();
    let backups = Backups::of(&Folders::at(home.path()), new_identity(), Path::new("a"));
    assert_eq!(backups.sent().unwrap(), None);
    backups.keep_sent(b"first").unwrap();
    backups.keep_sent(b"second").unwrap();
    assert_eq!(backups.sent().unwrap().unwrap(), b"second");
    assert_eq!(backups.list().unwrap(), []);
}

#[cfg(unix)]
#[test]
fn only_their_owner_can_read_them() {
    use std::os::unix::fs::MetadataExt as _;
    let home = tempfile::tempdir().unwrap();
    let backups = Backups::of(
        &Folders::at(&home.path().join("new")),
        new_identity(),
        Path::new("a"),
    );
    let backup = backups.keep(b"remarks", now(), &TimeZone::UTC).unwrap();
    let mode = |path: &Path| std::fs::metadata(path).unwrap().mode() & 0o777;
    assert_eq!(mode(&backup.path), 0o600);
    assert_eq!(mode(backups.folder()), 0o700);
}
