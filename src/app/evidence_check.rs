//! Whether the files of evidence are as they were attached: looked at on a thread of its own while the
//! screen that checks the reply is shown, since all of them are read.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use super::task::{Progress, Task, Wake};
use super::{App, Route, evidence};
use crate::analysis::EvidenceFault;
use crate::domain::Message;

/// What was found last, and what is being looked at.
#[derive(Debug, Default)]
pub struct EvidenceCheck {
    /// The session and its revision whose files were asked about last, so that no more is done for a
    /// frame in which nothing changed.
    seen: Option<(u64, u64)>,
    asked: Option<Asked>,
    task: Option<Task<Vec<EvidenceFault>>>,
    faults: Vec<EvidenceFault>,
    number: u64,
}

/// The assessment beside which the files are, and their names and digests.
type Asked = (PathBuf, BTreeMap<String, String>);

impl EvidenceCheck {
    /// What is wrong with the files, as far as it is known.
    pub fn faults(&self) -> &[EvidenceFault] {
        &self.faults
    }

    /// Counts what has changed here, so that what is derived can be kept until then.
    pub fn number(&self) -> u64 {
        self.number
    }

    fn poll(&mut self) {
        match self.task.as_ref().map(Task::poll) {
            Some(Progress::Ready(faults)) => self.end(faults),
            Some(Progress::Ended) => self.end(vec![EvidenceFault::Unreadable {
                name: String::new(),
                why: Message::new("evidence-check-stopped"),
            }]),
            Some(Progress::Pending) | None => {}
        }
    }

    fn end(&mut self, faults: Vec<EvidenceFault>) {
        self.task = None;
        self.number += u64::from(self.faults != faults);
        self.faults = faults;
    }

    fn ask(&mut self, asked: Asked, wake: Wake) {
        let (beside, files) = asked.clone();
        self.asked = Some(asked);
        self.task = Some(Task::spawn("evidence", wake, move || {
            let files = files.iter();
            let files = files.map(|(name, digest)| (name.as_str(), digest.as_str()));
            evidence::faults(&files.collect(), &evidence::folder(&beside))
        }));
    }
}

impl App {
    pub fn evidence_check(&self) -> &EvidenceCheck {
        &self.evidence_check
    }

    /// Looks at the files once for each change of what is attached, and again whenever the screen is
    /// entered.
    pub(super) fn check_evidence(&mut self) {
        self.evidence_check.poll();
        let shown = *self.route() == Route::Submit;
        let Some(session) = self.session.as_ref().filter(|_| shown) else {
            self.evidence_check.seen = None;
            self.evidence_check.asked = None;
            return;
        };
        let beside = session.evidence_beside().unwrap_or(session.path());
        let seen = Some((self.sessions, session.revision()));
        let asked = self.evidence_check.asked.as_ref();
        let is_beside = asked.is_some_and(|(asked, _)| asked == beside);
        if is_beside && self.evidence_check.seen == seen {
            return;
        }
        self.evidence_check.seen = seen;
        let files = evidence::files(session.assessment()).into_iter();
        let files = files.map(|(name, digest)| (name.to_owned(), digest.to_owned()));
        let asked = (beside.to_owned(), files.collect());
        if self.evidence_check.asked.as_ref() != Some(&asked) {
            self.evidence_check.ask(asked, Arc::clone(&self.wake));
        }
    }
}
