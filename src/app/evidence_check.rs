//! Whether the files of evidence are as they were attached: looked at on a thread of its own while the
//! screen that checks the reply is shown, since all of them are read.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread::Builder;

use super::{App, Route, evidence};
use crate::analysis::EvidenceFault;
use crate::domain::Message;

/// What was found last, and what is being looked at.
#[derive(Debug, Default)]
pub struct EvidenceCheck {
    asked: Option<Asked>,
    receiver: Option<Receiver<Vec<EvidenceFault>>>,
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
        match self.receiver.as_ref().map(Receiver::try_recv) {
            Some(Ok(faults)) => self.end(faults),
            Some(Err(TryRecvError::Disconnected)) => self.receiver = None,
            Some(Err(TryRecvError::Empty)) | None => {}
        }
    }

    fn end(&mut self, faults: Vec<EvidenceFault>) {
        self.receiver = None;
        self.number += u64::from(self.faults != faults);
        self.faults = faults;
    }

    fn ask(&mut self, asked: Asked, wake: impl Fn() + Send + 'static) {
        let (beside, files) = asked.clone();
        self.asked = Some(asked);
        let (sender, receiver) = channel();
        let started = Builder::new().name("evidence".to_owned()).spawn(move || {
            let files = files.iter();
            let files = files.map(|(name, digest)| (name.as_str(), digest.as_str()));
            let faults = evidence::faults(&files.collect(), &evidence::folder(&beside));
            // Nobody listens any more where other files were asked about meanwhile.
            sender.send(faults).ok();
            wake();
        });
        match started {
            Ok(_) => self.receiver = Some(receiver),
            Err(fault) => self.end(vec![EvidenceFault::Unreadable {
                name: String::new(),
                why: Message::verbatim(&fault),
            }]),
        }
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
            self.evidence_check.asked = None;
            return;
        };
        let beside = session.evidence_beside().unwrap_or(session.path());
        let files = evidence::files(session.assessment()).into_iter();
        let files = files.map(|(name, digest)| (name.to_owned(), digest.to_owned()));
        let asked = (beside.to_owned(), files.collect());
        if self.evidence_check.asked.as_ref() != Some(&asked) {
            let wake = self.waker();
            self.evidence_check.ask(asked, wake);
        }
    }
}
