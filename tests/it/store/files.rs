//! Reading and writing where nothing goes wrong, and what is refused before anything is touched.

use std::fs::{self, File};
use std::path::Path;

use crate::support::explained;
use guidepost::format::LARGEST_FILE;
use guidepost::store::{
    Fingerprint, StoreError, read, read_up_to, write_new, write_private, write_whole,
};
use proptest::prelude::*;

use super::{names, variant};

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn what_was_written_last_is_read(versions in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..5_000), 1..5)) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("Côte d’Ivoire – 2026.assessment.ron");
        for version in versions {
            let fingerprint = write_whole(&path, &version).unwrap();
            prop_assert_eq!(&read(&path).unwrap(), &version);
            let there = guidepost::store::fingerprint(&path).unwrap();
            prop_assert_eq!(there, Some(fingerprint));
            prop_assert_eq!(names(folder.path()).len(), 1);
        }
    }
}

#[test]
fn a_new_file_is_made_only_where_there_is_none() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("new");
    write_new(&path, b"first").unwrap();
    assert_eq!(variant(&write_new(&path, b"second").unwrap_err()), "Exists");
    assert_eq!(read(&path).unwrap(), b"first");
    assert_eq!(names(folder.path()), ["new"]);
}

#[test]
fn whoever_writes_takes_away_what_a_killed_program_left_there_long_ago_and_nothing_else() {
    type Write = fn(&Path, &[u8]) -> Result<Fingerprint, StoreError>;
    for write in [write_new as Write, write_whole, write_private] {
        let folder = tempfile::tempdir().unwrap();
        let left = |name: &str, hours: u64| {
            let file = File::create(folder.path().join(name)).unwrap();
            let age = std::time::Duration::from_secs(hours * 60 * 60);
            file.set_modified(std::time::SystemTime::now() - age)
                .unwrap();
        };
        left(".report.pdf.a1B2c3.saving", 25);
        let stay = [
            ".a1B2c3.saving",
            ".report.docx.a1B2c3.saving",
            ".report.pdf.a1-2c3.saving",
            ".report.pdf.a1.saving",
            "new",
            "report.pdf.a1B2c3.saving",
        ];
        for (name, hours) in stay.into_iter().zip([1000, 1, 1000, 1000, 1000, 1000]) {
            left(name, hours);
        }
        fs::remove_file(folder.path().join("new")).unwrap();
        write(&folder.path().join("new"), b"x").unwrap();
        assert_eq!(names(folder.path()), stay);
    }
}

#[test]
fn a_folder_is_neither_read_nor_written() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("folder");
    fs::create_dir(&path).unwrap();
    assert_eq!(variant(&read(&path).unwrap_err()), "IsFolder");
    assert_eq!(variant(&write_whole(&path, b"x").unwrap_err()), "IsFolder");
    assert_eq!(variant(&write_new(&path, b"x").unwrap_err()), "Exists");
    assert!(write_private(&path, b"x").is_err());
    assert_eq!(names(folder.path()), ["folder"]);
}

#[test]
fn a_file_may_have_so_many_bytes_and_no_more() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("large");
    let file = File::create(&path).unwrap();
    file.set_len(LARGEST_FILE).unwrap();
    assert_eq!(read(&path).unwrap().len() as u64, LARGEST_FILE);
    file.set_len(LARGEST_FILE + 1).unwrap();
    let Err(StoreError::TooLarge { length, limit, .. }) = read(&path) else {
        panic!("it was read");
    };
    assert_eq!((length, limit), (LARGEST_FILE + 1, LARGEST_FILE));
    assert!(read_up_to(&path, LARGEST_FILE + 1).is_ok());
}

#[test]
fn a_file_marked_as_read_only_stays_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("marked");
    fs::write(&path, "old").unwrap();
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    assert_eq!(
        variant(&write_whole(&path, b"new").unwrap_err()),
        "ReadOnlyFile"
    );
    assert_eq!(read(&path).unwrap(), b"old");
}

#[test]
fn a_name_without_a_folder_is_of_this_folder() {
    // Only read: the tests' own folder is not for writing into.
    assert!(read(Path::new("Cargo.toml")).is_ok());
    assert_eq!(
        variant(&read(Path::new("no-such-file")).unwrap_err()),
        "NotFound"
    );
}

#[cfg(unix)]
mod on_unix {
    use std::fs::Permissions;
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, symlink};
    use std::process::Command;

    use super::*;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().mode() & 0o7777
    }

    #[test]
    fn permissions_stay_and_a_new_file_has_the_usual_ones() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("file");
        for permissions in [0o600, 0o640, 0o664, 0o666, 0o755] {
            fs::write(&path, "old").unwrap();
            fs::set_permissions(&path, Permissions::from_mode(permissions)).unwrap();
            write_whole(&path, b"new").unwrap();
            assert_eq!(mode(&path), permissions);
        }
        let usual = folder.path().join("usual");
        fs::write(&usual, "").unwrap();
        for (name, write) in [
            ("a", write_whole as fn(&Path, &[u8]) -> _),
            ("b", write_new),
        ] {
            let path = folder.path().join(name);
            write(&path, b"new").unwrap();
            assert_eq!(mode(&path), mode(&usual));
        }
        let path = folder.path().join("private");
        write_private(&path, b"new").unwrap();
        assert_eq!(mode(&path), 0o600);
    }

    #[test]
    fn the_owner_stays_where_the_machine_allows_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("file");
        fs::write(&path, "old").unwrap();
        // Only root can give a file away; for others this is their own file, and stays so.
        std::os::unix::fs::chown(&path, Some(65_534), Some(65_534)).ok();
        let before = fs::metadata(&path).unwrap();
        write_whole(&path, b"new").unwrap();
        let after = fs::metadata(&path).unwrap();
        assert_eq!((before.uid(), before.gid()), (after.uid(), after.gid()));
    }

    #[test]
    fn a_link_stays_and_the_file_that_it_leads_to_is_written() {
        let folder = tempfile::tempdir().unwrap();
        let there = folder.path().join("there");
        fs::create_dir(&there).unwrap();
        let link = folder.path().join("link");
        let second = folder.path().join("second");
        symlink("there/file", &link).unwrap();
        symlink(&link, &second).unwrap();
        // It leads nowhere yet.
        write_whole(&second, b"one").unwrap();
        assert_eq!(variant(&write_new(&link, b"x").unwrap_err()), "Exists");
        write_whole(&link, b"two").unwrap();
        assert_eq!(fs::read(there.join("file")).unwrap(), b"two");
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert!(fs::symlink_metadata(&second).unwrap().is_symlink());
        assert_eq!(names(&there), ["file"]);
    }

    #[test]
    fn links_that_lead_round_in_a_circle_are_told() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        symlink("b", &path).unwrap();
        symlink("a", folder.path().join("b")).unwrap();
        assert!(read(&path).is_err());
        let err = explained(&write_whole(&path, b"x").unwrap_err());
        assert!(err.contains("round in a circle"), "{err}");
    }

    #[test]
    fn devices_and_pipes_are_neither_read_nor_written() {
        let folder = tempfile::tempdir().unwrap();
        let pipe = folder.path().join("pipe");
        let made = Command::new("mkfifo").arg(&pipe).status().unwrap();
        assert!(made.success());
        for path in [Path::new("/dev/null"), &pipe] {
            assert_eq!(variant(&read(path).unwrap_err()), "NotAFile");
            assert_eq!(variant(&write_whole(path, b"x").unwrap_err()), "NotAFile");
        }
    }
}

#[test]
fn a_change_by_another_program_while_the_new_file_is_written_is_not_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("FRA.assessment.ron");
    let known = write_new(&path, b"ours").unwrap();
    // The other program comes as soon as the temporary file is there, and so before the rename.
    let large = vec![b'x'; 24 << 20];
    let watched = folder.path().to_owned();
    let theirs = path.clone();
    let other = std::thread::spawn(move || {
        while names(&watched).len() < 2 {
            std::hint::spin_loop();
        }
        fs::write(theirs, b"theirs").unwrap();
    });
    let saved = guidepost::store::save_over(&path, &large, Some(&known));
    other.join().unwrap();
    assert_eq!(variant(&saved.unwrap_err()), "ChangedOnDisk");
    assert_eq!(read(&path).unwrap(), b"theirs");
    assert_eq!(names(folder.path()), ["FRA.assessment.ron"]);
}

/// The access list of a file, as the machine's own tool tells it; `None` where there is no such tool.
#[cfg(target_os = "linux")]
fn access_list(path: &Path) -> Option<String> {
    let program = std::process::Command::new("getfacl")
        .args(["--omit-header", "--numeric", "--absolute-names"])
        .arg(path)
        .output();
    Some(String::from_utf8(program.ok()?.stdout).unwrap())
}

#[cfg(target_os = "linux")]
#[test]
fn those_whom_the_access_list_names_and_no_others_still_have_access_after_a_save() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("FRA.assessment.ron");
    write_new(&path, b"first").unwrap();
    let given = std::process::Command::new("setfacl")
        .args(["--modify", "g::---,u:4321:rw-,o::---"])
        .arg(&path)
        .status();
    let Ok(given) = given else {
        eprintln!("setfacl is not installed: no access list was tried");
        return;
    };
    assert!(given.success());
    let before = access_list(&path).unwrap();
    assert!(before.contains("user:4321:rw-"), "{before}");
    write_whole(&path, b"second").unwrap();
    assert_eq!(access_list(&path).unwrap(), before);
}
