//! The files that some paths lead to: a folder stands for all that is in it, however deep.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use super::StoreError;

/// How many folders may stand in each other.
const MAX_DEPTH: usize = 40;

/// How many files are read at once.
const MAX_FILES: usize = 100_000;

/// What some paths lead to. A file to which several of them lead is there once.
#[derive(Debug, Default)]
pub struct FoundFiles {
    /// The files by where they really are, links followed, each with the first path to it.
    files: BTreeMap<PathBuf, PathBuf>,
    folders: BTreeSet<PathBuf>,
    /// The folders that could not be looked into, and so count as not read.
    pub unread: Vec<(PathBuf, StoreError)>,
}

impl FoundFiles {
    /// Adds a file, or all that a folder holds; a folder below it that cannot be looked into is
    /// among the unread ones.
    pub fn add(&mut self, path: &Path) -> Result<(), StoreError> {
        let metadata = fs::metadata(path).map_err(StoreError::reading(path))?;
        let place = fs::canonicalize(path).map_err(StoreError::reading(path))?;
        if metadata.is_dir() {
            self.add_folder(path, &place, MAX_DEPTH)
        } else {
            self.add_file(path.to_owned(), place);
            Ok(())
        }
    }

    /// Their paths, in order.
    pub fn paths(&self) -> BTreeSet<PathBuf> {
        self.files.values().cloned().collect()
    }

    pub fn retain(&mut self, keep: impl Fn(&Path) -> bool) {
        self.files.retain(|_, path| keep(path));
    }

    fn add_file(&mut self, path: PathBuf, place: PathBuf) {
        let first = self.files.entry(place).or_insert_with(|| path.clone());
        if path < *first {
            *first = path;
        }
    }

    fn add_folder(&mut self, path: &Path, place: &Path, depth: usize) -> Result<(), StoreError> {
        if depth == 0 || MAX_FILES <= self.files.len() {
            let path = path.to_owned();
            return Err(StoreError::FolderTooLarge { path });
        }
        // A link may lead back to a folder that was read, or is being read.
        if self.folders.contains(place) {
            return Ok(());
        }
        let entries = fs::read_dir(path).map_err(StoreError::reading(path))?;
        self.folders.insert(place.to_owned());
        for entry in entries {
            let entry = entry.map_err(StoreError::reading(path))?;
            let (path, place) = (entry.path(), place.join(entry.file_name()));
            let kind = entry.file_type().map_err(StoreError::reading(&path))?;
            let (is_folder, place) = if kind.is_symlink() {
                // A link that leads nowhere is told when it is read.
                let target = fs::canonicalize(&path).unwrap_or(place);
                (path.is_dir(), target)
            } else {
                (kind.is_dir(), place)
            };
            if !is_folder {
                self.add_file(path, place);
            } else if let Err(fault) = self.add_folder(&path, &place, depth - 1) {
                self.unread.push((path, fault));
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_stands_for_all_that_is_in_it() {
        let folder = tempfile::tempdir().unwrap();
        let at = |path: &str| folder.path().join(path);
        let mut deep = at("in/a/b");
        fs::create_dir_all(&deep).unwrap();
        for _ in 0..=MAX_DEPTH {
            deep.push("d");
        }
        fs::create_dir_all(&deep).unwrap();
        for name in ["in/1", "in/a/2", "in/a/b/3"] {
            fs::write(at(name), name).unwrap();
        }
        #[cfg(unix)]
        {
            use std::os::unix::fs::symlink;
            symlink(at("in"), at("in/a/round")).unwrap();
            symlink(at("in/1"), at("in/a/same")).unwrap();
            symlink(at("nowhere"), at("in/a/lost")).unwrap();
        }
        let mut found = FoundFiles::default();
        found.add(&at("in")).unwrap();
        found.add(&at("in/a/../1")).unwrap();
        let lost = cfg!(unix).then(|| at("in/a/lost"));
        let expected = ["in/1", "in/a/2", "in/a/b/3"].map(at);
        assert_eq!(found.paths(), expected.into_iter().chain(lost).collect());
        assert_eq!(found.unread.len(), 1, "{:?}", found.unread);
        assert!(matches!(
            found.unread[0].1,
            StoreError::FolderTooLarge { .. }
        ));
        assert!(found.add(&at("missing")).is_err());
    }
}
