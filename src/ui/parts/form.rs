//! How a page of fields is set: groups one below the other, each with what it is about at its left.

use egui::{Ui, vec2};

use crate::ui::tokens::{size, space};
use crate::ui::view::View;
use crate::ui::widgets::{ChoiceMenu, heading};

/// Shows a group of fields, below a hairline; its title and note stand beside it, or above it where
/// there is no room.
pub fn group_ui(ui: &mut Ui, title: &str, note: &str, content: impl FnOnce(&mut Ui)) {
    let width = ui.available_width();
    let whole = size::FORM_ASIDE + space::XXL + size::FORM_FIELDS;
    ui.allocate_ui(vec2(width.min(whole), 0.0), heading::hairline);
    ui.add_space(space::XL);
    if width < whole {
        title_ui(ui, title, note);
        ui.add_space(space::M);
        ui.vertical(|ui| {
            ui.set_max_width(width.min(size::FORM_FIELDS));
            content(ui);
        });
    } else {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            ui.allocate_ui(vec2(size::FORM_ASIDE, 0.0), |ui| {
                ui.vertical(|ui| {
                    ui.set_width(size::FORM_ASIDE);
                    title_ui(ui, title, note);
                });
            });
            ui.add_space(space::XXL);
            ui.vertical(|ui| {
                ui.set_width(size::FORM_FIELDS);
                ui.spacing_mut().item_spacing.x = space::S;
                content(ui);
            });
        });
    }
    ui.add_space(space::XL);
}

fn title_ui(ui: &mut Ui, title: &str, note: &str) {
    heading::part_title(ui, title);
    if !note.is_empty() {
        heading::note(ui, note);
    }
}

/// Shows two things side by side, or one below the other where there is no room.
pub fn pair_ui(ui: &mut Ui, left: impl FnOnce(&mut Ui), right: impl FnOnce(&mut Ui)) {
    pair_with_ui(ui, &mut (), |ui, ()| left(ui), |ui, ()| right(ui));
}

/// As [`pair_ui`], for two things that change the same state.
pub fn pair_with_ui<S>(
    ui: &mut Ui,
    state: &mut S,
    left: impl FnOnce(&mut Ui, &mut S),
    right: impl FnOnce(&mut Ui, &mut S),
) {
    let width = ui.available_width();
    if width < size::PAIR {
        left(ui, state);
        ui.add_space(space::M);
        right(ui, state);
        return;
    }
    let half = ((width - space::L) / 2.0).floor();
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::L;
        half_ui(ui, half, |ui| left(ui, state));
        half_ui(ui, half, |ui| right(ui, state));
    });
}

fn half_ui(ui: &mut Ui, width: f32, content: impl FnOnce(&mut Ui)) {
    ui.allocate_ui(vec2(width, 0.0), |ui| {
        ui.vertical(|ui| {
            ui.set_width(width);
            ui.spacing_mut().item_spacing.x = space::S;
            content(ui);
        });
    });
}

/// Shows a menu over the whole width, under the words of its label's key; tells another option once
/// it is chosen.
pub fn menu_ui<T: Copy + PartialEq>(
    ui: &mut Ui,
    view: &View<'_>,
    label: &str,
    chosen: Option<T>,
    options: &[(T, impl AsRef<str>)],
) -> Option<T> {
    let label = view.say(label);
    heading::note(ui, &label);
    let menu = ChoiceMenu::new(label, view.say("dialog-unchosen")).width(ui.available_width());
    let shown = |ui: &mut Ui| menu.show(ui, chosen, options);
    ui.add_enabled_ui(view.can_write(), shown).inner
}
