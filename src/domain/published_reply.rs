//! What one State's reply said, as far as a published round tells.
//!
//! This is the ground of the samples. Whatever the report does not say stays away: a cell that
//! does not stand here is *not answered*, even though the State may have answered it.

use super::published::{Doubt, PublishedGuide, PublishedRound, Says, StateList};
use super::published_statement::CertainCell;
use super::{
    AreaId, Extent, KindId, Level, OptionId, QuestionId, Side, Standing, StateCode, TextField,
};

/// What the report tells of one State's reply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedReply {
    /// Whose reply.
    pub state: StateCode,
    /// The standings, in the order of the report, then of what a doubt leaves certain, then whether
    /// assistance is needed and can be given.
    pub cells: Vec<PublishedCell>,
    /// The options of choices.
    pub choices: Vec<PublishedChoice>,
    /// The texts, but those beside a choice; one for a field at most.
    pub texts: Vec<PublishedText>,
    /// The guides that the State offered to share.
    pub guides: Vec<PublishedGuide>,
    /// Needs and offers of assistance.
    pub assistance: ReplyAssistance,
    /// What cannot be told about this reply: where a doubt touches a cell that does not stand
    /// above, the cell has no standing because of it.
    pub doubts: Vec<Doubt>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedCell {
    pub question: QuestionId,
    pub level: Level,
    /// What the State said.
    pub standing: Standing,
}

/// One choice of a reply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedChoice {
    pub question: QuestionId,
    pub option: OptionId,
    /// The words beside it, in our own words; empty where there are none.
    pub text: String,
}

/// One text of a reply, restated in our own words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedText {
    pub question: QuestionId,
    /// The part of its answer; never [`TextField::Choice`].
    pub field: TextField,
    /// What it says.
    pub text: String,
}

/// The needs and offers of a reply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReplyAssistance {
    /// The sheet of needs and offers.
    pub question: QuestionId,
    /// Whether assistance is needed in all areas, by one mark over them.
    pub all_areas_need: Option<Extent>,
    /// Whether assistance can be given in all areas, by one mark over them.
    pub all_areas_offer: Option<Extent>,
    /// The areas in which the table names the State, in the report's order.
    pub rows: Vec<ReplyAreaRow>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReplyAreaRow {
    pub area: AreaId,
    /// Whether assistance is needed there.
    pub need: Option<ReplyAssistanceSide>,
    /// Whether assistance can be given there.
    pub offer: Option<ReplyAssistanceSide>,
}

/// A need or an offer in one area.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReplyAssistanceSide {
    /// How far.
    pub extent: Extent,
    /// The kind of assistance, where the State told it.
    pub kind: Option<KindId>,
    /// The words that came with the State's positive reply; empty where there are none.
    pub reason: String,
}

impl PublishedRound {
    /// What the report tells of the State's reply; nothing where it did not reply.
    pub fn reply(&self, state: StateCode) -> Option<PublishedReply> {
        self.replies.iter().find(|reply| reply.state == state)?;
        let own = |cell: &CertainCell<'_>| cell.state == state;
        Some(PublishedReply {
            state,
            cells: self
                .certain_cells()
                .filter(own)
                .map(CertainCell::into_cell)
                .collect(),
            choices: self
                .lists
                .iter()
                .filter_map(|list| self.choice(list, state))
                .collect(),
            texts: self.texts(state),
            guides: self
                .guides
                .iter()
                .filter(|guide| guide.state == state)
                .cloned()
                .collect(),
            assistance: self.reply_assistance(state),
            doubts: self
                .doubts
                .iter()
                .filter(|doubt| doubt.states.contains(&state))
                .cloned()
                .collect(),
        })
    }

    fn choice(&self, list: &StateList, state: StateCode) -> Option<PublishedChoice> {
        let Says::Option(option) = &list.says else {
            return None;
        };
        if !list.states.contains(&state) {
            return None;
        }
        let words = self.examples.iter().find(|example| {
            example.state == state
                && example.question == list.question
                && example.field == TextField::Choice
        });
        Some(PublishedChoice {
            question: list.question.clone(),
            option: option.clone(),
            text: words
                .map(|example| example.text.clone())
                .unwrap_or_default(),
        })
    }

    fn texts(&self, state: StateCode) -> Vec<PublishedText> {
        self.examples
            .iter()
            .filter(|example| example.state == state && example.field != TextField::Choice)
            .map(|example| PublishedText {
                question: example.question.clone(),
                field: example.field,
                text: example.text.clone(),
            })
            .collect()
    }

    fn reply_assistance(&self, state: StateCode) -> ReplyAssistance {
        let marked = |side| {
            self.assistance
                .all_areas(side)
                .contains(&state)
                .then_some(Extent::Yes)
        };
        let rows = self.assistance.rows.iter().filter_map(|row| {
            let side = |side| {
                row.extent(side, state)
                    .map(|extent| self.assistance_side(side, state, extent))
            };
            let (need, offer) = (side(Side::Need), side(Side::Offer));
            (need.is_some() || offer.is_some()).then(|| ReplyAreaRow {
                area: row.area.clone(),
                need,
                offer,
            })
        });
        ReplyAssistance {
            question: self.assistance.question.clone(),
            all_areas_need: marked(Side::Need),
            all_areas_offer: marked(Side::Offer),
            rows: rows.collect(),
        }
    }

    fn assistance_side(&self, side: Side, state: StateCode, extent: Extent) -> ReplyAssistanceSide {
        let remark = self.assistance.remark(side, state);
        let words = remark.and_then(|remark| {
            self.examples
                .iter()
                .find(|example| example.id == remark.example)
        });
        ReplyAssistanceSide {
            extent,
            kind: remark.and_then(|remark| remark.kind.clone()),
            reason: words
                .map(|example| example.text.clone())
                .unwrap_or_default(),
        }
    }
}

impl CertainCell<'_> {
    fn into_cell(self) -> PublishedCell {
        PublishedCell {
            question: self.question.clone(),
            level: self.level,
            standing: self.standing,
        }
    }
}
