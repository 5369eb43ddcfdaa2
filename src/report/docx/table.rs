//! Tables: columns as wide as they are said to be, headings that come again on each page, lines
//! instead of boxes.

use super::inline::{Keep, Notes, Place, paragraph, plain};
use super::xml::escaped;
use crate::report::document::{Alignment, Cell, Column, Fact, Inline, Row, Table};

/// The width of the text on a page, in twentieths of a point.
pub(super) const FULL_WIDTH: u32 = 9_412;

/// A row with a longer text than this may run over the end of a page.
const LONG: usize = 600;

/// The width of a letter in a table, rather more than less, and of the margins of a cell, in
/// twentieths of a point.
const LETTER: u32 = 105;
const MARGINS: u32 = 180;

/// A table of no more rows than this stays on one page.
const SHORT: usize = 8;

/// A table, whose last row stays with what follows or not.
pub(super) fn table(content: &Table, last: Keep, notes: &mut Notes) -> String {
    let Table {
        caption,
        columns,
        rows,
        ..
    } = content;
    if rows.is_empty() {
        return String::new();
    }
    let widths = widths(columns, rows);
    let mut markup = String::new();
    if !caption.is_empty() {
        markup.push_str(&plain("Caption", Keep::WithNext, caption));
    }
    let has_head = columns.iter().any(|column| !column.heading.is_empty());
    markup.push_str(&begin(&widths, has_head, caption, ""));
    if has_head {
        let cells = columns.iter().zip(&widths).map(|(column, width)| {
            let place = place(column.alignment);
            let line = [Inline::text(column.heading.as_str())];
            let words = paragraph("TableHead", Keep::WithNext, place, &line, notes);
            cell(*width, UNDER_HEAD, &words)
        });
        markup.push_str(&row(
            "<w:cantSplit/><w:tblHeader/>",
            &cells.collect::<String>(),
        ));
    }
    for (number, content) in (1..).zip(rows) {
        let keep = if rows.len() <= SHORT && number < rows.len() {
            Keep::WithNext
        } else if number == rows.len() {
            last
        } else {
            Keep::Loose
        };
        markup.push_str(&match content {
            Row::Group { text } => group(columns.len(), text),
            Row::Cells { cells } => cells_row(cells, columns, &widths, keep, notes),
        });
    }
    markup.push_str("</w:tbl>");
    markup.push_str(&plain("AfterTable", last, ""));
    markup
}

/// The facts of the cover: two columns without lines.
pub(super) fn facts(facts: &[Fact]) -> String {
    if facts.is_empty() {
        return String::new();
    }
    let widths = [FULL_WIDTH / 4, FULL_WIDTH - FULL_WIDTH / 4];
    let mut markup = begin(&widths, false, "", "");
    for fact in facts {
        let label = plain("TableHead", Keep::Loose, &fact.label);
        let text = Inline::Text {
            text: fact.text.clone(),
            language: fact.language.clone(),
        };
        let (style, notes) = ("TableText", &mut Notes::default());
        let text = paragraph(style, Keep::Loose, Place::Usual, &[text], notes);
        let cells = cell(widths[0], "", &label) + &cell(widths[1], "", &text);
        markup.push_str(&row("", &cells));
    }
    markup.push_str("</w:tbl>");
    markup.push_str(AFTER);
    markup
}

/// The beginning of a table of these widths. One without headings does not say that its first row
/// is one: a screen reader would read it so.
pub(super) fn begin(widths: &[u32], has_head: bool, title: &str, description: &str) -> String {
    let first_row = u8::from(has_head);
    let look = 32 * first_row;
    let mut alternative = String::new();
    if !title.is_empty() {
        let title = escaped(title);
        let title = format!("<w:tblCaption w:val=\"{title}\"/>");
        alternative.push_str(&title);
    }
    if !description.is_empty() {
        let description = escaped(description);
        let description = format!("<w:tblDescription w:val=\"{description}\"/>");
        alternative.push_str(&description);
    }
    let mut columns = String::new();
    for width in widths {
        let column = format!("<w:gridCol w:w=\"{width}\"/>");
        columns.push_str(&column);
    }
    let width: u32 = widths.iter().sum();
    format!(
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"Lines\"/><w:tblW w:w=\"{width}\" w:type=\"dxa\"/>\
         <w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"00{look:02X}\" w:firstRow=\"{first_row}\" \
         w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/>\
         {alternative}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>"
    )
}

/// The line between the headings and the rows.
const UNDER_HEAD: &str = "<w:tcBorders><w:bottom w:val=\"single\" w:sz=\"8\" w:space=\"0\" \
    w:color=\"5B6B7D\"/></w:tcBorders><w:vAlign w:val=\"bottom\"/>";

/// What stands after a table, so that two tables never become one.
pub(super) const AFTER: &str = "<w:p><w:pPr><w:pStyle w:val=\"AfterTable\"/></w:pPr></w:p>";

/// A row; `properties` is markup for it.
pub(super) fn row(properties: &str, cells: &str) -> String {
    let properties = if properties.is_empty() {
        String::new()
    } else {
        format!("<w:trPr>{properties}</w:trPr>")
    };
    format!("<w:tr>{properties}{cells}</w:tr>")
}

/// A cell of a width; `properties` is further markup for it.
pub(super) fn cell(width: u32, properties: &str, paragraphs: &str) -> String {
    format!(
        "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{properties}</w:tcPr>{paragraphs}</w:tc>"
    )
}

fn group(columns: usize, text: &str) -> String {
    let words = plain("TableGroup", Keep::WithNext, text);
    let span = format!("<w:gridSpan w:val=\"{columns}\"/>");
    row("<w:cantSplit/>", &cell(FULL_WIDTH, &span, &words))
}

fn cells_row(
    cells: &[Cell],
    columns: &[Column],
    widths: &[u32],
    keep: Keep,
    notes: &mut Notes,
) -> String {
    let lines: Vec<Vec<Inline>> = cells.iter().map(line_of).collect();
    let length = |line: &Vec<Inline>| super::inline::words(line).len();
    let is_long = lines.iter().any(|line| LONG < length(line));
    let keep = if is_long { Keep::Loose } else { keep };
    let mut markup = String::new();
    for ((line, column), width) in lines.iter().zip(columns).zip(widths) {
        let place = place(column.alignment);
        let words = paragraph("TableText", keep, place, line, notes);
        markup.push_str(&cell(*width, "", &words));
    }
    row(if is_long { "" } else { "<w:cantSplit/>" }, &markup)
}

fn line_of(cell: &Cell) -> Vec<Inline> {
    match cell {
        Cell::Empty => Vec::new(),
        Cell::Text { text } => text.clone(),
        Cell::Number { words, .. } | Cell::Percent { words, .. } | Cell::Date { words, .. } => {
            vec![Inline::text(words.as_str())]
        }
    }
}

fn place(alignment: Alignment) -> Place {
    match alignment {
        Alignment::Start => Place::Usual,
        Alignment::End => Place::AtEnd,
    }
}

/// The shares of the columns as widths that fill the line; a column that is too narrow for its
/// longest word takes of the others what it lacks, as far as they have it.
fn widths(columns: &[Column], rows: &[Row]) -> Vec<u32> {
    let needs: Vec<u32> = (0..columns.len())
        .map(|place| longest_word(&columns[place], rows, place) * LETTER + MARGINS)
        .collect();
    let is_roomy = needs.iter().sum::<u32>() <= FULL_WIDTH;
    let mut widths = vec![0; columns.len()];
    let mut is_fixed = vec![false; columns.len()];
    for _ in 0..=columns.len() {
        let free = || (0..columns.len()).filter(|place| !is_fixed[*place]);
        let fixed = (0..columns.len()).filter(|place| is_fixed[*place]);
        let rest = FULL_WIDTH - fixed.map(|place| widths[place]).sum::<u32>();
        let share = |place: usize| u32::from(columns[place].share);
        let all = free().map(share).sum::<u32>().max(1);
        let free: Vec<usize> = free().collect();
        for place in free {
            widths[place] = rest * share(place) / all;
            if is_roomy && widths[place] < needs[place] {
                widths[place] = needs[place];
                is_fixed[place] = true;
            }
        }
    }
    widths
}

/// The letters of the longest word of a column; one that no column could hold does not count.
fn longest_word(column: &Column, rows: &[Row], place: usize) -> u32 {
    let cells = rows.iter().filter_map(|row| match row {
        Row::Cells { cells } => cells.get(place),
        Row::Group { .. } => None,
    });
    let texts = cells.map(|cell| super::inline::words(&line_of(cell)));
    let texts = texts.chain([column.heading.clone()]);
    let longest = texts.filter_map(|text| {
        let words = text.split([' ', '\n', '\t', '-', '/']);
        let letters = words.map(|word| word.chars().count());
        letters.filter(|letters| *letters < 24).max()
    });
    u32::try_from(longest.max().unwrap_or(0)).unwrap_or(0)
}
