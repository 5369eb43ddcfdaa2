//! Where the replies stand: the files and folders that are read.

use egui::{Label, RichText, Ui};

use super::intake;
use crate::app::round::RoundDesk;
use crate::domain::RoundChange;
use crate::ui::tokens::{space, text};
use crate::ui::view::View;
use crate::ui::widgets::{heading, link};

/// Shows each of them, with a way to let go of it, and the ways to add others.
pub fn sources_ui(ui: &mut Ui, view: &View<'_>, desk: &RoundDesk) {
    view.guard_round(ui);
    ui.spacing_mut().item_spacing.y = space::XS;
    for source in &desk.noted().sources {
        let path = desk.source_path(source).display().to_string();
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = space::M;
            let words = RichText::new(&path).font(text::body());
            ui.add(Label::new(words).wrap().selectable(true));
            let response = link::link(ui, &view.say("round-source-remove"));
            let spoken = view.say_with("round-source-remove-of", &[("path", path.as_str().into())]);
            ui.ctx()
                .accesskit_node_builder(response.id, |node| node.set_label(spoken.as_str()));
            if response.clicked() {
                view.change_round(RoundChange::RemoveSource(source.clone()));
            }
        });
    }
    if desk.noted().sources.is_empty() {
        heading::note(ui, &view.say("round-no-files"));
    }
    ui.add_space(space::S);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        intake::adding_ui(ui, view, false);
    });
}
