//! Readers that are not ours: a ZIP and an XML library for documents, `calamine` for workbooks, `csv`
//! for comma-separated values.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use calamine::{Data, Reader as _, Xlsx};
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use zip::ZipArchive;

/// A document, part by part.
pub struct Document {
    pub parts: BTreeMap<String, String>,
    pub pictures: usize,
    pub paragraphs: Vec<Paragraph>,
    pub tables: Vec<Table>,
    pub notes: Vec<String>,
}

/// A paragraph of the body, in or outside of a table.
#[derive(Debug, PartialEq)]
pub struct Paragraph {
    pub style: String,
    pub text: String,
}

/// A table: its rows, each with the texts of its cells.
#[derive(Debug, Default, PartialEq)]
pub struct Table {
    pub description: String,
    pub repeated_rows: usize,
    pub rows: Vec<Vec<String>>,
}

impl Document {
    #[track_caller]
    pub fn read(bytes: &[u8]) -> Self {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut parts = BTreeMap::new();
        let mut pictures = 0;
        for number in 0..archive.len() {
            let mut file = archive.by_index(number).unwrap();
            let name = file.name().unwrap().into_owned();
            let mut content = Vec::new();
            file.read_to_end(&mut content).unwrap();
            if name.contains("/media/") {
                image::load_from_memory(&content).unwrap();
                pictures += 1;
            } else {
                parts.insert(name, String::from_utf8(content).unwrap());
            }
        }
        let (paragraphs, tables) = flow(&parts["word/document.xml"]);
        let (notes, _) = flow(&parts["word/footnotes.xml"]);
        Self {
            parts,
            pictures,
            paragraphs,
            tables,
            notes: notes.into_iter().map(|note| note.text).collect(),
        }
    }

    /// The texts of all paragraphs, and of the notes.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let texts = self.paragraphs.iter().map(|each| each.text.as_str());
        texts.chain(self.notes.iter().map(String::as_str))
    }

    pub fn headings(&self) -> Vec<&str> {
        let headings = self.paragraphs.iter();
        let headings = headings.filter(|each| each.style.starts_with("Heading"));
        headings.map(|each| each.text.as_str()).collect()
    }

    /// The table whose first heading is this, and that has this many columns.
    #[track_caller]
    pub fn table(&self, heading: &str, columns: usize) -> &Table {
        let is_it = |table: &&Table| table.rows[0][0] == heading && table.rows[0].len() == columns;
        self.tables.iter().find(is_it).unwrap()
    }
}

/// Reads every tag of a part: a fault in its markup fails.
fn flow(part: &str) -> (Vec<Paragraph>, Vec<Table>) {
    let mut reader = Reader::from_str(part);
    let mut paragraphs = Vec::new();
    let mut tables: Vec<Table> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut paragraph: Option<Paragraph> = None;
    let mut in_text = false;
    loop {
        let event = reader.read_event().unwrap();
        let is_open = matches!(event, Event::Start(_));
        match event {
            Event::Start(tag) | Event::Empty(tag) => match tag.name().as_ref() {
                "w:p" => {
                    paragraph = is_open.then(|| Paragraph {
                        style: String::new(),
                        text: String::new(),
                    });
                }
                "w:pStyle" => {
                    if let Some(paragraph) = &mut paragraph {
                        paragraph.style = attribute(&tag, "w:val");
                    }
                }
                "w:t" => in_text = is_open,
                "w:br" => paragraph.as_mut().unwrap().text.push('\n'),
                "w:tab" if !is_setting(&tag) => paragraph.as_mut().unwrap().text.push('\t'),
                "w:tbl" => {
                    open.push(tables.len());
                    tables.push(Table::default());
                }
                "w:tblDescription" => {
                    tables.last_mut().unwrap().description = attribute(&tag, "w:val");
                }
                "w:tblHeader" => tables[*open.last().unwrap()].repeated_rows += 1,
                "w:tr" => tables[*open.last().unwrap()].rows.push(Vec::new()),
                "w:tc" => {
                    let table = &mut tables[*open.last().unwrap()];
                    table.rows.last_mut().unwrap().push(String::new());
                }
                _ => {}
            },
            Event::End(tag) => match tag.name().as_ref() {
                "w:p" => {
                    let ended = paragraph.take().unwrap();
                    if let Some(table) = open.last() {
                        let row = tables[*table].rows.last_mut().unwrap();
                        row.last_mut().unwrap().push_str(&ended.text);
                    }
                    paragraphs.push(ended);
                }
                "w:t" => in_text = false,
                "w:tbl" => {
                    open.pop();
                }
                _ => {}
            },
            Event::Text(text) if in_text => {
                paragraph.as_mut().unwrap().text.push_str(&text);
            }
            Event::GeneralRef(reference) if in_text => {
                let sign = match &*reference {
                    "amp" => '&',
                    "lt" => '<',
                    "gt" => '>',
                    "quot" => '"',
                    _ => reference.resolve_char_ref().unwrap().unwrap(),
                };
                paragraph.as_mut().unwrap().text.push(sign);
            }
            Event::Eof => return (paragraphs, tables),
            _ => {}
        }
    }
}

/// A stop of the tabulator has a place; a tab has none.
fn is_setting(tag: &BytesStart<'_>) -> bool {
    tag.attributes().next().is_some()
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> String {
    let found = tag.attributes().map(Result::unwrap);
    let found = found.into_iter().find(|each| each.key.as_ref() == name);
    let value = found.unwrap().normalized_value(XmlVersion::Explicit1_0);
    value.unwrap().into_owned()
}

/// The markup of each sheet of a workbook, in order.
pub fn sheets(bytes: &[u8]) -> Vec<String> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut sheets = Vec::new();
    while let Ok(mut file) =
        archive.by_name(&format!("xl/worksheets/sheet{}.xml", sheets.len() + 1))
    {
        let mut markup = String::new();
        file.read_to_string(&mut markup).unwrap();
        sheets.push(markup);
    }
    sheets
}

/// A workbook: the rows of each sheet.
pub struct Workbook {
    pub sheets: Vec<(String, Vec<Vec<Data>>)>,
}

impl Workbook {
    #[track_caller]
    pub fn read(bytes: &[u8]) -> Self {
        let mut book = Xlsx::new(Cursor::new(bytes)).unwrap();
        let sheets = book.sheet_names().into_iter().map(|name| {
            let range = book.worksheet_range(&name).unwrap();
            let formulas = book.worksheet_formula(&name).unwrap();
            assert!(formulas.is_empty(), "{name} has a formula");
            let rows = range.rows().map(<[Data]>::to_vec).collect();
            (name, rows)
        });
        Self {
            sheets: sheets.collect(),
        }
    }

    /// The rows of a sheet below its headings, by heading.
    #[track_caller]
    pub fn rows(&self, sheet: &str) -> Vec<BTreeMap<String, Data>> {
        let (_, rows) = self.sheets.iter().find(|(name, _)| name == sheet).unwrap();
        let filled = |row: &[Data]| row.iter().filter(|cell| **cell != Data::Empty).count();
        let head = rows.iter().position(|row| 1 < filled(row)).unwrap();
        let names: Vec<String> = rows[head].iter().map(ToString::to_string).collect();
        let below = rows[head + 1..].iter();
        below
            .map(|row| names.iter().cloned().zip(row.iter().cloned()).collect())
            .collect()
    }

    /// The texts of each column of each sheet, run together from the top.
    pub fn columns(&self) -> Vec<String> {
        let mut columns = Vec::new();
        for (_, rows) in &self.sheets {
            let width = rows.iter().map(Vec::len).max().unwrap_or(0);
            let column = |position: usize| {
                let cells = rows.iter().filter_map(move |row| row.get(position));
                cells.map(ToString::to_string).collect::<String>()
            };
            columns.extend((0..width).map(column));
        }
        columns
    }

    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let cells = self
            .sheets
            .iter()
            .flat_map(|(_, rows)| rows.iter().flatten());
        cells.filter_map(|cell| match cell {
            Data::String(text) => Some(text.as_str()),
            _ => None,
        })
    }
}

/// The rows of comma-separated values with their head, as they were before they were protected.
#[track_caller]
pub fn records(bytes: &[u8]) -> Vec<Vec<String>> {
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap();
    let mut reader = csv::ReaderBuilder::new();
    let mut reader = reader.has_headers(false).from_reader(text);
    let rows = reader.records().map(|row| {
        let row = row.unwrap();
        row.iter().map(unguarded).collect()
    });
    rows.collect()
}

/// A cell without the apostrophes that were put in front of what would be a formula.
fn unguarded(cell: &str) -> String {
    let is_formula = |rest: &str| {
        let rest = rest.trim_start_matches(['\'', '"', ' ']);
        rest.starts_with(['=', '+', '-', '@', '\t', '\r'])
    };
    let mut plain = String::new();
    let mut begins = true;
    for (position, c) in cell.char_indices() {
        let is_guard = begins && c == '\'' && is_formula(&cell[position + 1..]);
        begins = [';', '\t', '\n', '\r'].contains(&c);
        if !is_guard {
            plain.push(c);
        }
    }
    plain
}
