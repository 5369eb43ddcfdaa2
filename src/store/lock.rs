//! One writer for each file.
//!
//! Beside `NAME.assessment.ron` stands `NAME.assessment.ron.lock` while a window writes it. Two
//! things are told apart:
//!
//! * **The lock of the operating system** on that side file decides. It goes with its process,
//!   however that ends, so the side file of a crashed program is taken over without a question.
//!   (The assessment itself is never locked: each save gives its name to a new file.)
//! * **The words** in it, plain text, say who has the file, on which machine and since when. On
//!   Windows a locked file cannot be read by others, so there the words stand in
//!   `NAME.assessment.ron.lock.txt`.
//!
//! Some network folders know no locks. There the side file itself has to serve: whoever makes it
//! has the file, and one that a crash left behind cannot be told from one in use
//! ([`Holder::certain`]). A person decides then, with [`Lock::take_over`].

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::files::{
    Leftovers, beside, check_file, check_writable, folder_of, follow_links, remove_leftovers,
};
use super::stall::wait_for;
use super::{Attempt, Holder, StoreError, read_up_to};

/// How often the side file may vanish between opening and locking it.
const MOST_TRIES: usize = 100;

/// The longest side file that is read, in bytes.
const LONGEST_WORDS: u64 = 4096;

/// The right to write one file, until it is dropped.
#[derive(Debug)]
pub struct Lock {
    target: PathBuf,
    side: SideFiles,
    left_over: Option<Holder>,
    /// Holds the lock of the operating system until the side files are gone.
    _file: File,
}

impl Lock {
    /// Takes the right to write the file at `path`, which need not be there yet, for `who`.
    ///
    /// Where somebody else has it, the error is [`StoreError::Locked`]; where nothing can be
    /// written beside the file, [`StoreError::ReadOnlyFolder`]; where the file itself may not be
    /// written, [`StoreError::ReadOnlyFile`] or [`StoreError::NoPermission`]. In all of these the
    /// file can be opened to read.
    pub fn acquire(path: &Path, who: &str) -> Result<Self, StoreError> {
        wait_for(path);
        Attempted::new(path, who, SideFiles::of)?.acquire(File::try_lock)
    }

    /// Takes the right that a crashed program may have left behind in a folder without locks, once
    /// a person has said so ([`Holder::certain`] is false). One that surely is in use stays.
    pub fn take_over(path: &Path, who: &str) -> Result<Self, StoreError> {
        wait_for(path);
        let attempted = Attempted::new(path, who, SideFiles::of)?;
        attempted.take_over(File::try_lock)
    }

    /// The file that it gives the right to write: where the links of its path lead.
    pub fn path(&self) -> &Path {
        &self.target
    }

    /// Who held the file when their program ended without closing it, where it did. If that was on
    /// another machine, they may have it open still: a sync folder brings the side file along, and
    /// not the lock.
    pub fn left_over(&self) -> Option<&Holder> {
        self.left_over.as_ref()
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // What stays is taken over by the next one.
        self.side.remove();
    }
}

type TryLock = fn(&File) -> Result<(), TryLockError>;

/// Where the lock and its words stand.
#[derive(Debug)]
struct SideFiles {
    lock: PathBuf,
    words: PathBuf,
}

impl SideFiles {
    fn of(target: &Path) -> Self {
        if cfg!(windows) {
            Self::apart(target)
        } else {
            let lock = beside(target, ".lock");
            let words = lock.clone();
            Self { lock, words }
        }
    }

    fn apart(target: &Path) -> Self {
        Self {
            lock: beside(target, ".lock"),
            words: beside(target, ".lock.txt"),
        }
    }

    fn holder(&self, certain: bool) -> Option<Holder> {
        let words = read_up_to(&self.words, LONGEST_WORDS).ok()?;
        let words = String::from_utf8_lossy(&words);
        (!words.is_empty()).then(|| Holder::from_words(&words, certain))
    }

    /// Whether what is at the place of the side files can be ours: a small file, empty or with a
    /// note of this form. A person's own file of that name is left alone.
    fn check(&self) -> Result<(), StoreError> {
        for path in [&self.lock, &self.words] {
            let Ok(metadata) = fs::metadata(path) else {
                continue;
            };
            check_file(&metadata, path)?;
            let is_note = |words: Vec<u8>| Holder::is_note(&String::from_utf8_lossy(&words));
            let is_ours = match read_up_to(path, LONGEST_WORDS) {
                Err(StoreError::TooLarge { .. }) => false,
                // On Windows one that is locked cannot be read.
                Err(_) => true,
                Ok(words) => words.is_empty() || is_note(words),
            };
            if !is_ours {
                let path = path.clone();
                return Err(StoreError::NotALock { path });
            }
        }
        Ok(())
    }

    fn remove(&self) {
        if self.words != self.lock {
            fs::remove_file(&self.words).ok();
        }
        fs::remove_file(&self.lock).ok();
    }
}

/// What came of asking the operating system.
enum Asked {
    Held,
    /// Locks work here, and this one is ours; with what a crashed program left in it.
    Ours(File, Option<Holder>),
    /// Locks do not work here; the side file is a new one.
    New(File),
    /// Locks do not work here, and the side file was there before.
    Found,
}

/// A side file, opened.
enum Opened {
    New(File),
    Found(File),
    /// Another user's, which cannot be written, but asked whether it is locked.
    Foreign(File),
}

struct Attempted<'a> {
    named: &'a Path,
    who: &'a str,
    target: PathBuf,
    side: SideFiles,
}

impl<'a> Attempted<'a> {
    fn new(
        named: &'a Path,
        who: &'a str,
        side: fn(&Path) -> SideFiles,
    ) -> Result<Self, StoreError> {
        let target = follow_links(named)?;
        if let Ok(metadata) = fs::metadata(&target) {
            check_writable(&metadata, &target, named)?;
        }
        let side = side(&target);
        side.check()?;
        Ok(Self {
            named,
            who,
            target,
            side,
        })
    }

    fn acquire(self, try_lock: TryLock) -> Result<Lock, StoreError> {
        match self.ask(try_lock)? {
            Asked::Ours(file, left_over) => {
                remove_leftovers(folder_of(&self.target), Leftovers::Of(&self.target));
                Ok(self.write_down(file, left_over))
            }
            Asked::New(file) => Ok(self.write_down(file, None)),
            Asked::Held => Err(self.locked(true)),
            Asked::Found => Err(self.locked(false)),
        }
    }

    fn take_over(self, try_lock: TryLock) -> Result<Lock, StoreError> {
        match self.ask(try_lock)? {
            Asked::Ours(file, left_over) => Ok(self.write_down(file, left_over)),
            Asked::New(file) => Ok(self.write_down(file, None)),
            Asked::Held => Err(self.locked(true)),
            Asked::Found => {
                let left_over = self.side.holder(false);
                let file = OpenOptions::new().write(true).open(&self.side.lock);
                let file = file.map_err(|source| self.failed(source))?;
                Ok(self.write_down(file, left_over))
            }
        }
    }

    fn ask(&self, try_lock: TryLock) -> Result<Asked, StoreError> {
        let mut left_over = None;
        for _ in 0..MOST_TRIES {
            let Some(opened) = self.open()? else {
                continue;
            };
            let (Opened::New(file) | Opened::Found(file) | Opened::Foreign(file)) = &opened;
            match try_lock(file) {
                Err(TryLockError::WouldBlock) => return Ok(Asked::Held),
                // The holder took it away after we had opened it: what we locked has no name.
                Ok(()) if !is_still_there(file, &self.side.lock) => {}
                // Whoever closes a file takes the words away first: these are from a crash.
                Ok(()) => {
                    left_over = left_over.or_else(|| self.side.holder(false));
                    match opened {
                        // Once it is gone, the next round makes one that can hold our words.
                        Opened::Foreign(_) if fs::remove_file(&self.side.lock).is_ok() => {}
                        Opened::New(file) | Opened::Found(file) | Opened::Foreign(file) => {
                            return Ok(Asked::Ours(file, left_over));
                        }
                    }
                }
                Err(TryLockError::Error(_)) => {
                    return Ok(match opened {
                        Opened::New(file) => Asked::New(file),
                        Opened::Found(_) | Opened::Foreign(_) => Asked::Found,
                    });
                }
            }
        }
        Ok(Asked::Held)
    }

    /// Opens the side file; `None` where its holder has taken it away in that moment.
    fn open(&self) -> Result<Option<Opened>, StoreError> {
        let path = &self.side.lock;
        match OpenOptions::new().write(true).create_new(true).open(path) {
            Ok(file) => return Ok(Some(Opened::New(file))),
            Err(err) if err.kind() == ErrorKind::AlreadyExists => {}
            Err(err) => return Err(self.failed(err)),
        }
        let found = match OpenOptions::new().read(true).write(true).open(path) {
            Err(err) if err.kind() == ErrorKind::PermissionDenied => {
                File::open(path).map(Opened::Foreign)
            }
            found => found.map(Opened::Found),
        };
        match found {
            Ok(opened) => Ok(Some(opened)),
            Err(err) if err.kind() == ErrorKind::NotFound => Ok(None),
            Err(err) => Err(self.failed(err)),
        }
    }

    fn failed(&self, source: io::Error) -> StoreError {
        if source.kind() == ErrorKind::PermissionDenied {
            let path = self.named.to_owned();
            StoreError::ReadOnlyFolder { path }
        } else {
            StoreError::from_io(Attempt::Write, source, self.named)
        }
    }

    fn locked(&self, certain: bool) -> StoreError {
        let unknown = || Holder::from_words("", certain);
        StoreError::Locked {
            holder: self.side.holder(certain).unwrap_or_else(unknown),
            path: self.named.to_owned(),
        }
    }

    fn write_down(self, file: File, left_over: Option<Holder>) -> Lock {
        // The words are a courtesy: without them, as on a full disk, the lock holds all the same.
        fs::write(&self.side.words, Holder::here(self.who).words()).ok();
        Lock {
            target: self.target,
            side: self.side,
            left_over,
            _file: file,
        }
    }
}

/// Whether the open file still has its name, so that the next one to come will ask for this lock.
#[cfg(unix)]
fn is_still_there(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let (Ok(open), Ok(named)) = (file.metadata(), fs::symlink_metadata(path)) else {
        return false;
    };
    (open.dev(), open.ino()) == (named.dev(), named.ino())
}

/// Elsewhere this cannot be asked. Two windows that open a file in the very moment in which a third
/// one closes it could both be let in; the fingerprint then keeps them from each other's work.
#[cfg(not(unix))]
fn is_still_there(_: &File, _: &Path) -> bool {
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Explain as _;

    fn without_locks(_: &File) -> Result<(), TryLockError> {
        Err(TryLockError::Error(ErrorKind::Unsupported.into()))
    }

    fn attempt<'a>(path: &'a Path, who: &'a str) -> Attempted<'a> {
        Attempted::new(path, who, SideFiles::of).unwrap()
    }

    #[test]
    fn a_folder_without_locks_lets_one_in_and_a_person_decides_about_the_rest() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("FRA.assessment.ron");

        let first = attempt(&path, "Ana").acquire(without_locks).unwrap();
        let refused = attempt(&path, "Ben").acquire(without_locks).unwrap_err();
        let StoreError::Locked { holder, .. } = refused else {
            panic!("{refused:?}");
        };
        assert_eq!((holder.who.as_str(), holder.certain), ("Ana", false));
        assert_eq!(holder.message().key, "holder-may-have");

        let second = attempt(&path, "Ben").take_over(without_locks).unwrap();
        assert_eq!(second.left_over().unwrap().who, "Ana");
        drop((first, second));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[cfg(unix)]
    #[test]
    fn a_side_file_that_was_taken_away_after_it_was_opened_is_not_the_one_that_is_there() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("FRA.assessment.ron.lock");
        let opened = File::create(&path).unwrap();
        assert!(is_still_there(&opened, &path));
        fs::remove_file(&path).unwrap();
        assert!(!is_still_there(&opened, &path));
        fs::write(&path, "another").unwrap();
        assert!(!is_still_there(&opened, &path));
    }

    #[test]
    fn taking_over_leaves_a_lock_in_use_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("FRA.assessment.ron");
        let _first = Lock::acquire(&path, "Ana").unwrap();
        assert!(matches!(
            Lock::take_over(&path, "Ben"),
            Err(StoreError::Locked { holder, .. }) if holder.certain
        ));
    }

    #[test]
    fn words_in_a_file_of_their_own_serve_where_a_locked_file_cannot_be_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("FRA.assessment.ron");
        let apart = |who| Attempted::new(&path, who, SideFiles::apart).unwrap();

        let first = apart("Ana").acquire(File::try_lock).unwrap();
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
        let refused = apart("Ben").acquire(File::try_lock).unwrap_err();
        assert!(
            matches!(&refused, StoreError::Locked { holder, .. } if holder.who == "Ana" && holder.certain),
            "{refused:?}"
        );
        drop(first);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}
