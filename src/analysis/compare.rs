//! Compare: two assessments of one State, last time and now, cell by cell and profile by profile.
//! What moved is counted, never valued: no figure says how much better or worse a State stands.

use super::cells;
use super::coverage::{Group, Profile, coverage};
use crate::domain::{
    Answer, Assessment, Explain, Instrument, Level, Message, Question, QuestionId, Standing,
    StateCode,
};

/// What is different between two assessments of one State; all lists in the instrument's order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    pub moved: Vec<MovedCell>,
    /// The questions that either assessment answers in another revision than is asked now: changed
    /// since, so what moved there may be the question.
    pub revised: Vec<QuestionId>,
    /// The questions that were added after the earlier assessment was begun.
    pub added: Vec<QuestionId>,
    /// Each principle at each level, before and after.
    pub principles: Vec<ProfileChange>,
    /// Each section at each level, before and after.
    pub sections: Vec<ProfileChange>,
}

/// A cell that says something else than before. At a level that the State does not have, or did
/// not, it says nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MovedCell {
    pub question: QuestionId,
    pub level: Level,
    /// What it said; `None` is not answered.
    pub before: Option<Standing>,
    pub after: Option<Standing>,
}

/// A profile, before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProfileChange {
    pub before: Profile,
    pub after: Profile,
    pub moved: Vec<MovedCell>,
}

/// Why two assessments cannot be compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DifferentStates {
    pub before: StateCode,
    pub after: StateCode,
}

impl Explain for DifferentStates {
    fn message(&self) -> Message {
        Message::new("compare-different-states")
            .text("before", self.before.as_str())
            .text("after", self.after.as_str())
    }
}

/// Compares an earlier assessment with a later one, both read as answers to this instrument.
pub fn compare(
    instrument: &Instrument,
    before: &Assessment,
    after: &Assessment,
) -> Result<Comparison, DifferentStates> {
    if before.profile.state != after.profile.state {
        return Err(DifferentStates {
            before: before.profile.state,
            after: after.profile.state,
        });
    }
    let questions = || instrument.questions().iter();
    let moved: Vec<MovedCell> = questions()
        .flat_map(|question| moved_cells(question, before, after))
        .collect();
    let is_revised = |question: &&Question| {
        let answers = [before, after].map(|each| each.answers.get(&question.id));
        let mut answers = answers.into_iter().flatten();
        answers.any(|answer| is_changed_since(question, answer))
    };
    let is_added = |question: &&Question| {
        before.instrument.version < question.since && !before.answers.contains_key(&question.id)
    };
    let id = |question: &Question| question.id.clone();
    let profiles = [before, after].map(|each| coverage(instrument, each));
    let [earlier, later] = profiles;
    Ok(Comparison {
        revised: questions().filter(is_revised).map(id).collect(),
        added: questions().filter(is_added).map(id).collect(),
        principles: changes(instrument, earlier.principles, later.principles, &moved),
        sections: changes(instrument, earlier.sections, later.sections, &moved),
        moved,
    })
}

/// Whether the question has a new revision since the answer was given: the answer is to be
/// confirmed. An answer that says nothing is none.
pub fn is_changed_since(question: &Question, answer: &Answer) -> bool {
    answer.revision != question.revision && !answer.is_empty()
}

fn moved_cells<'a>(
    question: &'a Question,
    before: &'a Assessment,
    after: &'a Assessment,
) -> impl Iterator<Item = MovedCell> + 'a {
    let says = |assessment: &Assessment, level: Level| {
        let mut cells = cells(assessment, question);
        cells.find_map(|(at, standing)| (at == level).then_some(standing))?
    };
    let levels = question.levels.iter();
    levels.filter_map(move |&level| {
        let (before, after) = (says(before, level), says(after, level));
        (before != after).then(|| MovedCell {
            question: question.id.clone(),
            level,
            before,
            after,
        })
    })
}

/// Pairs the profiles, which stand in the same order on both sides.
fn changes(
    instrument: &Instrument,
    before: Vec<Profile>,
    after: Vec<Profile>,
    moved: &[MovedCell],
) -> Vec<ProfileChange> {
    let pairs = before.into_iter().zip(after);
    pairs
        .map(|(before, after)| {
            let of_group = |cell: &&MovedCell| {
                cell.level == after.level && holds(instrument, &after.group, &cell.question)
            };
            ProfileChange {
                moved: moved.iter().filter(of_group).cloned().collect(),
                before,
                after,
            }
        })
        .collect()
}

fn holds(instrument: &Instrument, group: &Group, question: &QuestionId) -> bool {
    let question = instrument.question(question);
    question.is_some_and(|question| group.holds(question))
}
