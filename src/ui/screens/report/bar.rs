//! Where the reader is in the pages, and the way to the next; and whether pages are being set.

use egui::accesskit::Live;
use egui::{Align, Key, Layout, Modifiers, Ui, vec2};

use crate::ui::state::ReportState;
use crate::ui::tokens::{size, space};
use crate::ui::view::View;
use crate::ui::widgets::buttons::ActionButton;
use crate::ui::widgets::heading;
use crate::ui::widgets::icon::Icon;

/// Shows the bar.
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
            ui.ctx().accesskit_node_builder(setting.id, |node| {
                node.set_live(Live::Polite);
            });
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
    let word = view.say("reports-next");
    let next = ActionButton::plain("")
        .before(Icon::ArrowRight)
        .enabled(!last)
        .show_named(ui, &word)
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
