//! The tally of a round: which States gave which answer, question by question. Nothing here ranks
//! States or adds up what they said.
//!
//! A reply is taken down to its [`Ballot`], a few hundred bytes, as soon as it has been read; so a
//! thousand replies need no more room than what is counted. Adding ballots in any order gives the
//! same tally.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::domain::{
    Answer, AreaId, ChoiceOption, Extent, Instrument, Kind, Level, Levels, ListItem, OptionId,
    Question, QuestionId, Side, Standing, StateCode, Submission, SubmittedAnswer, TextField,
};

/// What one reply says, in little room. Its places are those of the instrument.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ballot {
    /// Whose reply.
    pub state: StateCode,
    /// One for each question of the instrument, in its order.
    questions: Box<[QuestionMark]>,
    /// One for each cell of the instrument, in its order.
    cells: Box<[CellMark]>,
    /// One for each choice of the instrument: the place of the option, where one is chosen.
    choices: Box<[Option<u16>]>,
    /// One for each list of the instrument.
    items: Box<[Option<Items>]>,
    /// Need and offer, for the mark over all areas and then for each area.
    assistance: Box<[[Option<Extent>; 2]]>,
}

/// What a State listed. Ballot and tally share it.
pub type Items = Arc<[ListItem]>;

/// What a ballot says in one cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum CellMark {
    /// The State has no such level, so it is in no list.
    NoLevel,
    NotAnswered,
    Said(Standing),
}

/// Whether a ballot answers a question, and which.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum QuestionMark {
    NotAnswered,
    /// The question as the instrument asks it.
    Answered,
    /// Another revision of it, whose meaning was another.
    OtherRevision,
}

impl QuestionMark {
    fn of(question: &Question, answer: Option<&SubmittedAnswer>, levels: Levels) -> Self {
        match answer.filter(|answer| is_answered(question, answer, levels)) {
            None => Self::NotAnswered,
            Some(answer) if answer.revision == question.revision => Self::Answered,
            Some(_) => Self::OtherRevision,
        }
    }
}

/// Whether the answer says what was asked for; its other texts may say something even if not.
fn is_answered(question: &Question, answer: &SubmittedAnswer, levels: Levels) -> bool {
    match question.kind {
        Kind::Standing | Kind::Fact => {
            let mut cells = answer.cells.iter();
            cells.any(|(level, cell)| {
                cell.standing.is_some() && question.levels.contains(level) && levels.has(*level)
            })
        }
        Kind::Choice(_) => answer.choice.is_some(),
        Kind::List(_) => !answer.items.is_empty(),
        Kind::Text => {
            let text = answer.texts.get(&TextField::Text);
            text.is_some_and(|text| !text.trim().is_empty())
        }
        Kind::Assistance => {
            let sheet = &answer.assistance;
            let mut rows = [&sheet.all_areas].into_iter().chain(sheet.rows.values());
            rows.any(|row| {
                Side::ALL
                    .into_iter()
                    .any(|side| row.side(side).extent.is_some())
            })
        }
    }
}

/// The cells of an instrument, in its order: questions with their levels.
fn cells(instrument: &Instrument) -> impl Iterator<Item = (&QuestionId, Level)> {
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
    #[must_use]
    pub fn of(instrument: &Instrument, submission: &Submission) -> Self {
        let levels = submission.profile.levels;
        let answers = &submission.answers;
        let questions = instrument.questions().iter();
        let questions =
            questions.map(|question| QuestionMark::of(question, answers.get(&question.id), levels));
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
            questions: questions.collect(),
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
fn choices(instrument: &Instrument) -> impl Iterator<Item = (&QuestionId, &[ChoiceOption])> {
    let questions = instrument.questions().iter();
    questions.filter_map(|question| match &question.kind {
        Kind::Choice(options) => Some((&question.id, options.as_slice())),
        _ => None,
    })
}

/// The lists of an instrument, in its order.
fn lists(instrument: &Instrument) -> impl Iterator<Item = &QuestionId> {
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

/// A set of States, in the order of their codes.
pub type StateSet = BTreeSet<StateCode>;

/// What all replies say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundTally {
    /// The States whose replies are in it.
    pub counted: StateSet,
    /// Every question, in the instrument's order.
    pub questions: Vec<QuestionTally>,
    /// Every cell of standings and facts, in the instrument's order.
    pub cells: Vec<CellTally>,
    /// Every choice with its options, in the instrument's order.
    pub choices: Vec<(QuestionId, Vec<(OptionId, StateSet)>)>,
    /// Every list, with the items by State.
    pub lists: Vec<(QuestionId, BTreeMap<StateCode, Items>)>,
    /// Every area of assistance.
    pub assistance: Vec<AreaTally>,
}

/// One question: the States that answered it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionTally {
    /// The question.
    pub question: QuestionId,
    /// The States that answered it, in whichever revision.
    pub answered: StateSet,
    /// Those of them that answered another revision than the instrument's.
    pub other_revision: StateSet,
}

/// One cell: the States by what they said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellTally {
    /// The question.
    pub question: QuestionId,
    /// The level.
    pub level: Level,
    /// The States that gave a standing.
    pub said: BTreeMap<Standing, StateSet>,
    /// The States that have the level, and said nothing.
    pub not_answered: StateSet,
}

impl CellTally {
    /// The States that gave this standing.
    pub fn states(&self, standing: Standing) -> impl Iterator<Item = StateCode> + '_ {
        self.said.get(&standing).into_iter().flatten().copied()
    }

    /// How many replies gave a standing.
    #[must_use]
    pub fn replies(&self) -> usize {
        self.said.values().map(BTreeSet::len).sum()
    }
}

/// One area of assistance: the States by what they need and offer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AreaTally {
    /// The area.
    pub area: AreaId,
    /// Those that need it, also by the mark over all areas.
    pub need: StateSet,
    /// Those that need it in part.
    pub need_in_part: StateSet,
    /// Those that can offer it, also by the mark over all areas.
    pub offer: StateSet,
    /// Those that can offer it in part.
    pub offer_in_part: StateSet,
    /// Those that marked a need over all areas, of which this is one.
    pub all_areas_need: StateSet,
    /// Those that marked an offer over all areas, of which this is one.
    pub all_areas_offer: StateSet,
}

impl RoundTally {
    /// A tally without replies.
    #[must_use]
    pub fn new(instrument: &Instrument) -> Self {
        let choices = choices(instrument).map(|(id, options)| {
            let options = options.iter();
            let options = options.map(|option| (option.id.clone(), StateSet::new()));
            (id.clone(), options.collect())
        });
        let lists = lists(instrument).map(|id| (id.clone(), BTreeMap::new()));
        let cells = cells(instrument).map(|(id, level)| CellTally {
            question: id.clone(),
            level,
            said: BTreeMap::new(),
            not_answered: StateSet::new(),
        });
        let areas = instrument.areas().iter().map(|area| AreaTally {
            area: area.id.clone(),
            need: StateSet::new(),
            need_in_part: StateSet::new(),
            offer: StateSet::new(),
            offer_in_part: StateSet::new(),
            all_areas_need: StateSet::new(),
            all_areas_offer: StateSet::new(),
        });
        let questions = instrument.questions().iter().map(|question| QuestionTally {
            question: question.id.clone(),
            answered: StateSet::new(),
            other_revision: StateSet::new(),
        });
        Self {
            counted: StateSet::new(),
            questions: questions.collect(),
            cells: cells.collect(),
            choices: choices.collect(),
            lists: lists.collect(),
            assistance: areas.collect(),
        }
    }

    /// Adds a reply. Each State is added once.
    pub fn add(&mut self, instrument: &Instrument, ballot: &Ballot) {
        let state = ballot.state;
        self.counted.insert(state);
        for (question, mark) in self.questions.iter_mut().zip(&ballot.questions) {
            if *mark != QuestionMark::NotAnswered {
                question.answered.insert(state);
            }
            if *mark == QuestionMark::OtherRevision {
                question.other_revision.insert(state);
            }
        }
        for (cell, mark) in self.cells.iter_mut().zip(&ballot.cells) {
            match mark {
                CellMark::NoLevel => {}
                CellMark::NotAnswered => {
                    cell.not_answered.insert(state);
                }
                CellMark::Said(standing) => {
                    cell.said.entry(*standing).or_default().insert(state);
                }
            }
        }
        for ((_, options), chosen) in self.choices.iter_mut().zip(&ballot.choices) {
            let chosen = chosen.and_then(|place| options.get_mut(usize::from(place)));
            if let Some((_, states)) = chosen {
                states.insert(state);
            }
        }
        for ((_, by_state), items) in self.lists.iter_mut().zip(&ballot.items) {
            if let Some(items) = items {
                by_state.insert(state, Arc::clone(items));
            }
        }
        let Some((marks, areas)) = ballot.assistance.split_first() else {
            return;
        };
        let known = instrument.areas().iter();
        for ((tally, extents), area) in self.assistance.iter_mut().zip(areas).zip(known) {
            tally.add(state, *extents);
            if area.in_all_areas {
                tally.add_marks(state, *marks);
            }
        }
    }

    /// The same of these States alone.
    #[must_use]
    pub fn only(&self, states: &StateSet) -> Self {
        let mut only = self.clone();
        only.counted.retain(|state| states.contains(state));
        for question in &mut only.questions {
            for set in [&mut question.answered, &mut question.other_revision] {
                set.retain(|state| states.contains(state));
            }
        }
        for cell in &mut only.cells {
            let said = cell.said.values_mut();
            for set in said.chain([&mut cell.not_answered]) {
                set.retain(|state| states.contains(state));
            }
            cell.said.retain(|_, said| !said.is_empty());
        }
        for (_, options) in &mut only.choices {
            for (_, set) in options {
                set.retain(|state| states.contains(state));
            }
        }
        for (_, by_state) in &mut only.lists {
            by_state.retain(|state, _| states.contains(state));
        }
        for area in &mut only.assistance {
            for set in area.sets_mut() {
                set.retain(|state| states.contains(state));
            }
        }
        only
    }
}

impl AreaTally {
    fn sets_mut(&mut self) -> [&mut StateSet; 6] {
        let Self {
            area: _,
            need,
            need_in_part,
            offer,
            offer_in_part,
            all_areas_need,
            all_areas_offer,
        } = self;
        [
            need,
            need_in_part,
            offer,
            offer_in_part,
            all_areas_need,
            all_areas_offer,
        ]
    }

    fn add(&mut self, state: StateCode, [need, offer]: [Option<Extent>; 2]) {
        let sets = [
            (need, &mut self.need, &mut self.need_in_part),
            (offer, &mut self.offer, &mut self.offer_in_part),
        ];
        for (extent, yes, in_part) in sets {
            match extent {
                Some(Extent::Yes) => yes.insert(state),
                Some(Extent::InPart) => in_part.insert(state),
                Some(Extent::No) | None => false,
            };
        }
    }

    fn add_marks(&mut self, state: StateCode, [need, offer]: [Option<Extent>; 2]) {
        let is_said = |extent| matches!(extent, Some(Extent::Yes | Extent::InPart));
        if is_said(need) {
            self.all_areas_need.insert(state);
        }
        if is_said(offer) {
            self.all_areas_offer.insert(state);
        }
    }
}
