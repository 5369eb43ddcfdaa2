//! Damage of every kind.

use std::fs::{self, File};
use std::panic;
use std::time::{Duration, Instant};

use guidepost::app::file;
use guidepost::domain::{FieldValue, Level, Standing};
use guidepost::format::write_assessment;
use proptest::prelude::*;

use super::{FORMAT_1, edited, told};
use crate::support::{after, cases, explained, instrument, run, set, word};

/// A small file of one answer.
fn small() -> String {
    let value = FieldValue::Standing(Level::National, Some(Standing::Yes));
    write_assessment(&after([set("17.a", value)])).unwrap()
}

#[test]
fn every_truncated_file_is_refused() {
    let text = small();
    let bytes = text.trim_end().as_bytes();
    for length in 0..bytes.len() {
        let refused = file::decode(&bytes[..length], "it", instrument()).unwrap_err();
        let sentences = refused.sentences();
        assert_eq!(sentences.len(), 1, "{length} bytes: {sentences:?}");
        assert!(
            explained(&sentences[0]).starts_with("it"),
            "{length} bytes: {sentences:?}"
        );
    }
}

#[test]
fn what_is_nested_too_deeply_is_refused() {
    for opening in ["(", "[", "{", "Some(", "(x: ", "[[(", "/* ", "r#", "- "] {
        let deep = opening.repeat(10_000);
        for text in [
            format!("Assessment{deep}"),
            format!("Assessment(format: 1, more: {deep}"),
            format!("Assessment(format: 1, program: \"\", uuid: {deep}"),
            format!("{deep}Assessment(format: 1)"),
        ] {
            let told = told(text.as_bytes());
            assert_eq!(told.len(), 1, "{opening:?}: {told:?}");
        }
    }
    let closed = format!("{}{}", "(".repeat(10_000), ")".repeat(10_000));
    assert_eq!(
        told(format!("Assessment(format: 1, more: {closed})").as_bytes()).len(),
        1
    );
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn no_damage_makes_the_reader_panic(
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
    ) {
        let mut bytes = FORMAT_1.as_bytes().to_vec();
        for (index, byte) in damage {
            let position = index.index(bytes.len());
            bytes[position] = byte;
        }
        let read = panic::catch_unwind(|| file::decode(&bytes, "it", instrument()).is_ok());
        prop_assert!(read.is_ok());
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in "(Assessment\\()?[\\[\\](){}\",:#r/*a-z0-9 \\n-]{0,60}") {
        prop_assert!(file::decode(text.as_bytes(), "it", instrument()).is_err());
    }
}

#[test]
fn a_file_of_200_megabytes_is_refused_unread() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("CAN.assessment.ron");
    File::create(&path).unwrap().set_len(200 << 20).unwrap();
    let start = Instant::now();
    let refused = file::load(&path, instrument()).unwrap_err();
    assert!(start.elapsed() < Duration::from_millis(500));
    let expected = format!(
        "too large, with 209715200 bytes where at most 33554432 are allowed, and so left alone: {}",
        path.display()
    );
    let sentences: Vec<String> = refused.sentences().iter().map(|it| explained(it)).collect();
    assert_eq!(sentences, [expected]);
    assert_eq!(fs::metadata(&path).unwrap().len(), 200 << 20);
}

#[test]
fn what_is_no_file_is_told_so() {
    let folder = tempfile::tempdir().unwrap();
    let missing = folder.path().join("missing.assessment.ron");
    for (path, expected) in [
        (folder.path(), "this is a folder"),
        (missing.as_path(), "there is no such file"),
    ] {
        let told = file::load(path, instrument()).unwrap_err().sentences();
        let told = explained(&told[0]);
        assert!(told.starts_with(expected), "{told}");
        assert!(told.ends_with(word(path)), "{told}");
    }
}

#[test]
fn every_command_refuses_a_bad_file_and_leaves_it_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("CAN.assessment.ron");
    let bad = edited(&[("format: 1", "format: 2")]);
    fs::write(&path, &bad).unwrap();
    let file = word(&path);
    for words in [
        &["show", file][..],
        &["show", file, "--json"],
        &["coverage", file, "--json"],
        &["gaps", file, "--json"],
        &["profile", file],
        &["profile", file, "--institution", "Council"],
        &["answer", file, "17.a", "national=yes"],
        &["evidence", file, "17.a", "--title", "A law"],
    ] {
        let ran = run(words);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{words:?}");
        assert!(
            ran.err.contains("format 2") && ran.err.contains(file),
            "{}",
            ran.err
        );
        assert_eq!(fs::read_to_string(&path).unwrap(), bad);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
