//! One window writes a file at a time.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use crate::support::explained;
use guidepost::store::{Lock, StoreError, host_name, now};

use super::{names, process};

/// Another process that holds the lock of the file, until its standard input ends.
fn another_process_with(path: &Path) -> Child {
    let mut child = process::command("hold", path)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        // It complains at its end that nobody reads the rest.
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let held = lines
        .map_while(Result::ok)
        .any(|line| line.ends_with("told: held"));
    assert!(held);
    child
}

#[test]
fn a_second_process_learns_who_has_the_file_and_gets_it_once_it_is_closed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("FRA.assessment.ron");
    let mut other = another_process_with(&path);

    let Err(StoreError::Locked { holder, .. }) = Lock::acquire(&path, "Ben") else {
        panic!("it was free");
    };
    assert_eq!(holder.who, "Ana Núñez");
    assert_eq!(holder.host, host_name());
    assert_eq!(holder.process, Some(other.id()));
    assert!(holder.since.unwrap() <= now());
    assert!(holder.certain);

    drop(other.stdin.take());
    other.wait().unwrap();
    let lock = Lock::acquire(&path, "Ben").unwrap();
    assert_eq!(lock.left_over(), None);
}

#[test]
fn the_lock_of_a_killed_process_is_taken_over() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("FRA.assessment.ron");
    let mut other = another_process_with(&path);
    other.kill().unwrap();
    other.wait().unwrap();
    assert_eq!(names(folder.path()), ["FRA.assessment.ron.lock"]);

    let lock = Lock::acquire(&path, "Ben").unwrap();
    assert_eq!(lock.left_over().unwrap().who, "Ana Núñez");
    let Err(StoreError::Locked { holder, .. }) = Lock::acquire(&path, "Cem") else {
        panic!("it was free");
    };
    assert_eq!(holder.who, "Ben");
    drop(lock);
    assert!(names(folder.path()).is_empty());
}

#[test]
fn a_second_window_of_the_same_program_is_refused_too_by_whatever_path() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("FRA.assessment.ron");
    fs::write(&path, "x").unwrap();
    let lock = Lock::acquire(&path, "Ana\nwho: Eve").unwrap();
    assert_eq!(lock.path(), path);
    let err = explained(&Lock::acquire(&path, "Ben").unwrap_err());
    assert!(err.starts_with("Ana who: Eve has this file open"), "{err}");
    assert!(err.ends_with("FRA.assessment.ron"), "{err}");
    #[cfg(unix)]
    {
        let link = folder.path().join("link");
        std::os::unix::fs::symlink(&path, &link).unwrap();
        assert!(Lock::acquire(&link, "Ben").is_err());
    }
    assert!(Lock::acquire(&folder.path().join("DEU.assessment.ron"), "Ana").is_ok());
    drop(lock);
    assert!(Lock::acquire(&path, "Ben").is_ok());
}

#[test]
fn many_at_once_are_let_in_one_by_one() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("FRA.assessment.ron");
    let inside = AtomicUsize::new(0);
    let entered = AtomicUsize::new(0);
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for _ in 0..300 {
                    let Ok(_lock) = Lock::acquire(&path, "Ana") else {
                        continue;
                    };
                    assert_eq!(inside.fetch_add(1, Ordering::SeqCst), 0);
                    entered.fetch_add(1, Ordering::SeqCst);
                    thread::yield_now();
                    inside.fetch_sub(1, Ordering::SeqCst);
                }
            });
        }
    });
    assert!(4 < entered.load(Ordering::SeqCst));
    assert!(names(folder.path()).is_empty());
}

#[test]
fn a_lock_takes_away_what_a_crash_left_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("FRA.assessment.ron");
    let others = [
        ".FRA.assessment.ron.txt",
        ".DEU.assessment.ron.abcdef.saving",
        "FRA.assessment.ron.saving",
    ];
    for name in others {
        fs::write(folder.path().join(name), "x").unwrap();
    }
    fs::write(folder.path().join(".FRA.assessment.ron.abcdef.saving"), "x").unwrap();
    drop(Lock::acquire(&path, "Ana").unwrap());
    let mut others = others.map(str::to_owned);
    others.sort();
    assert_eq!(names(folder.path()), others);
}

#[test]
fn a_file_of_somebodys_own_in_the_place_of_the_lock_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("FRA.assessment.ron");
    let side = folder.path().join("FRA.assessment.ron.lock");
    for own in [
        b"The spare key is under the mat.\n".to_vec(),
        b"Guidepost licences\nwho: Ana\n".to_vec(),
        b"Guidepost has the file of this name open, and takes this note away by itself.\nwho: Ana\nhost: \nprocess: 1\nsince: \nMy own line\n".to_vec(),
        vec![b'x'; 1 << 20],
    ] {
        fs::write(&side, &own).unwrap();
        for take in [Lock::acquire, Lock::take_over] {
            let refused = take(&path, "Ana").unwrap_err();
            assert!(matches!(refused, StoreError::NotALock { .. }), "{refused:?}");
            assert_eq!(fs::read(&side).unwrap(), own);
        }
    }
    fs::remove_file(&side).unwrap();
    fs::create_dir(&side).unwrap();
    let refused = Lock::acquire(&path, "Ana").unwrap_err();
    assert!(
        matches!(refused, StoreError::IsFolder { .. }),
        "{refused:?}"
    );
}

#[cfg(unix)]
#[test]
fn a_pipe_in_the_place_of_the_lock_is_refused_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("FRA.assessment.ron");
    let side = folder.path().join("FRA.assessment.ron.lock");
    let made = std::process::Command::new("mkfifo").arg(&side).status();
    assert!(made.unwrap().success());
    let refused = Lock::acquire(&path, "Ana").unwrap_err();
    assert!(
        matches!(refused, StoreError::NotAFile { .. }),
        "{refused:?}"
    );
}

#[test]
fn a_file_of_the_longest_name_that_the_disk_takes_is_locked_and_saved() {
    for length in [239, 240, 241, 250, 251, 255] {
        for letter in ["a", "é", "長"] {
            let folder = tempfile::tempdir().unwrap();
            let ending = ".assessment.ron";
            let name = letter.repeat((length - ending.len()) / letter.len()) + ending;
            let path = folder.path().join(&name);
            let other = folder.path().join(format!("{}b", &name[..name.len() - 1]));
            let lock = Lock::acquire(&path, "Ana").unwrap();
            let _other = Lock::acquire(&other, "Ben").unwrap();
            guidepost::store::write_new(&path, b"one").unwrap();
            guidepost::store::write_whole(&path, b"two").unwrap();
            assert_eq!(fs::read(&path).unwrap(), b"two", "{name}");
            drop(lock);
        }
    }
}
