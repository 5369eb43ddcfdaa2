//! What the program is built with: the questions, the Member States, the round of 2007.

use std::sync::Arc;

use crate::domain::{Instrument, Outline, PublishedRound, States};
use crate::format::{self, Diagnostic};

/// What the program is built with.
#[derive(Debug, Clone)]
pub struct Library {
    /// The questions.
    pub instrument: Arc<Instrument>,
    /// The outline of a report on the replies of a round.
    pub outline: Arc<Outline>,
    /// The Member States.
    pub states: Arc<States>,
    /// What the 2007 report says of 42 replies.
    pub round: Arc<PublishedRound>,
}

impl Library {
    /// Reads what is compiled in.
    pub fn built_in() -> Result<Self, Vec<Diagnostic>> {
        let states = format::built_in_states()?;
        let instrument = format::built_in_instrument()?;
        Ok(Self {
            outline: Arc::new(format::built_in_outline()?),
            instrument: Arc::new(instrument),
            round: Arc::new(format::built_in_round()?),
            states: Arc::new(states),
        })
    }
}
