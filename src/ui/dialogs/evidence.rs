//! A piece of evidence: what it is, where it can be found, which levels it is about.

use egui::Ui;

use super::confirm::{Stays, begin};
use super::form::{self, Ending, Fields, FormDialog};
use crate::app::Command;
use crate::domain::{Change, Evidence, EvidenceId, FieldValue, Level, QuestionId};
use crate::ui::parts::pair_ui;
use crate::ui::state::EvidenceDraft;
use crate::ui::state::file_dialog::Purpose;
use crate::ui::state::typed::read_year;
use crate::ui::tokens::space;
use crate::ui::view::View;
use crate::ui::widgets::{ActionButton, Field, Icon, heading};

pub fn evidence_ui(
    ui: &Ui,
    view: &View<'_>,
    question: &QuestionId,
    id: EvidenceId,
    draft: &mut EvidenceDraft,
) -> Stays {
    let answers = view.session().map(|session| &session.assessment().answers);
    let pieces = answers.and_then(|answers| answers.get(question));
    let is_there = pieces.is_some_and(|answer| answer.evidence.iter().any(|(each, _)| *each == id));
    let title = view.say(if is_there {
        "evidence-edit"
    } else {
        "evidence-add"
    });
    let year = read_year(&draft.year);
    let dialog = FormDialog {
        id: "evidence",
        title: &title,
        is_there,
        can_save: !draft.piece.title.trim().is_empty() && year.is_ok(),
    };
    match dialog.show(ui, view, draft, |ui, draft| fields_ui(ui, view, draft)) {
        Ending::Stays => Stays::Yes,
        Ending::Goes => Stays::No,
        Ending::Saves => {
            save(view, question, id, draft);
            Stays::No
        }
        Ending::Removes => {
            let value = Box::new(FieldValue::Evidence(id, None));
            let change = Change::Set(question.clone(), value);
            form::edit_at_once(view, Command::Edit(Box::new(change)));
            Stays::No
        }
    }
}

fn save(view: &View<'_>, question: &QuestionId, id: EvidenceId, draft: &EvidenceDraft) {
    let mut piece = draft.typed();
    if (&piece.file_name, &piece.sha256) == (&draft.before.file_name, &draft.before.sha256) {
        // A copy may have come while the dialog was open.
        let answers = view.session().map(|session| &session.assessment().answers);
        let answer = answers.and_then(|answers| answers.get(question));
        let mut pieces = answer.into_iter().flat_map(|answer| &answer.evidence);
        if let Some((_, now)) = pieces.find(|(each, _)| *each == id) {
            piece.file_name.clone_from(&now.file_name);
            piece.sha256.clone_from(&now.sha256);
        }
    }
    if let Some(path) = draft.file() {
        form::edit_at_once(
            view,
            Command::Attach {
                question: question.clone(),
                id,
                evidence: Box::new(piece),
                path,
            },
        );
    } else {
        let value = Box::new(FieldValue::Evidence(id, Some(piece)));
        let change = Change::Set(question.clone(), value);
        form::edit_at_once(view, Command::Edit(Box::new(change)));
    }
}

/// Whether Enter was pressed in a field.
fn fields_ui(ui: &mut Ui, view: &View<'_>, draft: &mut EvidenceDraft) -> bool {
    begin(ui, &mut draft.begun, view.dialog_field_id("evidence_title"));
    let piece = &mut draft.piece;
    let fields = Fields::new(view);
    fields.show(
        ui,
        "evidence_title",
        "evidence-title-label",
        &mut piece.title,
    );
    ui.add_space(space::M);

    let kinds = &view.instrument().parts().evidence_kinds;
    pair_ui(
        ui,
        |ui| form::kinds_ui(ui, view, "evidence-kind", &mut piece.kind, kinds),
        |ui| fields.show(ui, "evidence_body", "evidence-body", &mut piece.body),
    );
    ui.add_space(space::M);
    fields.year_and_language_ui(ui, &mut draft.year, &mut piece.language);
    ui.add_space(space::M);
    pair_ui(
        ui,
        |ui| fields.show(ui, "evidence_pages", "evidence-pages", &mut piece.pages),
        |ui| fields.show(ui, "evidence_address", "item-address", &mut piece.address),
    );
    ui.add_space(space::M);
    levels_ui(ui, view, piece);
    ui.add_space(space::M);
    file_ui(ui, view, draft);
    fields.are_confirmed()
}

fn levels_ui(ui: &mut Ui, view: &View<'_>, piece: &mut Evidence) {
    let levels = view
        .session()
        .map(|session| session.assessment().profile.levels);
    heading::note(ui, &view.say("evidence-levels"));
    ui.horizontal_wrapped(|ui| {
        view.guard(ui);
        ui.spacing_mut().item_spacing.x = space::L;
        for level in Level::ALL {
            let mut about = piece.levels.contains(&level);
            if !about && levels.is_some_and(|levels| !levels.has(level)) {
                continue;
            }
            if ui.checkbox(&mut about, view.words.level(level)).changed() {
                if about {
                    piece.levels.insert(level);
                } else {
                    piece.levels.remove(&level);
                }
            }
        }
    });
}

fn file_ui(ui: &mut Ui, view: &View<'_>, draft: &mut EvidenceDraft) {
    heading::note(ui, &view.say("evidence-file"));
    let name = |path: &std::path::Path| path.file_name().map(|name| name.display().to_string());
    if let Some(path) = &draft.attachment {
        let name = name(path).unwrap_or_default();
        ui.label(&name);
        heading::note(ui, &view.say("evidence-file-copied"));
    } else if !draft.piece.file_name.is_empty() {
        ui.label(&draft.piece.file_name);
        if !draft.piece.sha256.is_empty() {
            let digest = draft.piece.sha256.as_str().into();
            heading::note(ui, &view.say_with("evidence-digest", &[("digest", digest)]));
        }
    }
    if let Some(typed) = &mut draft.typed_path {
        let label = view.say("evidence-file-path");
        Field::new(view.dialog_field_id("evidence_path"), &label).show(ui, typed);
        heading::note(ui, &view.say("evidence-file-copied"));
    }
    let has_file = draft.attachment.is_some() || !draft.piece.file_name.is_empty();
    ui.horizontal(|ui| {
        view.guard(ui);
        if draft.typed_path.is_none() {
            let word = view.say(if has_file {
                "evidence-other-file"
            } else {
                "evidence-attach"
            });
            if ActionButton::plain(&word)
                .before(Icon::Plus)
                .show(ui)
                .clicked()
            {
                view.ask_for_file(Purpose::Attach);
            }
        }
        if has_file
            && ActionButton::quiet(view.say("evidence-no-file"))
                .show(ui)
                .clicked()
        {
            draft.attachment = None;
            draft.piece.file_name.clear();
            draft.piece.sha256.clear();
        }
    });
}
