//! The machine's dialog for files, on a thread of its own; and what to do where there is none.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use egui::Context;

use crate::app::delivery::{Form, LETTER_ENDING};
use crate::app::file::{self, ASSESSMENT_ENDING};
use crate::app::reporting::{ReportCommand, WhichReport, WriteOrder};
use crate::app::round::{ROUND_ENDING, RoundCommand};
use crate::app::sending::Order;
use crate::app::submit::Request;
use crate::app::{App, Command, Progress, Session, Task};
use crate::domain::{Levels, StateCode};
use crate::report::Format;

/// What the path is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Purpose {
    Open,
    New(StateCode, Levels),
    /// To choose the last assessment, from which a new one is to begin.
    ChooseLast,
    /// To start an assessment from the last one, in this file.
    NewFrom(PathBuf),
    Compare,
    Example(StateCode),
    /// To attach to the piece of evidence in the open dialog.
    Attach,
    SaveCopy,
    /// To save under another name.
    SaveElsewhere,
    Submit(Box<Request>, Form),
    SaveLetter,
    Report(Box<WhichReport>, Format),
    OpenRound,
    RoundFiles,
    RoundFolder,
    SaveRound,
}

impl Purpose {
    /// Whether the path is one that is there, not one for a new file.
    pub fn opens(&self) -> bool {
        matches!(
            self,
            Self::Open
                | Self::ChooseLast
                | Self::Compare
                | Self::Attach
                | Self::OpenRound
                | Self::RoundFiles
                | Self::RoundFolder
        )
    }

    /// The end of the name of a new file.
    pub fn ending(&self) -> &'static str {
        match self {
            Self::OpenRound | Self::SaveRound => ROUND_ENDING,
            Self::Report(_, format) => format.ending(),
            Self::Submit(_, form) => form.ending(),
            Self::SaveLetter => LETTER_ENDING,
            _ => ASSESSMENT_ENDING,
        }
    }

    /// Whether any file will do, whatever its name.
    fn takes_all(&self) -> bool {
        matches!(self, Self::Attach | Self::RoundFiles | Self::RoundFolder)
    }

    /// The command for several paths; none where one alone is wanted.
    pub fn command_for_all(&self, paths: Vec<PathBuf>) -> Option<Command> {
        (*self == Self::RoundFiles).then(|| round(RoundCommand::Add(paths)))
    }

    /// Whether another assessment is open afterwards.
    pub fn changes_session(&self) -> bool {
        matches!(
            self,
            Self::Open | Self::New(..) | Self::NewFrom(_) | Self::Example(_)
        )
    }

    /// What another path is asked for next, where this one was not enough.
    pub fn next(&self, path: &Path) -> Option<Self> {
        (*self == Self::ChooseLast).then(|| Self::NewFrom(path.to_owned()))
    }

    /// The command that does it at this path; none where an open dialog takes the path, or another
    /// one is asked for next.
    pub fn command(&self, path: PathBuf) -> Option<Command> {
        Some(match self.clone() {
            Self::Attach | Self::ChooseLast => return None,
            Self::NewFrom(from) => Command::NewFrom { from, path },
            Self::Compare => Command::Compare(Some(path)),
            Self::Open => Command::Open(path),
            Self::New(state, levels) => Command::New {
                state,
                levels,
                path,
            },
            Self::Example(state) => Command::Example { state, path },
            Self::SaveCopy => Command::SaveCopy(path),
            Self::SaveElsewhere => Command::SaveElsewhere(path),
            Self::Submit(ref request, form) => {
                let (path, existing) = file::chosen(&path, form.ending());
                Command::Submit(Box::new(Order {
                    request: (**request).clone(),
                    form,
                    path,
                    existing,
                }))
            }
            Self::SaveLetter => {
                let (path, existing) = file::chosen(&path, LETTER_ENDING);
                Command::SaveLetter(path, existing)
            }
            Self::Report(which, format) => {
                let (path, existing) = file::chosen(&path, format.ending());
                Command::Report(ReportCommand::Write(WriteOrder {
                    which: *which,
                    path,
                    existing,
                }))
            }
            Self::OpenRound => round(RoundCommand::Open(path)),
            Self::RoundFiles | Self::RoundFolder => round(RoundCommand::Add(vec![path])),
            Self::SaveRound => round(RoundCommand::SaveAs(path)),
        })
    }

    /// What the names of the files end with that the dialog shows.
    fn extensions(&self) -> &'static [&'static str] {
        match self {
            Self::Open => &["ron", "zip"],
            Self::Submit(_, Form::Package) => &["zip"],
            Self::SaveLetter => &["txt"],
            Self::Report(_, format) => match format {
                Format::Docx => &["docx"],
                Format::Xlsx => &["xlsx"],
                Format::Csv => &["csv"],
                #[cfg(feature = "pdf")]
                Format::Pdf => &["pdf"],
            },
            _ => &["ron"],
        }
    }
}

fn round(command: RoundCommand) -> Command {
    Command::Round(Box::new(command))
}

/// What a dialog is opened with.
#[derive(Debug, Clone)]
pub struct Suggestion {
    pub title: String,
    /// What it calls the files of Guidepost.
    pub filter: String,
    pub folder: PathBuf,
    pub name: String,
}

#[derive(Debug)]
pub struct FileDialog {
    pub purpose: Purpose,
    /// What it was opened with.
    pub suggestion: Suggestion,
    asked_of: AskedOf,
    opened: Instant,
    picked: Task<Option<Vec<PathBuf>>>,
}

/// What was open when a path was asked for: a path chosen for one assessment or round is not for
/// another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct AskedOf {
    session: u64,
    revision: Option<u64>,
    round: Option<u64>,
}

impl AskedOf {
    fn now(app: &App) -> Self {
        Self {
            session: app.session_number(),
            revision: app.session().map(Session::revision),
            round: app.round().map(|_| app.round_number()),
        }
    }
}

/// What came of a dialog.
#[derive(Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The user is still at it.
    Open,
    Picked(PathBuf),
    Several(Vec<PathBuf>),
    /// The user chose none.
    Cancelled,
    /// No dialog could be opened on this machine.
    Unavailable,
}

/// A dialog that is gone sooner than anybody can click was never there: the library tells no
/// difference between a machine without dialogs and a user who chose none.
const SOONEST_CANCEL: Duration = Duration::from_millis(400);

impl FileDialog {
    pub fn open(purpose: Purpose, suggestion: Suggestion, app: &App, ctx: &Context) -> Self {
        let dialog = rfd::FileDialog::new()
            .set_title(&suggestion.title)
            .set_directory(&suggestion.folder);
        let dialog = if purpose.takes_all() {
            dialog
        } else {
            dialog.add_filter(&suggestion.filter, purpose.extensions())
        };
        let name = suggestion.name.clone();
        let picked_for = purpose.clone();
        let ctx = ctx.clone();
        let wake = Arc::new(move || ctx.request_repaint());
        let picked = Task::spawn("dialog", wake, move || {
            let one = |path: Option<PathBuf>| path.map(|path| vec![path]);
            match picked_for {
                Purpose::RoundFiles => dialog.pick_files(),
                Purpose::RoundFolder => one(dialog.pick_folder()),
                each if each.opens() => one(dialog.pick_file()),
                _ => one(dialog.set_file_name(name).save_file()),
            }
        });
        Self {
            purpose,
            suggestion,
            asked_of: AskedOf::now(app),
            opened: Instant::now(),
            picked,
        }
    }

    /// Whether the path is still wanted: a reply is sent as it was agreed to, and what is written
    /// of an assessment or of a round is written of the one that was open.
    pub fn is_still_wanted(&self, app: &App) -> bool {
        let now = AskedOf::now(app);
        match self.purpose {
            Purpose::Submit(..) => {
                self.asked_of.session == now.session && self.asked_of.revision == now.revision
            }
            Purpose::Report(ref which, _) if matches!(**which, WhichReport::Round(_)) => {
                self.asked_of.round == now.round
            }
            Purpose::Attach
            | Purpose::SaveCopy
            | Purpose::SaveElsewhere
            | Purpose::SaveLetter
            | Purpose::Report(..) => self.asked_of.session == now.session,
            _ => true,
        }
    }

    pub fn poll(&self) -> Outcome {
        match self.picked.poll() {
            Progress::Ready(Some(mut paths)) if paths.len() == 1 => {
                Outcome::Picked(paths.remove(0))
            }
            Progress::Ready(Some(paths)) => Outcome::Several(paths),
            Progress::Ready(None) if SOONEST_CANCEL < self.opened.elapsed() => Outcome::Cancelled,
            Progress::Ready(None) | Progress::Ended => Outcome::Unavailable,
            Progress::Pending => Outcome::Open,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::analysis::Unreleased;
    use crate::app::export::Export;
    use crate::app::file::Existing;
    use crate::app::{Library, NoticeKind};
    use crate::domain::{Release, WithApplication};
    use crate::store::Folders;

    /// What the machine's dialog has offered to replace.
    const THERE: &[u8] = b"there before";

    fn request() -> Request {
        Request {
            release: Release {
                name: String::new(),
                title: String::new(),
                body: String::new(),
                date: crate::store::today(),
                reference: String::new(),
            },
            unreleased: Unreleased::LeaveOut,
            with_application: WithApplication::No,
        }
    }

    /// Chooses a file that is there: what is made of work takes its place, since the machine's dialog
    /// has asked; work never does, and says so.
    fn check(purpose: Purpose, is_work: bool) {
        let folder = tempfile::tempdir().unwrap();
        let folders = Folders::at(&folder.path().join("home"));
        let library = Library::built_in().unwrap();
        let mut app = App::start_in(library, Some(folders), Arc::new(|| {}));
        let last = folder.path().join("last.assessment.ron");
        app.handle(Command::New {
            state: StateCode::parse("KEN").unwrap(),
            levels: Levels::default(),
            path: last.clone(),
        });
        app.handle(round(RoundCommand::Begin));
        assert_eq!(app.notices(), []);
        let purpose = match purpose {
            Purpose::NewFrom(_) => Purpose::NewFrom(last),
            purpose => purpose,
        };
        let path = folder.path().join(format!("there{}", purpose.ending()));
        fs::write(&path, THERE).unwrap();
        match purpose.command(path.clone()).unwrap() {
            Command::Submit(order) => assert_eq!(order.existing, Existing::MayGo),
            Command::SaveLetter(_, existing) => assert_eq!(existing, Existing::MayGo),
            Command::Report(ReportCommand::Write(order)) => {
                assert_eq!(order.existing, Existing::MayGo);
            }
            command => {
                assert!(is_work, "{command:?}");
                app.handle(command);
                let [notice] = app.notices() else {
                    panic!("{:?}", app.notices());
                };
                let NoticeKind::Fault(words) = &notice.message else {
                    panic!("{notice:?}");
                };
                assert_eq!(words.key, "store-never-replaced");
                assert_eq!(fs::read(&path).unwrap(), THERE);
                return;
            }
        }
        assert!(!is_work);
    }

    #[test]
    fn only_what_is_made_of_work_takes_the_place_of_a_file() {
        let state = StateCode::parse("CAN").unwrap();
        check(Purpose::New(state, Levels::default()), true);
        check(Purpose::NewFrom(PathBuf::new()), true);
        check(Purpose::Example(state), true);
        check(Purpose::SaveCopy, true);
        check(Purpose::SaveElsewhere, true);
        check(Purpose::SaveRound, true);
        check(
            Purpose::Submit(Box::new(request()), Form::Submission),
            false,
        );
        check(Purpose::Submit(Box::new(request()), Form::Package), false);
        check(Purpose::SaveLetter, false);
        let assessment = WhichReport::Assessment(Export::BlankQuestionnaire);
        check(Purpose::Report(Box::new(assessment), Format::Docx), false);
        let round = WhichReport::Round(None);
        check(Purpose::Report(Box::new(round), Format::Xlsx), false);
    }
}
