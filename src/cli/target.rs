//! The assessment that a command is about: opened, changed under lock, and saved.

use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow};

use super::args::Author;
use crate::app::file::{self, Loaded};
use crate::domain::{Assessment, Change, Edit, Instrument, Stamp};
use crate::format;
use crate::store::{self, Lock};

/// The instrument that Guidepost asks.
pub fn instrument() -> Result<Instrument> {
    format::built_in_instrument().map_err(all)
}

/// All faults as one error, a line each.
#[expect(
    clippy::needless_pass_by_value,
    reason = "it is what a failed reading is mapped with"
)]
pub fn all<T: ToString>(faults: Vec<T>) -> anyhow::Error {
    let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
    anyhow!(lines.join("\n"))
}

/// An assessment opened to be changed; locked until it is dropped.
pub struct Target {
    /// The instrument that it answers.
    pub instrument: Instrument,
    /// What it says, with the changes so far.
    pub assessment: Assessment,
    path: PathBuf,
    fingerprint: store::Fingerprint,
    stamp: Stamp,
    _lock: Lock,
}

impl Target {
    /// Opens an assessment; what is changed bears the author's name, or else the focal point's.
    pub fn open(path: &Path, author: Author) -> Result<Self> {
        let instrument = instrument()?;
        let lock = Lock::acquire(path, author.by.as_deref().unwrap_or_default())?;
        let Loaded {
            assessment,
            fingerprint,
        } = file::load(path, &instrument)?;
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
            instrument,
            assessment,
            path: path.to_owned(),
            fingerprint,
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

    /// Saves all changes, or none.
    pub fn save(self) -> Result<()> {
        let bytes = file::encode(&self.assessment, &self.path)?;
        store::save_over(&self.path, &bytes, Some(&self.fingerprint))?;
        Ok(())
    }
}
