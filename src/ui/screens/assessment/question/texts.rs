//! The texts of an answer, the option of a choice, and what is never sent.

use egui::{Id, Ui};

use super::Form;
use crate::domain::{Answer, ChoiceOption, FieldValue, Kind, Standing, TextField};
use crate::ui::state::{Fold, UiState};
use crate::ui::tokens::space;
use crate::ui::view::View;
use crate::ui::widgets::{ActionButton, Field, TextArea, link};

impl Form<'_> {
    /// Shows the texts that the question is answered with: those always asked for, then, unfolded or
    /// where they say something, the others.
    pub(super) fn texts_ui(&self, ui: &mut Ui, state: &mut UiState) {
        let (always, seldom): (&[TextField], &[TextField]) = match self.question.kind {
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
        if needs_reason(self.answer) || self.says(ui, TextField::Reason) {
            self.text_ui(ui, TextField::Reason);
        }
        for field in always {
            self.text_ui(ui, *field);
        }
        // What a question of another kind was answered with is in the file, so it is in sight.
        let has_place = |field: TextField| {
            let elsewhere = field.is_internal()
                || field == TextField::Reason
                || field == TextField::Choice && matches!(self.question.kind, Kind::Choice(_));
            elsewhere || always.contains(&field) || seldom.contains(&field)
        };
        for field in TextField::ALL {
            if !has_place(field) && self.says(ui, field) {
                self.text_ui(ui, field);
            }
        }
        if seldom.is_empty() {
            return;
        }
        let open = state.unfolded.has(&Fold::MoreTexts);
        for field in seldom {
            if open || self.says(ui, *field) {
                self.text_ui(ui, *field);
            }
        }
        self.notes_ui(ui, open);
        let word = if self.question.has_cells() {
            "question-more-cells"
        } else {
            "question-more"
        };
        if link::disclosure(ui, &self.view.say(word), open).clicked() {
            state.unfolded.turn(Fold::MoreTexts);
        }
        ui.add_space(space::L);
    }

    /// Whether the text says something; while it is being written it does, even with nothing in it yet.
    fn says(&self, ui: &Ui, field: TextField) -> bool {
        let id = self.text_id(field);
        !self.answer.text(field).is_empty() || ui.memory(|memory| memory.has_focus(id))
    }

    fn text_id(&self, field: TextField) -> Id {
        self.view
            .field_id(("text", self.question.id.as_str(), field.token()))
    }

    fn text_ui(&self, ui: &mut Ui, field: TextField) {
        let label = self.view.words.text(field);
        let hint = text_hint(self.view, field);
        let id = self.text_id(field);
        let writes = self.view.can_write();
        let mut draft = self.answer.text(field).to_owned();
        let events = if field == TextField::Responsible {
            let line = Field::new(id, label).hint(hint);
            line.editable(writes).show(ui, &mut draft)
        } else {
            let least = if field == TextField::Text { 4 } else { 1 };
            let area = TextArea::new(id, label).hint(hint).rows(least, 12);
            area.editable(writes).show(ui, &mut draft)
        };
        if events.changed {
            self.set(FieldValue::Text(field, draft));
        }
        self.view.end_run(events);
        if field != TextField::Responsible {
            ui.add_space(space::S);
        }
    }

    /// Shows the options of a choice, and the words beside the one that is chosen.
    pub(super) fn choice_ui(&self, ui: &mut Ui, options: &[ChoiceOption]) {
        let set = |option| {
            self.set(FieldValue::Choice(option));
        };
        for option in options {
            let selected = self.answer.choice.as_ref() == Some(&option.id);
            let radio = egui::RadioButton::new(selected, &option.title);
            if ui.add_enabled(self.view.can_write(), radio).clicked() {
                set(Some(option.id.clone()));
            }
        }
        if self.answer.choice.is_some() {
            let button = ActionButton::quiet(self.view.say("question-choice-none"))
                .enabled(self.view.can_write());
            if button.show(ui).clicked() {
                set(None);
            }
        }
        ui.add_space(space::S);
        self.text_ui(ui, TextField::Choice);
    }

    /// Shows what stays in the council.
    pub(super) fn internal_ui(&self, ui: &mut Ui, state: &mut UiState) {
        let open = state.unfolded.has(&Fold::Internal);
        ui.add_space(space::M);
        if link::disclosure(ui, &self.view.say("question-internal"), open).clicked() {
            state.unfolded.turn(Fold::Internal);
        }
        if open || self.says(ui, TextField::Remark) {
            self.text_ui(ui, TextField::Remark);
        }
        if open || self.says(ui, TextField::Responsible) {
            self.text_ui(ui, TextField::Responsible);
        }
        ui.add_space(space::L);
    }
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
