//! Opening and making assessment files, for the window and the command line alike.

use std::ffi::OsStr;
use std::fmt;
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use super::delivery::LETTER_ENDING;
use super::round::ROUND_ENDING;
use super::submit::{PACKAGE_ENDING, SUBMISSION_ENDING};
use crate::domain::{Assessment, Explain, Instrument, InstrumentReference, Message, StateCode};
use crate::format::{self, Diagnostic};
use crate::store::{self, Fingerprint, Lock, StoreError};

/// The end of the name of an assessment's file.
pub const ASSESSMENT_ENDING: &str = ".assessment.ron";

/// The end of the name of a file with tables.
pub const TABLE_ENDING: &str = ".csv";

/// The ends of the names that are suggested for new files.
const ENDINGS: [&str; 9] = [
    ASSESSMENT_ENDING,
    SUBMISSION_ENDING,
    PACKAGE_ENDING,
    LETTER_ENDING,
    ROUND_ENDING,
    TABLE_ENDING,
    ".docx",
    ".xlsx",
    ".pdf",
];

/// An assessment as it was read.
#[derive(Debug)]
pub struct Loaded {
    /// What it says.
    pub assessment: Assessment,
    /// What the file held, so that a change by another program is seen before it is written.
    pub fingerprint: Fingerprint,
}

/// Why a file could not be opened; it is as it was.
#[derive(Debug)]
pub enum OpenError {
    /// The disk did not give it.
    Store(StoreError),
    /// It says something that cannot be; all faults, at least one.
    Content(Vec<Diagnostic>),
    /// It answers other questions than those that are asked.
    OtherInstrument {
        file: String,
        answered: String,
        asked: String,
    },
}

impl OpenError {
    /// All faults, one sentence each.
    pub fn sentences(&self) -> Vec<Message> {
        match self {
            Self::Store(fault) => vec![fault.message()],
            Self::Content(faults) => faults.iter().map(Explain::message).collect(),
            Self::OtherInstrument {
                file,
                answered,
                asked,
            } => vec![
                Message::new("open-other-instrument")
                    .text("file", file)
                    .text("answered", answered)
                    .text("asked", asked),
            ],
        }
    }
}

impl From<StoreError> for OpenError {
    fn from(fault: StoreError) -> Self {
        Self::Store(fault)
    }
}

/// Reads an assessment that answers this instrument.
pub fn load(path: &Path, instrument: &Instrument) -> Result<Loaded, OpenError> {
    let bytes = store::read(path)?;
    let name = path.display().to_string();
    let assessment = decode(&bytes, &name, instrument)?;
    Ok(Loaded {
        assessment,
        fingerprint: Fingerprint::of(&bytes, None),
    })
}

/// Reads the bytes of an assessment that answers this instrument.
pub fn decode(bytes: &[u8], name: &str, instrument: &Instrument) -> Result<Assessment, OpenError> {
    let assessment = format::read_assessment(bytes, name).map_err(OpenError::Content)?;
    check_instrument(&assessment.instrument, name, instrument)?;
    Ok(assessment)
}

pub fn check_instrument(
    answered: &InstrumentReference,
    name: &str,
    instrument: &Instrument,
) -> Result<(), OpenError> {
    let id = &instrument.parts().id;
    if answered.id == *id {
        return Ok(());
    }
    Err(OpenError::OtherInstrument {
        file: name.to_owned(),
        answered: answered.id.to_string(),
        asked: id.to_string(),
    })
}

/// The bytes of an assessment's file.
pub fn encode(assessment: &Assessment, path: &Path) -> Result<Vec<u8>, StoreError> {
    bytes_of(format::write_assessment(assessment), path)
}

/// The bytes of a document for the file at `path`, unless they could not be opened again there.
pub(super) fn bytes_of(
    text: Result<String, impl fmt::Display>,
    path: &Path,
) -> Result<Vec<u8>, StoreError> {
    let text = text.map_err(|fault| StoreError::NotEncoded {
        reason: Message::verbatim(&fault),
        path: path.to_owned(),
    })?;
    store::check_length(text.len(), path)?;
    Ok(text.into_bytes())
}

/// What becomes of a file that stands already where another is to be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Existing {
    /// It stays, and nothing is written.
    Stays,
    /// Somebody has said that it may go; not while somebody has it open.
    MayGo,
}

/// Writes a file whole or not at all, and reads it back.
pub fn write(path: &Path, bytes: &[u8], existing: Existing) -> Result<(), StoreError> {
    match existing {
        Existing::Stays => store::write_new(path, bytes)?,
        Existing::MayGo => {
            let _lock = Lock::acquire(path, "")?;
            store::write_whole(path, bytes)?
        }
    };
    Ok(())
}

/// The path with the ending of an assessment's file, which is added where it is missing.
pub fn with_ending(path: &Path) -> PathBuf {
    with(path, ASSESSMENT_ENDING)
}

/// The path with an ending such as `.package.zip`, unless it ends as such files do (`.zip`).
pub fn with(path: &Path, ending: &str) -> PathBuf {
    let name = path.file_name().and_then(OsStr::to_str).unwrap_or_default();
    let last = ending.rsplit('.').next().unwrap_or_default();
    let has_ending = path
        .extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case(last));
    if name.is_empty() || has_ending {
        return path.to_owned();
    }
    path.with_file_name(format!("{name}{ending}"))
}

/// Where a file goes for which a path was chosen. Who chose it was asked about a file that stands
/// there; not about one that stands where the ending leads that is added.
pub fn chosen(path: &Path, ending: &str) -> (PathBuf, Existing) {
    let whole = with(path, ending);
    let existing = if whole == path {
        Existing::MayGo
    } else {
        Existing::Stays
    };
    (whole, existing)
}

/// Whether something stands at the path. Asks the disk: not for every frame.
pub fn is_there(path: &Path) -> bool {
    store::is_there(path)
}

/// The name, or, where a file of that name stands in the folder already, the next one that is free:
/// `KEN-2026-2.assessment.ron`. Asks the disk: not for every frame.
pub fn free_name(folder: &Path, name: String) -> String {
    let ending = ENDINGS.into_iter().find(|ending| name.ends_with(ending));
    let ending = ending.unwrap_or_default();
    let stem = name.strip_suffix(ending).unwrap_or(&name);
    let numbered = (2..=99).map(|number| format!("{stem}-{number}{ending}"));
    let mut names = std::iter::once(name.clone()).chain(numbered);
    let free = names.find(|name| !is_there(&folder.join(name)));
    free.unwrap_or(name)
}

/// The name of a new assessment: `KEN-2026.assessment.ron`.
pub fn suggested_name(state: StateCode, today: Date) -> String {
    format!("{state}-{}{ASSESSMENT_ENDING}", today.year())
}

/// The name of a State's sample: `sample-CAN.assessment.ron`.
pub fn suggested_sample_name(state: StateCode) -> String {
    format!("sample-{state}{ASSESSMENT_ENDING}")
}

/// The name of the assessment that follows the one in this file: `KEN-2026.assessment.ron` after
/// `KEN-2021.assessment.ron`.
pub fn suggested_next_name(last: &Path, today: Date) -> String {
    let name = last.file_name().and_then(OsStr::to_str).unwrap_or_default();
    let begin = name.split('-').next().unwrap_or_default();
    match StateCode::parse(begin) {
        Ok(state) => suggested_name(state, today),
        Err(_) => suggested_copy_name(last),
    }
}

/// The name of a copy: `KEN-2026-copy.assessment.ron`.
pub fn suggested_copy_name(path: &Path) -> String {
    let name = path.file_name().and_then(OsStr::to_str).unwrap_or_default();
    let stem = name
        .strip_suffix(ASSESSMENT_ENDING)
        .or_else(|| name.strip_suffix(".ron"));
    format!("{}-copy{ASSESSMENT_ENDING}", stem.unwrap_or(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_was_asked_about_a_file_where_an_added_ending_leads() {
        let check = |typed: &str, ending: &str, whole: &str, existing: Existing| {
            let found = chosen(Path::new(typed), ending);
            assert_eq!(found, (PathBuf::from(whole), existing), "{typed}");
        };
        let asked = Existing::MayGo;
        check(
            "CAN.submission.ron",
            SUBMISSION_ENDING,
            "CAN.submission.ron",
            asked,
        );
        check("CAN.ron", SUBMISSION_ENDING, "CAN.ron", asked);
        check("CAN.ZIP", PACKAGE_ENDING, "CAN.ZIP", asked);
        check("CAN", PACKAGE_ENDING, "CAN.package.zip", Existing::Stays);
        check("CAN.ron", LETTER_ENDING, "CAN.ron.txt", Existing::Stays);
    }

    #[test]
    fn a_name_that_is_taken_gets_a_number_before_its_ending() {
        let folder = tempfile::tempdir().unwrap();
        for ending in ENDINGS {
            let name = format!("CAN{ending}");
            store::write_new(&folder.path().join(&name), b"").unwrap();
            assert_eq!(free_name(folder.path(), name), format!("CAN-2{ending}"));
        }
    }
}
