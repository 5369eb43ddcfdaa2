//! Whom to ask about the reply, and who contributed.

use egui::Ui;

use super::edit::{change_at_once, text_ui};
use crate::app::Command;
use crate::domain::{Change, Contributor, Profile};
use crate::ui::parts::pair_ui;
use crate::ui::state::ContributorRows;
use crate::ui::tokens::{size, space};
use crate::ui::view::View;
use crate::ui::widgets::{ActionButton, Column, Columns, Field, Icon, heading};

/// One text of the profile.
type Part = fn(&mut Profile) -> &mut String;

pub fn people_ui(ui: &mut Ui, view: &View<'_>, profile: &Profile) {
    let focal: [Part; 4] = [
        |profile| &mut profile.focal_point.name,
        |profile| &mut profile.focal_point.title,
        |profile| &mut profile.focal_point.email,
        |profile| &mut profile.focal_point.telephone,
    ];
    let deputy: [Part; 4] = [
        |profile| &mut profile.deputy.name,
        |profile| &mut profile.deputy.title,
        |profile| &mut profile.deputy.email,
        |profile| &mut profile.deputy.telephone,
    ];
    for (who, parts, salt) in [
        (view.say("profile-focal-point"), focal, "focal_point"),
        (view.say("profile-deputy"), deputy, "deputy"),
    ] {
        if salt == "deputy" {
            ui.add_space(space::XL);
        }
        heading::small_title(ui, &who);
        ui.add_space(space::XS);
        let labels = [
            view.say("profile-person-name"),
            view.say("profile-person-title"),
            view.say("profile-email"),
            view.say("profile-telephone"),
        ];
        for row in [0, 2] {
            if row != 0 {
                ui.add_space(space::M);
            }
            let field_ui = |ui: &mut Ui, place: usize| {
                let id = view.field_id((salt, place));
                text_ui(ui, view, profile, (id, &labels[place]), parts[place]);
            };
            pair_ui(ui, |ui| field_ui(ui, row), |ui| field_ui(ui, row + 1));
        }
    }
}

pub fn contributors_ui(
    ui: &mut Ui,
    view: &View<'_>,
    rows: &mut ContributorRows,
    profile: &Profile,
) {
    let count = profile.contributors.len();
    let number = rows.look(count);
    let name_id = |position: usize| view.field_id(("contributor_name", position, number));
    let columns = Columns::new(
        ui.available_width(),
        &[
            Column::Share(1.0),
            Column::Share(1.0),
            Column::Fixed(size::CONTROL),
        ],
    );
    let name = view.say("profile-person-name");
    let body = view.say("profile-person-body");
    if !profile.contributors.is_empty() {
        columns.row(ui, 0.0, |cells| {
            cells.cell(|ui| heading::note(ui, &name));
            cells.cell(|ui| heading::note(ui, &body));
        });
    }
    for (position, person) in profile.contributors.iter().enumerate() {
        columns.row(ui, size::ROW, |cells| {
            let mut edited = person.clone();
            let fields = [
                cells.cell(|ui| {
                    let field = Field::new(name_id(position), &name)
                        .unlabelled()
                        .editable(view.can_write());
                    field.show(ui, &mut edited.name)
                }),
                cells.cell(|ui| {
                    let id = view.field_id(("contributor_body", position, number));
                    let field = Field::new(id, &body)
                        .unlabelled()
                        .editable(view.can_write());
                    field.show(ui, &mut edited.body)
                }),
            ];
            if fields.iter().any(|events| events.changed) {
                let mut profile = profile.clone();
                profile.contributors[position] = edited;
                view.edit(Change::Profile(Box::new(profile)));
            }
            if fields.iter().any(|events| events.left) {
                view.send(Command::EndRun);
            }
            cells.cell(|ui| {
                let remove = remove_name(view, person);
                let cross = ActionButton::quiet("")
                    .before(Icon::Cross)
                    .enabled(view.can_write());
                if cross
                    .show_named(ui, &remove)
                    .on_hover_text(&remove)
                    .clicked()
                {
                    change_at_once(view, profile, |profile| {
                        profile.contributors.remove(position);
                    });
                }
            });
        });
    }
    ui.add_space(space::XS);
    if ActionButton::plain(view.say("profile-add-contributor"))
        .before(Icon::Plus)
        .enabled(view.can_write())
        .show(ui)
        .clicked()
    {
        change_at_once(view, profile, |profile| {
            profile.contributors.push(Contributor::default());
        });
        rows.begins = Some(count);
    }
    if let Some(added) = rows.begins.take_if(|added| *added < count) {
        ui.memory_mut(|memory| memory.request_focus(name_id(added)));
        ui.ctx().request_repaint();
    }
}

fn remove_name(view: &View<'_>, person: &Contributor) -> String {
    let name = person.name.as_str().into();
    view.say_with("profile-remove-contributor", &[("name", name)])
}
