//! A second process: this test program once more, with a task.

use std::env;
use std::fs;
use std::io::{ErrorKind, Read as _, stdin};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::Duration;

use crate::support::explained;
use guidepost::store::{Finish, Lock, SaveJob, Saver, fingerprint, read, write_whole};

use super::{killed, names, variant};

const TASK: &str = "GUIDEPOST_TEST_TASK";
const FILE: &str = "GUIDEPOST_TEST_FILE";
const NAME: &str = "store::process::does_a_task_for_another_test";

/// The arguments that make this test program do a task.
pub const ARGUMENTS: [&str; 4] = ["--exact", NAME, "--nocapture", "--test-threads=1"];

/// A process that will do a task with a file.
pub fn command(task: &str, file: &Path) -> Command {
    let mut command = Command::new(env::current_exe().unwrap());
    command.args(ARGUMENTS);
    give(&mut command, task, file);
    command
}

pub fn give(command: &mut Command, task: &str, file: &Path) {
    command.env(TASK, task).env(FILE, file);
}

/// Runs a process to its end, and returns what it told with `tell`.
pub fn told(mut command: Command) -> String {
    loop {
        match command.output() {
            // A copy of this program was just made, and a test beside this one began a process
            // that has it open to write until it runs.
            Err(err) if err.kind() == ErrorKind::ExecutableFileBusy => thread::yield_now(),
            output => return told_in(&output.unwrap().stdout),
        }
    }
}

pub fn told_in(stdout: &[u8]) -> String {
    let stdout = String::from_utf8_lossy(stdout);
    let lines: Vec<_> = stdout
        .lines()
        .filter_map(|line| line.split_once("told: "))
        .collect();
    lines
        .iter()
        .map(|(_, told)| *told)
        .collect::<Vec<_>>()
        .join("; ")
}

fn tell(text: impl std::fmt::Display) {
    // The test runner may have begun the line.
    println!("\ntold: {text}");
}

fn outcome<T, E: std::fmt::Debug>(result: Result<T, E>) -> String {
    result.map_or_else(|err| variant(&err), |_| "done".to_owned())
}

#[test]
fn does_a_task_for_another_test() {
    let Ok(task) = env::var(TASK) else { return };
    let file = PathBuf::from(env::var_os(FILE).unwrap());
    match task.as_str() {
        "hold" => hold(&file),
        "save for ever" => save_for_ever(&file),
        "write" => tell(outcome(write_whole(&file, &large()))),
        "lock" => tell(match Lock::acquire(&file, "Ben") {
            Ok(lock) => format!("done {:?}", lock.left_over().map(|holder| &holder.who)),
            Err(err) => format!("{} {}", variant(&err), explained(&err)),
        }),
        "look, lock and write" => {
            tell(outcome(read(&file)));
            tell(outcome(Lock::acquire(&file, "Ben")));
            tell(outcome(write_whole(&file, b"new")));
        }
        "fill a small disk" => {
            write_whole(&file, b"old").unwrap();
            tell(outcome(write_whole(&file, &large())));
            tell(String::from_utf8(read(&file).unwrap()).unwrap());
            tell(names(file.parent().unwrap()).join(" "));
            tell(outcome(write_whole(&file, b"small again")));
        }
        _ => panic!("no such task: {task}"),
    }
}

/// More than a small disk or a limited process can write.
fn large() -> Vec<u8> {
    vec![b'x'; 4 * 1024 * 1024]
}

/// Holds the lock until standard input ends.
fn hold(file: &Path) {
    let _lock = Lock::acquire(file, "Ana Núñez").unwrap();
    tell("held");
    stdin().read_to_end(&mut Vec::new()).unwrap();
}

/// Saves one version after the other, and tells of each that it is saved, until it is killed.
fn save_for_ever(file: &Path) {
    let lock = Lock::acquire(file, "Ana").unwrap();
    let known = fingerprint(file).unwrap();
    let first = killed::version(&fs::read(file).unwrap()).unwrap() + 1;
    let saver = Saver::start(lock, known, || {}).unwrap();
    for version in first.. {
        saver.submit(SaveJob::new(version, move || Ok(killed::content(version))));
        assert_eq!(saver.finish(Duration::from_mins(1)), Finish::Saved);
        tell(version);
    }
}
