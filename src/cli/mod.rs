//! The commands without the window.

mod answer;
mod args;
mod check;
mod collate;
mod compare;
mod failure;
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

use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

pub use args::Arguments;
use args::{Command, InstrumentCommand};
use clap::Parser as _;
use failure::{Failure, Result};

use crate::domain::{Explain, Message, visible_line};
use crate::store::{self, Folders};
use crate::words::{ENGLISH, Words};

/// What a command came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Done,
    /// It was done, and something was found that needs a look.
    Found,
}

/// Reads the words that the program was started with. What cannot be read is told with whatever acts
/// in it made visible, on the one line that it stands in.
pub fn arguments(words: &[OsString]) -> Result<Arguments, clap::Error> {
    Arguments::try_parse_from(words).map_err(|refused| {
        let words = words.iter().map(|word| word.to_string_lossy());
        let shown = words.map(|word| visible_line(&word).into_owned());
        Arguments::try_parse_from(shown).err().unwrap_or(refused)
    })
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
    let mut output = Output {
        out,
        words: words(),
        fault: None,
    };
    let result = carry_out(command, folders, &mut output);
    output.flush().ok();
    let failure = match (result, output.fault) {
        (Ok(Outcome::Done), None) => return ExitCode::SUCCESS,
        (Ok(Outcome::Found), None) => return ExitCode::from(1),
        (Err(failure), _) => failure,
        (Ok(_), Some(fault)) if only_prints => Message::new("cli-not-printed")
            .explained("reason", &fault)
            .into(),
        (Ok(_), Some(fault)) => Failure {
            code: 1,
            messages: vec![Message::new("cli-saved-not-printed").explained("reason", &fault)],
        },
    };
    failure.tell(err)
}

/// Says why the window could not be opened.
pub fn refuse(fault: &dyn Explain, err: &mut dyn Write) -> ExitCode {
    Failure::from(fault.message()).tell(err)
}

/// Says that there is no window.
pub fn refuse_window(err: &mut dyn Write) -> ExitCode {
    refuse(&Message::new("window-not-built"), err)
}

/// The words of commands: English, with moments where the machine stands.
fn words() -> Words {
    Words::load(ENGLISH).in_zone(store::time_zone())
}

/// What a command prints to. It goes on where that cannot be written, so that nothing is left half
/// done.
struct Output<'a> {
    out: &'a mut dyn Write,
    words: Words,
    /// Why something could not be written; none where its reader has left, as `head` does: no fault
    /// of anybody's.
    fault: Option<io::Error>,
}

impl Output<'_> {
    /// Prints a line.
    fn say(&mut self, what: &dyn Explain) {
        let line = self.words.explain(what);
        let result = writeln!(self.out, "{line}");
        self.note(result);
    }

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

fn carry_out(command: Command, folders: Option<&Folders>, out: &mut Output<'_>) -> Result<Outcome> {
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
