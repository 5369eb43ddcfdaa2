//! The texts of an answer, the option of a choice, and what is never sent.

use egui::{Id, Ui};

use super::cells::notes_ui;
use crate::domain::{Answer, ChoiceOption, FieldValue, Kind, Question, Standing, TextField};
use crate::ui::state::{Fold, UiState};
use crate::ui::tokens::space;
use crate::ui::view::View;
use crate::ui::widgets::{ActionButton, Field, TextArea, link};

/// Shows the texts that the question is answered with: those always asked for, then, unfolded or
/// where they say something, the others.
pub fn texts_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut UiState,
    question: &Question,
    answer: &Answer,
) {
    let (always, seldom): (&[TextField], &[TextField]) = match question.kind {
        Kind::Standing | Kind::Fact => (
            &[TextField::Exists, TextField::Missing, TextField::Difficulty],
            &[TextField::Useful, TextField::Expected],
        ),
        Kind::Text => (&[TextField::Text], &[]),
        Kind::Choice(_) | Kind::List(_) | Kind::Assistance => (
            &[],
            &[TextField::Exists, TextField::Difficulty, TextField::Useful],
        ),
    };
    let says = |ui: &Ui, field| says(ui, view, question, answer, field);
    if needs_reason(answer) || says(ui, TextField::Reason) {
        text_ui(ui, view, question, answer, TextField::Reason);
    }
    for field in always {
        text_ui(ui, view, question, answer, *field);
    }
    // What a question of another kind was answered with is in the file, so it is in sight.
    let has_place = |field: TextField| {
        let elsewhere = field.is_internal()
            || field == TextField::Reason
            || field == TextField::Choice && matches!(question.kind, Kind::Choice(_));
        elsewhere || always.contains(&field) || seldom.contains(&field)
    };
    for field in TextField::ALL {
        if !has_place(field) && says(ui, field) {
            text_ui(ui, view, question, answer, field);
        }
    }
    if seldom.is_empty() {
        return;
    }
    let open = state.unfolded.has(&Fold::MoreTexts);
    for field in seldom {
        if open || says(ui, *field) {
            text_ui(ui, view, question, answer, *field);
        }
    }
    notes_ui(ui, view, question, answer, open);
    let word = if question.has_cells() {
        "question-more-cells"
    } else {
        "question-more"
    };
    if link::disclosure(ui, &view.say(word), open).clicked() {
        state.unfolded.turn(Fold::MoreTexts);
    }
    ui.add_space(space::L);
}

/// Whether the text says something; while it is being written it does, even with nothing in it yet.
fn says(ui: &Ui, view: &View<'_>, question: &Question, answer: &Answer, field: TextField) -> bool {
    let id = text_id(view, question, field);
    !answer.text(field).is_empty() || ui.memory(|memory| memory.has_focus(id))
}

fn text_id(view: &View<'_>, question: &Question, field: TextField) -> Id {
    view.field_id(("text", question.id.as_str(), field.token()))
}

/// Whether a cell says Not applicable or Not known, which wants a reason.
fn needs_reason(answer: &Answer) -> bool {
    answer.cells.values().any(|cell| {
        matches!(
            cell.standing,
            Some(Standing::NotApplicable | Standing::NotKnown)
        )
    })
}

fn text_ui(ui: &mut Ui, view: &View<'_>, question: &Question, answer: &Answer, field: TextField) {
    let label = view.words.text(field);
    let hint = text_hint(view, field);
    let id = text_id(view, question, field);
    let mut draft = answer.text(field).to_owned();
    let least = if field == TextField::Text { 4 } else { 1 };
    let events = TextArea::new(id, &label)
        .hint(&hint)
        .rows(least, 12)
        .editable(view.can_write())
        .show(ui, &mut draft);
    if events.changed {
        view.set(&question.id, FieldValue::Text(field, draft));
    }
    view.end_run(events);
    ui.add_space(space::S);
}

fn text_hint(view: &View<'_>, field: TextField) -> String {
    view.say(match field {
        TextField::Exists => "text-exists-hint",
        TextField::Missing => "text-missing-hint",
        TextField::Difficulty => "text-difficulty-hint",
        TextField::Useful => "text-useful-hint",
        TextField::Reason => "text-reason-hint",
        TextField::Expected => "text-expected-hint",
        TextField::Text => "text-text-hint",
        TextField::Choice => "text-choice-hint",
        TextField::Remark => "text-remark-hint",
        TextField::Responsible => "text-responsible-hint",
    })
}

/// Shows the options of a choice, and the words beside the one that is chosen.
pub fn choice_ui(
    ui: &mut Ui,
    view: &View<'_>,
    question: &Question,
    answer: &Answer,
    options: &[ChoiceOption],
) {
    let set = |option| {
        view.set(&question.id, FieldValue::Choice(option));
    };
    for option in options {
        let selected = answer.choice.as_ref() == Some(&option.id);
        let radio = egui::RadioButton::new(selected, &option.title);
        if ui.add_enabled(view.can_write(), radio).clicked() {
            set(Some(option.id.clone()));
        }
    }
    if answer.choice.is_some() {
        let button =
            ActionButton::quiet(view.say("question-choice-none")).enabled(view.can_write());
        if button.show(ui).clicked() {
            set(None);
        }
    }
    ui.add_space(space::S);
    text_ui(ui, view, question, answer, TextField::Choice);
}

/// Shows what stays in the council.
pub fn internal_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut UiState,
    question: &Question,
    answer: &Answer,
) {
    let open = state.unfolded.has(&Fold::Internal);
    ui.add_space(space::M);
    if link::disclosure(ui, &view.say("question-internal"), open).clicked() {
        state.unfolded.turn(Fold::Internal);
    }
    if open || says(ui, view, question, answer, TextField::Remark) {
        text_ui(ui, view, question, answer, TextField::Remark);
    }
    if open || says(ui, view, question, answer, TextField::Responsible) {
        responsible_ui(ui, view, question, answer);
    }
    ui.add_space(space::L);
}

fn responsible_ui(ui: &mut Ui, view: &View<'_>, question: &Question, answer: &Answer) {
    let field = TextField::Responsible;
    let label = view.words.text(field);
    let hint = text_hint(view, field);
    let id = text_id(view, question, field);
    let mut draft = answer.text(field).to_owned();
    let field_ui = Field::new(id, &label).hint(&hint);
    let events = field_ui.editable(view.can_write()).show(ui, &mut draft);
    if events.changed {
        view.set(&question.id, FieldValue::Text(field, draft));
    }
    view.end_run(events);
}
