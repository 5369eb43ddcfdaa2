//! A page: the room around it, how it scrolls, and whether it has just been come to.

use std::hash::Hash;

use egui::{Frame, Id, Key, Margin, Modifiers, ScrollArea, Ui, vec2};

use crate::ui::tokens::{margin, size};
use crate::ui::widgets::rows;

/// How much of the window's sides there is room for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Room {
    /// Only the page; the sections lie over it when asked for.
    Narrow,
    /// The page and the sections.
    Middle,
    /// The page between both columns.
    Wide,
}

impl Room {
    /// What a window of this many points of width has room for.
    pub fn of(width: f32) -> Self {
        if width < size::FOLD_LEFT {
            Self::Narrow
        } else if width < size::FOLD_RIGHT {
            Self::Middle
        } else {
            Self::Wide
        }
    }
}

/// The room around a page that has this width to itself.
pub fn page_margin(width: f32) -> Margin {
    if width < size::NARROW_PAGE {
        margin::NARROW_PAGE
    } else if width < size::MIDDLE_PAGE {
        margin::MIDDLE_PAGE
    } else {
        margin::PAGE
    }
}

/// Keeps a page with this margin in the middle of a window wider than the widest page, so that every
/// page begins at the same place.
pub fn middle<R>(ui: &mut Ui, margin: Margin, content: impl FnOnce(&mut Ui) -> R) -> R {
    rows::middle(ui, size::WIDE_PAGE + margin.sum().x, content)
}

/// Whether columns stand side by side here, or below each other.
pub fn is_wide(ui: &Ui) -> bool {
    size::STACK <= ui.available_width()
}

/// Shows running text or a field for it, in lines that can be read.
pub fn text_column<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    rows::narrow(ui, size::TEXT_COLUMN, content)
}

/// A page that scrolls, with room around it. Pages of another `key` keep their own place.
pub fn page_ui<R>(ui: &mut Ui, key: impl Hash, content: impl FnOnce(&mut Ui) -> R) -> R {
    let margin = page_margin(ui.available_width());
    ScrollArea::vertical()
        .id_salt(Id::unique(("page", egui::util::hash(key))))
        .auto_shrink(false)
        .show(ui, |ui| {
            let shown = middle(ui, margin, |ui| {
                Frame::NONE.inner_margin(margin).show(ui, content).inner
            });
            scroll_by_keys(ui);
            shown
        })
        .inner
}

/// How far End goes down, in points: farther than any page.
const END: f32 = 1e7;

/// Scrolls a page by the keys that do so everywhere, which a text field keeps for itself.
pub fn scroll_by_keys(ui: &Ui) {
    if ui.ctx().text_edit_focused() || !ui.is_enabled() {
        return;
    }
    let screen = ui.clip_rect().height() - size::CONTROL;
    let keys = [
        (Key::PageDown, -screen),
        (Key::PageUp, screen),
        (Key::End, -END),
        (Key::Home, END),
    ];
    for (key, down) in keys {
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
            ui.scroll_with_delta(vec2(0.0, down));
        }
    }
}

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
