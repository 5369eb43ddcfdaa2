//! Finding the words for each element of the structure, and telling which are missing, doubled,
//! empty or nobody's.

use std::collections::BTreeSet;
use std::collections::btree_map::{BTreeMap, Entry};
use std::fmt::Display;

use super::faults::Faults;

/// The words of one list of the text file, by key.
pub(super) struct Texts<'a, K, T> {
    /// What an entry belongs to, as a fault names it: `question`.
    what: String,
    entries: BTreeMap<K, &'a T>,
    wanted: BTreeSet<K>,
}

impl<'a, K: Ord + Display + Clone, T> Texts<'a, K, T> {
    /// The entries of one list; where two have the same key, the first stays and a fault is noted.
    pub(super) fn new(
        what: impl Into<String>,
        list: &'a [T],
        key: impl Fn(&T) -> K,
        faults: &mut Faults<'_>,
    ) -> Self {
        let what = what.into();
        let mut entries = BTreeMap::new();
        for entry in list {
            let key = key(entry);
            match entries.entry(key) {
                Entry::Vacant(place) => {
                    place.insert(entry);
                }
                Entry::Occupied(place) => faults.in_text(
                    format!("{what} {}", place.key()),
                    "has its text more than once",
                    "Keep one of them.",
                ),
            }
        }
        Self {
            what,
            entries,
            wanted: BTreeSet::new(),
        }
    }

    /// The words for `key`; a fault is noted where there are none.
    pub(super) fn get(&mut self, key: &K, faults: &mut Faults<'_>) -> Option<&'a T> {
        let first_time = self.wanted.insert(key.clone());
        let found = self.entries.get(key).copied();
        if found.is_none() && first_time {
            faults.in_text(
                format!("{} {key}", self.what),
                "has no text",
                "Write one, or take the element out of the structure.",
            );
        }
        found
    }

    /// Notes a fault for each entry that nothing in the structure asked for.
    pub(super) fn finish(self, faults: &mut Faults<'_>) {
        for key in self.entries.keys().filter(|key| !self.wanted.contains(key)) {
            faults.in_text(
                format!("{} {key}", self.what),
                "has a text, but does not exist in the structure",
                "Correct the id, or take the text out.",
            );
        }
    }
}
