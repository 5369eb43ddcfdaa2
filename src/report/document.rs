//! The neutral document: what a report says, without a word on how it is written. PDF, DOCX, XLSX
//! and CSV are made from it, so none of them can say anything else.
//!
//! Every string is data: what somebody typed stands here letter by letter, with its line breaks and
//! tabs, and no sign in it means anything. Serialised (for the writer of PDF), each value with a
//! choice carries its name in `kind`, in lower case with underscores.

use jiff::civil::Date;
use serde::{Serialize, Serializer};

pub use super::chart::{Chart, CoverageBar, Figures, Mark, ShareBar, Tick, TimelineAction};

/// A report, a questionnaire: something to be read from the first page to the last.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Document {
    /// Its title, on the cover and among its properties.
    pub title: String,
    /// What stands below the title: whose it is.
    pub subtitle: String,
    /// The language that its own words are in, as an IETF tag.
    pub language: String,
    /// The day that it speaks of; the only date in its properties, so that the same content gives
    /// the same bytes.
    #[serde(serialize_with = "as_iso")]
    pub date: Date,
    /// What every page says at its head: that it is a sample, or a draft that is not cleared.
    pub banner: Option<String>,
    /// What every page says at its foot, before the number of the page.
    pub footer: String,
    /// What the cover tells: State, institution, call.
    pub facts: Vec<Fact>,
    /// The short code of the submission that it is the twin of, with the word for it; on the cover.
    pub code: Option<Fact>,
    /// The heading of the table of contents; `None` for a document that needs none.
    pub contents: Option<String>,
    /// The words "page {page} of {pages}", with these two places to fill in.
    pub page_of_pages: String,
    pub blocks: Vec<Block>,
}

/// Something short, with the word for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fact {
    pub label: String,
    pub text: String,
    /// The language that this is in, as an IETF tag, where it is not the document's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
}

impl Fact {
    /// One in the document's own words.
    pub fn new(label: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            text: text.into(),
            language: None,
        }
    }
}

/// One piece of a document's flow.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Block {
    /// A heading; it stays with what follows it.
    Heading {
        /// How deep it stands; never more than one deeper than the heading before it.
        level: HeadingLevel,
        text: String,
    },
    /// A paragraph in the document's own words.
    Paragraph {
        text: Vec<Inline>,
    },
    /// Dim words that help to fill something in or to read it.
    Help {
        text: Vec<Inline>,
    },
    /// What somebody wrote or is quoted with.
    Quote {
        text: Vec<Inline>,
    },
    /// A list with a mark before each item.
    List {
        items: Vec<Vec<Inline>>,
    },
    /// A label with what was written under it; the label stays with its text.
    Labelled {
        label: String,
        text: Vec<Inline>,
    },
    /// Room to write by hand.
    Room {
        label: String,
        lines: u8,
    },
    Table(Table),
    /// Figures that are drawn.
    Chart(Chart),
}

/// How deep a heading stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(into = "u8")]
pub enum HeadingLevel {
    /// A chapter.
    One,
    /// A section of a chapter.
    Two,
    /// A question, or another small piece.
    Three,
}

impl From<HeadingLevel> for u8 {
    fn from(level: HeadingLevel) -> Self {
        match level {
            HeadingLevel::One => 1,
            HeadingLevel::Two => 2,
            HeadingLevel::Three => 3,
        }
    }
}

/// A piece of a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Inline {
    /// Words; `\n` breaks the line, `\t` is a tab.
    Text {
        text: String,
        /// The language that they are in, as an IETF tag, where it is not the document's.
        #[serde(skip_serializing_if = "Option::is_none")]
        language: Option<String>,
    },
    /// Words that carry the weight.
    Strong {
        text: String,
        /// As above.
        #[serde(skip_serializing_if = "Option::is_none")]
        language: Option<String>,
    },
    /// Words that are set apart.
    Emphasis { text: String },
    /// A note at the foot of the page, marked here.
    Note {
        /// What it says; holds no note itself.
        text: Vec<Inline>,
    },
    /// An empty box to be ticked by hand; the words that follow say what it stands for.
    TickBox,
}

impl Inline {
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text {
            text: text.into(),
            language: None,
        }
    }

    pub fn strong(text: impl Into<String>) -> Self {
        Self::Strong {
            text: text.into(),
            language: None,
        }
    }

    pub fn emphasis(text: impl Into<String>) -> Self {
        Self::Emphasis { text: text.into() }
    }

    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Text { text, .. } if text.is_empty())
    }

    pub fn note(text: impl Into<String>) -> Self {
        Self::Note {
            text: vec![Self::text(text)],
        }
    }
}

/// A table; its headings come again on every page that it runs over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Table {
    /// A short name of its own, for the sheet of a workbook.
    pub name: String,
    /// What stands above it; empty where a heading has said it.
    pub caption: String,
    /// Its columns, at least one.
    pub columns: Vec<Column>,
    /// Its rows, each with as many cells as there are columns.
    pub rows: Vec<Row>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Column {
    pub heading: String,
    pub alignment: Alignment,
    /// Its width beside the others: a column of 2 is twice as wide as one of 1.
    pub share: u16,
    #[serde(skip)]
    pub role: ColumnRole,
}

/// What the cells of a column are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnRole {
    /// They name what a row is about, and stand again in each row that goes on with it.
    Names,
    /// They say something about it.
    Says,
}

/// How the cells of a column stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Alignment {
    /// Words begin where lines begin.
    Start,
    /// Numbers end where lines end.
    End,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Row {
    /// Cells, one for each column.
    Cells { cells: Vec<Cell> },
    /// A heading over the rows that follow, across all columns; it stays with the next row.
    Group { text: String },
}

/// A cell of a table: a value for a sheet, and the words for it on paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Cell {
    Empty,
    Text {
        text: Vec<Inline>,
    },
    Number {
        value: i64,
        words: String,
    },
    /// Whole per cent.
    Percent {
        /// 0 to 100.
        value: u32,
        /// How paper says it: 63 %.
        words: String,
    },
    Date {
        #[serde(serialize_with = "as_iso")]
        value: Date,
        /// How paper says it: 31 December 2026.
        words: String,
    },
}

impl Cell {
    /// Plain words; none are an empty cell.
    pub fn text(text: impl Into<String>) -> Self {
        Self::of(Inline::text(text))
    }

    /// One piece; one without words is an empty cell.
    pub fn of(piece: Inline) -> Self {
        Self::pieces(
            [piece]
                .into_iter()
                .filter(|piece| !piece.is_empty())
                .collect(),
        )
    }

    /// Several pieces; none are an empty cell.
    pub fn pieces(text: Vec<Inline>) -> Self {
        if text.is_empty() {
            return Self::Empty;
        }
        Self::Text { text }
    }

    pub fn number(value: u32) -> Self {
        Self::Number {
            value: i64::from(value),
            words: value.to_string(),
        }
    }

    pub fn percent(value: u32) -> Self {
        Self::Percent {
            value,
            words: format!("{value}\u{a0}%"),
        }
    }
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "a reference is what the serialiser hands over"
)]
fn as_iso<S: Serializer>(date: &Date, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(date)
}
