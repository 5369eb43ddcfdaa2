//! The plan: what the council means to do, in the order of its days, and where each day lies on a
//! timeline. Places are whole days, so that screen and report draw the same.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::gaps::{Gap, gaps};
use crate::domain::{ActionId, Assessment, Instrument, Level, PlannedAction, QuestionId};

/// The planned actions of an assessment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Those with a date, the earliest first.
    pub dated: Vec<Step>,
    /// Those without, by what they are.
    pub undated: Vec<Step>,
    /// From before the earliest day to after the latest; none where no action has a date.
    pub timeline: Option<Timeline>,
}

/// A planned action, and how it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Which action.
    pub action: ActionId,
    /// How far off its day is.
    pub due: Due,
    /// Where its day lies on the timeline, in days from its beginning.
    pub day: Option<u32>,
    /// How many of the gaps that it is to close are closed by now.
    pub closed: usize,
    /// How many gaps it is to close.
    pub gaps: usize,
}

/// How far off a day is, in days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// There is no day.
    Open,
    /// It is to come.
    In(u32),
    /// It is today.
    Today,
    /// It has passed.
    Since(u32),
}

/// A stretch of time that holds all days of a plan, and today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timeline {
    /// The first day: that of a month.
    pub first: Date,
    /// How many days it is long; at least one.
    pub days: u32,
    /// Where today lies, in days from the first.
    pub today: u32,
    /// What a tick stands for.
    pub scale: Scale,
    /// The first days of its months, quarters or years.
    pub ticks: Vec<Tick>,
}

/// What the ticks of a timeline stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scale {
    /// Each month.
    Months,
    /// Each quarter of a year.
    Quarters,
    /// Each year, or every so many years.
    Years,
}

/// A place on a timeline that has a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tick {
    /// The day that begins there.
    pub date: Date,
    /// How many days it lies from the first.
    pub day: u32,
}

/// The shortest timeline, in months.
const SHORTEST: i32 = 6;

/// The longest timeline that is told in months, and in quarters, in months.
const LONGEST_IN_MONTHS: i32 = 18;
const LONGEST_IN_QUARTERS: i32 = 60;

/// The most ticks that a timeline has.
const MOST_TICKS: i32 = 20;

impl Step {
    /// Whether the day has passed, and a gap that was to be closed by then is still there. An
    /// action that names no gap is overdue until it is removed or gets another day.
    #[must_use]
    pub fn is_overdue(&self) -> bool {
        matches!(self.due, Due::Since(_)) && !self.is_met()
    }

    /// Whether every gap that it names is closed.
    #[must_use]
    pub fn is_met(&self) -> bool {
        self.gaps != 0 && self.closed == self.gaps
    }
}

/// The plan of an assessment as it stands today.
#[must_use]
pub fn plan(instrument: &Instrument, assessment: &Assessment, today: Date) -> Plan {
    let open = gaps(instrument, assessment);
    let open: BTreeSet<(&QuestionId, Level)> =
        open.iter().map(|gap| (&gap.question, gap.level)).collect();
    let days = assessment.actions.values().filter_map(|action| action.by);
    let timeline = Timeline::around(days, today);
    let mut actions: Vec<(&ActionId, &PlannedAction)> = assessment.actions.iter().collect();
    actions.sort_by_key(|(id, action)| (action.by.is_none(), action.by, &action.what, **id));
    let step = |(id, action): (&ActionId, &PlannedAction)| {
        let gaps: BTreeSet<_> = action.gaps.iter().collect();
        let is_closed =
            |(question, level): &&&(QuestionId, Level)| !open.contains(&(question, *level));
        Step {
            action: *id,
            due: action.by.map_or(Due::Open, |by| Due::of(by, today)),
            day: action
                .by
                .zip(timeline.as_ref())
                .map(|(by, timeline)| timeline.place(by)),
            closed: gaps.iter().filter(is_closed).count(),
            gaps: gaps.len(),
        }
    };
    let (dated, undated) = actions
        .into_iter()
        .map(step)
        .partition(|step| step.due != Due::Open);
    Plan {
        dated,
        undated,
        timeline,
    }
}

/// The actions that are to close a gap, the earliest first.
#[must_use]
pub fn actions_for<'a>(
    assessment: &'a Assessment,
    question: &QuestionId,
    level: Level,
) -> Vec<(ActionId, &'a PlannedAction)> {
    let serves = |action: &PlannedAction| {
        let mut gaps = action.gaps.iter();
        gaps.any(|(id, at)| id == question && *at == level)
    };
    let actions = assessment.actions.iter();
    let mut found: Vec<_> = actions
        .filter(|(_, action)| serves(action))
        .map(|(id, action)| (*id, action))
        .collect();
    found.sort_by_key(|(id, action)| (action.by.is_none(), action.by, *id));
    found
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

impl Due {
    fn of(day: Date, today: Date) -> Self {
        match day.cmp(&today) {
            std::cmp::Ordering::Less => Self::Since(days_between(day, today)),
            std::cmp::Ordering::Equal => Self::Today,
            std::cmp::Ordering::Greater => Self::In(days_between(today, day)),
        }
    }
}

impl Timeline {
    /// The shortest stretch of whole months, quarters or years that holds these days and today.
    fn around(days: impl Iterator<Item = Date> + Clone, today: Date) -> Option<Self> {
        let earliest = days.clone().min()?.min(today);
        let latest = days.max()?.max(today);
        let first = month_of(earliest);
        let months = (month_of(latest) + 1 - first).max(SHORTEST);
        let (scale, step) = if months <= LONGEST_IN_MONTHS {
            (Scale::Months, 1)
        } else if months <= LONGEST_IN_QUARTERS {
            (Scale::Quarters, 3)
        } else {
            (Scale::Years, 12 * years_between_ticks(months))
        };
        let first = first.div_euclid(step) * step;
        let end = (month_of(latest) + 1).max(first + SHORTEST);
        let end = -(-end).div_euclid(step) * step;
        let begin = first_day(first);
        let ticks = (first..end).step_by(usize::try_from(step).unwrap_or(1));
        Some(Self {
            first: begin,
            days: days_between(begin, first_day(end)).max(1),
            today: days_between(begin, today),
            scale,
            ticks: ticks
                .map(first_day)
                .map(|date| Tick {
                    date,
                    day: days_between(begin, date),
                })
                .collect(),
        })
    }

    /// Where a day lies, in days from the first.
    fn place(&self, day: Date) -> u32 {
        days_between(self.first, day)
    }
}

/// 1, 2, 5, 10, 20, 50, … so that there are not too many ticks.
fn years_between_ticks(months: i32) -> i32 {
    let years = months.div_euclid(12) + 2;
    let steps = [1, 2, 5, 10, 20, 50, 100, 200, 500];
    let enough = steps.into_iter().find(|step| years / step <= MOST_TICKS);
    enough.unwrap_or(1_000)
}

/// The month, counted from the year 0.
fn month_of(day: Date) -> i32 {
    12 * i32::from(day.year()) + i32::from(day.month()) - 1
}

/// The first day of such a month; the first or last day that there is, where it lies outside the
/// years 1 to 9999.
fn first_day(month: i32) -> Date {
    let year = i16::try_from(month.div_euclid(12));
    let month = i8::try_from(month.rem_euclid(12) + 1);
    match (year, month) {
        (Ok(year), _) if year < 1 => Date::new(1, 1, 1).unwrap_or(Date::MIN),
        (Ok(year), Ok(month)) => Date::new(year, month, 1).unwrap_or(Date::MAX),
        _ => Date::MAX,
    }
}

fn days_between(from: Date, to: Date) -> u32 {
    let days = from.until(to).map_or(0, |span| span.get_days());
    u32::try_from(days).unwrap_or_default()
}
