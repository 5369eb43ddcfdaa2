//! What the council means to do about gaps: actions, on a line of time and in a table.

use jiff::civil::{Date, date};

use super::document::{Block, Cell, Chart, Figures, HeadingLevel, Table, Tick, TimelineAction};
use super::subject::{Subject, heading, joined, paragraph};
use super::tables::{row, table, words};
use crate::domain::PlannedAction;

/// The chapter: the actions that have a day as a timeline, and all of them as a table with all words.
pub(super) fn chapter(subject: &Subject<'_>) -> Vec<Block> {
    let mut blocks = vec![heading(HeadingLevel::One, subject.say("report-plan"))];
    if subject.assessment.actions.is_empty() {
        blocks.push(paragraph(subject.say("report-plan-empty")));
        return blocks;
    }
    blocks.push(paragraph(subject.say("report-plan-explained")));
    blocks.extend(timeline(subject).map(Block::Chart));
    blocks.push(Block::Table(sheet(subject)));
    blocks
}

/// The actions, by day; those without one come last.
pub(super) fn sheet(subject: &Subject<'_>) -> Table {
    let columns = vec![
        words(subject.say("report-column-action"), 66),
        words(subject.say("report-column-body"), 30),
        words(subject.say("report-column-by"), 24),
        words(subject.say("report-column-area"), 26),
        words(subject.say("report-column-serves"), 26),
    ];
    let rows = by_day(subject).into_iter().map(|action| {
        let gaps: Vec<String> = action
            .gaps
            .iter()
            .map(|(question, level)| {
                let level = subject.words.level(*level);
                let values = [("id", question.as_str().into()), ("level", level.into())];
                subject.say_with("report-gap", &values)
            })
            .collect();
        row([
            Cell::text(action.what.as_str()),
            Cell::text(action.who.as_str()),
            action.by.map_or(Cell::Empty, |value| Cell::Date {
                value,
                words: subject.words.day(value),
            }),
            Cell::text(area(subject, action)),
            Cell::text(gaps.join("\n")),
        ])
    });
    table(subject.say("report-plan"), columns, rows.collect())
}

fn by_day<'a>(subject: &Subject<'a>) -> Vec<&'a PlannedAction> {
    let mut actions: Vec<&PlannedAction> = subject.assessment.actions.values().collect();
    actions.sort_by_key(|action| action.by.unwrap_or(Date::MAX));
    actions
}

fn area(subject: &Subject<'_>, action: &PlannedAction) -> String {
    let Some(id) = &action.area else {
        return String::new();
    };
    let mut areas = subject.instrument.areas().iter();
    areas
        .find(|area| area.id == *id)
        .map_or_else(|| id.to_string(), |area| area.title.clone())
}

/// The most letters of a text that stand beside the line of time; the table has all of it.
const LONGEST_LABEL: usize = 90;

/// The first words of a text, on one line.
fn beginning(text: &str) -> String {
    let mut words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some((end, _)) = words.char_indices().nth(LONGEST_LABEL) else {
        return words;
    };
    words.truncate(
        words[..end]
            .rfind(' ')
            .filter(|space| end < space * 2)
            .unwrap_or(end),
    );
    words + "…"
}

fn timeline(subject: &Subject<'_>) -> Option<Chart> {
    let actions = by_day(subject).into_iter();
    let actions: Vec<TimelineAction> = actions
        .filter_map(|action| {
            let by = action.by?;
            Some(TimelineAction {
                label: beginning(&action.what),
                by,
                words: joined(&[&subject.words.day(by), &beginning(&action.who)]),
            })
        })
        .collect();
    let first = actions.first()?.by.min(subject.date);
    let last = actions.last()?.by.max(subject.date);
    let (from, until) = (date(first.year(), 1, 1), date(last.year(), 12, 31));
    let lines: Vec<String> = actions
        .iter()
        .map(|action| format!("{}: {}", action.words, action.label))
        .collect();
    Some(Chart {
        title: subject.say("report-timeline"),
        alternative: lines.join(";\n"),
        figures: Figures::Timeline {
            from,
            until,
            ticks: ticks(from, until),
            actions,
        },
    })
}

/// The first day of each year, at most eight of them, evenly apart.
fn ticks(from: Date, until: Date) -> Vec<Tick> {
    let years = until.year() - from.year() + 1;
    let step = usize::try_from(years).unwrap_or(1).div_ceil(8);
    (from.year()..=until.year())
        .step_by(step)
        .map(|year| Tick {
            day: date(year, 1, 1),
            label: year.to_string(),
        })
        .collect()
}
