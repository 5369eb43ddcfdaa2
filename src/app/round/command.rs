//! What can be done at the desk, and how the program does it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::RoundDesk;
use super::sources::with_ending;
use crate::app::file::OpenError;
use crate::app::waiting::{Claim, Done};
use crate::app::{App, Leaves, Notice, NoticeKind, Route};
use crate::domain::{Message, QuestionId, RoundChange};
use crate::store::{self, Backup, RecentFile};

/// Something that the receiving office wants done.
#[derive(Debug)]
pub enum RoundCommand {
    /// Open an empty desk, if none is open.
    Begin,
    /// Open the file of a round.
    Open(PathBuf),
    /// Read these files, or the files in these folders, and note them as sources; on an empty desk
    /// where none is open.
    Add(Vec<PathBuf>),
    /// Read all sources again.
    ReadAgain,
    /// Stop reading; what was read stays.
    Cancel,
    /// Change what the office notes.
    Change(RoundChange),
    /// Save the round there from now on.
    SaveAs(PathBuf),
    /// Read the texts of this question from the replies that count.
    Gather(QuestionId),
    /// Close the desk once all of it is on disk.
    Close,
    /// Close the desk; what is not saved is lost.
    GiveUp,
}

impl App {
    /// The round that is open.
    pub fn desk(&self) -> Option<&RoundDesk> {
        self.desk.as_deref()
    }

    /// Carries out what is wanted at the desk.
    pub(in crate::app) fn at_the_desk(&mut self, command: RoundCommand) {
        match command {
            RoundCommand::Begin => self.begin_round(),
            RoundCommand::Open(path) => self.open_round(&path),
            RoundCommand::Add(paths) => {
                self.begin_round();
                self.with_desk(|desk| desk.add(&paths));
            }
            RoundCommand::ReadAgain => self.with_desk(|desk| {
                desk.read_again();
                Vec::new()
            }),
            RoundCommand::Cancel => self.with_desk(|desk| {
                desk.cancel();
                Vec::new()
            }),
            RoundCommand::Change(change) => self.with_desk(|desk| desk.change(change)),
            RoundCommand::SaveAs(path) => self.save_round(&path),
            RoundCommand::Gather(question) => self.with_desk(|desk| {
                desk.gather(&question);
                Vec::new()
            }),
            RoundCommand::Close => self.leave(Leaves::ROUND, |app| app.desk = None),
            RoundCommand::GiveUp => self.desk = None,
        }
    }

    /// Opens the file of a round, and reads its sources.
    pub fn open_round(&mut self, path: &Path) {
        let what = Message::new("waiting-to-open").path("path", path);
        let opening = self.opening_round(path);
        self.wait_for(what, Claim::Leaves(Leaves::ROUND), opening);
    }

    /// What opens a round, on the thread that does it.
    pub(in crate::app) fn opening_round(
        &self,
        path: &Path,
    ) -> impl FnOnce() -> Done + Send + use<> {
        let (opening, library) = (self.opening(path), self.library.clone());
        let written = self.round_path().map(Path::to_owned);
        move || {
            if written.is_some_and(|written| store::is_same(&written, &opening.path)) {
                return Done::here(|app| app.go(Route::Round));
            }
            change_to(RoundDesk::open(&opening, &library))
        }
    }

    /// Opens a dated copy of a round, to read.
    pub(in crate::app) fn open_round_backup(&mut self, backup: &Backup) {
        let what = Message::new("waiting-to-open").path("path", &backup.path);
        let (opening, library) = (self.opening(&backup.path), self.library.clone());
        let backup = backup.clone();
        self.wait_for(what, Claim::Leaves(Leaves::ROUND), move || {
            change_to(RoundDesk::open_backup(&backup, &opening, &library))
        });
    }

    /// Opens the round to write that is open to read, where nobody surely has it open.
    pub(in crate::app) fn take_over_round(&mut self) {
        let Some(desk) = &self.desk else { return };
        if !desk
            .save_state()
            .is_some_and(|state| state.may_be_taken_over())
        {
            return;
        }
        let Some(path) = desk.path() else { return };
        let what = Message::new("waiting-to-open").path("path", path);
        let (opening, library) = (self.opening(path), self.library.clone());
        self.wait_for(what, Claim::Leaves(Leaves::ROUND), move || {
            change_to(RoundDesk::take_over(&opening, &library))
        });
    }

    /// Saves the round there from now on.
    fn save_round(&mut self, path: &Path) {
        let path = with_ending(path);
        let opening = self.opening(&path);
        let Some(desk) = &self.desk else { return };
        let moving = desk.work.moving(opening);
        let what = Message::new("waiting-to-save").path("path", &path);
        let claim = Claim::Uses(Leaves::ROUND);
        self.beside(
            what,
            claim,
            move || moving.run(),
            |app, moved| match (moved, &mut app.desk) {
                (Ok(moved), Some(desk)) => {
                    let notices = desk.moved(moved);
                    let path = desk.path().unwrap_or(Path::new("")).to_owned();
                    app.notify(Notice::new(NoticeKind::SavedElsewhere(path)));
                    app.tell_all(notices);
                    app.remember_round();
                }
                (Err(fault), _) => app.notify(Notice::fault(&fault)),
                (Ok(_), None) => {}
            },
        );
    }

    /// Whether the round is what the user looks at.
    pub(in crate::app) fn round_in_sight(&self) -> bool {
        *self.route() == Route::Round && self.desk.is_some()
    }

    fn enter_round(&mut self, desk: RoundDesk, notices: Vec<Notice>) {
        self.desk = Some(Box::new(desk));
        self.rounds += 1;
        self.tell_all(notices);
        self.remember_round();
        self.go(Route::Round);
    }

    /// Puts the round's file at the head of the recent ones.
    fn remember_round(&mut self) {
        let Some(desk) = &self.desk else { return };
        let Some(path) = desk.own_path() else { return };
        let noted = desk.noted();
        let recent = RecentFile {
            path: path.to_owned(),
            state: None,
            title: noted.call.clone(),
            // A closing day is no day by which the office has to do something.
            due: None,
            opened: store::now(),
        };
        self.settings.recent.remember(recent);
        self.save_settings();
    }

    fn begin_round(&mut self) {
        if self.desk.is_none() {
            let desk = RoundDesk::new(&self.library, self.folders.as_ref(), Arc::clone(&self.wake));
            self.desk = Some(Box::new(desk));
            self.rounds += 1;
        }
    }

    pub(in crate::app) fn with_desk(&mut self, act: impl FnOnce(&mut RoundDesk) -> Vec<Notice>) {
        if let Some(desk) = &mut self.desk {
            let notices = act(desk);
            self.tell_all(notices);
        }
    }

    fn tell_all(&mut self, notices: Vec<Notice>) {
        for notice in notices {
            self.notify(notice);
        }
    }
}

/// Goes on with another round, if it is there.
fn change_to(opened: Result<(RoundDesk, Vec<Notice>), OpenError>) -> Done {
    match opened {
        Ok((desk, notices)) => {
            Done::leaving(Leaves::ROUND, move |app| app.enter_round(desk, notices))
        }
        Err(fault) => Done::here(move |app| app.notify(Notice::faults(fault.sentences()))),
    }
}
