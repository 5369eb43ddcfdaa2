//! What the replies say to choices and lists.

use std::collections::BTreeMap;

use super::replies::Replies;
use super::sentences::title;
use crate::analysis::StateSet;
use crate::domain::{
    ChoiceOption, ItemKind, KindId, ListItem, ListShown, OutlineQuestion, Question, StateCode,
};
use crate::report::answers::kind_name;
use crate::report::document::{Block, Cell, Inline, Row, Table};
use crate::report::subject::{joined, pieces};
use crate::report::table_parts::{row, words};
use crate::words::{Value, capitalised};

/// A choice: how many replies choose, and which option how often.
pub(super) fn choice(
    replies: &Replies<'_>,
    question: &Question,
    options: &[ChoiceOption],
    clause: &str,
) -> Vec<Block> {
    let chosen = replies.options(&question.id);
    let items: Vec<_> = chosen
        .iter()
        .zip(options)
        .filter(|((_, states), _)| !states.is_empty())
        .map(|((_, states), option)| counted(replies, &option.title, states))
        .collect();
    let count = chosen.iter().map(|(_, states)| states.len()).sum();
    let keys = ["round-report-choose", "round-report-choose-in"];
    under(replies, question, keys, clause, count, items)
}

/// A list: how many replies name something, and of which kind, or what.
pub(super) fn list(
    replies: &Replies<'_>,
    question: &Question,
    kinds: &[ItemKind],
    named: &OutlineQuestion,
) -> Vec<Block> {
    let by_state = replies.items(&question.id);
    let count = by_state.len();
    let keys = ["round-report-name", "round-report-name-in"];
    match named.shows {
        ListShown::Kinds => {
            let kinds = states_by_kind(replies, question, kinds);
            let items: Vec<_> = kinds
                .iter()
                .filter(|(_, states)| !states.is_empty())
                .map(|(title, states)| counted(replies, title, states))
                .collect();
            under(replies, question, keys, &named.clause, count, items)
        }
        ListShown::Items => {
            let mut blocks = under(replies, question, keys, &named.clause, count, Vec::new());
            if !blocks.is_empty() {
                blocks.push(Block::Table(items_table(replies, question, kinds)));
            }
            blocks
        }
    }
}

/// The kinds of a list, each with the States that name an item of it: every kind of the instrument,
/// and where there are such items, kinds that it does not have, and none.
pub(super) fn states_by_kind(
    replies: &Replies<'_>,
    question: &Question,
    kinds: &[ItemKind],
) -> Vec<(String, StateSet)> {
    let mut named: BTreeMap<Option<KindId>, StateSet> = BTreeMap::new();
    for (state, items) in replies.items(&question.id) {
        for item in items.iter() {
            named.entry(item.kind.clone()).or_default().insert(state);
        }
    }
    let without = named.remove(&None);
    let mut all: Vec<_> = kinds
        .iter()
        .map(|kind| {
            let states = named.remove(&Some(kind.id.clone()));
            (kind.title.clone(), states.unwrap_or_default())
        })
        .collect();
    let unknown = named.into_iter();
    all.extend(unknown.filter_map(|(kind, states)| Some((kind?.to_string(), states))));
    all.extend(without.map(|states| (replies.say("round-report-no-kind"), states)));
    all
}

/// The sentence with what follows under it; nothing where no reply says anything.
fn under(
    replies: &Replies<'_>,
    question: &Question,
    [key, key_in]: [&str; 2],
    clause: &str,
    count: usize,
    items: Vec<Vec<Inline>>,
) -> Vec<Block> {
    if count == 0 {
        return Vec::new();
    }
    let of = replies.tally.counted.len();
    let who = replies.words.replies(count, of);
    let values = [
        ("who", Value::from(who.words)),
        ("number", who.number.into()),
        ("clause", clause.into()),
    ];
    let key = if items.is_empty() { key_in } else { key };
    let mut text = vec![title(question), Inline::text(" ")];
    text.push(Inline::text(capitalised(&replies.say_with(key, &values))));
    let mut blocks = vec![Block::Paragraph { text }];
    if !items.is_empty() {
        blocks.push(Block::List { items });
    }
    blocks
}

/// A line of a list: what it is, how many replies say so, and which in a note.
fn counted(replies: &Replies<'_>, title: &str, states: &StateSet) -> Vec<Inline> {
    let values = [("title", title.into()), ("count", states.len().into())];
    let mut line = vec![Inline::text(
        replies.say_with("round-report-option", &values),
    )];
    line.extend(replies.note(states));
    line
}

fn items_table(replies: &Replies<'_>, question: &Question, kinds: &[ItemKind]) -> Table {
    let columns = vec![
        words(replies.say("round-report-column-state"), 3),
        words(replies.say("round-report-column-item"), 5),
        words(replies.say("report-column-where"), 5),
    ];
    let mut rows = Vec::new();
    for (state, items) in replies.items(&question.id) {
        rows.extend(
            items
                .iter()
                .map(|item| item_row(replies, state, item, kinds)),
        );
    }
    Table {
        name: question.title.clone(),
        caption: String::new(),
        columns,
        rows,
    }
}

fn item_row(replies: &Replies<'_>, state: StateCode, item: &ListItem, kinds: &[ItemKind]) -> Row {
    let year = item.year.map(|year| year.to_string()).unwrap_or_default();
    // Where nothing but an address was given, it stands as the name too.
    let name = if item.name == item.address {
        ""
    } else {
        item.name.as_str()
    };
    let kind = kind_name(kinds, item.kind.as_ref());
    let about = joined(&[&kind, &year, &item.language]);
    let mut what = pieces([replies.said(state, name), Inline::text(about)], ", ");
    if !item.public_remark.is_empty() {
        what.extend((!what.is_empty()).then(|| Inline::text("\n")));
        what.push(replies.said(state, item.public_remark.as_str()));
    }
    row([
        Cell::text(replies.names.name(state)),
        Cell::pieces(what),
        Cell::text(item.address.as_str()),
    ])
}
