//! How much of the questionnaire has been answered; never how well the State stands.

use std::ops::{Add, AddAssign};

use super::cells;
use crate::domain::{Assessment, Instrument, Kind, Question, SectionId, Side, TextField};

/// How many things were asked, and how many of them have been answered. Not known is an answer
/// here, though coverage leaves it open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Progress {
    pub done: u32,
    pub all: u32,
}

impl Progress {
    pub const fn is_complete(self) -> bool {
        self.done == self.all
    }
}

impl Add for Progress {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            done: self.done + other.done,
            all: self.all + other.all,
        }
    }
}

impl AddAssign for Progress {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

/// The progress of the whole assessment: every cell of standing and fact questions at levels that
/// exist, and one for each choice, list, text and assistance sheet.
pub fn progress(instrument: &Instrument, assessment: &Assessment) -> Progress {
    let questions = instrument.questions().iter();
    questions
        .map(|question| progress_of_question(instrument, assessment, question))
        .fold(Progress::default(), Add::add)
}

pub fn progress_of_section(
    instrument: &Instrument,
    assessment: &Assessment,
    section: &SectionId,
) -> Progress {
    instrument
        .questions_of(section)
        .map(|question| progress_of_question(instrument, assessment, question))
        .fold(Progress::default(), Add::add)
}

pub fn progress_of_question(
    instrument: &Instrument,
    assessment: &Assessment,
    question: &Question,
) -> Progress {
    let answer = assessment.answers.get(&question.id);
    let done = match question.kind {
        Kind::Standing | Kind::Fact => {
            return cells(assessment, question).fold(
                Progress::default(),
                |progress, (_, standing)| {
                    progress
                        + Progress {
                            done: u32::from(standing.is_some()),
                            all: 1,
                        }
                },
            );
        }
        Kind::Choice(_) => answer.is_some_and(|answer| answer.choice.is_some()),
        Kind::List(_) => answer.is_some_and(|answer| !answer.items.is_empty()),
        Kind::Text => answer.is_some_and(|answer| !answer.text(TextField::Text).trim().is_empty()),
        Kind::Assistance => answer.is_some_and(|answer| {
            instrument
                .areas()
                .iter()
                .filter(|area| area.in_all_areas)
                .all(|area| {
                    Side::ALL
                        .into_iter()
                        .all(|side| answer.assistance.extent(&area.id, side).is_some())
                })
        }),
    };
    Progress {
        done: u32::from(done),
        all: 1,
    }
}
