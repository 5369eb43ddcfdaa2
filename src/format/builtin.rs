//! What is compiled into the program: the files below `guidelines/`.

use crate::domain::Instrument;

use super::{Diagnostic, InstrumentFiles, read_instrument_files};

/// The instrument on resolution 2002/13, in English. A test proves that it can be read.
pub fn built_in_instrument() -> Result<Instrument, Vec<Diagnostic>> {
    read_instrument_files(&InstrumentFiles {
        structure_name: "guidelines/un-2002-13/instrument.ron",
        structure: include_str!("../../guidelines/un-2002-13/instrument.ron"),
        text_name: "guidelines/un-2002-13/text.en.ron",
        text: include_str!("../../guidelines/un-2002-13/text.en.ron"),
    })
}
