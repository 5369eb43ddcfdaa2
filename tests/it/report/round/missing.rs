//! What is not known: which questions no reply answers, and which answers are to another wording.

use guidepost::domain::{
    AreaId, AssistanceRow, AssistanceSide, Cell, Extent, ItemId, Level, ListItem, OptionId, Round,
    Standing, SubmittedAnswer, TextField,
};
use guidepost::report::{Block, Document};
use uuid::Uuid;

use super::{lines, reply, report, rows_of};
use crate::support::{instrument, question};

/// The report on the reply of Albania that answers nothing but this question, so.
fn answering(asked: &str, answer: SubmittedAnswer) -> Document {
    let mut reply = reply("ALB", "17", &[]);
    reply.answers.clear();
    reply.answers.insert(question(asked), answer);
    report(&[reply], &Round::default()).document
}

/// Whether the question is among those that no reply answers.
fn is_unanswered(document: &Document, asked: &str) -> bool {
    let rows = rows_of(document, |table| {
        table.name.contains("answered by no reply")
    });
    let id = format!("{asked}\u{2002}");
    let mut questions = rows.iter().flat_map(|row| row[1].lines());
    questions.any(|question| question.starts_with(&id))
}

fn text(field: TextField, text: &str) -> SubmittedAnswer {
    SubmittedAnswer {
        texts: [(field, text.to_owned())].into(),
        ..SubmittedAnswer::default()
    }
}

fn chosen(option: &str) -> SubmittedAnswer {
    SubmittedAnswer {
        choice: Some(OptionId::parse(option).unwrap()),
        ..SubmittedAnswer::default()
    }
}

fn need(area: Option<&str>, extent: Option<Extent>) -> SubmittedAnswer {
    let row = AssistanceRow {
        need: AssistanceSide {
            extent,
            ..AssistanceSide::default()
        },
        ..AssistanceRow::default()
    };
    let mut answer = SubmittedAnswer::default();
    match area {
        Some(area) => drop(
            answer
                .assistance
                .rows
                .insert(AreaId::parse(area).unwrap(), row),
        ),
        None => answer.assistance.all_areas = row,
    }
    answer
}

fn cell(level: Level, standing: Option<Standing>) -> SubmittedAnswer {
    let cell = Cell {
        standing,
        note: "as far as is known".to_owned(),
        ..Cell::default()
    };
    SubmittedAnswer {
        cells: [(level, cell)].into(),
        ..SubmittedAnswer::default()
    }
}

#[test]
fn a_question_of_every_kind_is_answered_or_named_as_unanswered() {
    let nothing = SubmittedAnswer::default;
    let item = ListItem {
        name: "A network".to_owned(),
        ..ListItem::default()
    };
    let items = SubmittedAnswer {
        items: vec![(ItemId(Uuid::from_u128(1)), item)],
        ..nothing()
    };
    for (asked, answer, is_answered) in [
        ("17.a", cell(Level::Local, Some(Standing::NotKnown)), true),
        ("17.a", cell(Level::Local, None), false),
        ("17", cell(Level::Local, Some(Standing::Yes)), false),
        ("17", text(TextField::Exists, "There is a council."), false),
        ("7.law", cell(Level::National, Some(Standing::No)), true),
        ("7.lead", chosen("police"), true),
        ("7.lead", text(TextField::Choice, "The council."), false),
        ("30.networks", items, true),
        ("30.networks", nothing(), false),
        ("closing.needs", text(TextField::Text, "More time."), true),
        ("closing.needs", text(TextField::Text, " \n"), false),
        ("29", need(None, Some(Extent::No)), true),
        ("29", need(Some("17"), Some(Extent::InPart)), true),
        ("29", need(Some("17"), None), false),
        ("7.lead", chosen("gone"), false),
        ("29", need(Some("gone"), Some(Extent::Yes)), false),
    ] {
        let document = answering(asked, answer.clone());
        let is_unanswered = is_unanswered(&document, asked);
        assert_eq!(is_unanswered, !is_answered, "{asked}: {answer:?}");
    }
}

#[test]
fn answers_to_another_wording_are_told_with_their_questions() {
    let today = instrument().question(&question("17")).unwrap().revision;
    let said = |revision| {
        let cells = cell(Level::National, Some(Standing::Yes)).cells;
        let document = answering(
            "17",
            SubmittedAnswer {
                revision,
                cells,
                ..SubmittedAnswer::default()
            },
        );
        lines(&document)
            .into_iter()
            .filter(|line| line.contains("another wording"))
            .collect::<Vec<_>>()
    };
    assert!(said(today).is_empty());
    assert_eq!(
        said(today + 1),
        [
            "1 answer was given to another wording of its question, and is counted under today’s: 17\u{2002}\
          Clear responsibilities and goals – 1 reply. It is not known whether the State would \
          answer today’s in the same way."
        ]
    );
}

#[test]
fn options_and_areas_that_nobody_asks_for_are_told_with_their_questions() {
    for (asked, answer, is_told) in [
        ("7.lead", chosen("police"), false),
        ("7.lead", chosen("gone"), true),
        ("29", need(Some("gone"), None), false),
        ("29", need(Some("gone"), Some(Extent::Yes)), true),
    ] {
        let title = &instrument().question(&question(asked)).unwrap().title;
        let expected = format!("{asked}\u{2002}{title} – 1 reply.");
        let document = answering(asked, answer);
        let lines = lines(&document);
        let mut lines = lines.iter();
        let told = lines.find_map(|line| line.strip_prefix("1 answer names an option or an area"));
        let told = told.and_then(|told| told.split_once(" is in no figure: "));
        let told = told.map(|(_, questions)| questions);
        assert_eq!(told, is_told.then_some(expected.as_str()), "{asked}");
    }
}

#[test]
fn the_annex_of_figures_has_no_table_without_a_figure() {
    let cells = "Annex: figures by question and level";
    for (asked, answer, expected) in [
        ("closing.needs", text(TextField::Text, "More time."), vec![]),
        ("7.lead", chosen("gone"), vec![]),
        ("7.lead", chosen("police"), vec!["Choices"]),
        (
            "17",
            cell(Level::National, Some(Standing::Yes)),
            vec![cells],
        ),
        (
            "29",
            need(None, Some(Extent::Yes)),
            vec!["Technical assistance"],
        ),
        (
            "29",
            need(Some("17"), Some(Extent::No)),
            vec!["Technical assistance"],
        ),
    ] {
        let document = answering(asked, answer);
        let names = ["Choices", "Lists", "Technical assistance", cells];
        let tables = document.blocks.iter().filter_map(|block| match block {
            Block::Table(table) => Some(table.name.as_str()),
            _ => None,
        });
        let tables: Vec<&str> = tables.filter(|name| names.contains(name)).collect();
        assert_eq!(tables, expected, "{asked}");
        let lines = lines(&document);
        let is_told = lines
            .iter()
            .any(|line| line.starts_with("No reply answers"));
        assert_eq!(is_told, expected.is_empty(), "{asked}");
    }
}
