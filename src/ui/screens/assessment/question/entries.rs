//! What an answer names: the items of a list, and its evidence.

use egui::{Align, Label, Layout, Ui, vec2};

use super::Form;
use crate::domain::{Evidence, EvidenceId, FieldValue, ItemId, ItemKind, ListItem};
use crate::store;
use crate::ui::action::Action;
use crate::ui::state::{Dialog, EvidenceDraft, ItemDraft};
use crate::ui::tokens::{size, space};
use crate::ui::view::View;
use crate::ui::widgets::{ActionButton, Icon, heading, rows};

impl Form<'_> {
    pub(super) fn items_ui(&self, ui: &mut Ui, kinds: &[ItemKind]) {
        if self.answer.items.is_empty() {
            heading::note(ui, &self.view.say("question-list-none"));
        }
        for (id, item) in &self.answer.items {
            ui.push_id(id, |ui| self.item_ui(ui, *id, item, kinds));
            rows::underline(ui);
        }
        ui.add_space(space::S);
        if self.adds_ui(ui, "question-add-item") {
            self.open_item(ItemId(store::new_identity()), None);
        }
        ui.add_space(space::L);
    }

    fn item_ui(&self, ui: &mut Ui, id: ItemId, item: &ListItem, kinds: &[ItemKind]) {
        let details = self.view.words.item(item, kinds);
        match entry_ui(ui, self.view, &item.name, &details) {
            Some(EntryEvent::Opened) => self.open_item(id, Some(item)),
            Some(EntryEvent::Removed) => self.set(FieldValue::Item(id, None)),
            None => {}
        }
    }

    fn open_item(&self, id: ItemId, item: Option<&ListItem>) {
        let draft = Box::new(ItemDraft::of(item));
        let question = self.question.id.clone();
        self.view.open(Dialog::Item(question, id, draft));
    }

    pub(super) fn evidence_ui(&self, ui: &mut Ui) {
        heading::note(ui, &self.view.say("question-evidence"));
        if self.answer.evidence.is_empty() {
            heading::note(ui, &self.view.say("question-evidence-none"));
        }
        for (id, piece) in &self.answer.evidence {
            ui.push_id(id, |ui| self.piece_ui(ui, *id, piece));
            rows::underline(ui);
        }
        ui.add_space(space::S);
        if self.adds_ui(ui, "question-add-evidence") {
            self.view.action(Action::AddEvidence);
        }
    }

    fn piece_ui(&self, ui: &mut Ui, id: EvidenceId, piece: &Evidence) {
        let details = self.view.words.evidence(self.view.instrument(), piece);
        match entry_ui(ui, self.view, &piece.title, &details) {
            Some(EntryEvent::Opened) => {
                let draft = Box::new(EvidenceDraft::of(Some(piece)));
                let question = self.question.id.clone();
                self.view.open(Dialog::Evidence(question, id, draft));
            }
            Some(EntryEvent::Removed) => self.set(FieldValue::Evidence(id, None)),
            None => {}
        }
    }

    /// Shows the button that adds an entry; whether it was clicked.
    fn adds_ui(&self, ui: &mut Ui, word: &str) -> bool {
        let button = ActionButton::plain(self.view.say(word)).before(Icon::Plus);
        button.enabled(self.view.can_write()).show(ui).clicked()
    }
}

/// What somebody wants of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum EntryEvent {
    /// To change it, or to look at it where nothing can be changed.
    Opened,
    /// To take it away.
    Removed,
}

/// Shows what an entry is called and what is known of it, with what can be done with it.
fn entry_ui(ui: &mut Ui, view: &View<'_>, name: &str, details: &str) -> Option<EntryEvent> {
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
