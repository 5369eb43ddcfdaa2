//! What the program is built with: the questions, the Member States, the round of 2007.

use std::sync::Arc;

use crate::domain::{Instrument, PublishedRound, States};
use crate::format::{self, Diagnostic};

/// What the program is built with.
#[derive(Debug)]
pub struct Library {
    /// The questions.
    pub instrument: Arc<Instrument>,
    /// The Member States.
    pub states: Arc<States>,
    /// What the 2007 report says of 42 replies.
    pub round: PublishedRound,
}

impl Library {
    /// Reads what is compiled in.
    pub fn built_in() -> Result<Self, Vec<Diagnostic>> {
        let states = format::built_in_states()?;
        Ok(Self {
            instrument: Arc::new(format::built_in_instrument()?),
            round: format::built_in_round(&states)?,
            states: Arc::new(states),
        })
    }
}
