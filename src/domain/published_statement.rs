//! What a published round says about one question at one level.

use super::published::{Amount, Doubt, Example, PublishedRound, ReportPlace, Says};
use super::{EntryId, Level, OptionId, QuestionId, Side, Standing, StateCode};

/// What the report says about one cell: shown beside the question, as context.
///
/// A figure is what is certain: those who are not in it may have said anything, or nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedStatement<'a> {
    /// How many States replied: the base of every figure.
    pub replies: usize,
    /// Those that said Yes.
    pub yes: Option<Figure>,
    /// Those that said In part.
    pub in_part: Option<Figure>,
    /// Those that said Yes or In part, where the report does not part them.
    pub yes_or_in_part: Option<Figure>,
    /// Those that said No.
    pub no: Option<Figure>,
    /// What cannot be told.
    pub doubts: Vec<&'a Doubt>,
}

/// How many States gave one answer, and which.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// How many.
    pub amount: Amount,
    /// Those that are named, in the report's order; empty where none is.
    pub states: Vec<StateCode>,
    /// Where the report says so.
    pub place: ReportPlace,
}

/// The States that a report names for one option of a choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OptionStatement<'a> {
    pub option: &'a OptionId,
    /// The States, in the report's order.
    pub states: &'a [StateCode],
    /// Where the report says so.
    pub place: ReportPlace,
}

/// A standing that the report gives a State, without doubt.
pub(super) struct CertainCell<'a> {
    pub(super) question: &'a QuestionId,
    pub(super) level: Level,
    pub(super) standing: Standing,
    pub(super) state: StateCode,
    pub(super) place: ReportPlace,
}

impl PublishedRound {
    /// What the report says about the question at this level; nothing where it is silent.
    pub fn statement(&self, question: &QuestionId, level: Level) -> Option<PublishedStatement<'_>> {
        let cells: Vec<CertainCell<'_>> = self
            .certain_cells()
            .filter(|cell| cell.question == question && cell.level == level)
            .collect();
        let figure = |standings: &[Standing]| self.figure(question, level, standings, &cells);
        let statement = PublishedStatement {
            replies: self.replies.len(),
            yes: figure(&[Standing::Yes]),
            in_part: figure(&[Standing::InPart]),
            yes_or_in_part: figure(&[Standing::Yes, Standing::InPart]),
            no: figure(&[Standing::No]),
            doubts: self.doubts_about(question, Some(level)).collect(),
        };
        let silent = statement.yes.is_none()
            && statement.in_part.is_none()
            && statement.yes_or_in_part.is_none()
            && statement.no.is_none()
            && statement.doubts.is_empty();
        (!silent).then_some(statement)
    }

    /// The States that the report names for each option of the question, in the report's order.
    pub fn options<'a>(
        &'a self,
        question: &QuestionId,
    ) -> impl Iterator<Item = OptionStatement<'a>> {
        self.lists
            .iter()
            .filter(move |list| list.question == *question)
            .filter_map(|list| match &list.says {
                Says::Option(option) => Some(OptionStatement {
                    option,
                    states: &list.states,
                    place: list.place,
                }),
                Says::Cell { .. } => None,
            })
    }

    /// The doubts about the question; with a level, those about it at this level alone.
    pub fn doubts_about<'a>(
        &'a self,
        question: &QuestionId,
        level: Option<Level>,
    ) -> impl Iterator<Item = &'a Doubt> {
        self.doubts.iter().filter(move |doubt| {
            doubt.about.iter().any(|about| {
                about.question == *question
                    && level.is_none_or(|level| about.levels.contains(&level))
            })
        })
    }

    /// What the report tells of single States about the question.
    pub fn examples_of<'a>(&'a self, question: &QuestionId) -> impl Iterator<Item = &'a Example> {
        self.examples
            .iter()
            .filter(move |example| example.question == *question)
    }

    /// The report's own name of a State that replied.
    pub fn name_of(&self, state: StateCode) -> Option<&str> {
        self.replies
            .iter()
            .find(|reply| reply.state == state)
            .map(|reply| reply.name.as_str())
    }

    /// What the report says of exactly these standings: the certain answers among the cells of the
    /// question and level with their number, or a number alone.
    fn figure(
        &self,
        question: &QuestionId,
        level: Level,
        standings: &[Standing],
        cells: &[CertainCell<'_>],
    ) -> Option<Figure> {
        let own = || cells.iter().filter(|cell| standings == [cell.standing]);
        let states: Vec<StateCode> = own().map(|cell| cell.state).collect();
        let printed = self.printed_amount(question, level, standings);
        let place = printed
            .map(|(_, place)| place)
            .or(own().next().map(|cell| cell.place))?;
        let named = count(states.len());
        let amount = match printed {
            Some((Amount::Number(number), _)) => Amount::Number(number.max(named)),
            Some((words, _)) => words,
            None => Amount::Number(named),
        };
        Some(Figure {
            amount,
            states,
            place,
        })
    }

    /// The number or word that the report states for exactly these standings, with its place.
    /// Those whom a doubt takes out of a list are taken off its number.
    fn printed_amount(
        &self,
        question: &QuestionId,
        level: Level,
        standings: &[Standing],
    ) -> Option<(Amount, ReportPlace)> {
        let fits = |says: &Says| match says {
            Says::Cell {
                levels,
                standings: said,
            } => *levels == [level] && said == standings,
            Says::Option(_) => false,
        };
        let listed = self.lists.iter().find_map(|list| {
            let stated = list
                .stated
                .filter(|_| list.question == *question && fits(&list.says))?;
            let out = list
                .states
                .iter()
                .filter(|&&state| self.is_withdrawn(&list.id, state));
            Some((
                Amount::Number(stated.saturating_sub(count(out.count()))),
                list.place,
            ))
        });
        listed.or_else(|| {
            self.counts
                .iter()
                .find(|figure| figure.question == *question && fits(&figure.says))
                .map(|figure| (figure.amount, figure.place))
        })
    }

    /// Whether a doubt takes the State out of the list.
    fn is_withdrawn(&self, list: &EntryId, state: StateCode) -> bool {
        self.doubts
            .iter()
            .flat_map(|doubt| &doubt.withdraws)
            .any(|withdrawal| withdrawal.list == *list && withdrawal.state == state)
    }

    /// Every standing that the report gives a State without doubt: in the order of the lists, then
    /// what a doubt leaves certain, then who needs and who can give assistance.
    pub(super) fn certain_cells(&self) -> impl Iterator<Item = CertainCell<'_>> {
        let listed = self.lists.iter().flat_map(|list| {
            let states = list
                .states
                .iter()
                .filter(|&&state| !self.is_withdrawn(&list.id, state));
            states.filter_map(|&state| {
                let (level, standing) = list.says.certain_cell()?;
                let (question, place) = (&list.question, list.place);
                Some(CertainCell {
                    question,
                    level,
                    standing,
                    state,
                    place,
                })
            })
        });
        let settled = self.doubts.iter().flat_map(|doubt| {
            doubt.settles.iter().map(|settled| CertainCell {
                question: &settled.question,
                level: settled.level,
                standing: settled.standing,
                state: settled.state,
                place: doubt.place,
            })
        });
        let sides = Side::ALL.into_iter();
        listed
            .chain(settled)
            .chain(sides.flat_map(|side| self.assistance_cells(side)))
    }

    /// Yes for every State that the table or a remark names on this side.
    fn assistance_cells(&self, side: Side) -> impl Iterator<Item = CertainCell<'_>> {
        let assistance = &self.assistance;
        let states = self.replies.iter().map(|reply| reply.state);
        states
            .filter(move |&state| assistance.names(side, state))
            .map(move |state| CertainCell {
                question: assistance.question_of(side),
                level: Level::National,
                standing: Standing::Yes,
                state,
                place: assistance.place,
            })
    }
}

/// A number of States; never more than the members of the United Nations.
fn count(states: usize) -> u16 {
    u16::try_from(states).unwrap_or(u16::MAX)
}
