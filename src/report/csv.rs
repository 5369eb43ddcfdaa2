//! Comma-separated values: UTF-8 with its mark, so that every spreadsheet reads it as such.

use super::long_form::Records;
use crate::format::add_row;

/// The bytes of the records.
pub(super) fn write(records: &Records) -> Vec<u8> {
    let mut text = String::from('\u{feff}');
    for row in [&records.head].into_iter().chain(&records.rows) {
        add_row(&mut text, row);
    }
    text.into_bytes()
}
