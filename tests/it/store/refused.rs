//! Disks that refuse: full, limited or not to be written. Unix alone can set these up for a test.
#![cfg(unix)]

use std::fs::{self, File, Permissions};
use std::io::Write as _;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::{Command, Stdio};

use guidepost::store::{Attempt, Lock, StoreError, read};

use super::{names, process, variant};

/// The user `nobody`, whom permissions hold back, as they do not hold back root.
const NOBODY: u32 = 65_534;

/// A process that will do a task as a user whom permissions hold back. Where the tests run as
/// root, that is somebody else, with a copy of this program that they can read.
fn as_an_ordinary_user(task: &str, file: &Path, room: &Path) -> Command {
    let own = fs::metadata(room).unwrap().uid();
    if own != 0 {
        return process::command(task, file);
    }
    let program = room.join("program");
    if !program.exists() {
        fs::copy(std::env::current_exe().unwrap(), &program).unwrap();
        fs::set_permissions(&program, Permissions::from_mode(0o755)).unwrap();
        fs::set_permissions(room, Permissions::from_mode(0o755)).unwrap();
    }
    let mut command = Command::new(program);
    command.args(process::ARGUMENTS).current_dir("/");
    command.gid(NOBODY).uid(NOBODY);
    process::give(&mut command, task, file);
    command
}

#[test]
fn a_read_only_folder_can_be_looked_into_and_says_so() {
    let room = tempfile::tempdir().unwrap();
    let folder = room.path().join("folder");
    fs::create_dir(&folder).unwrap();
    let path = folder.join("FRA.assessment.ron");
    fs::write(&path, "old").unwrap();
    fs::set_permissions(&path, Permissions::from_mode(0o666)).unwrap();
    fs::set_permissions(&folder, Permissions::from_mode(0o555)).unwrap();

    let command = as_an_ordinary_user("look, lock and write", &path, room.path());
    assert_eq!(
        process::told(command),
        "done; ReadOnlyFolder; ReadOnlyFolder"
    );
    fs::set_permissions(&folder, Permissions::from_mode(0o755)).unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"old");
    assert_eq!(names(&folder), ["FRA.assessment.ron"]);
}

#[test]
fn a_file_that_may_only_be_read_stays_as_it_is_although_its_folder_could_be_written() {
    let room = tempfile::tempdir().unwrap();
    let folder = room.path().join("folder");
    fs::create_dir(&folder).unwrap();
    fs::set_permissions(&folder, Permissions::from_mode(0o777)).unwrap();
    let path = folder.join("FRA.assessment.ron");
    fs::write(&path, "old").unwrap();
    let mut cases = vec![(0o444, "done; ReadOnlyFile; ReadOnlyFile")];
    if fs::metadata(&path).unwrap().uid() == 0 {
        // Another user's; only root can try this.
        cases.push((0o644, "done; NoPermission; NoPermission"));
    }
    for (mode, expected) in cases {
        fs::set_permissions(&path, Permissions::from_mode(mode)).unwrap();
        let command = as_an_ordinary_user("look, lock and write", &path, room.path());
        assert_eq!(process::told(command), expected);
        assert_eq!(fs::read(&path).unwrap(), b"old");
        assert_eq!(names(&folder), ["FRA.assessment.ron"]);
    }
}

#[test]
fn a_file_that_may_not_be_read_says_so() {
    let room = tempfile::tempdir().unwrap();
    let path = room.path().join("FRA.assessment.ron");
    fs::write(&path, "old").unwrap();
    fs::set_permissions(&path, Permissions::from_mode(0o000)).unwrap();
    fs::set_permissions(room.path(), Permissions::from_mode(0o755)).unwrap();
    let command = as_an_ordinary_user("look, lock and write", &path, room.path());
    assert!(process::told(command).starts_with("NoPermission; "));
}

#[test]
fn the_side_file_of_another_user_is_respected_while_held_and_taken_over_after() {
    let room = tempfile::tempdir().unwrap();
    let folder = room.path().join("folder");
    fs::create_dir(&folder).unwrap();
    fs::set_permissions(&folder, Permissions::from_mode(0o777)).unwrap();
    let path = folder.join("FRA.assessment.ron");
    let side = folder.join("FRA.assessment.ron.lock");

    let lock = Lock::acquire(&path, "Ana").unwrap();
    let words = fs::read(&side).unwrap();
    fs::set_permissions(&side, Permissions::from_mode(0o444)).unwrap();
    let told = process::told(as_an_ordinary_user("lock", &path, room.path()));
    assert!(told.starts_with("Locked Ana has this file open"), "{told}");
    drop(lock);

    fs::write(&side, words).unwrap();
    fs::set_permissions(&side, Permissions::from_mode(0o444)).unwrap();
    let told = process::told(as_an_ordinary_user("lock", &path, room.path()));
    assert_eq!(told, "done Some(\"Ana\")");
    assert!(names(&folder).is_empty());
}

/// Writes more than a process may, which stops the write in the middle; with `words` of the shell
/// before it.
fn write_too_much(words: &str) -> (String, std::path::PathBuf, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("FRA.assessment.ron");
    fs::write(&path, "old").unwrap();
    let script = format!("{words} ulimit -c 0; ulimit -f 64; exec \"$@\"");
    let mut command = Command::new("sh");
    command.args(["-c", &script, "sh"]);
    command
        .arg(std::env::current_exe().unwrap())
        .args(process::ARGUMENTS);
    process::give(&mut command, "write", &path);
    (process::told(command), path, folder)
}

#[test]
fn a_write_that_stops_in_the_middle_leaves_the_old_file_and_nothing_else() {
    let (told, path, folder) = write_too_much("trap '' XFSZ;");
    assert_eq!(told, "Other");
    assert_eq!(fs::read(&path).unwrap(), b"old");
    assert_eq!(names(folder.path()), ["FRA.assessment.ron"]);
}

#[test]
fn a_process_that_dies_in_the_middle_of_a_write_leaves_the_old_file() {
    let (told, path, folder) = write_too_much("");
    assert_eq!(told, "");
    assert_eq!(fs::read(&path).unwrap(), b"old");
    assert_eq!(names(folder.path()).len(), 2, "it had begun to write");
    drop(Lock::acquire(&path, "Ana").unwrap());
    assert_eq!(names(folder.path()), ["FRA.assessment.ron"]);
}

#[test]
fn a_full_disk_is_told_by_its_name() {
    // The device that is always full, for the machine's own error; Linux alone has it.
    let source = match File::create("/dev/full") {
        Ok(mut full) => full.write_all(b"x").unwrap_err(),
        Err(_) => std::io::ErrorKind::StorageFull.into(),
    };
    let err = StoreError::from_io(Attempt::Write, source, Path::new("FRA.assessment.ron"));
    assert_eq!(variant(&err), "DiskFull");
}

#[test]
fn a_full_disk_leaves_the_old_file_and_can_be_saved_on_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("FRA.assessment.ron");
    // A small disk in memory that only this process and its children see.
    let unshare = |script: &str| {
        let mut command = Command::new("unshare");
        command.args([
            "--user",
            "--map-root-user",
            "--mount",
            "sh",
            "-c",
            script,
            "sh",
        ]);
        command.arg(folder.path());
        command
    };
    let mount = "mount -t tmpfs -o size=256k none \"$1\"";
    let possible = unshare(mount)
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success());
    if !possible {
        // What a full disk says, and what a write that stops half-way leaves, are tried above.
        eprintln!("this machine lets nobody mount a small disk: a really full disk was not tried");
        return;
    }
    let mut command = unshare(&format!("{mount} && shift && exec \"$@\""));
    command
        .arg(std::env::current_exe().unwrap())
        .args(process::ARGUMENTS);
    process::give(&mut command, "fill a small disk", &path);
    assert_eq!(
        process::told(command),
        "DiskFull; old; FRA.assessment.ron; done"
    );
}

#[test]
fn a_path_below_a_file_or_in_no_folder_is_told_apart_from_a_missing_file() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    fs::write(&file, "x").unwrap();
    for path in [
        file.join("FRA.assessment.ron"),
        folder.path().join("no/FRA.assessment.ron"),
    ] {
        assert_eq!(variant(&read(&path).unwrap_err()), "NotFound");
        let err = guidepost::store::write_whole(&path, b"new").unwrap_err();
        assert_eq!(variant(&err), "FolderNotFound");
        let err = guidepost::store::write_new(&path, b"new").unwrap_err();
        assert_eq!(variant(&err), "FolderNotFound");
        assert_eq!(
            variant(&Lock::acquire(&path, "Ana").unwrap_err()),
            "FolderNotFound"
        );
    }
}
