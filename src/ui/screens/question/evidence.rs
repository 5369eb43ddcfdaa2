//! What supports an answer.

use egui::{Align, Layout, Ui};

use crate::app::Act;
use crate::domain::{Answer, Change, Evidence, EvidenceId, FieldValue, Question};
use crate::ui::answer_words::evidence_words;
use crate::ui::dialogs::{Dialog, evidence_draft};
use crate::ui::tokens::{size, space};
use crate::ui::view::View;
use crate::ui::widgets::buttons::ActionButton;
use crate::ui::widgets::icon::Icon;
use crate::ui::widgets::{heading, rows};

/// Shows the pieces of evidence, and the way to add one.
pub fn evidence_ui(ui: &mut Ui, view: &View<'_>, question: &Question, answer: &Answer) {
    heading::note(ui, &view.say("question-evidence"));
    if answer.evidence.is_empty() {
        heading::note(ui, &view.say("question-evidence-none"));
    }
    for (id, piece) in &answer.evidence {
        ui.push_id(id, |ui| piece_ui(ui, view, question, *id, piece));
        rows::underline(ui);
    }
    ui.add_space(space::S);
    let word = view.say("question-add-evidence");
    if ActionButton::plain(&word)
        .before(Icon::Plus)
        .enabled(view.can_write())
        .show(ui)
        .clicked()
    {
        view.act(Act::AddEvidence);
    }
}

fn piece_ui(ui: &mut Ui, view: &View<'_>, question: &Question, id: EvidenceId, piece: &Evidence) {
    ui.allocate_ui_with_layout(
        egui::vec2(ui.available_width(), size::ROW),
        Layout::right_to_left(Align::Center),
        |ui| {
            let name = [("name", piece.title.as_str().into())];
            let word = view.say("question-remove");
            let removes = ActionButton::quiet(&word)
                .enabled(view.can_write())
                .show_named(ui, &view.say_with("question-remove-name", &name));
            if removes.clicked() {
                let value = Box::new(FieldValue::Evidence(id, None));
                view.edit(Change::Set(question.id.clone(), value));
            }
            let (word, name) = if view.can_write() {
                let name = view.say_with("question-edit-name", &name);
                (view.say("question-edit"), name)
            } else {
                let name = view.say_with("question-show-name", &name);
                (view.say("question-show"), name)
            };
            let edits = ActionButton::quiet(&word).show_named(ui, &name);
            if edits.clicked() {
                let draft = Box::new(evidence_draft(Some(piece)));
                view.open(Dialog::Evidence(question.id.clone(), id, draft));
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.vertical(|ui| {
                    ui.add(egui::Label::new(&piece.title).truncate());
                    heading::note(ui, &evidence_words(view, piece));
                });
            });
        },
    );
}
