//! The `guidepost` program: reads the arguments, chooses window or command, and turns the result
//! into an exit code.

use std::io::{self, Write as _};
use std::process::ExitCode;

use clap::Parser as _;
use guidepost::cli::{self, Arguments};
use guidepost::store::Folders;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match arguments.command {
        Some(command) => {
            let folders = Folders::find().ok();
            let (mut out, mut err) = (io::stdout().lock(), io::stderr());
            cli::run(command, folders.as_ref(), &mut out, &mut err)
        }
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
