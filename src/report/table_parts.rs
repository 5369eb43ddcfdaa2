//! The parts that tables are made of: columns of words and numbers, rows of cells.

use super::document::{Alignment, Cell, Column, ColumnRole, Row, Table};

/// A column of words: its heading, and its width beside the others.
pub(super) fn words(heading: impl Into<String>, share: u16) -> Column {
    Column {
        heading: heading.into(),
        alignment: Alignment::Start,
        share,
        role: ColumnRole::Says,
    }
}

/// A column of words that name what a row is about.
pub(super) fn names(heading: impl Into<String>, share: u16) -> Column {
    Column {
        role: ColumnRole::Names,
        ..words(heading, share)
    }
}

/// A column of numbers: its heading, and its width beside the others.
pub(super) fn numbers(heading: impl Into<String>, share: u16) -> Column {
    Column {
        alignment: Alignment::End,
        ..words(heading, share)
    }
}

pub(super) fn row(cells: impl IntoIterator<Item = Cell>) -> Row {
    Row::Cells {
        cells: cells.into_iter().collect(),
    }
}

/// A table without a caption, for a heading has said what it is.
pub(super) fn table(name: impl Into<String>, columns: Vec<Column>, rows: Vec<Row>) -> Table {
    Table {
        name: name.into(),
        caption: String::new(),
        columns,
        rows,
    }
}
