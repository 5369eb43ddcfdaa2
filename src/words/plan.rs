//! How window and report speak of the plan: the names on its line of time, and how far off a day is.

use super::Words;
use crate::analysis::{Due, Scale, Step, Timeline};

/// The beginning of a month, a quarter or a year on a line of time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedTick {
    /// In days from the first.
    pub day: u32,
    pub name: String,
    /// The year above it where a new one begins; empty elsewhere.
    pub above: String,
}

impl Words {
    /// The ticks with their names: months, the first of each quarter, or years.
    pub fn ticks(&self, timeline: &Timeline) -> Vec<NamedTick> {
        let mut year = None;
        let ticks = timeline.ticks.iter().map(|tick| {
            let is_new = year.replace(tick.date.year()) != Some(tick.date.year());
            // As text, since a number would be grouped: 2,026.
            let number = tick.date.year().to_string();
            let (name, above) = match timeline.scale {
                Scale::Years => (number, String::new()),
                Scale::Months | Scale::Quarters => {
                    let above = if is_new { number } else { String::new() };
                    (self.short_month(tick.date.month()), above)
                }
            };
            NamedTick {
                day: tick.day,
                name,
                above,
            }
        });
        ticks.collect()
    }

    /// The scale in words, for those who do not see it.
    pub fn scale(&self, timeline: &Timeline, today: jiff::civil::Date) -> String {
        let last = timeline
            .ticks
            .last()
            .map_or(timeline.first, |tick| tick.date);
        self.say_with(
            "plan-scale",
            &[
                ("first", self.day(timeline.first).into()),
                ("last", self.day(last).into()),
                ("today", self.day(today).into()),
            ],
        )
    }

    /// How far off the day of an action is, or that its gaps are closed; nothing without a day.
    pub fn due(&self, step: &Step) -> String {
        match step.due {
            Due::Open => String::new(),
            _ if step.is_met() => self.say("plan-due-met"),
            Due::In(days) => self.say_with("plan-due-in", &[("days", days.into())]),
            Due::Today => self.say("plan-due-today"),
            Due::Since(days) => self.say_with("plan-due-since", &[("days", days.into())]),
        }
    }

    /// The short name of a month, 1 to 12.
    fn short_month(&self, month: i8) -> String {
        self.say(match month {
            1 => "month-short-1",
            2 => "month-short-2",
            3 => "month-short-3",
            4 => "month-short-4",
            5 => "month-short-5",
            6 => "month-short-6",
            7 => "month-short-7",
            8 => "month-short-8",
            9 => "month-short-9",
            10 => "month-short-10",
            11 => "month-short-11",
            _ => "month-short-12",
        })
    }
}
