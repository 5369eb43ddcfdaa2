//! Where settings and backups stand.

use std::env;
use std::ffi::OsString;
use std::path::{self, Path, PathBuf};

use directories::{ProjectDirs, UserDirs};

use super::StoreError;

/// The two folders that Guidepost keeps things of its own in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folders {
    /// For settings.
    pub config: PathBuf,
    /// For backups. Never one that a machine copies over the network at log-in: they hold internal
    /// remarks.
    pub data: PathBuf,
}

impl Folders {
    /// The environment variable that names one folder for both, for a memory stick or a test.
    pub const VARIABLE: &str = "GUIDEPOST_HOME";

    /// The folders of this user on this machine. They may not be there yet.
    pub fn find() -> Result<Self, StoreError> {
        Self::choose(env::var_os(Self::VARIABLE))
    }

    /// One folder for both.
    pub fn at(home: &Path) -> Self {
        Self {
            config: home.to_owned(),
            data: home.to_owned(),
        }
    }

    fn choose(home: Option<OsString>) -> Result<Self, StoreError> {
        if let Some(home) = home.filter(|home| !home.is_empty()) {
            // From then on it stays the same folder, wherever the program goes.
            let home = path::absolute(&home).unwrap_or(home.into());
            return Ok(Self::at(&home));
        }
        let project = ProjectDirs::from("", "", "Guidepost").ok_or(StoreError::NoHome)?;
        Ok(Self {
            config: project.config_dir().to_owned(),
            data: project.data_local_dir().to_owned(),
        })
    }
}

/// The folder in which people keep documents, or else their home, or else where they are.
pub fn documents_folder() -> PathBuf {
    let users = UserDirs::new();
    let documents = users
        .as_ref()
        .and_then(|users| users.document_dir().map(Path::to_owned));
    let existing = documents.filter(|folder| folder.is_dir());
    existing
        .or_else(|| users.map(|users| users.home_dir().to_owned()))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_variable_replaces_both_folders_unless_it_is_empty() {
        let stick = Folders::choose(Some("/stick/guidepost".into())).unwrap();
        let expected = path::absolute("/stick/guidepost").unwrap();
        assert_eq!(stick, Folders::at(&expected));
        let here = Folders::choose(Some("guidepost".into())).unwrap();
        assert!(here.config.is_absolute() && here.data.is_absolute());
        assert_eq!(
            Folders::choose(Some(OsString::new())).ok(),
            Folders::choose(None).ok()
        );
    }
}
