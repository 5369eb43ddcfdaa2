//! The questionnaire on paper: filled, the twin of what is sent; or blank, to be printed on the
//! first day and filled in by hand. No coverage and no gap stands in it.

use super::answers::{self, Silence};
use super::document::{Block, Document, Fact, HeadingLevel};
use super::subject::{Subject, heading, help, joined, paragraph};
use super::{Report, blank, gaps, kept, long_form, sheets, visible};
use crate::domain::{Assessment, Instrument, Level, Record, Submission, WithApplication};
use crate::words::Words;

/// Which questionnaire is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuestionnaireForm<'a> {
    /// With everything that was answered.
    Filled {
        /// The short code of the submission that it is the twin of.
        code: Option<&'a str>,
        /// Whether it tells how far things are applied.
        with_application: WithApplication,
    },
    /// With exactly what a reply says; the subject is that reply as an assessment.
    Sent {
        reply: &'a Submission,
        code: &'a str,
    },
    /// Without a word, and with room to write.
    Blank,
}

pub fn questionnaire(subject: &Subject<'_>, form: QuestionnaireForm<'_>) -> Report {
    match form {
        QuestionnaireForm::Filled {
            code,
            with_application,
        } => filled(subject, code, with_application, |_| {}),
        QuestionnaireForm::Sent { reply, code } => {
            let release = |document: &mut Document| add_release(subject, reply, document);
            filled(subject, Some(code), reply.with_application(), release)
        }
        QuestionnaireForm::Blank => {
            let empty = Assessment::restore(Record {
                answers: std::collections::BTreeMap::new(),
                ..(**subject.assessment).clone()
            });
            blank_form(&Subject {
                assessment: &empty,
                ..*subject
            })
        }
    }
}

/// What a reply says, for whoever reads it in the window: what was answered, and also what stands at
/// levels that its State says it does not have.
pub fn reply_document(
    instrument: &Instrument,
    state_name: &str,
    reply: &Submission,
    words: &Words,
) -> Document {
    let mut record = (*reply.to_assessment()).clone();
    for level in reply
        .answers
        .values()
        .flat_map(|answer| answer.cells.keys())
    {
        match level {
            Level::National => {}
            Level::Regional => record.profile.levels.regional = true,
            Level::Local => record.profile.levels.local = true,
        }
    }
    let subject = Subject {
        instrument,
        assessment: &Assessment::restore(record),
        state_name,
        date: reply.release.date,
        words,
    };
    let mut document = subject.document(subject.say("report-questionnaire-title"));
    for section in instrument.sections() {
        document.blocks.extend(answers::section(
            &subject,
            section,
            HeadingLevel::One,
            Silence::PassedOver,
            reply.with_application(),
        ));
    }
    let unknown = kept::unknown(&subject, HeadingLevel::One);
    document.blocks.extend(unknown);
    visible::document(&mut document);
    document
}

fn filled(
    subject: &Subject<'_>,
    code: Option<&str>,
    with_application: WithApplication,
    add_more: impl FnOnce(&mut Document),
) -> Report {
    let mut document = subject.document(subject.say("report-questionnaire-title"));
    document.code = code.map(|code| Fact::new(subject.say("report-code"), code));
    let progress = subject.progress();
    let answered = [("done", progress.done.into()), ("all", progress.all.into())];
    let label = subject.say("report-answered-label");
    let answered = subject.say_with("progress-done-of-all", &answered);
    document.facts.push(Fact::new(label, answered));
    add_more(&mut document);
    for key in ["question-answers-note", "question-levels-note"] {
        document.blocks.push(help(subject.say(key)));
    }
    for section in subject.instrument.sections() {
        document.blocks.extend(answers::section(
            subject,
            section,
            HeadingLevel::One,
            Silence::Told,
            with_application,
        ));
    }
    let unknown = kept::unknown(subject, HeadingLevel::One);
    document.blocks.extend(unknown);
    let mut tables = sheets::answers(subject, with_application);
    tables.push(gaps::not_answered_sheet(subject));
    let mut records = long_form::Records::new("question");
    records.document(subject, subject.is_draft());
    records.answers(subject, with_application);
    Report::new(subject.words, document, tables, records)
}

/// Says on the cover which reply it is and who released it, and before all else that the sealed
/// file decides.
fn add_release(subject: &Subject<'_>, reply: &Submission, document: &mut Document) {
    let release = &reply.release;
    let revision = [("revision", reply.revision.into())];
    let facts = [
        (
            subject.say("report-reply"),
            subject.say_with("report-reply-revision", &revision),
        ),
        (
            subject.say("report-released-by"),
            joined(&[&release.name, &release.title, &release.body]),
        ),
        (subject.say("report-reference"), release.reference.clone()),
    ];
    let facts = facts.into_iter().filter(|(_, text)| !text.is_empty());
    let facts = facts.map(|(label, text)| Fact::new(label, text));
    document.facts.extend(facts);
    document
        .blocks
        .push(help(subject.say("report-reply-decides")));
}

fn blank_form(subject: &Subject<'_>) -> Report {
    let mut document = subject.document(subject.say("report-questionnaire-title"));
    document.banner = subject.sample();
    document.blocks = introduction(subject);
    for section in subject.instrument.sections() {
        let level = HeadingLevel::One;
        let title = answers::section_heading(subject, section, level);
        document.blocks.push(title);
        for question in subject.instrument.questions_of(&section.id) {
            document.blocks.extend(blank::question(subject, question));
        }
    }
    let mut tables = sheets::answers(subject, WithApplication::No);
    for table in &mut tables {
        if table.rows.is_empty() {
            let empty = vec![super::Cell::Empty; table.columns.len()];
            table.rows.push(super::Row::Cells { cells: empty });
        }
    }
    let mut records = long_form::Records::new("question");
    records.document(subject, false);
    records.answers(subject, WithApplication::No);
    Report::new(subject.words, document, tables, records)
}

fn introduction(subject: &Subject<'_>) -> Vec<Block> {
    vec![
        heading(HeadingLevel::One, subject.say("report-blank-how")),
        paragraph(subject.say("question-answers-note")),
        paragraph(subject.say("report-blank-levels")),
        paragraph(subject.say("report-blank-standings")),
        help(subject.say("report-blank-back")),
    ]
}
