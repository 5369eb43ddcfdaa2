//! A path, typed: for machines that have no dialog for files.

use egui::{Id, Ui};

use super::confirm::{Stays, begin, entered};
use crate::ui::state::PathDraft;
use crate::ui::tokens::{size, space};
use crate::ui::view::View;
use crate::ui::widgets::{DialogEvent, DialogFrame, Field, heading};

pub fn path_ui(ui: &Ui, view: &View<'_>, draft: &mut PathDraft) -> Stays {
    let opens = draft.purpose.opens();
    let title = draft.suggestion.title.clone();
    let confirm = view.say(if opens { "path-open" } else { "path-save" });
    let cancel = view.say("dialog-cancel");
    let is_there = draft.is_there(ui.ctx(), view.app.patience());
    let fault = fault_of(view, draft, is_there);
    let can_confirm = is_there.is_some() && fault.is_none() && !draft.path.trim().is_empty();
    let frame = DialogFrame::new(Id::unique("path"), &title)
        .width(size::WIDE_DIALOG)
        .can_confirm(can_confirm);
    let (entered, event) = frame.show(ui.ctx(), &[&confirm, &cancel], |ui| {
        heading::dim(ui, &view.say("path-note"));
        ui.add_space(space::M);
        let id = view.dialog_field_id("path_field");
        begin(ui, &mut draft.begun, id);
        let field =
            Field::new(id, view.say("path-label")).fault(fault.as_deref().unwrap_or_default());
        let events = field.show(ui, &mut draft.path);
        draft.is_chosen &= !events.changed;
        if !opens {
            ui.add_space(space::XS);
            heading::note(ui, &view.say("path-save-note"));
        }
        entered(ui, events)
    });
    match event {
        DialogEvent::Dismissed | DialogEvent::Pressed(1) => Stays::No,
        event if can_confirm && (entered || event == DialogEvent::Pressed(0)) => {
            // Somebody else may have put something there meanwhile, or taken it away.
            draft.choose();
            use_if_chosen(ui, view, draft)
        }
        _ => use_if_chosen(ui, view, draft),
    }
}

fn use_if_chosen(ui: &Ui, view: &View<'_>, draft: &mut PathDraft) -> Stays {
    if !draft.is_chosen {
        return Stays::Yes;
    }
    match draft.is_there(ui.ctx(), view.app.patience()) {
        None => return Stays::Yes,
        Some(is_there) if is_there != draft.purpose.opens() => {
            draft.is_chosen = false;
            ui.ctx().request_repaint();
            return Stays::Yes;
        }
        Some(_) => {}
    }
    let path = draft.full_path();
    if let Some(next) = draft.purpose.next(&path) {
        view.ask_for_file(next);
    } else if let Some(command) = draft.purpose.command(path) {
        view.send(command);
    }
    Stays::No
}

/// Why the path cannot be used, if there is something to tell.
fn fault_of(view: &View<'_>, draft: &PathDraft, is_there: Option<bool>) -> Option<String> {
    match (draft.purpose.opens(), is_there?) {
        _ if draft.path.trim().is_empty() => None,
        (true, false) => Some(view.say("path-not-there")),
        (false, true) => Some(view.say("path-taken")),
        (true, true) | (false, false) => None,
    }
}
