//! Comma-separated values: UTF-8 with its mark, so that every spreadsheet reads it as such, and no
//! cell that a spreadsheet would run.
//!
//! What would be a formula gets an apostrophe in front, which makes it a text, and so does what looks
//! as if it had got one already. A spreadsheet whose list separator is not the comma splits the lines
//! elsewhere, so the same is done after every other separator within a cell.

use super::long_form::Records;

/// What a spreadsheet takes for the beginning of a formula.
const STARTS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// What a spreadsheet may split a cell at: it knows the quotation marks of a cell only where the cell
/// begins after its own separator. A comma within quotation marks is none.
const SEPARATORS: [char; 4] = [';', '\t', '\n', '\r'];

const APOSTROPHE: char = '\'';

pub(super) fn write(records: &Records) -> Vec<u8> {
    let mut text = String::from('\u{feff}');
    for row in [&records.head].into_iter().chain(&records.rows) {
        add_row(&mut text, row);
    }
    text.into_bytes()
}

fn add_row(table: &mut String, cells: &[String]) {
    for (position, cell) in cells.iter().enumerate() {
        if position != 0 {
            table.push(',');
        }
        let guarded = guarded(cell);
        if guarded.contains(SEPARATORS) || guarded.contains(['"', ',', APOSTROPHE]) {
            table.push('"');
            table.push_str(&guarded.replace('"', "\"\""));
            table.push('"');
        } else {
            table.push_str(&guarded);
        }
    }
    table.push_str("\r\n");
}

/// A cell with an apostrophe in front of all that would be a formula.
fn guarded(cell: &str) -> String {
    let mut guarded = String::with_capacity(cell.len());
    let mut begins = true;
    for (position, c) in cell.char_indices() {
        if begins && is_formula(&cell[position..]) {
            guarded.push(APOSTROPHE);
        }
        guarded.push(c);
        begins = SEPARATORS.contains(&c);
    }
    guarded
}

/// Whether a cell would be a formula, or would be one without what stands in front of it.
fn is_formula(cell: &str) -> bool {
    cell.trim_start_matches([APOSTROPHE, '"', ' '])
        .starts_with(STARTS)
}
