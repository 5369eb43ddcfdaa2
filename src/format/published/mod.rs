//! Reads `guidelines/round-2007.ron`: what a report prints of the replies to an earlier
//! questionnaire.
//!
//! The file is checked in two steps. [`read_published_round`] sees to it that the file is whole in
//! itself: codes, tokens, references between its entries. [`check_published_round`] compares it
//! with an instrument: whether its questions are asked there, at these levels, with these options.

mod against;
mod check;
mod file;
mod read;

use self::file::RoundFile;
use self::read::Reader;
use super::Diagnostic;
use super::document::parse_document;
use crate::domain::{PublishedRound, States};

pub use self::against::check_published_round;

/// The file, as faults name it.
const FILE: &str = "guidelines/round-2007.ron";

/// The newest format that this program reads.
const FORMAT: u32 = 1;

/// Reads a published round, and reports everything that is wrong with the file at once.
pub fn read_published_round(
    text: &str,
    states: &States,
) -> Result<PublishedRound, Vec<Diagnostic>> {
    let file: RoundFile = parse_document(FILE, text, FORMAT).map_err(|fault| vec![fault])?;
    // Without every entry, the references between them would be reported as faults too.
    let round = Reader::new(FILE).read(&file)?;
    let faults = check::faults_of(FILE, &round, states);
    if faults.is_empty() {
        Ok(round)
    } else {
        Err(faults)
    }
}
