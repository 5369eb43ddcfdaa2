//! The report as tables of a workbook: every figure with the States behind it.

use super::annexes::files_table;
use super::introduction::{count, response_table};
use super::quotations::quoted;
use super::replies::Replies;
use crate::analysis::StateSet;
use crate::domain::{Attribution, Kind, Standing};
use crate::report::answers::kind_name;
use crate::report::document::{Cell, Row, Table};
use crate::report::tables::{numbers, row, table, words};
use crate::words::capitalised;

/// The standings of which the workbook names the States, as the report does.
const NAMED: [Standing; 3] = [Standing::Yes, Standing::InPart, Standing::No];

/// The tables: response, answers, choices, lists, assistance, quotations, files.
pub(super) fn sheets(replies: &Replies<'_>) -> Vec<Table> {
    vec![
        response_table(replies),
        answers(replies),
        choices(replies),
        lists(replies),
        assistance(replies),
        quotations(replies),
        files_table(replies),
    ]
}

fn names(replies: &Replies<'_>, states: Option<&StateSet>) -> Cell {
    let names = replies.names.sorted(states.into_iter().flatten());
    Cell::text(names.join(", "))
}

fn answers(replies: &Replies<'_>) -> Table {
    let standings = Standing::ALL.into_iter().map(Some).chain([None]);
    let mut columns = vec![
        words(replies.say("report-column-question"), 12),
        words(replies.say("report-column-title"), 36),
        words(replies.say("report-column-section"), 24),
        words(replies.say("report-column-level"), 12),
        numbers(replies.say("round-report-column-base"), 12),
    ];
    columns.extend(
        standings
            .map(|standing| numbers(capitalised(&replies.words.standing_in_full(standing)), 12)),
    );
    columns.extend(NAMED.map(|standing| {
        let standing = replies.words.standing(Some(standing));
        let values = [("answer", standing.into())];
        words(replies.say_with("round-report-column-states", &values), 60)
    }));
    let rows = replies.tally.cells.iter().filter_map(|cell| {
        let question = replies.instrument.question(&cell.question)?;
        let section = replies.instrument.section(&question.section);
        let head = [
            Cell::text(question.id.as_str()),
            Cell::text(question.title.as_str()),
            Cell::text(section.map_or("", |section| section.title.as_str())),
            Cell::text(replies.words.level(cell.level)),
            count(cell.replies()),
        ];
        let said = Standing::ALL.map(|standing| count(cell.states(standing).count()));
        let silent = [count(cell.not_answered.len())];
        let named = NAMED.map(|standing| names(replies, cell.said.get(&standing)));
        Some(row(head.into_iter().chain(said).chain(silent).chain(named)))
    });
    table(
        replies.say("round-report-sheet-answers"),
        columns,
        rows.collect(),
    )
}

fn choices(replies: &Replies<'_>) -> Table {
    let columns = vec![
        words(replies.say("report-column-question"), 12),
        words(replies.say("report-column-title"), 36),
        words(replies.say("report-column-answer"), 40),
        numbers(replies.say("round-report-column-replies"), 12),
        words(replies.say("round-report-column-all-states"), 80),
    ];
    let mut rows = Vec::new();
    for question in replies.instrument.questions() {
        let Kind::Choice(options) = &question.kind else {
            continue;
        };
        for ((_, states), option) in replies.options(&question.id).iter().zip(options) {
            rows.push(row([
                Cell::text(question.id.as_str()),
                Cell::text(question.title.as_str()),
                Cell::text(option.title.as_str()),
                count(states.len()),
                names(replies, Some(states)),
            ]));
        }
    }
    table(replies.say("round-report-choices"), columns, rows)
}

fn lists(replies: &Replies<'_>) -> Table {
    let columns = vec![
        words(replies.say("report-column-question"), 12),
        words(replies.say("report-column-title"), 36),
        words(replies.say("round-report-column-state"), 28),
        words(replies.say("report-column-name"), 40),
        words(replies.say("report-column-kind"), 24),
        words(replies.say("report-column-level"), 12),
        numbers(replies.say("report-column-year"), 10),
        words(replies.say("report-column-language"), 14),
        words(replies.say("report-column-where"), 40),
        words(replies.say("report-column-remark"), 40),
    ];
    let mut rows: Vec<Row> = Vec::new();
    for question in replies.instrument.questions() {
        let Kind::List(kinds) = &question.kind else {
            continue;
        };
        for (state, items) in replies.items(&question.id) {
            rows.extend(items.iter().map(|item| {
                let level = item.level.map(|level| replies.words.level(level));
                let year = item.year.map(|year| Cell::Number {
                    value: i64::from(year),
                    words: year.to_string(),
                });
                row([
                    Cell::text(question.id.as_str()),
                    Cell::text(question.title.as_str()),
                    Cell::text(replies.names.name(state)),
                    Cell::text(item.name.as_str()),
                    Cell::text(kind_name(kinds, item.kind.as_ref())),
                    Cell::text(level.unwrap_or_default()),
                    year.unwrap_or(Cell::Empty),
                    Cell::text(item.language.as_str()),
                    Cell::text(item.address.as_str()),
                    Cell::text(item.public_remark.as_str()),
                ])
            }));
        }
    }
    table(replies.say("round-report-lists"), columns, rows)
}

fn assistance(replies: &Replies<'_>) -> Table {
    let sides = [
        "round-report-column-need-short",
        "round-report-column-need-in-part",
        "round-report-column-offer-short",
        "round-report-column-offer-in-part",
    ];
    let mut columns = vec![words(replies.say("round-report-column-area"), 40)];
    columns.extend(sides.map(|key| numbers(replies.say(key), 12)));
    columns.extend(sides.map(|key| {
        let values = [("answer", replies.say(key).into())];
        words(replies.say_with("round-report-column-states", &values), 60)
    }));
    let rows = replies.areas().map(|(area, tally)| {
        let sets = [
            &tally.need,
            &tally.need_in_part,
            &tally.offer,
            &tally.offer_in_part,
        ];
        let counts = sets.map(|states| count(states.len()));
        let named = sets.map(|states| names(replies, Some(states)));
        let title = [Cell::text(area.title.as_str())];
        row(title.into_iter().chain(counts).chain(named))
    });
    table(
        replies.say("round-report-assistance"),
        columns,
        rows.collect(),
    )
}

/// The quotations; a State that is not to be named is not named here either.
fn quotations(replies: &Replies<'_>) -> Table {
    let columns = vec![
        words(replies.say("report-column-question"), 12),
        words(replies.say("round-report-column-state"), 28),
        words(replies.say("round-report-column-quotation"), 100),
    ];
    let mut rows: Vec<[String; 3]> = quoted(replies)
        .map(|each| {
            let state = match each.attribution {
                Attribution::Named => replies.names.name(each.state),
                Attribution::OneState => replies.say("round-report-one-state-short"),
            };
            [each.question.to_string(), state, each.text.clone()]
        })
        .collect();
    rows.sort();
    let rows = rows.into_iter().map(|cells| row(cells.map(Cell::text)));
    table(
        replies.say("round-report-quotations"),
        columns,
        rows.collect(),
    )
}
