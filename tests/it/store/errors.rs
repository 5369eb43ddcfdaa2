//! What a fault says: what happened, what to do, and the path last.

use std::io::{self, ErrorKind};
use std::path::Path;

use crate::support::explained;
use guidepost::store::{Attempt, StoreError};

use super::variant;

#[test]
fn each_error_of_the_machine_has_its_words() {
    use Attempt::{Read, Write};
    let cases = [
        (
            Read,
            ErrorKind::NotFound,
            "NotFound",
            "moved, renamed or deleted",
        ),
        (
            Write,
            ErrorKind::NotFound,
            "FolderNotFound",
            "connect its disk",
        ),
        (
            Write,
            ErrorKind::NotADirectory,
            "FolderNotFound",
            "save elsewhere",
        ),
        (
            Read,
            ErrorKind::PermissionDenied,
            "NoPermission",
            "permission to read",
        ),
        (
            Write,
            ErrorKind::PermissionDenied,
            "NoPermission",
            "permission to write",
        ),
        (
            Write,
            ErrorKind::ReadOnlyFilesystem,
            "ReadOnlyFolder",
            "save a copy",
        ),
        (Write, ErrorKind::StorageFull, "DiskFull", "free some space"),
        (
            Write,
            ErrorKind::QuotaExceeded,
            "DiskFull",
            "the file is as it was",
        ),
        (
            Read,
            ErrorKind::IsADirectory,
            "IsFolder",
            "choose a file in it",
        ),
        (
            Write,
            ErrorKind::AlreadyExists,
            "Exists",
            "choose another name",
        ),
        (
            Write,
            ErrorKind::InvalidFilename,
            "InvalidName",
            "shorter, plainer name",
        ),
        (Read, ErrorKind::TimedOut, "Other", "open a copy"),
        (Write, ErrorKind::TimedOut, "Other", "save elsewhere"),
    ];
    let path = Path::new("folder").join("FRA.assessment.ron");
    for (attempt, kind, expected, words) in cases {
        let err = StoreError::from_io(attempt, kind.into(), &path);
        let text = explained(&err);
        assert_eq!(variant(&err), expected, "{kind:?}");
        assert!(text.contains(words), "{text}");
        assert!(text.ends_with(&format!(": {}", path.display())), "{text}");
    }
}

#[cfg(unix)]
#[test]
fn the_machines_own_number_for_a_full_disk_is_known() {
    const ENOSPC: i32 = 28;
    let source = io::Error::from_raw_os_error(ENOSPC);
    let err = StoreError::from_io(Attempt::Write, source, Path::new("x"));
    assert_eq!(variant(&err), "DiskFull");
}
