//! A round as the receiving office keeps it: the call, who was invited, where the replies stand and
//! when they came, what was decided, what is quoted, and what the analyst writes.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use jiff::civil::Date;

use super::standing::tokens;
use super::{Explain, Field, Message, QuestionId, SectionId, StateCode, UnknownToken};

/// What the receiving office knows and decided of the replies to one call.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Round {
    /// The id of the call, as it was typed; blank where it is the one that most replies name.
    pub call: String,
    /// The last day on which a reply counts; `None` where there is none.
    pub closing: Option<Date>,
    /// The States invited: the base of the response rate. None stands for all members.
    pub invited: BTreeSet<StateCode>,
    /// The files and folders that the replies stand in, with `/` between the parts of a path:
    /// relative to the folder of the round's file where they stand below it, else absolute.
    pub sources: BTreeSet<String>,
    /// On which day the replies came, by the digests of their seals; only where somebody said so.
    pub received: BTreeMap<String, Date>,
    /// Which of several replies of one State counts.
    pub decisions: BTreeMap<StateCode, RoundDecision>,
    /// Words of replies that were chosen to be quoted.
    pub quotations: BTreeSet<Quotation>,
    /// What the analyst writes: before all sections (`None`), and for each of them.
    pub texts: BTreeMap<Option<SectionId>, String>,
}

/// A decision between several replies of one State.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundDecision {
    /// The digest of the seal of the reply that counts, 64 lower-case hexadecimal digits.
    pub digest: String,
    /// Why; not blank.
    pub reason: String,
    /// When it was decided.
    pub date: Date,
}

/// Words of a reply that were chosen to be quoted. They come in the order of the questions' ids,
/// and then of the States' codes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Quotation {
    pub question: QuestionId,
    /// Whose.
    pub state: StateCode,
    /// The part of the answer; one that [holds words](Quotation::holds_words).
    pub field: Field,
    /// The words chosen; not blank.
    pub text: String,
    /// Whether the State is named.
    pub attribution: Attribution,
}

tokens!(
    /// Whether the State whose words are quoted is named.
    Attribution, "attribution", {
        /// "One State (Poland)".
        Named = "named",
        OneState = "one_state",
    }
);

impl Quotation {
    /// Whether a field of an answer holds words that can leave a State, and so be quoted.
    pub const fn holds_words(field: &Field) -> bool {
        match field {
            Field::Text(text) => !text.is_internal(),
            Field::Note(_) | Field::Item(_) | Field::Assistance(..) => true,
            _ => false,
        }
    }

    /// Whether both are the same words of the same place, whether or not the State is named.
    fn is_same_words(&self, other: &Self) -> bool {
        let Self {
            question,
            state,
            field,
            text,
            attribution: _,
        } = self;
        *question == other.question
            && *state == other.state
            && *field == other.field
            && *text == other.text
    }
}

/// A change of what the office notes. Each says what shall be, so that one made twice does no more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RoundChange {
    /// The round is about this call; blank for the one that most replies name.
    Call(String),
    /// Replies count up to this day.
    Closing(Option<Date>),
    /// These States are invited; none stands for all members.
    Invited(BTreeSet<StateCode>),
    /// A file or folder to read, as [`Round::sources`] writes it.
    AddSource(String),
    /// A file or folder not to read any more.
    RemoveSource(String),
    /// On which days the replies with these digests came; `None` where that is not known.
    Received(BTreeMap<String, Option<Date>>),
    /// Which of several replies of this State counts; `None` lets them wait.
    Decide(StateCode, Option<RoundDecision>),
    /// Quote these words; where they are quoted already, with this attribution.
    Quote(Quotation),
    /// Do not quote these words.
    Unquote(Quotation),
    /// What the analyst writes for a section, or before all of them; empty for nothing.
    Text(Option<SectionId>, String),
}

/// Why a change cannot be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RoundFault {
    /// A decision without a reason.
    NoReason,
    /// A quotation without words.
    NoWords,
    /// A quotation of what holds no words.
    NotWords,
    /// A source without a path.
    NoPath,
    /// A digest of another form.
    NotADigest(String),
}

impl Explain for RoundFault {
    fn message(&self) -> Message {
        match self {
            Self::NoReason => Message::new("round-no-reason"),
            Self::NoWords => Message::new("round-no-words"),
            Self::NotWords => Message::new("round-not-words"),
            Self::NoPath => Message::new("round-no-path"),
            Self::NotADigest(digest) => Message::new("round-no-digest").text("digest", digest),
        }
    }
}

impl Round {
    /// Makes a change, and gives the one that takes it back.
    pub fn apply(&mut self, change: RoundChange) -> Result<RoundChange, RoundFault> {
        change.check()?;
        Ok(match change {
            RoundChange::Call(call) => RoundChange::Call(std::mem::replace(&mut self.call, call)),
            RoundChange::Closing(day) => {
                RoundChange::Closing(std::mem::replace(&mut self.closing, day))
            }
            RoundChange::Invited(states) => {
                RoundChange::Invited(std::mem::replace(&mut self.invited, states))
            }
            RoundChange::AddSource(source) => {
                if self.sources.insert(source.clone()) {
                    RoundChange::RemoveSource(source)
                } else {
                    RoundChange::AddSource(source)
                }
            }
            RoundChange::RemoveSource(source) => {
                if self.sources.remove(&source) {
                    RoundChange::AddSource(source)
                } else {
                    RoundChange::RemoveSource(source)
                }
            }
            RoundChange::Received(days) => {
                let before = days.into_iter().map(|(digest, day)| {
                    let before = put(&mut self.received, digest.clone(), day);
                    (digest, before)
                });
                RoundChange::Received(before.collect())
            }
            RoundChange::Decide(state, decision) => {
                let before = put(&mut self.decisions, state, decision);
                RoundChange::Decide(state, before)
            }
            RoundChange::Quote(quotation) => {
                let before = self.take_quotation(&quotation);
                self.quotations.insert(quotation.clone());
                before.map_or(RoundChange::Unquote(quotation), RoundChange::Quote)
            }
            RoundChange::Unquote(quotation) => {
                let before = self.take_quotation(&quotation);
                before.map_or(RoundChange::Unquote(quotation), RoundChange::Quote)
            }
            RoundChange::Text(section, text) => {
                let text = (!text.is_empty()).then_some(text);
                let before = put(&mut self.texts, section.clone(), text);
                RoundChange::Text(section, before.unwrap_or_default())
            }
        })
    }

    fn take_quotation(&mut self, like: &Quotation) -> Option<Quotation> {
        let mut quoted = self.quotations.iter();
        let found = quoted.find(|each| each.is_same_words(like)).cloned()?;
        self.quotations.take(&found)
    }
}

/// Puts a value in its place, or takes it away; what was there.
fn put<Key: Ord, Value>(
    map: &mut BTreeMap<Key, Value>,
    key: Key,
    value: Option<Value>,
) -> Option<Value> {
    match value {
        Some(value) => map.insert(key, value),
        None => map.remove(&key),
    }
}

impl RoundChange {
    /// Whether it can be made at all.
    fn check(&self) -> Result<(), RoundFault> {
        match self {
            Self::AddSource(source) if source.trim().is_empty() => Err(RoundFault::NoPath),
            Self::Received(days) => days.keys().try_for_each(|digest| check_digest(digest)),
            Self::Decide(_, Some(decision)) => decision.check(),
            Self::Quote(quotation) => quotation.check(),
            _ => Ok(()),
        }
    }

    /// Whether it comes from typing, with more keys likely to follow.
    pub const fn is_typed(&self) -> bool {
        matches!(self, Self::Call(_) | Self::Text(..))
    }
}

impl RoundDecision {
    /// Whether it names a reply and says why.
    pub fn check(&self) -> Result<(), RoundFault> {
        check_digest(&self.digest)?;
        if self.reason.trim().is_empty() {
            return Err(RoundFault::NoReason);
        }
        Ok(())
    }
}

impl Quotation {
    /// Whether it quotes words, and of a place that holds some.
    pub fn check(&self) -> Result<(), RoundFault> {
        if self.text.trim().is_empty() {
            return Err(RoundFault::NoWords);
        }
        if !Self::holds_words(&self.field) {
            return Err(RoundFault::NotWords);
        }
        Ok(())
    }
}

fn check_digest(digest: &str) -> Result<(), RoundFault> {
    let is_digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    if digest.len() == 64 && digest.bytes().all(is_digit) {
        Ok(())
    } else {
        Err(RoundFault::NotADigest(digest.to_owned()))
    }
}
