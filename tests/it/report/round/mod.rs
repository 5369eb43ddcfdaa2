//! The report of a round.

mod assistance;
mod closing;
mod figures;
mod grammar;
mod lists;
mod missing;
#[cfg(feature = "pdf")]
mod notes;
mod outline;
mod published;
mod written;

use std::fs;
use std::path::Path;
use std::sync::Arc;

use guidepost::app::example;
use guidepost::app::round::{Collation, ReportSource, all_cores, collate, files};
use guidepost::domain::{Cell, Level, RegionalGroup, Round, Standing, Submission, SubmittedAnswer};
use guidepost::format::write_submission;
use guidepost::report::{Block, Cell as TableCell, Document, Inline, Report, Row, Table};
use guidepost::words::{ENGLISH, Words};
use uuid::Uuid;

use super::DAY;
use crate::support::{instrument, library, question, state};

/// What the files of these replies come to.
fn collated(replies: &[Submission], noted: &Round) -> Collation {
    let folder = tempfile::tempdir().unwrap();
    for (place, reply) in replies.iter().enumerate() {
        let name = format!("{place}.submission.ron");
        fs::write(folder.path().join(name), write_submission(reply).unwrap().0).unwrap();
    }
    collated_in(folder.path(), noted)
}

fn collated_in(folder: &Path, noted: &Round) -> Collation {
    let files = files(&[folder.to_owned()]).unwrap();
    let (states, noted) = (&library().states, Some(noted));
    collate(&files, instrument(), states, noted, all_cores())
}

fn report(replies: &[Submission], noted: &Round) -> Report {
    report_with(replies, noted, None)
}

fn report_with(replies: &[Submission], noted: &Round, only: Option<RegionalGroup>) -> Report {
    let collation = collated(replies, noted);
    let source = ReportSource {
        instrument: Arc::clone(&library().instrument),
        outline: Arc::clone(&library().outline),
        states: Arc::clone(&library().states),
        collation: Arc::new(collation),
        noted: noted.clone(),
        today: DAY,
    };
    source.report(&Words::load(ENGLISH), only)
}

/// The 42 samples of 2007.
fn samples() -> Vec<Submission> {
    let replies = library().round.replies.iter();
    let samples = replies
        .map(|reply| example::submission(instrument(), &library().round, reply.state).unwrap());
    samples.collect()
}

/// The reply of a State to the call of 2030, with these standings to one question.
fn reply(of: &str, asked: &str, standings: &[(Level, Standing)]) -> Submission {
    let mut submission = example::submission(instrument(), &library().round, state("COL")).unwrap();
    submission.sample = None;
    submission.call.id = "2030".to_owned();
    submission.profile.state = state(of);
    let number: u64 = of.bytes().fold(0, |sum, byte| sum * 256 + u64::from(byte));
    submission.identity = Uuid::from_u128(number.into());
    let cells = standings.iter().map(|(level, standing)| {
        let cell = Cell {
            standing: Some(*standing),
            ..Cell::default()
        };
        (*level, cell)
    });
    let answer = SubmittedAnswer {
        revision: 1,
        cells: cells.collect(),
        ..SubmittedAnswer::default()
    };
    submission.answers.insert(question(asked), answer);
    submission
}

/// A line with each note in brackets where it is marked.
fn line(text: &[Inline]) -> String {
    let pieces = text.iter().map(|piece| match piece {
        Inline::Text { text, .. } | Inline::Strong { text, .. } | Inline::Emphasis { text } => {
            text.clone()
        }
        Inline::Note { text } => format!("[{}]", line(text)),
        Inline::TickBox => panic!("nothing is to be ticked"),
    });
    pieces.collect()
}

/// The lines of a document: headings, paragraphs, quotations, items of lists.
fn lines(document: &Document) -> Vec<String> {
    let mut lines = Vec::new();
    for block in &document.blocks {
        match block {
            Block::Heading { text, .. } => lines.push(text.clone()),
            Block::Paragraph { text } | Block::Quote { text } | Block::Help { text } => {
                lines.push(line(text));
            }
            Block::List { items } => lines.extend(items.iter().map(|item| line(item))),
            Block::Table(_) | Block::Chart(_) => {}
            other => panic!("not in this report: {other:?}"),
        }
    }
    lines
}

/// The rows of the table that is meant, cell by cell; a heading over rows is one cell.
#[track_caller]
fn rows_of(document: &Document, is_meant: impl Fn(&Table) -> bool) -> Vec<Vec<String>> {
    let mut tables = document.blocks.iter().filter_map(|block| match block {
        Block::Table(table) if is_meant(table) => Some(table),
        _ => None,
    });
    let rows = tables.next().expect("there is such a table").rows.iter();
    let rows = rows.map(|row| match row {
        Row::Group { text } => vec![text.clone()],
        Row::Cells { cells } => cells.iter().map(words).collect(),
    });
    rows.collect()
}

fn words(cell: &TableCell) -> String {
    match cell {
        TableCell::Empty => String::new(),
        TableCell::Text { text } => line(text),
        TableCell::Number { words, .. }
        | TableCell::Percent { words, .. }
        | TableCell::Date { words, .. } => words.clone(),
    }
}

/// The line that begins so.
#[track_caller]
fn line_of<'a>(lines: &'a [String], beginning: &str) -> &'a str {
    let mut found = lines.iter().filter(|line| line.starts_with(beginning));
    let one = found
        .next()
        .unwrap_or_else(|| panic!("no line begins {beginning:?}"));
    assert_eq!(found.next(), None, "several lines begin {beginning:?}");
    one
}
