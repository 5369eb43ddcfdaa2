//! What came of sending: the code, the letter, what was sent before; or why no file was written.

use egui::text::{LayoutJob, TextFormat};
use egui::{Align, CornerRadius, Frame, Id, Label, Rect, Role, Stroke, Ui, Vec2, WidgetInfo, vec2};

use super::verdict::marked_ui;
use crate::app::delivery::Form;
use crate::app::sending::{Failure, Reply};
use crate::app::submit::code_of;
use crate::app::{Command, Review, Session};
use crate::domain::{Assessment, Sent};
use crate::ui::state::SubmitState;
use crate::ui::state::file_dialog::Purpose;
use crate::ui::tokens::{Tokens, line, margin, radius, size, space, text};
use crate::ui::view::View;
use crate::ui::widgets::{
    ActionButton, Column, Columns, Gravity, Icon, Notice, TextArea, heading, rows,
};

/// How far the figures of the code stand apart.
const CODE_SPACING: f32 = 3.0;

/// Shows what came of the last sending, if anything did, and brings it into sight once.
pub fn outcome_ui(
    ui: &mut Ui,
    view: &View<'_>,
    session: &Session,
    submit: &mut SubmitState,
    review: &Review,
) {
    let outbox = session.outbox();
    let Some(outcome) = outbox.outcome() else {
        return;
    };
    let whole = size::FORM_ASIDE + space::XXL + size::FORM_FIELDS;
    let width = ui.available_width().min(whole);
    if submit.outcome_seen != outbox.number() {
        submit.outcome_seen = outbox.number();
        let top = Rect::from_min_size(ui.min_rect().min - vec2(0.0, space::XL), Vec2::ZERO);
        ui.scroll_to_rect(top, Some(Align::Min));
    }
    ui.scope(|ui| {
        ui.set_max_width(width);
        match outcome {
            Err(failure) => failure_ui(ui, view, failure),
            Ok(reply) => card_ui(ui, |ui| reply_ui(ui, view, reply, review)),
        }
    });
    ui.add_space(space::XL);
}

fn card_ui(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    let tokens = Tokens::of(ui);
    Frame::new()
        .fill(tokens.card)
        .stroke(Stroke::new(line::HAIR, tokens.line))
        .corner_radius(CornerRadius::same(radius::DIALOG))
        .inner_margin(margin::DIALOG)
        .show(ui, |ui| {
            ui.set_min_width(ui.available_width());
            content(ui);
        });
}

fn failure_ui(ui: &mut Ui, view: &View<'_>, failure: &Failure) {
    let reasons = failure.reasons.iter().map(|each| view.words.explain(each));
    let reason = reasons.collect::<Vec<_>>().join(" ").into();
    let words = match failure.noted {
        Some(revision) => view.say_with(
            "submit-failed-noted",
            &[("reason", reason), ("revision", revision.into())],
        ),
        None => view.say_with("submit-failed", &[("reason", reason)]),
    };
    let notice = Notice {
        gravity: Gravity::Error,
        words: &words,
        details: None,
        acts: &[],
        close: None,
    };
    notice.show(ui, Id::unique("submit_failed"));
}

fn reply_ui(ui: &mut Ui, view: &View<'_>, reply: &Reply, review: &Review) {
    let tokens = Tokens::of(ui);
    let revision = ("revision", reply.revision.into());
    let title = if reply.is_again {
        "submit-written-again"
    } else {
        "submit-written"
    };
    marked_ui(
        ui,
        Icon::Check,
        tokens.good,
        &view.say_with(title, std::slice::from_ref(&revision)),
    );
    if let Some(source) = &reply.sample {
        let source = ("source", source.as_str().into());
        heading::dim(ui, &view.say_with("submit-is-sample", &[source]));
    }
    if let Some(changed) = review.counts.changed.filter(|changed| *changed != 0) {
        let values = [revision, ("count", changed.into())];
        heading::dim(ui, &view.say_with("submit-changed-since", &values));
    }
    ui.add_space(space::L);
    code_ui(ui, view, reply);
    ui.add_space(space::L);
    file_ui(ui, view, reply);
    if let Some(fault) = &reply.not_kept {
        let fault = ("fault", view.words.explain(fault).into());
        let words = view.say_with("submit-not-kept", &[fault]);
        marked_ui(ui, Icon::Warning, tokens.warning, &words);
    }
    ui.add_space(space::L);
    letter_ui(ui, view, reply);
}

fn code_ui(ui: &mut Ui, view: &View<'_>, reply: &Reply) {
    heading::note(ui, &view.say("submit-code"));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::L;
        let format = TextFormat {
            extra_letter_spacing: CODE_SPACING,
            ..TextFormat::simple(text::heading(), Tokens::of(ui).ink)
        };
        let job = LayoutJob::single_section(reply.code.clone(), format);
        let code = ui.add(Label::new(job).selectable(true));
        code.widget_info(|| WidgetInfo::labeled(Role::Label, true, &reply.code));
        if ActionButton::plain(view.say("submit-copy-code"))
            .show(ui)
            .clicked()
        {
            ui.ctx().copy_text(reply.code.clone());
        }
    });
    heading::dim(ui, &view.say("submit-code-proves"));
    if reply.form == Form::Package {
        heading::dim(ui, &view.say("submit-code-of-package"));
    }
}

fn file_ui(ui: &mut Ui, view: &View<'_>, reply: &Reply) {
    heading::note(ui, &view.say("submit-file-name"));
    let name = reply.path.file_name().unwrap_or_default();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::L;
        let path = reply.path.display().to_string();
        heading::strong(ui, &name.to_string_lossy()).on_hover_text(path);
        if ActionButton::plain(view.say("submit-show-in-folder"))
            .show(ui)
            .clicked()
        {
            view.send(Command::ShowInFolder(reply.path.clone()));
        }
    });
    if let Some(packed) = &reply.packed {
        let names = ("names", packed.documents.join(", ").into());
        heading::dim(ui, &view.say_with("submit-packed", &[names]));
        if let Some(why) = &packed.without_pdf {
            let reason = ("reason", view.words.explain(why).into());
            let words = view.say_with("submit-without-pdf", &[reason]);
            marked_ui(ui, Icon::Warning, Tokens::of(ui).warning, &words);
        }
    }
}

fn letter_ui(ui: &mut Ui, view: &View<'_>, reply: &Reply) {
    let mut letter = reply.letter.clone();
    let id = view.field_id("cover_letter");
    let area = TextArea::new(id, view.say("submit-letter"))
        .rows(6, 12)
        .editable(false);
    area.show(ui, &mut letter);
    ui.add_space(space::XS);
    ui.horizontal_wrapped(|ui| {
        let (copy, save) = (
            view.say("submit-copy-letter"),
            view.say("submit-save-letter"),
        );
        if ActionButton::plain(&copy).show(ui).clicked() {
            ui.ctx().copy_text(reply.letter.clone());
        }
        if ActionButton::plain(&save).show(ui).clicked() {
            view.ask_for_file(Purpose::SaveLetter);
        }
    });
}

/// The revisions that were sent, newest first.
pub fn history_ui(ui: &mut Ui, view: &View<'_>, assessment: &Assessment) {
    for sent in assessment.sent.iter().rev() {
        sent_ui(ui, view, sent);
        rows::underline(ui);
    }
}

fn sent_ui(ui: &mut Ui, view: &View<'_>, sent: &Sent) {
    let revision = ("revision", sent.revision.into());
    let revision = view.say_with("submit-revision", &[revision]);
    let when = view.words.moment(sent.when);
    let by = [&sent.released_by.who, &sent.title, &sent.released_by.body];
    let by: Vec<&str> = by
        .into_iter()
        .map(String::as_str)
        .filter(|part| !part.is_empty())
        .collect();
    let by = by.join(", ");
    let code = code_of(sent).unwrap_or_default();
    let width = ui.available_width();
    if size::FORM_FIELDS <= width {
        let columns = [Column::Fixed(size::KEYS), Column::Share(1.0)];
        Columns::new(width, &columns).row(ui, size::LINE, |row| {
            row.cell(|ui| {
                ui.vertical(|ui| {
                    ui.add_space(space::S);
                    heading::strong(ui, &revision);
                    heading::note(ui, &when);
                })
            });
            row.cell(|ui| {
                ui.vertical(|ui| {
                    ui.add_space(space::S);
                    ui.add(Label::new(code.as_str()).selectable(true));
                    heading::note(ui, &by);
                    reference_ui(ui, view, sent);
                })
            });
        });
    } else {
        heading::strong(ui, &revision);
        ui.add(Label::new(code.as_str()).selectable(true));
        heading::note(ui, &when);
        heading::note(ui, &by);
        reference_ui(ui, view, sent);
    }
    ui.add_space(space::S);
}

fn reference_ui(ui: &mut Ui, view: &View<'_>, sent: &Sent) {
    if !sent.reference.is_empty() {
        let reference = ("reference", sent.reference.as_str().into());
        heading::note(ui, &view.say_with("submit-sent-reference", &[reference]));
    }
}
