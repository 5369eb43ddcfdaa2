//! What the window remembers of the round of replies: which part of it is in sight, for which group
//! of States, what is unfolded, and what is worked out once for each change.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::Arc;

use jiff::civil::Date;

use crate::analysis::{Caution, RoundTally, StateSet, cautions};
use crate::app::round::{Class, Collation, Received, RoundSession};
use crate::domain::{
    AreaId, Attribution, Field, Level, QuestionId, RegionalGroup, SectionId, State, StateCode,
    States, folded,
};

#[derive(Debug, Default)]
pub struct RoundState {
    /// The number of the round that all this belongs to.
    number: u64,
    pub pane: RoundPane,
    /// The group whose States are shown; all of them without one.
    pub group: Option<RegionalGroup>,
    /// Which files are listed.
    pub class: Option<Class>,
    /// The day that is to be noted for all replies of which nobody has said when they came.
    pub came: Option<Date>,
    /// The file whose details are open.
    pub opened: Option<PathBuf>,
    /// The section whose questions are in sight; the first one without one.
    pub section: Option<SectionId>,
    pub unfolded: BTreeSet<RoundFold>,
    /// What is typed towards decisions.
    pub decisions: BTreeMap<StateCode, DecisionDraft>,
    /// Whether texts are read, or what is quoted.
    pub texts: TextsView,
    /// The questions as the menu of texts names them.
    pub question_words: Option<Vec<String>>,
    /// The question whose texts are in sight.
    pub question: Option<QuestionId>,
    /// The words that are being chosen.
    pub quoting: Option<QuoteDraft>,
    /// Which paragraph of the analyst is in sight; the introduction without one.
    pub paragraph: Option<SectionId>,
    figures: Option<Rc<RoundFigures>>,
    invited_rows: Option<Rc<[InvitedRow]>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum RoundPane {
    /// The files, each with its class.
    #[default]
    Files,
    Questions,
    /// Needs and offers.
    Assistance,
    Choices,
    /// The texts of one question, and what is quoted.
    Texts,
    /// Call, closing date, invitations, the analyst's paragraphs.
    About,
}

impl RoundPane {
    pub const ALL: [Self; 6] = [
        Self::Files,
        Self::Questions,
        Self::Assistance,
        Self::Choices,
        Self::Texts,
        Self::About,
    ];
}

/// What is in sight of the texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TextsView {
    /// Those of one question.
    #[default]
    Gathered,
    Quoted,
}

/// Something that unfolds to the names of States.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum RoundFold {
    Cell(QuestionId, Level),
    Area(AreaId),
    Items(QuestionId),
}

/// A decision between several replies of one State, not yet made.
#[derive(Debug, Clone, Default)]
pub struct DecisionDraft {
    /// The digest of the reply that is to count.
    pub digest: Option<String>,
    pub reason: String,
}

/// Words of a text that are being chosen.
#[derive(Debug, Clone)]
pub struct QuoteDraft {
    pub question: QuestionId,
    pub state: StateCode,
    pub field: Field,
    /// All the words there are.
    pub whole: String,
    pub text: String,
    pub attribution: Attribution,
}

/// A row of the list of States invited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InvitedRow {
    /// The group that the rows below it belong to.
    Group(RegionalGroup),
    State(StateCode),
}

/// What the figures are worked out for, besides the files.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Wanted {
    group: Option<RegionalGroup>,
    class: Option<Class>,
}

/// What the screen shows of the round, worked out once for each change.
#[derive(Debug)]
pub struct RoundFigures {
    wanted: Wanted,
    collation: Arc<Collation>,
    /// The States of the group, where one is shown.
    pub members: Option<StateSet>,
    /// What the replies of the group say, where one is shown.
    of_group: Option<RoundTally>,
    /// How many States of the group were invited.
    pub invited: usize,
    /// How many of them replied.
    pub replied: usize,
    /// How many of them wait for a decision.
    pub waiting: usize,
    /// How far the response carries.
    pub cautions: Vec<Caution>,
    /// How many files are of each class that occurs, among those of the group.
    pub classes: Vec<(Class, usize)>,
    /// The places of the files that are listed.
    pub files: Vec<usize>,
    /// The States of which several replies compete, with the places of their files.
    pub conflicts: Vec<(StateCode, Vec<usize>)>,
    /// The States that say something of a need in the table of areas, and of an offer.
    pub in_sheet: [StateSet; 2],
    /// The items of each list, by the name of the State and by their place.
    pub items: Vec<Vec<(StateCode, usize)>>,
}

impl RoundFigures {
    fn new(wanted: Wanted, collation: &Arc<Collation>, states: &States) -> Self {
        let members = wanted.group.map(|group| states.of_group(group));
        let is_shown = |state: &StateCode| {
            members
                .as_ref()
                .is_none_or(|members| members.contains(state))
        };
        let count = |set: &StateSet| set.iter().filter(|state| is_shown(state)).count();
        let of_group_alone = members.as_ref();
        let of_group_alone = of_group_alone.map(|members| collation.tally.only(members));
        let tally = of_group_alone.as_ref().unwrap_or(&collation.tally);
        let files = collation.files.iter().enumerate();
        let of_group: Vec<(usize, &Received)> = files
            .filter(|(_, file)| {
                members.is_none() || file.state.is_some_and(|state| is_shown(&state))
            })
            .collect();
        let mut classes: BTreeMap<Reverse<Class>, usize> = BTreeMap::new();
        for (_, file) in &of_group {
            *classes.entry(Reverse(file.class)).or_default() += 1;
        }
        let listed = of_group.iter();
        let listed =
            listed.filter(|(_, file)| wanted.class.is_none_or(|class| class == file.class));
        Self {
            invited: count(&collation.invited),
            replied: count(&(&collation.replied() & &collation.invited)),
            waiting: count(&collation.waiting),
            cautions: cautions(&collation.groups),
            files: listed.map(|(place, _)| *place).collect(),
            classes: classes
                .into_iter()
                .map(|(class, files)| (class.0, files))
                .collect(),
            conflicts: conflicts(collation, is_shown),
            in_sheet: tally.in_sheet(),
            items: items(tally, states),
            collation: Arc::clone(collation),
            of_group: of_group_alone,
            members,
            wanted,
        }
    }

    /// What the replies say: all of them, or those of the group that is shown.
    pub fn tally(&self) -> &RoundTally {
        self.of_group.as_ref().unwrap_or(&self.collation.tally)
    }
}

/// The States of which several replies compete, those that wait first.
fn conflicts(
    collation: &Collation,
    is_shown: impl Fn(&StateCode) -> bool,
) -> Vec<(StateCode, Vec<usize>)> {
    let disputes = collation.disputes().into_iter();
    let disputes = disputes.filter(|dispute| is_shown(&dispute.state));
    let mut conflicts: Vec<(StateCode, Vec<usize>)> = disputes
        .map(|dispute| {
            let files = collation.files.iter().enumerate();
            let own = files.filter(|(_, file)| dispute.files.contains(file));
            (dispute.state, own.map(|(place, _)| place).collect())
        })
        .collect();
    conflicts.sort_by_key(|(state, _)| !collation.waiting.contains(state));
    conflicts
}

fn items(tally: &RoundTally, states: &States) -> Vec<Vec<(StateCode, usize)>> {
    let lists = tally.lists.iter().map(|(_, by_state)| {
        let mut by_name: Vec<(String, StateCode, usize)> = by_state
            .iter()
            .map(|(state, items)| (states.sort_key(*state), *state, items.len()))
            .collect();
        by_name.sort_unstable();
        let rows = by_name.into_iter();
        rows.flat_map(|(_, state, count)| (0..count).map(move |place| (state, place)))
            .collect()
    });
    lists.collect()
}

impl RoundState {
    /// Begins anew where another round is open than before.
    pub fn belong_to(&mut self, number: u64) {
        if self.number != number {
            *self = Self {
                number,
                ..Self::default()
            };
        }
    }

    /// Begins anew, since none is open any more.
    pub fn forget(&mut self) {
        *self = Self {
            number: self.number,
            ..Self::default()
        };
    }

    /// What is typed beside a button that has not been pressed, and so is in no file.
    pub fn unsaved_words(&self) -> impl Iterator<Item = &str> {
        let reasons = self.decisions.values().map(|draft| draft.reason.as_str());
        let quoting = self
            .quoting
            .iter()
            .filter(|draft| draft.text != draft.whole);
        let words = reasons.chain(quoting.map(|draft| draft.text.as_str()));
        words.filter(|words| !words.trim().is_empty())
    }

    /// Gives those words up.
    pub fn give_up_words(&mut self) {
        self.decisions.clear();
        self.quoting = None;
    }

    /// What is worked out of the round for the group that is shown.
    pub fn figures(&mut self, round: &RoundSession, states: &States) -> Rc<RoundFigures> {
        let wanted = Wanted {
            group: self.group,
            class: self.class,
        };
        let collation = round.collation();
        let fitting = self
            .figures
            .take_if(|kept| kept.wanted == wanted && Arc::ptr_eq(&kept.collation, collation));
        let figures =
            fitting.unwrap_or_else(|| Rc::new(RoundFigures::new(wanted, collation, states)));
        Rc::clone(self.figures.insert(figures))
    }

    /// The list of all Member States by group, each by its name.
    pub fn invited_rows(&mut self, states: &States) -> Rc<[InvitedRow]> {
        let rows = self.invited_rows.get_or_insert_with(|| {
            let groups = RegionalGroup::ALL.into_iter();
            let rows = groups.flat_map(|group| {
                let mut members: Vec<&State> =
                    states.iter().filter(|state| state.group == group).collect();
                members.sort_by_cached_key(|state| folded(&state.name));
                let members = members
                    .into_iter()
                    .map(|state| InvitedRow::State(state.code));
                std::iter::once(InvitedRow::Group(group)).chain(members)
            });
            rows.collect()
        });
        Rc::clone(rows)
    }

    pub fn turn(&mut self, fold: RoundFold) {
        if !self.unfolded.remove(&fold) {
            self.unfolded.insert(fold);
        }
    }
}
