//! Bytes to domain and back: the versioned files of Guidepost, and the data that it is built with.
//!
//! File types are not domain types: a file must open in twenty years, whatever the domain has
//! become by then. Nothing here opens a file; bytes come in and go out.

mod assessment;
mod diagnostic;
mod document;
mod faults;

pub use assessment::{FORMAT, field_name, read_assessment, target_name, write_assessment};
pub use diagnostic::{Diagnostic, Place};
pub use document::{DocumentKind, LARGEST_FILE};

use document::{options, probe};
