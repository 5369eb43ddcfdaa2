//! What a check finds, what leaves with a reply and what stays, and the sending itself.

mod fields;
mod findings;
mod release;
mod reply;
mod sending;

use egui::{Align, Layout, Rect, Sense, Ui, UiBuilder, pos2, vec2};

use crate::app::{Review, Session};
use crate::ui::parts::page::page_ui;
use crate::ui::state::{SubmitPage, SubmitState, UiState};
use crate::ui::tokens::{Tokens, Tone, size, space};
use crate::ui::view::View;
use crate::ui::widgets::heading;
use crate::ui::widgets::icon::Icon;
use crate::ui::widgets::segments::Segments;

/// How many points above and below those in sight are laid out too, so that Tab and the arrows find
/// a next row to go to.
const BEYOND: f32 = 2.0 * size::LINE;

/// Shows the screen.
pub fn submit_ui(ui: &mut Ui, view: &View<'_>, state: &mut UiState) {
    let Some(session) = view.session() else {
        return;
    };
    let submit = &mut state.submit;
    let review = submit.review(session);
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
    let words = [
        (SubmitPage::Check, view.say("submit-page-check")),
        (SubmitPage::Leaving, view.say("submit-page-leaving")),
        (SubmitPage::Send, view.say("submit-page-send")),
    ];
    let options: Vec<(SubmitPage, &str)> = words
        .iter()
        .map(|(page, word)| (*page, word.as_str()))
        .collect();
    let name = view.say("submit-pages");
    if let Some(page) = Segments::pills(&name).show(ui, Some(submit.page), &options) {
        submit.page = page;
    }
}

/// Whether columns stand side by side here, or below each other.
fn is_wide(ui: &Ui) -> bool {
    size::STACK <= ui.available_width()
}

/// Shows a sentence behind an icon.
fn marked_ui(ui: &mut Ui, icon: Icon, tone: Tone, words: &str) {
    ui.horizontal_top(|ui| {
        let (rect, _) =
            ui.allocate_exact_size(vec2(size::ICON, space::L + space::XS), Sense::hover());
        icon.paint(ui.painter(), rect.center(), size::ICON, tone.ink);
        heading::body(ui, words);
    });
}

/// Says in one line whether anything stands in the way.
fn verdict_ui(ui: &mut Ui, view: &View<'_>, session: &Session, review: &Review) {
    let tokens = Tokens::of(ui);
    let count = review.blocking().count();
    if count != 0 {
        let words = view.say_with("submit-blocked", &[("count", count.into())]);
        marked_ui(ui, Icon::Warning, tokens.warning, &words);
        return;
    }
    let key = if session.assessment().sample.is_some() {
        "submit-ready-sample"
    } else {
        "submit-ready"
    };
    marked_ui(ui, Icon::Check, tokens.good, &view.say(key));
}

/// Shows rows of these heights below each other; only those in sight are laid out.
fn rows_in_sight(
    ui: &mut Ui,
    heights: impl Iterator<Item = f32> + Clone,
    mut row_ui: impl FnMut(&mut Ui, usize),
) {
    let all: f32 = heights.clone().sum();
    let wanted = vec2(ui.available_width(), all);
    let (whole, _) = ui.allocate_exact_size(wanted, Sense::hover());
    let clip = ui.clip_rect();
    let mut top = whole.top();
    for (place, height) in heights.enumerate() {
        let rect = Rect::from_min_size(pos2(whole.left(), top), vec2(whole.width(), height));
        top += height;
        if rect.bottom() < clip.top() - BEYOND || clip.bottom() + BEYOND < rect.top() {
            continue;
        }
        let builder = UiBuilder::new().max_rect(rect).id_salt(place);
        let mut inside = ui.new_child(builder);
        inside.spacing_mut().item_spacing.y = 0.0;
        row_ui(&mut inside, place);
    }
}
