//! The annexes: every figure, what became of the files, and what is not known.

use super::answers::states_by_kind;
use super::figures::{self, Detail, count, group_of, named};
use super::quotations::left_out;
use super::replies::Replies;
use crate::analysis::{CellTally, QuestionTally, StateSet};
use crate::domain::{Kind, Question, Standing};
use crate::report::document::{Block, Cell, HeadingLevel, Inline, Table};
use crate::report::subject::{heading, help, paragraph};
use crate::report::table_parts::{numbers, row, table, words};

pub(super) fn annexes(replies: &Replies<'_>) -> Vec<Block> {
    let annex = |key: &str| heading(HeadingLevel::One, replies.say(key));
    let mut blocks = vec![annex("round-report-annex-figures")];
    if replies.tally.counted.is_empty() {
        blocks.push(paragraph(replies.say("round-report-no-figures")));
    } else {
        blocks.extend(figures(replies));
    }
    blocks.push(annex("round-report-annex-files"));
    let none = match replies.only {
        Some(_) => "round-report-no-files-of-group",
        None => "round-report-no-files",
    };
    let is_empty = replies.files.is_empty();
    let mut what = replies.say(if is_empty {
        none
    } else {
        "round-report-files-what"
    });
    if replies.only.is_some() {
        what.push(' ');
        what.push_str(&replies.say("round-report-files-of-group"));
    }
    blocks.push(paragraph(what));
    if !is_empty {
        blocks.push(Block::Table(files_table(replies)));
    }
    blocks.push(annex("round-report-annex-unknown"));
    blocks.push(Block::List {
        items: unknown(replies),
    });
    if !replies.tally.counted.is_empty() {
        blocks.extend(unanswered(replies));
    }
    blocks
}

fn figures(replies: &Replies<'_>) -> Vec<Block> {
    let name = replies.say("round-report-annex-figures");
    let cells = figures::cells(replies, Detail::Counts, &name);
    let mut blocks = vec![help(replies.say("round-report-annex-figures-what"))];
    if !cells.rows.is_empty() {
        blocks.push(Block::Table(cells));
    }
    for table in [
        figures::choices(replies, Detail::Counts),
        lists(replies),
        figures::assistance(replies, Detail::Counts),
    ] {
        if !table.rows.is_empty() {
            blocks.push(heading(HeadingLevel::Two, table.name.as_str()));
            blocks.push(Block::Table(table));
        }
    }
    if blocks.len() == 1 {
        blocks = vec![paragraph(replies.say("round-report-nothing-in-figures"))];
    }
    blocks
}

/// How many replies name which kind of item in a list.
fn lists(replies: &Replies<'_>) -> Table {
    let columns = vec![
        words(replies.say("round-report-column-said"), 8),
        numbers(replies.say("round-report-column-replies"), 2),
    ];
    let mut rows = Vec::new();
    for question in replies.instrument.questions() {
        let Kind::List(kinds) = &question.kind else {
            continue;
        };
        if replies.items(&question.id).is_empty() {
            continue;
        }
        rows.push(group_of(question));
        let kinds = states_by_kind(replies, question, kinds);
        rows.extend(
            kinds
                .into_iter()
                .map(|(title, states)| row([Cell::text(title), count(states.len())])),
        );
    }
    table(replies.say("round-report-lists"), columns, rows)
}

/// How many files were of each class.
pub(super) fn files_table(replies: &Replies<'_>) -> Table {
    let columns = vec![
        words(replies.say("round-report-column-class"), 8),
        numbers(replies.say("round-report-column-files"), 2),
    ];
    let files = replies.files.iter();
    let rows = files.map(|class| row([Cell::text(class.title.as_str()), count(class.count)]));
    table(
        replies.say("round-report-annex-files"),
        columns,
        rows.collect(),
    )
}

/// What the figures do not tell, each in a line.
fn unknown(replies: &Replies<'_>) -> Vec<Vec<Inline>> {
    let is_counted = !replies.tally.counted.is_empty();
    let mut lines = Vec::new();
    if is_counted {
        lines.extend(silence(replies));
    } else {
        lines.push(replies.say("round-report-nothing-known"));
    }
    let mut add = |key: &str, count: usize| {
        if 0 < count {
            lines.push(replies.count(key, count));
        }
    };
    add("round-report-unknown-waiting", replies.waiting.len());
    if replies.noted.closing.is_some() {
        add("round-report-unknown-undated", replies.undated.len());
    }
    let [uncounted, unasked] = left_out(replies);
    add("round-report-unknown-quotations", uncounted);
    add("round-report-unknown-quotations-unasked", unasked);
    if is_counted {
        let [reworded, strangers] = [
            "round-report-unknown-reworded",
            "round-report-unknown-strangers",
        ];
        lines.extend(by_question(replies, reworded, |it| &it.other_revision));
        lines.extend(by_question(replies, strangers, |it| &it.strangers));
        lines.push(replies.say("round-report-unknown-texts"));
        lines.push(replies.say("round-report-unknown-own"));
    }
    let lines = lines.into_iter().map(|line| vec![Inline::text(line)]);
    lines.collect()
}

/// How much was not answered, and to how much there is no information.
fn silence(replies: &Replies<'_>) -> Vec<String> {
    let cells = &replies.tally.cells;
    let open: usize = cells.iter().map(|cell| cell.not_answered.len()).sum();
    let all: usize = cells.iter().map(CellTally::replies).sum::<usize>() + open;
    let no_information: usize = cells
        .iter()
        .map(|cell| cell.states(Standing::NotKnown).count())
        .sum();
    let values = [("open", open.into()), ("all", all.into())];
    let mut lines = vec![replies.say_with("round-report-unknown-silent", &values)];
    if 0 < no_information {
        lines.push(replies.count("round-report-unknown-no-information", no_information));
    }
    lines
}

/// The questions that no reply answers, under their sections.
fn unanswered(replies: &Replies<'_>) -> Vec<Block> {
    let mut count = 0;
    let mut rows = Vec::new();
    for section in replies.instrument.sections() {
        let questions = asked(replies).filter(|(question, tally)| {
            question.section == section.id && tally.answered.is_empty()
        });
        let titles: Vec<String> = questions.map(|(question, _)| named(question)).collect();
        count += titles.len();
        if !titles.is_empty() {
            let title = section.title.as_str();
            rows.push(row([Cell::text(title), Cell::text(titles.join("\n"))]));
        }
    }
    if rows.is_empty() {
        return Vec::new();
    }
    let columns = vec![
        words(replies.say("report-column-section"), 3),
        words(replies.say("round-report-column-questions"), 7),
    ];
    let name = replies.count("round-report-unknown-nobody", count);
    vec![
        paragraph(name.as_str()),
        Block::Table(table(name, columns, rows)),
    ]
}

/// How many answers are so, and to which questions; nothing where none is.
fn by_question(
    replies: &Replies<'_>,
    key: &str,
    are_so: fn(&QuestionTally) -> &StateSet,
) -> Option<String> {
    let mut answers = 0;
    let mut titles = Vec::new();
    for (question, tally) in asked(replies) {
        let count = are_so(tally).len();
        if 0 < count {
            answers += count;
            let values = [("title", named(question).into()), ("count", count.into())];
            titles.push(replies.say_with("round-report-option", &values));
        }
    }
    let titles = titles.join("; ");
    let values = [("count", answers.into()), ("questions", titles.into())];
    (0 < answers).then(|| replies.say_with(key, &values))
}

/// Every question with the States that answer it.
fn asked<'a>(replies: &'a Replies<'_>) -> impl Iterator<Item = (&'a Question, &'a QuestionTally)> {
    let questions = replies.instrument.questions().iter();
    questions.zip(&replies.tally.questions)
}
