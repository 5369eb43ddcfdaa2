//! A neutral document in the window: the same that is printed, read from its first line to its last.

use std::hash::Hash;
use std::ops::Range;

use egui::text::{LayoutJob, TextFormat};
use egui::{Align2, Color32, FontId, Label, Role, Ui, UiBuilder, WidgetInfo};

use super::page::is_wide;
use super::virtual_list::{VirtualList, text_height};
use crate::report::{Block, Cell, Document, HeadingLevel, Inline, Row, Table};
use crate::ui::tokens::{Tokens, size, space, text};
use crate::ui::widgets::{Column, Columns, heading, underline};

/// How many bytes of a text are laid out at once, roughly: up to the end of a line, or else of a word.
const PIECE: usize = 2_000;

/// Room for the id of a question, so that all that it received begins below each other.
const INDENT: f32 = size::ID_COLUMN + space::XL;

/// What is laid out at once, and whether it stands below a question.
type Lines<'a> = Vec<(bool, Line<'a>)>;

#[derive(Debug, Clone)]
enum Line<'a> {
    Heading(HeadingLevel, &'a str),
    Label(&'a str),
    /// The document's own words.
    Own(&'a [Inline]),
    Help(&'a [Inline]),
    Words(&'a [Inline]),
    /// A part of a long text.
    Piece(&'a str),
    TableHead(&'a Table),
    Row(&'a Table, &'a [Cell]),
}

/// Shows what a document says; another `content` is another document.
pub fn document_ui(ui: &mut Ui, content: impl Hash, document: &Document) {
    let lines = lines(document);
    let list = VirtualList::new("document", content);
    let guess = |ui: &Ui, place: usize| lines[place].1.guessed_height(ui.available_width());
    list.show(ui, lines.len(), guess, |ui, place| {
        ui.spacing_mut().item_spacing.y = space::XS;
        let (below_question, line) = &lines[place];
        if *below_question && is_wide(ui) {
            indented_ui(ui, |ui| line.show(ui));
        } else {
            line.show(ui);
        }
    });
}

fn indented_ui(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    let mut room = ui.available_rect_before_wrap();
    room.min.x += INDENT;
    ui.scope_builder(UiBuilder::new().max_rect(room), content);
}

fn lines(document: &Document) -> Lines<'_> {
    let mut lines = Vec::new();
    let mut below_question = false;
    for block in &document.blocks {
        if let Block::Heading { level, text } = block {
            lines.push((false, Line::Heading(*level, text)));
            below_question = *level == HeadingLevel::Three;
        } else {
            let own = lines_of(block).into_iter();
            lines.extend(own.map(|line| (below_question, line)));
        }
    }
    lines
}

fn lines_of(block: &Block) -> Vec<Line<'_>> {
    match block {
        Block::Heading { level, text } => vec![Line::Heading(*level, text)],
        Block::Paragraph { text } => vec![Line::Own(text)],
        Block::Help { text } => vec![Line::Help(text)],
        Block::Quote { text } => words_in_lines(text),
        Block::List { items } => items.iter().map(|item| Line::Words(item)).collect(),
        Block::Labelled { label, text } => {
            let mut lines = vec![Line::Label(label)];
            lines.extend(words_in_lines(text));
            lines
        }
        Block::Room { label, .. } => vec![Line::Label(label)],
        Block::Table(table) => {
            let caption = Some(table.caption.as_str()).filter(|caption| !caption.is_empty());
            let rows = table.rows.iter().map(|row| match row {
                Row::Cells { cells } => Line::Row(table, cells),
                Row::Group { text } => Line::Label(text),
            });
            let head = caption.map(Line::Label).into_iter();
            head.chain([Line::TableHead(table)]).chain(rows).collect()
        }
        Block::Chart(chart) => vec![Line::Label(&chart.title), Line::Piece(&chart.alternative)],
    }
}

fn words_in_lines(words: &[Inline]) -> Vec<Line<'_>> {
    match words {
        [Inline::Text { text, .. }] => {
            let pieces = pieces(text).into_iter();
            pieces.map(|piece| Line::Piece(&text[piece])).collect()
        }
        words => vec![Line::Words(words)],
    }
}

/// A text in pieces of a size that can be laid out quickly, each ending with a line or a word.
fn pieces(text: &str) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut start = 0;
    while start < text.len() {
        let least = text.floor_char_boundary(start + PIECE);
        let most = text.floor_char_boundary(start + 2 * PIECE);
        let may_end = &text[least..most];
        let line = may_end.find('\n').map(|end| least + end + 1);
        let word = || may_end.find(' ').map(|end| least + end + 1);
        let end = if most == text.len() {
            most
        } else {
            line.or_else(word).unwrap_or(most)
        };
        pieces.push(start..end);
        start = end;
    }
    pieces
}

impl Line<'_> {
    /// How high the line is, as far as that can be told without laying it out.
    fn guessed_height(&self, width: f32) -> f32 {
        match self {
            Self::Heading(HeadingLevel::One, _) => size::TALL_ROW,
            Self::Heading(..) | Self::Own(_) | Self::Help(_) | Self::Words(_) => size::CONTROL,
            Self::Label(_) | Self::TableHead(_) => space::XL,
            Self::Piece(words) => text_height(width.min(size::TEXT_COLUMN), words),
            Self::Row(..) => size::ROW,
        }
    }

    fn show(&self, ui: &mut Ui) {
        let tokens = Tokens::of(ui);
        match self {
            Self::Heading(HeadingLevel::One, words) => {
                ui.add_space(space::XL);
                heading::part_title(ui, words);
                heading::hairline(ui);
            }
            Self::Heading(_, words) => {
                ui.add_space(space::L);
                title_ui(ui, words);
            }
            Self::Label(words) => {
                ui.add_space(space::S);
                heading::small_title(ui, words);
            }
            Self::Own(words) => words_ui(ui, words, &text::body(), tokens.dim),
            Self::Help(words) => words_ui(ui, words, &text::small(), tokens.dim),
            Self::Words(words) => words_ui(ui, words, &text::body(), tokens.ink),
            Self::Piece(words) => {
                heading::body(ui, words.trim_end_matches('\n'));
            }
            Self::TableHead(table) => table_head_ui(ui, table),
            Self::Row(table, cells) => row_ui(ui, table, cells),
        }
        ui.add_space(space::XS);
    }
}

/// Shows the title of a question, with its id in a column of its own.
fn title_ui(ui: &mut Ui, words: &str) {
    match words.split_once('\u{2002}') {
        Some((id, title)) if is_wide(ui) => {
            let top = ui.cursor().min;
            let dim = Tokens::of(ui).dim;
            ui.painter()
                .text(top, Align2::LEFT_TOP, id, text::body(), dim);
            indented_ui(ui, |ui| {
                let response = heading::part_title(ui, title);
                response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, words));
            });
        }
        _ => {
            heading::part_title(ui, words);
        }
    }
}

/// Shows words of several kinds, in lines that can be read.
fn words_ui(ui: &mut Ui, words: &[Inline], font: &FontId, ink: Color32) {
    let job = job_of(ui, words, font, ink);
    ui.scope(|ui| {
        ui.set_max_width(ui.available_width().min(size::TEXT_COLUMN));
        ui.add(Label::new(job).wrap());
    });
}

fn job_of(ui: &Ui, words: &[Inline], font: &FontId, ink: Color32) -> LayoutJob {
    let mut job = LayoutJob::default();
    append(&mut job, words, Tokens::of(ui), font, ink);
    job
}

fn append(job: &mut LayoutJob, words: &[Inline], tokens: &Tokens, font: &FontId, ink: Color32) {
    for piece in words {
        let (words, font, color) = match piece {
            Inline::Text { text, .. } => (text.as_str(), font.clone(), ink),
            Inline::Strong { text, .. } => (text.as_str(), bold(font), ink),
            Inline::Emphasis { text } => (text.as_str(), font.clone(), tokens.dim),
            Inline::TickBox => ("☐", font.clone(), ink),
            Inline::Note { text } => {
                job.append("\n", 0.0, TextFormat::simple(text::small(), tokens.dim));
                append(job, text, tokens, &text::small(), tokens.dim);
                continue;
            }
        };
        job.append(words, 0.0, TextFormat::simple(font, color));
    }
}

fn bold(font: &FontId) -> FontId {
    if *font == text::small() {
        text::small_strong()
    } else {
        text::strong()
    }
}

/// The columns in which anything stands, by their places, and how wide they are.
fn columns(ui: &Ui, table: &Table) -> (Vec<usize>, Columns) {
    let is_filled = |place: &usize| {
        table.rows.iter().any(|row| match row {
            Row::Cells { cells } => cells.get(*place).is_some_and(|cell| *cell != Cell::Empty),
            Row::Group { .. } => false,
        })
    };
    let filled: Vec<usize> = (0..table.columns.len()).filter(is_filled).collect();
    let shares: Vec<Column> = filled
        .iter()
        .filter_map(|place| table.columns.get(*place))
        .map(|column| Column::Share(f32::from(column.share)))
        .collect();
    (filled, Columns::new(ui.available_width(), &shares))
}

fn table_head_ui(ui: &mut Ui, table: &Table) {
    ui.add_space(space::S);
    if is_wide(ui) {
        let (filled, columns) = columns(ui, table);
        columns.row(ui, space::L, |row| {
            for place in filled {
                row.cell(|ui| heading::note(ui, &table.columns[place].heading));
            }
        });
    }
    heading::hairline(ui);
}

/// Shows a row: side by side, or each cell behind the heading of its column.
fn row_ui(ui: &mut Ui, table: &Table, cells: &[Cell]) {
    let ink = Tokens::of(ui).ink;
    ui.add_space(space::XS);
    let (filled, columns) = columns(ui, table);
    if is_wide(ui) {
        columns.row(ui, space::XL, |row| {
            for place in filled {
                row.cell(|ui| {
                    if let Some(cell) = cells.get(place) {
                        let job = cell_job(ui, cell, ink);
                        ui.add(Label::new(job).wrap());
                    }
                });
            }
        });
    } else {
        for place in filled {
            let (Some(column), Some(cell)) = (table.columns.get(place), cells.get(place)) else {
                continue;
            };
            if *cell != Cell::Empty {
                heading::note(ui, &column.heading);
                let job = cell_job(ui, cell, ink);
                ui.add(Label::new(job).wrap());
            }
        }
    }
    ui.add_space(space::XS);
    underline(ui);
}

fn cell_job(ui: &Ui, cell: &Cell, ink: Color32) -> LayoutJob {
    match cell {
        Cell::Empty => LayoutJob::default(),
        Cell::Text { text } => job_of(ui, text, &text::body(), ink),
        Cell::Number { words, .. } | Cell::Percent { words, .. } | Cell::Date { words, .. } => {
            LayoutJob::simple(words.clone(), text::body(), ink, f32::INFINITY)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{PIECE, pieces};

    #[test]
    fn a_text_in_pieces_is_the_whole_text() {
        let word = "prévention ";
        let texts = [
            String::new(),
            word.to_owned(),
            word.repeat(PIECE),
            format!("{}\n", word.repeat(40)).repeat(50),
            "長".repeat(PIECE * 5),
        ];
        for text in texts {
            let pieces = pieces(&text);
            let joined: String = pieces.iter().map(|piece| &text[piece.clone()]).collect();
            assert_eq!(joined, text);
            assert!(pieces.iter().all(|piece| piece.len() <= 2 * PIECE));
        }
    }
}
