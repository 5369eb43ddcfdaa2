//! The verdict, large, with what was looked at; and what it means.

use egui::{CornerRadius, Frame, Label, RichText, Sense, Ui, Vec2};

use crate::app::examine::{Examined, FileKind, NotIntact, Verdict};
use crate::domain::visible_line;
use crate::ui::parts::group_ui;
use crate::ui::tokens::{Tokens, margin, radius, size, space, text};
use crate::ui::view::View;
use crate::ui::widgets::{Icon, heading};

pub fn verdict_ui(ui: &mut Ui, view: &View<'_>, found: &Examined) {
    let tokens = Tokens::of(ui);
    let (icon, tone) = match found.verdict {
        Verdict::Intact(_) => (Icon::Check, tokens.good),
        Verdict::NotIntact(_) => (Icon::Warning, tokens.error),
        Verdict::Unreadable(_) | Verdict::Newer => (Icon::Warning, tokens.warning),
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
                    heading::page_title(ui, &view.say(word(&found.verdict)));
                    if let Some(whose) = whose(view, found) {
                        heading::strong(ui, &whose);
                    }
                    heading::body(ui, &sentence(view, found));
                    let documents = found.intact().map(|intact| intact.documents.join(", "));
                    if let Some(names) = documents.filter(|names| !names.is_empty()) {
                        let names = ("names", visible_line(&names).into());
                        heading::body(ui, &view.say_with("received-documents", &[names]));
                    }
                    // On a ground of its own, dim letters would be too faint.
                    let path = found.path.display().to_string();
                    let path = RichText::new(visible_line(&path))
                        .font(text::small())
                        .color(tokens.ink);
                    ui.add(Label::new(path).wrap());
                });
            });
        });
}

const fn word(verdict: &Verdict) -> &'static str {
    match verdict {
        Verdict::Intact(_) => "received-intact",
        Verdict::NotIntact(_) => "received-not-intact",
        Verdict::Unreadable(_) | Verdict::Newer => "received-unreadable",
    }
}

/// Whose reply it is; of a file that is not intact that is told with the rest of what it says.
fn whose(view: &View<'_>, found: &Examined) -> Option<String> {
    let reply = found.reply.as_ref().filter(|_| found.intact().is_some())?;
    let state = view.app.library().states.name(reply.state()).into();
    let values = [("state", state), ("revision", reply.revision.into())];
    Some(view.say_with("received-whose", &values))
}

/// What the verdict says of the file, in one or two sentences.
fn sentence(view: &View<'_>, found: &Examined) -> String {
    match (&found.verdict, found.kind) {
        (Verdict::Intact(intact), FileKind::Package) => {
            let files = ("files", intact.evidence.into());
            view.say_with("received-intact-package", &[files])
        }
        (Verdict::Intact(_), _) => view.say("received-intact-submission"),
        (Verdict::NotIntact(NotIntact::Altered(_)), _) => view.say("received-only-the-way"),
        (Verdict::NotIntact(_), _) if found.is_reliable() => view.say("received-reply-whole"),
        (Verdict::NotIntact(_), FileKind::Package) => view.say("received-not-intact-package"),
        (Verdict::NotIntact(_), _) => view.say("received-not-intact-submission"),
        (Verdict::Newer, _) => view.say("received-newer"),
        (Verdict::Unreadable(_), _) => view.say("received-unreadable-why"),
    }
}

/// Shows what follows from the verdict, and what does not.
pub fn meaning_ui(ui: &mut Ui, view: &View<'_>, found: &Examined) {
    if found.intact().is_some() {
        group_ui(ui, &view.say("received-proof"), "", |ui| {
            point_ui(ui, Icon::Check, &view.say("received-proves"));
            point_ui(ui, Icon::Cross, &view.say("received-proves-not"));
        });
        return;
    }
    let note = match found.kind {
        FileKind::Package => view.say("received-nothing-unpacked"),
        _ => view.say("received-left-alone"),
    };
    let faults = found.faults();
    if !faults.is_empty() {
        group_ui(ui, &view.say("received-wrong"), &note, |ui| {
            for fault in &faults {
                point_ui(ui, Icon::Warning, &as_sentence(&view.words.explain(fault)));
            }
        });
    }
    let way_out = found.way_out().map(|way_out| view.words.explain(&way_out));
    let is_doubtful = found.reply.is_some() && !found.is_reliable();
    let doubt = is_doubtful.then(|| view.say("received-not-relied-on"));
    let sentences: Vec<String> = way_out.into_iter().chain(doubt).collect();
    if !sentences.is_empty() {
        group_ui(ui, &view.say("received-what-now"), "", |ui| {
            for sentence in &sentences {
                heading::body(ui, sentence);
            }
        });
    }
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
