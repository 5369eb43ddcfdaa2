//! Who releases the reply.

use egui::Ui;

use crate::domain::Release;
use crate::ui::parts::form::pair_ui;
use crate::ui::tokens::space;
use crate::ui::view::View;
use crate::ui::widgets::field::Field;
use crate::ui::widgets::heading;

/// Shows the fields. What is typed stays until the assessment is closed.
pub fn release_ui(ui: &mut Ui, view: &View<'_>, release: &mut Release) {
    let (name, title) = (view.say("submit-name"), view.say("submit-person-title"));
    pair_ui(
        ui,
        |ui| field_ui(ui, view, "release_name", &name, &mut release.name),
        |ui| field_ui(ui, view, "release_title", &title, &mut release.title),
    );
    ui.add_space(space::M);
    let label = view.say("submit-body");
    field_ui(ui, view, "release_body", &label, &mut release.body);
    ui.add_space(space::M);
    let label = view.say("submit-reference");
    field_ui(
        ui,
        view,
        "release_reference",
        &label,
        &mut release.reference,
    );
    ui.add_space(space::S);
    let day = view.words.day(release.date);
    heading::note(ui, &view.say_with("submit-date", &[("day", day.into())]));
}

fn field_ui(ui: &mut Ui, view: &View<'_>, id: &str, label: &str, text: &mut String) {
    let field = Field::new(view.field_id(id), label);
    field.editable(view.can_write()).show(ui, text);
}

/// What the release lacks, in the order of its fields.
pub fn lacking(view: &View<'_>, release: &Release) -> Vec<String> {
    let parts = [
        (&release.name, "submit-needs-name"),
        (&release.title, "submit-needs-title"),
        (&release.body, "submit-needs-body"),
    ];
    let empty = parts.iter().filter(|(text, _)| text.trim().is_empty());
    empty.map(|(_, key)| view.say(key)).collect()
}
