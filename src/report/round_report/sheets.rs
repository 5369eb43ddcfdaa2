//! The report as tables of a workbook: every figure with the States behind it.

use super::annexes::files_table;
use super::figures::{self, Detail};
use super::introduction::response_table;
use super::quotations::quoted;
use super::replies::Replies;
use crate::domain::{Attribution, Kind};
use crate::report::answers::kind_name;
use crate::report::document::{Cell, Row, Table};
use crate::report::table_parts::{names, numbers, row, table, words};

/// The tables: response, answers, choices, lists, assistance, quotations, files.
pub(super) fn sheets(replies: &Replies<'_>) -> Vec<Table> {
    let answers = replies.say("round-report-sheet-answers");
    vec![
        response_table(replies),
        figures::cells(replies, Detail::Names, &answers),
        figures::choices(replies, Detail::Names),
        lists(replies),
        figures::assistance(replies, Detail::Names),
        quotations(replies),
        files_table(replies),
    ]
}

fn lists(replies: &Replies<'_>) -> Table {
    let columns = vec![
        names(replies.say("report-column-question"), 12),
        names(replies.say("report-column-title"), 36),
        names(replies.say("round-report-column-state"), 28),
        names(replies.say("report-column-name"), 40),
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

/// The quotations; a State that is not to be named is not named here either.
fn quotations(replies: &Replies<'_>) -> Table {
    let columns = vec![
        names(replies.say("report-column-question"), 12),
        names(replies.say("round-report-column-state"), 28),
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
