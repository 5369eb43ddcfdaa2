//! A reply that came in: whether it is what was sealed, and what it says, to read. No profile and no
//! gap is worked out here: those are for a State's own eyes.

mod about;
mod code;
mod verdict;

use egui::Ui;

use crate::app::Received;
use crate::domain::{Question, Submission};
use crate::report;
use crate::ui::action::Action;
use crate::ui::parts::{document_ui, page_ui};
use crate::ui::state::{ReceivedState, UiState};
use crate::ui::tokens::{size, space};
use crate::ui::view::View;
use crate::ui::widgets::{ActionButton, Icon, heading};

const PAGE: &str = "received";

pub fn received_ui(ui: &mut Ui, view: &View<'_>, state: &mut UiState) {
    let state = &mut state.received;
    state.belong_to(view.app.received_number());
    page_ui(ui, (PAGE, state.number), |ui| {
        let whole = size::FORM_ASIDE + space::XXL + size::FORM_FIELDS;
        ui.set_max_width(ui.available_width().min(whole));
        acts_ui(ui, view);
        ui.add_space(space::L);
        if let Some(received) = view.app.received() {
            file_ui(ui, view, state, received);
        } else {
            heading::page_title(ui, &view.say("received-none-title"));
            heading::dim(ui, &view.say("received-none"));
        }
    });
}

/// The way back, and what else can be done with the file.
fn acts_ui(ui: &mut Ui, view: &View<'_>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let button = ActionButton::plain(view.say("command-back")).before(Icon::ArrowLeft);
        if button
            .enabled(view.app.navigation().has_past())
            .show(ui)
            .clicked()
        {
            view.action(Action::Back);
        }
        let button = ActionButton::plain(view.say("command-show-in-folder"));
        if view.app.received().is_some() && button.show(ui).clicked() {
            view.action(Action::ShowInFolder);
        }
        if ActionButton::plain(view.say("received-another"))
            .show(ui)
            .clicked()
        {
            view.action(Action::Open);
        }
    });
}

fn file_ui(ui: &mut Ui, view: &View<'_>, state: &mut ReceivedState, received: &Received) {
    let Some(found) = received.examined() else {
        heading::page_title(ui, &view.say("received-reading"));
        heading::dim(ui, &received.path().display().to_string());
        return;
    };
    verdict::verdict_ui(ui, view, found);
    ui.add_space(space::XL);
    if let Some(intact) = found.intact() {
        let code = intact.seal.code();
        code::code_ui(ui, view, &mut state.code, state.number, &code);
    }
    verdict::meaning_ui(ui, view, found);
    let Some(reply) = &found.reply else { return };
    about::about_ui(ui, view, reply);
    answers_ui(ui, view, state, reply);
    ui.add_space(space::XXL);
}

/// What the reply says, as its questionnaire says it on paper.
fn answers_ui(ui: &mut Ui, view: &View<'_>, state: &mut ReceivedState, reply: &Submission) {
    heading::hairline(ui);
    ui.add_space(space::XL);
    heading::part_title(ui, &view.say("received-answers"));
    let questions = view.instrument().questions();
    let is_answered = |question: &&Question| reply.answers.contains_key(&question.id);
    let answered = questions.iter().filter(is_answered).count();
    let counts = [
        ("answered", answered.into()),
        ("unanswered", (questions.len() - answered).into()),
    ];
    heading::note(ui, &view.say_with("received-answers-counts", &counts));
    let document = state.document.get_or_insert_with(|| {
        let name = view.state_name(reply.state());
        report::reply_document(view.instrument(), name, reply, view.words)
    });
    document_ui(ui, (PAGE, state.number), document);
}
