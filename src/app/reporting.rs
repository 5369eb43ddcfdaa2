//! Reports of the open assessment in the window: set in pages to be looked at before anything is
//! written, and written. Both take time, so each runs on a thread of its own, with a copy of the
//! assessment as it was when somebody asked.

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
use super::{App, Message, Notice, Route};

/// Something to do with a report of the open assessment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReportCommand {
    /// Set this in pages, unless they show it already.
    Show(Export),
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
    pub export: Export,
    /// Where to; the end of the name says as what.
    pub path: PathBuf,
    /// What becomes of a file that is there.
    pub existing: Existing,
}

/// What pages show: what is made, and of which state of which open assessment.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Shown {
    export: Export,
    session: u64,
    revision: u64,
}

/// The pages of a report, and what is being written.
#[derive(Debug, Default)]
pub struct Reports {
    wanted: Option<Shown>,
    setting: Option<Setting>,
    pages: Option<SetPages>,
    fault: Option<String>,
    writing: Option<Writing>,
    /// Counts the times that pages were set.
    count: u64,
}

impl Reports {
    /// The pages that were set last; they may show what has changed meanwhile.
    #[must_use]
    pub fn pages(&self) -> Option<&SetPages> {
        self.pages.as_ref()
    }

    /// Whether pages are being set.
    #[must_use]
    pub fn is_setting(&self) -> bool {
        self.setting.is_some()
    }

    /// Why what is wanted could not be set in pages, if it could not.
    #[must_use]
    pub fn fault(&self) -> Option<&str> {
        self.fault.as_deref()
    }

    /// Whether a report is being written.
    #[must_use]
    pub fn is_writing(&self) -> bool {
        self.writing.is_some()
    }

    /// Whether the pages show what is wanted.
    #[must_use]
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
    #[must_use]
    pub fn reports(&self) -> &Reports {
        &self.reports
    }

    /// Whether this report of the open assessment, as it stands, is what pages are asked for.
    #[must_use]
    pub fn is_shown(&self, export: &Export) -> bool {
        let wanted = self.reports.wanted.as_ref();
        wanted.is_some_and(|wanted| {
            let session = self.session().map(super::Session::revision);
            wanted.export == *export
                && wanted.session == self.session_number()
                && Some(wanted.revision) == session
        })
    }

    /// The name of a new file for this report.
    #[must_use]
    pub fn suggested_report_name(&self, export: &Export, ending: &str) -> String {
        let state = self
            .session()
            .map(|session| session.assessment().profile.state.to_string());
        let state = state.unwrap_or_default();
        let name = match export {
            Export::StateReport(_) => "report",
            Export::Questionnaire(_) => "questionnaire",
            Export::BlankQuestionnaire => "questionnaire-blank",
        };
        format!("{state}-{}-{name}{ending}", self.today().year())
    }

    pub(super) fn report(&mut self, command: ReportCommand) {
        match command {
            ReportCommand::Show(export) => self.show_report(export),
            ReportCommand::Draw { pages, width } => {
                if let Some(set) = &mut self.reports.pages {
                    set.want(pages, width);
                }
            }
            ReportCommand::Write(order) => self.write_report(order),
        }
    }

    fn show_report(&mut self, export: Export) {
        if !export::HAS_PAGES || self.is_shown(&export) {
            return;
        }
        let session = self.session_number();
        let revision = self.session().map(super::Session::revision);
        self.reports.wanted = revision.map(|revision| Shown {
            export,
            session,
            revision,
        });
        self.reports.fault = None;
        self.set_pages();
    }

    /// Begins to set what is wanted, unless something is being set: then that ends first.
    fn set_pages(&mut self) {
        let Some(shown) = self.reports.wanted.clone() else {
            return;
        };
        if self.reports.setting.is_none()
            && let Some(source) = self.source(shown.export.clone())
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
        if self.reports.writing.is_none()
            && let Some(source) = self.source(order.export)
        {
            // One that was written before is told no more, so that this one is told anew.
            self.notices
                .retain(|notice| !matches!(notice.message, Message::ReportWritten(..)));
            let writing =
                Writing::begin(source, order.path, order.existing, Arc::clone(&self.wake));
            self.reports.writing = Some(writing);
        }
    }

    fn source(&self, export: Export) -> Option<Source> {
        let session = self.session()?;
        Some(Source {
            instrument: Arc::clone(&self.library.instrument),
            states: Arc::clone(&self.library.states),
            assessment: session.assessment().clone(),
            backups: session.backups().cloned(),
            date: self.today(),
            export,
        })
    }

    /// Takes in what the threads have told.
    pub(super) fn tick_reports(&mut self) {
        if *self.route() != Route::Report {
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

    /// Waits for what is being written, before the window closes.
    pub(super) fn finish_reports(&mut self) {
        let written = self.reports.writing.as_ref().map(Writing::wait);
        self.tell_written(written);
    }

    fn tell_written(&mut self, written: Option<Result<Vec<char>, String>>) {
        let Some(written) = written else { return };
        let Some(writing) = self.reports.writing.take() else {
            return;
        };
        self.notify(match written {
            Ok(missing) => Notice::new(Message::ReportWritten(writing.path, missing)),
            Err(fault) => Notice::new(Message::Fault(fault)),
        });
    }
}
