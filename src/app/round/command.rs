//! What can be done at the desk, and how the program does it.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::RoundDesk;
use crate::app::file::OpenError;
use crate::app::{App, Notice, NoticeKind, Route, Work};
use crate::domain::{QuestionId, RoundChange};
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
            RoundCommand::SaveAs(path) => {
                let who = self.who();
                self.with_desk(|desk| desk.save_as(&path, &who));
                self.remember_round();
            }
            RoundCommand::Gather(question) => self.with_desk(|desk| {
                desk.gather(&question);
                Vec::new()
            }),
            RoundCommand::Close => {
                self.close_round();
            }
            RoundCommand::GiveUp => self.desk = None,
        }
    }

    /// Opens the file of a round, and reads its sources.
    pub fn open_round(&mut self, path: &Path) {
        if self.writes_round(path) {
            self.go(Route::Round);
            return;
        }
        let who = self.who();
        let wake = Arc::clone(&self.wake);
        let opened = RoundDesk::open(&self.opening(path, &who), &self.library, wake);
        self.change_round(opened);
    }

    /// Opens a dated copy of a round, to read.
    pub(in crate::app) fn open_round_backup(&mut self, backup: &Backup) {
        let (folders, wake) = (self.folders.as_ref(), Arc::clone(&self.wake));
        let opened = RoundDesk::open_backup(backup, folders, &self.library, wake);
        self.change_round(opened);
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
        let who = self.who();
        let wake = Arc::clone(&self.wake);
        let opened = RoundDesk::take_over(&self.opening(path, &who), &self.library, wake);
        self.change_round(opened);
    }

    /// Whether the round is what the user looks at.
    pub(in crate::app) fn round_in_sight(&self) -> bool {
        *self.route() == Route::Round && self.desk.is_some()
    }

    /// Goes on with another round, once it is there and this one is on disk.
    fn change_round(&mut self, opened: Result<(RoundDesk, Vec<Notice>), OpenError>) {
        match opened {
            Ok((desk, notices)) if self.close_round() => {
                self.desk = Some(Box::new(desk));
                self.rounds += 1;
                self.tell_all(notices);
                self.remember_round();
                self.go(Route::Round);
            }
            Ok(_) => {}
            Err(fault) => self.notify(Notice::faults(fault.sentences())),
        }
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

    /// Takes in what was read and written; how long until there is something to do again.
    pub(in crate::app) fn tick_round(&mut self, now: Instant) -> Option<Duration> {
        self.with_desk(|desk| desk.tick(now));
        self.desk.as_ref().and_then(|desk| desk.wait(now))
    }

    /// Brings the round to disk; whether nothing of it would be lost now.
    pub(in crate::app) fn finish_round(&mut self) -> bool {
        self.with_desk(RoundDesk::finish);
        self.desk.as_ref().is_none_or(|desk| !desk.would_be_lost())
    }

    /// Closes the desk, once all of it is on disk; whether none is open now. Where not, that is
    /// told.
    fn close_round(&mut self) -> bool {
        if !self.finish_round() {
            let fault = self.desk.as_ref().and_then(|desk| desk.work.fault());
            let message = fault.map_or(NoticeKind::RoundNotSaved, |fault| {
                NoticeKind::NotLeft(Work::Round, fault.to_string())
            });
            self.notify(Notice::new(message));
            return false;
        }
        self.desk = None;
        true
    }
}
