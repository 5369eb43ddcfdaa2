//! The tables of figures: for the annex how many replies say what, for the workbook which States too.

use super::names::Names;
use super::replies::Replies;
use crate::analysis::{CellTally, StateSet};
use crate::domain::{ChoiceOption, Kind, Question, SectionId, Standing};
use crate::report::document::{Cell, Column, Row, Table};
use crate::report::table_parts::{numbers, row, table, words};
use crate::words::capitalised;

/// How much a table tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Detail {
    /// How many replies say what, wherever one says something, under headings.
    Counts,
    /// The same for everything, with the names of the States, each row by itself.
    Names,
}

/// The answers of which the States are named, as the report does.
const NAMED: [Standing; 3] = [Standing::Yes, Standing::InPart, Standing::No];

/// The headings of needs and offers, each in whole and in part.
const EXTENTS: [&str; 4] = [
    "round-report-column-need-short",
    "round-report-column-need-in-part",
    "round-report-column-offer-short",
    "round-report-column-offer-in-part",
];

/// The counts of every question at each of its levels, in the instrument's order.
pub(super) fn cells(replies: &Replies<'_>, detail: Detail, name: &str) -> Table {
    let mut columns = detail.of_question(replies);
    if detail == Detail::Names {
        columns.push(words(replies.say("report-column-section"), 24));
    }
    columns.push(words(
        replies.say("report-column-level"),
        detail.either(8, 12),
    ));
    columns.push(numbers(
        replies.say("round-report-column-base"),
        detail.either(7, 10),
    ));
    let standings = Standing::ALL.into_iter().map(Some).chain([None]);
    columns.extend(standings.map(|standing| standing_column(replies, detail, standing)));
    if detail == Detail::Names {
        columns.extend(NAMED.map(|standing| {
            let share = if standing == Standing::Yes { 60 } else { 30 };
            let answer = replies.words.standing(Some(standing));
            states_column(replies, answer, share)
        }));
    }
    let mut rows = Vec::new();
    let mut under: Option<&SectionId> = None;
    for cell in &replies.tally.cells {
        let Some(question) = replies.instrument.question(&cell.question) else {
            continue;
        };
        let section = replies.instrument.section(&question.section);
        let section = section.map_or("", |section| section.title.as_str());
        if detail == Detail::Counts {
            if cell.replies() == 0 {
                continue;
            }
            if under.replace(&question.section) != Some(&question.section) {
                rows.push(Row::Group {
                    text: section.to_owned(),
                });
            }
        }
        rows.push(cell_row(replies, detail, (question, section), cell));
    }
    table(name, columns, rows)
}

fn standing_column(replies: &Replies<'_>, detail: Detail, standing: Option<Standing>) -> Column {
    let words = match detail {
        Detail::Counts => replies.words.standing(standing),
        Detail::Names => replies.words.standing_in_full(standing),
    };
    let share = match standing {
        Some(Standing::NotKnown) | None => 10,
        Some(_) => 6,
    };
    numbers(capitalised(&words), detail.either(share, 8))
}

fn cell_row(
    replies: &Replies<'_>,
    detail: Detail,
    (question, section): (&Question, &str),
    cell: &CellTally,
) -> Row {
    let mut cells = match detail {
        Detail::Counts => vec![Cell::text(named(question))],
        Detail::Names => vec![
            Cell::text(question.id.as_str()),
            Cell::text(question.title.as_str()),
            Cell::text(section),
        ],
    };
    cells.push(Cell::text(replies.words.level(cell.level)));
    cells.push(count(cell.replies()));
    cells.extend(Standing::ALL.map(|standing| count(cell.states(standing).count())));
    cells.push(count(cell.not_answered.len()));
    if detail == Detail::Names {
        let none = StateSet::new();
        cells.extend(NAMED.map(|standing| {
            let states = cell.said.get(&standing).unwrap_or(&none);
            names(&replies.names, states)
        }));
    }
    row(cells)
}

/// Which option of a choice is chosen how often.
pub(super) fn choices(replies: &Replies<'_>, detail: Detail) -> Table {
    let mut columns = match detail {
        Detail::Counts => vec![words(replies.say("round-report-column-said"), 8)],
        Detail::Names => {
            let mut columns = detail.of_question(replies);
            columns.push(words(replies.say("report-column-answer"), 40));
            columns
        }
    };
    columns.push(numbers(
        replies.say("round-report-column-replies"),
        detail.either(2, 12),
    ));
    if detail == Detail::Names {
        columns.push(words(replies.say("round-report-column-all-states"), 80));
    }
    let mut rows = Vec::new();
    for question in replies.instrument.questions() {
        if let Kind::Choice(options) = &question.kind {
            rows.extend(option_rows(replies, detail, question, options));
        }
    }
    table(replies.say("round-report-choices"), columns, rows)
}

fn option_rows(
    replies: &Replies<'_>,
    detail: Detail,
    question: &Question,
    options: &[ChoiceOption],
) -> Vec<Row> {
    let chosen = replies.options(&question.id);
    let mut rows = Vec::new();
    if detail == Detail::Counts {
        if chosen.iter().all(|(_, states)| states.is_empty()) {
            return rows;
        }
        rows.push(group_of(question));
    }
    for ((_, states), option) in chosen.iter().zip(options) {
        let [title, count] = [Cell::text(option.title.as_str()), count(states.len())];
        rows.push(match detail {
            Detail::Counts => row([title, count]),
            Detail::Names => row([
                Cell::text(question.id.as_str()),
                Cell::text(question.title.as_str()),
                title,
                count,
                names(&replies.names, states),
            ]),
        });
    }
    rows
}

/// Needs and offers by area; the counts only where somebody filled the sheet in.
pub(super) fn assistance(replies: &Replies<'_>, detail: Detail) -> Table {
    let area = replies.say("round-report-column-area");
    let mut columns = vec![words(area, detail.either(6, 40))];
    columns.extend(EXTENTS.map(|key| numbers(replies.say(key), detail.either(2, 12))));
    if detail == Detail::Names {
        columns.extend(EXTENTS.map(|key| states_column(replies, replies.say(key), 60)));
    }
    let areas = replies.areas();
    let areas = areas.filter(|_| detail == Detail::Names || has_sheet(replies));
    let rows = areas.map(|(area, tally)| {
        let sets = [
            &tally.need,
            &tally.need_in_part,
            &tally.offer,
            &tally.offer_in_part,
        ];
        let mut cells = vec![Cell::text(area.title.as_str())];
        cells.extend(sets.map(|states| count(states.len())));
        if detail == Detail::Names {
            cells.extend(sets.map(|states| names(&replies.names, states)));
        }
        row(cells)
    });
    let rows = rows.collect();
    table(replies.say("round-report-assistance"), columns, rows)
}

/// Whether somebody filled in the sheet of assistance.
fn has_sheet(replies: &Replies<'_>) -> bool {
    let questions = replies.instrument.questions().iter();
    let mut questions = questions.zip(&replies.tally.questions);
    questions
        .any(|(question, tally)| question.kind == Kind::Assistance && !tally.answered.is_empty())
}

impl Detail {
    fn either(self, counts: u16, names: u16) -> u16 {
        match self {
            Self::Counts => counts,
            Self::Names => names,
        }
    }

    /// The columns that say which question a row is about.
    fn of_question(self, replies: &Replies<'_>) -> Vec<Column> {
        let share = self.either(24, 12);
        let mut columns = vec![words(replies.say("report-column-question"), share)];
        if self == Self::Names {
            columns.push(words(replies.say("report-column-title"), 36));
        }
        columns
    }
}

fn states_column(replies: &Replies<'_>, answer: String, share: u16) -> Column {
    let values = [("answer", answer.into())];
    words(
        replies.say_with("round-report-column-states", &values),
        share,
    )
}

fn names(names: &Names, states: &StateSet) -> Cell {
    Cell::text(names.sorted(states).join(", "))
}

pub(super) fn count(count: usize) -> Cell {
    Cell::number(u32::try_from(count).unwrap_or(u32::MAX))
}

/// A question over the rows that are about it.
pub(super) fn group_of(question: &Question) -> Row {
    Row::Group {
        text: named(question),
    }
}

/// A question by its id and title.
pub(super) fn named(question: &Question) -> String {
    format!("{}\u{2002}{}", question.id, question.title)
}
