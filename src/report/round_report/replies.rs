//! The replies that a report speaks of: all of a round, or those of one regional group.

use std::ops::Deref;

use super::RoundSubject;
use super::names::Names;
use crate::analysis::{AreaTally, CellTally, GroupResponse, Items, RoundTally, StateSet};
use crate::domain::{Area, OptionId, QuestionId, StateCode};
use crate::report::document::Inline;
use crate::report::language::language_of;
use crate::words::Value;

/// The replies that a report speaks of, with what is needed to write about them.
pub(super) struct Replies<'a> {
    subject: RoundSubject<'a>,
    pub tally: RoundTally,
    pub waiting: StateSet,
    pub undated: StateSet,
    pub invited: StateSet,
    pub groups: Vec<GroupResponse>,
    pub names: Names,
    /// The States of the group that it speaks of alone.
    members: Option<StateSet>,
}

impl<'a> Deref for Replies<'a> {
    type Target = RoundSubject<'a>;

    fn deref(&self) -> &RoundSubject<'a> {
        &self.subject
    }
}

impl<'a> Replies<'a> {
    /// The replies of a round; of one group alone where the subject says so.
    pub fn of(subject: &RoundSubject<'a>) -> Self {
        let members = subject.only.map(|group| subject.states.of_group(group));
        let of_members = |states: &StateSet| match &members {
            Some(members) => states & members,
            None => states.clone(),
        };
        let groups = subject.groups.iter();
        let groups = groups.filter(|each| subject.only.is_none_or(|group| each.group == group));
        Self {
            subject: *subject,
            tally: match &members {
                Some(members) => subject.tally.only(members),
                None => subject.tally.clone(),
            },
            waiting: of_members(subject.waiting),
            undated: of_members(subject.undated),
            invited: of_members(subject.invited),
            groups: groups.cloned().collect(),
            names: Names::in_year(subject.states, subject.speaks_of.year()),
            members,
        }
    }

    /// Whether the report speaks of this State's reply, if there is one.
    pub fn are_of(&self, state: StateCode) -> bool {
        let members = self.members.as_ref();
        members.is_none_or(|members| members.contains(&state))
    }

    pub fn say(&self, key: &str) -> String {
        self.words.say(key)
    }

    pub fn say_with(&self, key: &str, values: &[(&str, Value<'_>)]) -> String {
        self.words.say_with(key, values)
    }

    /// Words that a State wrote, in the language of its reply.
    pub fn said(&self, state: StateCode, text: impl Into<String>) -> Inline {
        let text = text.into();
        let language = self.tally.languages.get(&state);
        let language = language.and_then(|language| language_of(&text, language));
        Inline::Text {
            language: language.filter(|tag| *tag != self.instrument.parts().language),
            text,
        }
    }

    /// Words that depend on a count.
    pub fn count(&self, key: &str, count: usize) -> String {
        self.say_with(key, &[("count", count.into())])
    }

    /// The States that replied: those that are counted, and those that wait.
    pub fn replied(&self) -> StateSet {
        &self.tally.counted | &self.waiting
    }

    /// The cells of a question, from the national level down.
    pub fn cells(&self, question: &QuestionId) -> impl Iterator<Item = &CellTally> {
        let cells = self.tally.cells.iter();
        cells.filter(move |cell| cell.question == *question)
    }

    /// The options of a choice, with the States that chose them.
    pub fn options(&self, question: &QuestionId) -> &[(OptionId, StateSet)] {
        let mut choices = self.tally.choices.iter();
        let choice = choices.find(|(id, _)| id == question);
        choice.map_or(&[], |(_, options)| options)
    }

    /// What States listed, in the order of their names.
    pub fn items(&self, question: &QuestionId) -> Vec<(StateCode, &Items)> {
        let mut lists = self.tally.lists.iter();
        let by_state = lists.find(|(id, _)| id == question);
        let by_state = by_state.into_iter().flat_map(|(_, by_state)| by_state);
        let mut items: Vec<_> = by_state.map(|(state, items)| (*state, items)).collect();
        items.sort_by_key(|(state, _)| self.names.place(*state));
        items
    }

    pub fn areas(&self) -> impl Iterator<Item = (&Area, &AreaTally)> {
        self.instrument.areas().iter().zip(&self.tally.assistance)
    }

    /// A note with these States in the order of their names; none where there are none.
    pub fn note<'s>(&self, states: impl IntoIterator<Item = &'s StateCode>) -> Option<Inline> {
        let names = self.names_in_words(states);
        (!names.is_empty()).then(|| Inline::note(format!("{names}.")))
    }

    /// The names of these States in their order, as a sentence has them.
    pub fn names_in_words<'s>(&self, states: impl IntoIterator<Item = &'s StateCode>) -> String {
        self.in_words(&self.names.sorted(states))
    }

    /// Names as a sentence has them: A, B and C.
    pub fn in_words(&self, names: &[&str]) -> String {
        self.words.and(names)
    }
}
