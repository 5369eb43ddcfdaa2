//! What stands between the assessment and its reply: what a check finds, and what would leave.

use std::collections::BTreeSet;

use super::Session;
use crate::analysis::{
    Check, EvidenceFault, Finding, Outgoing, OutgoingValue, Subject, Unreleased, checks,
    evidence_findings, outgoing,
};
use crate::domain::{FieldValue, QuestionId, WithApplication};

/// What stands between the assessment and its reply. It is as large as the assessment: work it out
/// once for each change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// What a check finds.
    pub findings: Vec<Finding>,
    /// The questions whose answers are not cleared.
    pub uncleared: BTreeSet<QuestionId>,
    /// Whether those are left out: only where somebody has agreed to each of them.
    pub unreleased: Unreleased,
    /// What leaves and what stays.
    pub outgoing: Vec<Outgoing>,
    /// How many of these there are.
    pub counts: OutgoingCounts,
    /// How many answers leave.
    pub answers: usize,
    /// How many files of evidence they name.
    pub files: usize,
}

/// How many fields leave, stay, and have changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OutgoingCounts {
    /// Fields that leave.
    pub leave: usize,
    /// Fields that stay.
    pub stay: usize,
    /// Fields that are not as in the reply that was sent last; `None` where no copy of one is known.
    pub changed: Option<usize>,
}

impl Review {
    /// Checks the assessment, where the answers to `left_out` are left out knowingly.
    pub fn of(
        session: &Session,
        evidence: &[EvidenceFault],
        left_out: &BTreeSet<QuestionId>,
        with_application: WithApplication,
    ) -> Self {
        let (instrument, assessment) = (session.instrument(), session.assessment());
        let mut findings = checks(instrument, assessment, Unreleased::Block);
        let uncleared: BTreeSet<QuestionId> = findings
            .iter()
            .filter(|finding| finding.check == Check::Uncleared && finding.blocks)
            .filter_map(|finding| finding.question.clone())
            .collect();
        // Whoever agreed to some has not agreed to those that came since.
        let knows_all = !uncleared.is_empty() && uncleared.is_subset(left_out);
        let unreleased = if knows_all {
            findings = checks(instrument, assessment, Unreleased::LeaveOut);
            Unreleased::LeaveOut
        } else {
            Unreleased::Block
        };
        findings.extend(evidence_findings(assessment, evidence));
        let last = session.outbox().last();
        let outgoing = outgoing(instrument, assessment, with_application, last);
        Self {
            findings,
            uncleared,
            unreleased,
            counts: OutgoingCounts::of(&outgoing, last.is_some()),
            answers: answers(&outgoing),
            files: files(&outgoing),
            outgoing,
        }
    }

    /// What stands in the way of a final reply.
    pub fn blocking(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| finding.blocks)
    }
}

impl OutgoingCounts {
    fn of(outgoing: &[Outgoing], compared: bool) -> Self {
        let leave = outgoing.iter().filter(|each| each.is_sent()).count();
        let changed = outgoing.iter().filter(|each| each.has_changed()).count();
        Self {
            leave,
            stay: outgoing.len() - leave,
            changed: compared.then_some(changed),
        }
    }
}

/// How many answers leave.
fn answers(outgoing: &[Outgoing]) -> usize {
    let leaving = outgoing.iter().filter(|each| each.is_sent());
    let questions = leaving.filter_map(|each| match &each.subject {
        Subject::Answer(question, _) => Some(question),
        _ => None,
    });
    questions.collect::<BTreeSet<_>>().len()
}

/// How many files of evidence go with a package.
fn files(outgoing: &[Outgoing]) -> usize {
    let leaving = outgoing.iter().filter(|each| each.is_sent());
    let files = leaving.filter_map(|each| match &each.value {
        OutgoingValue::Field(value) => match &**value {
            FieldValue::Evidence(_, Some(piece)) => Some(piece.file_name.as_str()),
            _ => None,
        },
        _ => None,
    });
    files
        .filter(|name| !name.is_empty())
        .collect::<BTreeSet<_>>()
        .len()
}
