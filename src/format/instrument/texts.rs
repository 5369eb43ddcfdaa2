//! Finding the words for each element of the structure, and telling which are missing, doubled,
//! empty or nobody's.

use std::collections::BTreeSet;
use std::collections::btree_map::{BTreeMap, Entry};
use std::fmt::Display;

use super::faults::Faults;
use crate::domain::Message;

/// The words of one list of the text file, by key.
pub(super) struct Texts<'a, K, T> {
    /// What an entry belongs to, but for its id.
    element: Message,
    entries: BTreeMap<K, &'a T>,
    wanted: BTreeSet<K>,
}

impl<'a, K: Ord + Display + Clone, T> Texts<'a, K, T> {
    /// The entries of one list; where two have the same key, the first stays and a fault is noted.
    pub(super) fn new(
        element: Message,
        list: &'a [T],
        key: impl Fn(&T) -> K,
        faults: &mut Faults<'_>,
    ) -> Self {
        let mut entries = BTreeMap::new();
        for entry in list {
            let key = key(entry);
            match entries.entry(key) {
                Entry::Vacant(place) => {
                    place.insert(entry);
                }
                Entry::Occupied(place) => faults.in_text(
                    at(&element, place.key()),
                    Message::new("text-twice"),
                    Message::new("way-out-keep-one"),
                ),
            }
        }
        Self {
            element,
            entries,
            wanted: BTreeSet::new(),
        }
    }

    /// The element of this key, as a fault names it.
    pub(super) fn at(&self, key: &K) -> Message {
        at(&self.element, key)
    }

    /// The words for `key`; a fault is noted where there are none.
    pub(super) fn get(&mut self, key: &K, faults: &mut Faults<'_>) -> Option<&'a T> {
        let first_time = self.wanted.insert(key.clone());
        let found = self.entries.get(key).copied();
        if found.is_none() && first_time {
            faults.in_text(
                self.at(key),
                Message::new("text-missing-there"),
                Message::new("way-out-write-text"),
            );
        }
        found
    }

    /// Notes a fault for each entry that nothing in the structure asked for.
    pub(super) fn finish(self, faults: &mut Faults<'_>) {
        for key in self.entries.keys().filter(|key| !self.wanted.contains(key)) {
            faults.in_text(
                self.at(key),
                Message::new("text-of-nothing"),
                Message::new("way-out-correct-id"),
            );
        }
    }
}

fn at(element: &Message, key: &impl Display) -> Message {
    element.clone().text("id", key.to_string())
}
