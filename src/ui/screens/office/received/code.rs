//! The short code of a reply, to be compared with the one in the cover letter.

use egui::accesskit::Live;
use egui::{Id, Label, RichText, Sense, Ui, Vec2};

use crate::app::received::{CodeComparison, compare_codes};
use crate::ui::parts::group_ui;
use crate::ui::tokens::{Tokens, size, space, text};
use crate::ui::view::View;
use crate::ui::widgets::{ActionButton, Field, Icon};

/// Shows the code, and a field for the one in the letter.
pub fn code_ui(ui: &mut Ui, view: &View<'_>, written: &mut String, number: u64, code: &str) {
    group_ui(
        ui,
        &view.say("received-code"),
        &view.say("received-code-note"),
        |ui| {
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing.x = space::L;
                let ink = Tokens::of(ui).ink;
                let groups = code.replace('-', "  ");
                let groups = RichText::new(groups).font(text::heading()).color(ink);
                ui.add(Label::new(groups));
                if ActionButton::plain(view.say("received-code-copy"))
                    .show(ui)
                    .clicked()
                {
                    ui.copy_text(code.to_owned());
                }
            });
            ui.add_space(space::S);
            let label = view.say("received-code-written");
            Field::new(Id::unique(("received_code", number)), &label)
                .width(size::CODE_FIELD)
                .show(ui, written);
            comparison_ui(ui, view, compare_codes(code, written));
        },
    );
}

fn comparison_ui(ui: &mut Ui, view: &View<'_>, comparison: CodeComparison) {
    let tokens = Tokens::of(ui);
    let (icon, ink, words) = match comparison {
        CodeComparison::Empty => return,
        CodeComparison::SoFar(digits) => (
            Icon::More,
            tokens.dim,
            view.say_with("received-code-so-far", &[("digits", digits.into())]),
        ),
        CodeComparison::Same => (Icon::Check, tokens.good.ink, view.say("received-code-same")),
        CodeComparison::Differs(group) => (
            Icon::Warning,
            tokens.error.ink,
            view.say_with("received-code-differs", &[("group", group.into())]),
        ),
    };
    ui.add_space(space::XS);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let line = ui.text_style_height(&egui::TextStyle::Body);
        let (rect, _) = ui.allocate_exact_size(Vec2::new(size::ICON, line), Sense::hover());
        icon.paint(ui.painter(), rect.center(), size::ICON, ink);
        let words = RichText::new(words).font(text::body()).color(ink);
        let said = ui.add(Label::new(words).wrap());
        ui.ctx()
            .accesskit_node_builder(said.id, |node| node.set_live(Live::Polite));
    });
}
