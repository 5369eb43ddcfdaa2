//! The window is about to close, and the last save failed.

use egui::{Id, Ui};

use super::Stays;
use crate::app::SaveState;
use crate::ui::file_dialog::Purpose;
use crate::ui::tokens::space;
use crate::ui::view::{View, Wish};
use crate::ui::widgets::dialog_frame::{DialogEvent, DialogFrame};
use crate::ui::widgets::heading;

/// Shows the dialog.
pub fn close_ui(ui: &Ui, view: &View<'_>) -> Stays {
    let Some(session) = view.session() else {
        return Stays::No;
    };
    let title = view.say("close-title");
    let buttons = [
        view.say("act-save-elsewhere"),
        view.say("close-stay"),
        view.say("close-anyway"),
    ];
    let frame = DialogFrame::new(Id::unique("close"), &title);
    let shown: Vec<&str> = buttons.iter().map(String::as_str).collect();
    let ((), event) = frame.show(ui.ctx(), &shown, |ui| {
        if let SaveState::Failed(fault) = session.save_state() {
            heading::fault(ui, &fault.to_string());
            ui.add_space(space::S);
        }
        heading::body(
            ui,
            &match session.last_saved() {
                Some(when) => {
                    let when = view.words.moment(when);
                    view.say_with("close-lost-since", &[("when", when.into())])
                }
                None => view.say("close-lost-all"),
            },
        );
    });
    match event {
        DialogEvent::None => Stays::Yes,
        DialogEvent::Pressed(0) => {
            view.ask_for_file(Purpose::SaveElsewhere);
            Stays::No
        }
        DialogEvent::Pressed(2) => {
            view.wishes.add(Wish::CloseUnsaved);
            Stays::No
        }
        DialogEvent::Pressed(_) | DialogEvent::Dismissed => Stays::No,
    }
}
