//! What supports an answer.

use egui::Ui;

use super::entry::{EntryEvent, entry_ui};
use crate::domain::{Answer, Change, Evidence, EvidenceId, FieldValue, Question};
use crate::ui::action::Action;
use crate::ui::state::{Dialog, EvidenceDraft};
use crate::ui::tokens::space;
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
        view.action(Action::AddEvidence);
    }
}

fn piece_ui(ui: &mut Ui, view: &View<'_>, question: &Question, id: EvidenceId, piece: &Evidence) {
    match entry_ui(
        ui,
        view,
        &piece.title,
        &view.words.evidence(view.instrument(), piece),
    ) {
        Some(EntryEvent::Opened) => {
            let draft = Box::new(EvidenceDraft::of(Some(piece)));
            view.open(Dialog::Evidence(question.id.clone(), id, draft));
        }
        Some(EntryEvent::Removed) => {
            let value = Box::new(FieldValue::Evidence(id, None));
            view.edit(Change::Set(question.id.clone(), value));
        }
        None => {}
    }
}
