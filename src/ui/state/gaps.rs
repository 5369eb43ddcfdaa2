//! What the screen of gaps remembers.

use std::rc::Rc;

use crate::analysis::{Gap, GapCounts, GapFilter, GapOrder};
use crate::app::Session;
use crate::domain::Level;

#[derive(Debug)]
pub struct GapsState {
    pub level: Level,
    /// The profile whose cells are open, by its place in the list.
    pub opened: Option<usize>,
    /// Whether the profiles are those of the sections, not of the principles.
    pub grouping: Grouping,
    pub filter: GapFilter,
    pub order: GapOrder,
    selection: Option<Rc<Selection>>,
}

/// The gaps that are listed, worked out once for each change.
#[derive(Debug)]
pub struct Selection {
    wanted: (u64, GapFilter, GapOrder),
    pub gaps: Vec<Gap>,
    pub counts: GapCounts,
}

impl GapsState {
    /// The gaps that are listed.
    pub fn selected(&mut self, session: &Session) -> &Rc<Selection> {
        let wanted = (session.revision(), self.filter.clone(), self.order);
        let fitting = self.selection.take_if(|kept| kept.wanted == wanted);
        let selection = fitting.unwrap_or_else(|| {
            let selected = self.filter.select(&session.analysis().gaps, self.order);
            let counts = GapCounts::of(selected.iter().copied());
            let gaps = selected.into_iter().cloned().collect();
            Rc::new(Selection {
                wanted,
                gaps,
                counts,
            })
        });
        self.selection.insert(selection)
    }
}

/// What the profiles on the screen of gaps are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Grouping {
    #[default]
    Principles,
    Sections,
}

impl Default for GapsState {
    fn default() -> Self {
        Self {
            level: Level::National,
            opened: None,
            grouping: Grouping::default(),
            filter: GapFilter::default(),
            order: GapOrder::default(),
            selection: None,
        }
    }
}
