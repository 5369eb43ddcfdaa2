//! Reports of the open assessment and of the open round in the window: set in pages to be looked at
//! before anything is written, and written. Both take time, so each runs on a thread of its own, with
//! a copy of the work as it was when somebody asked.

mod pages;
mod source;
mod writing;

use std::path::PathBuf;
use std::sync::Arc;

use self::pages::Setting;
pub use self::pages::{PagePicture, SetPages};
use self::source::Source;
use self::writing::Writing;
use super::export::{self, Export};
use super::file::Existing;
use super::round::{ROUND_ENDING, RoundSession, suggested_round_name};
use super::{App, Notice, NoticeKind, Route};
use crate::domain::{Message, RegionalGroup};

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WhichReport {
    /// One of the open assessment.
    Assessment(Export),
    /// That of the open round, or of one regional group of it alone.
    Round(Option<RegionalGroup>),
}

/// Something to do with a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReportCommand {
    /// Set this in pages, unless they show it already.
    Show(WhichReport),
    /// Have pictures of these pages, the most needed first, and of no others.
    Draw {
        /// The pages; the first is 0.
        pages: Vec<usize>,
        /// How many pixels each is wide.
        width: u16,
    },
    /// Write it to a file.
    Write(WriteOrder),
}

/// A report that is to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WriteOrder {
    /// What is written.
    pub which: WhichReport,
    /// Where to; the end of the name says as what.
    pub path: PathBuf,
    /// What becomes of a file that is there.
    pub existing: Existing,
}

/// What pages show: which report, and of which state of which open work.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Shown {
    which: WhichReport,
    /// The number of the assessment or of the round.
    work: u64,
    revision: u64,
}

/// The pages of a report, and what is being written.
#[derive(Debug, Default)]
pub struct Reports {
    wanted: Option<Shown>,
    setting: Option<Setting>,
    pages: Option<SetPages>,
    fault: Option<Message>,
    writing: Option<Writing>,
    /// Counts the times that pages were set.
    count: u64,
}

impl Reports {
    /// The pages that were set last; they may show what has changed meanwhile.
    pub fn pages(&self) -> Option<&SetPages> {
        self.pages.as_ref()
    }

    /// Whether pages are being set.
    pub fn is_setting(&self) -> bool {
        self.setting.is_some()
    }

    /// Why what is wanted could not be set in pages, if it could not.
    pub fn fault(&self) -> Option<&Message> {
        self.fault.as_ref()
    }

    /// Whether a report is being written.
    pub fn is_writing(&self) -> bool {
        self.writing.is_some()
    }

    /// Whether the report of a round is looked at.
    pub fn are_of_round(&self) -> bool {
        let which = self.wanted.as_ref().map(|wanted| &wanted.which);
        matches!(which, Some(WhichReport::Round(_)))
    }

    /// Whether the pages show what is wanted.
    pub fn is_fresh(&self) -> bool {
        let shown = self.pages.as_ref().map(|pages| &pages.shown);
        shown.is_some() && shown == self.wanted.as_ref()
    }

    /// Nobody looks at the pages any more.
    fn put_away(&mut self) {
        self.wanted = None;
        self.pages = None;
        self.fault = None;
    }
}

impl App {
    /// The pages of a report, and what is being written.
    pub fn reports(&self) -> &Reports {
        &self.reports
    }

    /// Whether this report, of the work as it stands, is what pages are asked for.
    pub fn is_shown(&self, which: &WhichReport) -> bool {
        let wanted = self.reports.wanted.as_ref();
        wanted.is_some() && wanted == self.as_it_stands(which).as_ref()
    }

    /// Whether this report can be made now: what it is made of is open, and read.
    pub fn is_ready(&self, which: &WhichReport) -> bool {
        match which {
            WhichReport::Assessment(_) => self.session().is_some(),
            WhichReport::Round(_) => self.round().is_some_and(RoundSession::is_read),
        }
    }

    /// The name of a new file for this report.
    pub fn suggested_report_name(&self, which: &WhichReport, ending: &str) -> String {
        let name = match which {
            WhichReport::Assessment(Export::StateReport(_)) => "report",
            WhichReport::Assessment(Export::Questionnaire(_)) => "questionnaire",
            WhichReport::Assessment(Export::BlankQuestionnaire) => "questionnaire-blank",
            WhichReport::Round(only) => return self.suggested_name_of_round(*only, ending),
        };
        let state = self
            .session()
            .map(|session| session.assessment().profile.state.to_string());
        let state = state.unwrap_or_default();
        format!("{state}-{}-{name}{ending}", self.today().year())
    }

    /// The name of the round's file with another ending, and the group where there is one.
    fn suggested_name_of_round(&self, only: Option<RegionalGroup>, ending: &str) -> String {
        let call = self
            .round()
            .and_then(|round| round.collation().call.as_deref());
        let name = suggested_round_name(call.unwrap_or_default());
        let stem = name.strip_suffix(ROUND_ENDING).unwrap_or(&name);
        match only {
            Some(group) => format!("{stem}-{}{ending}", group.token()),
            None => format!("{stem}{ending}"),
        }
    }

    pub(super) fn report(&mut self, command: ReportCommand) {
        match command {
            ReportCommand::Show(which) => self.show_report(&which),
            ReportCommand::Draw { pages, width } => {
                if let Some(set) = &mut self.reports.pages {
                    set.want(pages, width);
                }
            }
            ReportCommand::Write(order) => self.write_report(order),
        }
    }

    fn show_report(&mut self, which: &WhichReport) {
        if !export::HAS_PAGES || !self.is_ready(which) || self.is_shown(which) {
            return;
        }
        self.reports.wanted = self.as_it_stands(which);
        self.reports.fault = None;
        self.set_pages();
    }

    /// This report of the work that is open, as that stands.
    fn as_it_stands(&self, which: &WhichReport) -> Option<Shown> {
        let revision = match which {
            WhichReport::Assessment(_) => self.session()?.revision(),
            WhichReport::Round(_) => self.round()?.report_revision(),
        };
        Some(Shown {
            which: which.clone(),
            work: self.work_of(which)?,
            revision,
        })
    }

    /// The number of the open work that this report is made of.
    fn work_of(&self, which: &WhichReport) -> Option<u64> {
        match which {
            WhichReport::Assessment(_) => self.session().map(|_| self.session_number()),
            WhichReport::Round(_) => self.round().map(|_| self.round_number()),
        }
    }

    /// Begins to set what is wanted, unless something is being set: then that ends first.
    fn set_pages(&mut self) {
        let Some(shown) = self.reports.wanted.clone() else {
            return;
        };
        if self.reports.setting.is_none()
            && let Some(source) = Source::of(self, &shown.which)
        {
            self.reports.count += 1;
            let number = self.reports.count;
            self.reports.setting = Some(Setting::begin(
                shown,
                number,
                source,
                Arc::clone(&self.wake),
            ));
        }
    }

    fn write_report(&mut self, order: WriteOrder) {
        if self.reports.writing.is_some() {
            return;
        }
        let Some(source) = Source::of(self, &order.which) else {
            self.notify(Notice::new(NoticeKind::ChangedMeanwhile));
            return;
        };
        // One that was written before is told no more, so that this one is told anew.
        self.notices
            .retain(|notice| !matches!(notice.message, NoticeKind::ReportWritten(..)));
        let writing = Writing::begin(source, order.path, order.existing, Arc::clone(&self.wake));
        self.reports.writing = Some(writing);
    }

    /// Takes in what the threads have told.
    pub(super) fn tick_reports(&mut self) {
        let wanted = self.reports.wanted.as_ref();
        let is_open = wanted.is_none_or(|wanted| self.work_of(&wanted.which) == Some(wanted.work));
        if *self.route() != Route::Report || !is_open {
            self.reports.put_away();
        }
        if let Some(pages) = &mut self.reports.pages {
            pages.take_in();
        }
        let set = self.reports.setting.as_mut().and_then(Setting::take_in);
        if let Some((shown, outcome)) = set {
            self.reports.setting = None;
            let is_wanted = self.reports.wanted.as_ref() == Some(&shown);
            match outcome {
                _ if !is_wanted => self.set_pages(),
                Ok(pages) => self.reports.pages = Some(pages),
                Err(fault) => self.reports.fault = Some(fault),
            }
        }
        let written = self.reports.writing.as_ref().and_then(Writing::take_in);
        self.tell_written(written);
    }

    fn tell_written(&mut self, written: Option<Result<Vec<char>, Message>>) {
        let Some(written) = written else { return };
        let Some(writing) = self.reports.writing.take() else {
            return;
        };
        self.notify(match written {
            Ok(missing) => Notice::new(NoticeKind::ReportWritten(writing.path, missing)),
            Err(fault) => Notice::fault(&fault),
        });
    }
}
