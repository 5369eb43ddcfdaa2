//! Checks: what should be looked at before a reply is sent. Most advise; the few that block a final
//! reply say so.

use std::ops::RangeInclusive;

use jiff::civil::Date;

use super::cells;
use super::compare::is_changed_since;
use crate::domain::{
    Answer, Assessment, AssistanceRow, Dispute, Explain, Extent, Field, Instrument, Kind, Level,
    Message, Question, QuestionId, Standing, TextField,
};

/// The years that evidence and items of lists can well be of.
const YEARS: RangeInclusive<i16> = 1500..=2100;

/// The years that a request for replies can well be of.
const YEARS_OF_CALL: RangeInclusive<i16> = 1990..=2100;

/// What a check looks for, each under a name that stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Check {
    /// Nobody is named whom one could ask about the reply.
    NoFocalPoint,
    /// Nothing has been answered that could be sent.
    NothingAnswered,
    /// Several offices gave different values, and nobody has decided.
    UndecidedValue,
    /// An answer has not been cleared for sending.
    Uncleared,
    NotApplicableWithoutReason,
    /// The question has a new revision since it was answered.
    ChangedSince,
    NotKnownWithoutReason,
    /// Yes, without evidence for this level.
    YesWithoutEvidence,
    InPartWithoutMissing,
    /// One level is answered, and another is not.
    LevelLeftEmpty,
    /// National says No, and local says Yes.
    NationalNoLocalYes,
    /// Assistance is needed, and nothing says of what kind.
    NeedWithoutKind,
    /// A year or a day that can hardly be meant.
    UnlikelyDate,
    /// A file of evidence is not in its folder, or cannot be read.
    EvidenceMissing,
    /// A file of evidence is not what it was when it was attached.
    EvidenceChanged,
    /// Files of evidence are larger than a package holds.
    EvidenceTooLarge,
    /// A file of evidence has a name that a package cannot take.
    EvidenceName,
}

impl Check {
    /// Every check, those that block a final reply first.
    pub const ALL: [Self; 17] = [
        Self::NoFocalPoint,
        Self::NothingAnswered,
        Self::UndecidedValue,
        Self::Uncleared,
        Self::NotApplicableWithoutReason,
        Self::ChangedSince,
        Self::NotKnownWithoutReason,
        Self::YesWithoutEvidence,
        Self::InPartWithoutMissing,
        Self::LevelLeftEmpty,
        Self::NationalNoLocalYes,
        Self::NeedWithoutKind,
        Self::UnlikelyDate,
        Self::EvidenceMissing,
        Self::EvidenceChanged,
        Self::EvidenceTooLarge,
        Self::EvidenceName,
    ];

    /// The name of the check in JSON.
    pub const fn token(self) -> &'static str {
        match self {
            Self::NoFocalPoint => "no-focal-point",
            Self::NothingAnswered => "nothing-answered",
            Self::UndecidedValue => "undecided-value",
            Self::Uncleared => "uncleared",
            Self::NotApplicableWithoutReason => "not-applicable-without-reason",
            Self::ChangedSince => "changed-since",
            Self::NotKnownWithoutReason => "not-known-without-reason",
            Self::YesWithoutEvidence => "yes-without-evidence",
            Self::InPartWithoutMissing => "in-part-without-missing",
            Self::LevelLeftEmpty => "level-left-empty",
            Self::NationalNoLocalYes => "national-no-local-yes",
            Self::NeedWithoutKind => "need-without-kind",
            Self::UnlikelyDate => "unlikely-date",
            Self::EvidenceMissing => "evidence-missing",
            Self::EvidenceChanged => "evidence-changed",
            Self::EvidenceTooLarge => "evidence-too-large",
            Self::EvidenceName => "evidence-name",
        }
    }

    /// Whether a finding of this check stands in the way of a final reply.
    pub const fn blocks(self) -> bool {
        matches!(
            self,
            Self::NoFocalPoint
                | Self::NothingAnswered
                | Self::UndecidedValue
                | Self::Uncleared
                | Self::NotApplicableWithoutReason
        )
    }
}

/// What happens to answers that have not been cleared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Unreleased {
    /// They stand in the way of a final reply.
    #[default]
    Block,
    /// They are knowingly left out of it, so nothing about them stands in its way.
    LeaveOut,
}

/// Something that should be looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub check: Check,
    pub question: Option<QuestionId>,
    pub level: Option<Level>,
    pub blocks: bool,
    /// What was found and what can be done.
    pub message: Message,
}

impl Explain for Finding {
    fn message(&self) -> Message {
        self.message.clone()
    }
}

/// What keeps a file of evidence, by its name, out of a package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EvidenceFault {
    Missing(String),
    Changed(String),
    Unreadable {
        name: String,
        why: Message,
    },
    /// Not every disk and package takes the name; a file is named plainly when it is attached now.
    NotPlain(String),
    /// Another file of evidence has the same name, but for case or accents.
    NameTaken(String),
    /// In bytes.
    TooLarge {
        name: String,
        length: u64,
        limit: u64,
    },
    /// All files together, in bytes.
    AllTooLarge {
        length: u64,
        limit: u64,
    },
}

impl EvidenceFault {
    pub const fn check(&self) -> Check {
        match self {
            Self::Missing(_) | Self::Unreadable { .. } => Check::EvidenceMissing,
            Self::Changed(_) => Check::EvidenceChanged,
            Self::NotPlain(_) | Self::NameTaken(_) => Check::EvidenceName,
            Self::TooLarge { .. } | Self::AllTooLarge { .. } => Check::EvidenceTooLarge,
        }
    }

    fn name(&self) -> Option<&str> {
        match self {
            Self::Missing(name)
            | Self::Changed(name)
            | Self::NotPlain(name)
            | Self::NameTaken(name)
            | Self::Unreadable { name, .. }
            | Self::TooLarge { name, .. } => Some(name),
            Self::AllTooLarge { .. } => None,
        }
    }
}

impl Explain for EvidenceFault {
    fn message(&self) -> Message {
        let of = |key, name: &String| Message::new(key).text("name", name.as_str());
        match self {
            Self::Missing(name) => of("evidence-file-missing", name),
            Self::Changed(name) => of("evidence-file-changed", name),
            Self::NotPlain(name) => of("evidence-file-not-plain", name),
            Self::NameTaken(name) => of("evidence-file-name-taken", name),
            Self::Unreadable { name, why } => {
                of("evidence-file-unreadable", name).explained("reason", why)
            }
            Self::TooLarge {
                name,
                length,
                limit,
            } => of("evidence-file-too-large", name)
                .number("size", in_megabytes(*length))
                .number("limit", in_megabytes(*limit)),
            Self::AllTooLarge { length, limit } => Message::new("evidence-files-too-large")
                .number("size", in_megabytes(*length))
                .number("limit", in_megabytes(*limit)),
        }
    }
}

/// Rounded up, so that what is too large by a byte is not said to be as large as it may be.
const fn in_megabytes(bytes: u64) -> u64 {
    bytes.div_ceil(1024 * 1024)
}

/// What is wrong with files of evidence, at the questions that name them. It is advice, since a reply
/// can be sent without its package; a package it blocks.
pub fn evidence_findings(assessment: &Assessment, faults: &[EvidenceFault]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for fault in faults {
        let names_it = |answer: &Answer| {
            let mut pieces = answer.evidence.iter();
            pieces.any(|(_, piece)| Some(piece.file_name.as_str()) == fault.name())
        };
        let naming = assessment
            .answers
            .iter()
            .filter(|(_, answer)| names_it(answer));
        let mut questions: Vec<_> = naming.map(|(id, _)| Some(id.clone())).collect();
        if questions.is_empty() {
            questions.push(None);
        }
        findings.extend(questions.into_iter().map(|question| Finding {
            check: fault.check(),
            question,
            level: None,
            blocks: false,
            message: fault.message(),
        }));
    }
    findings
}

/// Everything that should be looked at: first what is about the whole, then question by question in
/// the instrument's order.
pub fn checks(
    instrument: &Instrument,
    assessment: &Assessment,
    unreleased: Unreleased,
) -> Vec<Finding> {
    let mut findings = Findings {
        assessment,
        unreleased,
        found: Vec::new(),
    };
    findings.about_the_whole();
    for question in instrument.questions() {
        findings.about_disputes(&question.id);
        if let Some(answer) = assessment.answers.get(&question.id) {
            findings.about_release(&question.id, answer);
            findings.about_revision(question, answer);
            findings.about_cells(question, answer);
            findings.about_years(&question.id, answer);
            if question.kind == Kind::Assistance {
                findings.about_needs(instrument, question, answer);
            }
        }
    }
    for (id, answer) in assessment.unknown_answers(instrument) {
        findings.about_disputes(id);
        findings.about_unknown(id, answer);
    }
    findings.found
}

struct Findings<'a> {
    assessment: &'a Assessment,
    unreleased: Unreleased,
    found: Vec<Finding>,
}

impl Findings<'_> {
    fn add(
        &mut self,
        check: Check,
        question: Option<&QuestionId>,
        level: Option<Level>,
        message: Message,
    ) {
        let left_out = self.unreleased == Unreleased::LeaveOut
            && question.is_some_and(|id| {
                let answer = self.assessment.answers.get(id);
                answer.is_none_or(|answer| answer.cleared.is_none())
            });
        self.found.push(Finding {
            check,
            question: question.cloned(),
            level,
            blocks: check.blocks() && !left_out,
            message,
        });
    }

    fn about_the_whole(&mut self) {
        let assessment = self.assessment;
        if assessment.profile.focal_point.name.trim().is_empty() {
            let message = Message::new("finding-no-focal-point");
            self.add(Check::NoFocalPoint, None, None, message);
        }
        let levels = assessment.profile.levels;
        let sendable = || {
            let answers = assessment.answers.values();
            answers.filter(|answer| !answer.at_levels(levels).is_empty())
        };
        if sendable().next().is_none() {
            let message = Message::new("finding-nothing-answered");
            self.add(Check::NothingAnswered, None, None, message);
        } else if self.unreleased == Unreleased::LeaveOut
            && sendable().all(|answer| answer.cleared.is_none())
        {
            let message = Message::new("finding-nothing-cleared");
            self.add(Check::NothingAnswered, None, None, message);
        }
        let call = &assessment.call;
        self.about_day(Message::new("finding-unlikely-due"), call.due);
        let message = Message::new("finding-unlikely-note-verbale");
        self.about_day(message, call.note_verbale_date);
    }

    fn about_day(&mut self, message: Message, day: Option<Date>) {
        if let Some(day) = day.filter(|day| !YEARS_OF_CALL.contains(&day.year())) {
            let message = message.text("day", day.to_string());
            self.add(Check::UnlikelyDate, None, None, message);
        }
    }

    fn about_disputes(&mut self, id: &QuestionId) {
        let disputes = self.assessment.disputes.iter();
        for dispute in
            disputes.filter(|dispute| dispute.question == *id && dispute.decision.is_none())
        {
            let level = level_of(&dispute.field);
            self.add(Check::UndecidedValue, Some(id), level, undecided(dispute));
        }
    }

    fn about_release(&mut self, id: &QuestionId, answer: &Answer) {
        let levels = self.assessment.profile.levels;
        if answer.cleared.is_none() && !answer.at_levels(levels).is_empty() {
            let message = of("finding-uncleared", id);
            self.add(Check::Uncleared, Some(id), None, message);
        }
    }

    /// An answer to a question that the instrument does not ask cannot be cleared here; it stays in
    /// the file, and stands in nobody's way.
    fn about_unknown(&mut self, id: &QuestionId, answer: &Answer) {
        if answer.cleared.is_none() && !answer.is_empty() {
            self.found.push(Finding {
                check: Check::Uncleared,
                question: Some(id.clone()),
                level: None,
                blocks: false,
                message: of("finding-not-asked", id),
            });
        }
    }

    fn about_revision(&mut self, question: &Question, answer: &Answer) {
        if is_changed_since(question, answer) {
            let message = of("finding-changed-since", &question.id);
            self.add(Check::ChangedSince, Some(&question.id), None, message);
        }
    }

    fn about_cells(&mut self, question: &Question, answer: &Answer) {
        let id = &question.id;
        let cells: Vec<_> = cells(self.assessment, question).collect();
        let is_blank = |field| answer.text(field).trim().is_empty();
        let any = cells.iter().any(|(_, standing)| standing.is_some());
        for &(level, standing) in &cells {
            let (check, key) = match standing {
                Some(Standing::Yes) if question.counts() && !has_evidence(answer, level) => {
                    (Check::YesWithoutEvidence, "finding-yes-without-evidence")
                }
                Some(Standing::InPart) if question.counts() && is_blank(TextField::Missing) => (
                    Check::InPartWithoutMissing,
                    "finding-in-part-without-missing",
                ),
                Some(Standing::NotApplicable) if is_blank(TextField::Reason) => (
                    Check::NotApplicableWithoutReason,
                    "finding-not-applicable-without-reason",
                ),
                Some(Standing::NotKnown) if is_blank(TextField::Reason) => (
                    Check::NotKnownWithoutReason,
                    "finding-not-known-without-reason",
                ),
                None if any => (Check::LevelLeftEmpty, "finding-level-left-empty"),
                _ => continue,
            };
            let message = of(key, id).text("level", level.token());
            self.add(check, Some(id), Some(level), message);
        }
        let says = |level, standing| cells.contains(&(level, Some(standing)));
        if says(Level::National, Standing::No) && says(Level::Local, Standing::Yes) {
            let message = of("finding-national-no-local-yes", id);
            self.add(
                Check::NationalNoLocalYes,
                Some(id),
                Some(Level::National),
                message,
            );
        }
    }

    fn about_years(&mut self, id: &QuestionId, answer: &Answer) {
        let items = answer.items.iter().map(|(_, item)| (item.year, &item.name));
        let pieces = answer
            .evidence
            .iter()
            .map(|(_, piece)| (piece.year, &piece.title));
        for (year, name) in items.chain(pieces) {
            if let Some(year) = year.filter(|year| !YEARS.contains(year)) {
                let message = of("finding-unlikely-year", id);
                let message = message
                    .text("name", name.as_str())
                    .text("year", year.to_string());
                self.add(Check::UnlikelyDate, Some(id), None, message);
            }
        }
    }

    fn about_needs(&mut self, instrument: &Instrument, question: &Question, answer: &Answer) {
        let id = &question.id;
        let sheet = &answer.assistance;
        if lacks_kind(&sheet.all_areas) {
            let message = of("finding-need-without-kind-in-all", id);
            self.add(Check::NeedWithoutKind, Some(id), None, message);
        }
        for area in instrument.areas() {
            if sheet.rows.get(&area.id).is_some_and(lacks_kind) {
                let message = of("finding-need-without-kind", id).text("area", area.title.as_str());
                self.add(Check::NeedWithoutKind, Some(id), None, message);
            }
        }
    }
}

/// A sentence about a question.
fn of(key: &'static str, id: &QuestionId) -> Message {
    Message::new(key).text("id", id.as_str())
}

fn undecided(dispute: &Dispute) -> Message {
    let whose = dispute.values.iter().map(|value| value.whose.as_str());
    let whose: Vec<&str> = whose.filter(|whose| !whose.is_empty()).collect();
    match whose.as_slice() {
        [] => of("finding-undecided", &dispute.question),
        whose => of("finding-undecided-whose", &dispute.question).text("whose", whose.join(", ")),
    }
}

/// Whether a need is stated without a kind.
fn lacks_kind(row: &AssistanceRow) -> bool {
    matches!(row.need.extent, Some(Extent::Yes | Extent::InPart)) && row.need.kinds.is_empty()
}

/// Whether some evidence is about the level; evidence that names no level is about all.
fn has_evidence(answer: &Answer, level: Level) -> bool {
    let mut pieces = answer.evidence.iter().map(|(_, piece)| &piece.levels);
    pieces.any(|levels| levels.is_empty() || levels.contains(&level))
}

fn level_of(field: &Field) -> Option<Level> {
    match field {
        Field::Standing(level)
        | Field::Application(level)
        | Field::Units(level)
        | Field::Note(level) => Some(*level),
        _ => None,
    }
}
