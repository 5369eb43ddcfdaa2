//! Whether anything stands in the way of a reply, in one line.

use egui::{Sense, Ui, vec2};

use crate::app::{Review, Session};
use crate::ui::tokens::{Tokens, Tone, size, space};
use crate::ui::view::View;
use crate::ui::widgets::{Icon, heading};

/// Says in one line whether anything stands in the way.
pub fn verdict_ui(ui: &mut Ui, view: &View<'_>, session: &Session, review: &Review) {
    let tokens = Tokens::of(ui);
    let count = review.blocking().count();
    if count != 0 {
        let words = view.count("submit-blocked", count);
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

/// Shows a sentence behind an icon.
pub fn marked_ui(ui: &mut Ui, icon: Icon, tone: Tone, words: &str) {
    ui.horizontal_top(|ui| {
        let (rect, _) =
            ui.allocate_exact_size(vec2(size::ICON, space::L + space::XS), Sense::hover());
        icon.paint(ui.painter(), rect.center(), size::ICON, tone.ink);
        heading::body(ui, words);
    });
}
