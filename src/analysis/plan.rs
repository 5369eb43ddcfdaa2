//! The plan: what the council means to do, in the order of its days, and how each stands.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::gaps::gaps;
use super::timeline::{Timeline, days_between};
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
    pub action: ActionId,
    pub due: Due,
    /// Where its day lies on the timeline, in days from its beginning.
    pub day: Option<u32>,
    /// How many of the gaps that it is to close are closed by now.
    pub closed: usize,
    pub gaps: usize,
}

/// How far off a day is, in days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    Open,
    In(u32),
    Today,
    Since(u32),
}

impl Step {
    /// Whether the day has passed, and a gap that was to be closed by then is still there. An
    /// action that names no gap is overdue until it is removed or gets another day.
    pub fn is_overdue(&self) -> bool {
        matches!(self.due, Due::Since(_)) && !self.is_met()
    }

    /// Whether every gap that it names is closed.
    pub fn is_met(&self) -> bool {
        self.gaps != 0 && self.closed == self.gaps
    }
}

/// The plan of an assessment as it stands today.
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

impl Due {
    fn of(day: Date, today: Date) -> Self {
        match day.cmp(&today) {
            std::cmp::Ordering::Less => Self::Since(days_between(day, today)),
            std::cmp::Ordering::Equal => Self::Today,
            std::cmp::Ordering::Greater => Self::In(days_between(today, day)),
        }
    }
}
