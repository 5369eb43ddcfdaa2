//! The round: the 42 samples give back the lists of the 2007 report, and nothing that comes in with
//! them moves the counts.

mod classes;
mod file;
mod gathering;
mod proof;
mod safety;
mod session;
mod table;

use std::fs;
use std::path::{Path, PathBuf};

use guidepost::app::example;
use guidepost::app::round::{Class, Collation, all_cores, collate, files};
use guidepost::domain::{Cell, Level, Round, Standing, StateCode, Submission, SubmittedAnswer};
use guidepost::format::{Seal, write_assessment, write_submission};
use serde_json::Value;
use tempfile::TempDir;
use uuid::Uuid;

use crate::support::{done, instrument, library, question, state, word};

/// What the files in a folder come to.
fn collated(folder: &Path, noted: Option<&Round>) -> Collation {
    collated_files(&[folder.to_owned()], noted)
}

fn collated_files(paths: &[PathBuf], noted: Option<&Round>) -> Collation {
    let found = files(paths).unwrap();
    collate(&found, instrument(), &library().states, noted, all_cores())
}

/// The 42 samples, in the folder `in`.
fn samples() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    done(&["example", "-o", word(&folder.path().join("in"))]);
    folder
}

fn codes<'a>(states: impl IntoIterator<Item = &'a StateCode>) -> Vec<&'a str> {
    let mut codes: Vec<&str> = states.into_iter().map(StateCode::as_str).collect();
    codes.sort_unstable();
    codes
}

/// Files by their names in a new folder.
fn folder_of<'a>(files: impl IntoIterator<Item = (&'a str, Vec<u8>)>) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        fs::write(folder.path().join(name), bytes).unwrap();
    }
    folder
}

fn digest(submission: &Submission) -> String {
    write_submission(submission).unwrap().1.hex()
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
        cells: [(Level::National, cell)].into(),
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
