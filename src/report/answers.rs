//! What was answered, question by question, with every word of it: the same in the State's own
//! report and in the filled questionnaire.

use super::document::{Block, Cell, HeadingLevel, Inline, Table};
use super::subject::{Subject, heading, help, joined, labelled, paragraph, pieces};
use super::table_parts::{row, table, words};
use crate::analysis::is_changed_since;
use crate::domain::{
    Answer, AreaId, Assistance, AssistanceSide, Evidence, Extent, ItemKind, Kind, KindId, Level,
    Question, Section, Side, TextField, WithApplication,
};
use crate::words::{capitalised, kind_title};

/// Which answers are told, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Silence {
    /// A question without an answer is told too.
    Told,
    /// Only what was answered is told.
    PassedOver,
}

/// The questions of a section under its heading; nothing where there is nothing to tell.
pub(super) fn section(
    subject: &Subject<'_>,
    section: &Section,
    level: HeadingLevel,
    silence: Silence,
    with_application: WithApplication,
) -> Vec<Block> {
    let mut blocks = Vec::new();
    for question in subject.instrument.questions_of(&section.id) {
        let answer = subject.answer(question).filter(|answer| !answer.is_empty());
        if answer.is_none() && silence == Silence::PassedOver {
            continue;
        }
        blocks.push(question_heading(question));
        blocks.push(paragraph(question.text.as_str()));
        match answer {
            None => blocks.push(help(subject.say("report-not-answered"))),
            Some(answer) => {
                let answer = answer.at_levels(subject.assessment.profile.levels);
                let told = answered(subject, Some(question), &answer, with_application);
                blocks.extend(told);
            }
        }
    }
    if blocks.is_empty() {
        return blocks;
    }
    blocks.insert(0, section_heading(subject, section, level));
    blocks
}

/// The heading of a section, with its paragraphs.
pub(super) fn section_heading(
    subject: &Subject<'_>,
    section: &Section,
    level: HeadingLevel,
) -> Block {
    let values = [
        ("title", section.title.as_str().into()),
        ("paragraphs", section.paragraphs.as_str().into()),
    ];
    if section.paragraphs.is_empty() {
        return heading(level, section.title.as_str());
    }
    heading(level, subject.say_with("report-group", &values))
}

pub(super) fn question_heading(question: &Question) -> Block {
    let text = format!("{}\u{2002}{}", question.id, question.title);
    heading(HeadingLevel::Three, text)
}

/// Every word of an answer, also to a question that the instrument does not have, or asks otherwise.
pub(super) fn answered(
    subject: &Subject<'_>,
    question: Option<&Question>,
    answer: &Answer,
    with_application: WithApplication,
) -> Vec<Block> {
    let mut blocks: Vec<Block> = mark(subject, answer).into_iter().collect();
    if question.is_some_and(|question| is_changed_since(question, answer)) {
        let revision = [("revision", answer.revision.into())];
        blocks.push(help(subject.say_with("report-other-revision", &revision)));
    }
    let kind = question.map(|question| &question.kind);
    let asked: Vec<Level> = question.map_or_else(Vec::new, |each| subject.levels(each).collect());
    let others = answer.cells.keys().filter(|level| !asked.contains(level));
    let levels: Vec<Level> = asked.iter().chain(others).copied().collect();
    if !levels.is_empty() {
        let cells = cells_table(subject, levels.into_iter(), answer, with_application);
        blocks.push(Block::Table(cells));
    }
    let options = match kind {
        Some(Kind::Choice(options)) => options.as_slice(),
        _ => &[],
    };
    if let Some(chosen) = &answer.choice {
        let option = options.iter().find(|option| option.id == *chosen);
        let chosen = option.map_or_else(|| chosen.to_string(), |option| option.title.clone());
        blocks.extend(labelled(
            subject.say("report-column-answer"),
            Inline::text(chosen),
        ));
    }
    let kinds = match kind {
        Some(Kind::List(kinds)) => kinds.as_slice(),
        _ => &[],
    };
    if !answer.items.is_empty() {
        blocks.push(Block::Table(items_table(subject, kinds, answer)));
    }
    if kind == Some(&Kind::Assistance) || answer.assistance != Assistance::default() {
        blocks.push(Block::Table(sheet_of_assistance(subject, answer)));
    }
    blocks.extend(texts(subject, answer));
    blocks.extend(evidence(subject, answer));
    blocks
}

/// Says of an answer that it has not been cleared.
pub(super) fn mark(subject: &Subject<'_>, answer: &Answer) -> Option<Block> {
    answer.cleared.is_none().then(|| Block::Help {
        text: vec![Inline::emphasis(subject.say("report-draft"))],
    })
}

/// What each level says; a column in which nothing would stand is left out.
pub(super) fn cells_table(
    subject: &Subject<'_>,
    levels: impl Iterator<Item = Level>,
    answer: &Answer,
    with_application: WithApplication,
) -> Table {
    let cells: Vec<(Level, crate::domain::Cell)> = levels
        .map(|level| (level, answer.cells.get(&level).cloned().unwrap_or_default()))
        .collect();
    let application = |cell: &crate::domain::Cell| match with_application {
        WithApplication::Yes => cell.application,
        WithApplication::No => None,
    };
    let has_units = cells.iter().any(|(_, cell)| cell.units.is_some());
    let has_application = cells.iter().any(|(_, cell)| application(cell).is_some());
    let has_note = cells.iter().any(|(_, cell)| !cell.note.is_empty());
    let columns = [
        (true, "report-column-level", 20),
        (true, "report-column-answer", 30),
        (has_units, "report-column-units", 20),
        (has_application, "report-column-applied", 20),
        (has_note, "report-column-note", 70),
    ];
    let columns = columns.into_iter().filter(|(is_there, ..)| *is_there);
    let columns = columns.map(|(_, key, share)| words(subject.say(key), share));
    let rows = cells.iter().map(|(level, cell)| {
        let units = cell.units.map(|units| {
            let [having, all] = [units.having(), units.all()];
            let values = [("done", having.into()), ("all", all.into())];
            subject.say_with("progress-done-of-all", &values)
        });
        let applied = application(cell);
        let applied = applied.map(|said| capitalised(&subject.words.application(Some(said))));
        let standing = capitalised(&subject.words.standing_in_full(cell.standing));
        let texts = [
            (true, Inline::text(subject.words.level(*level))),
            (true, Inline::text(standing)),
            (has_units, Inline::text(units.unwrap_or_default())),
            (has_application, Inline::text(applied.unwrap_or_default())),
            (has_note, subject.said(cell.note.as_str())),
        ];
        let texts = texts.into_iter().filter(|(is_there, _)| *is_there);
        row(texts.map(|(_, text)| Cell::of(text)))
    });
    let rows = rows.collect();
    table(subject.say("report-column-answer"), columns.collect(), rows)
}

/// The items of a list, with the names of their kinds.
pub(super) fn items_table(subject: &Subject<'_>, kinds: &[ItemKind], answer: &Answer) -> Table {
    let columns = vec![
        words(subject.say("report-column-name"), 40),
        words(subject.say("report-column-kind"), 24),
        words(subject.say("report-column-level"), 18),
        words(subject.say("report-column-year-language"), 20),
        words(subject.say("report-column-where"), 30),
        words(subject.say("report-column-remark"), 40),
    ];
    let rows = answer.items.iter().map(|(_, item)| {
        let year = item.year.map(|year| year.to_string()).unwrap_or_default();
        let level = item.level.map(|level| subject.words.level(level));
        row([
            Cell::of(subject.said(item.name.as_str())),
            Cell::text(kind_name(kinds, item.kind.as_ref())),
            Cell::text(level.unwrap_or_default()),
            Cell::text(joined(&[&year, &item.language])),
            Cell::text(item.address.as_str()),
            Cell::of(subject.said(item.public_remark.as_str())),
        ])
    });
    table(subject.say("report-sheet-lists"), columns, rows.collect())
}

/// Needs and offers, area by area.
pub(super) fn sheet_of_assistance(subject: &Subject<'_>, answer: &Answer) -> Table {
    let columns = vec![
        words(subject.say("assistance-area"), 34),
        words(subject.say("assistance-need"), 20),
        words(subject.say("report-column-need-reason"), 56),
        words(subject.say("assistance-offer"), 20),
        words(subject.say("report-column-offer-reason"), 56),
    ];
    let mut rows = Vec::new();
    let all = &answer.assistance.all_areas;
    if *all != crate::domain::AssistanceRow::default() {
        rows.push(row([
            Cell::text(subject.say("assistance-all")),
            Cell::text(extent_words(subject, all.need.extent)),
            reasons(subject, &all.need),
            Cell::text(extent_words(subject, all.offer.extent)),
            reasons(subject, &all.offer),
        ]));
    }
    for (id, title, in_all_areas) in areas(subject, answer) {
        let mut cells = vec![Cell::text(title)];
        for side in Side::ALL {
            let own = answer.assistance.rows.get(&id).map(|row| row.side(side));
            let said = own.and_then(|own| own.extent);
            let by_all = all.side(side).extent.filter(|_| in_all_areas);
            let words = match (said, by_all) {
                (None, Some(extent)) => {
                    let extent = extent_words(subject, Some(extent));
                    subject.say_with("assistance-by-all", &[("extent", extent.into())])
                }
                (said, _) => extent_words(subject, said),
            };
            cells.push(Cell::text(words));
            cells.push(own.map_or(Cell::Empty, |own| reasons(subject, own)));
        }
        rows.push(row(cells));
    }
    table(subject.say("report-sheet-assistance"), columns, rows)
}

/// The areas of the instrument, then those that only the answer knows: id, name, and whether "all
/// areas" stands for them too.
pub(super) fn areas(subject: &Subject<'_>, answer: &Answer) -> Vec<(AreaId, String, bool)> {
    let known = subject.instrument.areas().iter();
    let mut areas: Vec<(AreaId, String, bool)> = known
        .map(|area| (area.id.clone(), area.title.clone(), area.in_all_areas))
        .collect();
    for id in answer.assistance.rows.keys() {
        if areas.iter().all(|(known, ..)| known != id) {
            areas.push((id.clone(), id.to_string(), false));
        }
    }
    areas
}

/// How far, in words; nothing where nothing was said.
pub(super) fn extent_words(subject: &Subject<'_>, extent: Option<Extent>) -> String {
    extent.map_or_else(String::new, |extent| subject.words.extent(extent))
}

/// The kinds and the words of a need or an offer.
pub(super) fn reasons(subject: &Subject<'_>, side: &AssistanceSide) -> Cell {
    let known = &subject.instrument.parts().assistance_kinds;
    let kinds: Vec<String> = side
        .kinds
        .iter()
        .map(|kind| kind_name(known, Some(kind)))
        .collect();
    let kinds = kinds.join(", ");
    let reason = subject.said(side.reason.as_str());
    match (kinds.is_empty(), side.reason.is_empty()) {
        (true, _) => Cell::of(reason),
        (false, true) => Cell::text(kinds),
        (false, false) => Cell::Text {
            text: vec![Inline::text(kinds + "\n"), reason],
        },
    }
}

/// The name of a kind; its id where the instrument does not know it.
pub(super) fn kind_name(known: &[ItemKind], kind: Option<&KindId>) -> String {
    kind_title(known, kind).unwrap_or_default()
}

/// The texts that may leave the council, each under the word for it.
pub(super) fn texts(subject: &Subject<'_>, answer: &Answer) -> Vec<Block> {
    let fields = TextField::ALL.into_iter();
    let fields = fields.filter(|field| !field.is_internal());
    fields
        .filter_map(|field| labelled(subject.words.text(field), subject.said(answer.text(field))))
        .collect()
}

pub(super) fn evidence(subject: &Subject<'_>, answer: &Answer) -> Vec<Block> {
    if answer.evidence.is_empty() {
        return Vec::new();
    }
    let pieces = answer.evidence.iter();
    let items = pieces.map(|(_, piece)| evidence_line(subject, piece));
    vec![
        Block::Help {
            text: vec![Inline::strong(subject.say("question-evidence"))],
        },
        Block::List {
            items: items.collect(),
        },
    ]
}

fn evidence_line(subject: &Subject<'_>, piece: &Evidence) -> Vec<Inline> {
    let known = &subject.instrument.parts().evidence_kinds;
    let year = piece.year.map(|year| year.to_string()).unwrap_or_default();
    let levels = piece.levels.iter().map(|level| subject.words.level(*level));
    let ours = |text: &str| Inline::text(text);
    let details = [
        ours(&kind_name(known, piece.kind.as_ref())),
        subject.said(piece.body.as_str()),
        ours(&year),
        ours(&piece.language),
        ours(&piece.pages),
        ours(&piece.address),
        ours(&levels.collect::<Vec<_>>().join(", ")),
    ];
    let details = pieces(details, ", ");
    let mut line = vec![Inline::Strong {
        text: piece.title.clone(),
        language: subject.language_of(&piece.title),
    }];
    if !details.is_empty() {
        line.push(Inline::text(" — "));
        line.extend(details);
    }
    if !piece.file_name.is_empty() {
        let values = [
            ("name", piece.file_name.as_str().into()),
            ("digest", piece.sha256.as_str().into()),
        ];
        line.push(Inline::note(subject.say_with("report-file", &values)));
    }
    line
}
