//! Gaps: the cells that count and are not Yes, as one list that can be filtered and ordered.

use std::cmp::Reverse;

use super::cells;
use crate::domain::{
    Assessment, Instrument, Level, PrincipleNumber, QuestionId, SectionId, Standing,
};

/// A cell that counts and is not Yes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    pub question: QuestionId,
    pub section: SectionId,
    pub level: Level,
    /// In part, No or Not known; `None` is not answered.
    pub standing: Option<Standing>,
    pub principles: Vec<PrincipleNumber>,
}

/// Which gaps to list; an absent condition lets all pass.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct GapFilter {
    /// Only gaps of this standing; `Some(None)` is not answered.
    pub standing: Option<Option<Standing>>,
    pub level: Option<Level>,
    pub principle: Option<PrincipleNumber>,
    pub section: Option<SectionId>,
}

/// The order of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum GapOrder {
    /// As the instrument asks.
    #[default]
    Instrument,
    /// By the first principle served; gaps that serve none come last.
    Principle,
    /// Those that serve the most principles first.
    MostPrinciples,
}

/// Gaps, counted by what they say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct GapCounts {
    pub all: usize,
    pub in_part: usize,
    pub no: usize,
    pub not_known: usize,
    pub not_answered: usize,
}

impl GapCounts {
    pub fn of<'a>(gaps: impl IntoIterator<Item = &'a Gap>) -> Self {
        let mut counts = Self::default();
        for gap in gaps {
            counts.all += 1;
            match gap.standing {
                Some(Standing::InPart) => counts.in_part += 1,
                Some(Standing::No) => counts.no += 1,
                Some(Standing::NotKnown) => counts.not_known += 1,
                None => counts.not_answered += 1,
                Some(Standing::Yes | Standing::NotApplicable) => {}
            }
        }
        counts
    }
}

/// All gaps, in the instrument's order, then from national to local.
pub fn gaps(instrument: &Instrument, assessment: &Assessment) -> Vec<Gap> {
    let mut gaps = Vec::new();
    for question in instrument
        .questions()
        .iter()
        .filter(|question| question.counts())
    {
        for (level, standing) in cells(assessment, question) {
            if matches!(standing, Some(Standing::Yes | Standing::NotApplicable)) {
                continue;
            }
            gaps.push(Gap {
                question: question.id.clone(),
                section: question.section.clone(),
                level,
                standing,
                principles: question
                    .principles
                    .iter()
                    .map(|served| served.principle)
                    .collect(),
            });
        }
    }
    gaps
}

impl GapFilter {
    /// The gaps that pass, in the order asked for.
    pub fn select<'a>(&self, gaps: &'a [Gap], order: GapOrder) -> Vec<&'a Gap> {
        let mut selected: Vec<&Gap> = gaps.iter().filter(|gap| self.passes(gap)).collect();
        match order {
            GapOrder::Instrument => {}
            GapOrder::Principle => selected
                .sort_by_key(|gap| gap.principles.iter().min().map_or(u8::MAX, |first| *first)),
            GapOrder::MostPrinciples => selected.sort_by_key(|gap| Reverse(gap.principles.len())),
        }
        selected
    }

    fn passes(&self, gap: &Gap) -> bool {
        self.standing
            .is_none_or(|standing| standing == gap.standing)
            && self.level.is_none_or(|level| level == gap.level)
            && self
                .principle
                .is_none_or(|principle| gap.principles.contains(&principle))
            && self
                .section
                .as_ref()
                .is_none_or(|section| *section == gap.section)
    }
}

/// The gaps whose question has these words in its id or title, in the order of the list.
pub fn find_gaps<'a>(
    instrument: &'a Instrument,
    gaps: &'a [Gap],
    words: &str,
) -> impl Iterator<Item = &'a Gap> + 'a {
    let words: Vec<String> = words.split_whitespace().map(str::to_lowercase).collect();
    gaps.iter().filter(move |gap| {
        let title = instrument
            .question(&gap.question)
            .map(|each| each.title.to_lowercase());
        let title = title.unwrap_or_default();
        let has = |word: &String| gap.question.as_str().contains(word) || title.contains(word);
        words.iter().all(has)
    })
}
