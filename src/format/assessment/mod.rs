//! The assessment's file, `NAME.assessment.ron`: read and written.

mod draft;
mod file;
mod reading;
mod writing;

pub use self::draft::{read_draft, write_draft};
use self::file::AssessmentFile;
use super::document::{parse_document, write_document};
use super::faults::Faults;
use super::kind::text_of;
use super::{Diagnostic, FileKind};
use crate::domain::Assessment;

/// The newest format of the assessment's file that this program knows, and the one it writes.
pub const FORMAT: u32 = 1;

/// Reads an assessment's file; `name` is what the faults call it.
pub fn read_assessment(bytes: &[u8], name: &str) -> Result<Assessment, Vec<Diagnostic>> {
    let file: AssessmentFile = text_of(bytes, name, FileKind::Assessment)
        .and_then(|text| parse_document(name, text, FORMAT))
        .map_err(|fault| vec![fault])?;
    let mut faults = Faults::new(name);
    let assessment = reading::from_file(file, &mut faults);
    faults.finish(assessment)
}

/// Writes an assessment as its file.
pub fn write_assessment(assessment: &Assessment) -> Result<String, ron::Error> {
    write_document(&writing::to_file(assessment), 4)
}
