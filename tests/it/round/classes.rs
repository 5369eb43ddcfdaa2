//! The class of each file that comes in.

use std::fs;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use guidepost::app::round::{Class, collate, files};
use guidepost::domain::{Round, RoundDecision, Standing, StateCode, Submission};
use guidepost::format::write_round;
use jiff::civil::Date;
use proptest::prelude::*;
use serde_json::Value;

use super::{
    bytes, cell, codes, collated, collated_files, digest, folder_of, mixture, reply, samples,
    strings,
};
use crate::support::{cases, explained, instrument, json, library, run, state, word};

#[test]
fn every_file_has_its_class_and_no_intruder_moves_the_counts() {
    let folder = folder_of(mixture().into_iter().map(|(name, bytes, _)| (name, bytes)));
    let collation = collated(folder.path(), None);
    let given: Vec<(String, Class)> = collation
        .files
        .iter()
        .map(|file| {
            (
                file.path.file_name().unwrap().to_str().unwrap().to_owned(),
                file.class,
            )
        })
        .collect();
    let expected: Vec<(String, Class)> = mixture()
        .into_iter()
        .map(|(name, _, class)| (name.to_owned(), class))
        .collect();
    assert_eq!(given, expected);
    assert!(
        collation
            .files
            .iter()
            .all(|file| explained(&file.reason).ends_with('.'))
    );
    let counted: Vec<StateCode> = collation.tally.counted.iter().copied().collect();
    assert_eq!(codes(&counted), ["CAN", "JPN"]);
    let waiting: Vec<StateCode> = collation.waiting.iter().copied().collect();
    assert_eq!(codes(&waiting), ["KEN", "MLI"]);
    assert_eq!((collation.invited.len(), collation.is_trial), (193, false));

    let ran = run(&["collate", word(folder.path()), "--json"]);
    assert_eq!(ran.code, 1, "some inputs were refused");
    let printed: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(cell(&printed, "17", "national", "yes"), ["CAN"]);
    assert_eq!(cell(&printed, "17", "national", "no"), ["JPN"]);
    let keys: Vec<&str> = printed
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    assert_eq!(
        keys,
        [
            "files",
            "counted",
            "waiting",
            "invited",
            "trial",
            "groups",
            "questions",
            "choices",
            "lists",
            "assistance",
        ]
    );
}

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn neither_the_order_of_the_files_nor_the_number_of_threads_makes_a_difference(
        order in Just((0..mixture().len()).collect::<Vec<usize>>()).prop_shuffle(),
        workers in 1..9_usize,
    ) {
        let folder = folder_of(mixture().into_iter().map(|(name, bytes, _)| (name, bytes)));
        let paths: Vec<PathBuf> = mixture().iter().map(|(name, ..)| folder.path().join(name)).collect();
        let shuffled: Vec<PathBuf> = order.iter().map(|place| paths[*place].clone()).collect();
        let workers = NonZeroUsize::new(workers).unwrap();
        prop_assert_eq!(
            collate(&files(&shuffled).unwrap(), instrument(), &library().states, None, workers),
            collated_files(&paths, None)
        );
    }
}

/// Whatever comes with the samples, and however often: their lists do not move.
#[test]
fn the_samples_stay_counted_among_files_that_are_no_replies() {
    let folder = samples();
    let inbox = folder.path().join("in");
    let alone = collated(&inbox, None);
    assert!(alone.is_trial);
    for (name, bytes, class) in mixture() {
        let is_reply = matches!(
            class,
            Class::Counted
                | Class::Duplicate
                | Class::Superseded
                | Class::Conflict
                | Class::OtherCall
                | Class::Sample
        );
        if !is_reply {
            fs::write(inbox.join(name), bytes).unwrap();
        }
    }
    let canada = fs::read(inbox.join("sample-CAN.submission.ron")).unwrap();
    fs::write(inbox.join("a-copy"), canada).unwrap();
    let among = collated(&inbox, None);
    assert_eq!(among.files.len(), 42 + 10);
    assert_eq!(among.tally, alone.tally);
    assert_eq!(among.groups, alone.groups);
    assert!(among.is_trial);
}

/// Many revisions of few replies: what the older ones say is let go on the way, and nothing that
/// counts with it.
#[test]
fn of_many_revisions_the_newest_counts_whatever_the_order() {
    let mut files = Vec::new();
    for (number, of) in (1_u128..).zip(["CAN", "JPN", "KEN"]) {
        for revision in 1..=60 {
            let standing = if revision == 60 {
                Standing::No
            } else {
                Standing::Yes
            };
            files.push((
                format!("{of}-{revision}"),
                bytes(&reply(of, number, revision, standing)),
            ));
        }
    }
    let folder = folder_of(
        files
            .iter()
            .map(|(name, bytes)| (name.as_str(), bytes.clone())),
    );
    let mut paths: Vec<PathBuf> = files
        .iter()
        .map(|(name, _)| folder.path().join(name))
        .collect();
    let forwards = collated_files(&paths, None);
    paths.reverse();
    assert_eq!(collated_files(&paths, None), forwards);
    assert_eq!(forwards.tally.counted.len(), 3);
    let cell = forwards
        .tally
        .cells
        .iter()
        .find(|cell| cell.question.as_str() == "17")
        .unwrap();
    assert_eq!(cell.states(Standing::No).count(), 3);
    // Where the office decides, what counts is another one.
    let late = Round {
        call: "2030".to_owned(),
        closing: Some(Date::new(2030, 6, 15).unwrap()),
        received: [(
            digest(&reply("CAN", 1, 60, Standing::No)),
            Date::new(2030, 6, 16).unwrap(),
        )]
        .into(),
        ..Round::default()
    };
    let late = collated_files(&paths, Some(&late));
    let cell = late
        .tally
        .cells
        .iter()
        .find(|cell| cell.question.as_str() == "17")
        .unwrap();
    assert_eq!(
        cell.states(Standing::Yes).collect::<Vec<_>>(),
        [state("CAN")]
    );
    assert_eq!(cell.states(Standing::No).count(), 2);
}

#[test]
fn a_level_that_the_state_lacks_is_in_none_of_the_lists() {
    let folder = tempfile::tempdir().unwrap();
    let mut submission = reply("MCO", 1, 1, Standing::Yes);
    submission.profile.levels.regional = false;
    fs::write(folder.path().join("a"), bytes(&submission)).unwrap();
    let printed = json(&["collate", word(folder.path()), "--json"]);
    for list in [
        "yes",
        "in_part",
        "no",
        "not_applicable",
        "not_known",
        "not_answered",
    ] {
        assert!(
            cell(&printed, "17.a", "regional", list).is_empty(),
            "{list}"
        );
    }
    assert_eq!(cell(&printed, "17.a", "local", "not_answered"), ["MCO"]);
}

#[test]
fn what_the_office_noted_decides_conflicts_closing_and_base() {
    let folder = tempfile::tempdir().unwrap();
    let kenya = [
        reply("KEN", 8, 1, Standing::Yes),
        reply("KEN", 9, 1, Standing::No),
    ];
    let japan = reply("JPN", 7, 1, Standing::Yes);
    let later = reply("JPN", 7, 2, Standing::No);
    let inbox = folder.path().join("in");
    fs::create_dir(&inbox).unwrap();
    for (name, submission) in [
        ("a", &kenya[0]),
        ("b", &kenya[1]),
        ("c", &japan),
        ("d", &later),
    ] {
        fs::write(inbox.join(name), bytes(submission)).unwrap();
    }
    let day = |day| Date::new(2030, 6, day).unwrap();
    let round = Round {
        call: "2030".to_owned(),
        closing: Some(day(15)),
        invited: ["JPN", "KEN", "PER"].map(state).into(),
        received: [(digest(&japan), day(15)), (digest(&later), day(16))].into(),
        decisions: [(
            state("KEN"),
            RoundDecision {
                digest: digest(&kenya[1]),
                reason: "The ministry wrote so.".to_owned(),
                date: day(20),
            },
        )]
        .into(),
        ..Round::default()
    };
    let text = write_round(&round).unwrap();
    let path = folder.path().join("2030.round.ron");
    fs::write(&path, &text).unwrap();
    let ran = run(&["collate", word(&inbox), "--round", word(&path), "--json"]);
    let printed: Value = serde_json::from_str(&ran.out).unwrap();
    let files = printed["files"].as_array().unwrap();
    let classes: Vec<&str> = files
        .iter()
        .map(|file| file["class"].as_str().unwrap())
        .collect();
    assert_eq!(classes, ["conflict", "counted", "counted", "late"]);
    assert!(
        files[1]["reason"]
            .as_str()
            .unwrap()
            .contains("The ministry wrote so.")
    );
    assert_eq!(printed["invited"], 3);
    assert!(printed["waiting"].as_array().unwrap().is_empty());
    assert_eq!(cell(&printed, "17", "national", "yes"), ["JPN"]);
    assert_eq!(cell(&printed, "17", "national", "no"), ["KEN"]);
}

/// The response is that of the States invited; who replies without, is named beside it.
#[test]
fn a_state_that_was_not_invited_is_no_part_of_the_response() {
    let round = Round {
        call: " 2030 ".to_owned(),
        invited: ["KEN", "PER"].map(state).into(),
        ..Round::default()
    };
    let folder = folder_of([
        ("japan", bytes(&reply("JPN", 7, 1, Standing::No))),
        ("kenya", bytes(&reply("KEN", 8, 1, Standing::No))),
    ]);
    let noted = tempfile::tempdir().unwrap();
    let path = noted.path().join("2030.round.ron");
    fs::write(&path, write_round(&round).unwrap()).unwrap();
    let arguments = ["collate", word(folder.path()), "--round", word(&path)];
    let text = crate::support::done(&arguments);
    for line in [
        "1 of the 2 States invited replied; the answers of 2 are counted.",
        "Replied without being invited: JPN",
        "AFR       1 of   1 invited replied",
        "APG       0 of   0 invited replied",
        "GRULAC    0 of   1 invited replied",
    ] {
        assert!(text.contains(line), "{line}: {text}");
    }
}

#[test]
fn a_folder_of_replies_may_hold_the_rounds_own_file() {
    let round = Round {
        call: "2030".to_owned(),
        ..Round::default()
    };
    let text = write_round(&round).unwrap().into_bytes();
    let folder = folder_of([
        ("2030.round.ron", text),
        ("japan", bytes(&reply("JPN", 7, 1, Standing::No))),
    ]);
    let path = folder.path().join("2030.round.ron");
    let printed = json(&[
        "collate",
        word(folder.path()),
        "--round",
        word(&path),
        "--json",
    ]);
    assert_eq!(printed["files"].as_array().unwrap().len(), 1);
    assert_eq!(printed["counted"].as_array().unwrap().len(), 1);
}

/// With a call of the office's own, samples of that call are a trial whatever came for others.
#[test]
fn samples_are_a_trial_where_nothing_else_is_left() {
    let sample = guidepost::app::example::submission(instrument(), &library().round, state("POL"));
    let sample: Submission = sample.unwrap();
    let folder = folder_of([
        ("japan", bytes(&reply("JPN", 7, 1, Standing::No))),
        ("poland", bytes(&sample)),
    ]);
    let noted = |call: &str| Round {
        call: call.to_owned(),
        ..Round::default()
    };
    let counted = |call: &str| {
        let collation = collated(folder.path(), Some(&noted(call)));
        let states: Vec<StateCode> = collation.tally.counted.iter().copied().collect();
        (codes(&states).join(" "), collation.is_trial)
    };
    assert_eq!(counted("2030"), ("JPN".to_owned(), false));
    assert_eq!(counted(&sample.call.id), ("POL".to_owned(), true));
    assert_eq!(counted(""), ("JPN".to_owned(), false));
}

/// Gives the files in a folder their classes: each as its name, class and reason.
fn sorted(folder: &Path) -> (u8, Vec<[String; 3]>) {
    let ran = run(&["collate", word(folder), "--json"]);
    let printed: Value = serde_json::from_str(&ran.out).unwrap();
    let files = printed["files"].as_array().unwrap().iter().map(|file| {
        let path = file["path"].as_str().unwrap();
        let name = path.rsplit('/').next().unwrap().to_owned();
        let [class, reason] = ["class", "reason"].map(|key| file[key].as_str().unwrap().to_owned());
        [name, class, reason]
    });
    (ran.code, files.collect())
}

#[test]
fn a_folder_for_each_state_is_read_whole() {
    let folder = folder_of([("spain", bytes(&reply("ESP", 1, 1, Standing::Yes)))]);
    let france = folder.path().join("France/2030/sent");
    fs::create_dir_all(&france).unwrap();
    fs::write(
        france.join("reply"),
        bytes(&reply("FRA", 2, 1, Standing::Yes)),
    )
    .unwrap();
    let printed = json(&["collate", word(folder.path()), "--json"]);
    assert_eq!(strings(&printed["counted"]), ["ESP", "FRA"]);
}

#[test]
fn a_folder_that_was_passed_over_is_named_and_counts_as_not_read() {
    let folder = folder_of([("spain", bytes(&reply("ESP", 1, 1, Standing::Yes)))]);
    let mut deep = folder.path().join("France");
    deep.extend(["in"; 40]);
    fs::create_dir_all(&deep).unwrap();
    let (code, files) = sorted(folder.path());
    assert_eq!((code, files.len()), (1, 2), "{files:?}");
    let [name, class, reason] = &files[0];
    assert_eq!((name.as_str(), class.as_str()), ("in", "damaged"));
    assert!(reason.contains("add its parts one by one"), "{reason}");
}

#[test]
fn a_round_without_a_file_is_not_said_to_be_done() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("in")).unwrap();
    let ran = run(&["collate", word(folder.path())]);
    assert_eq!(ran.code, 1);
    assert!(ran.out.contains("No file was found there."), "{}", ran.out);
}

#[test]
fn what_clings_to_the_id_of_a_request_makes_no_other_request() {
    let ids = [
        "2030",
        " 2030 ",
        "2030\u{a0}",
        "\u{feff}2030",
        "20\u{ad}30\u{200b}",
    ];
    let replies = ["FRA", "JPN", "KEN", "MLI", "PER"].iter().zip(ids).zip(1..);
    let replies: Vec<(String, Vec<u8>)> = replies
        .map(|((of, id), identity)| {
            let mut reply = reply(of, identity, 1, Standing::Yes);
            id.clone_into(&mut reply.call.id);
            ((*of).to_owned(), bytes(&reply))
        })
        .collect();
    let folder = folder_of(
        replies
            .iter()
            .map(|(of, reply)| (of.as_str(), reply.clone())),
    );
    let noted = Round {
        call: "\u{200e}2030\u{a0}".to_owned(),
        ..Round::default()
    };
    for noted in [None, Some(&noted)] {
        let collation = collated(folder.path(), noted);
        assert_eq!(collation.tally.counted.len(), 5, "{:?}", collation.files);
    }
}

#[test]
fn an_assessment_under_two_states_is_a_conflict_that_names_the_other() {
    for revision in [1, 2] {
        let germany = reply("DEU", 1, revision, Standing::No);
        let folder = folder_of([
            ("france", bytes(&reply("FRA", 1, 1, Standing::Yes))),
            ("germany", bytes(&germany)),
        ]);
        let (_, files) = sorted(folder.path());
        for (file, other) in files.iter().zip(["DEU", "FRA"]) {
            let [_, class, reason] = file;
            assert_eq!(class, "conflict");
            assert!(reason.contains(&format!("A reply of {other}")), "{reason}");
        }
        let decision = RoundDecision {
            digest: digest(&germany),
            reason: "The mission wrote so".to_owned(),
            date: Date::new(2030, 6, 20).unwrap(),
        };
        let noted = Round {
            decisions: [(state("DEU"), decision)].into(),
            ..Round::default()
        };
        let collation = collated(folder.path(), Some(&noted));
        assert_eq!(codes(&collation.tally.counted), ["DEU"]);
        assert_eq!(codes(&collation.waiting), ["FRA"]);
    }
}
