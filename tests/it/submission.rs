//! The submission's file: its seal, what is read again, and what is found when it is not whole.

use guidepost::domain::{Assessment, Release, Stamp, Submission, WithApplication};
use guidepost::format::{
    Seal, SealFault, SealedSubmission, open_submission, read_submission, write_submission,
};
use jiff::Timestamp;
use jiff::civil::Date;
use proptest::prelude::*;

use crate::support::random::{answered, anything};
use crate::support::{cases, empty, explained, instrument, library, state};

/// A file of format 1, kept as it was first written. Never change it: a new format gets a new one.
pub const FORMAT_1: &[u8] = include_bytes!("../fixtures/format-1.submission.ron");

fn release() -> Release {
    Release {
        name: "Ana".to_owned(),
        title: "Head".to_owned(),
        body: "Council".to_owned(),
        date: Date::new(2026, 11, 21).unwrap(),
        reference: "CP/1".to_owned(),
    }
}

/// The submission of an assessment of which every answer is cleared.
pub fn all_of(assessment: &Assessment) -> Submission {
    let mut record = (**assessment).clone();
    for answer in record.answers.values_mut() {
        answer.cleared = Some(Stamp {
            who: String::new(),
            body: String::new(),
            when: Timestamp::UNIX_EPOCH,
        });
    }
    let assessment = Assessment::restore(record);
    Submission::of(&assessment, 1, release(), WithApplication::Yes)
}

fn sample() -> Vec<u8> {
    let library = library();
    let submission =
        guidepost::app::example::submission(instrument(), &library.round, state("CAN")).unwrap();
    write_submission(&submission).unwrap().0
}

proptest! {
    #![proptest_config(cases(32))]

    #[test]
    fn what_is_written_is_read_again(assessment in anything()) {
        let submission = all_of(&assessment);
        let (bytes, seal) = write_submission(&submission).unwrap();
        let read = read_submission(&bytes, "it").unwrap();
        prop_assert_eq!(read, SealedSubmission { submission, seal });
    }

    #[test]
    fn one_changed_byte_is_found_wherever_it_stands(
        assessment in answered(0.05), place in any::<prop::sample::Index>(), by in 1..=255_u8,
    ) {
        let (mut bytes, _) = write_submission(&all_of(&assessment)).unwrap();
        let place = place.index(bytes.len());
        bytes[place] ^= by;
        prop_assert!(open_submission(&bytes, "it").seal.is_err());
        prop_assert!(read_submission(&bytes, "it").is_err());
    }
}

#[test]
fn a_file_that_was_sealed_with_codes_for_its_marks_reads_and_has_its_own_code() {
    let mut assessment = (*empty()).clone();
    assessment.profile.institution = "لُغَة\u{a0}!".to_owned();
    let submission = all_of(&Assessment::restore(assessment));
    let (bytes, seal) = write_submission(&submission).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    let (_, body) = text.split_once('\n').unwrap();
    let coded = body.replace("لُغَة\u{a0}!", r"ل\u{64f}غ\u{64e}ة\u{a0}!");
    assert_ne!(coded, body);
    let before = Seal::of(coded.as_bytes());
    let read = read_submission((before.line() + &coded).as_bytes(), "it").unwrap();
    assert_eq!((read.submission, read.seal), (submission, before));
    assert_ne!(before, seal);
}

#[test]
fn one_changed_bit_in_the_seal_is_found() {
    let bytes = sample();
    let end = bytes.iter().position(|byte| *byte == b'\n').unwrap();
    for place in 0..=end {
        for bit in 0..8 {
            let mut bytes = bytes.clone();
            bytes[place] ^= 1 << bit;
            assert!(open_submission(&bytes, "it").seal.is_err(), "{place} {bit}");
        }
    }
}

#[test]
fn a_byte_too_many_or_too_few_is_found() {
    let bytes = sample();
    for length in [0, 1, 20, 96, 97, 98, bytes.len() / 2, bytes.len() - 1] {
        assert!(read_submission(&bytes[..length], "it").is_err(), "{length}");
    }
    for more in [&b"\n"[..], b" ", b"\0"] {
        let more = [&bytes[..], more].concat();
        assert_eq!(
            open_submission(&more, "it").seal,
            Err(SealFault::Broken),
            "{more:?}"
        );
    }
    let carriage = String::from_utf8(bytes).unwrap().replace('\n', "\r\n");
    assert!(read_submission(carriage.as_bytes(), "it").is_err());
}

#[test]
fn the_seal_is_the_first_line_over_all_that_follows() {
    let bytes = sample();
    let text = String::from_utf8(bytes.clone()).unwrap();
    let (line, body) = text.split_once('\n').unwrap();
    let seal = Seal::of(body.as_bytes());
    assert_eq!(
        line,
        format!("// guidepost-submission 1 sha256:{}", seal.hex())
    );
    assert!(body.starts_with("Submission("), "{body}");
}

#[test]
fn the_code_is_the_first_80_bits_in_base_32() {
    // SHA-256 of nothing: e3b0c44298fc1c149afb…
    assert_eq!(Seal::of(b"").code(), "WERC-8GMR-ZGE1-96QV");
    // SHA-256 of "abc": ba7816bf8f01cfea4141…
    assert_eq!(Seal::of(b"abc").code(), "Q9W1-DFWF-077Y-MGA1");
}

/// What is said of a reply that cannot be read, or not be relied on.
#[track_caller]
fn refused(bytes: &[u8]) -> String {
    let faults = read_submission(bytes, "it").unwrap_err();
    let said: Vec<String> = faults.iter().map(|fault| explained(fault)).collect();
    said.join("\n")
}

#[test]
fn everything_that_is_wrong_is_told_at_once() {
    let text = String::from_utf8(sample()).unwrap();
    let text = text
        .replace("state: \"CAN\"", "state: \"CANADA\"")
        .replace("standing: \"yes\"", "standing: \"jes\"")
        .replace("revision: 1,\n  sample", "revision: 0,\n  sample");
    let said = refused(text.as_bytes());
    for part in [
        "its seal does not fit",
        "CANADA",
        "\"jes\"",
        "its revision is 0",
    ] {
        assert!(said.contains(part), "{part} in {said}");
    }
}

#[test]
fn what_is_never_sent_is_a_fault_in_a_file() {
    let text = String::from_utf8(sample()).unwrap();
    let text = text.replace("field: \"exists\"", "field: \"remark\"");
    let faults = open_submission(text.as_bytes(), "it").content.unwrap_err();
    assert!(explained(&faults[0]).contains("which is never sent"));
}

#[test]
fn newer_seals_and_formats_are_refused_in_plain_words() {
    let text = String::from_utf8(sample()).unwrap();
    let newer = text.replacen("submission 1 ", "submission 2 ", 1);
    let said = refused(newer.as_bytes());
    assert!(said.contains("its seal is of version 2"), "{said}");
    let body = "Submission(format: 2, what: \"is this\")\n";
    let newer = Seal::of(body.as_bytes()).line() + body;
    let said = refused(newer.as_bytes());
    assert!(said.contains("format 2"), "{said}");
}

#[test]
fn a_file_of_format_1_still_reads() {
    let read = read_submission(FORMAT_1, "it").unwrap();
    assert_eq!(read.submission.state(), state("CAN"));
    assert_eq!(read.submission.revision, 1);
    assert_eq!(read.seal.code(), "TG5D-RPGR-3CVR-N9J3");
}
