//! What the dialogs with fields have in common: how they are saved or given up, fields, menus, years.

use std::cell::Cell;

use egui::{Id, Ui};

use super::confirm::entered;
use crate::app::Command;
use crate::domain::{ItemKind, KindId};
use crate::ui::parts::{menu_ui, pair_ui};
use crate::ui::state::FormDraft;
use crate::ui::state::typed::read_year;
use crate::ui::tokens::{size, space};
use crate::ui::view::View;
use crate::ui::widgets::{DialogEvent, DialogFrame, Field, FieldEvents, heading};

/// What becomes of the dialog.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    Stays,
    Goes,
    Saves,
    Removes,
}

/// A dialog with fields, about one thing in the assessment that is saved, given up or removed as a whole.
pub struct FormDialog<'a> {
    pub id: &'a str,
    pub title: &'a str,
    /// Whether it is about something that is there already, and so can be removed.
    pub is_there: bool,
    /// Whether what is typed can be saved as it is.
    pub can_save: bool,
}

impl FormDialog<'_> {
    /// Shows it; `content` shows the fields, and tells whether Enter was pressed in one of them.
    pub fn show<D: FormDraft>(
        self,
        ui: &Ui,
        view: &View<'_>,
        draft: &mut D,
        content: impl FnOnce(&mut Ui, &mut D) -> bool,
    ) -> Ending {
        let asks = *draft.asks();
        let buttons = self.buttons(view, asks);
        let can_save = view.can_write() && self.can_save;
        let frame = DialogFrame::new(Id::unique(self.id), self.title)
            .width(size::WIDE_DIALOG)
            .can_confirm(asks || can_save || !view.can_write());
        let (entered, event) = frame.show(ui.ctx(), &buttons, |ui| {
            let entered = content(ui, draft);
            if asks {
                ui.add_space(space::M);
                let response = heading::fault(ui, &view.say("dialog-not-saved"));
                response.scroll_to_me(None);
            }
            entered
        });
        match event {
            DialogEvent::None if view.can_write() && entered && can_save && !asks => Ending::Saves,
            DialogEvent::None => Ending::Stays,
            _ if !view.can_write() => Ending::Goes,
            DialogEvent::Pressed(1) if asks => Ending::Goes,
            _ if asks => {
                *draft.asks() = false;
                Ending::Stays
            }
            DialogEvent::Pressed(0) => Ending::Saves,
            DialogEvent::Pressed(2) => Ending::Removes,
            // Escape asks before it loses anything.
            _ if draft.is_changed() => {
                *draft.asks() = true;
                Ending::Stays
            }
            _ => Ending::Goes,
        }
    }

    /// Save, cancel, remove; close, where nothing can be changed; or, once Escape would lose words, go
    /// on or throw away.
    fn buttons(&self, view: &View<'_>, asks: bool) -> Vec<String> {
        if asks {
            return vec![view.say("dialog-go-on"), view.say("dialog-throw-away")];
        }
        if !view.can_write() {
            return vec![view.say("dialog-close")];
        }
        let mut buttons = vec![view.say("dialog-save"), view.say("dialog-cancel")];
        if self.is_there {
            buttons.push(view.say("dialog-remove"));
        }
        buttons
    }
}

/// Asks for a change that is a step of its own, also where the same thing was changed just before.
pub fn edit_at_once(view: &View<'_>, command: Command) {
    view.send(Command::EndRun);
    view.send(command);
    view.send(Command::EndRun);
}

/// The fields of a dialog, in each of which Enter confirms it.
pub struct Fields<'a> {
    view: &'a View<'a>,
    confirmed: Cell<bool>,
}

impl<'a> Fields<'a> {
    pub const fn new(view: &'a View<'a>) -> Self {
        let confirmed = Cell::new(false);
        Self { view, confirmed }
    }

    /// Whether Enter was pressed in one of them.
    pub fn are_confirmed(&self) -> bool {
        self.confirmed.get()
    }

    /// That Enter was pressed in a field, where it was.
    pub fn confirm(&self, ui: &Ui, events: FieldEvents) {
        self.confirmed
            .set(self.confirmed.get() | entered(ui, events));
    }

    /// Shows a field under the words of its label's key.
    pub fn show(&self, ui: &mut Ui, id: &str, label: &str, draft: &mut String) {
        self.show_with_fault(ui, id, label, draft, "");
    }

    /// Shows year and language, side by side where there is room.
    pub fn year_and_language_ui(&self, ui: &mut Ui, year: &mut String, language: &mut String) {
        let fault = year_fault(self.view, year);
        pair_ui(
            ui,
            |ui| self.show_with_fault(ui, "dialog_year", "item-year", year, &fault),
            |ui| self.show(ui, "dialog_language", "item-language", language),
        );
    }

    fn show_with_fault(&self, ui: &mut Ui, id: &str, label: &str, draft: &mut String, fault: &str) {
        let events = Field::new(self.view.dialog_field_id(id), self.view.say(label))
            .fault(fault)
            .editable(self.view.can_write())
            .show(ui, draft);
        self.confirm(ui, events);
    }
}

/// Shows a menu of kinds under its label.
pub fn kinds_ui(
    ui: &mut Ui,
    view: &View<'_>,
    label: &str,
    kind: &mut Option<KindId>,
    kinds: &[ItemKind],
) {
    let kinds: Vec<_> = kinds.iter().map(|kind| (&kind.id, &kind.title)).collect();
    let chosen = kind.clone();
    if let Some(other) = menu_ui(ui, view, label, chosen.as_ref(), &kinds) {
        *kind = Some(other.clone());
    }
}

/// What is wrong with the year, in words; nothing where it can be read.
fn year_fault(view: &View<'_>, typed: &str) -> String {
    match read_year(typed) {
        Ok(_) => String::new(),
        Err(()) => view.say("dialog-year-fault"),
    }
}
