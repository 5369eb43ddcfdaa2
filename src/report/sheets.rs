//! The answers as tables of a workbook: one value in each cell, one kind of thing in each table.

use super::answers::{areas, extent_words, kind_name, reasons};
use super::document::{Cell, Row, Table};
use super::subject::{Subject, joined};
use super::table_parts::{names, numbers, row, table, words};
use crate::domain::{Answer, ItemKind, Kind, Level, QuestionId, Side, TextField, WithApplication};

/// A question with its title and what is said on it; also one that the instrument does not have.
struct Asked<'a> {
    id: &'a QuestionId,
    section: &'a str,
    title: &'a str,
    text: &'a str,
    kind: Option<&'a Kind>,
    answer: Answer,
}

/// The tables: answers, texts, lists, assistance, evidence.
pub(super) fn answers(subject: &Subject<'_>, with_application: WithApplication) -> Vec<Table> {
    let asked = asked(subject);
    vec![
        answers_sheet(subject, &asked, with_application),
        texts_sheet(subject, &asked),
        lists_sheet(subject, &asked),
        assistance_sheet(subject, &asked),
        evidence_sheet(subject, &asked),
    ]
}

fn asked<'a>(subject: &Subject<'a>) -> Vec<Asked<'a>> {
    let levels = subject.assessment.profile.levels;
    let at_levels = |answer: Option<&Answer>| {
        let answer = answer.map(|answer| answer.at_levels(levels));
        answer.unwrap_or_default()
    };
    let known = subject.instrument.questions().iter().map(|question| {
        let section = subject.instrument.section(&question.section);
        Asked {
            id: &question.id,
            section: section.map_or("", |section| section.title.as_str()),
            title: &question.title,
            text: &question.text,
            kind: Some(&question.kind),
            answer: at_levels(subject.answer(question)),
        }
    });
    let unknown = subject.assessment.unknown_answers(subject.instrument);
    let unknown = unknown.map(|(id, answer)| Asked {
        id,
        section: "",
        title: "",
        text: "",
        kind: None,
        answer: at_levels(Some(answer)),
    });
    known.chain(unknown).collect()
}

fn answers_sheet(
    subject: &Subject<'_>,
    asked: &[Asked<'_>],
    with_application: WithApplication,
) -> Table {
    let mut columns = vec![
        names(subject.say("report-column-section"), 26),
        names(subject.say("report-column-question"), 12),
        names(subject.say("report-column-title"), 34),
        words(subject.say("report-column-asked"), 50),
        names(subject.say("report-column-level"), 12),
        words(subject.say("report-column-answer"), 24),
        numbers(subject.say("report-column-units-having"), 12),
        numbers(subject.say("report-column-units-all"), 12),
        words(subject.say("report-column-note"), 50),
        words(subject.say("report-column-cleared"), 18),
    ];
    if with_application == WithApplication::Yes {
        columns.push(words(subject.say("report-column-applied"), 14));
    }
    let mut rows = Vec::new();
    for each in asked {
        let known = subject.instrument.question(each.id);
        let levels: Vec<Option<Level>> = match known {
            Some(question) if question.has_cells() => subject.levels(question).map(Some).collect(),
            Some(_) => vec![None],
            None if each.answer.cells.is_empty() => vec![None],
            None => each.answer.cells.keys().copied().map(Some).collect(),
        };
        for level in levels {
            let cell = level
                .and_then(|level| each.answer.cells.get(&level))
                .cloned();
            let cell = cell.unwrap_or_default();
            let said = match level {
                Some(_) => subject.words.standing_in_full(cell.standing),
                None => chosen(each),
            };
            let units = |number: Option<u32>| number.map_or(Cell::Empty, Cell::number);
            let mut cells = head(each);
            cells.extend([
                Cell::text(each.text),
                Cell::text(
                    level
                        .map(|level| subject.words.level(level))
                        .unwrap_or_default(),
                ),
                Cell::text(said),
                units(cell.units.map(crate::domain::Units::having)),
                units(cell.units.map(crate::domain::Units::all)),
                Cell::text(cell.note),
                Cell::text(state_of(subject, &each.answer)),
            ]);
            if with_application == WithApplication::Yes {
                let applied = cell.application;
                let applied = applied.map(|applied| subject.words.application(Some(applied)));
                cells.push(Cell::text(applied.unwrap_or_default()));
            }
            rows.push(row(cells));
        }
    }
    table(subject.say("report-sheet-answers"), columns, rows)
}

fn texts_sheet(subject: &Subject<'_>, asked: &[Asked<'_>]) -> Table {
    let mut columns = head_columns(subject);
    columns.push(names(subject.say("report-column-field"), 24));
    columns.push(words(subject.say("report-column-text"), 130));
    let mut rows = Vec::new();
    for each in asked {
        for field in TextField::ALL
            .into_iter()
            .filter(|field| !field.is_internal())
        {
            let text = each.answer.text(field);
            if !text.is_empty() {
                let mut cells = head(each);
                cells.push(Cell::text(subject.words.text(field)));
                cells.push(Cell::text(text));
                rows.push(row(cells));
            }
        }
    }
    table(subject.say("report-sheet-texts"), columns, rows)
}

fn lists_sheet(subject: &Subject<'_>, asked: &[Asked<'_>]) -> Table {
    let mut columns = head_columns(subject);
    columns.extend([
        names(subject.say("report-column-name"), 40),
        words(subject.say("report-column-kind"), 24),
        words(subject.say("report-column-level"), 12),
        words(subject.say("report-column-language"), 14),
        numbers(subject.say("report-column-year"), 10),
        words(subject.say("report-column-where"), 40),
        words(subject.say("report-column-remark"), 50),
    ]);
    let mut rows = Vec::new();
    for each in asked {
        let kinds: &[ItemKind] = match each.kind {
            Some(Kind::List(kinds)) => kinds,
            _ => &[],
        };
        for (_, item) in &each.answer.items {
            let level = item.level.map(|level| subject.words.level(level));
            let mut cells = head(each);
            cells.extend([
                Cell::text(item.name.as_str()),
                Cell::text(kind_name(kinds, item.kind.as_ref())),
                Cell::text(level.unwrap_or_default()),
                Cell::text(item.language.as_str()),
                year(item.year),
                Cell::text(item.address.as_str()),
                Cell::text(item.public_remark.as_str()),
            ]);
            rows.push(row(cells));
        }
    }
    table(subject.say("report-sheet-lists"), columns, rows)
}

fn assistance_sheet(subject: &Subject<'_>, asked: &[Asked<'_>]) -> Table {
    let columns = vec![
        names(subject.say("report-column-question"), 12),
        names(subject.say("assistance-area"), 40),
        words(subject.say("assistance-need"), 16),
        words(subject.say("report-column-need-reason"), 60),
        words(subject.say("assistance-offer"), 16),
        words(subject.say("report-column-offer-reason"), 60),
    ];
    let mut rows: Vec<Row> = Vec::new();
    for each in asked {
        let sheet = &each.answer.assistance;
        let is_sheet = matches!(each.kind, Some(Kind::Assistance));
        if !is_sheet && *sheet == crate::domain::Assistance::default() {
            continue;
        }
        let own = areas(subject, &each.answer).into_iter();
        let own = own.map(|(id, title, _)| (title, sheet.rows.get(&id)));
        let all = (subject.say("assistance-all"), Some(&sheet.all_areas));
        for (title, given) in [all].into_iter().chain(own) {
            let mut cells = vec![Cell::text(each.id.as_str()), Cell::text(title)];
            for side in Side::ALL {
                let said = given.map(|given| given.side(side));
                let extent = said.and_then(|said| said.extent);
                cells.push(Cell::text(extent_words(subject, extent)));
                cells.push(said.map_or(Cell::Empty, |said| reasons(subject, said)));
            }
            rows.push(row(cells));
        }
    }
    table(subject.say("report-sheet-assistance"), columns, rows)
}

fn evidence_sheet(subject: &Subject<'_>, asked: &[Asked<'_>]) -> Table {
    let mut columns = head_columns(subject);
    columns.extend([
        names(subject.say("report-column-evidence"), 40),
        words(subject.say("report-column-kind"), 16),
        words(subject.say("report-column-issued-by"), 30),
        numbers(subject.say("report-column-year"), 10),
        words(subject.say("report-column-language"), 14),
        words(subject.say("report-column-pages"), 16),
        words(subject.say("report-column-where"), 40),
        words(subject.say("report-column-levels"), 24),
        words(subject.say("report-column-file"), 30),
        words(subject.say("report-column-digest"), 66),
    ]);
    let known = &subject.instrument.parts().evidence_kinds;
    let mut rows = Vec::new();
    for each in asked {
        for (_, piece) in &each.answer.evidence {
            let levels: Vec<String> = piece
                .levels
                .iter()
                .map(|level| subject.words.level(*level))
                .collect();
            let levels: Vec<&str> = levels.iter().map(String::as_str).collect();
            let mut cells = head(each);
            cells.extend([
                Cell::text(piece.title.as_str()),
                Cell::text(kind_name(known, piece.kind.as_ref())),
                Cell::text(piece.body.as_str()),
                year(piece.year),
                Cell::text(piece.language.as_str()),
                Cell::text(piece.pages.as_str()),
                Cell::text(piece.address.as_str()),
                Cell::text(joined(&levels)),
                Cell::text(piece.file_name.as_str()),
                Cell::text(piece.sha256.as_str()),
            ]);
            rows.push(row(cells));
        }
    }
    table(subject.say("report-sheet-evidence"), columns, rows)
}

fn head_columns(subject: &Subject<'_>) -> Vec<super::document::Column> {
    vec![
        names(subject.say("report-column-section"), 26),
        names(subject.say("report-column-question"), 12),
        names(subject.say("report-column-title"), 34),
    ]
}

fn head(each: &Asked<'_>) -> Vec<Cell> {
    vec![
        Cell::text(each.section),
        Cell::text(each.id.as_str()),
        Cell::text(each.title),
    ]
}

fn year(year: Option<i16>) -> Cell {
    year.map_or(Cell::Empty, |year| Cell::Number {
        value: i64::from(year),
        words: year.to_string(),
    })
}

fn chosen(each: &Asked<'_>) -> String {
    let Some(chosen) = &each.answer.choice else {
        return String::new();
    };
    let option = match each.kind {
        Some(Kind::Choice(options)) => options.iter().find(|option| option.id == *chosen),
        _ => None,
    };
    option.map_or_else(|| chosen.to_string(), |option| option.title.clone())
}

/// Whether an answer is cleared; nothing where nothing was said.
fn state_of(subject: &Subject<'_>, answer: &Answer) -> String {
    if answer.is_empty() {
        return String::new();
    }
    subject.say(match answer.cleared {
        Some(_) => "question-cleared",
        None => "report-draft",
    })
}
