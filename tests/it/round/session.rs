//! The round of replies that is open, without the window.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use guidepost::app::file::Existing;
use guidepost::app::reporting::{ReportCommand, WhichReport, WriteOrder};
use guidepost::app::round::{Class, RoundCommand, RoundSession, Unread};
use guidepost::app::{App, Command, Library, NoticeKind, Route, SaveState};
use guidepost::domain::{RoundChange, RoundDecision, SectionId, Standing};
use guidepost::store;
use jiff::civil::Date;
use tempfile::TempDir;

use super::{bytes, codes, digest, mixture, reply};
use crate::support::{explained, run, state, word};

/// A program, and a folder `in` that replies come into.
pub struct Office {
    pub app: App,
    pub folder: TempDir,
}

impl Office {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("in")).unwrap();
        Self { app: app(), folder }
    }

    pub fn with_mixture() -> Self {
        let office = Self::new();
        for (name, bytes, _) in mixture() {
            office.comes(name, bytes);
        }
        office
    }

    pub fn inbox(&self) -> PathBuf {
        self.folder.path().join("in")
    }

    pub fn file(&self) -> PathBuf {
        self.folder.path().join("2030.round.ron")
    }

    pub fn comes(&self, name: &str, bytes: Vec<u8>) {
        fs::write(self.inbox().join(name), bytes).unwrap();
    }

    pub fn sends(&mut self, command: RoundCommand) {
        self.app.handle(Command::Round(Box::new(command)));
    }

    pub fn changes(&mut self, change: RoundChange) {
        self.sends(RoundCommand::Change(change));
    }

    pub fn adds(&mut self) {
        self.sends(RoundCommand::Add(vec![self.inbox()]));
        self.waits();
    }

    pub fn round(&self) -> &RoundSession {
        self.app.round().unwrap()
    }

    /// Lets the time pass until nothing is on its way.
    #[track_caller]
    pub fn waits(&mut self) {
        let begun = Instant::now();
        while begun.elapsed() < Duration::from_mins(1) {
            let waits = self.app.tick(Instant::now()).is_some()
                || self.app.reports().is_writing()
                || self.app.is_busy();
            if !waits && self.app.round().is_none_or(is_at_rest) {
                return;
            }
            std::thread::sleep(Duration::from_millis(2));
        }
        panic!("{:?}", self.app.round().map(RoundSession::reading));
    }

    /// Another program, in which the round's file is opened.
    pub fn opens_again(&mut self) {
        assert!(self.app.may_close());
        self.app = app();
        let path = self.file();
        self.app.open_round(&path);
        self.waits();
    }

    /// The States that count, and those that wait.
    pub fn figures(&self) -> (Vec<&str>, Vec<&str>) {
        let collation = self.round().collation();
        (codes(&collation.tally.counted), codes(&collation.waiting))
    }

    fn classes(&self) -> Vec<(String, Class)> {
        let files = &self.round().collation().files;
        let name = |path: &Path| path.file_name().unwrap().to_str().unwrap().to_owned();
        files
            .iter()
            .map(|file| (name(&file.path), file.class))
            .collect()
    }

    /// What there was to tell, which is put away.
    fn told(&mut self) -> Vec<NoticeKind> {
        let notices = self.app.notices().to_vec();
        for notice in &notices {
            self.app.handle(Command::Dismiss(notice.clone()));
        }
        notices.into_iter().map(|notice| notice.message).collect()
    }
}

fn app() -> App {
    App::start_in(Library::built_in().unwrap(), None, Arc::new(|| {}))
}

fn is_at_rest(round: &RoundSession) -> bool {
    round.reading().is_none() && !matches!(round.save_state(), Some(SaveState::Saving))
}

fn decides(of: &str, digest: String) -> RoundChange {
    let decision = RoundDecision {
        digest,
        reason: "The ministry wrote so.".to_owned(),
        date: Date::new(2030, 6, 20).unwrap(),
    };
    RoundChange::Decide(state(of), Some(decision))
}

#[test]
fn what_is_dropped_in_is_read_and_classed_as_by_the_command() {
    let mut office = Office::with_mixture();
    let before = office.inbox();
    office.adds();
    let expected: Vec<_> = mixture()
        .into_iter()
        .map(|(name, _, class)| (name.to_owned(), class))
        .collect();
    assert_eq!(office.classes(), expected);
    assert_eq!(**office.round().collation(), super::collated(&before, None));
    assert_eq!(office.figures(), (vec!["CAN", "JPN"], vec!["KEN", "MLI"]));
    let disputes = office.round().collation();
    let disputes: Vec<_> = disputes
        .disputes()
        .iter()
        .map(|it| (it.state, it.files.len()))
        .collect();
    assert_eq!(disputes, [(state("KEN"), 2), (state("MLI"), 2)]);
    assert!(office.told().is_empty());
    // The same once more changes nothing, and no file comes twice.
    office.adds();
    assert_eq!(office.classes(), expected);
    assert_eq!(office.round().noted().sources.len(), 1);
}

#[test]
fn a_round_is_opened_again_with_everything_that_was_decided() {
    let mut office = Office::with_mixture();
    office.adds();
    assert!(office.round().save_state().is_none());
    assert!(!office.app.may_close(), "it was never saved");
    let path = office.folder.path().join("2030");
    office.sends(RoundCommand::SaveAs(path));
    assert_eq!(office.round().path(), Some(office.file().as_path()));
    assert_eq!(office.round().noted().sources, ["in".to_owned()].into());
    let kenya = digest(&reply("KEN", 9, 1, Standing::Yes));
    office.changes(decides("KEN", kenya.clone()));
    assert_eq!(office.figures(), (vec!["CAN", "JPN", "KEN"], vec!["MLI"]));
    let section = SectionId::parse("structures").unwrap();
    office.changes(RoundChange::Text(
        Some(section),
        "Most have a lead body.".to_owned(),
    ));
    office.changes(RoundChange::Invited(
        ["CAN", "JPN", "KEN", "PER"].map(state).into(),
    ));
    let noted = office.round().noted().clone();
    office.opens_again();
    assert_eq!(*office.app.route(), Route::Round);
    assert_eq!(*office.round().noted(), noted);
    assert_eq!(office.figures(), (vec!["CAN", "JPN", "KEN"], vec!["MLI"]));
    // Taken back, both wait again, and what they say is read again where it was let go.
    office.changes(RoundChange::Decide(state("KEN"), None));
    office.waits();
    assert_eq!(office.figures(), (vec!["CAN", "JPN"], vec!["KEN", "MLI"]));
    let other = digest(&reply("KEN", 8, 1, Standing::Yes));
    office.changes(decides("KEN", other));
    office.waits();
    assert_eq!(office.figures(), (vec!["CAN", "JPN", "KEN"], vec!["MLI"]));
    let collation = office.round().collation();
    let invited: Vec<usize> = collation.groups.iter().map(|it| it.invited.len()).collect();
    assert_eq!(invited, [1, 1, 0, 1, 1]);
    assert_eq!(
        collation
            .groups
            .iter()
            .map(|it| it.replied.len())
            .sum::<usize>(),
        3
    );
}

#[test]
fn a_reply_is_late_by_the_day_on_which_it_came() {
    let mut office = Office::new();
    let old = reply("JPN", 7, 1, Standing::Yes);
    let new = reply("JPN", 7, 2, Standing::No);
    office.comes("old", bytes(&old));
    office.comes("new", bytes(&new));
    // Older revisions are let go once there are many others.
    for number in 1..100 {
        office.comes(
            &format!("x{number}"),
            bytes(&reply("CAN", 1, number, Standing::Yes)),
        );
    }
    office.adds();
    let path = office.file();
    office.sends(RoundCommand::SaveAs(path));
    let class = |office: &Office, of: &str| {
        let classes = office.classes();
        classes.iter().find(|(name, _)| name == of).unwrap().1
    };
    assert_eq!(class(&office, "old"), Class::Superseded);
    let today = store::today();
    let yesterday = today.yesterday().ok();
    office.changes(RoundChange::Closing(yesterday));
    office.waits();
    assert_eq!(
        class(&office, "new"),
        Class::Counted,
        "nobody said when it came"
    );
    assert!(office.round().noted().received.is_empty());
    let came = [(digest(&old), yesterday), (digest(&new), Some(today))];
    office.changes(RoundChange::Received(came.into()));
    office.waits();
    assert_eq!(class(&office, "old"), Class::Counted);
    assert_eq!(class(&office, "new"), Class::Late);
    office.changes(RoundChange::Received([(digest(&new), yesterday)].into()));
    office.waits();
    assert_eq!(class(&office, "old"), Class::Superseded);
    assert_eq!(class(&office, "new"), Class::Counted);
    let cell = office.round().collation().tally.cells.iter();
    let cell = cell
        .clone()
        .find(|cell| cell.question.as_str() == "17")
        .unwrap();
    assert_eq!(
        cell.states(Standing::No).collect::<Vec<_>>(),
        [state("JPN")]
    );
    office.changes(RoundChange::Closing(None));
    office.waits();
    assert_eq!(office.figures(), (vec!["CAN", "JPN"], vec![]));
    let received = office.round().noted().received.clone();
    office.opens_again();
    assert_eq!(office.round().noted().received, received);
}

#[test]
fn reading_can_be_stopped_and_what_was_read_stays() {
    let mut office = Office::new();
    // More than are read ahead of the window.
    for number in 1..450_u32 {
        office.comes(
            &format!("x{number:03}"),
            bytes(&reply("CAN", 1, number, Standing::Yes)),
        );
    }
    let inbox = office.inbox();
    office.sends(RoundCommand::Add(vec![inbox]));
    let begun = Instant::now();
    while office
        .round()
        .reading()
        .is_some_and(|reading| reading.done == 0)
    {
        assert!(begun.elapsed() < Duration::from_mins(1));
        office.app.tick(Instant::now());
    }
    office.sends(RoundCommand::Cancel);
    office.app.tick(Instant::now());
    assert!(office.round().reading().is_none());
    let read = office.round().collation().files.len();
    assert!((1..449).contains(&read), "{read}");
    office.waits();
    assert_eq!(office.round().collation().files.len(), read);
    assert!(matches!(office.round().unread(), Some(Unread::Stopped(_))));
    assert!(!office.round().is_read());
    office.sends(RoundCommand::ReadAgain);
    office.waits();
    assert!(office.round().unread().is_none() && office.round().is_read());
    assert_eq!(office.round().collation().files.len(), 449);
    assert_eq!(office.figures().0, ["CAN"]);
}

#[test]
fn reading_again_finds_what_came_and_lets_go_what_went() {
    let mut office = Office::new();
    office.comes("japan", bytes(&reply("JPN", 7, 1, Standing::Yes)));
    office.adds();
    let other = office.folder.path().join("late");
    fs::write(&other, bytes(&reply("PER", 8, 1, Standing::Yes))).unwrap();
    office.sends(RoundCommand::Add(vec![other.clone()]));
    office.waits();
    assert_eq!(office.figures().0, ["JPN", "PER"]);
    fs::remove_file(office.inbox().join("japan")).unwrap();
    office.comes("kenya", bytes(&reply("KEN", 9, 1, Standing::Yes)));
    office.sends(RoundCommand::ReadAgain);
    office.waits();
    assert_eq!(office.figures().0, ["KEN", "PER"]);
    let source = other.to_str().unwrap().to_owned();
    office.changes(RoundChange::RemoveSource(source));
    assert_eq!(office.figures().0, ["KEN"]);
    // A folder that is away is told, and what was read from it stays.
    fs::rename(office.inbox(), office.folder.path().join("away")).unwrap();
    office.sends(RoundCommand::ReadAgain);
    office.waits();
    assert_eq!(office.figures().0, ["KEN"]);
    let told = office.told();
    assert!(
        matches!(told.as_slice(), [NoticeKind::Fault(fault)] if explained(fault).contains("no such file")),
        "{told:?}"
    );
}

#[test]
fn a_round_that_another_program_writes_is_open_to_read() {
    let mut office = Office::new();
    office.comes("japan", bytes(&reply("JPN", 7, 1, Standing::Yes)));
    office.adds();
    let path = office.file();
    office.sends(RoundCommand::SaveAs(path.clone()));
    let before = fs::read(&path).unwrap();
    let mut second = app();
    second.open_round(&path);
    let round = second.round().unwrap();
    assert!(matches!(round.save_state(), Some(SaveState::ReadOnly(_))));
    second.handle(Command::Round(Box::new(RoundCommand::Change(
        RoundChange::Call("x".to_owned()),
    ))));
    assert_eq!(second.round().unwrap().noted().call, "");
    assert_eq!(second.notices().len(), 1);
    assert!(second.may_close());
    assert_eq!(fs::read(&path).unwrap(), before);
    // Under a name of its own it goes on.
    let copy = office.folder.path().join("copy.round.ron");
    second.handle(Command::Round(Box::new(RoundCommand::SaveAs(copy.clone()))));
    second.handle(Command::Round(Box::new(RoundCommand::Change(
        RoundChange::Call("x".to_owned()),
    ))));
    assert!(second.may_close());
    assert!(fs::read_to_string(copy).unwrap().contains("call: \"x\""));
}

#[test]
fn what_cannot_be_opened_or_written_is_told_and_nothing_is_lost() {
    let mut office = Office::new();
    office.comes("japan", bytes(&reply("JPN", 7, 1, Standing::Yes)));
    office.adds();
    let not_a_round = office.inbox().join("japan");
    office.app.open_round(&not_a_round);
    assert_eq!(office.told().len(), 1);
    assert_eq!(office.figures().0, ["JPN"]);
    office.sends(RoundCommand::SaveAs(
        not_a_round.with_file_name("none/x.round.ron"),
    ));
    assert!(matches!(office.told().as_slice(), [NoticeKind::Fault(_)]));
    office.sends(RoundCommand::Close);
    assert_eq!(office.told(), [NoticeKind::RoundNotSaved]);
    assert!(office.app.round().is_some());
    let nobody = RoundChange::Decide(
        state("JPN"),
        Some(RoundDecision {
            digest: "0".repeat(64),
            reason: " ".to_owned(),
            date: store::today(),
        }),
    );
    office.changes(nobody);
    assert!(
        matches!(office.told().as_slice(), [NoticeKind::Fault(fault)] if explained(fault).contains("reason"))
    );
    office.sends(RoundCommand::GiveUp);
    assert!(office.app.round().is_none());
    assert!(office.app.may_close());
    // An empty round is no loss.
    office.sends(RoundCommand::Begin);
    assert!(office.app.may_close());
    office.sends(RoundCommand::Close);
    assert!(office.app.round().is_none());
}

#[test]
fn a_source_that_is_taken_away_while_it_is_read_counts_for_nothing() {
    let mut office = Office::with_mixture();
    office.sends(RoundCommand::Add(vec![office.inbox()]));
    let source = office.round().noted().sources.first().unwrap().clone();
    office.changes(RoundChange::RemoveSource(source));
    office.waits();
    assert_eq!(office.round().collation().files, []);
}

fn writes(office: &mut Office, path: &Path) -> Vec<NoticeKind> {
    let order = WriteOrder {
        which: WhichReport::Round(None),
        path: path.to_owned(),
        existing: Existing::Stays,
    };
    let write = Command::Report(ReportCommand::Write(order));
    office.app.handle(write);
    office.waits();
    office.told()
}

#[test]
fn report_and_tables_are_written_whole_and_over_no_file_that_nobody_gave_up() {
    let mut office = Office::with_mixture();
    office.adds();
    for ending in [".csv", ".docx", ".xlsx"] {
        let path = office.folder.path().join(format!("round{ending}"));
        let written = NoticeKind::ReportWritten(path.clone(), Vec::new());
        assert_eq!(writes(&mut office, &path), [written]);
        let written = fs::read(&path).unwrap();
        assert!(!written.is_empty());
        assert!(
            matches!(writes(&mut office, &path).as_slice(), [NoticeKind::Fault(fault)] if explained(fault).contains("there is a file already"))
        );
        assert_eq!(fs::read(&path).unwrap(), written);
    }
    let by_command = office.folder.path().join("by-command.csv");
    let (inbox, to) = (office.inbox(), &by_command);
    run(&["collate", word(&inbox), "-o", word(to)]);
    let table = fs::read(office.folder.path().join("round.csv")).unwrap();
    assert!(table == fs::read(to).unwrap());
}

#[test]
fn nothing_is_written_of_a_round_that_is_being_read_or_has_gone() {
    let mut office = Office::with_mixture();
    let path = office.folder.path().join("round.csv");
    office.sends(RoundCommand::Add(vec![office.inbox()]));
    assert_eq!(writes(&mut office, &path), [NoticeKind::ChangedMeanwhile]);
    office.sends(RoundCommand::GiveUp);
    assert_eq!(writes(&mut office, &path), [NoticeKind::ChangedMeanwhile]);
    assert!(!path.exists());
}

#[test]
fn a_source_that_is_not_there_leaves_the_round_unread_until_it_is_back_or_removed() {
    let mut office = Office::new();
    office.comes("japan", bytes(&reply("JPN", 7, 1, Standing::Yes)));
    office.adds();
    assert!(office.round().is_read());
    let (inbox, away) = (office.inbox(), office.folder.path().join("away"));
    let is_absent = |office: &Office| matches!(office.round().unread(), Some(Unread::Absent(_)));

    fs::rename(&inbox, &away).unwrap();
    office.sends(RoundCommand::ReadAgain);
    office.waits();
    assert!(is_absent(&office) && !office.round().is_read());
    assert_eq!(office.figures().0, ["JPN"], "what was read stays");

    fs::rename(&away, &inbox).unwrap();
    office.sends(RoundCommand::ReadAgain);
    office.waits();
    assert!(office.round().is_read());

    fs::rename(&inbox, &away).unwrap();
    office.sends(RoundCommand::ReadAgain);
    office.waits();
    assert!(is_absent(&office));
    let source = office.round().noted().sources.first().unwrap().clone();
    office.changes(RoundChange::RemoveSource(source));
    office.waits();
    assert!(office.round().is_read());
}
