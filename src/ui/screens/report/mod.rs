//! A report before it is written: what it holds at the left, its pages at the right.

mod form;
mod pages;

use egui::accesskit::Live;
use egui::{Align, CentralPanel, Frame, Key, Layout, Modifiers, Panel, ScrollArea, Ui, vec2};

use crate::app::reporting::ReportCommand;
use crate::app::{Command, export};
use crate::ui::action::Action;
use crate::ui::parts::{Room, page_ui, scroll_by_keys};
use crate::ui::state::ReportState;
use crate::ui::tokens::{Tokens, margin, size, space};
use crate::ui::view::View;
use crate::ui::widgets::{ActionButton, Icon, heading};

pub fn report_ui(ui: &mut Ui, view: &View<'_>, state: &mut ReportState, room: Room) {
    if !state.keep_to_what_is_open(view.app) {
        nothing_ui(ui, view);
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
                around.show(ui, |ui| form::form_ui(ui, view, state))
            });
    });
}

fn bar_panel(ui: &mut Ui, view: &View<'_>, state: &mut ReportState, panel: Panel) {
    let fill = Tokens::of(ui).panel;
    panel
        .frame(Frame::NONE.fill(fill).inner_margin(margin::BAR))
        .show(ui, |ui| bar_ui(ui, view, state));
}

/// Says what a report is made of, and leads there.
pub fn nothing_ui(ui: &mut Ui, view: &View<'_>) {
    page_ui(ui, "report_of_nothing", |ui| {
        ui.set_max_width(ui.available_width().min(size::START_COLUMN));
        heading::page_title(ui, &view.say("reports-title"));
        ui.add_space(space::S);
        heading::dim(ui, &view.say("reports-nothing-open"));
        ui.add_space(space::L);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(space::S, space::S);
            for (act, word) in [
                (Action::ShowStart, view.say("reports-to-start")),
                (Action::ShowRound, view.say("reports-to-rounds")),
            ] {
                if ActionButton::plain(&word).show(ui).clicked() {
                    view.action(act);
                }
            }
        });
    });
}

pub fn bar_ui(ui: &mut Ui, view: &View<'_>, state: &mut ReportState) {
    let reports = view.app.reports();
    let pages = reports
        .pages()
        .filter(|_| view.app.is_ready(&state.which()));
    let count = pages.map_or(0, |pages| pages.sizes().len());
    let bar = vec2(ui.available_width(), size::CONTROL);
    ui.allocate_ui_with_layout(bar, Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_height(size::CONTROL);
        ui.spacing_mut().item_spacing.x = space::S;
        if count != 0 {
            turn_ui(ui, view, state, count);
        }
        if reports.is_setting() {
            ui.add_space(space::M);
            let setting = heading::note(ui, &view.say("reports-setting"));
            ui.ctx()
                .accesskit_node_builder(setting.id, |node| node.set_live(Live::Polite));
        }
    });
}

/// Shows the page that is read among all, and leads to those beside it.
fn turn_ui(ui: &mut Ui, view: &View<'_>, state: &mut ReportState, count: usize) {
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, key));
    let (back, forth) = (pressed(Key::PageUp), pressed(Key::PageDown));
    let page = state.page.min(count - 1);
    let (first, last) = (page == 0, page + 1 == count);

    let word = view.say("reports-previous");
    let previous = ActionButton::plain("")
        .before(Icon::ArrowLeft)
        .enabled(!first)
        .show_named(ui, &word)
        .on_hover_text(view.say("reports-previous-key"));
    let next = ActionButton::plain("")
        .before(Icon::ArrowRight)
        .enabled(!last)
        .show_named(ui, &view.say("reports-next"))
        .on_hover_text(view.say("reports-next-key"));
    if !first && (back || previous.clicked()) {
        state.go_to = Some(page - 1);
    }
    if !last && (forth || next.clicked()) {
        state.go_to = Some(if state.is_reached { page + 1 } else { page });
    }
    let values = [("page", (page + 1).into()), ("count", count.into())];
    heading::strong(ui, &view.say_with("reports-page-short", &values));
}
