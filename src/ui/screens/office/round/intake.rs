//! Files and folders that are dropped onto the window, or chosen.

use std::path::PathBuf;

use egui::{Align2, Area, CornerRadius, Frame, Id, Order, Stroke, StrokeKind, Ui, Vec2};

use crate::app::round::RoundCommand;
use crate::ui::action::Action;
use crate::ui::tokens::{Tokens, line, margin, radius, space};
use crate::ui::view::View;
use crate::ui::widgets::buttons::ActionButton;
use crate::ui::widgets::heading;
use crate::ui::widgets::icon::Icon;

/// Takes in what is dropped anywhere on the window, and says so while it hovers.
pub fn dropped(ui: &Ui, view: &View<'_>) {
    let (paths, hovers) = ui.input(|input| {
        let files = input.raw.dropped_files.iter();
        let paths: Vec<PathBuf> = files.map(|file| file.path().to_owned()).collect();
        (paths, !input.raw.hovered_files.is_empty())
    });
    if !paths.is_empty() {
        view.ask_round(RoundCommand::Add(paths));
    } else if hovers {
        hint_ui(ui, view);
    }
}

fn hint_ui(ui: &Ui, view: &View<'_>) {
    let tokens = Tokens::of(ui);
    let round = CornerRadius::same(radius::DIALOG);
    let page = ui.max_rect().shrink(space::S);
    let stroke = Stroke::new(line::BOLD, tokens.accent.ink);
    let above = ui.painter().clone().with_layer_id(egui::LayerId::new(
        Order::Foreground,
        Id::unique("round_drop_frame"),
    ));
    above.rect_stroke(page, round, stroke, StrokeKind::Inside);
    Area::new(Id::unique("round_drop"))
        .order(Order::Foreground)
        .anchor(Align2::CENTER_CENTER, Vec2::ZERO)
        .show(ui.ctx(), |ui| {
            let frame = Frame::new()
                .fill(tokens.accent.soft)
                .stroke(stroke)
                .corner_radius(round)
                .inner_margin(margin::DIALOG);
            frame.show(ui, |ui| heading::part_title(ui, &view.say("round-drop")));
        });
}

/// Shows the buttons that add files and folders.
pub fn adding_ui(ui: &mut Ui, view: &View<'_>, leads: bool) {
    let (files, folder) = (view.say("round-add-files"), view.say("round-add-folder"));
    let button = if leads {
        ActionButton::primary(&files)
    } else {
        ActionButton::plain(&files).before(Icon::Plus)
    };
    if button.show(ui).clicked() {
        view.action(Action::AddReplies);
    }
    if ActionButton::plain(&folder).show(ui).clicked() {
        view.action(Action::AddFolder);
    }
}
