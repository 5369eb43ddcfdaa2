//! The `guidepost` program: reads the arguments, chooses window or command, and turns the result
//! into an exit code.

use std::io::{self, Write as _};
use std::process::ExitCode;

use clap::Parser as _;
use guidepost::cli::{self, Arguments};

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match arguments.command {
        Some(command) => cli::run(command, &mut io::stdout().lock(), &mut io::stderr()),
        None => match window(arguments) {
            Ok(()) => ExitCode::SUCCESS,
            Err(fault) => {
                // Where not even this can be written, the exit code has to say it all.
                writeln!(io::stderr(), "guidepost: {fault}").ok();
                ExitCode::from(2)
            }
        },
    }
}

#[cfg(feature = "gui")]
fn window(arguments: Arguments) -> Result<(), String> {
    guidepost::ui::run(arguments.file)
}

#[cfg(not(feature = "gui"))]
fn window(_: Arguments) -> Result<(), String> {
    Err("this program was built without its window; guidepost --help lists its commands".to_owned())
}
