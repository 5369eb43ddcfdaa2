//! How a sheet is laid out: how wide its columns and how high its rows are, what stays in sight, and
//! how it is printed.

use rust_xlsxwriter::{Worksheet, XlsxError};

use crate::report::document::{Column, Document};

/// The most that the head or the foot of a printed sheet is given.
const LONGEST_MARGIN: usize = 200;

/// The height of a line and the most that a row can have, in points.
const LINE_HEIGHT: u32 = 13;
const HIGHEST_ROW: u32 = 409;

/// Less than this is narrow for a table, in digits.
const NARROW: u16 = 80;

/// What a sheet of A4 across holds at a size that can be read, in digits.
const WIDEST_ON_A4: u16 = 200;

/// The columns of a wide table that say what a row is about; they stay in sight.
const NAMING_COLUMNS: u16 = 2;

/// The button of a filter, in digits.
const BUTTON: u16 = 3;

const A4: u8 = 9;
const A3: u8 = 8;

/// How wide the columns are, in digits: as they are said to be, but a narrow table fills a screen,
/// and every column holds the longest word of its heading.
pub(super) fn widths(columns: &[Column]) -> Vec<u16> {
    let all: u16 = columns.iter().map(|column| column.share).sum();
    let times = NARROW.div_ceil(all.max(1));
    let longest = |heading: &str| heading.split(' ').map(columns_of).max().unwrap_or(0);
    let width = |column: &Column| {
        let heading = u16::try_from(longest(&column.heading)).unwrap_or(NARROW);
        (column.share * times).max(heading.min(NARROW) + BUTTON + 1)
    };
    columns.iter().map(width).collect()
}

/// Gives a row the height that its longest text needs in a column as wide as is said, since not every
/// program finds it by itself.
pub(super) fn set_height<'a>(
    sheet: &mut Worksheet,
    row: u32,
    texts: impl Iterator<Item = (&'a str, u16)>,
) -> Result<(), XlsxError> {
    let lines = texts.map(|(text, width)| {
        // Words are not broken: a line is seldom full.
        let room = usize::from(width).max(4) - 2;
        let lines = text
            .split('\n')
            .map(|line| columns_of(line).div_ceil(room).max(1));
        lines.sum::<usize>()
    });
    let lines = u32::try_from(lines.max().unwrap_or(1)).unwrap_or(HIGHEST_ROW);
    if 1 < lines {
        let height = lines.saturating_mul(LINE_HEIGHT).saturating_add(4);
        sheet.set_row_height(row, height.min(HIGHEST_ROW))?;
    }
    Ok(())
}

/// How wide a line is, in digits; the signs of East Asia take two.
fn columns_of(line: &str) -> usize {
    let wide = line.chars().filter(|sign| '\u{1100}' <= *sign).count();
    line.chars().count() + wide
}

/// Gives the headings the height that they need beside the buttons of the filter.
pub(super) fn set_head_height(
    sheet: &mut Worksheet,
    head: u32,
    columns: &[Column],
    widths: &[u16],
) -> Result<(), XlsxError> {
    let headings = columns.iter().zip(widths);
    let headings =
        headings.map(|(column, width)| (column.heading.as_str(), width.saturating_sub(BUTTON)));
    set_height(sheet, head, headings)
}

/// Keeps the headings in sight and on every printed page; of a wide table also the columns that say
/// what a row is about, and it is printed on larger paper.
pub(super) fn stay_in_sight(
    sheet: &mut Worksheet,
    head: u32,
    widths: &[u16],
) -> Result<(), XlsxError> {
    let is_wide = WIDEST_ON_A4 < widths.iter().sum();
    if is_wide {
        sheet.set_paper_size(A3);
    }
    let staying = if is_wide { NAMING_COLUMNS } else { 0 };
    sheet.set_freeze_panes(head + 1, staying)?;
    sheet.set_repeat_rows(head, head)?;
    Ok(())
}

/// The head and the foot of every printed page.
pub(super) fn print_setup(sheet: &mut Worksheet, document: &Document) {
    sheet.set_paper_size(A4);
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_header_footer_scale_with_doc(false);
    if let Some(banner) = &document.banner {
        sheet.set_header(format!("&C{}", margin_text(banner)));
    }
    sheet.set_footer(format!("&L{}&R&P / &N", margin_text(&document.footer)));
}

/// A text in which no sign commands the head or the foot of a page.
fn margin_text(text: &str) -> String {
    let mut kept = String::new();
    for sign in text.chars() {
        let shown = match sign {
            '&' => "&&".to_owned(),
            '[' => "(".to_owned(),
            ']' => ")".to_owned(),
            '\n' | '\t' => " ".to_owned(),
            _ => sign.to_string(),
        };
        if LONGEST_MARGIN < kept.encode_utf16().count() + shown.encode_utf16().count() {
            return kept + "…";
        }
        kept.push_str(&shown);
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::{margin_text, widths};
    use crate::report::table_parts::{numbers, words};

    #[test]
    fn no_sign_commands_the_margins() {
        assert_eq!(margin_text("A & B &[File]"), "A && B &&(File)");
    }

    #[test]
    fn a_narrow_table_fills_a_screen_and_every_heading_has_room() {
        let columns = [words("Group", 6), numbers("Invited", 2)];
        assert_eq!(widths(&columns), [60, 20]);
        let columns = [words("Group", 90), numbers("Not applicable", 2)];
        assert_eq!(widths(&columns), [90, 14]);
    }
}
