//! What an assessment keeps beside its answers: plans, loans to other offices, conflicts between
//! what came back, what the last reply said, and what was sent.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

use super::{AreaId, Field, FieldValue, Level, Levels, QuestionId, Stamp, Standing, TextField};

/// Something that the council means to do about gaps. Never sent.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PlannedAction {
    /// What is to be done.
    pub what: String,
    /// The body that is to do it.
    pub who: String,
    /// The day by which it is to be done.
    pub by: Option<Date>,
    /// The area that it belongs to.
    pub area: Option<AreaId>,
    /// The gaps that it is to close.
    pub gaps: Vec<(QuestionId, Level)>,
}

/// Questions that were lent to another office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loan {
    /// The part's own identity.
    pub part: Uuid,
    /// To whom.
    pub to: String,
    /// The day by which it is to come back.
    pub due: Option<Date>,
    /// The questions lent, with the values that they were lent with.
    pub base: BTreeMap<QuestionId, Vec<FieldValue>>,
}

/// Several values for one field, from a merge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dispute {
    pub question: QuestionId,
    /// The field of its answer.
    pub field: Field,
    /// The values that came together.
    pub values: Vec<DisputedValue>,
    /// What was decided; `None` while nobody has.
    pub decision: Option<Decision>,
}

/// One of several values for a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DisputedValue {
    pub value: FieldValue,
    /// Whose it is.
    pub whose: String,
}

/// How a dispute was settled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// The value that was chosen.
    pub value: FieldValue,
    /// Who chose it, and when.
    pub stamp: Stamp,
}

/// What the reply to the last call said, carried forward.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Previous {
    /// The id of that call, or else its title.
    pub call: String,
    /// When that reply was sent, or else last worked on.
    pub date: Option<Date>,
    /// The version of the instrument that it answered.
    pub version: u32,
    /// The levels that the State had.
    pub levels: Levels,
    /// The answers of that time.
    pub answers: BTreeMap<QuestionId, CarriedAnswer>,
}

/// One answer of the last reply.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CarriedAnswer {
    /// The revision of the question that was answered.
    pub revision: u32,
    /// The standings of that time.
    pub standings: BTreeMap<Level, Standing>,
    /// The texts of that time.
    pub texts: BTreeMap<TextField, String>,
}

/// One revision of the reply that was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    pub revision: u32,
    /// The digest of the sealed bytes, as its seal has it: 64 lower-case hexadecimal digits.
    pub digest: String,
    /// When it was sealed.
    pub when: Timestamp,
    pub released_by: Stamp,
    /// That person's title.
    pub title: String,
    /// The reference of the letter that it went with.
    pub reference: String,
}
