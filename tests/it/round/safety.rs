//! The round has the safety net of an assessment: undo, dated copies, rescue, taking over, and a
//! question before typed words are lost.

use std::fs;

use guidepost::app::round::RoundCommand;
use guidepost::app::{App, Command, Leaves, Library, NoticeKind, Route, SaveState};
use guidepost::domain::{Levels, RoundChange};
use guidepost::store::{Backups, Folders};
use std::sync::Arc;

use super::session::Office;
use crate::support::state;

fn office() -> Office {
    let mut office = Office::new();
    let folders = Folders::at(&office.folder.path().join("home"));
    let library = Library::built_in().unwrap();
    office.app = App::start_in(library, Some(folders), Arc::new(|| {}));
    office.sends(RoundCommand::Begin);
    office.app.handle(Command::Go(Route::Round));
    office
}

fn saved() -> Office {
    let mut office = office();
    let file = office.file();
    office.sends(RoundCommand::SaveAs(file));
    office
}

fn copies(office: &Office) -> Vec<guidepost::store::Backup> {
    office.round().backups().unwrap().list().unwrap()
}

#[test]
fn what_the_office_noted_is_taken_back_and_made_again_step_by_step() {
    let mut office = office();
    for call in ["2", "20", "2030"] {
        office.changes(RoundChange::Call(call.to_owned()));
    }
    office.app.handle(Command::EndRun);
    office.changes(RoundChange::Text(None, "First.".to_owned()));
    let shows = |office: &Office, call: &str, texts: usize| {
        let noted = office.round().noted();
        assert_eq!((noted.call.as_str(), noted.texts.len()), (call, texts));
    };
    shows(&office, "2030", 1);
    office.app.handle(Command::Undo);
    shows(&office, "2030", 0);
    office.app.handle(Command::Undo);
    shows(&office, "", 0);
    office.app.handle(Command::Undo);
    shows(&office, "", 0);
    office.app.handle(Command::Redo);
    office.app.handle(Command::Redo);
    shows(&office, "2030", 1);
}

#[test]
fn a_source_that_is_taken_back_and_comes_again_is_read_again() {
    let mut office = office();
    office.comes("a.submission.ron", b"nothing of ours".to_vec());
    office.adds();
    assert_eq!(office.round().collation().files.len(), 1);
    office.app.handle(Command::Undo);
    office.waits();
    assert_eq!(office.round().collation().files.len(), 0);
    office.app.handle(Command::Redo);
    office.waits();
    assert_eq!(office.round().collation().files.len(), 1);
}

#[test]
fn taking_a_text_back_reads_no_source_again() {
    let mut office = office();
    office.comes("a.submission.ron", b"nothing of ours".to_vec());
    office.adds();
    office.changes(RoundChange::Text(None, "First.".to_owned()));
    office.app.handle(Command::Undo);
    assert!(office.round().reading().is_none());
    office.app.handle(Command::Redo);
    assert!(office.round().reading().is_none());
}

#[test]
fn undo_changes_what_is_in_sight_and_not_what_is_open_beside_it() {
    let mut office = saved();
    office.app.handle(Command::New {
        state: state("KEN"),
        levels: Levels::default(),
        path: office.folder.path().join("KEN.assessment.ron"),
    });
    office.changes(RoundChange::Call("2030".to_owned()));
    assert_ne!(*office.app.route(), Route::Round);
    office.app.handle(Command::Undo);
    assert_eq!(office.round().noted().call, "2030");
    office.app.handle(Command::Go(Route::Round));
    office.app.handle(Command::Undo);
    assert_eq!(office.round().noted().call, "");
}

#[test]
fn a_round_that_has_no_file_yet_is_kept_among_the_dated_copies() {
    let mut office = office();
    office.changes(RoundChange::Closing(None));
    office.changes(RoundChange::Text(None, "Weeks of work.".to_owned()));
    office.waits();
    let kept = copies(&office);
    assert_eq!(kept.len(), 1);
    let bytes = Backups::read(&kept[0]).unwrap();
    assert!(String::from_utf8(bytes).unwrap().contains("Weeks of work."));
}

#[test]
fn a_dated_copy_of_a_round_opens_to_read_with_its_replies_and_is_restored() {
    let mut office = saved();
    office.comes("a.submission.ron", b"nothing of ours".to_vec());
    office.adds();
    office.changes(RoundChange::Call("2030".to_owned()));
    assert!(office.app.may_close());
    let newest = copies(&office).remove(0);
    fs::remove_file(office.file()).unwrap();

    office.app.handle(Command::OpenBackup(newest));
    office.waits();
    assert!(matches!(
        office.round().save_state(),
        Some(SaveState::ReadOnly(_))
    ));
    assert_eq!(office.round().collation().files.len(), 1);
    let restored = office.folder.path().join("restored.round.ron");
    office.sends(RoundCommand::SaveAs(restored));
    office.changes(RoundChange::Call("2031".to_owned()));
    office.waits();
    assert_eq!(office.round().noted().call, "2031");
    assert!(!copies(&office).is_empty());
}

#[test]
fn a_round_that_cannot_be_saved_is_kept_and_says_so_while_the_assessment_is_saved() {
    let mut office = saved();
    office.app.handle(Command::New {
        state: state("KEN"),
        levels: Levels::default(),
        path: office.folder.path().join("KEN.assessment.ron"),
    });
    office.app.handle(Command::Go(Route::Round));
    // A folder in its place: nothing can be written there.
    fs::remove_file(office.file()).unwrap();
    fs::create_dir(office.file()).unwrap();
    office.changes(RoundChange::Text(None, "Weeks of work.".to_owned()));
    office.sends(RoundCommand::Close);
    office.app.tick(std::time::Instant::now());
    assert!(matches!(
        office.round().save_state(),
        Some(SaveState::Failed(_))
    ));
    let notices = office.app.notices().iter();
    let not_left = |kind: &NoticeKind| matches!(kind, NoticeKind::NotLeft(..));
    assert!(notices.map(|notice| &notice.message).any(not_left));
    let bytes = Backups::read(&copies(&office)[0]).unwrap();
    assert!(String::from_utf8(bytes).unwrap().contains("Weeks of work."));
}

#[test]
fn each_way_out_is_known_by_what_it_leaves() {
    let mut office = saved();
    let path = office.folder.path().join("KEN.assessment.ron");
    let new = |path| Command::New {
        state: state("KEN"),
        levels: Levels::default(),
        path,
    };
    office.app.handle(new(path.clone()));
    assert!(office.app.may_close());
    let other_round = office.folder.path().join("other.round.ron");
    fs::copy(office.file(), &other_round).unwrap();
    let other = office.folder.path().join("other.assessment.ron");
    fs::copy(&path, &other).unwrap();
    let assessment = Leaves {
        assessment: true,
        round: false,
    };
    let round = Leaves {
        assessment: false,
        round: true,
    };
    let none = Leaves::default();
    let opens_round = |path| Command::Round(Box::new(RoundCommand::Open(path)));
    let of_round = copies(&office).remove(0);
    let from = path.clone();
    let next = office.folder.path().join("next.assessment.ron");
    for (command, leaves) in [
        (Command::Close, assessment),
        (new(other.clone()), assessment),
        (Command::NewFrom { from, path: next }, assessment),
        (Command::Open(other), assessment),
        (Command::Open(path), none),
        (Command::Open(other_round.clone()), round),
        (Command::Open(office.file()), none),
        (opens_round(other_round), round),
        (opens_round(office.file()), none),
        (Command::OpenBackup(of_round), round),
        (Command::Round(Box::new(RoundCommand::Close)), round),
        (Command::Go(Route::Start), none),
        (Command::Undo, none),
    ] {
        assert_eq!(office.app.would_leave(&command), leaves, "{command:?}");
    }
}

#[test]
fn a_round_that_is_empty_again_holds_no_window_open() {
    let mut office = office();
    office.changes(RoundChange::Call("2030".to_owned()));
    assert!(!office.app.may_close());
    office.changes(RoundChange::Call(String::new()));
    assert!(office.app.may_close());
}
