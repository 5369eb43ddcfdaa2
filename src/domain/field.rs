//! The fields of an answer, and their values: one vocabulary for edits, stamps, trail and merge.

use std::fmt;

use super::{
    Application, AreaId, AssistanceSide, Evidence, EvidenceId, ItemId, Level, ListItem, OptionId,
    Standing, Units, UnknownToken, standing::tokens,
};

tokens!(
    TextField, "text", {
        Exists = "exists",
        Missing = "missing",
        /// What made it hard.
        Difficulty = "difficulty",
        /// What others could use: a practice worth sharing.
        Useful = "useful",
        /// Why a cell is not applicable, or not known.
        Reason = "reason",
        /// What is in preparation, and by when.
        Expected = "expected",
        /// The answer to a question that asks for a text.
        Text = "text",
        /// The words beside the option of a choice, such as the name of the body.
        Choice = "choice",
        /// A remark of the council's own; never sent.
        Remark = "remark",
        /// The body that is to find the answer; never sent.
        Responsible = "responsible",
    }
);

impl TextField {
    /// Whether the text stays in the council: it is in no submission.
    pub const fn is_internal(self) -> bool {
        matches!(self, Self::Remark | Self::Responsible)
    }
}

tokens!(
    Side, "side", {
        /// What the State needs.
        Need = "need",
        /// What the State can offer.
        Offer = "offer",
    }
);

/// A row of the assistance sheet.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AssistanceTarget {
    /// The mark over all areas; a row that says something itself wins over it.
    AllAreas,
    Area(AreaId),
}

/// A field of an answer: what one edit changes, one stamp is for, and one conflict can be about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The standing of a cell.
    Standing(Level),
    /// How far it is applied at a level.
    Application(Level),
    Units(Level),
    /// The note of a cell.
    Note(Level),
    Text(TextField),
    /// The option chosen.
    Choice,
    /// One item of a list.
    Item(ItemId),
    /// One piece of evidence.
    Evidence(EvidenceId),
    /// One side of one row of the assistance sheet.
    Assistance(AssistanceTarget, Side),
    /// The council's own mark: look at this again.
    Flag,
}

impl Field {
    /// Whether the field stays in the council unless it decides otherwise.
    pub const fn is_internal(&self) -> bool {
        match self {
            Self::Application(_) | Self::Flag => true,
            Self::Text(field) => field.is_internal(),
            _ => false,
        }
    }
}

/// A field together with its value; an empty text, `None` or a missing item is *no value*.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldValue {
    /// The standing of a cell.
    Standing(Level, Option<Standing>),
    /// How far it is applied at a level.
    Application(Level, Option<Application>),
    Units(Level, Option<Units>),
    /// The note of a cell.
    Note(Level, String),
    Text(TextField, String),
    /// The option chosen.
    Choice(Option<OptionId>),
    /// One item of a list; `None` takes it away.
    Item(ItemId, Option<ListItem>),
    /// One piece of evidence; `None` takes it away.
    Evidence(EvidenceId, Option<Evidence>),
    /// One side of one row of the assistance sheet.
    Assistance(AssistanceTarget, Side, AssistanceSide),
    /// The council's own mark: look at this again.
    Flag(bool),
}

impl FieldValue {
    pub fn field(&self) -> Field {
        match self {
            Self::Standing(level, _) => Field::Standing(*level),
            Self::Application(level, _) => Field::Application(*level),
            Self::Units(level, _) => Field::Units(*level),
            Self::Note(level, _) => Field::Note(*level),
            Self::Text(field, _) => Field::Text(*field),
            Self::Choice(_) => Field::Choice,
            Self::Item(id, _) => Field::Item(*id),
            Self::Evidence(id, _) => Field::Evidence(*id),
            Self::Assistance(target, side, _) => Field::Assistance(target.clone(), *side),
            Self::Flag(_) => Field::Flag,
        }
    }

    /// The words in it that somebody wrote freely.
    pub fn texts(&self) -> Vec<&str> {
        match self {
            Self::Note(_, text) | Self::Text(_, text) => vec![text],
            Self::Item(_, Some(item)) => vec![&item.name, &item.public_remark, &item.address],
            Self::Evidence(_, Some(piece)) => {
                vec![
                    &piece.title,
                    &piece.body,
                    &piece.pages,
                    &piece.address,
                    &piece.file_name,
                ]
            }
            Self::Assistance(_, _, side) => vec![&side.reason],
            _ => Vec::new(),
        }
    }

    /// Whether the value is a blank, which by itself never replaces something in a merge.
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Standing(_, value) => value.is_none(),
            Self::Application(_, value) => value.is_none(),
            Self::Units(_, value) => value.is_none(),
            Self::Note(_, text) | Self::Text(_, text) => text.is_empty(),
            Self::Choice(value) => value.is_none(),
            Self::Item(_, value) => value.is_none(),
            Self::Evidence(_, value) => value.is_none(),
            Self::Assistance(_, _, value) => *value == AssistanceSide::default(),
            Self::Flag(value) => !value,
        }
    }
}

/// The value alone, in a few words: as the trail keeps it.
impl fmt::Display for FieldValue {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Standing(_, Some(value)) => value.fmt(formatter),
            Self::Application(_, Some(value)) => value.fmt(formatter),
            Self::Units(_, Some(value)) => write!(formatter, "{}/{}", value.having(), value.all()),
            Self::Note(_, text) | Self::Text(_, text) => formatter.write_str(text),
            Self::Choice(Some(value)) => value.fmt(formatter),
            Self::Item(_, Some(item)) => formatter.write_str(&item.name),
            Self::Evidence(_, Some(evidence)) => formatter.write_str(&evidence.title),
            Self::Assistance(
                _,
                _,
                AssistanceSide {
                    extent: Some(extent),
                    ..
                },
            ) => extent.fmt(formatter),
            Self::Assistance(_, _, side) => formatter.write_str(&side.reason),
            Self::Flag(true) => formatter.write_str("flag"),
            Self::Standing(..)
            | Self::Application(..)
            | Self::Units(..)
            | Self::Choice(_)
            | Self::Item(..)
            | Self::Evidence(..)
            | Self::Flag(_) => Ok(()),
        }
    }
}
