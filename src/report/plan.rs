//! What the council means to do about gaps: actions, on a line of time and in a table.

use super::document::{
    Block, Cell, Chart, Figures, HeadingLevel, Mark, Table, Tick, TimelineAction,
};
use super::subject::{Subject, heading, joined, paragraph};
use super::table_parts::{row, table, words};
use crate::analysis::{self, Plan, Step};
use crate::domain::{Level, PlannedAction, QuestionId};

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

/// The actions in the order of the plan; those without a day come last.
pub(super) fn sheet(subject: &Subject<'_>) -> Table {
    let columns = vec![
        words(subject.say("report-column-action"), 66),
        words(subject.say("report-column-body"), 30),
        words(subject.say("report-column-by"), 24),
        words(subject.say("report-column-area"), 26),
        words(subject.say("report-column-serves"), 50),
    ];
    let plan = plan(subject);
    let rows = actions(subject, &plan).map(|action| {
        let gaps: Vec<String> = action
            .gaps
            .iter()
            .map(|(question, level)| gap_words(subject, question, *level))
            .collect();
        row([
            Cell::of(subject.said(action.what.as_str())),
            Cell::of(subject.said(action.who.as_str())),
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

/// The plan as it stands on the day of the report.
fn plan(subject: &Subject<'_>) -> Plan {
    analysis::plan(subject.instrument, subject.assessment, subject.date)
}

pub(super) fn in_order<'a>(subject: &Subject<'a>) -> Vec<&'a PlannedAction> {
    actions(subject, &plan(subject)).collect()
}

fn actions<'a>(subject: &Subject<'a>, plan: &Plan) -> impl Iterator<Item = &'a PlannedAction> {
    let actions = &subject.assessment.actions;
    let steps = plan.dated.iter().chain(&plan.undated);
    steps.filter_map(|step| actions.get(&step.action))
}

/// A gap with the title of its question, where the instrument has it.
fn gap_words(subject: &Subject<'_>, question: &QuestionId, level: Level) -> String {
    let level = subject.words.level(level);
    let asked = subject.instrument.question(question);
    let title = asked.map_or("", |asked| asked.title.as_str());
    let named = [question.as_str(), title].join(" ");
    let values = [("gap", named.trim_end().into()), ("level", level.into())];
    subject.say_with("report-gap", &values)
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
    let plan = plan(subject);
    let stretch = plan.timeline.as_ref()?;
    let steps = plan.dated.iter();
    let actions: Vec<TimelineAction> = steps.filter_map(|step| drawn(subject, step)).collect();
    let lines = actions
        .iter()
        .map(|action| format!("{}: {}", action.label, action.words));
    let scale = subject.words.scale(stretch, subject.date);
    let lines: Vec<String> = [scale].into_iter().chain(lines).collect();
    let ticks = subject.words.ticks(stretch).into_iter();
    let ticks = ticks.map(|tick| Tick {
        day: tick.day,
        label: tick.name,
        above: tick.above,
    });
    Some(Chart::new(
        subject.say("report-timeline"),
        lines.join("\n"),
        Figures::Timeline {
            days: stretch.days,
            today: stretch.today,
            today_word: subject.say("plan-today"),
            ticks: ticks.collect(),
            actions,
        },
    ))
}

/// An action on the line of time; nothing where it has no day.
fn drawn(subject: &Subject<'_>, step: &Step) -> Option<TimelineAction> {
    let action = subject.assessment.actions.get(&step.action)?;
    let due = [
        subject.words.day(action.by?),
        subject.words.due(step),
        beginning(&action.who),
    ];
    Some(TimelineAction {
        label: beginning(&action.what),
        day: step.day?,
        mark: Mark::of(step),
        words: joined(&due.each_ref().map(String::as_str)),
    })
}
