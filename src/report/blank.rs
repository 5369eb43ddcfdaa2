//! One question of the blank questionnaire: what is asked, what helps, boxes and room to write.

use super::answers::question_heading;
use super::document::{Block, Cell, Inline, Row, Table};
use super::subject::{Subject, paragraph};
use super::table_parts::{row, table, words};
use crate::domain::{ChoiceOption, Extent, ItemKind, Kind, Question, Standing, TextField};

/// The lines of room for an answer in one's own words.
const LINES_FOR_A_TEXT: u8 = 10;

/// The rows of room for the items of a list.
const ROWS_FOR_ITEMS: usize = 4;

pub(super) fn question(subject: &Subject<'_>, question: &Question) -> Vec<Block> {
    let mut blocks = vec![
        question_heading(question),
        paragraph(question.text.as_str()),
    ];
    blocks.extend(guidance(subject, question));
    match &question.kind {
        Kind::Standing | Kind::Fact => {
            blocks.push(Block::Table(cells(subject, question)));
            blocks.push(room(subject, TextField::Exists, 3));
            blocks.push(room(subject, TextField::Missing, 1));
            blocks.push(room(subject, TextField::Reason, 1));
            blocks.push(line(subject, "question-evidence"));
            blocks.push(line(subject, "report-blank-more"));
        }
        Kind::Choice(options) => {
            blocks.push(Block::Table(choice(subject, options)));
            blocks.push(room(subject, TextField::Choice, 2));
        }
        Kind::List(kinds) => {
            blocks.extend(kinds_of(subject, kinds));
            blocks.push(Block::Table(items(subject)));
        }
        Kind::Text => blocks.push(room(subject, TextField::Text, LINES_FOR_A_TEXT)),
        Kind::Assistance => {
            blocks.extend(kinds_of(
                subject,
                &subject.instrument.parts().assistance_kinds,
            ));
            blocks.push(Block::Table(assistance(subject)));
        }
    }
    blocks
}

fn guidance(subject: &Subject<'_>, question: &Question) -> Option<Block> {
    let kind = &question.kind;
    let parts = [
        (subject.say("question-help"), &question.help.covers),
        (subject.words.what_counts(kind), &question.help.counts),
        (
            subject.words.what_counts_not(kind),
            &question.help.counts_not,
        ),
    ];
    let mut text = Vec::new();
    for (title, words) in parts {
        if words.is_empty() {
            continue;
        }
        let gap = if text.is_empty() { "" } else { "\n" };
        text.push(Inline::strong(format!("{gap}{title}: ")));
        text.push(Inline::text(words.as_str()));
    }
    if question.kind == Kind::Fact {
        let gap = if text.is_empty() { "" } else { "\n" };
        text.push(Inline::text(format!(
            "{gap}{}",
            subject.say("question-fact")
        )));
    }
    (!text.is_empty()).then_some(Block::Help { text })
}

fn room(subject: &Subject<'_>, field: TextField, lines: u8) -> Block {
    Block::Room {
        label: subject.words.text(field),
        lines,
    }
}

fn line(subject: &Subject<'_>, key: &str) -> Block {
    Block::Room {
        label: subject.say(key),
        lines: 1,
    }
}

fn ticked(text: &str) -> Vec<Inline> {
    vec![Inline::TickBox, Inline::text(format!("\u{a0}{text}"))]
}

fn box_cell(text: &str) -> Cell {
    Cell::Text { text: ticked(text) }
}

/// A box for each option, two in a row.
fn choice(subject: &Subject<'_>, options: &[ChoiceOption]) -> Table {
    let columns = [50, 50].map(|share| words("", share)).into();
    let rows = options.chunks(2).map(|pair| {
        let mut cells: Vec<Cell> = pair.iter().map(|option| box_cell(&option.title)).collect();
        cells.resize(2, Cell::Empty);
        row(cells)
    });
    table(subject.say("report-column-answer"), columns, rows.collect())
}

/// A row of boxes for each level; without headings, for the boxes say what they are.
fn cells(subject: &Subject<'_>, question: &Question) -> Table {
    let shares = [18, 12, 17, 12, 25, 27, 29];
    let columns = shares.map(|share| words("", share)).into();
    let levels = question.levels.iter().copied();
    let levels = levels.filter(|level| subject.assessment.profile.levels.has(*level));
    let rows = levels.map(|level| {
        let mut cells = vec![Cell::Text {
            text: vec![Inline::strong(subject.words.level(level))],
        }];
        let boxes =
            Standing::ALL.map(|standing| box_cell(&subject.words.standing_in_full(Some(standing))));
        cells.extend(boxes);
        let is_national = level == crate::domain::Level::National;
        let units = (!is_national).then(|| subject.say("report-blank-units"));
        cells.push(Cell::text(units.unwrap_or_default()));
        row(cells)
    });
    table(subject.say("report-column-answer"), columns, rows.collect())
}

fn kinds_of(subject: &Subject<'_>, kinds: &[ItemKind]) -> Option<Block> {
    let names: Vec<&str> = kinds.iter().map(|kind| kind.title.as_str()).collect();
    let values = [("kinds", names.join(", ").into())];
    (!kinds.is_empty()).then(|| Block::Help {
        text: vec![Inline::text(
            subject.say_with("report-blank-kinds", &values),
        )],
    })
}

fn items(subject: &Subject<'_>) -> Table {
    let columns = vec![
        words(subject.say("report-column-name"), 40),
        words(subject.say("report-column-kind"), 24),
        words(subject.say("report-column-level"), 18),
        words(subject.say("report-column-year-language"), 20),
        words(subject.say("report-column-where"), 30),
        words(subject.say("report-column-remark"), 30),
    ];
    let empty = |_| Row::Cells {
        cells: vec![Cell::text("\n"); 6],
    };
    let rows = (0..ROWS_FOR_ITEMS).map(empty).collect();
    table(subject.say("report-sheet-lists"), columns, rows)
}

fn assistance(subject: &Subject<'_>) -> Table {
    let columns = vec![
        words(subject.say("assistance-area"), 50),
        words(subject.say("assistance-need"), 40),
        words(subject.say("assistance-offer"), 40),
        words(subject.say("report-column-kinds-reason"), 50),
    ];
    let all = subject.say("assistance-all");
    let areas = subject.instrument.areas().iter();
    let areas = areas.map(|area| area.title.clone());
    let rows = [all].into_iter().chain(areas).map(|title| {
        let boxes = || Cell::Text {
            text: extents(subject),
        };
        row([Cell::text(title), boxes(), boxes(), Cell::Empty])
    });
    table(
        subject.say("report-sheet-assistance"),
        columns,
        rows.collect(),
    )
}

/// A box for each answer to a need or an offer, on one line.
fn extents(subject: &Subject<'_>) -> Vec<Inline> {
    let mut text = Vec::new();
    for extent in Extent::ALL {
        let words = super::answers::extent_words(subject, Some(extent));
        if !text.is_empty() {
            text.push(Inline::text(" "));
        }
        text.push(Inline::TickBox);
        text.push(Inline::text(format!(
            "\u{a0}{}",
            words.replace(' ', "\u{a0}")
        )));
    }
    text
}
