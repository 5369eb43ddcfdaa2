//! How window and report speak of the replies to one call.

use super::{Value, Words};
use crate::analysis::StateSet;

/// Some replies of all, as the subject of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Who {
    /// Its words, without a capital: "at least 12 of the 42 replies".
    pub words: String,
    /// Its number in grammar: 1 where its verb is that of one.
    pub number: usize,
}

impl Words {
    /// So many of so many replies: "none of the 42 replies".
    #[must_use]
    pub fn replies(&self, count: usize, of: usize) -> Who {
        match count {
            0 => self.who("none", 0, of),
            _ if count == of => self.who("all", count, of),
            _ => self.who("exact", count, of),
        }
    }

    /// The same where others are silent, so that there may be more: "at least 12 of the 42 replies".
    #[must_use]
    pub fn replies_at_least(&self, count: usize, of: usize) -> Who {
        if (1..of).contains(&count) {
            self.who("least", count, of)
        } else {
            self.replies(count, of)
        }
    }

    fn who(&self, share: &str, count: usize, of: usize) -> Who {
        let values = [
            ("share", Value::from(share)),
            ("count", count.into()),
            ("replies", of.into()),
        ];
        Who {
            words: self.say_with("replies-who", &values),
            number: count.max(1),
        }
    }

    /// How many of so many replies mark a need in the sheet of assistance, and how many an offer; a
    /// sentence without its capital.
    #[must_use]
    pub fn in_sheet(&self, [need, offer]: &[StateSet; 2], of: usize) -> String {
        let share = if need.is_empty() { "none" } else { "some" };
        let [need, offer] = [need, offer].map(|states| self.replies(states.len(), of));
        let values = [
            ("share", Value::from(share)),
            ("need", need.words.into()),
            ("needs", need.number.into()),
            ("offer", offer.words.into()),
            ("offers", offer.number.into()),
        ];
        self.say_with("replies-in-sheet", &values)
    }
}
