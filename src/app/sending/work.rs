//! What the thread does that makes a reply and writes it.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::Receiver;

use super::{Failure, Note, Order, Reply, WorkStep};
use crate::app::delivery::{self, Contents, check_place, deliver};
use crate::app::letter::cover_letter;
use crate::app::submit::{Prepared, SubmitError, prepare};
use crate::app::task::Worker;
use crate::domain::{Assessment, Explain, Instrument, Release, Stamp, Submission};
use crate::store::{self, Backups};
use crate::words::{ENGLISH, Words};

/// What the thread works with.
pub(super) struct Work {
    pub(super) instrument: Arc<Instrument>,
    pub(super) assessment: Assessment,
    pub(super) order: Order,
    pub(super) state_name: String,
    pub(super) backups: Option<Backups>,
    pub(super) evidence_folder: PathBuf,
}

impl Work {
    /// Sends what is to be noted, waits until it is saved, writes, and sends what came of it.
    pub(super) fn run(self, worker: &Worker<WorkStep>, go: &Receiver<()>) {
        let (prepared, contents) = match self.make() {
            Ok(made) => made,
            Err(fault) => {
                let reasons = match &fault {
                    SubmitError::Evidence(faults) => faults.iter().map(Explain::message).collect(),
                    fault => vec![fault.message()],
                };
                worker.send(WorkStep::Ended(Err(Failure::before(reasons)), None));
                return;
            }
        };
        let Release { name, body, .. } = prepared.submission.release.clone();
        let stamp = Stamp {
            who: name,
            body,
            when: store::now_in_seconds(),
        };
        let revision = prepared.submission.revision;
        let change = prepared.change(stamp.clone());
        worker.send(WorkStep::Made(change.map(|change| Note {
            change,
            stamp,
            revision,
        })));
        // Nobody lets it go on where the note could not be saved: then nothing is written.
        if go.recv().is_ok() {
            let (outcome, kept) = self.write(prepared, contents);
            worker.send(WorkStep::Ended(outcome, kept.map(Box::new)));
        }
    }

    fn make(&self) -> Result<(Prepared, Contents), SubmitError> {
        let Order { request, form, .. } = &self.order;
        check_place(&self.order.path, self.order.existing)?;
        let prepared = prepare(
            &self.instrument,
            &self.assessment,
            request.clone(),
            self.backups.as_ref(),
        )?;
        let contents = delivery::contents(
            &prepared,
            *form,
            &self.evidence_folder,
            &self.instrument,
            &self.state_name,
        )?;
        Ok((prepared, contents))
    }

    /// What came of writing, and the reply that a copy is kept of now.
    fn write(
        &self,
        prepared: Prepared,
        contents: Contents,
    ) -> (Result<Reply, Failure>, Option<Submission>) {
        let Order {
            form,
            path,
            existing,
            ..
        } = &self.order;
        let delivery = deliver(
            &prepared,
            &contents.bytes,
            path,
            *existing,
            self.backups.as_ref(),
        );
        let revision = prepared.submission.revision;
        let is_kept = delivery.not_kept.is_none();
        let outcome = match delivery.written {
            Ok(()) => {
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                Ok(Reply {
                    revision,
                    code: prepared.seal.code(),
                    form: *form,
                    packed: contents.packed,
                    path: path.clone(),
                    is_again: prepared.is_again,
                    sample: prepared.submission.sample.clone(),
                    letter: cover_letter(&Words::load(ENGLISH), &prepared, &self.state_name, &name),
                    not_kept: delivery.not_kept.map(|fault| fault.message()),
                })
            }
            Err(fault) => Err(Failure {
                reasons: vec![fault.message()],
                noted: is_kept.then_some(revision),
            }),
        };
        (outcome, is_kept.then_some(prepared.submission))
    }
}
