//! The figures as records: a row for each question, level and answer, for each item of a list, and
//! for each regional group.

use super::replies::Replies;
use crate::analysis::StateSet;
use crate::domain::{KindId, Level, ListItem, RegionalGroup, Standing, StateCode};
use crate::report::long_form::Records;

/// The columns; those after the note are of items alone, but that what the records are about has
/// its name among them.
const COLUMNS: [&str; 12] = [
    "question", "level", "answer", "count", "states", "note", "name", "kind", "language", "year",
    "address", "remark",
];

/// The records: what they are about, then the figures. A trial says so in every row, and one
/// regional group alone says which.
pub(super) fn records(replies: &Replies<'_>) -> Records {
    let trial = replies.is_trial.then_some("trial");
    let group = replies.only.map(RegionalGroup::token);
    let note: Vec<&str> = trial.into_iter().chain(group).collect();
    let mut table = Rows {
        rows: Vec::new(),
        note: note.join(" "),
    };
    table.document("call", replies.call);
    for group in &replies.groups {
        let name = ["response", group.group.token()].join(" ");
        table.states(&name, "", "invited", &group.invited);
        table.states(&name, "", "replied", &group.replied);
    }
    table.states("response", "", "waiting", &replies.waiting);
    let tally = &replies.tally;
    for cell in &tally.cells {
        let (id, level) = (cell.question.as_str(), Level::token(cell.level));
        for standing in Standing::ALL {
            let states = cell.states(standing).collect();
            table.states(id, level, standing.token(), &states);
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
        let name = ["assistance", area.area.as_str()].join(" ");
        table.states(&name, "", "need", &area.need);
        table.states(&name, "", "need_in_part", &area.need_in_part);
        table.states(&name, "", "offer", &area.offer);
        table.states(&name, "", "offer_in_part", &area.offer_in_part);
        table.states(&name, "", "all_areas_need", &area.all_areas_need);
        table.states(&name, "", "all_areas_offer", &area.all_areas_offer);
    }
    Records {
        head: COLUMNS.map(str::to_owned).into(),
        rows: table.rows,
    }
}

struct Rows {
    rows: Vec<Vec<String>>,
    note: String,
}

impl Rows {
    /// A row of the figures, with what is said of the item where it is one.
    fn add(&mut self, figures: [&str; 5], item: [&str; 6]) {
        let row = figures.into_iter().chain([&*self.note]).chain(item);
        self.rows.push(row.map(str::to_owned).collect());
    }

    /// What the records are about; no row where there is nothing to say.
    fn document(&mut self, about: &str, said: &str) {
        if !said.is_empty() {
            self.add(["document", "", about, "", ""], [said, "", "", "", "", ""]);
        }
    }

    fn states(&mut self, question: &str, level: &str, answer: &str, states: &StateSet) {
        let codes: Vec<&str> = states.iter().map(StateCode::as_str).collect();
        let (count, codes) = (states.len().to_string(), codes.join(" "));
        self.add([question, level, answer, &count, &codes], [""; 6]);
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
        self.add(
            [question, level, "item", "1", state],
            [name, kind, language, &year, address, public_remark],
        );
    }
}
