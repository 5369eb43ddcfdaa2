//! The texts of one question, gathered from the files when asked for: to read, and to quote.

use egui::{Id, Label, RichText, Ui, vec2};

use super::quotations;
use crate::app::round::RoundCommand;
use crate::app::round::{Gathered, GatheredReply, GatheredText, RoundSession};
use crate::domain::{Question, QuestionId};
use crate::ui::parts::{VirtualList, text_column, text_height};
use crate::ui::state::{RoundFigures, RoundState, TextsView, UiState};
use crate::ui::tokens::{Tokens, size, space, text};
use crate::ui::view::View;
use crate::ui::widgets::{
    ActionButton, ChoiceMenu, Gravity, Notice, ProgressBar, Segments, heading, link, underline,
};

/// Shows the texts of a question, or what is quoted of all of them.
pub fn texts_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut UiState,
    round: &RoundSession,
    figures: &RoundFigures,
) {
    let state = &mut state.round;
    let quoted = [("count", round.noted().quotations.len().into())];
    let quoted = view.say_with("round-quotations", &quoted);
    let options = [
        (TextsView::Gathered, view.say("round-texts-read")),
        (TextsView::Quoted, quoted),
    ];
    if let Some(chosen) =
        Segments::pills(view.say("round-texts")).show(ui, Some(state.texts), &options)
    {
        state.texts = chosen;
    }
    ui.add_space(space::M);
    match state.texts {
        TextsView::Gathered => reading_ui(ui, view, state, round, figures),
        TextsView::Quoted => quotations::quotations_ui(ui, view, round, figures),
    }
}

fn reading_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut RoundState,
    round: &RoundSession,
    figures: &RoundFigures,
) {
    let Some(question) = question_ui(ui, view, state) else {
        return;
    };
    ui.add_space(space::XS);
    heading::dim(ui, &question.text);
    ui.add_space(space::M);
    let gathered = round
        .gathered()
        .filter(|texts| texts.question == question.id);
    let Some(gathered) = gathered else {
        let any = !figures.tally().counted.is_empty();
        if ActionButton::primary(view.say("round-gather"))
            .enabled(any)
            .show(ui)
            .clicked()
        {
            view.ask_round(RoundCommand::Gather(question.id.clone()));
        }
        ui.add_space(space::S);
        heading::note(ui, &view.say("round-gather-note"));
        return;
    };
    if !gathered.is_complete() {
        progress_ui(ui, view, gathered);
    }
    faults_ui(ui, view, gathered);
    rows_ui(ui, view, state, round, figures, gathered);
}

/// The choice of a question; the first one stands there at first.
fn question_ui<'a>(ui: &mut Ui, view: &View<'a>, state: &mut RoundState) -> Option<&'a Question> {
    let questions = view.instrument().questions();
    let word = |question: &Question| {
        let values = [
            ("id", question.id.as_str().into()),
            ("title", question.title.as_str().into()),
        ];
        view.say_with("round-question", &values)
    };
    let chosen = state.question.as_ref();
    let chosen = chosen.and_then(|id| view.instrument().position(id));
    let chosen = chosen.unwrap_or_default();
    let words = state.question_words.get_or_insert_with(|| {
        let words = questions.iter().map(word);
        words.collect()
    });
    let options: Vec<(usize, &str)> = words.iter().map(String::as_str).enumerate().collect();
    let name = view.say("round-texts-of");
    let width = ui.available_width().min(size::TEXT_COLUMN);
    let menu = ChoiceMenu::new(&name, "").width(width);
    if let Some(place) = menu.show(ui, Some(chosen), &options) {
        state.question = questions.get(place).map(|question| question.id.clone());
    }
    questions.get(chosen)
}

fn progress_ui(ui: &mut Ui, view: &View<'_>, gathered: &Gathered) {
    let values = [("done", gathered.done.into()), ("all", gathered.all.into())];
    let words = view.say_with("round-gathering", &values);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::M, space::XS);
        heading::strong(ui, &words);
        let bar = ProgressBar {
            done: gathered.done,
            all: gathered.all,
            name: &words,
        };
        bar.show(ui, size::NAME_COLUMN);
        if ActionButton::plain(view.say("dialog-cancel"))
            .show(ui)
            .clicked()
        {
            view.ask_round(RoundCommand::Cancel);
        }
    });
}

fn faults_ui(ui: &mut Ui, view: &View<'_>, gathered: &Gathered) {
    if gathered.faults.is_empty() {
        return;
    }
    let faults = gathered.faults.iter();
    let faults: Vec<String> = faults.map(|fault| view.words.explain(fault)).collect();
    let notice = Notice {
        gravity: Gravity::Error,
        words: &view.count("round-gather-faults", faults.len()),
        details: Some((&view.say("notice-details"), &faults.join("\n"))),
        acts: &[],
        close: None,
    };
    let _: Option<_> = notice.show(ui, Id::unique("round_gather_faults"));
    ui.add_space(space::S);
}

/// Shows the texts in sight, State by State.
fn rows_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut RoundState,
    round: &RoundSession,
    figures: &RoundFigures,
    gathered: &Gathered,
) {
    let is_shown = |reply: &&GatheredReply| {
        let members = figures.members.as_ref();
        members.is_none_or(|members| members.contains(&reply.state))
    };
    let replies: Vec<&GatheredReply> = gathered.replies.iter().filter(is_shown).collect();
    let values = [
        ("replies", replies.len().into()),
        ("counted", figures.tally().counted.len().into()),
    ];
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::M, space::XS);
        heading::note(ui, &view.say_with("round-gathered", &values));
        if link::link(ui, &view.say("round-gather-again")).clicked() {
            view.ask_round(RoundCommand::Gather(gathered.question.clone()));
        }
    });
    heading::hairline(ui);
    let content = (gathered.question.as_str(), gathered.done, state.group);
    let list = VirtualList::new("round_texts", content);
    list.show(
        ui,
        replies.len(),
        |ui, place| guessed_height(ui, replies[place]),
        |ui, place| {
            let reply = replies[place];
            ui.push_id(reply.state.as_str(), |ui| {
                reply_ui(ui, view, state, round, (&gathered.question, reply));
            });
        },
    );
}

fn guessed_height(ui: &Ui, reply: &GatheredReply) -> f32 {
    let width = ui.available_width().min(size::TEXT_COLUMN);
    let texts = reply.texts.iter();
    let texts = texts.map(|text| size::TALL_ROW + text_height(width, &text.text));
    size::TALL_ROW + texts.sum::<f32>()
}

fn reply_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut RoundState,
    round: &RoundSession,
    (question, reply): (&QuestionId, &GatheredReply),
) {
    ui.add_space(space::L);
    heading::part_title(ui, view.state_name(reply.state));
    for (place, gathered) in reply.texts.iter().enumerate() {
        ui.add_space(space::S);
        ui.push_id(place, |ui| {
            field_ui(ui, view, gathered);
            let place = (question, reply.state, gathered);
            quotations::quote_ui(ui, view, state, round, place);
        });
    }
    ui.add_space(space::L);
    underline(ui);
}

fn field_ui(ui: &mut Ui, view: &View<'_>, gathered: &GatheredText) {
    let tokens = Tokens::of(ui);
    heading::note(ui, &view.words.field(view.instrument(), &gathered.field));
    text_column(ui, |ui| {
        let words = RichText::new(&gathered.text).font(text::body());
        ui.add(Label::new(words.color(tokens.ink)).wrap().selectable(true));
    });
}
