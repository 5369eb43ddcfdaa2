//! What follows from an assessment, as pure functions: the same cells give the same figures,
//! whoever asks. Screen, command line and reports all call these; none computes a figure itself.

mod ballot;
mod caution;
mod checks;
mod compare;
mod coverage;
mod gaps;
mod outgoing;
mod plan;
mod progress;
mod response;
mod search;
mod tally;
mod timeline;

pub use ballot::{Ballot, Items};
pub use caution::{Caution, cautions};
pub use checks::{Check, EvidenceFault, Finding, Unreleased, checks, evidence_findings};
pub use compare::{
    Comparison, DifferentStates, MovedCell, ProfileChange, compare, is_changed_since,
};
pub use coverage::{Applied, Coverage, Fraction, Group, Percent, Profile, Shows, Tally, coverage};
pub use gaps::{Gap, GapCounts, GapFilter, GapOrder, find_gaps, gaps};
pub use outgoing::{
    CallField, Disclosure, KeptBeside, Outgoing, OutgoingValue, ProfileField, Since, Subject,
    outgoing,
};
pub use plan::{Due, Plan, Step, actions_for, plan};
pub use progress::{Progress, progress, progress_of_question, progress_of_section};
pub use response::{GroupResponse, response};
pub use search::{Hit, HitPlace, search};
pub use tally::{AreaTally, CellTally, QuestionTally, RoundTally, StateSet};
pub use timeline::{Scale, Tick, Timeline};

use crate::domain::{Assessment, Instrument, Level, Question, Standing};

/// The cells of a question that exist in the State, each with its standing.
pub(crate) fn cells<'a>(
    assessment: &'a Assessment,
    question: &'a Question,
) -> impl Iterator<Item = (Level, Option<Standing>)> + 'a {
    let answer = assessment.answers.get(&question.id);
    question
        .levels
        .iter()
        .filter(move |level| question.has_cells() && assessment.profile.levels.has(**level))
        .map(move |level| (*level, answer.and_then(|answer| answer.standing(*level))))
}

/// Everything that follows from one assessment as it stands: computed once per change, and read
/// by every screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Analysis {
    pub progress: Progress,
    /// How much of each question has been answered, in the instrument's order.
    pub questions: Vec<Progress>,
    /// How much of each section has been answered, in the instrument's order.
    pub sections: Vec<Progress>,
    pub coverage: Coverage,
    /// All gaps, in the instrument's order.
    pub gaps: Vec<Gap>,
    pub cleared: usize,
    pub flagged: usize,
}

impl Analysis {
    pub fn of(instrument: &Instrument, assessment: &Assessment) -> Self {
        let sections = instrument.sections().iter();
        let questions = instrument.questions().iter();
        let answers = || assessment.answers.values();
        Self {
            progress: progress(instrument, assessment),
            questions: questions
                .map(|question| progress_of_question(instrument, assessment, question))
                .collect(),
            sections: sections
                .map(|section| progress_of_section(instrument, assessment, &section.id))
                .collect(),
            coverage: coverage(instrument, assessment),
            gaps: gaps(instrument, assessment),
            cleared: answers().filter(|answer| answer.cleared.is_some()).count(),
            flagged: answers().filter(|answer| answer.flag).count(),
        }
    }
}
