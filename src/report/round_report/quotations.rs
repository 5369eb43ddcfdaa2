//! What the analyst chose to quote.

use super::replies::Replies;
use crate::domain::{Attribution, QuestionId, Quotation};
use crate::report::document::{Block, Inline};

/// The quotations from the answers to a question.
pub(super) fn quotations(replies: &Replies<'_>, question: &QuestionId) -> Vec<Block> {
    let chosen = replies.noted.quotations.iter();
    let mut chosen: Vec<&Quotation> = chosen
        .filter(|quotation| quotation.question == *question && is_counted(replies, quotation))
        .collect();
    // Where a State is not named, its place must not betray it.
    chosen.sort_by_key(|quotation| match quotation.attribution {
        Attribution::Named => (0, replies.names.place(quotation.state), ""),
        Attribution::OneState => (1, 0, quotation.text.as_str()),
    });
    let blocks = chosen.into_iter().map(|quotation| {
        let text = format!("{} “{}”", attribution(replies, quotation), quotation.text);
        Block::Quote {
            text: vec![Inline::text(text)],
        }
    });
    blocks.collect()
}

/// How many quotations of the round stand in no report: their replies are not counted, or nobody
/// asks their question any more.
pub(super) fn left_out(replies: &Replies<'_>) -> usize {
    let of_round = replies.tally_of_round();
    let chosen = replies.noted.quotations.iter();
    let left_out = chosen.filter(|quotation| {
        let is_asked = replies.instrument.question(&quotation.question).is_some();
        !is_asked || !of_round.counted.contains(&quotation.state)
    });
    left_out.count()
}

/// Whose words they are, as the sentence before them.
fn attribution(replies: &Replies<'_>, quotation: &Quotation) -> String {
    match quotation.attribution {
        Attribution::Named => {
            let state = replies.names.name(quotation.state);
            replies.say_with("round-report-one-state-named", &[("state", state.into())])
        }
        Attribution::OneState => replies.say("round-report-one-state"),
    }
}

fn is_counted(replies: &Replies<'_>, quotation: &Quotation) -> bool {
    replies.tally.counted.contains(&quotation.state)
}
