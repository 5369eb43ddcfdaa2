//! A report before it is written: what it holds at the left, its pages at the right.

mod bar;
mod form;
mod nothing;
mod pages;
mod round;

use egui::{CentralPanel, Frame, Panel, ScrollArea, Ui};

use crate::app::Command;
use crate::app::export;
use crate::app::reporting::ReportCommand;
use crate::ui::parts::page::Room;
use crate::ui::parts::page::{page_ui, scroll_by_keys};
use crate::ui::state::ReportState;
use crate::ui::tokens::{Tokens, margin, size, space};
use crate::ui::view::View;

/// Shows the screen.
pub fn report_ui(ui: &mut Ui, view: &View<'_>, state: &mut ReportState, room: Room) {
    if !state.keep_to_what_is_open(view.app) {
        nothing::nothing_ui(ui, view);
        return;
    }
    if room == Room::Narrow {
        bar_panel(ui, view, state, Panel::bottom("report_bar"));
        page_ui(ui, "report", |ui| {
            form::form_ui(ui, view, state);
            ui.add_space(space::M);
            form::write_ui(ui, view, state);
            ui.add_space(space::XL);
            pages::pages_ui(ui, view, state);
        });
    } else {
        let chosen = (state.choice, state.group);
        let fill = Tokens::of(ui).panel;
        Panel::left("report_form")
            .frame(Frame::NONE.fill(fill))
            .resizable(false)
            .exact_size(size::REPORT_COLUMN)
            .show(ui, |ui| column_ui(ui, view, state));
        if (state.choice, state.group) != chosen {
            state.go_to = Some(0);
        }
        bar_panel(ui, view, state, Panel::top("report_bar"));
        CentralPanel::default().frame(Frame::NONE).show(ui, |ui| {
            ScrollArea::vertical()
                .id_salt("report_pages")
                .auto_shrink(false)
                .show(ui, |ui| {
                    let around = Frame::NONE.inner_margin(margin::MIDDLE_PAGE);
                    around.show(ui, |ui| pages::pages_ui(ui, view, state));
                    scroll_by_keys(ui);
                });
        });
    }
    let which = state.which();
    if export::HAS_PAGES && view.app.is_ready(&which) && !view.app.is_shown(&which) {
        view.send(Command::Report(ReportCommand::Show(which)));
    }
}

/// Shows the form, and below it, always in sight, the act that it leads to.
fn column_ui(ui: &mut Ui, view: &View<'_>, state: &mut ReportState) {
    let around = Frame::NONE.inner_margin(margin::COLUMN);
    Panel::bottom("report_write")
        .frame(around)
        .show(ui, |ui| form::write_ui(ui, view, state));
    CentralPanel::default().frame(Frame::NONE).show(ui, |ui| {
        ScrollArea::vertical()
            .id_salt("report_form")
            .auto_shrink(false)
            .show(ui, |ui| {
                around.show(ui, |ui| form::form_ui(ui, view, state));
            });
    });
}

fn bar_panel(ui: &mut Ui, view: &View<'_>, state: &mut ReportState, panel: Panel) {
    let fill = Tokens::of(ui).panel;
    panel
        .frame(Frame::NONE.fill(fill).inner_margin(margin::BAR))
        .show(ui, |ui| bar::bar_ui(ui, view, state));
}
