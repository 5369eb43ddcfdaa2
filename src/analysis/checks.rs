//! Checks: what should be looked at before a reply is sent. Most advise; the few that block a final
//! reply say so.

use std::fmt::Write as _;

use super::cells;
use super::compare::is_changed_since;
use crate::domain::{
    Answer, Assessment, AssistanceRow, Dispute, Extent, Field, Instrument, Kind, Level, Question,
    QuestionId, Standing, TextField,
};

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
}

impl Check {
    /// Every check, those that block a final reply first.
    pub const ALL: [Self; 12] = [
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
    /// What was looked for.
    pub check: Check,
    /// The question, where it is about one.
    pub question: Option<QuestionId>,
    /// The level, where it is about one.
    pub level: Option<Level>,
    /// Whether it stands in the way of a final reply.
    pub blocks: bool,
    /// What was found and what can be done, in one sentence.
    pub text: String,
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
        text: String,
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
            text,
        });
    }

    fn about_the_whole(&mut self) {
        let assessment = self.assessment;
        if assessment.profile.focal_point.name.trim().is_empty() {
            let text = "The profile names no focal point, so nobody could be asked about the reply; name one.";
            self.add(Check::NoFocalPoint, None, None, text.to_owned());
        }
        let levels = assessment.profile.levels;
        let sendable = || {
            let answers = assessment.answers.values();
            answers.filter(|answer| !answer.at_levels(levels).is_empty())
        };
        if sendable().next().is_none() {
            let text = "Nothing has been answered yet that could be sent.";
            self.add(Check::NothingAnswered, None, None, text.to_owned());
        } else if self.unreleased == Unreleased::LeaveOut
            && sendable().all(|answer| answer.cleared.is_none())
        {
            let text = "No answer is cleared for sending, so with those left out nothing would be sent; clear some.";
            self.add(Check::NothingAnswered, None, None, text.to_owned());
        }
    }

    fn about_disputes(&mut self, id: &QuestionId) {
        let disputes = self.assessment.disputes.iter();
        for dispute in
            disputes.filter(|dispute| dispute.question == *id && dispute.decision.is_none())
        {
            let text = dispute_words(dispute);
            let level = level_of(&dispute.field);
            self.add(Check::UndecidedValue, Some(id), level, text);
        }
    }

    fn about_release(&mut self, id: &QuestionId, answer: &Answer) {
        let levels = self.assessment.profile.levels;
        if answer.cleared.is_none() && !answer.at_levels(levels).is_empty() {
            let text = format!(
                "The answer to {id} has not been cleared for sending; clear it, or leave it out knowingly."
            );
            self.add(Check::Uncleared, Some(id), None, text);
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
                text: format!(
                    "This instrument does not ask {id}; its answer is kept in the file, and is not sent."
                ),
            });
        }
    }

    fn about_revision(&mut self, question: &Question, answer: &Answer) {
        if is_changed_since(question, answer) {
            let id = &question.id;
            let text = format!(
                "{id} has changed since it was answered; read it again, and confirm the answer or change it."
            );
            self.add(Check::ChangedSince, Some(id), None, text);
        }
    }

    fn about_cells(&mut self, question: &Question, answer: &Answer) {
        let id = &question.id;
        let cells: Vec<_> = cells(self.assessment, question).collect();
        let is_blank = |field| answer.text(field).trim().is_empty();
        let any = cells.iter().any(|(_, standing)| standing.is_some());
        for &(level, standing) in &cells {
            let mut add = |check, text: String| self.add(check, Some(id), Some(level), text);
            match standing {
                Some(Standing::Yes) if question.counts() && !has_evidence(answer, level) => add(
                    Check::YesWithoutEvidence,
                    format!(
                        "{id} says Yes at {level} level and names no evidence for it; name a law, a plan, a report or the like."
                    ),
                ),
                Some(Standing::InPart) if question.counts() && is_blank(TextField::Missing) => {
                    add(
                        Check::InPartWithoutMissing,
                        format!(
                            "{id} says In part at {level} level and not what is missing; say it in a few words."
                        ),
                    );
                }
                Some(Standing::NotApplicable) if is_blank(TextField::Reason) => add(
                    Check::NotApplicableWithoutReason,
                    format!(
                        "{id} says Not applicable at {level} level and not why; give the reason."
                    ),
                ),
                Some(Standing::NotKnown) if is_blank(TextField::Reason) => add(
                    Check::NotKnownWithoutReason,
                    format!(
                        "{id} says No information at {level} level and not why; say who was asked, or what is lacking."
                    ),
                ),
                None if any => add(
                    Check::LevelLeftEmpty,
                    format!(
                        "{id} is answered at another level and not at {level} level; answer it, or say No information."
                    ),
                ),
                _ => {}
            }
        }
        let says = |level, standing| cells.contains(&(level, Some(standing)));
        if says(Level::National, Standing::No) && says(Level::Local, Standing::Yes) {
            let text = format!(
                "{id} says No at national level and Yes at local level; see whether both are meant."
            );
            self.add(
                Check::NationalNoLocalYes,
                Some(id),
                Some(Level::National),
                text,
            );
        }
    }

    fn about_needs(&mut self, instrument: &Instrument, question: &Question, answer: &Answer) {
        let id = &question.id;
        let sheet = &answer.assistance;
        if lacks_kind(&sheet.all_areas) {
            let text = format!(
                "{id} says that assistance is needed in all areas and not of what kind; choose a kind."
            );
            self.add(Check::NeedWithoutKind, Some(id), None, text);
        }
        for area in instrument.areas() {
            if sheet.rows.get(&area.id).is_some_and(lacks_kind) {
                let text = format!(
                    "{id} says that assistance is needed in the area {:?} and not of what kind; choose a kind.",
                    area.title
                );
                self.add(Check::NeedWithoutKind, Some(id), None, text);
            }
        }
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

fn dispute_words(dispute: &Dispute) -> String {
    let mut text = format!(
        "{} has different values from different offices",
        dispute.question
    );
    let whose: Vec<&str> = dispute
        .values
        .iter()
        .map(|value| value.whose.as_str())
        .filter(|whose| !whose.is_empty())
        .collect();
    if !whose.is_empty() {
        // Writing into a string cannot fail.
        write!(text, " ({})", whose.join(", ")).ok();
    }
    text.push_str("; decide which one holds.");
    text
}
