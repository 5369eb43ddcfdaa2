//! The paragraphs of the Guidelines in our own words, each with the questions that ask about it.

use egui::{Align, CornerRadius, Layout, Rect, RichText, Ui, pos2, vec2};

use crate::app::Route;
use crate::domain::{Paragraph, ParagraphReference, Part, QuestionId, Treatment};
use crate::ui::parts::{arrived, is_wide, page_ui};
use crate::ui::state::UiState;
use crate::ui::tokens::{Tokens, line, size, space, text};
use crate::ui::view::View;
use crate::ui::widgets::{heading, link};

const PAGE: &str = "guidelines";

/// The column of the numbers.
const NUMBER: f32 = size::ROW;

/// Shows the screen, scrolled to `paragraph` when somebody has just come for it.
pub fn guidelines_ui(
    ui: &mut Ui,
    view: &View<'_>,
    _state: &mut UiState,
    paragraph: Option<ParagraphReference>,
) {
    let arrived = arrived(ui, PAGE, paragraph);
    let parts = view.instrument().parts();
    page_ui(ui, PAGE, |ui| {
        ui.set_max_width(ui.available_width().min(2.0 * size::TEXT_COLUMN));
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
    if let Some(source) = sources.first() {
        let values = [
            ("title", source.title.as_str().into()),
            ("document", source.symbol.as_str().into()),
        ];
        heading::dim(ui, &view.say_with("guidelines-note", &values));
    }
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
        NUMBER
    } else {
        0.0
    };
    let wide = is_wide(ui);
    ui.add_space(space::L);
    let shown = ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.add_space(indent);
        column_ui(ui, NUMBER, |ui| number_ui(ui, paragraph.reference));
        let rest = ui.available_width();
        let width = if wide {
            size::TEXT_COLUMN - indent
        } else {
            rest.min(size::TEXT_COLUMN)
        };
        column_ui(ui, width, |ui| {
            heading::strong(ui, &paragraph.title);
            heading::body(ui, &paragraph.restatement);
            if !wide {
                treatment_ui(ui, view, &paragraph.treatment);
            }
        });
        if wide {
            ui.add_space(space::XL);
            let rest = ui.available_width();
            column_ui(ui, rest, |ui| treatment_ui(ui, view, &paragraph.treatment));
        }
    });
    shown.response.rect
}

fn column_ui(ui: &mut Ui, width: f32, content: impl FnOnce(&mut Ui)) {
    let wanted = vec2(width, 0.0);
    ui.allocate_ui_with_layout(wanted, Layout::top_down(Align::Min), |ui| {
        ui.set_width(width);
        ui.spacing_mut().item_spacing = vec2(space::S, space::XS);
        content(ui);
    });
}

/// The number in a column of its own, so that all texts begin below each other.
fn number_ui(ui: &mut Ui, reference: ParagraphReference) {
    let dim = Tokens::of(ui).dim;
    let words = match reference.letter() {
        Some(letter) => format!("({letter})"),
        None => reference.number().to_string(),
    };
    ui.label(RichText::new(words).font(text::body()).color(dim));
}

fn treatment_ui(ui: &mut Ui, view: &View<'_>, treatment: &Treatment) {
    match treatment {
        Treatment::Explained => {
            heading::note(ui, &view.say("guidelines-explained"));
        }
        Treatment::AskedBy(questions) => {
            heading::note(ui, &view.say("guidelines-asked"));
            for id in questions {
                question_ui(ui, view, id);
            }
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
