//! The report of a round, made from what its files come to and what the office noted.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use super::{Class, Collation, Received, RoundSession};
use crate::analysis::StateSet;
use crate::domain::{Instrument, Outline, RegionalGroup, Round, States};
use crate::report::{FilesOfClass, Report, RoundSubject, round_report};
use crate::words::Words;

/// What the report of a round is made from.
#[derive(Debug, Clone)]
pub struct ReportSource {
    /// The questions.
    pub instrument: Arc<Instrument>,
    pub outline: Arc<Outline>,
    /// The Member States.
    pub states: Arc<States>,
    /// What the files come to.
    pub collation: Arc<Collation>,
    /// What the office noted.
    pub noted: Round,
    /// The date of the report.
    pub today: Date,
}

impl ReportSource {
    /// The report; of one regional group alone where `only` names one.
    pub fn report(&self, words: &Words, only: Option<RegionalGroup>) -> Report {
        let collation = &*self.collation;
        let of_group = only.map(|group| self.states.of_group(group));
        round_report(&RoundSubject {
            instrument: &self.instrument,
            outline: &self.outline,
            states: &self.states,
            noted: &self.noted,
            call: collation.call.as_deref().unwrap_or_default(),
            tally: &collation.tally,
            waiting: &collation.waiting,
            undated: &undated(collation, &self.noted),
            invited: &collation.invited,
            groups: &collation.groups,
            is_trial: collation.is_trial,
            files: &files_of_class(collation, words, of_group.as_ref()),
            only,
            speaks_of: speaks_of(collation, &self.noted).unwrap_or(self.today),
            date: self.today,
            words,
        })
    }
}

impl RoundSession {
    /// What the report of the round is made from, as it stands on this day: a copy, so that nothing
    /// that happens meanwhile changes it.
    pub(in crate::app) fn report_source(&self, today: Date) -> ReportSource {
        ReportSource {
            instrument: Arc::clone(&self.instrument),
            outline: Arc::clone(&self.outline),
            states: Arc::clone(&self.states),
            collation: Arc::clone(self.collation()),
            noted: self.noted().clone(),
            today,
        }
    }
}

/// The day that the replies speak of: the closing date, or the last day on which a State released
/// one that counts.
fn speaks_of(collation: &Collation, noted: &Round) -> Option<Date> {
    let counted = collation.files.iter();
    let counted = counted.filter(|file| file.class == Class::Counted);
    let released = counted.filter_map(|file| Some(file.sealed?.released));
    noted.closing.or(released.max())
}

/// The States whose replies count, though it is not noted when they came.
fn undated(collation: &Collation, noted: &Round) -> StateSet {
    let counted = collation.files.iter();
    let counted = counted.filter(|file| file.class == Class::Counted);
    let undated = counted.filter(|file| {
        let digest = file.sealed.map(|sealed| sealed.digest());
        digest.is_none_or(|digest| !noted.received.contains_key(&digest))
    });
    undated.filter_map(|file| file.state).collect()
}

/// How many files there are of each class: those that count first, then the others; of a group's
/// States alone where these are given.
fn files_of_class(
    collation: &Collation,
    words: &Words,
    of_group: Option<&StateSet>,
) -> Vec<FilesOfClass> {
    let mut counts: BTreeMap<Class, usize> = BTreeMap::new();
    let is_meant = |file: &&Received| {
        of_group.is_none_or(|states| file.state.is_some_and(|state| states.contains(&state)))
    };
    for file in collation.files.iter().filter(is_meant) {
        *counts.entry(file.class).or_default() += 1;
    }
    let files = counts.into_iter().rev().map(|(class, count)| FilesOfClass {
        title: words.say(title(class)),
        count,
    });
    files.collect()
}

const fn title(class: Class) -> &'static str {
    match class {
        Class::NotAReply => "files-not-a-reply",
        Class::NewerFormat => "files-newer-format",
        Class::Damaged => "files-damaged",
        Class::Draft => "files-draft",
        Class::OtherInstrument => "files-other-instrument",
        Class::NotAMember => "files-not-a-member",
        Class::OtherCall => "files-other-call",
        Class::Sample => "files-sample",
        Class::Late => "files-late",
        Class::Duplicate => "files-duplicate",
        Class::Superseded => "files-superseded",
        Class::Conflict => "files-conflict",
        Class::Counted => "files-counted",
    }
}
