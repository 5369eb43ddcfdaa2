//! Figures that are drawn: bars with their range, a line of days, parts of a whole.

use serde::Serialize;

use crate::analysis::Step;

/// Figures that are drawn. Each figure also stands in words beside its bar, and a table with the
/// same figures stands near it, so that nothing is told by the drawing alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Chart {
    pub title: String,
    /// What somebody who cannot see it is told in its place.
    pub alternative: String,
    pub figures: Figures,
}

impl Chart {
    /// A chart that is told in words by `alternative`, or by its title where nothing is drawn: for
    /// those who cannot see it none is without words.
    pub fn new(title: String, alternative: String, figures: Figures) -> Self {
        let has_words = !alternative.trim().is_empty();
        let alternative = if has_words {
            alternative
        } else {
            title.clone()
        };
        Self {
            title,
            alternative,
            figures,
        }
    }
}

/// What a chart draws.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Figures {
    /// Bars with their range, from 0 to 100 per cent.
    Coverage { bars: Vec<CoverageBar> },
    /// What is planned, by when: on one line of days.
    Timeline {
        /// How many days it is long; at least one.
        days: u32,
        /// The day of the report, in days from the first.
        today: u32,
        /// The word for that day.
        today_word: String,
        /// Where months, quarters or years begin.
        ticks: Vec<Tick>,
        /// The actions that have a day, by day.
        actions: Vec<TimelineAction>,
    },
    /// Parts of a whole, such as the replies of each regional group.
    Shares { bars: Vec<ShareBar> },
}

/// A profile of one principle or section at one level.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CoverageBar {
    /// What it is a profile of, or its level where a heading has said what.
    pub label: String,
    /// The coverage in per cent, 0 to 100; `None` where too few cells are decided.
    pub percent: Option<u32>,
    /// The range in per cent, 0 to 100, low and high; `None` where nothing is drawn.
    pub range: Option<(u32, u32)>,
    pub words: String,
}

/// The beginning of a month, a quarter or a year on a timeline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Tick {
    /// In days from the first.
    pub day: u32,
    /// Its name, shown where there is room.
    pub label: String,
    /// The year above it where a new one begins; empty elsewhere.
    pub above: String,
}

/// Something that is planned for a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TimelineAction {
    pub label: String,
    /// By when, in days from the first.
    pub day: u32,
    /// How it stands, as a shape; the words say it too.
    pub mark: Mark,
    /// The day in words, how it stands, and the body that is to do it.
    pub words: String,
}

/// How the day of an action stands; each has a shape of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// It is to come: a disc.
    Ahead,
    /// It has passed, and something is still to be done: a diamond.
    Overdue,
    /// Its gaps are closed: a ring.
    Met,
}

impl Mark {
    pub fn of(step: &Step) -> Self {
        if step.is_met() {
            Self::Met
        } else if step.is_overdue() {
            Self::Overdue
        } else {
            Self::Ahead
        }
    }
}

/// A part of a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ShareBar {
    pub label: String,
    /// The part, at most `of`.
    pub part: u32,
    pub of: u32,
    pub words: String,
}
