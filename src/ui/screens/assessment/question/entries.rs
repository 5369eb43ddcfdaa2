//! What an answer names: the items of a list, and its evidence.

use egui::{Align, Label, Layout, Ui, vec2};

use crate::domain::{
    Answer, Evidence, EvidenceId, FieldValue, ItemId, ItemKind, ListItem, Question,
};
use crate::store;
use crate::ui::action::Action;
use crate::ui::state::{Dialog, EvidenceDraft, ItemDraft};
use crate::ui::tokens::{size, space};
use crate::ui::view::View;
use crate::ui::widgets::{ActionButton, Icon, heading, rows};

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
    if ActionButton::plain(view.say("question-add-item"))
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
            view.set(&question.id, FieldValue::Item(id, None));
        }
        None => {}
    }
}

/// What somebody wants of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryEvent {
    /// To change it, or to look at it where nothing can be changed.
    Opened,
    /// To take it away.
    Removed,
}

/// Shows what an entry is called and what is known of it, with what can be done with it.
pub fn entry_ui(ui: &mut Ui, view: &View<'_>, name: &str, details: &str) -> Option<EntryEvent> {
    let mut event = None;
    let row = vec2(ui.available_width(), size::ROW);
    ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
        let values = [("name", name.into())];
        let removes = ActionButton::quiet(view.say("question-remove"))
            .enabled(view.can_write())
            .show_named(ui, &view.say_with("question-remove-name", &values));
        if removes.clicked() {
            event = Some(EntryEvent::Removed);
        }
        let (word, name_of_button) = if view.can_write() {
            ("question-edit", "question-edit-name")
        } else {
            ("question-show", "question-show-name")
        };
        let opens = ActionButton::quiet(view.say(word))
            .show_named(ui, &view.say_with(name_of_button, &values));
        if opens.clicked() {
            event = Some(EntryEvent::Opened);
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.vertical(|ui| {
                ui.add(Label::new(name).truncate());
                heading::note(ui, details);
            });
        });
    });
    event
}

pub fn evidence_ui(ui: &mut Ui, view: &View<'_>, question: &Question, answer: &Answer) {
    heading::note(ui, &view.say("question-evidence"));
    if answer.evidence.is_empty() {
        heading::note(ui, &view.say("question-evidence-none"));
    }
    for (id, piece) in &answer.evidence {
        ui.push_id(id, |ui| piece_ui(ui, view, question, *id, piece));
        rows::underline(ui);
    }
    ui.add_space(space::S);
    if ActionButton::plain(view.say("question-add-evidence"))
        .before(Icon::Plus)
        .enabled(view.can_write())
        .show(ui)
        .clicked()
    {
        view.action(Action::AddEvidence);
    }
}

fn piece_ui(ui: &mut Ui, view: &View<'_>, question: &Question, id: EvidenceId, piece: &Evidence) {
    match entry_ui(
        ui,
        view,
        &piece.title,
        &view.words.evidence(view.instrument(), piece),
    ) {
        Some(EntryEvent::Opened) => {
            let draft = Box::new(EvidenceDraft::of(Some(piece)));
            view.open(Dialog::Evidence(question.id.clone(), id, draft));
        }
        Some(EntryEvent::Removed) => {
            view.set(&question.id, FieldValue::Evidence(id, None));
        }
        None => {}
    }
}
