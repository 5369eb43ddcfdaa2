//! How files come into the round, and what is shown before any has.

use std::path::PathBuf;

use egui::{Align2, Area, CornerRadius, Frame, Id, Order, Stroke, StrokeKind, Ui, Vec2, vec2};

use crate::app::round::RoundCommand;
use crate::ui::action::Action;
use crate::ui::parts::page_ui;
use crate::ui::tokens::{Tokens, line, margin, radius, size, space};
use crate::ui::view::View;
use crate::ui::widgets::{ActionButton, Icon, heading};

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

pub fn empty_ui(ui: &mut Ui, view: &View<'_>) {
    page_ui(ui, "round", |ui| {
        ui.set_max_width(ui.available_width().min(size::START_COLUMN));
        heading::page_title(ui, &view.say("round-title"));
        ui.add_space(space::S);
        heading::dim(ui, &view.say("round-what"));
        ui.add_space(space::XL);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(space::S, space::S);
            adding_ui(ui, view, true);
            if ActionButton::plain(view.say(Action::OpenRound.name()))
                .show(ui)
                .clicked()
            {
                view.action(Action::OpenRound);
            }
            if ActionButton::plain(view.say(Action::BeginRound.name()))
                .show(ui)
                .clicked()
            {
                view.action(Action::BeginRound);
            }
        });
        ui.add_space(space::S);
        heading::note(ui, &view.say("round-drop-note"));
        ui.add_space(space::XXL);
        heading::part_title(ui, &view.say("round-will-title"));
        ui.add_space(space::XS);
        heading::hairline(ui);
        ui.add_space(space::M);
        for key in [
            view.say("round-will-files"),
            view.say("round-will-questions"),
            view.say("round-will-texts"),
            view.say("round-will-never"),
        ] {
            heading::body(ui, &key);
            ui.add_space(space::S);
        }
    });
}
