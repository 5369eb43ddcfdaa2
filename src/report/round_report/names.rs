//! The names of States as a document of the time has them, and their order.

use std::collections::BTreeMap;

use crate::domain::{StateCode, States, folded};

pub(super) struct Names(BTreeMap<StateCode, Name>);

struct Name {
    text: String,
    place: usize,
}

impl Names {
    /// The names that States bore in a year.
    pub fn in_year(states: &States, year: i16) -> Self {
        let codes = states.iter().map(|state| state.code);
        let mut names: Vec<_> = codes
            .map(|code| (code, states.name_in(code, year)))
            .collect();
        names.sort_by_cached_key(|(_, name)| folded(name));
        let names = names.into_iter().enumerate();
        Self(
            names
                .map(|(place, (code, text))| (code, Name { text, place }))
                .collect(),
        )
    }

    /// The State's name; of what is no State, its code.
    pub fn name(&self, code: StateCode) -> String {
        let name = self.0.get(&code);
        name.map_or_else(|| code.to_string(), |name| name.text.clone())
    }

    /// The State's place among all in the order of their names.
    pub fn place(&self, code: StateCode) -> usize {
        self.0.get(&code).map_or(usize::MAX, |name| name.place)
    }

    /// The names of these States, in alphabetical order.
    pub fn sorted<'s>(&self, codes: impl IntoIterator<Item = &'s StateCode>) -> Vec<&str> {
        let names = codes.into_iter().filter_map(|code| self.0.get(code));
        let mut names: Vec<&Name> = names.collect();
        names.sort_by_key(|name| name.place);
        names.into_iter().map(|name| name.text.as_str()).collect()
    }
}
