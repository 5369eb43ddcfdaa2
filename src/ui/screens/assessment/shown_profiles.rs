//! Which profiles a screen shows: those of one level, and of the principles or the sections.

use egui::Ui;

use crate::domain::Level;
use crate::ui::state::Grouping;
use crate::ui::view::View;
use crate::ui::widgets::segments::Segments;

/// Shows the levels that there are, to choose one.
pub fn levels_ui(ui: &mut Ui, view: &View<'_>, has: impl Fn(Level) -> bool, chosen: &mut Level) {
    let words: Vec<(Level, String)> = Level::ALL
        .into_iter()
        .filter(|level| has(*level))
        .map(|level| (level, view.words.level(level)))
        .collect();
    let options: Vec<_> = words
        .iter()
        .map(|(level, word)| (*level, word.as_str()))
        .collect();
    let name = view.say("gaps-level");
    if let Some(level) = Segments::pills(&name).show(ui, Some(*chosen), &options) {
        *chosen = level;
    }
}

/// Shows principles and sections, to choose between them; the one that was chosen now, if any was.
pub fn grouping_ui(ui: &mut Ui, view: &View<'_>, chosen: Grouping) -> Option<Grouping> {
    let words = (view.say("gaps-by-principles"), view.say("gaps-by-sections"));
    let options = [
        (Grouping::Principles, words.0.as_str()),
        (Grouping::Sections, words.1.as_str()),
    ];
    let name = view.say("gaps-grouping");
    Segments::pills(&name).show(ui, Some(chosen), &options)
}
