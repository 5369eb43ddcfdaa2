//! Where the State stands, as bars and as tables: every figure is taken from `analysis` as it is.

use super::document::{Block, Cell, Chart, CoverageBar, Figures, HeadingLevel, Row, Table};
use super::subject::{Subject, heading, help, paragraph};
use super::table_parts::{numbers, row, table, words};
use crate::analysis::{Coverage, Group, Profile, Shows, coverage};
use crate::domain::{Level, Standing};
use crate::words::{Value, capitalised};
use Standing::{InPart, No, NotApplicable, NotKnown, Yes};

/// The chapter: a chart for each level, then the figures behind it.
pub(super) fn chapter(subject: &Subject<'_>) -> Vec<Block> {
    let coverage = coverage(subject.instrument, subject.assessment);
    let progress = subject.progress();
    let answered = [("done", progress.done.into()), ("all", progress.all.into())];
    let mut blocks = vec![
        heading(HeadingLevel::One, subject.say("report-profiles")),
        paragraph(subject.say_with("report-answered", &answered)),
    ];
    for level in subject.assessment.profile.levels.iter() {
        blocks.push(heading(HeadingLevel::Two, level_heading(subject, level)));
        blocks.push(Block::Chart(chart(subject, &coverage, level)));
    }
    blocks.push(heading(
        HeadingLevel::Two,
        subject.say("report-figures-principles"),
    ));
    blocks.push(help(subject.say("report-figures-explained")));
    blocks.push(Block::Table(cells_table(subject, &coverage.principles)));
    blocks.push(heading(
        HeadingLevel::Two,
        subject.say("report-figures-sections"),
    ));
    blocks.push(Block::Table(cells_table(subject, &coverage.sections)));
    blocks.push(heading(HeadingLevel::Two, subject.say("report-applied")));
    blocks.push(help(subject.say("report-applied-explained")));
    blocks.push(Block::Table(applied_table(subject, &coverage.principles)));
    blocks
}

/// The same figures for a workbook, one sheet for principles and one for sections.
pub(super) fn sheets(subject: &Subject<'_>) -> [Table; 2] {
    let Coverage {
        principles,
        sections,
    } = coverage(subject.instrument, subject.assessment);
    [
        sheet(subject, "report-sheet-principles", &principles),
        sheet(subject, "report-sheet-sections", &sections),
    ]
}

/// What a profile is about, in words.
pub(super) fn group_name(subject: &Subject<'_>, group: &Group) -> String {
    let (title, paragraphs) = match group {
        Group::Principle(number) => {
            let mut principles = subject.instrument.principles().iter();
            let principle = principles.find(|principle| principle.number == *number);
            let title = principle.map_or("", |principle| principle.title.as_str());
            (title, number.to_string())
        }
        Group::Section(id) => match subject.instrument.section(id) {
            Some(section) => (section.title.as_str(), section.paragraphs.clone()),
            None => (id.as_str(), String::new()),
        },
    };
    if paragraphs.is_empty() {
        return title.to_owned();
    }
    let values = [("title", title.into()), ("paragraphs", paragraphs.into())];
    subject.say_with("report-group", &values)
}

/// What a profile says, in words; where its cells are too few for a figure, what they are.
pub(super) fn profile_words(subject: &Subject<'_>, profile: &Profile) -> String {
    let said = subject.words.profile(profile);
    if profile.shows != Shows::Cells {
        return said;
    }
    let tally = profile.tally;
    let values: [(&str, Value<'_>); 4] = [
        ("yes", tally.yes.into()),
        ("inpart", tally.in_part.into()),
        ("no", tally.no.into()),
        ("open", tally.open().into()),
    ];
    format!("{said} · {}", subject.say_with("gaps-tally", &values))
}

/// Whether a profile has anything to say: the State has the level, and something is asked there.
pub(super) const fn is_said(profile: &Profile) -> bool {
    !matches!(profile.shows, Shows::NoLevel | Shows::NotAsked)
}

fn level_heading(subject: &Subject<'_>, level: Level) -> String {
    let level = subject.words.level(level);
    subject.say_with("report-level", &[("level", level.into())])
}

fn chart(subject: &Subject<'_>, coverage: &Coverage, level: Level) -> Chart {
    let profiles = coverage.principles.iter();
    let profiles = profiles.filter(|profile| profile.level == level && is_said(profile));
    let bars: Vec<CoverageBar> = profiles
        .map(|profile| CoverageBar {
            label: group_name(subject, &profile.group),
            percent: profile.percent().and_then(|percent| percent.coverage),
            range: profile.percent().map(|percent| (percent.low, percent.high)),
            words: profile_words(subject, profile),
        })
        .collect();
    let lines: Vec<String> = bars
        .iter()
        .map(|bar| format!("{}: {}", bar.label, bar.words))
        .collect();
    let title = subject.say("report-chart-coverage");
    Chart::new(title, lines.join(";\n"), Figures::Coverage { bars })
}

/// The cells behind each profile, as paper has room for them.
fn cells_table(subject: &Subject<'_>, profiles: &[Profile]) -> Table {
    let say = |key: &str| subject.say(key);
    let columns = vec![
        words(say("report-column-profile"), 76),
        numbers(subject.words.standing(Some(Yes)), 13),
        numbers(say("report-column-in-part"), 13),
        numbers(subject.words.standing(Some(No)), 13),
        numbers(say("report-column-open"), 15),
        numbers(say("report-column-not-applicable"), 15),
        numbers(say("report-column-decided"), 22),
        numbers(say("report-column-coverage"), 20),
        numbers(say("report-column-range"), 28),
    ];
    let rows = grouped(subject, profiles, |profile| {
        let tally = profile.tally;
        let percent = profile.percent();
        let coverage = percent.and_then(|percent| percent.coverage);
        let range = percent.filter(|_| tally.open() != 0);
        vec![
            Cell::text(group_name(subject, &profile.group)),
            Cell::number(tally.yes),
            Cell::number(tally.in_part),
            Cell::number(tally.no),
            Cell::number(tally.open()),
            Cell::number(tally.not_applicable),
            Cell::text(decided(subject, profile)),
            coverage.map_or(Cell::Empty, Cell::percent),
            range.map_or(Cell::Empty, |percent| {
                let values = [("low", percent.low.into()), ("high", percent.high.into())];
                Cell::text(subject.say_with("report-range", &values))
            }),
        ]
    });
    table(say("report-figures-principles"), columns, rows)
}

/// How what is in place is applied, and whether evidence shows it.
fn applied_table(subject: &Subject<'_>, profiles: &[Profile]) -> Table {
    let say = |key: &str| subject.say(key);
    let heading = |key: &str| capitalised(&subject.say(key));
    let columns = vec![
        words(say("report-column-profile"), 76),
        numbers(say("report-column-in-place"), 24),
        numbers(heading("application-applied"), 18),
        numbers(heading("application-partly"), 18),
        numbers(heading("application-not-yet"), 18),
        numbers(heading("application-not-said"), 18),
        numbers(say("report-column-evidenced"), 24),
    ];
    let rows = grouped(subject, profiles, |profile| {
        let tally = profile.tally;
        let applied = tally.applied;
        let numbers = [
            tally.yes + tally.in_part,
            applied.applied,
            applied.partly,
            applied.not_yet,
            applied.not_said,
            tally.evidenced,
        ];
        let name = Cell::text(group_name(subject, &profile.group));
        let cells = [name].into_iter();
        cells.chain(numbers.map(Cell::number)).collect()
    });
    table(say("report-applied"), columns, rows)
}

/// A row for each profile that has something to say, under a heading for each level.
fn grouped(
    subject: &Subject<'_>,
    profiles: &[Profile],
    cells: impl Fn(&Profile) -> Vec<Cell>,
) -> Vec<Row> {
    let mut rows = Vec::new();
    for level in subject.assessment.profile.levels.iter() {
        let at_level = |profile: &&Profile| profile.level == level && is_said(profile);
        if profiles.iter().any(|profile| at_level(&profile)) {
            rows.push(Row::Group {
                text: level_heading(subject, level),
            });
        }
        rows.extend(
            profiles
                .iter()
                .filter(at_level)
                .map(|profile| row(cells(profile))),
        );
    }
    rows
}

/// How many of the cells that count are decided: 4 of 6.
fn decided(subject: &Subject<'_>, profile: &Profile) -> String {
    let tally = profile.tally;
    let values = [
        ("done", tally.decided().into()),
        ("all", tally.counting().into()),
    ];
    subject.say_with("progress-done-of-all", &values)
}

fn sheet(subject: &Subject<'_>, name: &str, profiles: &[Profile]) -> Table {
    let say = |key: &str| subject.say(key);
    let standing = |standing: Standing| subject.words.standing(Some(standing));
    let columns = vec![
        words(say("report-column-profile"), 40),
        words(say("report-column-level"), 12),
        numbers(say("report-column-coverage-percent"), 14),
        numbers(say("report-column-low"), 14),
        numbers(say("report-column-high"), 14),
        numbers(say("report-column-decided"), 12),
        numbers(say("report-column-counting"), 12),
        numbers(standing(Yes), 12),
        numbers(standing(InPart), 12),
        numbers(standing(No), 12),
        numbers(subject.words.standing_in_full(Some(NotApplicable)), 16),
        numbers(standing(NotKnown), 16),
        numbers(subject.words.standing(None), 16),
        numbers(say("application-applied"), 12),
        numbers(say("application-partly"), 12),
        numbers(say("application-not-yet"), 12),
        numbers(say("application-not-said"), 12),
        numbers(say("report-column-evidenced"), 14),
        words(say("report-column-in-words"), 60),
    ];
    let said = profiles.iter().filter(|profile| is_said(profile));
    let rows = said.map(|profile| {
        let mut cells = vec![
            Cell::text(group_name(subject, &profile.group)),
            Cell::text(subject.words.level(profile.level)),
        ];
        let figures = profile.figures().map(|(_, figure)| figure);
        let (percents, counts) = figures.split_at(3);
        let cell = |figure: &Option<u32>, of: fn(u32) -> Cell| figure.map_or(Cell::Empty, of);
        cells.extend(percents.iter().map(|figure| cell(figure, Cell::percent)));
        cells.extend(counts.iter().map(|figure| cell(figure, Cell::number)));
        cells.push(Cell::text(profile_words(subject, profile)));
        row(cells)
    });
    table(say(name), columns, rows.collect())
}
