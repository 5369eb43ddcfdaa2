//! The introduction: the call, who replied, how far the replies carry, how to read the figures.

use super::chapters::{analyst, chapter_heading};
use super::figures::count;
use super::replies::Replies;
use crate::analysis::cautions;
use crate::report::document::{
    Block, Cell, Chart, Figures, HeadingLevel, Inline, Row, ShareBar, Table,
};
use crate::report::subject::{heading, help, paragraph};
use crate::report::table_parts::{numbers, row, words};
use crate::words::Value;

pub(super) fn introduction(replies: &Replies<'_>) -> Vec<Block> {
    let mut blocks = vec![chapter_heading(
        0,
        &replies.say("round-report-introduction"),
    )];
    blocks.extend(the_call(replies));
    blocks.extend(analyst(replies, None));
    let response = replies.say("round-report-response");
    blocks.push(heading(HeadingLevel::Two, response));
    blocks.extend(the_response(replies));
    if !replies.tally.counted.is_empty() {
        let reading = replies.say("round-report-reading");
        blocks.push(heading(HeadingLevel::Two, reading));
        blocks.extend(how_to_read(replies));
    }
    blocks
}

fn the_call(replies: &Replies<'_>) -> Vec<Block> {
    let asked = match replies.call {
        "" => replies.say("round-report-no-call"),
        call => replies.say_with("round-report-call", &[("call", call.into())]),
    };
    let what = replies.say("round-report-what");
    let mut blocks = vec![paragraph([asked, what].join(" "))];
    if replies.is_trial {
        blocks.push(paragraph(replies.say("round-report-trial")));
    }
    if let Some(group) = replies.only {
        let group = [("group", replies.words.group(group).into())];
        blocks.push(paragraph(replies.say_with("round-report-only", &group)));
    }
    let invited = &replies.replied() & &replies.invited;
    let of_group = replies.only.map_or("no", |_| "yes");
    let values = [
        ("of_group", of_group.into()),
        ("replied", invited.len().into()),
        ("invited", replies.invited.len().into()),
        ("states", replies.names_in_words(&invited).into()),
    ];
    blocks.push(paragraph(replies.say_with("round-report-replied", &values)));
    let uninvited = &replies.replied() - &replies.invited;
    for (key, states) in [
        ("round-report-uninvited", &uninvited),
        ("round-report-waiting", &replies.waiting),
    ] {
        if !states.is_empty() {
            let values = [
                ("count", states.len().into()),
                ("states", replies.names_in_words(states).into()),
            ];
            blocks.push(paragraph(replies.say_with(key, &values)));
        }
    }
    let counted = replies.tally.counted.len();
    let mut closing = match counted {
        0 => replies.say("round-report-no-figures"),
        counted => replies.count("round-report-counted", counted),
    };
    if let Some(day) = replies.noted.closing {
        let day = [("day", replies.words.day(day).into())];
        closing.push(' ');
        let key = if 0 < counted && replies.undated.is_empty() {
            "round-report-closing-kept"
        } else {
            "round-report-closing"
        };
        closing.push_str(&replies.say_with(key, &day));
    }
    blocks.push(paragraph(closing));
    blocks
}

fn the_response(replies: &Replies<'_>) -> Vec<Block> {
    let mut blocks = vec![help(replies.say("round-report-for-convenience"))];
    blocks.push(Block::Chart(response_chart(replies)));
    blocks.push(Block::Table(response_table(replies)));
    let cautions = cautions(&replies.groups);
    let cautions = cautions
        .iter()
        .map(|caution| replies.words.caution(caution));
    blocks.extend(cautions.map(paragraph));
    if !replies.replied().is_empty() {
        blocks.push(paragraph(replies.say("round-report-own-choice")));
    }
    blocks
}

fn response_chart(replies: &Replies<'_>) -> Chart {
    let bars: Vec<ShareBar> = replies
        .groups
        .iter()
        .map(|each| {
            let [part, of] = [&each.replied, &each.invited]
                .map(|states| u32::try_from(states.len()).unwrap_or(u32::MAX));
            let values = [("replied", Value::from(part)), ("invited", of.into())];
            ShareBar {
                label: replies.words.group(each.group),
                part,
                of,
                words: replies.say_with("round-report-share", &values),
            }
        })
        .collect();
    let told: Vec<String> = bars
        .iter()
        .map(|bar| format!("{}: {}", bar.label, bar.words))
        .collect();
    let title = replies.say("round-report-response-chart");
    Chart::new(title, told.join("; "), Figures::Shares { bars })
}

/// Invited and replied by regional group, and in all.
pub(super) fn response_table(replies: &Replies<'_>) -> Table {
    let columns = vec![
        words(replies.say("round-report-column-group"), 6),
        numbers(replies.say("round-report-column-invited"), 2),
        numbers(replies.say("round-report-column-replied"), 2),
    ];
    let line = |title: String, invited: usize, replied: usize| -> Row {
        row([Cell::text(title), count(invited), count(replied)])
    };
    let groups = replies.groups.iter();
    let mut rows: Vec<Row> = groups
        .map(|each| {
            let title = replies.words.group(each.group);
            line(title, each.invited.len(), each.replied.len())
        })
        .collect();
    let all = replies.say("round-report-all-groups");
    let invited = &replies.replied() & &replies.invited;
    rows.push(line(all, replies.invited.len(), invited.len()));
    Table {
        name: replies.say("round-report-response"),
        caption: replies.say("round-report-response-table"),
        columns,
        rows,
    }
}

fn how_to_read(replies: &Replies<'_>) -> Vec<Block> {
    let counted = replies.tally.counted.len();
    let day = replies.speaks_of.year().to_string();
    let year = [("year", day.into())];
    let lines = [
        replies.count("round-report-read-base", counted),
        replies.say("round-report-read-least"),
        replies.say("round-report-read-level"),
        replies.say("round-report-read-own"),
        replies.say_with("round-report-read-notes", &year),
        replies.say("round-report-read-no-rank"),
        replies.say("round-report-read-questions"),
    ];
    let items = lines.into_iter().map(|line| vec![Inline::text(line)]);
    vec![Block::List {
        items: items.collect(),
    }]
}
