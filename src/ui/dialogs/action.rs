//! A planned action: what is to be done, by whom and by when, and the gaps that it is to close.

use egui::{Align, Key, Layout, Ui};

use super::confirm::{Stays, begin};
use super::form::{self, Ending, Fields, FormDialog};
use crate::analysis::{Gap, find_gaps};
use crate::app::{Command, Session};
use crate::domain::{ActionId, AreaId, Change, Level, QuestionId};
use crate::ui::parts::pair_ui;
use crate::ui::state::ActionDraft;
use crate::ui::state::typed::read_date;
use crate::ui::tokens::{size, space};
use crate::ui::view::View;
use crate::ui::widgets::{
    ActionButton, ChoiceMenu, Field, Icon, RowButton, TextArea, heading, standing_mark, underline,
};

/// How many gaps are offered at once.
const OFFERED: usize = 5;

pub fn action_ui(ui: &Ui, view: &View<'_>, id: ActionId, draft: &mut ActionDraft) -> Stays {
    let actions = view.session().map(|session| &session.assessment().actions);
    let is_there = actions.is_some_and(|actions| actions.contains_key(&id));
    let title = view.say(if is_there {
        "action-edit"
    } else {
        "action-add"
    });
    let day = read_date(&draft.day);
    let dialog = FormDialog {
        id: "action",
        title: &title,
        is_there,
        can_save: !draft.action.what.trim().is_empty() && day.is_some(),
    };
    let ending = dialog.show(ui, view, draft, |ui, draft| {
        let entered = fields_ui(ui, view, draft);
        ui.add_space(space::L);
        gaps_ui(ui, view, draft);
        entered
    });
    let action = match ending {
        Ending::Stays => return Stays::Yes,
        Ending::Goes => return Stays::No,
        Ending::Saves => Some(Box::new(draft.typed())),
        Ending::Removes => None,
    };
    let change = Change::Action(id, action);
    form::edit_at_once(view, Command::Edit(Box::new(change)));
    Stays::No
}

/// Whether Enter was pressed in a field of one line.
fn fields_ui(ui: &mut Ui, view: &View<'_>, draft: &mut ActionDraft) -> bool {
    let first = view.dialog_field_id("action_what");
    begin(ui, &mut draft.begun, first);
    let events = TextArea::new(first, view.say("action-what"))
        .rows(2, 5)
        .hint(view.say("action-what-hint"))
        .editable(view.can_write())
        .show(ui, &mut draft.action.what);
    // Whether it can be saved is told before the field is shown.
    if events.changed {
        ui.ctx().request_repaint();
    }
    ui.add_space(space::M);
    let fields = Fields::new(view);
    pair_ui(
        ui,
        |ui| {
            let label = view.say("action-who");
            let hint = view.say("action-who-hint");
            let field = Field::new(view.dialog_field_id("action_who"), &label).hint(&hint);
            let events = field
                .editable(view.can_write())
                .show(ui, &mut draft.action.who);
            fields.confirm(ui, events);
        },
        |ui| day_ui(ui, view, &fields, &mut draft.day),
    );
    ui.add_space(space::M);
    area_ui(ui, view, &mut draft.action.area);
    fields.are_confirmed()
}

fn day_ui(ui: &mut Ui, view: &View<'_>, fields: &Fields<'_>, day: &mut String) {
    let id = view.dialog_field_id("action_by");
    // Nobody is told that a day is wrong while it is being typed.
    let is_typing = ui.memory(|memory| memory.has_focus(id));
    let fault = match read_date(day) {
        None if !is_typing => view.say("call-date-fault"),
        _ => String::new(),
    };
    let (label, hint) = (view.say("action-by"), view.say("call-date-hint"));
    let field = Field::new(id, &label).hint(&hint).fault(&fault);
    let events = field.editable(view.can_write()).show(ui, day);
    if events.left {
        ui.ctx().request_repaint();
    }
    fields.confirm(ui, events);
}

fn area_ui(ui: &mut Ui, view: &View<'_>, area: &mut Option<AreaId>) {
    let label = view.say("action-area");
    heading::note(ui, &label);
    let none = view.say("action-no-area");
    let mut options: Vec<(Option<&AreaId>, &str)> = vec![(None, &none)];
    let areas = view.instrument().areas().iter();
    options.extend(areas.map(|area| (Some(&area.id), area.title.as_str())));
    let menu = ChoiceMenu::new(&label, &none).width(ui.available_width());
    let chosen = area.clone();
    let menu = ui.add_enabled_ui(view.can_write(), |ui| {
        menu.show(ui, Some(chosen.as_ref()), &options)
    });
    if let Some(other) = menu.inner {
        *area = other.cloned();
    }
}

/// The gaps that the action is to close, and the way to add one.
fn gaps_ui(ui: &mut Ui, view: &View<'_>, draft: &mut ActionDraft) {
    heading::part_title(ui, &view.say("action-gaps"));
    if draft.action.gaps.is_empty() {
        heading::note(ui, &view.say("action-gaps-none"));
    }
    let mut leaves = None;
    for (index, (question, level)) in draft.action.gaps.iter().enumerate() {
        if gap_ui(ui, view, question, *level) {
            leaves = Some(index);
        }
        underline(ui);
    }
    if let Some(index) = leaves {
        draft.action.gaps.remove(index);
    }
    if view.can_write() {
        ui.add_space(space::S);
        find_ui(ui, view, draft);
    }
}

/// Shows a gap; whether it is to be taken away.
fn gap_ui(ui: &mut Ui, view: &View<'_>, question: &QuestionId, level: Level) -> bool {
    let words = gap_words(view, question, level);
    let row = egui::vec2(ui.available_width(), size::CONTROL);
    let layout = Layout::right_to_left(Align::Center);
    let shown = ui.allocate_ui_with_layout(row, layout, |ui| {
        let name = view.say_with("action-gap-remove", &[("gap", words.as_str().into())]);
        let button = ActionButton::quiet("").before(Icon::Cross);
        let button = button.enabled(view.can_write());
        let removes = button.show_named(ui, &name).clicked();
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let assessment = view.session().map(Session::assessment);
            let answer = assessment.and_then(|assessment| assessment.answers.get(question));
            let standing = answer.and_then(|answer| answer.standing(level));
            standing_mark::show(ui, standing, &view.words.standing_in_full(standing));
            ui.add(egui::Label::new(&words).truncate());
        });
        removes
    });
    shown.inner
}

/// Shows the field that finds a gap, and what it finds; a click or Enter adds one.
fn find_ui(ui: &mut Ui, view: &View<'_>, draft: &mut ActionDraft) {
    let Some(session) = view.session() else {
        return;
    };
    let (label, hint) = (view.say("action-find"), view.say("action-find-hint"));
    let events = Field::new(view.dialog_field_id("action_find"), &label)
        .hint(&hint)
        .show(ui, &mut draft.query);
    if draft.query.trim().is_empty() {
        return;
    }
    let is_new = |gap: &&Gap| {
        let mut gaps = draft.action.gaps.iter();
        !gaps.any(|(question, level)| *question == gap.question && *level == gap.level)
    };
    let found = find_gaps(view.instrument(), &session.analysis().gaps, &draft.query);
    let found: Vec<&Gap> = found.filter(is_new).take(OFFERED).collect();
    if found.is_empty() {
        heading::note(ui, &view.say("action-find-none"));
    }
    let entered = events.left && ui.input(|input| input.key_pressed(Key::Enter));
    let mut chosen = found.first().copied().filter(|_| entered);
    for gap in found {
        let words = gap_words(view, &gap.question, gap.level);
        let name = view.say_with("action-gap-add", &[("gap", words.as_str().into())]);
        let row = RowButton::new(&name, size::CONTROL);
        let shown = row.show(ui, |ui| {
            let standing = view.words.standing_in_full(gap.standing);
            standing_mark::show(ui, gap.standing, &standing);
            ui.add(egui::Label::new(&words).truncate());
        });
        if shown.clicked() {
            chosen = Some(gap);
        }
    }
    if let Some(gap) = chosen {
        draft.action.gaps.push((gap.question.clone(), gap.level));
        draft.query.clear();
        ui.ctx().request_repaint();
    }
}

fn gap_words(view: &View<'_>, question: &QuestionId, level: Level) -> String {
    let title = view.instrument().question(question);
    let title = title.map_or("", |question| question.title.as_str());
    view.say_with(
        "action-gap",
        &[
            ("id", question.as_str().into()),
            ("title", title.into()),
            ("level", view.words.level(level).to_lowercase().into()),
        ],
    )
}
