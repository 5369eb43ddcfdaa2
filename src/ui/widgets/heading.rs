//! Text in its few roles: titles, running text, notes, faults, lines.

use egui::text::LayoutJob;
use egui::{Color32, FontId, Label, Response, RichText, Role, Sense, Stroke, Ui, WidgetInfo, vec2};

use crate::ui::tokens::{Tokens, line, size, text};

/// Shows the title of a page, or the question that it asks.
pub fn page_title(ui: &mut Ui, words: &str) -> Response {
    titled(ui, words, text::heading(), 1)
}

/// Shows the title of a part of a page.
pub fn part_title(ui: &mut Ui, words: &str) -> Response {
    titled(ui, words, text::strong(), 2)
}

/// Shows the title of a small part, such as one of the right column.
pub fn small_title(ui: &mut Ui, words: &str) -> Response {
    let dim = Tokens::of(ui).dim;
    let label = Label::new(RichText::new(words).font(text::small_strong()).color(dim)).wrap();
    described(ui.add(label), words, 3)
}

/// Shows running text, in lines that can be read.
pub fn body(ui: &mut Ui, words: &str) -> Response {
    let ink = Tokens::of(ui).ink;
    wrapped(
        ui,
        RichText::new(words).font(text::body()).color(ink),
        size::TEXT_COLUMN,
    )
}

/// Shows running text that follows, in lines that can be read.
pub fn dim(ui: &mut Ui, words: &str) -> Response {
    let dim = Tokens::of(ui).dim;
    wrapped(
        ui,
        RichText::new(words).font(text::body()).color(dim),
        size::TEXT_COLUMN,
    )
}

/// Shows a note or a figure.
pub fn note(ui: &mut Ui, words: &str) -> Response {
    let dim = Tokens::of(ui).dim;
    ui.add(Label::new(RichText::new(words).font(text::small()).color(dim)).wrap())
}

/// Shows text of a table in a column of `width`, on at most two lines; what does not fit is told
/// under the pointer.
pub fn two_lines(ui: &mut Ui, words: &str, font: FontId, color: Color32, width: f32) -> Response {
    let mut job = LayoutJob::simple(words.to_owned(), font, color, width);
    job.wrap.max_rows = 2;
    let galley = ui.painter().layout_job(job);
    let cut = galley.elided;
    let response = ui.label(galley);
    if cut {
        return response.on_hover_text(words);
    }
    response
}

pub fn fault(ui: &mut Ui, words: &str) -> Response {
    let error = Tokens::of(ui).error.ink;
    ui.add(Label::new(RichText::new(words).font(text::small()).color(error)).wrap())
}

pub fn strong(ui: &mut Ui, words: &str) -> Response {
    let ink = Tokens::of(ui).ink;
    ui.label(RichText::new(words).font(text::strong()).color(ink))
}

pub fn hairline(ui: &mut Ui) {
    let wanted = vec2(ui.available_width(), line::HAIR);
    let (rect, _) = ui.allocate_exact_size(wanted, Sense::hover());
    let stroke = Stroke::new(line::HAIR, Tokens::of(ui).line);
    ui.painter().hline(rect.x_range(), rect.center().y, stroke);
}

fn titled(ui: &mut Ui, words: &str, font: FontId, level: usize) -> Response {
    let ink = Tokens::of(ui).ink;
    let response = wrapped(
        ui,
        RichText::new(words).font(font).color(ink),
        size::TITLE_COLUMN,
    );
    described(response, words, level)
}

fn described(response: Response, words: &str, level: usize) -> Response {
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, words));
    response.ctx.accesskit_node_builder(response.id, |node| {
        node.clear_value();
        node.set_level(level);
    });
    response
}

/// Text in lines of at most about 75 letters.
fn wrapped(ui: &mut Ui, words: RichText, most: f32) -> Response {
    let width = ui.available_width().min(most);
    ui.scope(|ui| {
        ui.set_max_width(width);
        ui.add(Label::new(words).wrap())
    })
    .inner
}
