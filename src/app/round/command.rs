//! What can be done with the round, and how the program does it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::RoundSession;
use super::sources::with_ending;
use crate::app::file::OpenError;
use crate::app::waiting::{Claim, Done};
use crate::app::{App, Leaves, Notice, NoticeKind, Route};
use crate::domain::{Message, QuestionId, RoundChange};
use crate::store::{self, Backup, RecentFile};

/// Something that the receiving office wants done.
#[derive(Debug)]
pub enum RoundCommand {
    /// Open an empty round, if none is open.
    Begin,
    /// Open the file of a round.
    Open(PathBuf),
    /// Read these files, or the files in these folders, and note them as sources; on an empty round
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
    /// Close the round once all of it is on disk.
    Close,
    /// Close the round; what is not saved is lost.
    GiveUp,
}

impl App {
    /// The round that is open.
    pub fn round(&self) -> Option<&RoundSession> {
        self.round.as_deref()
    }

    /// Carries out what is wanted of the round.
    pub(in crate::app) fn handle_round(&mut self, command: RoundCommand) {
        match command {
            RoundCommand::Begin => self.begin_round(),
            RoundCommand::Open(path) => self.open_round(&path),
            RoundCommand::Add(paths) => {
                self.begin_round();
                self.with_round(|round| round.add(&paths));
            }
            RoundCommand::ReadAgain => self.with_round(|round| {
                round.read_again();
                Vec::new()
            }),
            RoundCommand::Cancel => self.with_round(|round| {
                round.cancel();
                Vec::new()
            }),
            RoundCommand::Change(change) => self.with_round(|round| round.change(change)),
            RoundCommand::SaveAs(path) => self.save_round(&path),
            RoundCommand::Gather(question) => self.with_round(|round| {
                round.gather(&question);
                Vec::new()
            }),
            RoundCommand::Close => self.leave(Leaves::ROUND, |app| app.round = None),
            RoundCommand::GiveUp => {
                self.forget_waits_of(Leaves::ROUND);
                self.round = None;
            }
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
            change_to(RoundSession::open(&opening, &library))
        }
    }

    /// Opens a dated copy of a round, to read.
    pub(in crate::app) fn open_round_backup(&mut self, backup: &Backup) {
        let what = Message::new("waiting-to-open").path("path", &backup.path);
        let (opening, library) = (self.opening(&backup.path), self.library.clone());
        let backup = backup.clone();
        self.wait_for(what, Claim::Leaves(Leaves::ROUND), move || {
            change_to(RoundSession::open_backup(&backup, &opening, &library))
        });
    }

    /// Opens the round to write that is open to read, where nobody surely has it open.
    pub(in crate::app) fn take_over_round(&mut self) {
        let Some(round) = &self.round else { return };
        if !round
            .save_state()
            .is_some_and(|state| state.may_be_taken_over())
        {
            return;
        }
        let Some(path) = round.path() else { return };
        let what = Message::new("waiting-to-open").path("path", path);
        let (opening, library) = (self.opening(path), self.library.clone());
        self.wait_for(what, Claim::Leaves(Leaves::ROUND), move || {
            change_to(RoundSession::take_over(&opening, &library))
        });
    }

    /// Saves the round there from now on.
    fn save_round(&mut self, path: &Path) {
        if self.is_in_use(Leaves::ROUND) {
            return;
        }
        let path = with_ending(path);
        let opening = self.opening(&path);
        let Some(round) = &self.round else { return };
        let moving = round.work.moving(opening);
        let what = Message::new("waiting-to-save").path("path", &path);
        let claim = Claim::Uses(Leaves::ROUND);
        self.beside(
            what,
            claim,
            move || moving.run(),
            |app, moved| match (moved, &mut app.round) {
                (Ok(moved), Some(round)) => {
                    let notices = round.moved(moved);
                    let path = round.path().unwrap_or(Path::new("")).to_owned();
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
        *self.route() == Route::Round && self.round.is_some()
    }

    fn enter_round(&mut self, round: RoundSession, notices: Vec<Notice>) {
        self.round = Some(Box::new(round));
        self.rounds += 1;
        self.tell_all(notices);
        self.remember_round();
        self.go(Route::Round);
    }

    /// Puts the round's file at the head of the recent ones.
    fn remember_round(&mut self) {
        let Some(round) = &self.round else { return };
        let Some(path) = round.own_path() else { return };
        let noted = round.noted();
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
        if self.round.is_none() {
            let round =
                RoundSession::new(&self.library, self.folders.as_ref(), Arc::clone(&self.wake));
            self.round = Some(Box::new(round));
            self.rounds += 1;
        }
    }

    pub(in crate::app) fn with_round(
        &mut self,
        act: impl FnOnce(&mut RoundSession) -> Vec<Notice>,
    ) {
        if let Some(round) = &mut self.round {
            let notices = act(round);
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
fn change_to(opened: Result<(RoundSession, Vec<Notice>), OpenError>) -> Done {
    match opened {
        Ok((round, notices)) => {
            Done::leaving(Leaves::ROUND, move |app| app.enter_round(round, notices))
        }
        Err(fault) => Done::here(move |app| app.notify(Notice::faults(fault.sentences()))),
    }
}
