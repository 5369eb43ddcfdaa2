//! The workbook: a sheet that says what it is, then one for each table, with headings that stay,
//! filters, numbers as numbers and every text as text.

mod layout;

use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet,
    XlsxError,
};

use self::layout::{pieces, print_setup, set_head_height, set_height, stay_in_sight, widths};
use super::document::{Alignment, Cell, Column, ColumnRole, Document, Inline, Row, Table};
use super::{Report, WriteError, threads};

/// The size of words, in points.
const SIZE: u8 = 10;

const INK: Color = Color::RGB(0x0016_263A);
const HEAD_GROUND: Color = Color::RGB(0x00E3_F1F9);
const BANNER_INK: Color = Color::RGB(0x009A_3A2F);
const LINE: Color = Color::RGB(0x00DD_E3EA);
const FONT: &str = "Calibri";

pub(super) fn write(report: &Report) -> Result<Vec<u8>, WriteError> {
    let Report {
        document,
        about: name,
        tables,
        ..
    } = report;
    threads::check(tables.len() + 1)?;
    let mut workbook = Workbook::new();
    let looks = Looks::new();
    workbook.set_properties(&properties(document)?);
    about(workbook.add_worksheet(), document, name, &looks)?;
    for table in tables {
        sheet(workbook.add_worksheet(), document, table, &looks)?;
    }
    Ok(workbook.save_to_buffer()?)
}

/// The width of the column that says what the workbook is about, in digits.
const ABOUT_WIDTH: u16 = 90;

struct Looks {
    head: Format,
    number_head: Format,
    text: Format,
    number: Format,
    date: Format,
    banner: Format,
    title: Format,
    label: Format,
}

impl Looks {
    fn new() -> Self {
        let plain = || {
            Format::new()
                .set_font_name(FONT)
                .set_font_size(SIZE)
                .set_font_color(INK)
        };
        let ruled = || {
            plain()
                .set_align(FormatAlign::Top)
                .set_border_bottom(FormatBorder::Thin)
                .set_border_color(LINE)
        };
        let head = || {
            ruled()
                .set_bold()
                .set_text_wrap()
                .set_background_color(HEAD_GROUND)
        };
        Self {
            head: head(),
            number_head: head().set_align(FormatAlign::Right).set_indent(1),
            text: ruled().set_text_wrap(),
            number: ruled()
                .set_num_format("0")
                .set_align(FormatAlign::Right)
                .set_indent(1),
            date: ruled()
                .set_num_format("yyyy-mm-dd")
                .set_align(FormatAlign::Left),
            banner: plain().set_bold().set_font_color(BANNER_INK),
            title: plain().set_bold().set_font_size(16),
            label: plain().set_bold().set_align(FormatAlign::Top),
        }
    }
}

fn properties(document: &Document) -> Result<DocProperties, XlsxError> {
    let date = document.date;
    let year = u16::try_from(date.year()).unwrap_or(1900).max(1900);
    let [month, day] = [date.month(), date.day()].map(i8::unsigned_abs);
    let created = ExcelDateTime::from_ymd(year, month, day)?;
    Ok(DocProperties::new()
        .set_title(document.title.as_str())
        .set_subject(document.subtitle.as_str())
        .set_creation_datetime(&created))
}

fn about(
    sheet: &mut Worksheet,
    document: &Document,
    name: &str,
    looks: &Looks,
) -> Result<(), XlsxError> {
    sheet.set_name(plain_name(name))?;
    sheet.set_column_width(0, 26)?;
    sheet.set_column_width(1, f64::from(ABOUT_WIDTH))?;
    print_setup(sheet, document);
    sheet.write_string_with_format(0, 0, document.title.as_str(), &looks.title)?;
    let mut row = 1;
    let lines = [
        Some(&document.subtitle),
        document.banner.as_ref(),
        Some(&document.footer),
    ];
    for line in lines.into_iter().flatten() {
        let look = if Some(line) == document.banner.as_ref() {
            &looks.banner
        } else {
            &looks.label
        };
        row += put_line(sheet, row, line, look)?;
    }
    row += 1;
    for fact in document.code.iter().chain(&document.facts) {
        sheet.write_string_with_format(row, 0, fact.label.as_str(), &looks.label)?;
        for piece in pieces(&fact.text, ABOUT_WIDTH) {
            set_height(sheet, row, [(piece, ABOUT_WIDTH)].into_iter())?;
            sheet.write_string_with_format(row, 1, piece, &looks.text)?;
            row += 1;
        }
    }
    Ok(())
}

fn sheet(
    sheet: &mut Worksheet,
    document: &Document,
    table: &Table,
    looks: &Looks,
) -> Result<(), XlsxError> {
    sheet.set_name(plain_name(&table.name))?;
    sheet.set_landscape();
    print_setup(sheet, document);
    let widths = widths(&table.columns);
    let mut row = 0;
    if let Some(banner) = &document.banner {
        sheet.write_string_with_format(row, 0, banner.as_str(), &looks.banner)?;
        row += 1;
    }
    let head = row;
    for (position, (column, width)) in (0..).zip(table.columns.iter().zip(&widths)) {
        let look = match column.alignment {
            Alignment::Start => &looks.head,
            Alignment::End => &looks.number_head,
        };
        sheet.write_string_with_format(head, position, column.heading.as_str(), look)?;
        sheet.set_column_width(position, f64::from(*width))?;
    }
    set_head_height(sheet, head, &table.columns, &widths)?;
    row += 1;
    for content in &table.rows {
        row += match content {
            Row::Group { text } => put_line(sheet, row, text, &looks.label)?,
            Row::Cells { cells } => put_row(sheet, row, cells, &table.columns, &widths, looks)?,
        };
    }
    let last = u16::try_from(table.columns.len()).unwrap_or(1).max(1) - 1;
    stay_in_sight(sheet, head, &widths)?;
    sheet.autofilter(head, 0, (row - 1).max(head), last)?;
    Ok(())
}

/// Writes a row; how many rows of the sheet it took, which is more than one where a text is longer
/// than a cell can show. What names the row stands in each of them.
fn put_row(
    sheet: &mut Worksheet,
    row: u32,
    cells: &[Cell],
    columns: &[Column],
    widths: &[u16],
    looks: &Looks,
) -> Result<u32, XlsxError> {
    let texts: Vec<String> = cells.iter().map(text_of).collect();
    let cut = texts.iter().zip(widths);
    let cut: Vec<Vec<&str>> = cut.map(|(text, width)| pieces(text, *width)).collect();
    let rows = cut.iter().map(Vec::len).max().unwrap_or(1);
    for (number, row) in (row..).take(rows).enumerate() {
        let shown = cut
            .iter()
            .zip(columns)
            .map(|(pieces, column)| match pieces[..] {
                [name] if column.role == ColumnRole::Names => name,
                _ => pieces.get(number).copied().unwrap_or_default(),
            });
        let shown: Vec<&str> = shown.collect();
        set_height(
            sheet,
            row,
            shown.iter().copied().zip(widths.iter().copied()),
        )?;
        for (position, (text, column)) in (0..).zip(shown.iter().zip(columns)) {
            match cells.get(usize::from(position)) {
                Some(cell) if number == 0 && text.is_empty() => {
                    put_value(sheet, row, position, cell, column, looks)?;
                }
                _ if text.is_empty() => {
                    sheet.write_blank(row, position, &looks.text)?;
                }
                _ => {
                    sheet.write_string_with_format(row, position, *text, &looks.text)?;
                }
            }
        }
    }
    Ok(u32::try_from(rows).unwrap_or(1))
}

/// Writes what is no text.
fn put_value(
    sheet: &mut Worksheet,
    row: u32,
    position: u16,
    cell: &Cell,
    column: &Column,
    looks: &Looks,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty | Cell::Text { .. } => {
            let look = match column.alignment {
                Alignment::Start => &looks.text,
                Alignment::End => &looks.number,
            };
            sheet.write_blank(row, position, look)?;
        }
        Cell::Number { value, .. } => {
            // Counts and years: far below what a float holds exactly.
            let number = i32::try_from(*value).unwrap_or(i32::MAX);
            sheet.write_number_with_format(row, position, number, &looks.number)?;
        }
        Cell::Percent { value, .. } => {
            sheet.write_number_with_format(row, position, *value, &looks.number)?;
        }
        Cell::Date { value, words } => {
            let year = u16::try_from(value.year()).unwrap_or_default();
            let [month, day] = [value.month(), value.day()].map(i8::unsigned_abs);
            match ExcelDateTime::from_ymd(year, month, day) {
                Ok(date) => sheet.write_datetime_with_format(row, position, &date, &looks.date)?,
                // A workbook knows no day before 1900.
                Err(_) => {
                    sheet.write_string_with_format(row, position, words.as_str(), &looks.text)?
                }
            };
        }
    }
    Ok(())
}

/// The words of a cell that is a text.
fn text_of(cell: &Cell) -> String {
    match cell {
        Cell::Text { text } => plain_text(text),
        Cell::Empty | Cell::Number { .. } | Cell::Percent { .. } | Cell::Date { .. } => {
            String::new()
        }
    }
}

/// Writes a line of its own into the first column; how many rows it took.
fn put_line(sheet: &mut Worksheet, row: u32, text: &str, look: &Format) -> Result<u32, XlsxError> {
    let mut rows = 0;
    for piece in pieces(text, u16::MAX) {
        sheet.write_string_with_format(row + rows, 0, piece, look)?;
        rows += 1;
    }
    Ok(rows)
}

/// The words of a line; a note stands in brackets behind what it belongs to.
fn plain_text(line: &[Inline]) -> String {
    line.iter()
        .map(|piece| match piece {
            Inline::Text { text, .. } | Inline::Strong { text, .. } | Inline::Emphasis { text } => {
                text.clone()
            }
            Inline::Note { text } => format!(" [{}]", plain_text(text)),
            Inline::TickBox => "☐".to_owned(),
        })
        .collect()
}

/// A name that a sheet can have: at most 31 signs, none of those that a workbook keeps for itself.
fn plain_name(name: &str) -> String {
    let signs = name.chars().filter(|sign| !"[]:*?/\\'".contains(*sign));
    let name: String = signs.take(31).collect();
    name.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_has_no_sign_in_its_name_that_workbooks_keep() {
        assert_eq!(
            plain_name("What's [not] answered: a/b"),
            "Whats not answered ab"
        );
    }
}
