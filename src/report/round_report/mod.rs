//! The report of a round: what the replies to one call say, in the order of the report of 2007.
//!
//! The program writes the sentences that carry figures, with their base, their level and the States
//! behind them; what the analyst wrote and chose to quote stands in its place. Nothing here ranks
//! States, and no State has a figure.

mod annexes;
mod answers;
mod assistance;
mod chapters;
mod figures;
mod introduction;
mod names;
mod quotations;
mod records;
mod replies;
mod sentences;
mod sheets;

use jiff::civil::Date;

use super::Report;
use super::document::{Document, Fact};
use crate::analysis::{GroupResponse, RoundTally, StateSet};
use crate::domain::{Instrument, Outline, RegionalGroup, Round, States};
use crate::words::Words;
use replies::Replies;

/// A round, with what is needed to write about it.
#[derive(Clone, Copy)]
pub struct RoundSubject<'a> {
    pub instrument: &'a Instrument,
    /// In which order, and in which words, the report speaks of it.
    pub outline: &'a Outline,
    pub states: &'a States,
    /// What the office noted: quotations, and the analyst's own text among it.
    pub noted: &'a Round,
    /// The call that the replies answer.
    pub call: &'a str,
    /// What the replies that count say.
    pub tally: &'a RoundTally,
    /// The States that replied, and whose answers wait for a decision.
    pub waiting: &'a StateSet,
    /// The States whose replies count, though it is not noted when they came.
    pub undated: &'a StateSet,
    /// The States that were invited.
    pub invited: &'a StateSet,
    /// How many of those replied, by regional group.
    pub groups: &'a [GroupResponse],
    /// Whether these are samples alone.
    pub is_trial: bool,
    /// What became of the files that came in; of a group's States alone where it speaks of these.
    pub files: &'a [FilesOfClass],
    /// The regional group whose replies alone it speaks of; of all where there is none.
    pub only: Option<RegionalGroup>,
    /// The day that the replies speak of: States have the names that they bore in its year.
    pub speaks_of: Date,
    pub date: Date,
    pub words: &'a Words,
}

/// How many of the files that came in were of one class.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilesOfClass {
    pub title: String,
    pub count: usize,
}

pub fn round_report(subject: &RoundSubject<'_>) -> Report {
    let replies = Replies::of(subject);
    let document = document(&replies);
    Report::new(
        subject.words,
        document,
        sheets::sheets(&replies),
        records::records(&replies),
    )
}

fn document(replies: &Replies<'_>) -> Document {
    let mut blocks = introduction::introduction(replies);
    blocks.extend(chapters::chapters(replies));
    blocks.extend(annexes::annexes(replies));
    Document {
        title: replies.say("round-report-title"),
        subtitle: subtitle(replies),
        language: replies.instrument.parts().language.clone(),
        date: replies.date,
        banner: replies
            .is_trial
            .then(|| replies.say("round-report-banner-trial")),
        footer: replies.say("report-footer"),
        facts: facts(replies),
        code: None,
        contents: Some(replies.say("report-contents")),
        page_of_pages: replies.say("report-page-of-pages"),
        blocks,
    }
}

fn subtitle(replies: &Replies<'_>) -> String {
    let call = match replies.call {
        "" => replies.say("round-report-subtitle-no-call"),
        call => replies.say_with("round-report-subtitle", &[("call", call.into())]),
    };
    match replies.only {
        Some(group) => {
            let group = replies.words.group(group);
            let values = [("call", call.into()), ("group", group.into())];
            replies.say_with("round-report-subtitle-group", &values)
        }
        None => call,
    }
}

fn facts(replies: &Replies<'_>) -> Vec<Fact> {
    let counted = replies.tally.counted.len();
    let mut facts = Vec::new();
    if !replies.call.is_empty() {
        facts.push(("round-report-fact-call", replies.call.to_owned()));
    }
    let invited = replies.invited.len().to_string();
    facts.push(("round-report-fact-invited", invited));
    facts.push(("round-report-fact-counted", counted.to_string()));
    if let Some(group) = replies.only {
        facts.push(("round-report-fact-group", replies.words.group(group)));
    }
    if let Some(closing) = replies.noted.closing {
        facts.push(("round-report-fact-closing", replies.words.day(closing)));
    }
    facts.push(("report-date", replies.words.day(replies.date)));
    let facts = facts.into_iter();
    let facts = facts.map(|(label, text)| Fact::new(replies.say(label), text));
    facts.collect()
}
