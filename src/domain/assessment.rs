//! One State's working file, as a value that only edits can change.

use std::collections::{BTreeMap, VecDeque};
use std::ops::Deref;

use uuid::Uuid;

use super::{
    ActionId, Answer, Call, Dispute, Field, FieldValue, Instrument, InstrumentId, Loan,
    PlannedAction, Previous, Profile, QuestionId, Sent, Stamp, StateCode,
};

/// One State's working file. It reads as its [`Record`]; only [`Assessment::apply`] writes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessment {
    record: Record,
}

/// Everything that an assessment holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// The assessment's own identity, the same through all its revisions.
    pub identity: Uuid,
    /// For a sample, the document that it was reconstructed from.
    pub sample: Option<String>,
    /// The instrument that it answers.
    pub instrument: InstrumentReference,
    /// The request that it replies to.
    pub call: Call,
    /// The State, its people and its levels.
    pub profile: Profile,
    /// The answers, also those to questions that the instrument does not have.
    pub answers: BTreeMap<QuestionId, Answer>,
    /// What the council means to do.
    pub actions: BTreeMap<ActionId, PlannedAction>,
    /// What was lent to other offices.
    pub loans: Vec<Loan>,
    /// Where values from several offices came together.
    pub disputes: Vec<Dispute>,
    /// What the reply to the last call said.
    pub previous: Option<Previous>,
    /// What was done, by whom and when.
    pub trail: Trail,
    /// The revisions that were sent, oldest first.
    pub sent: Vec<Sent>,
}

/// An instrument by id and version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InstrumentReference {
    /// Which instrument.
    pub id: InstrumentId,
    pub version: u32,
}

impl Assessment {
    /// An empty assessment of a State, with all three levels.
    pub fn new(instrument: &Instrument, state: StateCode, identity: Uuid) -> Self {
        let parts = instrument.parts();
        Self {
            record: Record {
                identity,
                sample: None,
                instrument: InstrumentReference {
                    id: parts.id.clone(),
                    version: parts.version,
                },
                call: Call::default(),
                profile: Profile::new(state),
                answers: BTreeMap::new(),
                actions: BTreeMap::new(),
                loans: Vec::new(),
                disputes: Vec::new(),
                previous: None,
                trail: Trail::default(),
                sent: Vec::new(),
            },
        }
    }

    /// An empty assessment that says where all that will stand in it comes from.
    pub fn sample(instrument: &Instrument, state: StateCode, identity: Uuid, source: &str) -> Self {
        let mut assessment = Self::new(instrument, state, identity);
        assessment.record.sample = Some(source.to_owned());
        assessment
    }

    /// An assessment as it was kept.
    pub fn restore(record: Record) -> Self {
        Self { record }
    }

    /// The answers to questions that the instrument does not have, kept and shown.
    pub fn unknown_answers<'a>(
        &'a self,
        instrument: &'a Instrument,
    ) -> impl Iterator<Item = (&'a QuestionId, &'a Answer)> + 'a {
        self.record
            .answers
            .iter()
            .filter(|(id, _)| instrument.question(id).is_none())
    }

    pub(super) fn record_mut(&mut self) -> &mut Record {
        &mut self.record
    }
}

impl Deref for Assessment {
    type Target = Record;

    fn deref(&self) -> &Record {
        &self.record
    }
}

/// What was done, by whom and when: the newest [`Trail::CAPACITY`] entries, and how many older
/// ones were folded away.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Trail {
    entries: VecDeque<TrailEntry>,
    folded: u64,
}

/// One thing that was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrailEntry {
    /// Who did it, and when.
    pub stamp: Stamp,
    /// The question that it was done to, if it was one.
    pub question: Option<QuestionId>,
    /// The field that was given a value, if it was one.
    pub field: Option<Field>,
    /// That value in short, or else what was done: `cleared`, `reopened`, `confirmed`,
    /// `restored`, `profile`, `call`, `action ID`, `sent REVISION`.
    pub value: String,
}

impl Trail {
    /// How many entries are kept one by one.
    pub const CAPACITY: usize = 2_000;

    /// A trail as it was kept: its entries, oldest first, and how many were folded before them.
    pub fn restore(entries: impl IntoIterator<Item = TrailEntry>, folded: u64) -> Self {
        let mut trail = Self {
            entries: entries.into_iter().collect(),
            folded,
        };
        trail.fold();
        trail
    }

    /// The entries that are kept, oldest first.
    pub fn entries(&self) -> impl DoubleEndedIterator<Item = &TrailEntry> {
        self.entries.iter()
    }

    /// How many older entries were folded away.
    pub fn folded(&self) -> u64 {
        self.folded
    }

    /// Adds an entry; the same person going on with the same field, or with the profile, the call
    /// or a planned action, goes on with the same entry.
    pub(super) fn add(&mut self, entry: TrailEntry) {
        let goes_on = self.entries.back().is_some_and(|last| {
            last.question == entry.question
                && last.field == entry.field
                && (last.field.is_some() || last.question.is_none() && last.value == entry.value)
                && last.stamp.who == entry.stamp.who
                && last.stamp.body == entry.stamp.body
        });
        if goes_on {
            self.entries.pop_back();
        }
        self.entries.push_back(entry);
        self.fold();
    }

    fn fold(&mut self) {
        while Self::CAPACITY < self.entries.len() {
            self.entries.pop_front();
            self.folded += 1;
        }
    }
}

impl TrailEntry {
    /// The longest value that an entry keeps, in characters.
    const VALUE_LENGTH: usize = 80;

    pub(super) fn set(stamp: &Stamp, question: &QuestionId, value: &FieldValue) -> Self {
        let text = value.to_string();
        let mut short: String = text.chars().take(Self::VALUE_LENGTH).collect();
        if short.len() < text.len() {
            short.push('…');
        }
        Self {
            field: Some(value.field()),
            value: short,
            ..Self::of(stamp, Some(question), "")
        }
    }

    pub(super) fn of(stamp: &Stamp, question: Option<&QuestionId>, value: &str) -> Self {
        Self {
            stamp: stamp.clone(),
            question: question.cloned(),
            field: None,
            value: value.to_owned(),
        }
    }
}
