//! How window and report speak of the replies to one call.

use super::{Value, Words};
use crate::analysis::{Caution, StateSet};

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
    pub fn replies(&self, count: usize, of: usize) -> Who {
        match count {
            0 => self.who("none", 0, of),
            _ if count == of => self.who("all", count, of),
            _ => self.who("exact", count, of),
        }
    }

    /// The same where others are silent, so that there may be more: "at least 12 of the 42 replies".
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

    /// How many of so many replies mark a need in the sheet of assistance, and how many an offer.
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
        capitalised(&self.say_with("replies-in-sheet", &values))
    }

    /// How far the replies carry.
    pub fn caution(&self, caution: &Caution) -> String {
        match caution {
            Caution::FewReplied { replied, invited } => {
                let [replied, invited] = [*replied, *invited];
                let values = [("replied", replied.into()), ("invited", invited.into())];
                self.say_with("caution-few-replied", &values)
            }
            Caution::FewOfGroup(groups) => {
                let count = groups.len();
                let groups: Vec<String> = groups.iter().map(|group| self.group(*group)).collect();
                let groups: Vec<&str> = groups.iter().map(String::as_str).collect();
                let groups = self.and(&groups);
                let values = [("count", count.into()), ("groups", groups.into())];
                self.say_with("caution-few-of-group", &values)
            }
        }
    }

    /// Names as a sentence has them: A, B and C.
    pub fn and(&self, names: &[&str]) -> String {
        match names {
            [] => String::new(),
            [one] => (*one).to_owned(),
            [others @ .., last] => {
                let others = others.join(", ");
                let values = [("others", others.into()), ("last", (*last).into())];
                self.say_with("names-and-last", &values)
            }
        }
    }
}

/// The text with a capital where it begins.
pub fn capitalised(text: &str) -> String {
    let mut signs = text.chars();
    match signs.next() {
        Some(first) => first.to_uppercase().chain(signs).collect(),
        None => String::new(),
    }
}
