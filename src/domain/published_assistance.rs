//! The table of a published round that says who needs technical assistance, and who can give it.
//!
//! Needing and offering do not exclude each other: in the 2007 report Mauritius stands on both
//! sides of one row, and Bolivia on both sides of the row for all areas.

use super::published::ReportPlace;
use super::{AreaId, EntryId, Extent, KindId, QuestionId, Side, StateCode};

/// The table of needs and offers of technical assistance (below paragraph 57).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedAssistance {
    /// The sheet of needs and offers.
    pub question: QuestionId,
    /// The question whether assistance is needed at all.
    pub need_question: QuestionId,
    /// The question whether assistance can be given at all.
    pub offer_question: QuestionId,
    /// Where the report brings the table in.
    pub place: ReportPlace,
    /// The areas, in the report's order.
    pub rows: Vec<PublishedAreaRow>,
    pub all_areas_need: Vec<StateCode>,
    /// The States that can give assistance in all areas.
    pub all_areas_offer: Vec<StateCode>,
    /// The words that came with a positive reply (notes 58 and 59).
    pub remarks: Vec<AssistanceRemark>,
}

impl PublishedAssistance {
    /// The question whether there is anything on this side at all.
    pub fn question_of(&self, side: Side) -> &QuestionId {
        match side {
            Side::Need => &self.need_question,
            Side::Offer => &self.offer_question,
        }
    }

    /// The States that stand on this side of the row for all areas.
    pub fn all_areas(&self, side: Side) -> &[StateCode] {
        match side {
            Side::Need => &self.all_areas_need,
            Side::Offer => &self.all_areas_offer,
        }
    }

    /// The words that came with the State's positive reply on this side.
    pub fn remark(&self, side: Side, state: StateCode) -> Option<&AssistanceRemark> {
        self.remarks
            .iter()
            .find(|remark| remark.side == side && remark.state == state)
    }

    /// Whether the table or a remark names the State on this side.
    pub fn names(&self, side: Side, state: StateCode) -> bool {
        self.all_areas(side).contains(&state)
            || self.remark(side, state).is_some()
            || self
                .rows
                .iter()
                .any(|row| row.extent(side, state).is_some())
    }
}

/// One area of the table of assistance; a State stands in one of the two lists of a side at most.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedAreaRow {
    pub area: AreaId,
    /// The States that need assistance.
    pub need: Vec<StateCode>,
    /// The States that need assistance "(partly)".
    pub need_in_part: Vec<StateCode>,
    /// The States that can give assistance.
    pub offer: Vec<StateCode>,
    /// The States that can give assistance "(partly)".
    pub offer_in_part: Vec<StateCode>,
}

impl PublishedAreaRow {
    /// The States that stand on this side: first those without, then those with "(partly)".
    pub fn side(&self, side: Side) -> (&[StateCode], &[StateCode]) {
        match side {
            Side::Need => (&self.need, &self.need_in_part),
            Side::Offer => (&self.offer, &self.offer_in_part),
        }
    }

    /// How far the State needs assistance, or can give it, where it stands in this row.
    pub fn extent(&self, side: Side, state: StateCode) -> Option<Extent> {
        let (fully, in_part) = self.side(side);
        if fully.contains(&state) {
            Some(Extent::Yes)
        } else {
            in_part.contains(&state).then_some(Extent::InPart)
        }
    }
}

/// The words that came with a State's positive reply about assistance (notes 58 and 59).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssistanceRemark {
    /// Which remark.
    pub id: EntryId,
    pub state: StateCode,
    /// Whether it needs assistance or can give it.
    pub side: Side,
    /// The footnote.
    pub note: u8,
    /// The kind of assistance, where the words tell it.
    pub kind: Option<KindId>,
    /// The words: an entry of [`PublishedRound::examples`](super::PublishedRound::examples).
    pub example: EntryId,
}
