//! A new assessment, or a sample: which State, and which levels of government it has.

use egui::{Id, Ui};

use super::confirm::Stays;
use super::state_list::StateList;
use crate::domain::StateCode;
use crate::ui::state::file_dialog::Purpose;
use crate::ui::state::{NewDraft, StateDraft};
use crate::ui::tokens::space;
use crate::ui::view::View;
use crate::ui::widgets::{DialogEvent, DialogFrame, heading};

/// The State whose sample is suggested: its reply is told of most.
const FIRST_SAMPLE: &str = "can";

pub fn new_ui(ui: &Ui, view: &View<'_>, draft: &mut NewDraft) -> Stays {
    let title = view.say("new-title");
    let confirm = view.say("new-confirm");
    let cancel = view.say("dialog-cancel");
    let from_last = view.say("new-from-last");
    let frame = DialogFrame::new(Id::unique("new"), &title);
    let can_confirm = draft.state.chosen.is_some();
    let (entered, event) =
        frame
            .can_confirm(can_confirm)
            .show(ui.ctx(), &[&confirm, &cancel, &from_last], |ui| {
                let list = StateList {
                    allows: &|_| true,
                    first: None,
                };
                let entered = list.show(ui, view, &mut draft.state);
                ui.add_space(space::L);
                levels_ui(ui, view, draft);
                entered
            });
    match (event, draft.state.chosen) {
        (DialogEvent::Dismissed | DialogEvent::Pressed(1), _) => Stays::No,
        (DialogEvent::Pressed(2), _) => {
            view.ask_for_file(Purpose::ChooseLast);
            Stays::No
        }
        (event, Some(state)) if entered || event == DialogEvent::Pressed(0) => {
            // It goes once the assessment is open: a path that is not chosen costs no choice.
            view.ask_for_file(Purpose::New(state, draft.levels));
            Stays::Yes
        }
        _ => Stays::Yes,
    }
}

fn levels_ui(ui: &mut Ui, view: &View<'_>, draft: &mut NewDraft) {
    heading::part_title(ui, &view.say("new-levels"));
    heading::note(ui, &view.say("new-levels-note"));
    ui.add_space(space::XS);
    ui.add_enabled(
        false,
        egui::Checkbox::new(&mut true, view.say("levels-national")),
    );
    ui.checkbox(&mut draft.levels.regional, view.say("levels-regional"));
    ui.checkbox(&mut draft.levels.local, view.say("levels-local"));
}

pub fn example_ui(ui: &Ui, view: &View<'_>, draft: &mut StateDraft) -> Stays {
    let title = view.say("example-title");
    let confirm = view.say("new-confirm");
    let cancel = view.say("dialog-cancel");
    let first = StateCode::parse(FIRST_SAMPLE).ok();
    if !draft.begun {
        draft.chosen = first;
    }
    let frame = DialogFrame::new(Id::unique("example"), &title);
    let (entered, event) =
        frame
            .can_confirm(draft.chosen.is_some())
            .show(ui.ctx(), &[&confirm, &cancel], |ui| {
                heading::dim(ui, &view.say("example-note"));
                ui.add_space(space::M);
                let replies = &view.app.library().round.replies;
                let list = StateList {
                    allows: &|code| replies.iter().any(|reply| reply.state == code),
                    first,
                };
                list.show(ui, view, draft)
            });
    match (event, draft.chosen) {
        (DialogEvent::Dismissed | DialogEvent::Pressed(1), _) => Stays::No,
        (event, Some(state)) if entered || event == DialogEvent::Pressed(0) => {
            view.ask_for_file(Purpose::Example(state));
            Stays::Yes
        }
        _ => Stays::Yes,
    }
}
