//! What a check finds, what leaves with a reply and what stays, and the sending itself.

mod fields;
mod findings;
mod reply;
mod sending;
mod verdict;

use egui::{Align, Layout, Ui};

use crate::ui::parts::{is_wide, page_ui};
use crate::ui::state::{SubmitPage, SubmitState, UiState};
use crate::ui::tokens::{size, space};
use crate::ui::view::View;
use crate::ui::widgets::{Segments, heading};

pub fn submit_ui(ui: &mut Ui, view: &View<'_>, state: &mut UiState) {
    let Some(session) = view.session() else {
        return;
    };
    let submit = &mut state.submit;
    let review = submit.review(view.app, session);
    let key = match submit.page {
        SubmitPage::Check => "submit_check",
        SubmitPage::Leaving => "submit_leaving",
        SubmitPage::Send => "submit_send",
    };
    page_ui(ui, key, |ui| {
        ui.set_max_width(ui.available_width().min(size::WIDE_PAGE));
        head_ui(ui, view, submit);
        ui.add_space(space::L);
        match submit.page {
            SubmitPage::Check => findings::findings_ui(ui, view, session, submit, &review),
            SubmitPage::Leaving => fields::fields_ui(ui, view, session, submit, &review),
            SubmitPage::Send => sending::sending_ui(ui, view, session, submit, &review),
        }
        ui.add_space(space::XXL);
    });
}

fn head_ui(ui: &mut Ui, view: &View<'_>, submit: &mut SubmitState) {
    let title = view.say("submit-title");
    if is_wide(ui) {
        ui.horizontal(|ui| {
            heading::page_title(ui, &title);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                pages_ui(ui, view, submit);
            });
        });
    } else {
        heading::page_title(ui, &title);
        ui.add_space(space::S);
        pages_ui(ui, view, submit);
    }
}

fn pages_ui(ui: &mut Ui, view: &View<'_>, submit: &mut SubmitState) {
    let options = [
        (SubmitPage::Check, view.say("submit-page-check")),
        (SubmitPage::Leaving, view.say("submit-page-leaving")),
        (SubmitPage::Send, view.say("submit-page-send")),
    ];
    if let Some(page) =
        Segments::pills(view.say("submit-pages")).show(ui, Some(submit.page), &options)
    {
        submit.page = page;
    }
}
