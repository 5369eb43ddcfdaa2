//! A round as the receiving office keeps it: the call, who was invited, what came when, and what was
//! decided.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::{QuestionId, StateCode, TextField};

/// What the receiving office knows and decided of the replies to one call.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Round {
    /// The id of the call.
    pub call: String,
    /// The last day on which a reply counts; `None` where there is none.
    pub closing: Option<Date>,
    /// The States invited: the base of the response rate. None stands for all members.
    pub invited: BTreeSet<StateCode>,
    /// When the replies came, by the digests of their seals.
    pub received: BTreeMap<String, Date>,
    /// Which of several replies of one State counts.
    pub decisions: BTreeMap<StateCode, RoundDecision>,
    /// Texts of replies that were chosen to be quoted.
    pub quotations: Vec<Quotation>,
    /// What the analyst writes.
    pub text: String,
}

/// A decision between several replies of one State.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundDecision {
    /// The digest of the seal of the reply that counts.
    pub digest: String,
    /// Why.
    pub reason: String,
    /// When it was decided.
    pub date: Date,
}

/// A text of a reply that was chosen to be quoted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quotation {
    /// Whose.
    pub state: StateCode,
    /// The question.
    pub question: QuestionId,
    /// The part of the answer.
    pub field: TextField,
    /// The words chosen.
    pub text: String,
}
