//! Bytes to domain, and domain to bytes: the files that Guidepost reads and writes, each with types
//! of its own, apart from the domain's, so that a file of today still opens in twenty years.
//!
//! Nothing here touches a disk: texts come in, texts go out. Whatever is wrong with a file is told
//! as [`Diagnostic`]s, each with its place and, where there is one, a hint.

mod alteration;
mod assessment;
mod builtin;
mod diagnostic;
mod document;
mod faults;
mod field_name;
mod hex;
mod instrument;
mod kind;
mod outline;
mod package;
mod published;
mod record;
mod round;
mod states;
mod submission;
mod syntax;

pub use alteration::{Alteration, Restored, restore, without_mark};
pub use assessment::{FORMAT, read_assessment, read_draft, write_assessment, write_draft};
pub use builtin::{built_in_instrument, built_in_outline, built_in_round, built_in_states};
pub use diagnostic::{Diagnostic, Place};
pub use document::{has_comment, is_newer_document};
pub use field_name::{field_name, target_name};
pub use hex::hex;
pub use instrument::{InstrumentFiles, read_instrument, read_instrument_files};
pub use kind::{BEGINNING, FileKind, LARGEST_FILE};
pub use outline::read_outline;
pub use package::{
    Contained, FileFault, LARGEST_PACKAGE, Package, PackageFault, PackageFile, PackageFileKind,
    RefusedPackage, contained_in, read_package, write_package,
};
pub use published::read_published_round;
pub use round::{ROUND_FORMAT, read_round, write_round};
pub use states::read_states;
pub use submission::{
    OpenedSubmission, ReplyFault, SUBMISSION_FORMAT, Seal, SealFault, SealedSubmission,
    code_digits, open_submission, read_submission, write_submission,
};
