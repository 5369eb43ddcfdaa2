//! Why a command could not be done.

use std::io::Write;
use std::process::ExitCode;

use super::words;
use crate::app::file::OpenError;
use crate::domain::{Explain, Message};

pub(super) type Result<T, E = Failure> = std::result::Result<T, E>;

/// What stood in the way, a line each, and the exit code that says so.
#[derive(Debug)]
pub(super) struct Failure {
    pub(super) code: u8,
    pub(super) messages: Vec<Message>,
}

impl Failure {
    /// The code of a command that could not be done.
    const NOT_DONE: u8 = 2;

    pub(super) fn tell(&self, err: &mut dyn Write) -> ExitCode {
        let words = words();
        let lines = self.messages.iter().map(|message| words.explain(message));
        let text = lines.collect::<Vec<_>>().join("\n");
        // Where not even this can be written, the exit code has to say it all.
        writeln!(err, "guidepost: {text}").ok();
        ExitCode::from(self.code)
    }
}

impl<E: Explain> From<E> for Failure {
    fn from(fault: E) -> Self {
        Self {
            code: Self::NOT_DONE,
            messages: vec![fault.message()],
        }
    }
}

impl<E: Explain> From<Vec<E>> for Failure {
    fn from(faults: Vec<E>) -> Self {
        Self {
            code: Self::NOT_DONE,
            messages: faults.iter().map(Explain::message).collect(),
        }
    }
}

impl From<OpenError> for Failure {
    fn from(fault: OpenError) -> Self {
        fault.sentences().into()
    }
}
