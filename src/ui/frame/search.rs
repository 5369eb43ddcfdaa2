//! The search over paragraphs, questions and the council's own texts.

use egui::{Key, Modifiers, Ui};

use crate::analysis::{self, Hit, HitPlace};
use crate::app::Route;
use crate::ui::action::target::search_id;
use crate::ui::state::UiState;
use crate::ui::tokens::{Tokens, margin, size, space, text};
use crate::ui::view::View;
use crate::ui::widgets::{Field, RowButton, heading, link};

/// Shows the field; Escape empties it, Enter goes to the first hit.
pub fn field_ui(ui: &mut Ui, view: &View<'_>, state: &mut UiState) {
    let id = search_id(view.app);
    let events = Field::new(id, view.say("search-label"))
        .unlabelled()
        .hint(view.say("search-hint"))
        .show(ui, &mut state.search.query);
    if state.focus.take_if(|wanted| *wanted == id).is_some() {
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    find(view, state);
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if events.focused && pressed(Key::Escape) {
        state.search.query.clear();
        ui.memory_mut(|memory| memory.surrender_focus(id));
    }
    if events.left
        && ui.input(|input| input.key_pressed(Key::Enter))
        && let Some(hit) = state.search.hits.first().cloned()
    {
        go_to(view, state, &hit);
    }
}

/// Searches again where the words or the work have changed.
fn find(view: &View<'_>, state: &mut UiState) {
    let Some(session) = view.session() else {
        return;
    };
    let wanted = (state.search.query.clone(), session.revision());
    if state.search.found_for.as_ref() != Some(&wanted) {
        state.search.hits =
            analysis::search(view.instrument(), session.assessment(), &state.search.query);
        state.search.found_for = Some(wanted);
    }
}

pub fn hits_ui(ui: &mut Ui, view: &View<'_>, state: &mut UiState) {
    let count = state.search.hits.len();
    let mut ended = false;
    egui::Frame::NONE
        .inner_margin(margin::INSET)
        .show(ui, |ui| {
            ended = link::link(ui, &view.say("search-end")).clicked();
            heading::note(ui, &view.count("search-hits", count));
        });
    let mut chosen = None;
    for (position, hit) in state.search.hits.iter().enumerate() {
        ui.push_id(position, |ui| {
            let (title, note) = hit_words(view, hit);
            let name = format!("{title}. {}", hit.excerpt);
            let row = RowButton::new(&name, size::HIT);
            let response = row.show(ui, |ui| {
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = 0.0;
                    ui.add_space(space::XS);
                    ui.add(
                        egui::Label::new(title.as_str())
                            .selectable(false)
                            .truncate(),
                    );
                    let small = |words: &str| {
                        let font = text::small();
                        let dim = Tokens::of(ui).dim;
                        egui::Label::new(egui::RichText::new(words).font(font).color(dim))
                            .selectable(false)
                            .truncate()
                    };
                    let excerpt = small(&hit.excerpt);
                    let place = small(&note);
                    ui.add(excerpt);
                    ui.add(place);
                });
            });
            if response.on_hover_text(&name).clicked() {
                chosen = Some(hit.clone());
            }
        });
    }
    if let Some(hit) = chosen {
        go_to(view, state, &hit);
    }
    if ended {
        state.search.query.clear();
    }
}

/// What was found, and in what.
fn hit_words(view: &View<'_>, hit: &Hit) -> (String, String) {
    let title = |id| {
        let question = view.instrument().question(id);
        question.map_or_else(
            || id.to_string(),
            |question| format!("{id} {}", question.title),
        )
    };
    match &hit.place {
        HitPlace::Question(id) => (title(id), view.say("search-in-question")),
        HitPlace::Answer(id) => (title(id), view.say("search-in-answer")),
        HitPlace::Paragraph(reference, _) => {
            let paragraph = view.instrument().paragraph(*reference);
            let title = paragraph.map_or("", |paragraph| paragraph.title.as_str());
            (
                format!("{reference} {title}"),
                view.say("search-in-paragraph"),
            )
        }
    }
}

fn go_to(view: &View<'_>, state: &mut UiState, hit: &Hit) {
    state.sections_open = false;
    match &hit.place {
        HitPlace::Question(id) | HitPlace::Answer(id) | HitPlace::Paragraph(_, Some(id)) => {
            view.go_to_question(id);
        }
        HitPlace::Paragraph(reference, None) => view.go(Route::Guidelines(Some(*reference))),
    }
}
