//! How the program looks and behaves, and all its keys.

use egui::{Id, Label, RichText, Ui};

use crate::app::Command;
use crate::store::{Settings, TextSize, Theme};
use crate::ui::action::keys;
use crate::ui::action::{Action, Menu};
use crate::ui::parts::{group_ui, page_ui, pair_ui};
use crate::ui::tokens::{size, space, text};
use crate::ui::view::View;
use crate::ui::widgets::{Column, Columns, Field, Segments, heading, underline};

/// The sizes of text that can be chosen here, in per cent.
const SIZES: [u16; 6] = [100, 120, 140, 160, 180, 200];

pub fn settings_ui(ui: &mut Ui, view: &View<'_>) {
    page_ui(ui, "settings", |ui| {
        heading::page_title(ui, &view.say("settings-title"));
        ui.add_space(space::L);
        let say = |key: &str| view.say(key);
        group_ui(ui, &say("settings-look"), "", |ui| look_ui(ui, view));
        group_ui(ui, &say("settings-you"), &say("settings-you-note"), |ui| {
            you_ui(ui, view);
        });
        group_ui(ui, &say("settings-work"), "", |ui| work_ui(ui, view));
        group_ui(
            ui,
            &say("settings-places"),
            &say("settings-places-note"),
            |ui| places_ui(ui, view),
        );
        group_ui(
            ui,
            &say("settings-keys"),
            &say("settings-keys-note"),
            |ui| keys_ui(ui, view),
        );
    });
}

/// Asks for settings that differ in one thing.
fn change(view: &View<'_>, change: impl FnOnce(&mut Settings)) {
    let mut settings = view.app.settings().clone();
    change(&mut settings);
    view.send(Command::Settings(Box::new(settings)));
}

fn look_ui(ui: &mut Ui, view: &View<'_>) {
    let settings = view.app.settings();
    let options = Theme::ALL.map(|theme| {
        let key = match theme {
            Theme::System => "settings-theme-system",
            Theme::Light => "settings-theme-light",
            Theme::Dark => "settings-theme-dark",
            Theme::HighContrast => "settings-theme-contrast",
        };
        (theme, view.say(key))
    });
    let name = view.say("settings-theme");
    heading::note(ui, &name);
    if let Some(theme) = Segments::pills(&name).show(ui, Some(settings.theme), &options) {
        change(view, |settings| settings.theme = theme);
    }
    ui.add_space(space::L);

    let size = settings.text_size.per_cent();
    let per_cent = |size: u16| view.say_with("settings-per-cent", &[("size", size.into())]);
    let options = SIZES.map(|size| (size, per_cent(size)));
    let name = view.say("settings-text-size");
    heading::note(ui, &name);
    if let Some(size) = Segments::pills(&name).show(ui, Some(size), &options) {
        change(view, |settings| settings.text_size = TextSize::new(size));
    }
    if !SIZES.contains(&size) {
        ui.add_space(space::XS);
        heading::note(
            ui,
            &view.say_with("settings-size-now", &[("size", size.into())]),
        );
    }
}

fn you_ui(ui: &mut Ui, view: &View<'_>) {
    let settings = view.app.settings();
    let (name, body) = (view.say("settings-name"), view.say("settings-body"));
    pair_ui(
        ui,
        |ui| {
            if let Some(name) = typed(ui, "settings_name", &name, &settings.name) {
                change(view, |settings| settings.name = name);
            }
        },
        |ui| {
            if let Some(body) = typed(ui, "settings_body", &body, &settings.body) {
                change(view, |settings| settings.body = body);
            }
        },
    );
}

/// Shows a field; what it holds now, where that has changed.
fn typed(ui: &mut Ui, id: &str, label: &str, value: &str) -> Option<String> {
    let mut draft = value.to_owned();
    let events = Field::new(Id::unique(id), label).show(ui, &mut draft);
    events.changed.then_some(draft)
}

fn work_ui(ui: &mut Ui, view: &View<'_>) {
    let settings = view.app.settings();
    let mut short = settings.short_path_first;
    if ui
        .checkbox(&mut short, view.say("settings-short-path"))
        .changed()
    {
        change(view, |settings| settings.short_path_first = short);
    }
    heading::note(ui, &view.say("settings-short-path-note"));
    ui.add_space(space::M);
    let mut single = settings.single_keys;
    if ui
        .checkbox(&mut single, view.say("settings-single-keys"))
        .changed()
    {
        change(view, |settings| settings.single_keys = single);
    }
    heading::note(ui, &view.say("settings-single-keys-note"));
}

fn places_ui(ui: &mut Ui, view: &View<'_>) {
    let Some(folders) = view.app.folders() else {
        heading::body(ui, &view.say("settings-no-place"));
        return;
    };
    let backups = folders.data.join("backups");
    for (label, folder) in [
        (view.say("settings-place"), &folders.config),
        (view.say("settings-place-backups"), &backups),
    ] {
        heading::note(ui, &label);
        let words = RichText::new(folder.display().to_string()).font(text::body());
        ui.add(Label::new(words).wrap().selectable(true));
        ui.add_space(space::M);
    }
}

fn keys_ui(ui: &mut Ui, view: &View<'_>) {
    let single_keys = view.app.settings().single_keys;
    let columns = Columns::new(
        ui.available_width(),
        &[Column::Share(1.0), Column::Fixed(size::KEYS)],
    );
    for menu in Menu::ALL {
        heading::small_title(ui, &view.say(menu.name()));
        let actions = Action::ALL
            .into_iter()
            .filter(|action| action.menu() == menu);
        for action in actions.filter(|action| action.shortcuts().next().is_some()) {
            let shortcuts = action.shortcuts();
            let shown: Vec<String> = shortcuts
                .filter(|shortcut| single_keys || !keys::is_single(*shortcut))
                .map(|shortcut| keys::shown(view.words, shortcut))
                .collect();
            let shown = if shown.is_empty() {
                view.say("settings-key-off")
            } else {
                shown.join(", ")
            };
            columns.row(ui, size::CONTROL, |cells| {
                cells.cell(|ui| ui.label(view.say(action.name())));
                cells.cell(|ui| heading::note(ui, &shown));
            });
            underline(ui);
        }
        ui.add_space(space::L);
    }
}
