//! The `guidepost` program: reads the arguments, chooses window or command, and turns the result
//! into an exit code.

use std::ffi::OsString;
use std::io;
use std::process::ExitCode;

use guidepost::cli::{self, Arguments};

fn main() -> ExitCode {
    let words: Vec<OsString> = std::env::args_os().collect();
    let arguments = cli::arguments(&words).unwrap_or_else(|refused| refused.exit());
    match arguments.command {
        Some(command) => cli::run(command, &mut io::stdout().lock(), &mut io::stderr()),
        None => window(arguments),
    }
}

#[cfg(feature = "gui")]
fn window(arguments: Arguments) -> ExitCode {
    match guidepost::ui::run(arguments.file) {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => cli::refuse(&fault, &mut io::stderr()),
    }
}

#[cfg(not(feature = "gui"))]
fn window(_: Arguments) -> ExitCode {
    cli::refuse_window(&mut io::stderr())
}
