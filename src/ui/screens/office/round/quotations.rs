//! Words of replies that are chosen to be quoted, with or without the State's name.

use egui::{Label, RichText, Ui, vec2};

use crate::app::round::{GatheredText, RoundSession};
use crate::domain::RoundChange;
use crate::domain::{Attribution, QuestionId, Quotation, StateCode};
use crate::ui::parts::text_column;
use crate::ui::state::{QuoteDraft, RoundFigures, RoundState};
use crate::ui::tokens::{space, text};
use crate::ui::view::View;
use crate::ui::widgets::{ActionButton, Segments, TextArea, heading, link, underline};

/// What the text belongs to.
type Place<'a> = (&'a QuestionId, StateCode, &'a GatheredText);

/// Shows the way to quote a text, or what is being chosen of it, and what is quoted of it already.
pub fn quote_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut RoundState,
    round: &RoundSession,
    (question, whose, gathered): Place<'_>,
) {
    let noted = round.noted().quotations.iter();
    let count = noted
        .filter(|each| {
            each.question == *question && each.state == whose && each.field == gathered.field
        })
        .count();
    let is_here = |draft: &QuoteDraft| {
        draft.question == *question && draft.state == whose && draft.field == gathered.field
    };
    if state.quoting.as_ref().is_some_and(is_here) {
        choosing_ui(ui, view, state);
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::M, space::XS);
        let values = [
            ("state", view.state_name(whose).into()),
            (
                "field",
                view.words.field(view.instrument(), &gathered.field).into(),
            ),
        ];
        let spoken = view.say_with("round-quote-of", &values);
        view.guard_round(ui);
        let response = link::link(ui, &view.say("round-quote")).on_hover_text(&spoken);
        ui.ctx()
            .accesskit_node_builder(response.id, |node| node.set_label(spoken.as_str()));
        if response.clicked() {
            state.quoting = Some(QuoteDraft {
                question: question.clone(),
                state: whose,
                field: gathered.field.clone(),
                whole: gathered.text.clone(),
                text: gathered.text.clone(),
                attribution: Attribution::Named,
            });
        }
        if count != 0 {
            heading::note(ui, &view.count("round-quoted", count));
        }
    });
}

fn choosing_ui(ui: &mut Ui, view: &View<'_>, state: &mut RoundState) {
    let Some(draft) = &mut state.quoting else {
        return;
    };
    let mut done = false;
    ui.add_space(space::M);
    text_column(ui, |ui| {
        let field = format!("{:?}", draft.field);
        let id = view.round_field_id(("round_quote", draft.state.as_str(), field));
        TextArea::new(id, view.say("round-quote-words"))
            .rows(2, 8)
            .show(ui, &mut draft.text);
        ui.add_space(space::XS);
        heading::note(ui, &view.say("round-quote-note"));
        ui.add_space(space::S);
        attribution_ui(ui, view, draft);
        ui.add_space(space::S);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            let has_words = !draft.text.trim().is_empty();
            if ActionButton::plain(view.say("round-quote-keep"))
                .enabled(has_words)
                .show(ui)
                .clicked()
            {
                let quotation = Quotation {
                    question: draft.question.clone(),
                    state: draft.state,
                    field: draft.field.clone(),
                    text: draft.text.trim().to_owned(),
                    attribution: draft.attribution,
                };
                view.change_round(RoundChange::Quote(quotation));
                done = true;
            }
            done |= ActionButton::quiet(view.say("dialog-cancel"))
                .show(ui)
                .clicked();
        });
    });
    if done {
        state.quoting = None;
    }
}

fn attribution_ui(ui: &mut Ui, view: &View<'_>, draft: &mut QuoteDraft) {
    let options = Attribution::ALL.map(|each| (each, attribution_words(view, draft.state, each)));
    let chosen = Segments::pills(view.say("round-quote-attribution")).show(
        ui,
        Some(draft.attribution),
        &options,
    );
    draft.attribution = chosen.unwrap_or(draft.attribution);
}

/// How the words are attributed: `one State (Poland)`.
fn attribution_words(view: &View<'_>, state: StateCode, attribution: Attribution) -> String {
    match attribution {
        Attribution::Named => view.say_with(
            "round-one-state-named",
            &[("state", view.state_name(state).into())],
        ),
        Attribution::OneState => view.say("round-one-state"),
    }
}

/// Shows everything that is quoted, question by question.
pub fn quotations_ui(ui: &mut Ui, view: &View<'_>, round: &RoundSession, figures: &RoundFigures) {
    let members = figures.members.as_ref();
    let quotations = round.noted().quotations.iter();
    let quotations: Vec<&Quotation> = quotations
        .filter(|each| members.is_none_or(|members| members.contains(&each.state)))
        .collect();
    if quotations.is_empty() {
        heading::dim(ui, &view.say("round-no-quotations"));
        return;
    }
    let mut above = None;
    for (place, quotation) in quotations.into_iter().enumerate() {
        if above != Some(&quotation.question) {
            above = Some(&quotation.question);
            ui.add_space(space::M);
            let title = view.instrument().question(&quotation.question);
            let values = [
                ("id", quotation.question.as_str().into()),
                (
                    "title",
                    title.map_or("", |question| question.title.as_str()).into(),
                ),
            ];
            heading::part_title(ui, &view.say_with("round-question", &values));
            heading::hairline(ui);
        }
        ui.push_id(place, |ui| quotation_ui(ui, view, quotation));
        underline(ui);
    }
}

fn quotation_ui(ui: &mut Ui, view: &View<'_>, quotation: &Quotation) {
    ui.add_space(space::XS);
    text_column(ui, |ui| {
        let words = view.say_with(
            "round-quotation",
            &[("text", quotation.text.as_str().into())],
        );
        let words = RichText::new(words).font(text::body());
        ui.add(Label::new(words).wrap().selectable(true));
    });
    let state = view.state_name(quotation.state);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::M, space::XS);
        let by = attribution_words(view, quotation.state, quotation.attribution);
        heading::note(ui, &by);
        heading::note(ui, &view.words.field(view.instrument(), &quotation.field));
        view.guard_round(ui);
        let other = match quotation.attribution {
            Attribution::Named => Attribution::OneState,
            Attribution::OneState => Attribution::Named,
        };
        let word = match other {
            Attribution::Named => view.say("round-name-state"),
            Attribution::OneState => view.say("round-unname-state"),
        };
        if link::link(ui, &word).clicked() {
            let attributed = Quotation {
                attribution: other,
                ..quotation.clone()
            };
            view.change_round(RoundChange::Quote(attributed));
        }
        let response = link::link(ui, &view.say("round-unquote"));
        let spoken = view.say_with("round-unquote-of", &[("state", state.into())]);
        ui.ctx()
            .accesskit_node_builder(response.id, |node| node.set_label(spoken.as_str()));
        if response.clicked() {
            view.change_round(RoundChange::Unquote(quotation.clone()));
        }
    });
    ui.add_space(space::XS);
}
