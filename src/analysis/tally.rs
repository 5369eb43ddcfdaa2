//! The tally of a round: which States gave which answer, question by question. Nothing here ranks
//! States or adds up what they said.
//!
//! A reply is taken down to its [`Ballot`], a few hundred bytes, as soon as it has been read; so a
//! thousand replies need no more room than what is counted. Adding ballots in any order gives the
//! same tally.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::ballot::{Ballot, CellMark, Items, QuestionMark, cells, choices, lists};
use crate::domain::{AreaId, Extent, Instrument, Level, OptionId, QuestionId, Standing, StateCode};

/// A set of States, in the order of their codes.
pub type StateSet = BTreeSet<StateCode>;

/// What all replies say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundTally {
    /// The States whose replies are in it.
    pub counted: StateSet,
    /// The languages of their replies, as they say.
    pub languages: BTreeMap<StateCode, Box<str>>,
    /// Every question, in the instrument's order.
    pub questions: Vec<QuestionTally>,
    /// Every cell of standings and facts, in the instrument's order.
    pub cells: Vec<CellTally>,
    /// Every choice with its options, in the instrument's order.
    pub choices: Vec<(QuestionId, Vec<(OptionId, StateSet)>)>,
    /// Every list, with the items by State.
    pub lists: Vec<(QuestionId, BTreeMap<StateCode, Items>)>,
    pub assistance: Vec<AreaTally>,
}

/// One question: the States that answered it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionTally {
    pub question: QuestionId,
    /// The States that answered it, in whichever revision.
    pub answered: StateSet,
    /// Those of them that answered another revision than the instrument's.
    pub other_revision: StateSet,
    /// The States that named an option or an area that the instrument does not have.
    pub strangers: StateSet,
}

/// One cell: the States by what they said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellTally {
    pub question: QuestionId,
    pub level: Level,
    pub said: BTreeMap<Standing, StateSet>,
    /// The States that have the level, and said nothing.
    pub not_answered: StateSet,
}

impl CellTally {
    pub fn states(&self, standing: Standing) -> impl Iterator<Item = StateCode> + '_ {
        self.said.get(&standing).into_iter().flatten().copied()
    }

    /// How many replies gave a standing.
    pub fn replies(&self) -> usize {
        self.said.values().map(BTreeSet::len).sum()
    }
}

/// One area of assistance: the States by what they need and offer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AreaTally {
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
            strangers: StateSet::new(),
        });
        Self {
            counted: StateSet::new(),
            languages: BTreeMap::new(),
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
        self.languages.insert(state, ballot.language.clone());
        for (question, mark) in self.questions.iter_mut().zip(&ballot.questions) {
            if *mark != QuestionMark::NotAnswered {
                question.answered.insert(state);
            }
            if *mark == QuestionMark::OtherRevision {
                question.other_revision.insert(state);
            }
        }
        for place in &ballot.strangers {
            if let Some(question) = self.questions.get_mut(usize::from(*place)) {
                question.strangers.insert(state);
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
    pub fn only(&self, states: &StateSet) -> Self {
        let mut only = self.clone();
        only.counted.retain(|state| states.contains(state));
        only.languages.retain(|state, _| states.contains(state));
        for question in &mut only.questions {
            let QuestionTally {
                question: _,
                answered,
                other_revision,
                strangers,
            } = question;
            for set in [answered, other_revision, strangers] {
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

    /// The States with a need, in whole or in part, in at least one area; and those with an offer.
    /// What they state apart from the sheet is not in it.
    pub fn in_sheet(&self) -> [StateSet; 2] {
        let mut sets = [StateSet::new(), StateSet::new()];
        let [need, offer] = &mut sets;
        for area in &self.assistance {
            need.extend(area.need.iter().chain(&area.need_in_part));
            offer.extend(area.offer.iter().chain(&area.offer_in_part));
        }
        sets
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
