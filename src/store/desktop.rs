//! Asking the desktop to show a file in its folder.

use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::Builder;

use super::StoreError;

/// Shows the file in the machine's own window for folders.
pub fn show_in_folder(path: &Path) -> Result<(), StoreError> {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    start(command(&path), &path)
}

#[cfg(windows)]
fn command(path: &Path) -> Command {
    use std::os::windows::process::CommandExt as _;
    let mut command = Command::new("explorer");
    // The quotation marks belong behind the comma.
    command.raw_arg(format!("/select,\"{}\"", path.display()));
    command
}

#[cfg(not(windows))]
fn command(path: &Path) -> Command {
    if cfg!(target_os = "macos") {
        let mut command = Command::new("open");
        command.arg("-R").arg(path);
        command
    } else {
        let mut command = Command::new("xdg-open");
        command.arg(path.parent().unwrap_or(path));
        command
    }
}

fn start(mut command: Command, path: &Path) -> Result<(), StoreError> {
    let begun = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    let mut program = begun.map_err(|source| StoreError::NotShown {
        source,
        path: path.to_owned(),
    })?;
    // Waited for, so that the machine can forget it; without a thread, nobody does.
    let waits = move || drop(program.wait());
    Builder::new().name("folder".to_owned()).spawn(waits).ok();
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_machine_without_such_a_program_is_not_told_that_the_file_is_missing() {
        let program = Command::new("no-such-program-of-any-desktop");
        let fault = start(program, Path::new("report.pdf")).unwrap_err();
        assert!(matches!(fault, StoreError::NotShown { .. }), "{fault:?}");
    }
}
