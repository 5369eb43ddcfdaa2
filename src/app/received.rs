//! A file that came in: read and looked at on a thread, since a package may be large, and then
//! there to read, beside whatever assessment is open.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::examine::{Examined, examine};
use super::round::{ROUND_ENDING, RoundCommand};
use super::waiting::{Claim, Done};
use super::{App, Command, Notice, NoticeKind, Route, Session, Task, Wake, task};
use crate::domain::Message;
use crate::format::{BEGINNING, FileKind, code_digits};
use crate::store::{self, Backups, RecentFile};

/// How many replies stay among the recent files, so that many of them leave room for the rest.
const RECENT_REPLIES: usize = 3;

/// How many digits stand in each group of a short code.
const GROUP: usize = 4;

/// A file that came in.
#[derive(Debug)]
pub struct Received {
    path: PathBuf,
    progress: Progress,
}

#[derive(Debug)]
enum Progress {
    Reading(Task<Examined>),
    Examined(Box<Examined>),
}

impl Received {
    /// Begins to read a file.
    fn read(path: &Path, wake: Wake) -> Self {
        let owned = path.to_owned();
        let task = Task::spawn("received", wake, move || examine(&owned));
        Self {
            path: path.to_owned(),
            progress: Progress::Reading(task),
        }
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What was found; nothing while the file is being read.
    pub fn examined(&self) -> Option<&Examined> {
        match &self.progress {
            Progress::Reading(_) => None,
            Progress::Examined(examined) => Some(examined),
        }
    }

    /// Takes in what the thread has found; whether there is something new.
    fn settle(&mut self) -> bool {
        let Progress::Reading(task) = &self.progress else {
            return false;
        };
        let examined = match task.poll() {
            task::Progress::Ready(examined) => examined,
            task::Progress::Pending => return false,
            task::Progress::Ended => Examined::mistake(&self.path),
        };
        self.progress = Progress::Examined(Box::new(examined));
        true
    }
}

/// What a command leaves: something typed there and in no file would be lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Leaves {
    pub assessment: bool,
    pub round: bool,
}

impl Leaves {
    pub(super) const ASSESSMENT: Self = Self {
        assessment: true,
        round: false,
    };
    pub(super) const ROUND: Self = Self {
        assessment: false,
        round: true,
    };
    pub(super) const ALL: Self = Self {
        assessment: true,
        round: true,
    };

    pub(super) fn overlap(self, other: Self) -> bool {
        self.assessment && other.assessment || self.round && other.round
    }

    /// Nothing, if so.
    fn unless(self, nothing: bool) -> Self {
        if nothing { Self::default() } else { self }
    }

    pub(super) fn are_within(self, other: Self) -> bool {
        self.assessment <= other.assessment && self.round <= other.round
    }
}

impl App {
    /// The file that came in last.
    pub fn received(&self) -> Option<&Received> {
        self.received.as_ref()
    }

    /// Counts the files that came in: two looks that find the same number look at the same one.
    pub fn received_number(&self) -> u64 {
        self.received_count
    }

    /// The file that the screen is about: the one that came in, or the open assessment's.
    pub fn file_in_sight(&self) -> Option<&Path> {
        if *self.route() == Route::Received {
            return self.received.as_ref().map(Received::path);
        }
        self.session.as_ref().map(Session::path)
    }

    /// Opens a file as what it is.
    pub(super) fn open(&mut self, path: &Path) {
        let assessment = self.opening_assessment(path);
        let round = self.opening_round(path);
        let path = path.to_owned();
        self.wait_for(
            Message::new("waiting-to-open").path("path", &path),
            Claim::Leaves(self.leaves_by_name(&path)),
            move || match kind_of(&path) {
                kind if is_reply(kind, &path) => Done::here(move |app| app.receive(&path)),
                FileKind::Part => Done::here(move |app| {
                    app.notify(Notice::new(NoticeKind::PartNotOpened(path)));
                }),
                FileKind::Round => round(),
                _ => assessment(),
            },
        );
    }

    /// What would be left by opening the file, as far as its name tells.
    fn leaves_by_name(&self, path: &Path) -> Leaves {
        if is_named_as_reply(path) {
            Leaves::default()
        } else if is_named_as_round(path) {
            Leaves::ROUND.unless(is_at(self.round_path(), path))
        } else {
            Leaves::ASSESSMENT.unless(is_at(self.assessment_path(), path))
        }
    }

    /// What would be left by the command, for another or for none.
    pub fn would_leave(&self, command: &Command) -> Leaves {
        let leaves = self.named_leaves(command);
        Leaves {
            assessment: leaves.assessment && self.session.is_some(),
            round: leaves.round && self.round.is_some(),
        }
    }

    fn named_leaves(&self, command: &Command) -> Leaves {
        match command {
            Command::OpenBackup(backup) if Backups::is_of_round(backup) => Leaves::ROUND,
            Command::Close
            | Command::New { .. }
            | Command::NewFrom { .. }
            | Command::Example { .. }
            | Command::OpenBackup(_) => Leaves::ASSESSMENT,
            Command::Open(path) => self.leaves_by_name(path),
            Command::Round(command) => match &**command {
                RoundCommand::Close => Leaves::ROUND,
                RoundCommand::Open(path) => Leaves::ROUND.unless(is_at(self.round_path(), path)),
                RoundCommand::Begin
                | RoundCommand::Add(_)
                | RoundCommand::ReadAgain
                | RoundCommand::Cancel
                | RoundCommand::Change(_)
                | RoundCommand::SaveAs(_)
                | RoundCommand::Gather(_)
                | RoundCommand::GiveUp => Leaves::default(),
            },
            Command::Edit(_)
            | Command::EndRun
            | Command::Attach { .. }
            | Command::Undo
            | Command::Redo
            | Command::Go(_)
            | Command::Back
            | Command::Compare(_)
            // What is taken over was open to read, so nothing was typed into it.
            | Command::TakeOver
            | Command::Backups
            | Command::StopWaiting(_)
            | Command::StopClosing
            | Command::SaveCopy(_)
            | Command::SaveElsewhere(_)
            | Command::Submit(_)
            | Command::SaveLetter(..)
            | Command::Report(_)
            | Command::ShowInFolder(_)
            | Command::Forget(_)
            | Command::Settings(_)
            | Command::Notify(_)
            | Command::Dismiss(_) => Leaves::default(),
        }
    }

    /// Where the open assessment is, if it is open to be written.
    pub(super) fn assessment_path(&self) -> Option<&Path> {
        self.session.as_ref()?.work.written_path()
    }

    /// Where the open round is, if it is open to be written.
    pub(super) fn round_path(&self) -> Option<&Path> {
        self.round.as_ref()?.work.written_path()
    }

    /// Reads and verifies a file that came in, and shows it; an open assessment stays open.
    fn receive(&mut self, path: &Path) {
        self.received = Some(Received::read(path, Arc::clone(&self.wake)));
        self.received_count += 1;
        self.go(Route::Received);
    }

    /// Takes in what was found of the file that came in.
    pub(super) fn settle_received(&mut self) {
        let Some(received) = &mut self.received else {
            return;
        };
        if !received.settle() {
            return;
        }
        let reply = received.examined().and_then(|found| found.reply.as_ref());
        let Some(reply) = reply else { return };
        let recent = RecentFile {
            path: std::path::absolute(&received.path).unwrap_or_else(|_| received.path.clone()),
            state: Some(reply.state()),
            title: reply.call.title.clone(),
            due: None,
            opened: store::now(),
        };
        self.settings.recent.remember(recent);
        let replies = self.settings.recent.files().iter();
        let replies = replies.filter(|file| is_named_as_reply(&file.path));
        let oldest: Vec<PathBuf> = replies
            .skip(RECENT_REPLIES)
            .map(|file| file.path.clone())
            .collect();
        for path in oldest {
            self.settings.recent.forget(&path);
        }
        self.save_settings();
    }
}

/// What a file is; what cannot be read is told as an assessment that cannot be.
fn kind_of(path: &Path) -> FileKind {
    let beginning = store::read_beginning(path, BEGINNING as u64);
    beginning.map_or(FileKind::Unknown, |bytes| FileKind::of(&bytes))
}

/// Whether a file is a reply, or was one before it was damaged.
fn is_reply(kind: FileKind, path: &Path) -> bool {
    match kind {
        FileKind::Submission | FileKind::Package => true,
        FileKind::Unknown => is_named_as_reply(path) && store::is_there(path),
        FileKind::Assessment | FileKind::Part | FileKind::Round => false,
    }
}

/// Whether the path is that of a file which is open to be written, as far as the paths tell.
fn is_at(written: Option<&Path>, path: &Path) -> bool {
    written.is_some() && std::path::absolute(path).ok().as_deref() == written
}

fn is_named_as_round(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.to_lowercase().ends_with(ROUND_ENDING)
}

/// Whether a file has the name of a reply, sealed or packed.
pub fn is_named_as_reply(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let name = name.to_lowercase();
    [".zip", ".submission.ron"]
        .iter()
        .any(|ending| name.ends_with(ending))
}

/// How a code that somebody wrote compares with that of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeComparison {
    /// Nothing was written yet.
    Empty,
    /// The same as far as it goes, which is so many digits.
    SoFar(usize),
    Same,
    /// Another one, from this group on, counted from 1.
    Differs(usize),
}

/// Compares the code of a file with one that was typed or pasted, alone or with the words around
/// it; case, spaces and hyphens do not matter, nor O for 0 and I or L for 1.
pub fn compare_codes(code: &str, written: &str) -> CodeComparison {
    let (code, written) = (code_digits(code), code_digits(written));
    if written.is_empty() {
        return CodeComparison::Empty;
    }
    if written.contains(&code) {
        return CodeComparison::Same;
    }
    let same = code
        .bytes()
        .zip(written.bytes())
        .take_while(|(one, other)| one == other)
        .count();
    if same == written.len() {
        CodeComparison::SoFar(same)
    } else {
        CodeComparison::Differs(same / GROUP + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::{CodeComparison, compare_codes};

    #[track_caller]
    fn check(written: &str, expected: CodeComparison) {
        let found = compare_codes("TG5D-RP10-3CVR-N9J3", written);
        assert_eq!(found, expected, "{written}");
    }

    #[test]
    fn a_code_is_compared_however_it_was_written_down() {
        check("", CodeComparison::Empty);
        check(" - ", CodeComparison::Empty);
        check("TG5D-RP10-3CVR-N9J3", CodeComparison::Same);
        check("tg5d rp10 3cvr n9j3", CodeComparison::Same);
        check("TG5DRPIO3CVRN9J3", CodeComparison::Same);
        check("tg5d–rplo–3cvr–n9j3.", CodeComparison::Same);
        check("Code: TG5D-RP10-3CVR-N9J3", CodeComparison::Same);
        check(
            "ＴＧ５Ｄ－ＲＰ１０－３ＣＶＲ－Ｎ９Ｊ３",
            CodeComparison::Same,
        );
        check("TG٥D-RP١٠-٣CVR-N٩J٣", CodeComparison::Same);
        check("TG۵D RP۱۰ ۳CVR N۹J۳", CodeComparison::Same);
        check("TG5D-RP", CodeComparison::SoFar(6));
        check("XG5D", CodeComparison::Differs(1));
        check("TG5D-RP11", CodeComparison::Differs(2));
        check("TG5D-RP10-3CVR-N9J4", CodeComparison::Differs(4));
        check("TG5D-RP10-3CVR-N9U3", CodeComparison::Differs(4));
    }
}
