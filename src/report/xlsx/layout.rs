//! How a sheet is laid out: how wide its columns and how high its rows are, what stays in sight, and
//! how it is printed.

use rust_xlsxwriter::{Worksheet, XlsxError};

use crate::report::document::{Column, Document};

/// The most that the head or the foot of a printed sheet is given.
const LONGEST_MARGIN: usize = 200;

/// The height of a line, in points.
const LINE_HEIGHT: u32 = 13;

/// The most lines that a row can show, since none is higher than 409 points; a workbook has room for
/// 253 in a cell.
const MOST_LINES: u32 = (409 - 4) / LINE_HEIGHT;

/// The most that one cell of a workbook can hold, in UTF-16 units.
const LONGEST_TEXT: usize = 32_767;

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
        let lines = text
            .split('\n')
            .map(|line| columns_of(line).div_ceil(room(width)).max(1));
        lines.sum::<usize>()
    });
    let lines = u32::try_from(lines.max().unwrap_or(1)).unwrap_or(MOST_LINES);
    if 1 < lines {
        sheet.set_row_height(row, lines.min(MOST_LINES) * LINE_HEIGHT + 4)?;
    }
    Ok(())
}

/// How many columns of a line are filled: words are not broken, so a line is seldom full.
fn room(width: u16) -> usize {
    usize::from(width).max(4) - 2
}

/// A text in pieces that each fit into a cell and can be seen there whole; at least one.
pub(super) fn pieces(text: &str, width: u16) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = text;
    loop {
        let (piece, after) = rest.split_at(fitting(rest, room(width)));
        if after.is_empty() {
            pieces.push(piece);
            return pieces;
        }
        pieces.push(piece.strip_suffix('\n').unwrap_or(piece));
        rest = after;
    }
}

/// How many bytes of a text fit into a cell; the text is cut between words where it has some.
fn fitting(text: &str, room: usize) -> usize {
    let (mut units, mut lines, mut column) = (0, 1, 0);
    let mut gap = None;
    for (position, c) in text.char_indices() {
        units += c.len_utf16();
        if c != '\n' {
            column += width_of(c);
            if room < column {
                (lines, column) = (lines + 1, width_of(c));
            }
        }
        if 0 < position && (LONGEST_TEXT < units || MOST_LINES < lines) {
            return gap.unwrap_or(position);
        }
        if c == '\n' {
            (lines, column) = (lines + 1, 0);
        }
        if c.is_whitespace() {
            gap = Some(position + c.len_utf8());
        }
    }
    text.len()
}

/// How wide a line is, in digits.
fn columns_of(line: &str) -> usize {
    line.chars().map(width_of).sum()
}

/// How wide a character is, in digits; those of East Asia take two.
fn width_of(c: char) -> usize {
    1 + usize::from('\u{1100}' <= c)
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
    use super::*;
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

    #[track_caller]
    fn check(text: &str, width: u16, count: usize) {
        let pieces = pieces(text, width);
        assert_eq!(pieces.len(), count, "{pieces:?}");
        let whole = |text: &str| text.replace('\n', "");
        assert_eq!(whole(&pieces.concat()), whole(text));
        for piece in pieces {
            assert!(piece.encode_utf16().count() <= LONGEST_TEXT);
            assert!(piece.matches('\n').count() < 31);
        }
    }

    #[test]
    fn a_text_longer_than_a_cell_goes_on_whole_in_the_next() {
        check("", 40, 1);
        check("short", 40, 1);
        check(&"😀".repeat(20_000), u16::MAX, 2);
    }

    #[test]
    fn a_text_of_more_lines_than_a_row_can_show_goes_on_in_the_next() {
        check(&["line"; 31].join("\n"), 40, 1);
        check(&["line"; 32].join("\n"), 40, 2);
        check(&["line"; 600].join("\n"), 40, 20);
        check(&"\n".repeat(600), 40, 20);
        check(&"0123456789".repeat(40), 12, 2);
    }

    #[test]
    fn a_text_is_cut_between_words() {
        let text = ["prevention"; 100].join(" ");
        let pieces = pieces(&text, 12);
        assert!(1 < pieces.len());
        assert!(
            pieces
                .iter()
                .all(|piece| piece.trim_end().ends_with("prevention"))
        );
    }
}
