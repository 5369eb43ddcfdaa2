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
use crate::store::Folders;

/// What a command came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Done,
    /// It was done, and something was found that needs a look.
    Found,
}

/// Carries a command out; what it prints goes to `out`, what failed to `err`.
pub fn run(command: Command, out: &mut dyn Write, err: &mut dyn Write) -> ExitCode {
    run_in(Folders::find().ok().as_ref(), command, out, err)
}

/// As [`run`], with settings and dated copies in these folders.
pub fn run_in(
    folders: Option<&Folders>,
    command: Command,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> ExitCode {
    let only_prints = command.only_prints();
    let mut output = Output { out, fault: None };
    let result = carry_out(command, folders, &mut output);
    output.flush().ok();
    let (code, fault) = match (result, output.fault) {
        (Err(fault), _) => (2, format!("{fault:#}")),
        (Ok(_), Some(fault)) if only_prints => (2, format!("this could not be printed: {fault}")),
        (Ok(_), Some(fault)) => {
            let done = "everything is saved, but what there is to say could not be printed";
            (1, format!("{done}: {fault}"))
        }
        (Ok(Outcome::Done), None) => return ExitCode::SUCCESS,
        (Ok(Outcome::Found), None) => return ExitCode::from(1),
    };
    // Where not even this can be written, the exit code has to say it all.
    writeln!(err, "guidepost: {}", visible_text(&fault)).ok();
    ExitCode::from(code)
}

/// What a command prints to. It goes on where that cannot be written, so that nothing is left half
/// done.
struct Output<'a> {
    out: &'a mut dyn Write,
    /// Why something could not be written; none where its reader has left, as `head` does: no fault
    /// of anybody's.
    fault: Option<io::Error>,
}

impl Output<'_> {
    fn note(&mut self, result: io::Result<()>) {
        let fault = result
            .err()
            .filter(|fault| fault.kind() != io::ErrorKind::BrokenPipe);
        self.fault = self.fault.take().or(fault);
    }
}

impl Write for Output<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let result = self.out.write_all(bytes);
        self.note(result);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        let result = self.out.flush();
        self.note(result);
        Ok(())
    }
}

fn carry_out(command: Command, folders: Option<&Folders>, out: &mut dyn Write) -> Result<Outcome> {
    match command {
        Command::Example(example) => make::example(&example, folders, out),
        Command::New(new) => make::new(&new, folders, out),
        Command::Profile(profile) => profile::profile(&profile, folders, out),
        Command::Answer(answer) => answer::answer(&answer, folders, out),
        Command::Evidence(evidence) => answer::evidence(&evidence, folders, out),
        Command::Show(printed) => show::show(&printed, out),
        Command::Coverage(printed) => show::coverage(&printed, out),
        Command::Gaps(gaps) => show::gaps(&gaps, out),
        Command::Compare(compare) => compare::compare(&compare, out),
        Command::Check(check) => check::check(&check, out),
        Command::Report(command) => report::report(&command, folders, out),
        Command::Questionnaire(command) => report::questionnaire(&command, folders, out),
        Command::Submit(submit) => submit::submit(*submit, folders, out),
        Command::Verify(verify) => verify::verify(&verify, out),
        Command::Collate(collate) => collate::collate(&collate, out),
        Command::Instrument(InstrumentCommand::Check { file }) => instrument::check(&file, out),
        Command::Instrument(InstrumentCommand::Show { json }) => instrument::show(json, out),
    }
}
