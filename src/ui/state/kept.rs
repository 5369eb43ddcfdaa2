//! What a screen works out once for each change, and not for each frame: the plan, the comparison.

use std::rc::Rc;

use jiff::civil::Date;

use super::gaps::Grouping;
use crate::analysis::{self, Plan};
use crate::app::{App, Compared, Session};
use crate::domain::Level;

#[derive(Debug, Default)]
pub struct PlanState {
    kept: Option<((u64, Date), Rc<Plan>)>,
}

impl PlanState {
    /// The plan as it stands today.
    pub fn plan(&mut self, app: &App, session: &Session) -> Rc<Plan> {
        let wanted = (session.revision(), app.today());
        let fitting = self.kept.take_if(|(kept, _)| *kept == wanted);
        let (_, plan) = self.kept.insert(fitting.unwrap_or_else(|| {
            let (instrument, assessment) = (app.instrument(), session.assessment());
            let plan = analysis::plan(instrument, assessment, wanted.1);
            (wanted, Rc::new(plan))
        }));
        Rc::clone(plan)
    }
}

#[derive(Debug)]
pub struct CompareState {
    pub level: Level,
    /// Whether the profiles are those of the sections, not of the principles.
    pub grouping: Grouping,
    /// The profile whose cells are open, by its place in the list.
    pub opened: Option<usize>,
    kept: Option<KeptComparison>,
}

/// For which revision and choice it was worked out, and what came of it.
type KeptComparison = ((u64, u64), Option<Rc<Compared>>);

impl CompareState {
    /// The comparison with the chosen file, or else with last time; nothing where there is neither.
    pub fn compared(&mut self, app: &App, session: &Session) -> Option<Rc<Compared>> {
        let wanted = (session.revision(), app.comparisons());
        let fitting = self.kept.take_if(|(kept, _)| *kept == wanted);
        let worked_out = || (wanted, app.compared().map(Rc::new));
        let (_, compared) = self.kept.insert(fitting.unwrap_or_else(worked_out));
        compared.clone()
    }
}

impl Default for CompareState {
    fn default() -> Self {
        Self {
            level: Level::National,
            grouping: Grouping::default(),
            opened: None,
            kept: None,
        }
    }
}
