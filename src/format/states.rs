//! Reads `guidelines/states.ron`: the Member States of the United Nations.

use serde::Deserialize;

use super::Diagnostic;
use super::document::parse_document;
use super::faults::Faults;
use crate::domain::{Message, RegionalGroup, Renaming, State, StateCode, States};

/// The file, as faults name it.
const FILE: &str = "guidelines/states.ron";

/// The newest format that this program reads.
const FORMAT: u32 = 1;

#[derive(Deserialize)]
#[serde(rename = "States", deny_unknown_fields)]
struct StatesFile {
    #[serde(rename = "format")]
    _format: u32,
    states: Vec<StateEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StateEntry {
    id: String,
    m49: String,
    group: String,
    name: String,
    #[serde(default)]
    former_names: Vec<String>,
    #[serde(default)]
    renamed: Vec<RenamingEntry>,
    #[serde(default)]
    member_since: Option<i16>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RenamingEntry {
    year: i16,
    from: String,
}

/// Reads the Member States. The file is compiled in, so a test sees to it that they fit together.
pub fn read_states(text: &str) -> Result<States, Vec<Diagnostic>> {
    let file: StatesFile = parse_document(FILE, text, FORMAT).map_err(|fault| vec![fault])?;
    let mut faults = Faults::new(FILE);
    let states = file
        .states
        .into_iter()
        .filter_map(|entry| entry.read(&mut faults))
        .collect();
    faults.finish(Some(states))
}

impl StateEntry {
    fn read(self, faults: &mut Faults<'_>) -> Option<State> {
        let element = Message::new("at-state").text("id", &self.id);
        let code = faults.take(&element, StateCode::parse(&self.id));
        let group = faults.take(&element, RegionalGroup::parse(&self.group));
        Some(State {
            code: code?,
            m49: self.m49,
            group: group?,
            name: self.name,
            former_names: self.former_names,
            renamed: self
                .renamed
                .into_iter()
                .map(|RenamingEntry { year, from }| Renaming { year, from })
                .collect(),
            member_since: self.member_since,
        })
    }
}
