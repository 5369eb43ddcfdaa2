//! Where saving fails: the work is kept elsewhere, and nothing is refused without a word.

use std::fs;

use guidepost::app::{Command, NoticeKind, SaveState};
use guidepost::store::StoreError;

use super::{Running, start_in};

fn failed(state: &SaveState<'_>) -> bool {
    matches!(state, SaveState::Failed(StoreError::FolderNotFound { .. }))
}

impl Running {
    /// Takes the folder of the file away, as one pulls a stick.
    fn pull(&self) {
        fs::remove_dir_all(self.folder.path().join("work")).unwrap();
    }

    fn messages(&self) -> Vec<&NoticeKind> {
        let notices = self.app.notices().iter();
        notices.map(|notice| &notice.message).collect()
    }
}

#[test]
fn each_failed_save_is_kept_among_the_backups() {
    let mut running = Running::with_assessment();
    running.type_text("in the file");
    running.wait_for(|state| matches!(state, SaveState::Saved(Some(_))));
    running.pull();
    for text in ["first words", "more words", "last words"] {
        running.type_text(text);
        running.wait_for(|state| matches!(state, SaveState::Failed(_)));
        let begun = std::time::Instant::now();
        loop {
            running.app.tick(std::time::Instant::now());
            let session = running.app.session().unwrap();
            let copies = session.backups().unwrap().list().unwrap();
            let newest = fs::read_to_string(&copies[0].path).unwrap();
            if newest.contains(text) {
                break;
            }
            assert!(begun.elapsed().as_secs() < 20, "{newest}");
        }
    }
    assert_eq!(running.messages(), Vec::<&NoticeKind>::new());
}

#[test]
fn where_nothing_can_be_kept_that_is_told_until_it_is_over() {
    let mut running = Running::with_assessment();
    running.pull();
    let data = running.folder.path().join("data");
    fs::remove_dir_all(&data).unwrap();
    fs::write(&data, "no folder").unwrap();
    running.type_text("words");
    running.wait_for(failed);
    assert!(
        matches!(running.messages()[..], [NoticeKind::RescueFailed(..)]),
        "{:?}",
        running.messages()
    );
    fs::create_dir(running.folder.path().join("work")).unwrap();
    running.type_text("more words");
    running.wait_for(|state| matches!(state, SaveState::Saved(_)));
    assert!(
        !running
            .messages()
            .iter()
            .any(|message| matches!(message, NoticeKind::RescueFailed(..)))
    );
}

#[test]
fn work_that_cannot_be_saved_is_not_left_and_that_is_told() {
    let mut running = Running::with_assessment();
    let elsewhere = running.folder.path().join("MLI.assessment.ron");
    running.pull();
    running.type_text("words");
    running.wait_for(failed);

    running.new_file(elsewhere.clone());
    assert!(!elsewhere.exists(), "a new file that nobody has open");
    let told = |running: &Running| {
        let not_left = |message: &&&NoticeKind| matches!(message, NoticeKind::NotLeft(..));
        running.messages().iter().filter(not_left).count()
    };
    assert_eq!(told(&running), 1);
    let notice = running.app.notices()[0].clone();
    running.app.handle(Command::Dismiss(notice));
    assert_eq!(told(&running), 0);

    running.app.handle(Command::Close);
    assert_eq!(told(&running), 1);
    running.app.handle(Command::Close);
    assert_eq!(told(&running), 1, "told twice");
    assert!(running.app.session().is_some());

    running
        .app
        .handle(Command::SaveElsewhere(elsewhere.clone()));
    running.app.handle(Command::Close);
    assert!(running.app.session().is_none());
    let text = fs::read_to_string(&elsewhere).unwrap();
    assert!(text.contains("words"));
}

/// What a program that has the file open on that machine leaves beside it.
fn note(host: &str) -> String {
    format!(
        "Guidepost has the file of this name open, and takes this note away by itself.\n\
         who: Ana\nhost: {host}\nprocess: 1\nsince: 2026-03-15T12:00:00Z\n"
    )
}

#[test]
fn a_file_left_open_on_another_machine_is_told() {
    let mut running = Running::with_assessment();
    let path = running.path("KEN");
    running.app.handle(Command::Close);
    for (host, told) in [
        ("far-away".to_owned(), 1),
        (guidepost::store::host_name(), 0),
    ] {
        let lock = path.with_file_name("KEN.assessment.ron.lock");
        fs::write(&lock, note(&host)).unwrap();
        let mut app = start_in(running.folder.path());
        app.handle(Command::Open(path.clone()));
        assert!(app.session().unwrap().can_write());
        let notices = app.notices().iter();
        let left_over = notices.filter(|notice| matches!(notice.message, NoticeKind::LeftOver(_)));
        assert_eq!(left_over.count(), told, "{host}");
    }
}

#[test]
fn comments_that_saving_does_not_keep_are_told_and_kept_in_a_backup() {
    let mut running = Running::with_assessment();
    let path = running.path("KEN");
    running.app.handle(Command::Close);
    let without = fs::read_to_string(&path).unwrap();
    for (text, told) in [(format!("// Ask Ben.\n{without}"), 1), (without, 0)] {
        fs::write(&path, &text).unwrap();
        let mut app = start_in(running.folder.path());
        app.handle(Command::Open(path.clone()));
        let notices = app.notices().iter();
        let comments = notices.filter(|notice| notice.message == NoticeKind::HasComment);
        assert_eq!(comments.count(), told);
        let backups = app.session().unwrap().backups().unwrap();
        let newest = backups.newest().unwrap().unwrap();
        assert_eq!(fs::read_to_string(newest.path).unwrap(), text);
    }
}
