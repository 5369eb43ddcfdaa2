//! The items of a list: networks, guides, partners.

use egui::{Align, Layout, Ui};

use crate::domain::{Answer, Change, FieldValue, ItemId, ItemKind, ListItem, Question};
use crate::store;
use crate::ui::answer_words::item_words;
use crate::ui::dialogs::{Dialog, item_draft};
use crate::ui::tokens::{size, space};
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
            Box::new(item_draft(None)),
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
    ui.allocate_ui_with_layout(
        egui::vec2(ui.available_width(), size::ROW),
        Layout::right_to_left(Align::Center),
        |ui| {
            let name = [("name", item.name.as_str().into())];
            let word = view.say("question-remove");
            let removes = ActionButton::quiet(&word)
                .enabled(view.can_write())
                .show_named(ui, &view.say_with("question-remove-name", &name));
            if removes.clicked() {
                let value = Box::new(FieldValue::Item(id, None));
                view.edit(Change::Set(question.id.clone(), value));
            }
            let (word, name) = if view.can_write() {
                let name = view.say_with("question-edit-name", &name);
                (view.say("question-edit"), name)
            } else {
                let name = view.say_with("question-show-name", &name);
                (view.say("question-show"), name)
            };
            let edits = ActionButton::quiet(&word).show_named(ui, &name);
            if edits.clicked() {
                let draft = Box::new(item_draft(Some(item)));
                view.open(Dialog::Item(question.id.clone(), id, draft));
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.vertical(|ui| {
                    ui.add(egui::Label::new(&item.name).truncate());
                    heading::note(ui, &item_words(view, item, kinds));
                });
            });
        },
    );
}
