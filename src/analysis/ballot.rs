//! What one reply says, taken down to a few hundred bytes, so that a thousand replies need no more
//! room than what is counted.

use std::sync::Arc;

use crate::domain::{
    Answer, AreaId, AssistanceRow, ChoiceOption, Extent, Instrument, Kind, Level, Levels, ListItem,
    OptionId, Question, QuestionId, Side, Standing, StateCode, Submission, SubmittedAnswer,
    TextField,
};

/// What one reply says, in little room. Its places are those of the instrument.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ballot {
    pub state: StateCode,
    /// The language of the reply, as it says; empty where it does not.
    pub(super) language: Box<str>,
    /// One for each question of the instrument, in its order.
    pub(super) questions: Box<[QuestionMark]>,
    /// The places of the questions where it says something that the instrument does not have.
    pub(super) strangers: Box<[u16]>,
    /// One for each cell of the instrument, in its order.
    pub(super) cells: Box<[CellMark]>,
    /// One for each choice of the instrument: the place of the option, where one is chosen.
    pub(super) choices: Box<[Option<u16>]>,
    /// One for each list of the instrument.
    pub(super) items: Box<[Option<Items>]>,
    /// Need and offer, for the mark over all areas and then for each area.
    pub(super) assistance: Box<[[Option<Extent>; 2]]>,
}

/// What a State listed. Ballot and tally share it.
pub type Items = Arc<[ListItem]>;

/// What a ballot says in one cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CellMark {
    /// The State has no such level, so it is in no list.
    NoLevel,
    NotAnswered,
    Said(Standing),
}

/// Whether a ballot answers a question, and which.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum QuestionMark {
    NotAnswered,
    /// The question as the instrument asks it.
    Answered,
    /// Another revision of it, whose meaning was another.
    OtherRevision,
}

impl QuestionMark {
    fn of(
        instrument: &Instrument,
        question: &Question,
        answer: Option<&SubmittedAnswer>,
        levels: Levels,
    ) -> Self {
        match answer.filter(|answer| is_answered(instrument, question, answer, levels)) {
            None => Self::NotAnswered,
            Some(answer) if answer.revision == question.revision => Self::Answered,
            Some(_) => Self::OtherRevision,
        }
    }
}

/// Whether the answer says what was asked for; its other texts may say something even if not.
fn is_answered(
    instrument: &Instrument,
    question: &Question,
    answer: &SubmittedAnswer,
    levels: Levels,
) -> bool {
    match &question.kind {
        Kind::Standing | Kind::Fact => {
            let mut cells = answer.cells.iter();
            cells.any(|(level, cell)| {
                cell.standing.is_some() && question.levels.contains(level) && levels.has(*level)
            })
        }
        Kind::Choice(options) => answer.choice.as_ref().is_some_and(|id| has(options, id)),
        Kind::List(_) => !answer.items.is_empty(),
        Kind::Text => {
            let text = answer.texts.get(&TextField::Text);
            text.is_some_and(|text| !text.trim().is_empty())
        }
        Kind::Assistance => {
            let sheet = &answer.assistance;
            let rows = sheet.rows.iter();
            let rows = rows.filter(|(area, _)| has_area(instrument, area));
            let rows = rows.map(|(_, row)| row);
            rows.chain([&sheet.all_areas]).any(says_something)
        }
    }
}

/// Whether the answer names an option or an area that the instrument does not have.
fn has_stranger(instrument: &Instrument, question: &Question, answer: &SubmittedAnswer) -> bool {
    match &question.kind {
        Kind::Choice(options) => answer.choice.as_ref().is_some_and(|id| !has(options, id)),
        Kind::Assistance => {
            let mut rows = answer.assistance.rows.iter();
            rows.any(|(area, row)| !has_area(instrument, area) && says_something(row))
        }
        Kind::Standing | Kind::Fact | Kind::List(_) | Kind::Text => false,
    }
}

fn has(options: &[ChoiceOption], id: &OptionId) -> bool {
    options.iter().any(|option| option.id == *id)
}

fn has_area(instrument: &Instrument, id: &AreaId) -> bool {
    instrument.areas().iter().any(|area| area.id == *id)
}

fn says_something(row: &AssistanceRow) -> bool {
    let mut sides = Side::ALL.into_iter();
    sides.any(|side| row.side(side).extent.is_some())
}

/// The cells of an instrument, in its order: questions with their levels.
pub(super) fn cells(instrument: &Instrument) -> impl Iterator<Item = (&QuestionId, Level)> {
    let questions = instrument.questions().iter();
    let questions = questions.filter(|question| question.has_cells());
    questions.flat_map(|question| {
        let levels = Level::ALL.into_iter();
        let levels = levels.filter(|level| question.levels.contains(level));
        levels.map(|level| (&question.id, level))
    })
}

impl Ballot {
    /// Takes down what a submission says.
    pub fn of(instrument: &Instrument, submission: &Submission) -> Self {
        let levels = submission.profile.levels;
        let answers = &submission.answers;
        let questions = instrument.questions().iter().map(|question| {
            QuestionMark::of(instrument, question, answers.get(&question.id), levels)
        });
        let strangers = instrument.questions().iter().zip(0..);
        let strangers = strangers.filter(|(question, _)| {
            let answer = answers.get(&question.id);
            answer.is_some_and(|answer| has_stranger(instrument, question, answer))
        });
        let cells = cells(instrument).map(|(id, level)| {
            if !levels.has(level) {
                return CellMark::NoLevel;
            }
            let cell = answers.get(id).and_then(|answer| answer.cells.get(&level));
            let standing = cell.and_then(|cell| cell.standing);
            standing.map_or(CellMark::NotAnswered, CellMark::Said)
        });
        let choices = choices(instrument).map(|(id, options)| {
            let chosen = answers.get(id)?.choice.as_ref()?;
            let place = options.iter().position(|option| option.id == *chosen)?;
            u16::try_from(place).ok()
        });
        let items = lists(instrument).map(|id| {
            let items = &answers.get(id)?.items;
            let items: Items = items.iter().map(|(_, item)| item.clone()).collect();
            (!items.is_empty()).then_some(items)
        });
        let mut sheets = instrument.questions().iter();
        let sheet = sheets.find(|question| question.kind == Kind::Assistance);
        let sheet = sheet.and_then(|question| answers.get(&question.id));
        Self {
            state: submission.state(),
            language: submission.profile.reply_language.as_str().into(),
            questions: questions.collect(),
            strangers: strangers.map(|(_, place)| place).collect(),
            cells: cells.collect(),
            choices: choices.collect(),
            items: items.collect(),
            assistance: sheet
                .map(|answer| extents(instrument, answer))
                .unwrap_or_default(),
        }
    }
}

/// The choices of an instrument, in its order, with their options.
pub(super) fn choices(
    instrument: &Instrument,
) -> impl Iterator<Item = (&QuestionId, &[ChoiceOption])> {
    let questions = instrument.questions().iter();
    questions.filter_map(|question| match &question.kind {
        Kind::Choice(options) => Some((&question.id, options.as_slice())),
        _ => None,
    })
}

/// The lists of an instrument, in its order.
pub(super) fn lists(instrument: &Instrument) -> impl Iterator<Item = &QuestionId> {
    let questions = instrument.questions().iter();
    let lists = questions.filter(|question| matches!(question.kind, Kind::List(_)));
    lists.map(|question| &question.id)
}

fn extents(instrument: &Instrument, answer: &SubmittedAnswer) -> Box<[[Option<Extent>; 2]]> {
    let Answer { assistance, .. } = answer.to_answer();
    let marks = Side::ALL.map(|side| assistance.all_areas.side(side).extent);
    let areas = instrument.areas().iter().map(|area| {
        Side::ALL.map(|side| {
            if area.in_all_areas {
                assistance.extent(&area.id, side)
            } else {
                let row = assistance.rows.get(&area.id);
                row.and_then(|row| row.side(side).extent)
            }
        })
    });
    std::iter::once(marks).chain(areas).collect()
}
