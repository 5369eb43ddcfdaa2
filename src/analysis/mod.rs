//! What follows from an assessment, as pure functions: the same cells give the same figures,
//! whoever asks. Screen, command line and reports all call these; none computes a figure itself.

mod coverage;
mod gaps;
mod progress;
mod search;

pub use coverage::{Applied, Coverage, Fraction, Group, Percent, Profile, Shows, Tally, coverage};
pub use gaps::{Gap, GapCounts, GapFilter, GapOrder, gaps};
pub use progress::{Progress, progress, progress_of_question, progress_of_section};
pub use search::{Hit, HitPlace, search};

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
    /// How much has been answered.
    pub progress: Progress,
    /// The profiles of principles and sections.
    pub coverage: Coverage,
    /// All gaps, in the instrument's order.
    pub gaps: Vec<Gap>,
}

impl Analysis {
    /// Computes everything.
    #[must_use]
    pub fn of(instrument: &Instrument, assessment: &Assessment) -> Self {
        Self {
            progress: progress(instrument, assessment),
            coverage: coverage(instrument, assessment),
            gaps: gaps(instrument, assessment),
        }
    }
}
