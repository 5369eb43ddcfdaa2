//! Reads `guidelines/states.ron`: the Member States of the United Nations.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::Diagnostic;
use super::document::parse_document;
use super::faults::Faults;
use crate::domain::{RegionalGroup, Renaming, State, StateCode, States};

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

/// Reads the Member States, and reports everything that is wrong with the file at once.
pub fn read_states(text: &str) -> Result<States, Vec<Diagnostic>> {
    let file: StatesFile = parse_document(FILE, text, FORMAT).map_err(|fault| vec![fault])?;
    let mut faults = Faults::new(FILE);
    report_shared_words(&file.states, &mut faults);
    let states = file
        .states
        .into_iter()
        .filter_map(|entry| entry.read(&mut faults))
        .collect();
    faults.finish(Some(states))
}

impl StateEntry {
    /// The entry, by its id, as faults name it.
    fn element(&self) -> String {
        format!("State {}", self.id)
    }

    fn read(self, faults: &mut Faults<'_>) -> Option<State> {
        let element = self.element();
        if self.m49.len() != 3 || !self.m49.bytes().all(|byte| byte.is_ascii_digit()) {
            faults.add(
                &element,
                format!("M49 code {:?} is not three digits", self.m49),
            );
        }
        for name in std::iter::once(&self.name).chain(&self.former_names) {
            if name.is_empty() || name.trim() != name {
                faults.add(
                    &element,
                    format!("name {name:?} is empty, or begins or ends blank"),
                );
            }
        }
        for renaming in &self.renamed {
            if !self.former_names.contains(&renaming.from) {
                let fault = format!(
                    "it bore the name {:?}, which is no former name",
                    renaming.from
                );
                faults.add(&element, fault);
            }
        }
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

/// Reports every code and name that stands for two States: neither could then be looked up.
fn report_shared_words(entries: &[StateEntry], faults: &mut Faults<'_>) {
    let mut owners: BTreeMap<String, &StateEntry> = BTreeMap::new();
    for entry in entries {
        let names = std::iter::once(&entry.name).chain(&entry.former_names);
        for word in [&entry.id, &entry.m49].into_iter().chain(names) {
            let owner = owners.insert(word.to_lowercase(), entry);
            if let Some(owner) = owner.filter(|owner| !std::ptr::eq(*owner, entry)) {
                faults.add(
                    &entry.element(),
                    format!("{word:?} stands for State {} too", owner.id),
                );
            }
        }
    }
}
