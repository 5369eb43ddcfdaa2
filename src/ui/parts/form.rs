//! How a page of fields is set: groups one below the other, each with what it is about at its left.

use egui::{Ui, vec2};

use crate::ui::tokens::{size, space};
use crate::ui::widgets::heading;

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
pub fn pair_ui(ui: &mut Ui, mut content: impl FnMut(&mut Ui, bool)) {
    let width = ui.available_width();
    if width < size::PAIR {
        content(ui, true);
        ui.add_space(space::M);
        content(ui, false);
    } else {
        let half = ((width - space::L) / 2.0).floor();
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::L;
            for left in [true, false] {
                ui.allocate_ui(vec2(half, 0.0), |ui| {
                    ui.vertical(|ui| {
                        ui.set_width(half);
                        ui.spacing_mut().item_spacing.x = space::S;
                        content(ui, left);
                    });
                });
            }
        });
    }
}
