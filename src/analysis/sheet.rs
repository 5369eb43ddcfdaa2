//! The States that say something in the sheet of assistance, whatever the area.

use super::{RoundTally, StateSet};

impl RoundTally {
    /// The States with a need, in whole or in part, in at least one area; and those with an offer.
    /// What they state apart from the sheet is not in it.
    #[must_use]
    pub fn in_sheet(&self) -> [StateSet; 2] {
        let mut sets = [StateSet::new(), StateSet::new()];
        let [need, offer] = &mut sets;
        for area in &self.assistance {
            need.extend(area.need.iter().chain(&area.need_in_part));
            offer.extend(area.offer.iter().chain(&area.offer_in_part));
        }
        sets
    }
}
