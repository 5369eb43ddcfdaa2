//! The State's own report: how to read it, where the State stands, its gaps, its plan; and what it
//! wishes to add.

use std::collections::BTreeSet;

use super::answers::{self, Silence};
use super::document::{Block, Cell, HeadingLevel, Inline, Table};
use super::subject::{Subject, heading, labelled, paragraph};
use super::table_parts::{row, table, words};
use super::{Report, figures, gaps, kept, long_form, plan, sheets};
use crate::domain::{QuestionId, TextField, WithApplication};

/// A part of the report that can be left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StateReportPart {
    /// The profiles of principles and sections.
    Profiles,
    /// What is not in place yet.
    Gaps,
    /// What is planned.
    Plan,
    /// Every answer with all its texts.
    Answers,
    /// The council's own remarks; for the council alone.
    Remarks,
}

impl StateReportPart {
    /// Every part, in the order of the report.
    pub const ALL: [Self; 5] = [
        Self::Profiles,
        Self::Gaps,
        Self::Plan,
        Self::Answers,
        Self::Remarks,
    ];

    /// What a report holds unless something else is chosen: no remark leaves by itself.
    pub fn usual() -> BTreeSet<Self> {
        BTreeSet::from([Self::Profiles, Self::Gaps, Self::Plan])
    }
}

pub fn state_report(subject: &Subject<'_>, parts: &BTreeSet<StateReportPart>) -> Report {
    let mut document = subject.document(subject.say("report-state-title"));
    let mut tables = Vec::new();
    let mut records = long_form::Records::new("subject");
    records.document(subject, subject.is_draft());
    document.blocks = introduction(subject);
    for part in parts {
        match part {
            StateReportPart::Profiles => {
                document.blocks.extend(figures::chapter(subject));
                tables.extend(figures::sheets(subject));
                records.profiles(subject);
            }
            StateReportPart::Gaps => {
                document.blocks.extend(gaps::chapter(subject));
                tables.push(gaps::sheet(subject));
                records.gaps(subject);
            }
            StateReportPart::Plan => {
                document.blocks.extend(plan::chapter(subject));
                tables.push(plan::sheet(subject));
                records.plan(subject);
            }
            StateReportPart::Answers => {
                document.blocks.extend(all_answers(subject));
                tables.extend(sheets::answers(subject, WithApplication::Yes));
                tables.extend(kept::sheet(subject));
                records.answers(subject, WithApplication::Yes);
                records.kept(subject);
            }
            StateReportPart::Remarks => {
                document.blocks.extend(remarks(subject));
                tables.push(remarks_sheet(subject));
                records.remarks(subject);
            }
        }
    }
    tables.push(gaps::not_answered_sheet(subject));
    if parts.contains(&StateReportPart::Remarks) {
        let internal = subject.say("report-internal");
        let banner = document.banner.take();
        let lines: Vec<String> = [internal].into_iter().chain(banner).collect();
        document.banner = Some(lines.join(" · "));
    }
    Report::new(subject.words, document, tables, records)
}

/// How to read what follows.
fn introduction(subject: &Subject<'_>) -> Vec<Block> {
    let state = [("state", subject.state_name.into())];
    let lines = [
        "report-read-percent",
        "report-read-range",
        "report-read-decided",
        "report-read-few",
    ];
    vec![
        heading(HeadingLevel::One, subject.say("report-read")),
        paragraph(subject.say_with("report-read-whose", &state)),
        Block::List {
            items: lines.map(|key| vec![Inline::text(subject.say(key))]).into(),
        },
        paragraph(subject.say("report-read-not")),
    ]
}

fn all_answers(subject: &Subject<'_>) -> Vec<Block> {
    let title = heading(HeadingLevel::One, subject.say("report-answers"));
    let mut blocks = vec![title, paragraph(subject.say("report-answers-explained"))];
    let none = blocks.len();
    for section in subject.instrument.sections() {
        blocks.extend(answers::section(
            subject,
            section,
            HeadingLevel::Two,
            Silence::PassedOver,
            WithApplication::Yes,
        ));
    }
    blocks.extend(kept::unknown(subject, HeadingLevel::Two));
    if blocks.len() == none {
        blocks.push(paragraph(subject.say("report-answers-none")));
    }
    blocks.extend(kept::at_other_levels(subject, HeadingLevel::Two));
    blocks
}

/// The council's own words on each question that has any, in the instrument's order.
fn remarks(subject: &Subject<'_>) -> Vec<Block> {
    let title = heading(HeadingLevel::One, subject.say("report-remarks"));
    let mut blocks = vec![title, paragraph(subject.say("report-remarks-explained"))];
    let none = blocks.len();
    for (id, title) in asked(subject) {
        let Some(answer) = subject.assessment.answers.get(id) else {
            continue;
        };
        let texts = [TextField::Remark, TextField::Responsible];
        let texts = texts.into_iter().filter_map(|field| {
            let said = subject.said(answer.text(field));
            labelled(subject.words.text(field), said)
        });
        let flag = answer
            .flag
            .then(|| paragraph(subject.say("report-flagged")));
        let said: Vec<Block> = texts.chain(flag).collect();
        if !said.is_empty() {
            let text = format!("{id}\u{2002}{title}");
            blocks.push(heading(HeadingLevel::Two, text));
            blocks.extend(said);
        }
    }
    if blocks.len() == none {
        blocks.push(paragraph(subject.say("report-remarks-none")));
    }
    blocks
}

fn remarks_sheet(subject: &Subject<'_>) -> Table {
    let columns = vec![
        words(subject.say("report-column-question"), 14),
        words(subject.say("report-column-title"), 40),
        words(subject.words.text(TextField::Remark), 60),
        words(subject.words.text(TextField::Responsible), 30),
        words(subject.say("report-flagged"), 20),
    ];
    let rows = asked(subject).into_iter().filter_map(|(id, title)| {
        let answer = subject.assessment.answers.get(id)?;
        let texts = [TextField::Remark, TextField::Responsible].map(|field| answer.text(field));
        let flag = answer.flag.then(|| subject.say("standing-yes"));
        (answer.flag || texts.iter().any(|text| !text.is_empty())).then(|| {
            row([
                Cell::text(id.as_str()),
                Cell::text(title),
                Cell::text(texts[0]),
                Cell::text(texts[1]),
                Cell::text(flag.unwrap_or_default()),
            ])
        })
    });
    table(subject.say("report-remarks"), columns, rows.collect())
}

/// The questions with their titles, in order, then those that the instrument does not have.
pub(super) fn asked<'a>(subject: &Subject<'a>) -> Vec<(&'a QuestionId, &'a str)> {
    let known = subject.instrument.questions().iter();
    let known = known.map(|question| (&question.id, question.title.as_str()));
    let unknown = subject.assessment.unknown_answers(subject.instrument);
    known.chain(unknown.map(|(id, _)| (id, ""))).collect()
}
