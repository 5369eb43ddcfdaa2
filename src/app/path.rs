//! The way through the questions: which comes next, and which of them is still open.

use std::collections::BTreeSet;

use crate::analysis::progress_of_question;
use crate::domain::{Assessment, Instrument, Origin, Question, QuestionId};

/// The questions in the order in which they are walked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionPath(Vec<QuestionId>);

impl QuestionPath {
    /// The instrument's order; or the short path, which asks first what was asked in 2006.
    pub fn new(instrument: &Instrument, short_first: bool) -> Self {
        let mut questions: Vec<&Question> = instrument.questions().iter().collect();
        if short_first {
            questions.sort_by_key(|question| question.origin != Origin::Asked2006);
        }
        Self(
            questions
                .into_iter()
                .map(|question| question.id.clone())
                .collect(),
        )
    }

    pub fn first(&self) -> Option<&QuestionId> {
        self.0.first()
    }

    /// Where the question stands, from 0.
    pub fn position(&self, question: &QuestionId) -> Option<usize> {
        self.0.iter().position(|id| id == question)
    }

    /// The question after this one.
    pub fn next(&self, question: &QuestionId) -> Option<&QuestionId> {
        self.0.get(self.position(question)? + 1)
    }

    /// The question before this one.
    pub fn previous(&self, question: &QuestionId) -> Option<&QuestionId> {
        self.0.get(self.position(question)?.checked_sub(1)?)
    }

    /// The first question that is not wholly answered; `None` where all are.
    pub fn first_open(
        &self,
        instrument: &Instrument,
        assessment: &Assessment,
    ) -> Option<&QuestionId> {
        let open = open_questions(instrument, assessment);
        self.0.iter().find(|id| open.contains(id))
    }

    /// The next question after this one that is not wholly answered, going round at the end;
    /// `None` where all others are.
    pub fn next_open(
        &self,
        instrument: &Instrument,
        assessment: &Assessment,
        question: &QuestionId,
    ) -> Option<&QuestionId> {
        let open = open_questions(instrument, assessment);
        let start = self.position(question).map_or(0, |position| position + 1);
        let after = self.0.iter().skip(start);
        after
            .chain(self.0.iter().take(start))
            .find(|id| *id != question && open.contains(id))
    }
}

fn open_questions<'a>(
    instrument: &'a Instrument,
    assessment: &Assessment,
) -> BTreeSet<&'a QuestionId> {
    let questions = instrument.questions().iter();
    questions
        .filter(|each| !progress_of_question(instrument, assessment, each).is_complete())
        .map(|each| &each.id)
        .collect()
}
