//! The assessment's file, `NAME.assessment.ron`: read, upgraded step by step, and written.

mod field_name;
mod file;
mod reading;
mod writing;

pub(super) use field_name::{ALL_AREAS, parse_field, parse_target};
pub use field_name::{field_name, target_name};

use self::file::AssessmentFile;
use super::document::{options, parse_document};
use super::faults::Faults;
use super::kind::text_of;
use super::{Diagnostic, DocumentKind};
use crate::domain::Assessment;

/// The newest format of the assessment's file that this program knows, and the one it writes.
pub const FORMAT: u32 = 1;

/// What the program writes of itself into its files.
pub(super) const PROGRAM: &str = concat!("guidepost ", env!("CARGO_PKG_VERSION"));

/// Reads an assessment's file; `name` is what the faults call it.
pub fn read_assessment(bytes: &[u8], name: &str) -> Result<Assessment, Vec<Diagnostic>> {
    let file: AssessmentFile = text_of(bytes, name, DocumentKind::Assessment)
        .and_then(|text| parse_document(name, text, FORMAT))
        .map_err(|fault| vec![fault])?;
    let mut faults = Faults::new(name);
    let assessment = reading::from_file(file, &mut faults);
    faults.finish(assessment)
}

/// Writes an assessment as its file.
pub fn write_assessment(assessment: &Assessment) -> Result<String, ron::Error> {
    let layout = ron::ser::PrettyConfig::new()
        .struct_names(true)
        .depth_limit(4)
        .indentor("  ")
        .new_line("\n");
    let mut text = options().to_string_pretty(&writing::to_file(assessment), layout)?;
    text.push('\n');
    Ok(text)
}
