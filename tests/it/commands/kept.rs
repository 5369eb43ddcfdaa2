//! What a command changes is kept first as a dated copy.

use std::fs;
use std::path::{Path, PathBuf};

use super::{about, new_file};
use crate::support::run_at;

/// What the dated copies hold, oldest first.
fn copies(home: &Path) -> Vec<String> {
    let folders = fs::read_dir(home.join("backups")).into_iter().flatten();
    let files = folders.flat_map(|folder| fs::read_dir(folder.unwrap().path()).unwrap());
    let mut paths: Vec<PathBuf> = files.map(|file| file.unwrap().path()).collect();
    paths.sort();
    let texts = paths.iter().map(|path| fs::read_to_string(path).unwrap());
    texts.collect()
}

/// Runs a command about the file at home; what it prints.
#[track_caller]
fn done(home: &Path, path: &Path, words: &[&str]) -> String {
    let ran = run_at(Some(home), &about(path, words));
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{}", ran.out);
    ran.out
}

#[test]
fn whatever_changes_a_file_keeps_it_as_it_was() {
    for words in [
        &["answer", "17.a", "national=yes"][..],
        &["evidence", "17.a", "--title", "Law"],
        &["profile", "--institution", "Council"],
    ] {
        let (folder, path) = new_file();
        let home = folder.path().join("home");
        let before = fs::read_to_string(&path).unwrap();
        done(&home, &path, words);
        assert_ne!(fs::read_to_string(&path).unwrap(), before);
        assert_eq!(copies(&home), [before]);
    }
}

#[test]
fn one_copy_serves_changes_that_come_soon_after_each_other() {
    let (folder, path) = new_file();
    let home = folder.path().join("home");
    let before = fs::read_to_string(&path).unwrap();
    for value in ["national=yes", "national=no", "local=yes"] {
        let told = done(&home, &path, &["answer", "17.a", value]);
        assert_eq!(told, "17.a: saved\n");
    }
    assert_eq!(copies(&home), [before]);
}

#[test]
fn what_a_person_wrote_beside_the_answers_is_kept_in_a_copy_and_said() {
    let (folder, path) = new_file();
    let home = folder.path().join("home");
    done(&home, &path, &["answer", "17.a", "national=yes"]);
    let written = format!("// Ask Ben first.\n{}", fs::read_to_string(&path).unwrap());
    fs::write(&path, &written).unwrap();
    let told = done(&home, &path, &["answer", "17.a", "national=no"]);
    assert!(told.contains("the file as it was is here: "), "{told}");
    assert_eq!(copies(&home).last(), Some(&written));
}

#[test]
fn what_another_version_wrote_is_no_comment() {
    let (folder, path) = new_file();
    let home = folder.path().join("home");
    let program = concat!("guidepost ", env!("CARGO_PKG_VERSION"));
    let older = fs::read_to_string(&path).unwrap();
    fs::write(&path, older.replace(program, "guidepost 0.0.9")).unwrap();
    let told = done(&home, &path, &["answer", "17.a", "national=yes"]);
    assert_eq!(told, "17.a: saved\n");
}
