//! What is compiled into the program: the files below `guidelines/`.

use crate::domain::{Instrument, Outline, PublishedRound, States};

use super::{
    Diagnostic, InstrumentFiles, read_instrument_files, read_outline, read_published_round,
    read_states,
};

/// The instrument on resolution 2002/13, in English. A test proves that it can be read.
pub fn built_in_instrument() -> Result<Instrument, Vec<Diagnostic>> {
    read_instrument_files(&InstrumentFiles {
        structure_name: "guidelines/un-2002-13/instrument.ron",
        structure: include_str!("../../guidelines/un-2002-13/instrument.ron"),
        text_name: "guidelines/un-2002-13/text.en.ron",
        text: include_str!("../../guidelines/un-2002-13/text.en.ron"),
    })
}

/// The outline of a round's report on that instrument, in English. Tests prove that it can be
/// read, and that it fits the instrument.
pub fn built_in_outline() -> Result<Outline, Vec<Diagnostic>> {
    let text = include_str!("../../guidelines/un-2002-13/report.en.ron");
    read_outline("guidelines/un-2002-13/report.en.ron", text)
}

/// The Member States of the United Nations. A test proves that they can be read.
pub fn built_in_states() -> Result<States, Vec<Diagnostic>> {
    read_states(include_str!("../../guidelines/states.ron"))
}

/// What the 2007 report prints of the 42 replies. A test proves that it can be read, and that it
/// fits the instrument.
pub fn built_in_round() -> Result<PublishedRound, Vec<Diagnostic>> {
    let text = include_str!("../../guidelines/round-2007.ron");
    read_published_round("guidelines/round-2007.ron", text).map_err(|fault| vec![fault])
}
