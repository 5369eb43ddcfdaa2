//! A line of time: from before the earliest day to after the latest, in months, quarters or years.
//! Places are whole days, so that screen and report draw the same.

use jiff::civil::Date;

/// A stretch of time that holds all days of a plan, and today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timeline {
    /// The first day: that of a month.
    pub first: Date,
    /// How many days it is long; at least one.
    pub days: u32,
    /// Where today lies, in days from the first.
    pub today: u32,
    pub scale: Scale,
    /// The first days of its months, quarters or years.
    pub ticks: Vec<Tick>,
}

/// What the ticks of a timeline stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scale {
    Months,
    /// Each quarter of a year.
    Quarters,
    /// Each year, or every so many years.
    Years,
}

/// A place on a timeline that has a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tick {
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

impl Timeline {
    /// The shortest stretch of whole months, quarters or years that holds these days and today.
    pub(super) fn around(days: impl Iterator<Item = Date> + Clone, today: Date) -> Option<Self> {
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
    pub(super) fn place(&self, day: Date) -> u32 {
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

/// How many days lie between two; none where the first is the later.
pub(super) fn days_between(from: Date, to: Date) -> u32 {
    let days = from.until(to).map_or(0, |span| span.get_days());
    u32::try_from(days).unwrap_or_default()
}
