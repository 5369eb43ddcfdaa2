//! Comma-separated values: UTF-8 with its mark, so that every spreadsheet reads it as such; lines
//! end as the standard (RFC 4180) has it.

use super::long_form::Records;

/// The signs with which a spreadsheet takes a cell for a formula, and the apostrophe itself, so that
/// [`unprotect`] is exact.
const RISKY: [char; 7] = ['=', '+', '-', '@', '\t', '\r', '\''];

/// The bytes of the records.
pub(super) fn write(records: &Records) -> Vec<u8> {
    let mut text = String::from('\u{feff}');
    for row in [&records.head].into_iter().chain(&records.rows) {
        let cells: Vec<String> = row.iter().map(|cell| quoted(&protect(cell))).collect();
        text.push_str(&cells.join(","));
        text.push_str("\r\n");
    }
    text.into_bytes()
}

/// A cell that no spreadsheet takes for a formula: with an apostrophe before it where it must.
#[must_use]
pub fn protect(cell: &str) -> String {
    if cell.starts_with(RISKY) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

/// What was protected, as it was.
#[must_use]
pub fn unprotect(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(RISKY) => rest,
        _ => cell,
    }
}

fn quoted(cell: &str) -> String {
    if cell.contains(['"', ',', '\n', '\r']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_a_formula_and_everything_comes_back() {
        for (cell, expected) in [
            ("=1+1", "'=1+1"),
            ("'=1", "''=1"),
            ("'", "''"),
            ("plain", "plain"),
            ("\tx", "'\tx"),
        ] {
            assert_eq!(protect(cell), expected);
            assert_eq!(unprotect(&protect(cell)), cell);
        }
        assert_eq!(quoted("a \"b\", c"), "\"a \"\"b\"\", c\"");
    }
}
