//! The verdict, large, with what was looked at; and what it means.

use egui::{CornerRadius, Frame, Label, RichText, Sense, Ui, Vec2};

use crate::app::verify::{Examined, FileKind, Finding};
use crate::ui::parts::form::group_ui;
use crate::ui::tokens::{Tokens, margin, radius, size, space, text};
use crate::ui::view::View;
use crate::ui::widgets::heading;
use crate::ui::widgets::icon::Icon;

/// Shows the verdict.
pub fn verdict_ui(ui: &mut Ui, view: &View<'_>, found: &Examined) {
    let tokens = Tokens::of(ui);
    let (icon, tone) = match found.finding {
        Finding::Intact => (Icon::Check, tokens.good),
        Finding::NotIntact => (Icon::Warning, tokens.error),
        Finding::Unreadable | Finding::Newer => (Icon::Warning, tokens.warning),
    };
    Frame::new()
        .fill(tone.soft)
        .corner_radius(CornerRadius::same(radius::DIALOG))
        .inner_margin(margin::VERDICT)
        .show(ui, |ui| {
            ui.set_min_width(ui.available_width());
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = space::L;
                let (rect, _) =
                    ui.allocate_exact_size(Vec2::splat(size::VERDICT_MARK), Sense::hover());
                let center = rect.center();
                ui.painter()
                    .circle_filled(center, size::VERDICT_MARK / 2.0, tone.ink);
                icon.paint(ui.painter(), center, size::ICON, tone.soft);
                ui.vertical(|ui| {
                    heading::page_title(ui, &view.say(word(found.finding)));
                    if let Some(whose) = whose(view, found) {
                        heading::strong(ui, &whose);
                    }
                    heading::body(ui, &sentence(view, found));
                    if !found.verdict.documents.is_empty() {
                        let names = ("names", found.verdict.documents.join(", ").into());
                        heading::body(ui, &view.say_with("received-documents", &[names]));
                    }
                    // On a ground of its own, dim letters would be too faint.
                    let path = found.verdict.path.display().to_string();
                    let path = RichText::new(path).font(text::small()).color(tokens.ink);
                    ui.add(Label::new(path).wrap());
                });
            });
        });
}

const fn word(finding: Finding) -> &'static str {
    match finding {
        Finding::Intact => "received-intact",
        Finding::NotIntact => "received-not-intact",
        Finding::Unreadable | Finding::Newer => "received-unreadable",
    }
}

/// Whose reply it is; of a file that is not intact that is told with the rest of what it says.
fn whose(view: &View<'_>, found: &Examined) -> Option<String> {
    let verdict = &found.verdict;
    let (state, revision) = verdict.state.zip(verdict.revision)?;
    let state = view.app.library().states.name(state).into();
    let values = [("state", state), ("revision", revision.into())];
    (found.finding == Finding::Intact).then(|| view.say_with("received-whose", &values))
}

/// What the verdict says of the file, in one or two sentences.
fn sentence(view: &View<'_>, found: &Examined) -> String {
    match (found.finding, found.verdict.kind) {
        (Finding::Intact, FileKind::Package) => {
            let files = ("files", found.evidence.into());
            view.say_with("received-intact-package", &[files])
        }
        (Finding::Intact, _) => view.say("received-intact-submission"),
        (Finding::NotIntact, FileKind::Package) => view.say("received-not-intact-package"),
        (Finding::NotIntact, _) => view.say("received-not-intact-submission"),
        (Finding::Newer, _) => view.say("received-newer"),
        (Finding::Unreadable, _) => view.say("received-unreadable-why"),
    }
}

/// Shows what follows from the verdict, and what does not.
pub fn meaning_ui(ui: &mut Ui, view: &View<'_>, found: &Examined) {
    if found.finding == Finding::Intact {
        group_ui(ui, &view.say("received-proof"), "", |ui| {
            point_ui(ui, Icon::Check, &view.say("received-proves"));
            point_ui(ui, Icon::Cross, &view.say("received-proves-not"));
        });
        return;
    }
    let note = match found.verdict.kind {
        FileKind::Package => view.say("received-nothing-unpacked"),
        _ => view.say("received-left-alone"),
    };
    group_ui(ui, &view.say("received-wrong"), &note, |ui| {
        for fault in &found.faults {
            point_ui(ui, Icon::Warning, &as_sentence(fault));
        }
    });
    group_ui(ui, &view.say("received-what-now"), "", |ui| {
        let way_out = match found.finding {
            Finding::Newer => "received-get-newer",
            Finding::Unreadable => "received-ask-for-reply",
            _ => "received-ask-again",
        };
        heading::body(ui, &view.say(way_out));
        if found.reply.is_some() {
            heading::body(ui, &view.say("received-not-relied-on"));
        }
    });
}

/// A sentence with its mark before it.
fn point_ui(ui: &mut Ui, icon: Icon, words: &str) {
    let dim = Tokens::of(ui).dim;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let line = ui.text_style_height(&egui::TextStyle::Body);
        let (rect, _) = ui.allocate_exact_size(Vec2::new(size::ICON, line), Sense::hover());
        icon.paint(ui.painter(), rect.center(), size::ICON, dim);
        heading::body(ui, words);
    });
    ui.add_space(space::XS);
}

/// A fault as a sentence: with a capital, and its full stop.
fn as_sentence(fault: &str) -> String {
    let fault = fault.trim_end_matches('.');
    let mut letters = fault.chars();
    let first: String = letters
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .collect();
    format!("{first}{}.", letters.as_str())
}
