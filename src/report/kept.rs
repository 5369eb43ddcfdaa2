//! What stands in the file and is not counted: answers to questions that the instrument does not
//! have, and what was said at levels that the State no longer has.

use super::answers::{answered, cells_table};
use super::document::{Block, Cell, HeadingLevel, Table};
use super::subject::{Subject, heading, help};
use super::table_parts::{names, numbers, row, table, words};
use crate::domain::{Answer, Level, QuestionId, Units, WithApplication};

/// The answers to questions that the instrument does not have, under a heading of their own.
pub(super) fn unknown(subject: &Subject<'_>, level: HeadingLevel) -> Vec<Block> {
    let unknown = subject.assessment.unknown_answers(subject.instrument);
    let mut blocks = Vec::new();
    for (id, answer) in unknown.filter(|(_, answer)| !answer.is_empty()) {
        blocks.push(heading(HeadingLevel::Three, id.as_str()));
        let answer = answer.at_levels(subject.assessment.profile.levels);
        blocks.extend(answered(subject, None, &answer, WithApplication::No));
    }
    if !blocks.is_empty() {
        let title = heading(level, subject.say("report-unknown"));
        blocks.splice(0..0, [title, help(subject.say("question-unknown"))]);
    }
    blocks
}

/// What was said at levels that the State does not have, under a heading of its own.
pub(super) fn at_other_levels(subject: &Subject<'_>, level: HeadingLevel) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (id, answer) in &subject.assessment.answers {
        let levels: Vec<Level> = other_levels(subject, answer).collect();
        if levels.is_empty() {
            continue;
        }
        let title = title(subject, id);
        blocks.push(heading(HeadingLevel::Three, format!("{id}\u{2002}{title}")));
        let levels = levels.into_iter();
        let cells = cells_table(subject, levels, answer, WithApplication::Yes);
        blocks.push(Block::Table(cells));
    }
    if !blocks.is_empty() {
        let title = heading(level, subject.say("report-kept"));
        blocks.splice(0..0, [title, help(subject.say("report-kept-explained"))]);
    }
    blocks
}

/// The same as a sheet; none where there is nothing to tell.
pub(super) fn sheet(subject: &Subject<'_>) -> Option<Table> {
    let columns = vec![
        names(subject.say("report-column-question"), 12),
        names(subject.say("report-column-title"), 34),
        names(subject.say("report-column-level"), 12),
        words(subject.say("report-column-answer"), 24),
        numbers(subject.say("report-column-units-having"), 12),
        numbers(subject.say("report-column-units-all"), 12),
        words(subject.say("report-column-note"), 50),
        words(subject.say("report-column-applied"), 14),
        words(subject.say("report-column-cleared"), 30),
    ];
    let mut rows = Vec::new();
    for (id, level, cell) in cells(subject) {
        let units = |number: fn(Units) -> u32| cell.units.map(number);
        let units = [units(Units::having), units(Units::all)];
        let [having, all] = units.map(|number| number.map_or(Cell::Empty, Cell::number));
        let applied = cell.application;
        let applied = applied.map(|said| subject.words.application(Some(said)));
        rows.push(row([
            Cell::text(id.as_str()),
            Cell::text(title(subject, id)),
            Cell::text(subject.words.level(level)),
            Cell::text(subject.words.standing_in_full(cell.standing)),
            having,
            all,
            Cell::text(cell.note.as_str()),
            Cell::text(applied.unwrap_or_default()),
            Cell::text(subject.say("report-kept-mark")),
        ]));
    }
    let name = subject.say("report-sheet-kept");
    (!rows.is_empty()).then(|| table(name, columns, rows))
}

/// What was said at levels that the State does not have.
pub(super) fn cells<'a>(
    subject: &Subject<'a>,
) -> impl Iterator<Item = (&'a QuestionId, Level, &'a crate::domain::Cell)> {
    let levels = subject.assessment.profile.levels;
    subject
        .assessment
        .answers
        .iter()
        .flat_map(move |(id, answer)| {
            let cells = answer.cells.iter();
            let cells = cells.filter(move |(level, _)| !levels.has(**level));
            cells.map(move |(level, cell)| (id, *level, cell))
        })
}

fn other_levels(subject: &Subject<'_>, answer: &Answer) -> impl Iterator<Item = Level> {
    let levels = subject.assessment.profile.levels;
    let said = answer.cells.keys().copied();
    said.filter(move |level| !levels.has(*level))
}

/// The title of a question; nothing where the instrument does not have it.
fn title<'a>(subject: &Subject<'a>, id: &QuestionId) -> &'a str {
    let asked = subject.instrument.question(id);
    asked.map_or("", |asked| asked.title.as_str())
}
