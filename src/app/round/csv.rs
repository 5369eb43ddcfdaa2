//! The tables of a round as one table of comma-separated values: a row for each question, level and
//! answer, for each item of a list, and for each regional group.

use super::Collation;
use crate::analysis::StateSet;
use crate::domain::{KindId, Level, ListItem, Standing, StateCode};
use crate::format::add_row;

/// The columns; those after the note are of items alone.
const COLUMNS: [&str; 12] = [
    "question", "level", "answer", "count", "states", "note", "name", "kind", "language", "year",
    "address", "remark",
];

/// The table. A trial says so in every row.
#[must_use]
pub fn csv(collation: &Collation) -> String {
    let mut table = Table {
        text: String::new(),
        note: if collation.is_trial {
            "a trial with samples"
        } else {
            ""
        },
    };
    add_row(&mut table.text, &COLUMNS);
    for group in &collation.groups {
        let name = format!("response {}", group.group);
        table.states(&name, "", "invited", &group.invited);
        table.states(&name, "", "replied", &group.replied);
    }
    table.states("response", "", "waiting", &collation.waiting);
    let tally = &collation.tally;
    for cell in &tally.cells {
        let (id, level) = (cell.question.as_str(), Level::token(cell.level));
        for standing in Standing::ALL {
            table.states(
                id,
                level,
                standing.token(),
                &cell.states(standing).collect(),
            );
        }
        table.states(id, level, "not_answered", &cell.not_answered);
    }
    for (id, options) in &tally.choices {
        for (option, states) in options {
            table.states(id.as_str(), "", option.as_str(), states);
        }
    }
    for (id, by_state) in &tally.lists {
        for (state, items) in by_state {
            for item in items.iter() {
                table.item(id.as_str(), *state, item);
            }
        }
    }
    for area in &tally.assistance {
        let name = format!("assistance {}", area.area);
        table.states(&name, "", "need", &area.need);
        table.states(&name, "", "need_in_part", &area.need_in_part);
        table.states(&name, "", "offer", &area.offer);
        table.states(&name, "", "offer_in_part", &area.offer_in_part);
        table.states(&name, "", "all_areas_need", &area.all_areas_need);
        table.states(&name, "", "all_areas_offer", &area.all_areas_offer);
    }
    table.text
}

struct Table {
    text: String,
    note: &'static str,
}

impl Table {
    fn states(&mut self, question: &str, level: &str, answer: &str, states: &StateSet) {
        let codes: Vec<&str> = states.iter().map(StateCode::as_str).collect();
        let (count, codes) = (states.len().to_string(), codes.join(" "));
        let none = "";
        add_row(
            &mut self.text,
            &[
                question, level, answer, &count, &codes, self.note, none, none, none, none, none,
                none,
            ],
        );
    }

    fn item(&mut self, question: &str, state: StateCode, item: &ListItem) {
        let ListItem {
            name,
            kind,
            level,
            language,
            year,
            address,
            public_remark,
        } = item;
        let level = level.map_or("", Level::token);
        let kind = kind.as_ref().map_or("", KindId::as_str);
        let state = state.as_str();
        let year = year.map(|year| year.to_string()).unwrap_or_default();
        add_row(
            &mut self.text,
            &[
                question,
                level,
                "item",
                "1",
                state,
                self.note,
                name,
                kind,
                language,
                &year,
                address,
                public_remark,
            ],
        );
    }
}
