//! Which profiles a screen shows: those of one level, and of the principles or the sections.

use egui::Ui;

use crate::domain::Level;
use crate::ui::state::Grouping;
use crate::ui::view::View;
use crate::ui::widgets::Segments;

/// Shows the levels that there are, to choose one.
pub fn levels_ui(ui: &mut Ui, view: &View<'_>, has: impl Fn(Level) -> bool, chosen: &mut Level) {
    let options: Vec<(Level, String)> = Level::ALL
        .into_iter()
        .filter(|level| has(*level))
        .map(|level| (level, view.words.level(level)))
        .collect();
    if let Some(level) = Segments::pills(view.say("gaps-level")).show(ui, Some(*chosen), &options) {
        *chosen = level;
    }
}

/// Shows principles and sections, to choose between them; the one that was chosen now, if any was.
pub fn grouping_ui(ui: &mut Ui, view: &View<'_>, chosen: Grouping) -> Option<Grouping> {
    let options = [
        (Grouping::Principles, view.say("gaps-by-principles")),
        (Grouping::Sections, view.say("gaps-by-sections")),
    ];
    Segments::pills(view.say("gaps-grouping")).show(ui, Some(chosen), &options)
}
