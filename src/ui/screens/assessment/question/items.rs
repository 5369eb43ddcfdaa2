//! The items of a list: networks, guides, partners.

use egui::Ui;

use super::entry::{EntryEvent, entry_ui};
use crate::domain::{Answer, Change, FieldValue, ItemId, ItemKind, ListItem, Question};
use crate::store;
use crate::ui::state::{Dialog, ItemDraft};
use crate::ui::tokens::space;
use crate::ui::view::View;
use crate::ui::widgets::buttons::ActionButton;
use crate::ui::widgets::icon::Icon;
use crate::ui::widgets::{heading, rows};

/// Shows the items, and the way to add one.
pub fn items_ui(
    ui: &mut Ui,
    view: &View<'_>,
    question: &Question,
    answer: &Answer,
    kinds: &[ItemKind],
) {
    if answer.items.is_empty() {
        heading::note(ui, &view.say("question-list-none"));
    }
    for (id, item) in &answer.items {
        ui.push_id(id, |ui| item_ui(ui, view, question, *id, item, kinds));
        rows::underline(ui);
    }
    ui.add_space(space::S);
    let word = view.say("question-add-item");
    if ActionButton::plain(&word)
        .before(Icon::Plus)
        .enabled(view.can_write())
        .show(ui)
        .clicked()
    {
        let id = ItemId(store::new_identity());
        view.open(Dialog::Item(
            question.id.clone(),
            id,
            Box::new(ItemDraft::of(None)),
        ));
    }
    ui.add_space(space::L);
}

fn item_ui(
    ui: &mut Ui,
    view: &View<'_>,
    question: &Question,
    id: ItemId,
    item: &ListItem,
    kinds: &[ItemKind],
) {
    match entry_ui(ui, view, &item.name, &view.words.item(item, kinds)) {
        Some(EntryEvent::Opened) => {
            let draft = Box::new(ItemDraft::of(Some(item)));
            view.open(Dialog::Item(question.id.clone(), id, draft));
        }
        Some(EntryEvent::Removed) => {
            let value = Box::new(FieldValue::Item(id, None));
            view.edit(Change::Set(question.id.clone(), value));
        }
        None => {}
    }
}
