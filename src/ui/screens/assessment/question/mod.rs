//! One question, with everything about it.

pub mod aside;
mod assistance;
mod cells;
mod entries;
mod texts;
mod unknown;

use egui::{Align, CentralPanel, Frame, Layout, Panel, ScrollArea, Ui};

use crate::domain::{Answer, Change, FieldValue, Kind, Question, QuestionId};
use crate::ui::action::Action;
use crate::ui::parts::{Room, page_margin};
use crate::ui::state::{Fold, UiState};
use crate::ui::tokens::{Tokens, margin, size, space};
use crate::ui::view::View;
use crate::ui::widgets::{ActionButton, Icon, heading, link, rows};

pub fn question_ui(ui: &mut Ui, view: &View<'_>, state: &mut UiState, room: Room, id: &QuestionId) {
    let Some(session) = view.session() else {
        return;
    };
    let margin = page_margin(ui.available_width());
    // The question and its acts stand in the middle between the side columns.
    let column = size::FORM_COLUMN + margin.sum().x;
    let tokens = Tokens::of(ui);
    let Some(question) = view.instrument().question(id) else {
        unknown::unknown_ui(ui, view, id);
        return;
    };
    let empty = Answer::default();
    let answer = session.assessment().answers.get(id).unwrap_or(&empty);
    let short = ui.available_height() < size::SHORT_PAGE;
    if !short {
        Panel::bottom("question_acts")
            .frame(Frame::NONE.fill(tokens.ground))
            .show(ui, |ui| {
                rows::middle(ui, column, |ui| {
                    let frame = Frame::NONE.inner_margin(margin::acts(margin));
                    frame.show(ui, |ui| acts_ui(ui, view, question, answer));
                });
            });
    }
    CentralPanel::default()
        .frame(Frame::NONE.fill(tokens.ground))
        .show(ui, |ui| {
            ScrollArea::vertical()
                .id_salt(egui::Id::unique(id.as_str()))
                .auto_shrink(false)
                .show(ui, |ui| {
                    rows::middle(ui, column, |ui| {
                        Frame::NONE.inner_margin(margin).show(ui, |ui| {
                            page_ui(ui, view, state, room, question, answer);
                            if short {
                                acts_ui(ui, view, question, answer);
                            }
                        });
                    });
                });
        });
}

fn page_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut UiState,
    room: Room,
    question: &Question,
    answer: &Answer,
) {
    head_ui(ui, view, state, question);
    let form = Form {
        view,
        question,
        answer,
    };
    form.show(ui, state);
    if room < Room::Wide {
        ui.add_space(space::XXL);
        heading::hairline(ui);
        ui.add_space(space::L);
        aside::aside_ui(ui, view, state);
    }
}

/// A question with its answer, to be shown and changed.
#[derive(Clone, Copy)]
struct Form<'a> {
    view: &'a View<'a>,
    question: &'a Question,
    answer: &'a Answer,
}

impl Form<'_> {
    fn set(&self, value: FieldValue) {
        self.view.set(&self.question.id, value);
    }

    fn show(&self, ui: &mut Ui, state: &mut UiState) {
        match &self.question.kind {
            Kind::Standing | Kind::Fact => self.cells_ui(ui, state),
            Kind::Choice(options) => self.choice_ui(ui, options),
            Kind::List(kinds) => self.items_ui(ui, kinds),
            Kind::Text => {}
            Kind::Assistance => self.assistance_ui(ui, state),
        }
        self.texts_ui(ui, state);
        self.evidence_ui(ui);
        self.internal_ui(ui, state);
    }
}

/// Where the question belongs, what it asks, and what helps to answer it.
fn head_ui(ui: &mut Ui, view: &View<'_>, state: &mut UiState, question: &Question) {
    let instrument = view.instrument();
    let section = instrument.section(&question.section);
    let title = section.map_or("", |section| section.title.as_str());
    let mut position = 0;
    let mut count = 0;
    for each in instrument.questions_of(&question.section) {
        count += 1;
        if each.id == question.id {
            position = count;
        }
    }
    let paragraphs: Vec<String> = question
        .paragraphs
        .iter()
        .map(ToString::to_string)
        .collect();
    let key = if paragraphs.is_empty() {
        "question-eyebrow-alone"
    } else {
        "question-eyebrow"
    };
    let eyebrow = view.say_with(
        key,
        &[
            ("paragraphs", paragraphs.join(", ").into()),
            ("section", title.into()),
            ("position", position.into()),
            ("count", count.into()),
        ],
    );
    heading::note(ui, &eyebrow);
    heading::page_title(ui, &question.text);
    ui.add_space(space::XS);
    let (others, nearest) = match question.paragraphs.split_last() {
        Some((nearest, others)) => (others, Some(*nearest)),
        None => (&[][..], None),
    };
    if let Some(paragraph) = nearest.and_then(|nearest| instrument.paragraph(nearest)) {
        heading::dim(ui, &paragraph.restatement);
    }
    if question.kind == Kind::Fact {
        heading::note(ui, &view.say("question-fact"));
    }
    let open = state.unfolded.has(&Fold::Help);
    if link::disclosure(ui, &view.say("question-help"), open).clicked() {
        state.unfolded.turn(Fold::Help);
    }
    if open {
        let help = &question.help;
        heading::body(ui, &help.covers);
        let kind = &question.kind;
        for (title, words) in [
            (view.words.what_counts(kind), &help.counts),
            (view.words.what_counts_not(kind), &help.counts_not),
        ] {
            if !words.is_empty() {
                heading::small_title(ui, &title);
                heading::body(ui, words);
            }
        }
        if matches!(kind, Kind::Standing | Kind::Fact) {
            heading::small_title(ui, &view.say("question-answers"));
            heading::body(ui, &view.say("question-answers-note"));
        }
        for reference in others {
            let Some(paragraph) = instrument.paragraph(*reference) else {
                continue;
            };
            let number = [("paragraph", reference.to_string().into())];
            heading::small_title(ui, &view.say_with("question-paragraph", &number));
            heading::body(ui, &paragraph.restatement);
        }
    }
    ui.add_space(space::L);
}

/// What can be done with the whole answer, and where to go next.
fn acts_ui(ui: &mut Ui, view: &View<'_>, question: &Question, answer: &Answer) {
    let row = egui::vec2(size::FORM_COLUMN.min(ui.available_width()), size::CONTROL);
    ui.allocate_ui_with_layout(row, Layout::left_to_right(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let narrow = row.x < size::ACTS;
        let previous = if narrow {
            String::new()
        } else {
            view.say("question-previous")
        };
        let button = ActionButton::plain(&previous)
            .before(Icon::ArrowLeft)
            .enabled(view.app.path().previous(&question.id).is_some());
        if button
            .show_named(ui, &view.say("command-previous"))
            .clicked()
        {
            view.action(Action::Previous);
        }
        let writes = view.can_write();
        let flag = view.say("question-flag");
        let word = if narrow { "" } else { &flag };
        let button = ActionButton::plain(word)
            .before(Icon::Flag)
            .pressed(answer.flag)
            .enabled(writes);
        if button.show_named(ui, &flag).clicked() {
            view.set(&question.id, FieldValue::Flag(!answer.flag));
        }
        let cleared = answer.cleared.is_some();
        let word = view.say(if cleared {
            "question-cleared"
        } else {
            "question-clear"
        });
        let button = ActionButton::plain(&word)
            .before(Icon::Check)
            .pressed(cleared)
            .enabled(writes && (cleared || !answer.is_empty()));
        if button.show(ui).clicked() {
            let id = question.id.clone();
            view.edit(if cleared {
                Change::Reopen(id)
            } else {
                Change::Clear(id)
            });
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let button =
                ActionButton::primary(view.say("question-next-open")).after(Icon::ArrowRight);
            if button.show(ui).clicked() {
                view.action(Action::NextOpen);
            }
            let enabled = view.app.path().next(&question.id).is_some();
            if !narrow
                && ActionButton::plain(view.say("question-next"))
                    .enabled(enabled)
                    .show(ui)
                    .clicked()
            {
                view.action(Action::Next);
            }
        });
    });
}
