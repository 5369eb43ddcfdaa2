//! Whether a page has just been come to.

use std::hash::Hash;

use egui::{Id, Ui};

/// Whether the page that calls this was not shown in the pass before, or was at another `place`:
/// then it scrolls to where it should begin.
pub fn arrived(ui: &Ui, page: &str, place: impl Hash) -> bool {
    let id = Id::unique(("arrival", page));
    let place = egui::util::hash(place);
    let pass = ui.ctx().cumulative_pass_nr();
    let before = ui.data_mut(|data| {
        let before = data.get_temp::<(u64, u64)>(id);
        data.insert_temp(id, (place, pass));
        before
    });
    before.is_none_or(|(before, last)| before != place || last + 1 < pass)
}
