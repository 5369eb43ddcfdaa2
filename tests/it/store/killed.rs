//! A process that is killed at any moment leaves a whole file, and nothing that it called saved is
//! lost.

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _};
use std::process::Stdio;
use std::thread;
use std::time::Duration;

use guidepost::store::{Lock, new_identity, write_whole};

use super::{names, process};

const ROUNDS: usize = 40;

/// The content of a version: its number on every line, and long enough to be cut in the middle.
pub fn content(version: u64) -> Vec<u8> {
    let lines = 2_000 + usize::try_from(version % 97).unwrap() * 100;
    let mut text = format!("version {version} of {lines} lines\n").repeat(lines);
    text.push_str("end\n");
    text.into_bytes()
}

/// Which version this is, if it is a whole one.
pub fn version(bytes: &[u8]) -> Option<u64> {
    let text = std::str::from_utf8(bytes).ok()?;
    let version = text.split(' ').nth(1)?.parse().ok()?;
    (content(version) == bytes).then_some(version)
}

#[test]
fn a_killed_process_leaves_a_whole_version_and_all_that_it_called_saved() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("FRA.assessment.ron");
    write_whole(&path, &content(1)).unwrap();
    let mut last = 1;
    let mut rounds_that_saved = 0;
    let mut crashes_seen = 0;
    for round in 0..ROUNDS {
        let mut child = process::command("save for ever", &path)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut stdout = BufReader::new(child.stdout.take().unwrap());
        let mut told = Vec::new();
        // Most are killed while they save, and some while they begin.
        if round % 4 != 0 {
            while process::told_in(&told).is_empty() {
                assert_ne!(stdout.read_until(b'\n', &mut told).unwrap(), 0, "it ended");
            }
        }
        thread::sleep(Duration::from_micros(random(0, 30_000)));
        child.kill().unwrap();
        child.wait().unwrap();
        stdout.read_to_end(&mut told).unwrap();
        let told = process::told_in(&told);

        let bytes = fs::read(&path).unwrap();
        let found = version(&bytes).expect("a whole version");
        let called_saved = told.rsplit("; ").next().and_then(|text| text.parse().ok());
        assert!(last <= found, "went back from {last} to {found}");
        assert!(
            called_saved.unwrap_or(0) <= found,
            "{told}, but found {found}"
        );
        rounds_that_saved += usize::from(last < found);
        last = found;

        let stale = names(folder.path()).contains(&"FRA.assessment.ron.lock".to_owned());
        crashes_seen += usize::from(stale);
    }
    assert!(ROUNDS / 2 < rounds_that_saved, "{rounds_that_saved} rounds");
    assert!(ROUNDS / 2 < crashes_seen, "{crashes_seen} crashes");

    let lock = Lock::acquire(&path, "Ben").unwrap();
    assert_eq!(names(folder.path()).len(), 2, "temporary files are gone");
    drop(lock);
    assert_eq!(names(folder.path()), ["FRA.assessment.ron"]);
}

fn random(from: u64, to: u64) -> u64 {
    let (high, _) = new_identity().as_u64_pair();
    from + high % (to - from)
}
