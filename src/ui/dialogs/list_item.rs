//! Stub.

use egui::Ui;

use super::Stays;
use crate::domain::{ItemId, ListItem, QuestionId};
use crate::ui::view::View;

/// What is typed into the dialog.
#[derive(Debug, Clone, Default)]
pub struct ItemDraft {
    /// The item.
    pub item: ListItem,
}

/// The draft of a new item, or of one that is there already.
#[must_use]
pub fn draft(item: Option<&ListItem>) -> ItemDraft {
    ItemDraft {
        item: item.cloned().unwrap_or_default(),
    }
}

/// Shows the dialog.
pub fn list_item_ui(
    _ui: &mut Ui,
    _view: &View<'_>,
    _question: &QuestionId,
    _id: ItemId,
    _draft: &mut ItemDraft,
) -> Stays {
    Stays::No
}
