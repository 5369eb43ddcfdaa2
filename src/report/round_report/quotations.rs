//! What the analyst chose to quote.

use super::replies::Replies;
use crate::domain::{Attribution, QuestionId, Quotation};
use crate::report::document::{Block, Inline};

/// The quotations from the answers to a question.
pub(super) fn quotations(replies: &Replies<'_>, question: &QuestionId) -> Vec<Block> {
    let chosen = quoted(replies);
    let mut chosen: Vec<&Quotation> = chosen.filter(|it| it.question == *question).collect();
    // Where a State is not named, its place must not betray it.
    chosen.sort_by_key(|quotation| match quotation.attribution {
        Attribution::Named => (0, replies.names.place(quotation.state), ""),
        Attribution::OneState => (1, 0, quotation.text.as_str()),
    });
    let blocks = chosen.into_iter().map(|quotation| {
        let attribution = attribution(replies, quotation);
        Block::Quote {
            text: vec![
                Inline::text(format!("{attribution} “")),
                replies.said(quotation.state, quotation.text.as_str()),
                Inline::text("”"),
            ],
        }
    });
    blocks.collect()
}

/// The quotations that the report has: from replies that count, to questions that are asked.
pub(super) fn quoted<'a>(replies: &'a Replies<'_>) -> impl Iterator<Item = &'a Quotation> {
    let chosen = replies.noted.quotations.iter();
    chosen.filter(|quotation| is_counted(replies, quotation) && is_asked(replies, quotation))
}

/// How many quotations the report leaves out: those from replies that are not counted, and those to
/// questions that the instrument does not have.
pub(super) fn left_out(replies: &Replies<'_>) -> [usize; 2] {
    let chosen = replies.noted.quotations.iter();
    let of_these = chosen.filter(|quotation| replies.are_of(quotation.state));
    let (counted, uncounted): (Vec<&Quotation>, Vec<&Quotation>) =
        of_these.partition(|quotation| is_counted(replies, quotation));
    let unasked = counted.into_iter();
    let unasked = unasked.filter(|quotation| !is_asked(replies, quotation));
    [uncounted.len(), unasked.count()]
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

fn is_asked(replies: &Replies<'_>, quotation: &Quotation) -> bool {
    replies.instrument.question(&quotation.question).is_some()
}
