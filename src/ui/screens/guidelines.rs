//! The paragraphs of the Guidelines in our own words, each with the questions that ask about it.

use egui::{Align, CornerRadius, Rect, RichText, Ui, pos2};

use super::{arrival, page_ui};
use crate::app::Route;
use crate::domain::{Paragraph, ParagraphReference, Part, QuestionId, Treatment};
use crate::ui::frame::Room;
use crate::ui::state::UiState;
use crate::ui::tokens::{Tokens, line, size, space, text};
use crate::ui::view::View;
use crate::ui::widgets::{heading, link};

/// The page's own name.
const PAGE: &str = "guidelines";

/// Shows the screen, scrolled to `paragraph` when somebody has just come for it.
pub fn guidelines_ui(
    ui: &mut Ui,
    view: &View<'_>,
    _state: &mut UiState,
    room: Room,
    paragraph: Option<ParagraphReference>,
) {
    let arrived = arrival::arrived(ui, PAGE, paragraph);
    let parts = view.instrument().parts();
    page_ui(ui, PAGE, room, |ui| {
        head_ui(ui, view);
        for part in &parts.parts {
            ui.add_space(space::XXL);
            part_title_ui(ui, view, part);
            let below = part.first..=part.last;
            let paragraphs = parts.paragraphs.iter();
            for each in paragraphs.filter(|each| below.contains(&each.reference.number())) {
                let sought = paragraph == Some(each.reference);
                let rect = paragraph_ui(ui, view, each);
                if sought {
                    mark_ui(ui, rect);
                }
                if sought && arrived {
                    ui.scroll_to_rect(rect, Some(Align::Center));
                }
            }
        }
        ui.add_space(space::XXL);
    });
}

fn head_ui(ui: &mut Ui, view: &View<'_>) {
    heading::page_title(ui, &view.say("guidelines-title"));
    ui.add_space(space::XS);
    let sources = &view.instrument().parts().sources;
    let document = sources.first().map_or("", |source| source.symbol.as_str());
    let note = view.say_with("guidelines-note", &[("document", document.into())]);
    heading::dim(ui, &note);
    ui.add_space(space::XS);
    if link::link(ui, &view.say("guidelines-origins")).clicked() {
        view.go(Route::Origins);
    }
}

fn part_title_ui(ui: &mut Ui, view: &View<'_>, part: &Part) {
    let values = [
        ("title", part.title.as_str().into()),
        ("first", u32::from(part.first).into()),
        ("last", u32::from(part.last).into()),
    ];
    let words = if part.first == part.last {
        view.say_with("guidelines-part-one", &values)
    } else {
        view.say_with("guidelines-part", &values)
    };
    heading::small_title(ui, &words);
    heading::hairline(ui);
}

/// Shows a paragraph, or a lettered item further in; tells where it stands.
fn paragraph_ui(ui: &mut Ui, view: &View<'_>, paragraph: &Paragraph) -> Rect {
    let indent = if paragraph.reference.letter().is_some() {
        size::NUMBER_FIELD
    } else {
        0.0
    };
    ui.add_space(space::M);
    let shown = ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.add_space(indent);
        number_ui(ui, paragraph.reference);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            heading::strong(ui, &paragraph.title);
            heading::body(ui, &paragraph.restatement);
            treatment_ui(ui, view, &paragraph.treatment);
        });
    });
    shown.response.rect
}

/// The number in a column of its own, so that all texts begin below each other.
fn number_ui(ui: &mut Ui, reference: ParagraphReference) {
    let dim = Tokens::of(ui).dim;
    let top_left = ui.cursor().min;
    let words = match reference.letter() {
        Some(letter) => format!("({letter})"),
        None => reference.number().to_string(),
    };
    ui.add_space(size::NUMBER_FIELD - space::L);
    let label = egui::Label::new(RichText::new(words).font(text::body()).color(dim));
    let line = ui.fonts_mut(|fonts| fonts.row_height(&text::body()));
    let right = top_left.x + size::NUMBER_FIELD - space::L;
    let rect = Rect::from_min_max(top_left, pos2(right, top_left.y + line));
    ui.put(rect, label.halign(Align::Min));
}

fn treatment_ui(ui: &mut Ui, view: &View<'_>, treatment: &Treatment) {
    match treatment {
        Treatment::Explained => {
            heading::note(ui, &view.say("guidelines-explained"));
        }
        Treatment::AskedBy(questions) => {
            let width = ui.available_width().min(size::TEXT_COLUMN);
            ui.scope(|ui| {
                ui.set_max_width(width);
                heading::note(ui, &view.say("guidelines-asked"));
                for id in questions {
                    question_ui(ui, view, id);
                }
            });
        }
    }
}

/// A link to the question where an assessment is open, or else its name alone.
fn question_ui(ui: &mut Ui, view: &View<'_>, id: &QuestionId) {
    let Some(question) = view.instrument().question(id) else {
        return;
    };
    let values = [
        ("id", id.as_str().into()),
        ("title", question.title.as_str().into()),
    ];
    let words = view.say_with("guidelines-question", &values);
    if view.session().is_none() {
        heading::note(ui, &words);
    } else if link::link(ui, &words).clicked() {
        view.go_to_question(id);
    }
}

/// The bar beside the paragraph that somebody came for.
fn mark_ui(ui: &Ui, rect: Rect) {
    let left = rect.left() - space::M;
    let bar = Rect::from_min_max(
        pos2(left, rect.top()),
        pos2(left + line::BAR, rect.bottom()),
    );
    let ink = Tokens::of(ui).accent.ink;
    ui.painter().rect_filled(bar, CornerRadius::ZERO, ink);
}
