//! Reading and writing files: whole or not at all.
//!
//! A write goes to a temporary file beside the target, is flushed and read back, and only then
//! takes the target's name, in one step of the file system. So the old file is whole at every
//! instant until the new one is, and a failure leaves it as it was. A process that is killed in
//! between leaves its temporary file, `.NAME.XXXXXX.saving`: the next one to lock the file takes it
//! away, and so does whoever writes another file in that folder a day later ([`remove_leftovers`]).
//!
//! What this cannot keep: other hard links to the old file keep the old content, and extended
//! attributes that were set on the old file by hand are gone. Permissions, on Linux the access list,
//! and, where the machine allows it, the owner stay; where a list cannot be kept, access gets
//! narrower and never wider.

use std::ffi::{OsStr, OsString};
use std::fs::{self, DirEntry, File, Metadata};
use std::io::{self, ErrorKind, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use sha2::{Digest as _, Sha256};
use tempfile::{Builder, NamedTempFile};

use super::stall::wait_for;
use super::{Attempt, Fingerprint, StoreError};
use crate::format::{self, LARGEST_FILE};

/// How a temporary file's name ends.
const SAVING: &str = ".saving";

/// How many letters stand before that, different each time.
const RANDOM: usize = 6;

/// How long no write can be on its way, also where a clock is set for another part of the world.
const OLD: Duration = Duration::from_hours(24);

/// How many symbolic links are followed, one after the other.
const MOST_LINKS: usize = 40;

/// How often a rename is tried again, and after how long. On Windows a virus scanner, an indexer
/// or a cloud folder may hold a file for a moment; elsewhere nothing holds up a rename.
const MOST_RENAMES: u32 = if cfg!(windows) { 20 } else { 1 };
const BETWEEN_RENAMES: Duration = Duration::from_millis(50);

/// Reads a document; one over [`LARGEST_FILE`] is refused unread.
pub fn read(path: &Path) -> Result<Vec<u8>, StoreError> {
    read_up_to(path, LARGEST_FILE)
}

/// Reads a file of at most `limit` bytes; a larger one, a folder or a device is refused unread.
pub fn read_up_to(path: &Path, limit: u64) -> Result<Vec<u8>, StoreError> {
    wait_for(path);
    let metadata = fs::metadata(path).map_err(StoreError::reading(path))?;
    check_file(&metadata, path)?;
    let too_large = |length| StoreError::TooLarge {
        length,
        limit,
        path: path.to_owned(),
    };
    if limit < metadata.len() {
        return Err(too_large(metadata.len()));
    }
    let file = File::open(path).map_err(StoreError::reading(path))?;
    let mut bytes = Vec::with_capacity(usize::try_from(metadata.len()).unwrap_or_default());
    // The file may grow while it is read.
    let length = file
        .take(limit.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(StoreError::reading(path))? as u64;
    if limit < length {
        return Err(too_large(length));
    }
    Ok(bytes)
}

/// Refuses a document of so many bytes that it could not be read again.
pub fn check_length(length: usize, path: &Path) -> Result<(), StoreError> {
    let length = length as u64;
    if LARGEST_FILE < length {
        return Err(StoreError::TooLarge {
            length,
            limit: LARGEST_FILE,
            path: path.to_owned(),
        });
    }
    Ok(())
}

/// Writes a file whole or not at all, in place of the one that may be there. A symbolic link stays,
/// and the file that it leads to is written.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<Fingerprint, StoreError> {
    remove_leftovers(folder_of(&follow_links(path)?), Leftovers::Old);
    write_whole_if(path, bytes, || Ok(()))
}

/// As [`write_whole`], where `may_replace` says so in the last moment before the new file takes the
/// name: writing and flushing take time, in which another program may come.
pub(super) fn write_whole_if(
    path: &Path,
    bytes: &[u8],
    may_replace: impl FnOnce() -> Result<(), StoreError>,
) -> Result<Fingerprint, StoreError> {
    wait_for(path);
    let target = follow_links(path)?;
    let before = metadata_if_there(&target).map_err(StoreError::writing(path))?;
    if let Some(before) = &before {
        check_writable(before, &target, path)?;
    }
    let write = Write {
        named: path,
        target: &target,
        bytes,
    };
    write.run(&Access::of(before, &target), |temporary| {
        may_replace()?;
        rename_over(temporary, &target).map_err(StoreError::writing(path))
    })
}

/// Whether something stands at the path. Asks the disk: not for every frame.
pub fn is_there(path: &Path) -> bool {
    wait_for(path);
    fs::symlink_metadata(path).is_ok()
}

/// How large a file is, in bytes.
pub fn length(path: &Path) -> Result<u64, StoreError> {
    wait_for(path);
    let metadata = fs::metadata(path).map_err(StoreError::reading(path))?;
    check_file(&metadata, path)?;
    Ok(metadata.len())
}

/// The names of everything that stands in a folder, in their order.
pub fn names_in(folder: &Path) -> Result<Vec<OsString>, StoreError> {
    wait_for(folder);
    let entries = fs::read_dir(folder).map_err(StoreError::reading(folder))?;
    let names = entries.map(|entry| entry.map(|entry| entry.file_name()));
    let mut names: Vec<OsString> = names
        .collect::<io::Result<_>>()
        .map_err(StoreError::reading(folder))?;
    names.sort();
    Ok(names)
}

/// Writes a file that must not be there yet, whole or not at all; one that is there stays.
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<Fingerprint, StoreError> {
    wait_for(path);
    // A link that leads nowhere is something too.
    if fs::symlink_metadata(path).is_ok() {
        return Err(StoreError::Exists {
            path: path.to_owned(),
        });
    }
    remove_leftovers(folder_of(path), Leftovers::Old);
    let write = Write {
        named: path,
        target: path,
        bytes,
    };
    write.run(&Access::Usual, |temporary| {
        let put = temporary.persist_noclobber(path);
        put.map_err(|refused| StoreError::from_io(Attempt::Write, refused.error, path))
    })
}

/// As [`write_whole`], with a file that on Unix only its owner can read.
pub fn write_private(path: &Path, bytes: &[u8]) -> Result<Fingerprint, StoreError> {
    wait_for(path);
    remove_leftovers(folder_of(path), Leftovers::Old);
    let write = Write {
        named: path,
        target: path,
        bytes,
    };
    write.run(&Access::Private, |temporary| {
        rename_over(temporary, path).map_err(StoreError::writing(path))
    })
}

/// Whether two paths lead to the same file, also where it is not there yet.
pub fn is_same(one: &Path, other: &Path) -> bool {
    if one == other {
        return true;
    }
    wait_for(one);
    wait_for(other);
    real(one).is_some_and(|one| real(other) == Some(one))
}

/// The path without links and turns; of a file that is not there yet, its folder's and its name.
pub(super) fn real(path: &Path) -> Option<PathBuf> {
    let path = follow_links(path).ok()?;
    let real = fs::canonicalize(&path).or_else(|_| {
        let folder = fs::canonicalize(folder_of(&path))?;
        Ok::<_, io::Error>(folder.join(path.file_name().unwrap_or_default()))
    });
    real.ok()
}

/// Makes a folder beside a document, where it is not there yet.
pub fn make_folder(folder: &Path) -> Result<(), StoreError> {
    wait_for(folder);
    fs::create_dir_all(folder).map_err(StoreError::writing(folder))
}

/// Makes a folder, and those above it; on Unix only its owner can look into a new one.
pub(super) fn create_private_folder(folder: &Path) -> Result<(), StoreError> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt as _;
        builder.mode(0o700);
    }
    builder.create(folder).map_err(StoreError::writing(folder))
}

/// Which temporary files nobody is writing any more.
#[derive(Clone, Copy)]
pub(super) enum Leftovers<'a> {
    /// Those of this file: for the one who holds its lock.
    Of(&'a Path),
    /// Those of whatever file that are old.
    Old,
}

/// Takes away what killed processes left in a folder.
pub(super) fn remove_leftovers(folder: &Path, which: Leftovers<'_>) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let Some(prefix) = prefix_of_temporary(name.as_encoded_bytes()) else {
            continue;
        };
        let is_left = match which {
            Leftovers::Of(target) => temporary_prefix(target).as_encoded_bytes() == prefix,
            Leftovers::Old => is_old_file(&entry),
        };
        if is_left {
            // One that stays does no harm.
            fs::remove_file(entry.path()).ok();
        }
    }
}

/// What the name of a temporary file of ours begins with; `None` of any other file.
fn prefix_of_temporary(name: &[u8]) -> Option<&[u8]> {
    let (prefix, random) = name
        .strip_suffix(SAVING.as_bytes())?
        .split_last_chunk::<RANDOM>()?;
    let is_ours = prefix.starts_with(b".") && prefix.ends_with(b".") && prefix.len() > ". .".len();
    (is_ours && random.iter().all(u8::is_ascii_alphanumeric)).then_some(prefix)
}

fn is_old_file(entry: &DirEntry) -> bool {
    let Ok(metadata) = entry.metadata() else {
        return false;
    };
    let age = metadata
        .modified()
        .ok()
        .and_then(|modified| modified.elapsed().ok());
    metadata.is_file() && age.is_some_and(|age| OLD <= age)
}

/// Where a path leads, once its last part is no symbolic link any more.
pub(super) fn follow_links(path: &Path) -> Result<PathBuf, StoreError> {
    let mut target = path.to_owned();
    for _ in 0..MOST_LINKS {
        match fs::read_link(&target) {
            // A relative link starts from the folder that the link stands in.
            Ok(next) => target = folder_of(&target).join(next),
            Err(_) => return Ok(target),
        }
    }
    let path = path.to_owned();
    Err(StoreError::CircularLinks { path })
}

/// Where a path leads, once its last part is no link any more; the path itself where that goes round
/// in a circle.
pub fn without_links(path: &Path) -> PathBuf {
    wait_for(path);
    follow_links(path).unwrap_or_else(|_| path.to_owned())
}

pub(super) fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

pub(super) fn check_file(metadata: &Metadata, path: &Path) -> Result<(), StoreError> {
    let path = path.to_owned();
    if metadata.is_dir() {
        Err(StoreError::IsFolder { path })
    } else if !metadata.is_file() {
        Err(StoreError::NotAFile { path })
    } else {
        Ok(())
    }
}

/// Whether the file that is there may be written. A new file could take its name in any case, where
/// the folder allows that; but then the mark or the permission would have been for nothing.
pub(super) fn check_writable(
    metadata: &Metadata,
    target: &Path,
    named: &Path,
) -> Result<(), StoreError> {
    check_file(metadata, named)?;
    let path = named.to_owned();
    if metadata.permissions().readonly() {
        return Err(StoreError::ReadOnlyFile { path });
    }
    match File::options().write(true).open(target) {
        Err(err) if err.kind() == ErrorKind::PermissionDenied => Err(StoreError::NoPermission {
            attempt: Attempt::Write,
            path,
        }),
        // Anything else is told by the write itself.
        _ => Ok(()),
    }
}

pub(super) fn metadata_if_there(path: &Path) -> io::Result<Option<Metadata>> {
    match fs::metadata(path) {
        Ok(metadata) => Ok(Some(metadata)),
        Err(err) if matches!(err.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            Ok(None)
        }
        Err(err) => Err(err),
    }
}

/// The bits of a mode that say what the group may.
#[cfg(unix)]
const GROUP: u32 = 0o070;

/// What is known of who may read and write the file before.
struct Before {
    #[cfg_attr(
        not(unix),
        expect(dead_code, reason = "its permissions come from the folder")
    )]
    metadata: Metadata,
    /// Who else may, as the disk keeps it; `None` where there is no such list.
    #[cfg_attr(
        not(unix),
        expect(dead_code, reason = "its permissions come from the folder")
    )]
    access_list: Option<Vec<u8>>,
}

#[cfg(target_os = "linux")]
mod access_list {
    use std::fs::File;
    use std::path::Path;

    use rustix::fs::{XattrFlags, fsetxattr, getxattr, getxattr_query};

    const NAME: &str = "system.posix_acl_access";

    /// None where the disk knows no lists, or the file has none.
    pub fn of(path: &Path) -> Option<Vec<u8>> {
        let mut list = vec![0; getxattr_query(path, NAME).ok()?];
        let length = getxattr(path, NAME, list.as_mut_slice()).ok()?;
        list.truncate(length);
        Some(list)
    }

    /// Where the disk refuses, the file is the more private.
    pub fn give(list: &[u8], file: &File) {
        fsetxattr(file, NAME, list, XattrFlags::empty()).ok();
    }
}

#[cfg(not(target_os = "linux"))]
mod access_list {
    use std::path::Path;

    pub fn of(_: &Path) -> Option<Vec<u8>> {
        None
    }

    #[cfg(unix)]
    pub fn give(_: &[u8], _: &std::fs::File) {}
}

/// Who may read and write the new file.
enum Access {
    /// Those whom the machine usually lets.
    Usual,
    /// Its owner alone.
    Private,
    /// The same as with the file before it.
    As(Box<Before>),
}

impl Access {
    fn of(before: Option<Metadata>, target: &Path) -> Self {
        before.map_or(Self::Usual, |metadata| {
            let access_list = access_list::of(target);
            Self::As(Box::new(Before {
                metadata,
                access_list,
            }))
        })
    }

    /// A temporary file is private by itself; this one should be as usual from the start.
    #[cfg(unix)]
    fn prepare(&self, builder: &mut Builder<'_, '_>) {
        use std::os::unix::fs::PermissionsExt as _;
        if matches!(self, Self::Usual) {
            builder.permissions(fs::Permissions::from_mode(0o666));
        }
    }

    #[cfg(unix)]
    fn give_to(&self, file: &File) {
        use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, fchown};
        let (Self::As(before), Ok(own)) = (self, file.metadata()) else {
            return;
        };
        // Only some users may give a file away, and memory sticks have no permissions to give.
        // The file is private until then, so where one of these fails the save still counts.
        let metadata = &before.metadata;
        if own.gid() != metadata.gid() {
            fchown(file, None, Some(metadata.gid())).ok();
        }
        if own.uid() != metadata.uid() {
            fchown(file, Some(metadata.uid()), None).ok();
        }
        let mut permissions = metadata.permissions();
        let Some(list) = &before.access_list else {
            file.set_permissions(permissions).ok();
            return;
        };
        // With a list, what the mode says of the group is the most that anybody in the list may;
        // without it, the group itself would be given that.
        permissions.set_mode(permissions.mode() & !GROUP);
        file.set_permissions(permissions).ok();
        access_list::give(list, file);
    }

    /// Elsewhere a new file takes its permissions from its folder.
    #[cfg(not(unix))]
    fn prepare(&self, _: &mut Builder<'_, '_>) {}

    #[cfg(not(unix))]
    fn give_to(&self, _: &File) {}
}

/// One write: the path as it was named, where it leads, and what should stand there.
struct Write<'a> {
    named: &'a Path,
    target: &'a Path,
    bytes: &'a [u8],
}

impl Write<'_> {
    /// Writes beside the target, and lets `put` give it the target's name. The temporary file goes
    /// when it is dropped, so every early return takes it away.
    fn run(
        &self,
        access: &Access,
        put: impl FnOnce(NamedTempFile) -> Result<File, StoreError>,
    ) -> Result<Fingerprint, StoreError> {
        let failed = |source| StoreError::from_io(Attempt::Write, source, self.named);
        let folder = folder_of(self.target);
        let prefix = temporary_prefix(self.target);
        let mut builder = Builder::new();
        builder.prefix(&prefix).rand_bytes(RANDOM).suffix(SAVING);
        access.prepare(&mut builder);
        let mut temporary = builder.tempfile_in(folder).map_err(|source| {
            if source.kind() == ErrorKind::PermissionDenied {
                let path = self.named.to_owned();
                StoreError::ReadOnlyFolder { path }
            } else {
                failed(source)
            }
        })?;
        temporary.write_all(self.bytes).map_err(failed)?;
        access.give_to(temporary.as_file());
        temporary.as_file().sync_all().map_err(failed)?;
        self.read_back(temporary.path())?;

        let file = put(temporary)?;
        let modified = file.metadata().and_then(|metadata| metadata.modified());
        drop(file);
        flush_folder(folder).map_err(failed)?;
        self.read_back(self.target)?;
        Ok(Fingerprint::of(self.bytes, modified.ok()))
    }

    fn read_back(&self, path: &Path) -> Result<(), StoreError> {
        let back =
            fs::read(path).map_err(|err| StoreError::from_io(Attempt::Write, err, self.named))?;
        if back == self.bytes {
            Ok(())
        } else {
            let path = self.named.to_owned();
            Err(StoreError::ReadBackDiffers { path })
        }
    }
}

fn rename_over(mut temporary: NamedTempFile, target: &Path) -> io::Result<File> {
    let mut tries = 1;
    loop {
        match temporary.persist(target) {
            Ok(file) => return Ok(file),
            Err(refused) if MOST_RENAMES <= tries => return Err(refused.error),
            Err(refused) => temporary = refused.file,
        }
        thread::sleep(BETWEEN_RENAMES);
        tries += 1;
    }
}

/// Makes the disk keep the new name. Some network folders cannot be flushed, and say so.
#[cfg(unix)]
fn flush_folder(folder: &Path) -> io::Result<()> {
    match File::open(folder).and_then(|folder| folder.sync_all()) {
        Err(err)
            if matches!(
                err.kind(),
                // A folder can be open to write into, and yet not to list.
                ErrorKind::InvalidInput | ErrorKind::Unsupported | ErrorKind::PermissionDenied
            ) =>
        {
            Ok(())
        }
        result => result,
    }
}

/// Elsewhere the file system keeps names by itself.
#[cfg(not(unix))]
fn flush_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

/// The most bytes that a name can have on the disks of today.
const LONGEST_NAME: usize = 255;

/// The first bytes of a name that has to be cut, before the digest of the whole.
const CUT_NAME: usize = 160;

fn temporary_prefix(target: &Path) -> OsString {
    let room = LONGEST_NAME - "..".len() - RANDOM - SAVING.len();
    let mut prefix = OsString::from(".");
    prefix.push(name_within(target, room));
    prefix.push(".");
    prefix
}

/// The name of a file in at most `room` bytes: where it has more, its beginning with the digest of
/// the whole, so that two files have two names.
pub(super) fn name_within(target: &Path, room: usize) -> OsString {
    let name = target.file_name().unwrap_or(OsStr::new("file"));
    if name.len() <= room {
        return name.to_owned();
    }
    let digest = format::hex(&Sha256::digest(name.as_encoded_bytes()).into());
    let name = name.to_string_lossy();
    let cut = name.floor_char_boundary(CUT_NAME);
    format!("{}-{}", &name[..cut], &digest[..16]).into()
}

/// A file beside another: its name with this ending.
pub(super) fn beside(target: &Path, ending: &str) -> PathBuf {
    let mut name = name_within(target, LONGEST_NAME - ending.len());
    name.push(ending);
    target.with_file_name(name)
}
