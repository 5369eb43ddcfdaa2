//! What is not in place yet, in the instrument's order; and what has not been answered at all.

use super::document::{Block, Cell, HeadingLevel, Row, Table};
use super::subject::{Subject, heading, paragraph};
use super::table_parts::{row, table, words};
use crate::analysis::{Gap, GapCounts, gaps, progress_of_question};
use crate::domain::Question;
use crate::words::capitalised;

/// The chapter: how many gaps there are, and the list by sections.
pub(super) fn chapter(subject: &Subject<'_>) -> Vec<Block> {
    let gaps = gaps(subject.instrument, subject.assessment);
    let title = heading(HeadingLevel::One, subject.say("report-gaps"));
    if gaps.is_empty() {
        return vec![title, paragraph(subject.say("gaps-none"))];
    }
    let counts = GapCounts::of(&gaps);
    let values = [
        ("all", counts.all.into()),
        ("no", counts.no.into()),
        ("inpart", counts.in_part.into()),
        ("notknown", counts.not_known.into()),
        ("notanswered", counts.not_answered.into()),
    ];
    vec![
        title,
        paragraph(subject.say("report-gaps-explained")),
        paragraph(subject.say_with("report-gaps-counts", &values)),
        Block::Table(by_sections(subject, &gaps)),
    ]
}

/// The list for a workbook.
pub(super) fn sheet(subject: &Subject<'_>) -> Table {
    let mut columns = columns(subject);
    columns.insert(0, words(subject.say("report-column-section"), 30));
    let rows = gaps(subject.instrument, subject.assessment);
    let rows = rows.iter().map(|gap| {
        let section = subject.instrument.section(&gap.section);
        let title = section.map_or("", |section| section.title.as_str());
        let first = [Cell::text(title)];
        row(first.into_iter().chain(cells(subject, gap)))
    });
    table(subject.say("report-gaps"), columns, rows.collect())
}

/// Everything that is asked and has not been answered, for a workbook.
pub(super) fn not_answered_sheet(subject: &Subject<'_>) -> Table {
    let columns = vec![
        words(subject.say("report-column-section"), 30),
        words(subject.say("report-column-question"), 14),
        words(subject.say("report-column-title"), 40),
        words(subject.say("report-column-level"), 12),
    ];
    let mut rows = Vec::new();
    for section in subject.instrument.sections() {
        for question in subject.instrument.questions_of(&section.id) {
            let about = |level: String| {
                row([
                    Cell::text(section.title.as_str()),
                    Cell::text(question.id.as_str()),
                    Cell::text(question.title.as_str()),
                    Cell::text(level),
                ])
            };
            if question.has_cells() {
                let answer = subject.answer(question);
                let silent = subject
                    .levels(question)
                    .filter(|level| answer.and_then(|answer| answer.standing(*level)).is_none());
                rows.extend(silent.map(|level| about(subject.words.level(level))));
            } else if !is_answered(subject, question) {
                rows.push(about(String::new()));
            }
        }
    }
    table(subject.say("report-sheet-not-answered"), columns, rows)
}

fn is_answered(subject: &Subject<'_>, question: &Question) -> bool {
    progress_of_question(subject.instrument, subject.assessment, question).is_complete()
}

fn by_sections(subject: &Subject<'_>, gaps: &[Gap]) -> Table {
    let mut rows = Vec::new();
    for section in subject.instrument.sections() {
        let of_section = || gaps.iter().filter(|gap| gap.section == section.id);
        if of_section().next().is_some() {
            let values = [
                ("title", section.title.as_str().into()),
                ("paragraphs", section.paragraphs.as_str().into()),
            ];
            let text = subject.say_with("report-group", &values);
            rows.push(Row::Group { text });
        }
        rows.extend(of_section().map(|gap| row(cells(subject, gap))));
    }
    table(subject.say("report-gaps"), columns(subject), rows)
}

fn columns(subject: &Subject<'_>) -> Vec<super::document::Column> {
    vec![
        words(subject.say("report-column-question"), 22),
        words(subject.say("report-column-gap"), 56),
        words(subject.say("report-column-level"), 18),
        words(subject.say("report-column-answer"), 28),
        words(subject.say("report-column-units"), 14),
        words(subject.say("report-column-principles"), 22),
    ]
}

fn cells(subject: &Subject<'_>, gap: &Gap) -> [Cell; 6] {
    let question = subject.instrument.question(&gap.question);
    let answer = subject.assessment.answers.get(&gap.question);
    let units = answer.and_then(|answer| answer.cells.get(&gap.level)?.units);
    let units = units.map(|units| {
        let [having, all] = [units.having(), units.all()];
        subject.say_with(
            "gaps-units",
            &[("having", having.into()), ("all", all.into())],
        )
    });
    let principles: Vec<String> = gap.principles.iter().map(ToString::to_string).collect();
    [
        Cell::text(gap.question.as_str()),
        Cell::text(question.map_or("", |question| question.title.as_str())),
        Cell::text(subject.words.level(gap.level)),
        Cell::text(capitalised(&subject.words.standing_in_full(gap.standing))),
        Cell::text(units.unwrap_or_default()),
        Cell::text(principles.join(", ")),
    ]
}
