//! What the 2007 report prints of 42 replies: whether the data hold together, and what follows.
//!
//! Every number here was read from the report, and not from the data.

mod against_instrument;
mod faults;
mod figures;
mod printed;
mod replies;
mod whole;

use guidepost::domain::{
    PublishedCell, PublishedReply, PublishedRound, QuestionId, StateCode, States,
};
use guidepost::format::{built_in_round, built_in_states};

pub(super) fn states() -> States {
    built_in_states().unwrap_or_else(|faults| panic!("{faults:#?}"))
}

pub(super) fn round() -> PublishedRound {
    built_in_round().unwrap_or_else(|faults| panic!("{faults:#?}"))
}

pub(super) fn code(text: &str) -> StateCode {
    StateCode::parse(text).unwrap()
}

pub(super) fn question(text: &str) -> QuestionId {
    QuestionId::parse(text).unwrap()
}

pub(super) fn reply(state: &str) -> PublishedReply {
    round().reply(code(state)).unwrap()
}

/// The cells of a reply as `17.a national in_part`, in the order of the reply.
pub(super) fn cells(reply: &PublishedReply) -> Vec<String> {
    let line = |cell: &PublishedCell| format!("{} {} {}", cell.question, cell.level, cell.standing);
    reply.cells.iter().map(line).collect()
}
