//! The table of technical assistance: by area, who needs it beside who can offer it.

use super::replies::Replies;
use super::sentences::title;
use crate::analysis::{AreaTally, StateSet};
use crate::domain::{Area, Question, Side, StateCode};
use crate::report::document::{Block, Cell, Inline, Row, Table};
use crate::report::table_parts::{row, words};

/// What the sheets say; nothing where nobody filled one in.
pub(super) fn assistance(replies: &Replies<'_>, question: &Question) -> Vec<Block> {
    let said = replies.tally.in_sheet();
    if said.iter().all(StateSet::is_empty) {
        return Vec::new();
    }
    let said = replies.words.in_sheet(&said, replies.tally.counted.len());
    let said = [("said", said.into())];
    let sentence = replies.say_with("round-report-in-sheet", &said);
    let text = vec![title(question), Inline::text(format!(" {sentence}"))];
    vec![
        Block::Paragraph { text },
        Block::Table(table(replies, question)),
    ]
}

fn table(replies: &Replies<'_>, question: &Question) -> Table {
    let columns = vec![
        words(replies.say("round-report-column-area"), 4),
        words(replies.say("round-report-column-need"), 4),
        words(replies.say("round-report-column-offer"), 4),
    ];
    // "Another area" is of interest only where somebody marked it.
    let areas = replies.areas().filter(|(area, tally)| {
        let said = Side::ALL.into_iter().flat_map(|side| sets(tally, side));
        area.in_all_areas || said.into_iter().any(|states| !states.is_empty())
    });
    let mut rows: Vec<Row> = areas
        .map(|(area, tally)| {
            let [need, offer] = Side::ALL.map(|side| of_area(replies, tally, side));
            row([Cell::text(area_title(replies, area)), need, offer])
        })
        .collect();
    let [need, offer] = Side::ALL.map(|side| all_areas(replies, side));
    let all = replies.say("round-report-all-areas");
    rows.push(row([Cell::text(all), need, offer]));
    Table {
        name: question.title.clone(),
        caption: replies.say("round-report-assistance-caption"),
        columns,
        rows,
    }
}

/// The title of an area with the paragraphs that it stands for.
pub(super) fn area_title(replies: &Replies<'_>, area: &Area) -> String {
    let paragraphs = area.paragraphs.iter().map(ToString::to_string);
    let paragraphs: Vec<String> = paragraphs.collect();
    if paragraphs.is_empty() {
        return area.title.clone();
    }
    let paragraphs: Vec<&str> = paragraphs.iter().map(String::as_str).collect();
    let values = [
        ("title", area.title.as_str().into()),
        ("count", paragraphs.len().into()),
        ("paragraphs", replies.in_words(&paragraphs).into()),
    ];
    replies.say_with("round-report-area", &values)
}

/// The two sets of a side: in whole, in part; and those by the mark over all areas.
fn sets(tally: &AreaTally, side: Side) -> [&StateSet; 3] {
    match side {
        Side::Need => [&tally.need, &tally.need_in_part, &tally.all_areas_need],
        Side::Offer => [&tally.offer, &tally.offer_in_part, &tally.all_areas_offer],
    }
}

/// The States of one area, but for those that stand under all areas.
fn of_area(replies: &Replies<'_>, tally: &AreaTally, side: Side) -> Cell {
    let [whole, in_part, marked] = sets(tally, side);
    let said = (whole | in_part).into_iter();
    let said: StateSet = said.filter(|state| !marked.contains(state)).collect();
    let name = |state: StateCode| {
        let name = replies.names.name(state);
        if in_part.contains(&state) {
            let values = [("state", name.into())];
            replies.say_with("round-report-in-part-of", &values)
        } else {
            name
        }
    };
    named(replies, &said, name)
}

/// The States that marked all areas; with the extent, and the areas in which they say otherwise.
fn all_areas(replies: &Replies<'_>, side: Side) -> Cell {
    let marked: StateSet = replies
        .areas()
        .flat_map(|(_, tally)| sets(tally, side)[2])
        .copied()
        .collect();
    let name = |state: StateCode| {
        let name = replies.names.name(state);
        let extent = extent_over_all(replies, side, state);
        if extent.is_empty() {
            return name;
        }
        let values = [("state", name.into()), ("extent", extent.join("; ").into())];
        replies.say_with("round-report-all-areas-of", &values)
    };
    named(replies, &marked, name)
}

/// How far a State that marked all areas means each of them: nothing where it means all in full.
/// What it says of most of them comes first, then the areas that differ.
fn extent_over_all(replies: &Replies<'_>, side: Side, state: StateCode) -> Vec<String> {
    let [mut full, mut in_part, mut otherwise] = [const { Vec::new() }; 3];
    for (area, tally) in replies.areas().filter(|(area, _)| area.in_all_areas) {
        let [in_full, partly, _] = sets(tally, side);
        let areas = match (in_full.contains(&state), partly.contains(&state)) {
            (true, _) => &mut full,
            (false, true) => &mut in_part,
            (false, false) => &mut otherwise,
        };
        areas.push(area.title.as_str());
    }
    let mut extent = Vec::new();
    let mut but = ("round-report-in-part-for", in_part);
    if full.len() < but.1.len() {
        extent.push(replies.say("round-report-in-part"));
        but = ("round-report-in-full-for", full);
    }
    for (key, areas) in [but, ("round-report-but-for", otherwise)] {
        if !areas.is_empty() {
            let areas = [("areas", replies.in_words(&areas).into())];
            extent.push(replies.say_with(key, &areas));
        }
    }
    extent
}

/// The States in the order of their names, each as `name` has it.
fn named(replies: &Replies<'_>, states: &StateSet, name: impl Fn(StateCode) -> String) -> Cell {
    let mut states: Vec<StateCode> = states.iter().copied().collect();
    states.sort_by_key(|state| replies.names.place(*state));
    let names: Vec<String> = states.into_iter().map(name).collect();
    Cell::text(names.join(", "))
}
