//! The tally as a table of comma-separated values: a row for each question, level and answer.

use super::Collation;
use crate::domain::{Level, Standing, StateCode};

/// The table. A trial says so in every row.
#[must_use]
pub fn csv(collation: &Collation) -> String {
    let mut text = String::new();
    row(
        &mut text,
        &["question", "level", "answer", "count", "states", "note"],
    );
    let note = if collation.is_trial {
        "a trial with samples"
    } else {
        ""
    };
    let mut add = |question: &str, level: &str, answer: &str, states: Vec<StateCode>| {
        let codes: Vec<&str> = states.iter().map(StateCode::as_str).collect();
        let count = states.len().to_string();
        row(
            &mut text,
            &[question, level, answer, &count, &codes.join(" "), note],
        );
    };
    for cell in &collation.tally.cells {
        let (id, level) = (cell.question.as_str(), Level::token(cell.level));
        for standing in Standing::ALL {
            add(id, level, standing.token(), cell.states(standing).collect());
        }
        let silent = cell.not_answered.iter().copied().collect();
        add(id, level, "not_answered", silent);
    }
    for (id, options) in &collation.tally.choices {
        for (option, states) in options {
            add(
                id.as_str(),
                "",
                option.as_str(),
                states.iter().copied().collect(),
            );
        }
    }
    for area in &collation.tally.assistance {
        let sets = [
            ("need", &area.need),
            ("need_in_part", &area.need_in_part),
            ("offer", &area.offer),
            ("offer_in_part", &area.offer_in_part),
        ];
        for (what, states) in sets {
            let name = format!("assistance {}", area.area);
            add(&name, "", what, states.iter().copied().collect());
        }
    }
    text
}

fn row(text: &mut String, cells: &[&str]) {
    let cells: Vec<String> = cells.iter().map(|cell| quoted(cell)).collect();
    text.push_str(&cells.join(","));
    text.push_str("\r\n");
}

/// A cell, so that no spreadsheet takes it for a formula and runs it.
fn quoted(cell: &str) -> String {
    let guard = if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        "'"
    } else {
        ""
    };
    if cell.contains(['"', ',', '\n', '\r']) || !guard.is_empty() {
        format!("\"{guard}{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn nothing_is_a_formula_and_nothing_breaks_out() {
        assert_eq!(quoted("CAN FRA"), "CAN FRA");
        assert_eq!(quoted("=1+1"), "\"'=1+1\"");
        assert_eq!(quoted("a \"b\", c"), "\"a \"\"b\"\", c\"");
    }
}
