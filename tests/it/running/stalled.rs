//! A disk that gives no answer holds nothing up: the window goes on, says what it waits for, and can
//! stop waiting.

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use guidepost::app::round::RoundCommand;
use guidepost::app::{App, Command, Leaves, Route, SaveState, Session};
use guidepost::domain::{Evidence, EvidenceId, Levels, RoundChange};
use guidepost::store::{Backups, Settings, Stall};
use uuid::Uuid;

use super::Running;
use crate::support::{question, state};

/// A program in which Kenya's assessment and a round are open, beside a share with files of others.
struct Office {
    running: Running,
    share: PathBuf,
}

impl Office {
    fn new() -> Self {
        let mut running = Running::with_assessment();
        let share = running.folder.path().join("share");
        fs::create_dir(&share).unwrap();
        running
            .app
            .handle(Command::SaveCopy(share.join("KEN.assessment.ron")));
        fs::write(share.join("law.pdf"), "a law").unwrap();
        running.app.handle(round(RoundCommand::Begin));
        let change = RoundChange::Call("2030".to_owned());
        running.app.handle(round(RoundCommand::Change(change)));
        let path = running.folder.path().join("work/own.round.ron");
        running.app.handle(round(RoundCommand::SaveAs(path)));
        fs::copy(
            running.folder.path().join("work/own.round.ron"),
            share.join("other.round.ron"),
        )
        .unwrap();
        for notice in running.app.notices().to_vec() {
            running.app.handle(Command::Dismiss(notice));
        }
        running.app.set_patience(Duration::ZERO);
        Self { running, share }
    }

    fn on_share(&self, name: &str) -> PathBuf {
        self.share.join(name)
    }

    fn app(&self) -> &App {
        &self.running.app
    }

    /// Lets the time pass until this is so, and takes up what is done.
    #[track_caller]
    fn until(&mut self, is_so: impl Fn(&App) -> bool) {
        let begun = Instant::now();
        while !is_so(self.app()) {
            assert!(begun.elapsed() < Duration::from_secs(20));
            self.running.app.tick(Instant::now());
            self.running.app.take_up(Leaves::default());
            thread::sleep(Duration::from_millis(1));
        }
    }
}

fn round(command: RoundCommand) -> Command {
    Command::Round(Box::new(command))
}

fn is_on_share(path: Option<&Path>) -> bool {
    path.is_some_and(|path| {
        path.parent()
            .is_some_and(|folder| folder.ends_with("share"))
    })
}

fn opened(app: &App) -> bool {
    is_on_share(app.session().map(Session::path))
}

fn attach(office: &Office) -> Command {
    Command::Attach {
        question: question("17.a"),
        id: EvidenceId(Uuid::from_u128(1)),
        evidence: Box::new(Evidence {
            title: "Law".to_owned(),
            ..Evidence::default()
        }),
        path: office.on_share("law.pdf"),
    }
}

fn attached(app: &App) -> bool {
    let answers = app.session().map(|session| &session.assessment().answers);
    let answer = answers.and_then(|answers| answers.get(&question("17.a")));
    let pieces = answer.into_iter().flat_map(|answer| &answer.evidence);
    pieces
        .into_iter()
        .any(|(_, piece)| piece.file_name == "law.pdf")
}

/// The command comes back while the disk gives no answer; once it does, the command comes to this,
/// or to nothing, where somebody has stopped waiting.
#[track_caller]
fn check(folder: &str, command: impl Fn(&Office) -> Command, comes_to: impl Fn(&App) -> bool) {
    for stops_waiting in [false, true] {
        let mut office = Office::new();
        let command = command(&office);
        let stall = Stall::below(&office.running.folder.path().join(folder));
        office.running.app.handle(command);
        office.until(|_| stall.is_asked());
        assert!(office.app().is_busy());
        assert!(!comes_to(office.app()));

        // Whoever waits can go on working.
        office.running.type_text("Typed meanwhile.");
        office.until(|app| app.waiting().next().is_some());
        let numbers: Vec<u64> = office
            .app()
            .waiting()
            .map(|waiting| waiting.number)
            .collect();
        if stops_waiting {
            for number in numbers {
                office.running.app.handle(Command::StopWaiting(number));
            }
        }
        assert!(!stall.has_run_out(), "the window waited");
        drop(stall);
        office.until(|app| !app.is_busy());
        let notices = office.app().notices();
        assert_ne!(comes_to(office.app()), stops_waiting, "{notices:?}");
    }
}

#[test]
fn opening_a_file_waits_beside_the_window() {
    let open = |name: &'static str| move |office: &Office| Command::Open(office.on_share(name));
    check("share", open("KEN.assessment.ron"), opened);
    check("share", open("other.round.ron"), |app| {
        is_on_share(app.round().and_then(|round| round.path()))
    });
    let round = |office: &Office| round(RoundCommand::Open(office.on_share("other.round.ron")));
    check("share", round, |app| {
        is_on_share(app.round().and_then(|round| round.path()))
    });
    let compare = |office: &Office| Command::Compare(Some(office.on_share("KEN.assessment.ron")));
    check("share", compare, |app| app.counterpart().is_some());
}

#[test]
fn making_a_file_waits_beside_the_window() {
    let new = |office: &Office| Command::New {
        state: state("KEN"),
        levels: Levels::default(),
        path: office.on_share("new"),
    };
    check("share", new, opened);
    let sample = |office: &Office| Command::Example {
        state: state("CAN"),
        path: office.on_share("sample"),
    };
    check("share", sample, opened);
    let from_open = |office: &Office| Command::NewFrom {
        from: office.running.path("KEN"),
        path: office.on_share("next"),
    };
    check("share", from_open, opened);
    let from_share = |office: &Office| Command::NewFrom {
        from: office.on_share("KEN.assessment.ron"),
        path: office.running.path("next"),
    };
    check("share", from_share, |app| {
        app.session()
            .is_some_and(|session| session.path().ends_with("next.assessment.ron"))
    });
}

#[test]
fn copying_a_file_waits_beside_the_window() {
    check("share", attach, attached);
    let elsewhere = |office: &Office| Command::SaveElsewhere(office.on_share("moved"));
    check("share", elsewhere, opened);
    let copy = |office: &Office| Command::SaveCopy(office.on_share("copy"));
    check("share", copy, |app| !app.notices().is_empty());
    let save = |office: &Office| round(RoundCommand::SaveAs(office.on_share("moved")));
    check("share", save, |app| {
        is_on_share(app.round().and_then(|round| round.path()))
    });
}

#[test]
fn looking_for_backups_waits_beside_the_window() {
    let mut found = Office::new();
    let stall = Stall::below(&found.running.folder.path().join("data"));
    found.running.app.handle(Command::Backups);
    found.until(|_| stall.is_asked());
    assert_eq!(found.running.app.take_backups(), None);
    drop(stall);
    found.until(|app| !app.is_busy());
    let backups = found.running.app.take_backups().unwrap();

    let stall = Stall::below(&found.running.folder.path().join("data"));
    found
        .running
        .app
        .handle(Command::OpenBackup(backups[0].clone()));
    found.until(|_| stall.is_asked());
    assert!(found.app().session().unwrap().can_write());
    drop(stall);
    found.until(|app| !app.session().unwrap().can_write());
    assert!(!Backups::is_of_round(&backups[0]));
}

#[test]
fn settings_are_written_beside_the_window() {
    let mut office = Office::new();
    let stall = Stall::below(&office.running.folder.path().join("config"));
    let named = |name: &str| Settings {
        name: name.to_owned(),
        ..Settings::default()
    };
    office
        .running
        .app
        .handle(Command::Settings(Box::new(named("Ana"))));
    office.until(|_| stall.is_asked());
    // The newer settings come after the older, however long those take.
    office
        .running
        .app
        .handle(Command::Settings(Box::new(named("Ben"))));
    assert!(!stall.has_run_out());
    drop(stall);
    office.until(|app| !app.is_busy());
    let text =
        fs::read_to_string(office.running.folder.path().join("config/settings.ron")).unwrap();
    assert!(text.contains("Ana"), "{text}");
    while !office.running.app.may_close() {
        thread::sleep(Duration::from_millis(1));
    }
    let text =
        fs::read_to_string(office.running.folder.path().join("config/settings.ron")).unwrap();
    assert!(text.contains("Ben"), "{text}");
}

/// What is typed is on disk before the command leaves it, whichever folder gives no answer.
#[track_caller]
fn check_leaving(command: impl Fn(&Office) -> Command, comes_to: fn(&App) -> bool) {
    for folder in ["work", "data"] {
        let mut office = Office::new();
        office.running.type_text("Typed before.");
        let command = command(&office);
        let stall = Stall::below(&office.running.folder.path().join(folder));
        office.running.app.handle(command);
        office.until(|_| stall.is_asked());
        assert!(!comes_to(office.app()), "{folder}");
        assert!(!stall.has_run_out(), "the window waited");
        drop(stall);
        office.until(comes_to);
        let saved = fs::read_to_string(office.running.path("KEN")).unwrap();
        assert!(saved.contains("Typed before."));
    }
}

#[test]
fn what_is_typed_goes_to_disk_before_it_is_left_and_the_window_waits_for_that() {
    let open = |office: &Office| Command::Open(office.on_share("KEN.assessment.ron"));
    check_leaving(open, opened);
    check_leaving(|_| Command::Close, |app| app.session().is_none());
}

#[test]
fn the_window_closes_once_all_is_on_disk_and_draws_until_then() {
    for folder in ["work", "data", "config"] {
        let mut office = Office::new();
        office.running.app.handle(Command::Go(Route::Gaps));
        office.running.type_text("Typed last.");
        let settings = Settings {
            name: "Ana".to_owned(),
            ..Settings::default()
        };
        office
            .running
            .app
            .handle(Command::Settings(Box::new(settings)));
        let stall = Stall::below(&office.running.folder.path().join(folder));
        let may_close = office.running.app.may_close();
        office.until(|_| stall.is_asked());
        assert!(!may_close && office.app().is_closing(), "{folder}");
        // Whoever waits can stay.
        office.running.app.handle(Command::StopClosing);
        assert!(!office.app().is_closing());
        assert!(!office.running.app.may_close());
        assert!(!stall.has_run_out(), "the window waited");
        drop(stall);
        let begun = Instant::now();
        while !office.running.app.may_close() {
            assert!(begun.elapsed() < Duration::from_secs(20));
            thread::sleep(Duration::from_millis(1));
        }
        assert!(matches!(
            office.app().session().unwrap().save_state(),
            SaveState::Saved(_)
        ));
    }
}

#[test]
fn words_that_are_saved_nowhere_are_not_left_by_what_comes_late() {
    let mut office = Office::new();
    let open = Command::Open(office.on_share("KEN.assessment.ron"));
    let stall = Stall::below(&office.share);
    office.running.app.handle(open);
    drop(stall);
    let held = Leaves {
        assessment: true,
        round: false,
    };
    let begun = Instant::now();
    while begun.elapsed() < Duration::from_millis(300) {
        office.running.app.tick(Instant::now());
        office.running.app.take_up(held);
        thread::sleep(Duration::from_millis(1));
    }
    assert!(!opened(office.app()) && office.app().is_busy());
    office.until(opened);
}

#[test]
fn a_round_that_was_given_up_gives_its_file_to_no_other() {
    let mut office = Office::new();
    let stall = Stall::below(&office.share);
    let path = office.on_share("given-up");
    office.running.app.handle(round(RoundCommand::SaveAs(path)));
    office.until(|_| stall.is_asked());
    office.running.app.handle(round(RoundCommand::GiveUp));
    office.running.app.handle(round(RoundCommand::Begin));
    drop(stall);
    office.until(|app| !app.is_busy());
    assert_eq!(office.app().round().and_then(|round| round.path()), None);
}

/// What becomes of a file that is being attached while something else is done.
#[track_caller]
fn check_attaching(meanwhile: impl Fn(&mut Office), is_attached: bool) {
    let mut office = Office::new();
    let before = office.app().session().unwrap().path().to_owned();
    let stall = Stall::below(&office.share);
    let command = attach(&office);
    office.running.app.handle(command);
    office.until(|_| stall.is_asked());
    meanwhile(&mut office);
    drop(stall);
    office.until(|app| !app.is_busy());
    assert_eq!(attached(office.app()), is_attached);
    assert_eq!(office.app().notices().len(), 1);
    assert_eq!(office.app().session().unwrap().path(), before);
}

#[test]
fn a_file_that_is_being_attached_goes_to_the_piece_and_the_folder_that_it_was_for() {
    check_attaching(|office| office.running.app.handle(Command::Undo), false);
    let elsewhere = |office: &mut Office| {
        let path = office.running.path("elsewhere");
        office.running.app.handle(Command::SaveElsewhere(path));
    };
    check_attaching(elsewhere, true);
}
