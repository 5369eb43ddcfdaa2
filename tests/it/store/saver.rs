//! Saving on a thread of its own: nothing that was given to it is lost.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Sender, channel};
use std::thread;
use std::time::Duration;

use guidepost::domain::Message;
use guidepost::format::LARGEST_FILE;
use guidepost::store::{Finish, Lock, SaveJob, Saver, fingerprint, now, write_whole};
use tempfile::TempDir;

use super::{names, variant};

const LONG: Duration = Duration::from_secs(30);

fn folder() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("FRA.assessment.ron");
    (folder, path)
}

fn saver(path: &Path) -> Saver {
    let lock = Lock::acquire(path, "Ana").unwrap();
    Saver::start(lock, fingerprint(path).unwrap(), || {}).unwrap()
}

fn job(revision: u64) -> SaveJob {
    SaveJob::new(revision, move || Ok(bytes(revision)))
}

fn bytes(revision: u64) -> Vec<u8> {
    format!("revision {revision}").into_bytes()
}

/// A job that is being turned into bytes until it is let go.
fn slow_job(revision: u64) -> (SaveJob, Sender<()>) {
    let (go, wait) = channel();
    let job = SaveJob::new(revision, move || {
        wait.recv().ok();
        Ok(bytes(revision))
    });
    (job, go)
}

/// Waits for the saver, and tells the outcomes: each revision, and how it went.
fn outcomes(saver: &Saver) -> String {
    assert_ne!(saver.finish(LONG), Finish::Busy);
    let told = std::iter::from_fn(|| saver.poll()).map(|outcome| {
        assert!(outcome.when <= now());
        let how = match outcome.result {
            Ok(it) if it.put_back => "put back".to_owned(),
            Ok(_) => "saved".to_owned(),
            Err(err) => variant(&err),
        };
        format!("{} {how}", outcome.revision)
    });
    told.collect::<Vec<_>>().join(", ")
}

#[test]
fn a_newer_state_replaces_the_one_that_waits() {
    let (_folder, path) = folder();
    let saver = saver(&path);
    let (slow, go) = slow_job(1);
    saver.submit(slow);
    while saver.finish(Duration::ZERO) != Finish::Busy {}
    // Let the first one be taken up before the others come.
    thread::sleep(Duration::from_millis(50));
    saver.submit(job(2));
    saver.submit(job(3));
    assert!(saver.is_busy());
    assert_eq!(saver.finish(Duration::from_millis(20)), Finish::Busy);
    go.send(()).unwrap();
    assert_eq!(outcomes(&saver), "1 saved, 3 saved");
    assert!(!saver.is_busy());
    assert_eq!(fs::read(&path).unwrap(), bytes(3));
}

#[test]
fn dropping_it_saves_what_waits_and_then_gives_the_lock_back() {
    let (folder, path) = folder();
    let saver = saver(&path);
    let (slow, go) = slow_job(1);
    saver.submit(slow);
    thread::sleep(Duration::from_millis(20));
    saver.submit(job(2));
    let letting_go = thread::spawn(move || {
        thread::sleep(Duration::from_millis(50));
        go.send(()).unwrap();
    });
    drop(saver);
    letting_go.join().unwrap();
    assert_eq!(fs::read(&path).unwrap(), bytes(2));
    assert_eq!(names(folder.path()), ["FRA.assessment.ron"]);
}

#[test]
fn each_outcome_wakes_the_window() {
    let (_folder, path) = folder();
    let woken = Arc::new(AtomicUsize::new(0));
    let wake = {
        let woken = Arc::clone(&woken);
        move || {
            woken.fetch_add(1, Ordering::SeqCst);
        }
    };
    let saver = Saver::start(Lock::acquire(&path, "Ana").unwrap(), None, wake).unwrap();
    saver.submit(job(1));
    assert_eq!(outcomes(&saver), "1 saved");
    saver.submit(job(2));
    drop(saver);
    assert_eq!(woken.load(Ordering::SeqCst), 2);
}

#[test]
fn after_a_failure_the_work_is_kept_and_tried_once_more_when_it_ends() {
    let (folder, path) = folder();
    let inner = folder.path().join("stick");
    fs::create_dir(&inner).unwrap();
    let path = inner.join(path.file_name().unwrap());
    let saver = saver(&path);
    saver.submit(job(1));
    assert_eq!(outcomes(&saver), "1 saved");

    fs::remove_dir_all(&inner).unwrap();
    saver.submit(job(2));
    assert_eq!(outcomes(&saver), "2 FolderNotFound");
    assert!(!saver.is_busy());
    assert_eq!(saver.finish(LONG), Finish::Failed);
    saver.submit(job(3));
    assert_eq!(outcomes(&saver), "3 FolderNotFound");

    fs::create_dir(&inner).unwrap();
    drop(saver);
    assert_eq!(fs::read(&path).unwrap(), bytes(3));
}

#[test]
fn a_file_that_another_program_changed_is_never_written_over() {
    let (folder, path) = folder();
    write_whole(&path, b"old").unwrap();
    let saver = saver(&path);
    fs::write(&path, "theirs").unwrap();
    for revision in [1, 2] {
        saver.submit(job(revision));
        assert_eq!(outcomes(&saver), format!("{revision} ChangedOnDisk"));
    }
    drop(saver);
    assert_eq!(fs::read(&path).unwrap(), b"theirs");
    assert_eq!(names(folder.path()), ["FRA.assessment.ron"]);
}

#[test]
fn a_file_that_should_be_new_is_not_written_over() {
    let (_folder, path) = folder();
    let saver = Saver::start(Lock::acquire(&path, "Ana").unwrap(), None, || {}).unwrap();
    fs::write(&path, "theirs").unwrap();
    saver.submit(job(1));
    assert_eq!(outcomes(&saver), "1 Exists");
    drop(saver);
    assert_eq!(fs::read(&path).unwrap(), b"theirs");
}

#[test]
fn a_save_that_failed_after_it_had_taken_the_name_is_still_known_as_ours() {
    let (folder, path) = folder();
    let inner = folder.path().join("share");
    fs::create_dir(&inner).unwrap();
    let path = inner.join(path.file_name().unwrap());
    let saver = saver(&path);
    fs::remove_dir_all(&inner).unwrap();
    saver.submit(job(1));
    assert_eq!(outcomes(&saver), "1 FolderNotFound");
    // As if the share had gone only after the file was renamed.
    fs::create_dir(&inner).unwrap();
    fs::write(&path, bytes(1)).unwrap();
    saver.submit(job(2));
    assert_eq!(outcomes(&saver), "2 saved");
}

#[test]
fn work_that_cannot_be_written_down_is_told_and_the_next_is_saved() {
    let (_folder, path) = folder();
    let saver = saver(&path);
    saver.submit(SaveJob::new(1, || Err(Message::new("store-mistake"))));
    assert_eq!(outcomes(&saver), "1 NotEncoded");
    saver.submit(SaveJob::new(2, || panic!("a panic that this test wants")));
    assert_eq!(outcomes(&saver), "2 NotEncoded");
    let too_much = usize::try_from(LARGEST_FILE).unwrap() + 1;
    saver.submit(SaveJob::new(3, move || Ok(vec![b' '; too_much])));
    assert_eq!(outcomes(&saver), "3 TooLarge");
    assert!(!path.exists());
    saver.submit(job(4));
    assert_eq!(outcomes(&saver), "4 saved");
}

#[test]
fn one_that_hangs_can_be_abandoned() {
    let (_folder, path) = folder();
    let mut saver = saver(&path);
    let (slow, go) = slow_job(1);
    saver.submit(slow);
    assert_eq!(saver.finish(Duration::from_millis(10)), Finish::Busy);
    saver.submit(job(2));
    saver.abandon();
    drop(saver);
    assert!(!path.exists());
    assert!(Lock::acquire(&path, "Ben").is_err());
    go.send(()).unwrap();
    while Lock::acquire(&path, "Ben").is_err() {
        thread::yield_now();
    }
    assert_eq!(fs::read(&path).unwrap(), bytes(2));
}
