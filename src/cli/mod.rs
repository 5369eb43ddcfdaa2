//! The commands without the window.

mod answer;
mod args;
mod check;
mod collate;
mod compare;
mod instrument;
pub mod json;
mod make;
mod profile;
mod report;
mod report_args;
mod show;
mod submit;
mod target;
mod verify;

use std::io::{self, Write};
use std::process::ExitCode;

use anyhow::Result;

pub use args::Arguments;
use args::{Command, InstrumentCommand};

use crate::domain::visible_text;

/// What a command came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Done,
    /// It was done, and something was found that needs a look.
    Found,
}

/// Carries a command out; what it prints goes to `out`, what failed to `err`.
pub fn run(command: Command, out: &mut dyn Write, err: &mut dyn Write) -> ExitCode {
    match carry_out(command, out) {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Found) => ExitCode::from(1),
        Err(fault) if is_closed_pipe(&fault) => ExitCode::SUCCESS,
        Err(fault) => {
            // Where not even this can be written, the exit code has to say it all.
            let fault = format!("{fault:#}");
            writeln!(err, "guidepost: {}", visible_text(&fault)).ok();
            ExitCode::from(2)
        }
    }
}

fn carry_out(command: Command, out: &mut dyn Write) -> Result<Outcome> {
    match command {
        Command::Example(example) => make::example(&example, out),
        Command::New(new) => make::new(&new, out),
        Command::Profile(profile) => profile::profile(&profile, out),
        Command::Answer(answer) => answer::answer(&answer, out),
        Command::Evidence(evidence) => answer::evidence(&evidence, out),
        Command::Show(printed) => show::show(&printed, out),
        Command::Coverage(printed) => show::coverage(&printed, out),
        Command::Gaps(gaps) => show::gaps(&gaps, out),
        Command::Compare(compare) => compare::compare(&compare, out),
        Command::Check(check) => check::check(&check, out),
        Command::Report(command) => report::report(&command, out),
        Command::Questionnaire(command) => report::questionnaire(&command, out),
        Command::Submit(submit) => submit::submit(*submit, out),
        Command::Verify(verify) => verify::verify(&verify, out),
        Command::Collate(collate) => collate::collate(&collate, out),
        Command::Instrument(InstrumentCommand::Check { file }) => instrument::check(&file, out),
        Command::Instrument(InstrumentCommand::Show { json }) => instrument::show(json, out),
    }
}

/// Whether the reader of the output has left, as `head` does: no fault of anybody's.
fn is_closed_pipe(fault: &anyhow::Error) -> bool {
    fault
        .downcast_ref::<io::Error>()
        .is_some_and(|fault| fault.kind() == io::ErrorKind::BrokenPipe)
}
