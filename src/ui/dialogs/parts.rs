//! What the dialogs for evidence and for items of lists have in common: fields, menus, years, and what
//! Escape does to words that are not saved yet.

use egui::Ui;

use super::confirm::entered;
use crate::app::Command;
use crate::domain::KindId;
use crate::ui::parts::form::pair_ui;
use crate::ui::state::typed::read_year;
use crate::ui::tokens::space;
use crate::ui::view::View;
use crate::ui::widgets::choice_menu::ChoiceMenu;
use crate::ui::widgets::dialog_frame::DialogEvent;
use crate::ui::widgets::field::Field;
use crate::ui::widgets::heading;

/// What becomes of the dialog.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// It stays open.
    Stays,
    /// It goes, and what was typed with it.
    Goes,
    Saves,
    /// What it shows is removed.
    Removes,
}

/// The buttons: save, cancel, remove; to close, where nothing can be changed; or, once Escape would lose words, go on or throw away.
#[expect(
    clippy::fn_params_excessive_bools,
    reason = "each is a fact of its own, and named"
)]
pub fn buttons(view: &View<'_>, asks: bool, is_there: bool) -> Vec<String> {
    if asks {
        return vec![view.say("dialog-go-on"), view.say("dialog-throw-away")];
    }
    if !view.can_write() {
        return vec![view.say("dialog-close")];
    }
    let mut buttons = vec![view.say("dialog-save"), view.say("dialog-cancel")];
    if is_there {
        buttons.push(view.say("dialog-remove"));
    }
    buttons
}

/// Shows the question whether to throw away what was typed.
pub fn question_ui(ui: &mut Ui, view: &View<'_>, asks: bool) {
    if asks {
        ui.add_space(space::M);
        let response = heading::fault(ui, &view.say("dialog-not-saved"));
        response.scroll_to_me(None);
    }
}

/// What the buttons, Enter and Escape come to. Escape asks before it loses anything.
#[expect(
    clippy::fn_params_excessive_bools,
    reason = "each is a fact of its own, and named"
)]
pub fn ending(event: DialogEvent, entered: bool, asks: &mut bool, is_changed: bool) -> Ending {
    if *asks {
        return match event {
            DialogEvent::None => Ending::Stays,
            DialogEvent::Pressed(1) => Ending::Goes,
            DialogEvent::Pressed(_) | DialogEvent::Dismissed => {
                *asks = false;
                Ending::Stays
            }
        };
    }
    match event {
        DialogEvent::None if entered => Ending::Saves,
        DialogEvent::None => Ending::Stays,
        DialogEvent::Pressed(0) => Ending::Saves,
        DialogEvent::Pressed(2) => Ending::Removes,
        DialogEvent::Pressed(_) | DialogEvent::Dismissed if is_changed => {
            *asks = true;
            Ending::Stays
        }
        DialogEvent::Pressed(_) | DialogEvent::Dismissed => Ending::Goes,
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
    /// Whether Enter was pressed in one of them.
    pub confirmed: bool,
}

impl<'a> Fields<'a> {
    /// No field yet.
    pub const fn new(view: &'a View<'a>) -> Self {
        let confirmed = false;
        Self { view, confirmed }
    }

    /// Shows a field under the words of its label's key.
    pub fn show(&mut self, ui: &mut Ui, id: &str, label: &str, draft: &mut String) {
        self.show_with_fault(ui, id, label, draft, "");
    }

    /// Shows year and language, side by side where there is room.
    pub fn year_and_language_ui(&mut self, ui: &mut Ui, year: &mut String, language: &mut String) {
        let fault = year_fault(self.view, year);
        pair_ui(ui, |ui, left| {
            if left {
                self.show_with_fault(ui, "dialog_year", "item-year", year, &fault);
            } else {
                self.show(ui, "dialog_language", "item-language", language);
            }
        });
    }

    fn show_with_fault(
        &mut self,
        ui: &mut Ui,
        id: &str,
        label: &str,
        draft: &mut String,
        fault: &str,
    ) {
        let events = Field::new(self.view.dialog_field_id(id), &self.view.say(label))
            .fault(fault)
            .editable(self.view.can_write())
            .show(ui, draft);
        self.confirmed |= entered(ui, events);
    }
}

/// Shows a menu of kinds under its label.
pub fn menu_ui(
    ui: &mut Ui,
    view: &View<'_>,
    label: &str,
    kind: &mut Option<KindId>,
    kinds: &[(&KindId, &str)],
) {
    let label = view.say(label);
    heading::note(ui, &label);
    let unchosen = view.say("dialog-unchosen");
    let menu = ChoiceMenu::new(&label, &unchosen).width(ui.available_width());
    let chosen = kind.clone();
    let menu = ui.add_enabled_ui(view.can_write(), |ui| menu.show(ui, chosen.as_ref(), kinds));
    if let Some(other) = menu.inner {
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
