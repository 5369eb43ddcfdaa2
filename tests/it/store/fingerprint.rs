//! A file that another program changed is never written over.

use std::fs::{self, File};
use std::path::Path;
use std::time::{Duration, SystemTime};

use guidepost::store::{Fingerprint, fingerprint, save_over, write_new};

use super::variant;

/// What another program does between our read and our save, and what comes of the save.
fn check(between: impl Fn(&Path), expected: &str, left: &str) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("FRA.assessment.ron");
    let known = write_new(&path, b"ours").unwrap();
    between(&path);
    let came = match save_over(&path, b"newer", Some(&known)) {
        Ok(saved) if saved.put_back => "put back".to_owned(),
        Ok(_) => "saved".to_owned(),
        Err(err) => variant(&err),
    };
    assert_eq!(came, expected);
    assert_eq!(fs::read_to_string(&path).unwrap_or_default(), left);
}

#[test]
fn only_the_content_decides() {
    check(|_| {}, "saved", "newer");
    check(
        |path| fs::write(path, "theirs").unwrap(),
        "ChangedOnDisk",
        "theirs",
    );
    // Of the same length and date.
    let same_date = |path: &Path| {
        let date = fs::metadata(path).unwrap().modified().unwrap();
        fs::write(path, "sruo").unwrap();
        File::options()
            .write(true)
            .open(path)
            .unwrap()
            .set_modified(date)
            .unwrap();
    };
    check(same_date, "ChangedOnDisk", "sruo");
    // Only looked at by a program that leaves another date.
    let touched = |path: &Path| {
        let date = SystemTime::now() + Duration::from_hours(1);
        File::options()
            .write(true)
            .open(path)
            .unwrap()
            .set_modified(date)
            .unwrap();
    };
    check(touched, "saved", "newer");
    check(|path| fs::write(path, "").unwrap(), "ChangedOnDisk", "");
    check(|path| fs::remove_file(path).unwrap(), "put back", "newer");
    let folder_gone = |path: &Path| fs::remove_dir_all(path.parent().unwrap()).unwrap();
    check(folder_gone, "FolderNotFound", "");
}

#[test]
fn where_nothing_is_known_there_must_be_no_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("new");
    assert_eq!(fingerprint(&path).unwrap(), None);
    assert!(!save_over(&path, b"one", None).unwrap().put_back);
    assert_eq!(
        variant(&save_over(&path, b"two", None).unwrap_err()),
        "Exists"
    );
    assert_eq!(fs::read(&path).unwrap(), b"one");
}

#[test]
fn the_digest_is_that_of_the_standard() {
    let digest = Fingerprint::of(b"abc", None).hex();
    assert_eq!(
        digest,
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    );
}
