//! The round: the 42 samples give back the lists of the 2007 report, and nothing that comes in with
//! them moves the counts.

use std::fs;
use std::path::{Path, PathBuf};

use guidepost::app::example;
use guidepost::app::round::{Class, Collation, collate, files};
use guidepost::domain::{
    Cell, Extent, Quotation, Round, RoundDecision, Says, Side, Standing, StateCode, Submission,
    SubmittedAnswer, TextField,
};
use guidepost::format::{Seal, read_round, write_assessment, write_round, write_submission};
use jiff::civil::Date;
use proptest::prelude::*;
use serde_json::Value;
use tempfile::TempDir;
use uuid::Uuid;

use crate::support::{cases, done, instrument, json, library, question, run, state, word};

fn collated(folder: &Path) -> Collation {
    let files = files(&[folder.to_owned()]).unwrap();
    collate(&files, instrument(), &library().states, None)
}

fn samples() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    done(&["example", "-o", word(&folder.path().join("in"))]);
    folder
}

fn codes(states: &[StateCode]) -> Vec<&str> {
    let mut codes: Vec<&str> = states.iter().map(StateCode::as_str).collect();
    codes.sort_unstable();
    codes
}

#[test]
fn the_samples_give_back_every_list_of_notes_2_to_56() {
    let folder = samples();
    let printed = json(&["collate", word(&folder.path().join("in")), "--json"]);
    assert_eq!(printed["trial"], true);
    assert_eq!(printed["invited"], 192);
    assert_eq!(printed["counted"].as_array().unwrap().len(), 42);
    assert_eq!(printed["waiting"].as_array().unwrap().len(), 0);
    let round = &library().round;
    let mut checked = Vec::new();
    for list in &round.lists {
        let place = format!(
            "{}, paragraph {}, note {:?}",
            list.id, list.place.paragraph, list.place.note
        );
        let mut expected = list.states.clone();
        let given: Vec<&str> = match &list.says {
            Says::Cell { levels, standings } => {
                let ([level], [standing]) = (levels.as_slice(), standings.as_slice()) else {
                    println!(
                        "{place}: cannot come back, since the report leaves open which level or answer it means"
                    );
                    continue;
                };
                let out = round.doubts.iter().flat_map(|doubt| &doubt.withdraws);
                for gone in out.filter(|gone| gone.list == list.id) {
                    expected.retain(|state| *state != gone.state);
                }
                let settled = round.doubts.iter().flat_map(|doubt| &doubt.settles);
                let settled = settled.filter(|cell| {
                    cell.question == list.question
                        && cell.level == *level
                        && cell.standing == *standing
                });
                expected.extend(settled.map(|cell| cell.state));
                cell(
                    &printed,
                    list.question.as_str(),
                    level.token(),
                    standing.token(),
                )
            }
            Says::Option(option) => {
                let choices = printed["choices"].as_array().unwrap();
                let choice = choices
                    .iter()
                    .find(|each| each["id"] == list.question.as_str());
                let options = choice.unwrap()["options"].as_array().unwrap();
                let found = options
                    .iter()
                    .find(|each| each["option"] == option.as_str());
                strings(&found.unwrap()["states"])
            }
        };
        assert_eq!(given, codes(&expected), "{place}");
        checked.extend(list.place.note);
    }
    let missing: Vec<u8> = (2..=56).filter(|note| !checked.contains(note)).collect();
    assert_eq!(missing, [20], "notes that give no list of their own");
    for count in &round.counts {
        println!(
            "{}, paragraph {}: cannot come back, {:?} without names",
            count.id, count.place.paragraph, count.amount
        );
    }
    for doubt in &round.doubts {
        println!(
            "{}, paragraph {}: {}",
            doubt.id, doubt.place.paragraph, doubt.decision
        );
    }
}

/// The notes that the design decides on, in full.
#[test]
fn notes_20_35_and_53_are_as_the_design_decides() {
    let folder = samples();
    let printed = json(&["collate", word(&folder.path().join("in")), "--json"]);
    let states = |id, level, standing| cell(&printed, id, level, standing);
    assert_eq!(states("17.b", "regional", "in_part"), ["DEU"]);
    assert!(!states("17.b", "local", "in_part").contains(&"DEU"));
    let yes = states("6.a", "national", "yes");
    assert_eq!(yes.len(), 33);
    assert!(!yes.contains(&"ARE") && !yes.contains(&"USA"));
    assert_eq!(states("23.d.unintended", "national", "yes").len(), 27);
    assert_eq!(states("23.d.unintended", "national", "in_part"), ["CAN"]);
}

#[test]
fn the_table_of_assistance_comes_back() {
    let folder = samples();
    let collation = collated(&folder.path().join("in"));
    let round = &library().round.assistance;
    for row in &round.rows {
        let area = collation
            .tally
            .assistance
            .iter()
            .find(|each| each.area == row.area)
            .unwrap();
        for reply in &library().round.replies {
            let of = reply.state;
            let marked = |side| round.all_areas(side).contains(&of);
            let need = row.extent(Side::Need, of);
            let is_needed = need == Some(Extent::Yes) || need.is_none() && marked(Side::Need);
            assert_eq!(area.need.contains(&of), is_needed, "{of} {}", row.area);
            let offer = row.extent(Side::Offer, of);
            let is_offered = offer == Some(Extent::Yes) || offer.is_none() && marked(Side::Offer);
            assert_eq!(area.offer.contains(&of), is_offered, "{of} {}", row.area);
        }
    }
}

fn strings(value: &Value) -> Vec<&str> {
    value
        .as_array()
        .unwrap()
        .iter()
        .map(|each| each.as_str().unwrap())
        .collect()
}

fn cell<'a>(printed: &'a Value, id: &str, level: &str, standing: &str) -> Vec<&'a str> {
    let cells = printed["questions"].as_array().unwrap();
    let found = cells
        .iter()
        .find(|each| each["id"] == id && each["level"] == level);
    strings(&found.unwrap_or_else(|| panic!("no cell {id} {level}"))[standing])
}

/// A reply of a State to the call of 2030, with one answer.
fn reply(of: &str, identity: u128, revision: u32, standing: Standing) -> Submission {
    let mut submission = example::submission(instrument(), &library().round, state("COL")).unwrap();
    submission.sample = None;
    submission.call.id = "2030".to_owned();
    submission.profile.state = state(of);
    submission.identity = Uuid::from_u128(identity);
    submission.revision = revision;
    let cell = Cell {
        standing: Some(standing),
        ..Cell::default()
    };
    let answer = SubmittedAnswer {
        revision: 1,
        cells: [(guidepost::domain::Level::National, cell)].into(),
        ..SubmittedAnswer::default()
    };
    submission.answers.insert(question("17"), answer);
    submission
}

fn bytes(submission: &Submission) -> Vec<u8> {
    write_submission(submission).unwrap().0
}

/// Files of every class, by name.
fn mixture() -> Vec<(&'static str, Vec<u8>, Class)> {
    let yes = |of, identity, revision| reply(of, identity, revision, Standing::Yes);
    let canada = bytes(&yes("CAN", 1, 2));
    let mut other_instrument = yes("NOR", 5, 1);
    other_instrument.instrument.id = guidepost::domain::InstrumentId::parse("other").unwrap();
    let mut other_call = yes("SWE", 6, 1);
    other_call.call.id = "1999".to_owned();
    let sample = example::submission(instrument(), &library().round, state("POL")).unwrap();
    let mut sample_of_the_call = sample.clone();
    sample_of_the_call.call.id = "2030".to_owned();
    let draft = example::assessment(instrument(), &library().round, state("CAN")).unwrap();
    let draft = write_assessment(&draft).unwrap().into_bytes();
    let future = "Submission(format: 9, news: true)\n";
    let future = (Seal::of(future.as_bytes()).line() + future).into_bytes();
    let mut all = vec![
        ("canada", canada.clone(), Class::Counted),
        ("canada-again", canada.clone(), Class::Duplicate),
        ("canada-old", bytes(&yes("CAN", 1, 1)), Class::Superseded),
        (
            "canada-cut",
            canada[..canada.len() / 2].to_vec(),
            Class::Damaged,
        ),
        ("draft", draft.clone(), Class::Draft),
        (
            "draft-cut",
            draft[..draft.len() / 2].to_vec(),
            Class::Damaged,
        ),
        ("empty", Vec::new(), Class::NotAReply),
        (
            "foreign.zip",
            b"PK\x03\x04 and a picture, far too short to be one".to_vec(),
            Class::NotAReply,
        ),
        ("future", future, Class::NewerFormat),
        (
            "japan",
            bytes(&reply("JPN", 7, 1, Standing::No)),
            Class::Counted,
        ),
        ("kenya-1", bytes(&yes("KEN", 8, 1)), Class::Conflict),
        ("kenya-2", bytes(&yes("KEN", 9, 1)), Class::Conflict),
        ("letter", b"Dear colleagues".to_vec(), Class::NotAReply),
        (
            "mali-a",
            bytes(&reply("MLI", 10, 3, Standing::Yes)),
            Class::Conflict,
        ),
        (
            "mali-b",
            bytes(&reply("MLI", 10, 3, Standing::No)),
            Class::Conflict,
        ),
        ("nobody", bytes(&yes("XKX", 11, 1)), Class::NotAMember),
        ("norway", bytes(&other_instrument), Class::OtherInstrument),
        ("sample", bytes(&sample), Class::OtherCall),
        (
            "sample-of-the-call",
            bytes(&sample_of_the_call),
            Class::Sample,
        ),
        ("sweden", bytes(&other_call), Class::OtherCall),
    ];
    all.sort_by_key(|(name, ..)| *name);
    all
}

#[test]
fn every_file_has_its_class_and_no_intruder_moves_the_counts() {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes, _) in mixture() {
        fs::write(folder.path().join(name), bytes).unwrap();
    }
    let collation = collated(folder.path());
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
            .all(|file| file.reason.ends_with('.'))
    );
    let counted: Vec<StateCode> = collation.tally.counted.iter().copied().collect();
    assert_eq!(codes(&counted), ["CAN", "JPN"]);
    let waiting: Vec<StateCode> = collation.waiting.iter().copied().collect();
    assert_eq!(codes(&waiting), ["KEN", "MLI"]);
    assert_eq!((collation.invited, collation.is_trial), (193, false));

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
    fn the_order_of_the_files_makes_no_difference(order in Just((0..20).collect::<Vec<usize>>()).prop_shuffle()) {
        let folder = tempfile::tempdir().unwrap();
        let mixture = mixture();
        let paths: Vec<PathBuf> = mixture.iter().map(|(name, ..)| folder.path().join(name)).collect();
        for (path, (_, bytes, _)) in paths.iter().zip(&mixture) {
            fs::write(path, bytes).unwrap();
        }
        let shuffled: Vec<PathBuf> = order.iter().map(|place| paths[*place].clone()).collect();
        let states = &library().states;
        prop_assert_eq!(
            collate(&shuffled, instrument(), states, None),
            collate(&paths, instrument(), states, None)
        );
    }
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
fn the_table_is_written_and_nothing_overwritten() {
    let folder = samples();
    let table = folder.path().join("out.csv");
    done(&[
        "collate",
        word(&folder.path().join("in")),
        "-o",
        word(&table),
    ]);
    let text = fs::read_to_string(&table).unwrap();
    assert!(text.starts_with("question,level,answer,count,states,note\r\n"));
    assert!(
        text.contains("\r\n17.b,regional,in_part,1,DEU,a trial with samples\r\n"),
        "{text}"
    );
    let ran = run(&[
        "collate",
        word(&folder.path().join("in")),
        "-o",
        word(&table),
    ]);
    assert_eq!(ran.code, 2);
    let ran = run(&["collate", word(&folder.path().join("missing"))]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("there is no such file"), "{}", ran.err);
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
    let digest = |submission: &Submission| write_submission(submission).unwrap().1.hex();
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
        quotations: vec![Quotation {
            state: state("JPN"),
            question: question("17"),
            field: TextField::Exists,
            text: "a \"plan\"".to_owned(),
        }],
        text: "So far.".to_owned(),
    };
    let text = write_round(&round).unwrap();
    assert_eq!(read_round(text.as_bytes(), "it").unwrap(), round);
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

    let wrong = text
        .replace("2030-06-15", "soon")
        .replace("\"KEN\"", "\"KENYA\"");
    fs::write(&path, wrong).unwrap();
    let ran = run(&["collate", word(&inbox), "--round", word(&path)]);
    assert_eq!(ran.code, 2);
    assert!(
        3 <= ran.err.lines().count(),
        "all faults at once: {}",
        ran.err
    );
}
