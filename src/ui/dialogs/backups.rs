//! The dated copies of the open assessment, newest first.

use egui::{Align, Id, Label, Layout, ScrollArea, Ui};

use super::confirm::Stays;
use crate::app::Command;
use crate::store::Backup;
use crate::ui::tokens::{size, space, text};
use crate::ui::view::View;
use crate::ui::widgets::{DialogEvent, DialogFrame, RowButton, heading, underline};

/// How many rows are in sight at once.
const ROWS_IN_SIGHT: f32 = 7.0;

const KILOBYTE: u64 = 1024;

pub fn backups_ui(ui: &Ui, view: &View<'_>, backups: &[Backup]) -> Stays {
    let title = view.say("backups-title");
    let close = view.say("dialog-close");
    let frame = DialogFrame::new(Id::unique("backups"), &title);
    let (chosen, event) = frame.show(ui.ctx(), &[&close], |ui| {
        heading::dim(ui, &view.say("backups-note"));
        ui.add_space(space::M);
        let chosen = rows_ui(ui, view, backups);
        ui.add_space(space::M);
        heading::note(ui, &view.say("backups-remarks"));
        if let Some(kept) = view.app.backups_in_sight() {
            let folder = kept.folder().display().to_string();
            let words = egui::RichText::new(folder).font(text::small());
            ui.add(Label::new(words).wrap().selectable(true));
        }
        chosen
    });
    if let Some(backup) = chosen {
        view.send(Command::OpenBackup(backup.clone()));
        return Stays::No;
    }
    match event {
        DialogEvent::None => Stays::Yes,
        DialogEvent::Pressed(_) | DialogEvent::Dismissed => Stays::No,
    }
}

fn rows_ui<'b>(ui: &mut Ui, view: &View<'_>, backups: &'b [Backup]) -> Option<&'b Backup> {
    let mut chosen = None;
    if backups.is_empty() {
        heading::body(ui, &view.say("backups-none"));
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    ScrollArea::vertical()
        .id_salt("backup_rows")
        .max_height(ROWS_IN_SIGHT * size::CONTROL)
        .min_scrolled_height(ROWS_IN_SIGHT * size::CONTROL)
        .auto_shrink([false, true])
        .show(ui, |ui| {
            for backup in backups {
                let when = view.words.moment(backup.taken);
                let length = backup.length.div_ceil(KILOBYTE);
                let [open, about] = if backup.is_elsewhere {
                    ["backups-open-elsewhere", "backups-length-elsewhere"]
                } else {
                    ["backups-open", "backups-length"]
                };
                let name = view.say_with(open, &[("when", when.as_str().into())]);
                let row = RowButton::new(name, size::CONTROL);
                let response = row.show(ui, |ui| {
                    ui.label(&when);
                    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                        heading::note(ui, &view.say_with(about, &[("length", length.into())]));
                    });
                });
                underline(ui);
                if response.clicked() {
                    chosen = Some(backup);
                }
            }
        });
    chosen
}
