//! The sections with their progress, and the search above them.

use std::sync::Arc;

use egui::text::LayoutJob;
use egui::{Align, Frame, Galley, Layout, ScrollArea, Ui, vec2};

use super::search;
use crate::analysis::Progress;
use crate::app::Route;
use crate::domain::{Section, SectionId};
use crate::ui::state::UiState;
use crate::ui::tokens::{Tokens, margin, size, space, text};
use crate::ui::view::View;
use crate::ui::widgets::{ProgressBar, RowButton, heading};

pub fn left_ui(ui: &mut Ui, view: &View<'_>, state: &mut UiState) {
    inset_ui(ui, |ui| search::field_ui(ui, view, state));
    ui.add_space(space::S);
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        if state.search.query.trim().is_empty() {
            sections_ui(ui, view, state);
        } else {
            search::hits_ui(ui, view, state);
        }
    });
}

/// Shows something between the rows, in line with their words.
fn inset_ui(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    Frame::NONE.inner_margin(margin::INSET).show(ui, content);
}

fn sections_ui(ui: &mut Ui, view: &View<'_>, state: &mut UiState) {
    let Some(session) = view.session() else {
        return;
    };
    let open = open_section(view);
    let mut group = "";
    ui.spacing_mut().item_spacing.y = 0.0;
    let sections = view.instrument().sections().iter();
    for (section, progress) in sections.zip(&session.analysis().sections) {
        if section.group != group {
            group = &section.group;
            ui.add_space(space::M);
            inset_ui(ui, |ui| {
                heading::note(ui, group);
            });
            ui.add_space(space::XS);
        }
        let selected = open == Some(&section.id);
        if section_ui(ui, view, section, *progress, selected)
            && let Some(question) = view.instrument().questions_of(&section.id).next()
        {
            state.sections_open = false;
            view.go_to_question(&question.id);
        }
    }
    unknown_ui(ui, view);
}

fn open_section<'a>(view: &View<'a>) -> Option<&'a SectionId> {
    match view.app.route() {
        Route::Question(id, _) => view
            .instrument()
            .question(id)
            .map(|question| &question.section),
        _ => None,
    }
}

fn section_ui(
    ui: &mut Ui,
    view: &View<'_>,
    section: &Section,
    progress: Progress,
    selected: bool,
) -> bool {
    let (done, all) = (progress.done as usize, progress.all as usize);
    let figures = view.words.done_of_all(done, all);
    let name = format!("{}, {figures}", section.title);
    let room = ui.available_width() - 2.0 * space::L - size::SECTION_FIGURES - space::S;
    let beside_bar = room - size::SECTION_BAR - space::S;
    let has_bar = size::SECTION_TITLE <= beside_bar;
    let room = if has_bar { beside_bar } else { room };
    let title = title_galley(ui, &section.title, selected, room);
    let row = RowButton::new(
        &name,
        if title.rows.len() < 2 {
            size::CONTROL
        } else {
            size::TALL_SECTION
        },
    )
    .selected(selected);
    row.show(ui, |ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            if has_bar {
                let bar = ProgressBar {
                    done,
                    all,
                    name: &name,
                };
                bar.show(ui, size::SECTION_BAR);
            }
            let dim = Tokens::of(ui).dim;
            let figures = egui::RichText::new(format!("{done}/{all}")).font(text::small());
            let column = vec2(size::SECTION_FIGURES, size::CONTROL);
            ui.allocate_ui_with_layout(column, Layout::right_to_left(Align::Center), |ui| {
                ui.set_min_size(column);
                ui.add(egui::Label::new(figures.color(dim)).selectable(false));
            });
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add(egui::Label::new(title).selectable(false))
            });
        });
    })
    .on_hover_text(&section.title)
    .clicked()
}

/// The title of a section, on at most two lines of this width.
fn title_galley(ui: &Ui, title: &str, selected: bool, width: f32) -> Arc<Galley> {
    let font = if selected {
        text::strong()
    } else {
        text::body()
    };
    let mut job = LayoutJob::simple(title.to_owned(), font, Tokens::of(ui).ink, width);
    job.wrap.max_rows = 2;
    ui.painter().layout_job(job)
}

/// The answers to questions that this version does not ask: kept, and shown.
fn unknown_ui(ui: &mut Ui, view: &View<'_>) {
    let Some(session) = view.session() else {
        return;
    };
    let mut unknown = session
        .assessment()
        .unknown_answers(view.instrument())
        .peekable();
    if unknown.peek().is_none() {
        return;
    }
    ui.add_space(space::M);
    inset_ui(ui, |ui| {
        heading::note(ui, &view.say("frame-unknown"));
    });
    for (id, _) in unknown {
        let selected = matches!(view.app.route(), Route::Question(open, _) if open == id);
        let row = RowButton::new(id.as_str(), size::CONTROL).selected(selected);
        let response = row.show(ui, |ui| {
            ui.add(egui::Label::new(id.as_str()).selectable(false));
        });
        if response.clicked() {
            view.go_to_question(id);
        }
    }
}
