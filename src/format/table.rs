//! Tables as comma-separated values, so that no spreadsheet runs what a cell says.
//!
//! A cell that begins with one of [`STARTS`] would be a formula there. It gets an apostrophe in
//! front, which makes it a text; and so does a cell that looks as if it had got one already, so that
//! reading gives back what was written, whatever it is.

use thiserror::Error;

/// What a cell begins with that a spreadsheet takes for a formula.
const STARTS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

const APOSTROPHE: char = '\'';

/// Whether a cell would be a formula, or would be one without its apostrophes.
fn is_formula(cell: &str) -> bool {
    cell.trim_start_matches(APOSTROPHE).starts_with(STARTS)
}

/// A cell with an apostrophe in front where it needs one.
fn guarded(cell: &str) -> String {
    if is_formula(cell) {
        format!("{APOSTROPHE}{cell}")
    } else {
        cell.to_owned()
    }
}

/// A cell without the apostrophe that writing put in front of it.
pub fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix(APOSTROPHE) {
        Some(rest) if is_formula(rest) => rest,
        _ => cell,
    }
}

pub fn add_row<Cell: AsRef<str>>(table: &mut String, cells: &[Cell]) {
    for (position, cell) in cells.iter().enumerate() {
        if position != 0 {
            table.push(',');
        }
        let guarded = guarded(cell.as_ref());
        // One empty cell alone would be no row.
        let is_nothing = guarded.is_empty() && cells.len() == 1;
        if is_nothing || guarded.contains(['"', ',', '\n', '\r', APOSTROPHE]) {
            table.push('"');
            table.push_str(&guarded.replace('"', "\"\""));
            table.push('"');
        } else {
            table.push_str(&guarded);
        }
    }
    table.push_str("\r\n");
}

/// Why a text is no table: a quotation mark is never closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("line {line}: a cell begins with a quotation mark that is never closed; close it")]
pub struct OpenQuote {
    /// The line on which the cell begins, from 1.
    pub line: usize,
}

/// Reads the rows of a table, and takes the apostrophes off again. Empty lines are no rows.
pub fn read_rows(table: &str) -> Result<Vec<Vec<String>>, OpenQuote> {
    let mut rows = Vec::new();
    let mut rest = table;
    while !rest.is_empty() {
        let is_blank = rest.starts_with(['\r', '\n']);
        let mut row = Vec::new();
        loop {
            let (cell, after) = read_cell(rest).ok_or_else(|| OpenQuote {
                line: table[..table.len() - rest.len()].matches('\n').count() + 1,
            })?;
            row.push(unguarded(&cell).to_owned());
            let Some(next) = after.strip_prefix(',') else {
                rest = after;
                break;
            };
            rest = next;
        }
        let next = rest.strip_prefix('\r').unwrap_or(rest);
        rest = next.strip_prefix('\n').unwrap_or(next);
        if !is_blank {
            rows.push(row);
        }
    }
    Ok(rows)
}

/// One cell, and what comes after it; `None` where its quotation mark is never closed.
fn read_cell(text: &str) -> Option<(String, &str)> {
    let mut cell = String::new();
    let mut rest = text;
    if let Some(quoted) = text.strip_prefix('"') {
        rest = quoted;
        loop {
            let (part, after) = rest.split_once('"')?;
            cell.push_str(part);
            rest = after;
            match after.strip_prefix('"') {
                Some(after) => {
                    cell.push('"');
                    rest = after;
                }
                None => break,
            }
        }
    }
    let end = rest.find([',', '\n', '\r']).unwrap_or(rest.len());
    cell.push_str(&rest[..end]);
    Some((cell, &rest[end..]))
}
