//! The program itself, and its exit codes.

use std::fs;
use std::process::{Command, Stdio};

use crate::support::{done, run, word};

#[test]
fn an_instrument_is_checked() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("instrument.ron");
    let structure = include_str!("../../../guidelines/un-2002-13/instrument.ron");
    let text = include_str!("../../../guidelines/un-2002-13/text.en.ron");
    fs::write(&path, structure).unwrap();
    let ran = run(&["instrument", "check", word(&path)]);
    assert_eq!(ran.code, 2, "its texts are not there");
    assert!(ran.err.contains("text.en.ron"), "{}", ran.err);
    fs::write(folder.path().join("text.en.ron"), text).unwrap();
    assert!(done(&["instrument", "check", word(&path)]).ends_with("no fault\n"));

    let bad = structure.replace(
        "principles: [7, 10], area: \"17\"",
        "principles: [7, 70], area: \"71\"",
    );
    assert_ne!(bad, structure);
    fs::write(&path, bad).unwrap();
    let ran = run(&["instrument", "check", word(&path)]);
    assert_eq!((ran.code, ran.err.as_str()), (1, ""));
    assert!(
        ran.out.contains("principle 70") && ran.out.contains("area 71"),
        "{}",
        ran.out
    );
}

/// Runs the program itself.
fn program(words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_guidepost"));
    command.args(words).stdin(Stdio::null());
    command
}

#[test]
fn the_program_itself_tells_by_its_exit_code() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("CAN.assessment.ron");
    let file = word(&path);
    let code = |words: &[&str]| program(words).output().unwrap().status.code();
    assert_eq!(code(&["example", "--state", "can", "-o", file]), Some(0));
    assert_eq!(code(&["example", "--state", "can", "-o", file]), Some(2));
    assert_eq!(code(&["show", file, "--json"]), Some(0));
    assert_eq!(code(&["show", "/nowhere/CAN.assessment.ron"]), Some(2));
    assert_eq!(code(&["show"]), Some(2));
    assert_eq!(code(&["sing"]), Some(2));
    assert_eq!(code(&["--version"]), Some(0));
    for command in [
        "",
        "example",
        "new",
        "profile",
        "answer",
        "evidence",
        "show",
        "coverage",
        "gaps",
        "check",
        "submit",
        "verify",
        "collate",
        "instrument",
    ] {
        let words: Vec<&str> = [command, "--help"]
            .into_iter()
            .filter(|word| !word.is_empty())
            .collect();
        assert_eq!(code(&words), Some(0), "{command}");
    }
    let refused = program(&["show", "/nowhere/CAN.assessment.ron"])
        .output()
        .unwrap();
    assert_eq!(refused.stdout, b"");
    let sentence = String::from_utf8(refused.stderr).unwrap();
    assert!(
        sentence.starts_with("guidepost: there is no such file"),
        "{sentence}"
    );
    assert_eq!(sentence.lines().count(), 1);
}

#[test]
fn a_reader_that_leaves_early_is_no_fault() {
    let mut command = program(&["instrument", "show", "--json"]);
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr), (Some(0), Vec::new()));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_output_is_told_and_leaves_nothing_half_done() {
    let (folder, path) = super::new_file();
    let file = word(&path);
    let told = |words: &[&str]| {
        let full = fs::File::options().write(true).open("/dev/full").unwrap();
        let mut command = program(words);
        command.env("GUIDEPOST_HOME", folder.path().join("home"));
        let output = command.stdout(full).output().unwrap();
        (
            output.status.code(),
            String::from_utf8(output.stderr).unwrap(),
        )
    };
    let (code, sentence) = told(&["answer", file, "17.a", "national=yes"]);
    assert_eq!(code, Some(1), "{sentence}");
    assert!(
        sentence.starts_with("guidepost: everything is saved, but"),
        "{sentence}"
    );
    let shown = super::json(&["show", file, "--json"]);
    assert_eq!(shown["progress"]["done"], 1, "{shown}");

    let (code, sentence) = told(&["show", file]);
    assert_eq!(code, Some(2), "{sentence}");
    assert!(
        sentence.starts_with("guidepost: this could not be printed"),
        "{sentence}"
    );
}
