//! An answer to a question that this version does not ask: kept in the file, and shown.

use egui::Ui;

use crate::domain::QuestionId;
use crate::ui::parts::page_ui;
use crate::ui::tokens::space;
use crate::ui::view::View;
use crate::ui::widgets::heading;

pub fn unknown_ui(ui: &mut Ui, view: &View<'_>, id: &QuestionId) {
    let answer = view
        .session()
        .and_then(|session| session.assessment().answers.get(id));
    page_ui(ui, id.as_str(), |ui| {
        heading::page_title(ui, id.as_str());
        heading::dim(ui, &view.say("question-unknown"));
        ui.add_space(space::L);
        let Some(answer) = answer else { return };
        for (level, cell) in &answer.cells {
            let standing = view.words.standing_in_full(cell.standing);
            heading::body(
                ui,
                &format!("{}: {standing} {}", view.words.level(*level), cell.note),
            );
        }
        if let Some(option) = &answer.choice {
            heading::body(ui, option.as_str());
        }
        for (field, text) in &answer.texts {
            heading::small_title(ui, &view.words.text(*field));
            heading::body(ui, text);
        }
        for (_, item) in &answer.items {
            heading::body(ui, &item.name);
        }
        for (_, piece) in &answer.evidence {
            heading::body(ui, &piece.title);
        }
    });
}
