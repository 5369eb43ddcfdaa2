//! What the window remembers of the file that came in.

use crate::report::Document;

#[derive(Debug, Default)]
pub struct ReceivedState {
    /// The number of the file that all this belongs to.
    pub number: u64,
    /// The code that somebody wrote, to be compared.
    pub code: String,
    /// What it says, worked out once.
    pub document: Option<Document>,
}

impl ReceivedState {
    /// Begins anew where another file is shown than before.
    pub fn belong_to(&mut self, number: u64) {
        if self.number != number {
            *self = Self {
                number,
                ..Self::default()
            };
        }
    }
}
