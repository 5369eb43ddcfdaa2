//! The commands: what they print, what they refuse, and their exit codes.

mod answers;
mod carrying;
mod kept;
mod program;
mod refused;
mod shapes;

use std::path::{Path, PathBuf};

use serde_json::Value;
use tempfile::TempDir;

use crate::support::{done, json, word};

/// A folder with a new assessment of Canada in it.
fn new_file() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("CAN.assessment.ron");
    done(&["new", "--state", "CAN", "-o", word(&path)]);
    (folder, path)
}

/// Makes the command of these words about a file, which come after the command's name.
fn about<'a>(path: &'a Path, words: &[&'a str]) -> Vec<&'a str> {
    let mut all = vec![words[0], word(path)];
    all.extend(&words[1..]);
    all
}

/// What the file shows after these commands about it.
#[track_caller]
fn shown_after(commands: &[&[&str]]) -> Value {
    let (_folder, path) = new_file();
    for words in commands {
        done(&about(&path, words));
    }
    json(&["show", word(&path), "--json"])
}

/// The part of what is shown that these commands about a new file leave.
#[track_caller]
fn check(commands: &[&[&str]], part: &str, expected: &Value) {
    assert_eq!(&shown_after(commands)[part], expected);
}
