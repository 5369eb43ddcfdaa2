//! The Member States of the United Nations, as a table that is read from data.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::{StateCode, UnknownToken, folded, standing::tokens};

tokens!(
    /// A regional group of the United Nations; for convenience, and for filters only.
    RegionalGroup, "group", {
        /// African States.
        Africa = "AFR",
        /// Asia-Pacific States.
        AsiaPacific = "APG",
        /// Eastern European States.
        EasternEurope = "EEG",
        /// Latin American and Caribbean States.
        LatinAmericaCaribbean = "GRULAC",
        /// Western European and other States.
        WesternEurope = "WEOG",
    }
);

/// A Member State.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    /// Its alpha-3 code.
    pub code: StateCode,
    /// Its M49 code, three digits as text: `012`.
    pub m49: String,
    pub group: RegionalGroup,
    /// Its name today.
    pub name: String,
    /// Names that it had before, or that documents use for it.
    pub former_names: Vec<String>,
    /// The names that it gave up since the round of 2006, oldest first.
    pub renamed: Vec<Renaming>,
    /// The year in which it became a member, where that is after the round of 2006.
    pub member_since: Option<i16>,
}

/// A name that a State gave up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Renaming {
    /// The year from which it bears the next one.
    pub year: i16,
    /// The name that it bore until then.
    pub from: String,
}

/// The Member States, by code.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct States(BTreeMap<StateCode, State>);

impl States {
    /// The State of this code, if it is a member.
    pub fn get(&self, code: StateCode) -> Option<&State> {
        self.0.get(&code)
    }

    /// All Member States, by code.
    pub fn iter(&self) -> impl Iterator<Item = &State> {
        self.0.values()
    }

    /// The Member States of a regional group.
    pub fn of_group(&self, group: RegionalGroup) -> BTreeSet<StateCode> {
        let states = self.iter().filter(|state| state.group == group);
        states.map(|state| state.code).collect()
    }

    /// By what a State comes in its place among others.
    pub fn sort_key(&self, code: StateCode) -> String {
        folded(&self.name(code))
    }

    /// The State's name today, or its code where it is no member.
    pub fn name(&self, code: StateCode) -> String {
        self.get(code)
            .map_or_else(|| code.to_string(), |state| state.name.clone())
    }

    /// The name that the State bore in a year: a document of that time has it.
    pub fn name_in(&self, code: StateCode, year: i16) -> String {
        let state = self.get(code);
        let renamed = state.into_iter().flat_map(|state| &state.renamed);
        let borne = renamed.into_iter().find(|renaming| year < renaming.year);
        borne.map_or_else(|| self.name(code), |renaming| renaming.from.clone())
    }
}

impl FromIterator<State> for States {
    fn from_iter<T: IntoIterator<Item = State>>(states: T) -> Self {
        Self(
            states
                .into_iter()
                .map(|state| (state.code, state))
                .collect(),
        )
    }
}
