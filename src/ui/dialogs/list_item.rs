//! An item of a list: a network, a guide, a partner.

use egui::Ui;

use super::confirm::{Stays, begin};
use super::form::{self, Ending, Fields, FormDialog};
use crate::app::Command;
use crate::domain::{Change, FieldValue, ItemId, Kind, Level, QuestionId};
use crate::ui::parts::{menu_ui, pair_ui};
use crate::ui::state::ItemDraft;
use crate::ui::state::typed::read_year;
use crate::ui::tokens::space;
use crate::ui::view::View;
use crate::ui::widgets::{TextArea, heading};

pub fn list_item_ui(
    ui: &Ui,
    view: &View<'_>,
    question: &QuestionId,
    id: ItemId,
    draft: &mut ItemDraft,
) -> Stays {
    let answers = view.session().map(|session| &session.assessment().answers);
    let items = answers.and_then(|answers| answers.get(question));
    let is_there = items.is_some_and(|answer| answer.items.iter().any(|(each, _)| *each == id));
    let title = view.say(if is_there { "item-edit" } else { "item-add" });
    let year = read_year(&draft.year);
    let dialog = FormDialog {
        id: "item",
        title: &title,
        is_there,
        can_save: !draft.item.name.trim().is_empty() && year.is_ok(),
    };
    let ending = dialog.show(ui, view, draft, |ui, draft| {
        if let Some(question) = view.instrument().question(question) {
            heading::dim(ui, &question.title);
            ui.add_space(space::M);
        }
        fields_ui(ui, view, question, draft)
    });
    let value = match ending {
        Ending::Stays => return Stays::Yes,
        Ending::Goes => return Stays::No,
        Ending::Saves => Some(draft.typed()),
        Ending::Removes => None,
    };
    let value = Box::new(FieldValue::Item(id, value));
    let change = Change::Set(question.clone(), value);
    form::edit_at_once(view, Command::Edit(Box::new(change)));
    Stays::No
}

/// Whether Enter was pressed in a field.
fn fields_ui(ui: &mut Ui, view: &View<'_>, question: &QuestionId, draft: &mut ItemDraft) -> bool {
    begin(ui, &mut draft.begun, view.dialog_field_id("item_name"));
    let item = &mut draft.item;
    let fields = Fields::new(view);
    fields.show(ui, "item_name", "item-name", &mut item.name);
    ui.add_space(space::M);

    let kinds = match view.instrument().question(question).map(|q| &q.kind) {
        Some(Kind::List(kinds)) => kinds.as_slice(),
        _ => &[],
    };
    pair_ui(
        ui,
        |ui| form::kinds_ui(ui, view, "item-kind", &mut item.kind, kinds),
        |ui| level_ui(ui, view, &mut item.level),
    );
    ui.add_space(space::M);
    fields.year_and_language_ui(ui, &mut draft.year, &mut item.language);
    ui.add_space(space::M);
    fields.show(ui, "item_address", "item-address", &mut item.address);
    ui.add_space(space::M);
    TextArea::new(view.dialog_field_id("item_remark"), view.say("item-remark"))
        .rows(2, 6)
        .editable(view.can_write())
        .show(ui, &mut item.public_remark);
    fields.are_confirmed()
}

fn level_ui(ui: &mut Ui, view: &View<'_>, level: &mut Option<Level>) {
    let levels = Level::ALL.map(|level| (Some(level), view.words.level(level)));
    let mut options = vec![(None, view.say("item-no-level"))];
    options.extend(levels);
    if let Some(other) = menu_ui(ui, view, "item-level", Some(*level), &options) {
        *level = other;
    }
}
