//! The assessment that a command is about: opened, changed under lock, and saved.

use std::path::{Path, PathBuf};

use super::args::Author;
use super::{Output, Result};
use crate::app::file;
use crate::app::work::Document as _;
use crate::domain::{Assessment, Change, Edit, Instrument, Message, Stamp};
use crate::format;
use crate::store::{self, Backup, Fingerprint, Folders, Lock, StoreError};

/// The instrument that Guidepost asks.
pub fn instrument() -> Result<Instrument> {
    Ok(format::built_in_instrument()?)
}

/// An assessment opened to be changed; locked until it is dropped.
pub struct Target {
    /// The instrument that it answers.
    pub instrument: Instrument,
    /// What it says, with the changes so far.
    pub assessment: Assessment,
    path: PathBuf,
    /// What the file held.
    found: Vec<u8>,
    /// Whether a person wrote comments into it, which saving does not keep.
    has_comment: bool,
    stamp: Stamp,
    _lock: Lock,
}

impl Target {
    /// Opens an assessment; what is changed bears the author's name, or else the focal point's.
    pub fn open(path: &Path, author: Author) -> Result<Self> {
        let instrument = instrument()?;
        let lock = Lock::acquire(path, author.by.as_deref().unwrap_or_default())?;
        let found = store::read(path)?;
        let assessment = file::decode(&found, &path.display().to_string(), &instrument)?;
        let profile = &assessment.profile;
        let stamp = Stamp {
            who: author
                .by
                .unwrap_or_else(|| profile.focal_point.name.clone()),
            body: author
                .by_body
                .unwrap_or_else(|| profile.institution.clone()),
            when: store::now_in_seconds(),
        };
        Ok(Self {
            has_comment: format::has_comment(&String::from_utf8_lossy(&found)),
            instrument,
            assessment,
            path: path.to_owned(),
            found,
            stamp,
            _lock: lock,
        })
    }

    pub fn make(&mut self, change: Change) -> Result<()> {
        let edit = Edit {
            stamp: self.stamp.clone(),
            change,
        };
        self.assessment.apply(&self.instrument, edit)?;
        Ok(())
    }

    /// Saves all changes, or none; first what the file held is kept as a dated copy.
    pub fn save(self, folders: Option<&Folders>, out: &mut Output<'_>) -> Result<()> {
        let bytes = file::encode(&self.assessment, &self.path)?;
        match self.keep_found(folders) {
            Ok(copy) if self.has_comment => {
                out.say(&Message::new("cli-comments-not-kept").path("path", &copy.path));
            }
            Ok(_) => {}
            Err(fault) => out.say(&Message::new("cli-no-backup").explained("reason", &fault)),
        }
        let known = Fingerprint::of(&self.found, None);
        store::save_over(&self.path, &bytes, Some(&known))?;
        Ok(())
    }

    /// Where one change comes soon after the other, one copy serves them all.
    fn keep_found(&self, folders: Option<&Folders>) -> Result<Backup, StoreError> {
        let folders = folders.ok_or(StoreError::NoHome)?;
        let backups = self.assessment.backups(folders, Some(&self.path));
        let now = store::now();
        let recent = backups
            .newest()?
            .filter(|newest| !self.has_comment && newest.is_recent(now));
        match recent {
            Some(recent) => Ok(recent),
            None => backups.keep(&self.found, now, &store::time_zone()),
        }
    }
}
