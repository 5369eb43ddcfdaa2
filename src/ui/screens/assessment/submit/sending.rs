//! The sending itself: what is sent, who releases it, the file, and what came of it.

use egui::Ui;

use super::reply;
use super::verdict::{marked_ui, verdict_ui};
use crate::analysis::Unreleased;
use crate::app::delivery::Form;
use crate::app::sending::Stage;
use crate::app::submit::Request;
use crate::app::{Review, SaveState, Session};
use crate::domain::{Release, WithApplication};
use crate::ui::parts::{group_ui, pair_ui};
use crate::ui::state::file_dialog::Purpose;
use crate::ui::state::{SubmitPage, SubmitState};
use crate::ui::tokens::{Tokens, space};
use crate::ui::view::View;
use crate::ui::widgets::{ActionButton, Field, Icon, heading, link};

pub fn sending_ui(
    ui: &mut Ui,
    view: &View<'_>,
    session: &Session,
    submit: &mut SubmitState,
    review: &Review,
) {
    reply::outcome_ui(ui, view, session, submit, review);
    let title = view.say("submit-what");
    group_ui(ui, &title, "", |ui| {
        what_ui(ui, view, session, submit, review);
    });
    let title = view.say("submit-release");
    let note = view.say("submit-release-note");
    group_ui(ui, &title, &note, |ui| {
        release_ui(ui, view, submit.release(view.app));
    });
    let title = view.say("submit-file");
    let note = view.say("submit-file-note");
    group_ui(ui, &title, &note, |ui| {
        let request = Request {
            release: trimmed(submit.release(view.app)),
            unreleased: review.unreleased,
            with_application: submit.with_application,
        };
        file_ui(ui, view, session, review, &request);
    });
    if !session.assessment().sent.is_empty() {
        let title = view.say("submit-history");
        let note = view.say("submit-history-note");
        group_ui(ui, &title, &note, |ui| {
            reply::history_ui(ui, view, session.assessment());
        });
    }
}

/// Says in sentences what goes into the reply.
fn what_ui(
    ui: &mut Ui,
    view: &View<'_>,
    session: &Session,
    submit: &mut SubmitState,
    review: &Review,
) {
    verdict_ui(ui, view, session, review);
    ui.add_space(space::XS);
    heading::dim(ui, &view.count("submit-answers", review.answers));
    if review.unreleased == Unreleased::LeaveOut {
        heading::dim(ui, &view.count("submit-left-out", review.uncleared.len()));
    }
    heading::dim(
        ui,
        &view.say(match submit.with_application {
            WithApplication::Yes => "submit-application-leaves",
            WithApplication::No => "submit-application-stays",
        }),
    );
    if let (Some(last), Some(changed)) = (session.outbox().last(), review.counts.changed) {
        let values = [
            ("revision", last.revision.into()),
            ("count", changed.into()),
        ];
        heading::dim(ui, &view.say_with("submit-changed-since", &values));
    }
    ui.add_space(space::XS);
    if link::link(ui, &view.say("submit-look")).clicked() {
        submit.page = SubmitPage::Leaving;
    }
}

/// The release without blanks around what was typed.
fn trimmed(release: &Release) -> Release {
    let trim = |text: &str| text.trim().to_owned();
    Release {
        name: trim(&release.name),
        title: trim(&release.title),
        body: trim(&release.body),
        date: release.date,
        reference: trim(&release.reference),
    }
}

fn file_ui(ui: &mut Ui, view: &View<'_>, session: &Session, review: &Review, request: &Request) {
    let blockers = blockers(view, session, review, &request.release);
    let ready = blockers.is_empty();
    let words = [
        (Form::Submission, view.say("submit-write")),
        (Form::Package, view.say("submit-write-package")),
    ];
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(space::S, space::S);
        for (form, word) in &words {
            let button = match form {
                Form::Submission => ActionButton::primary(word),
                Form::Package => ActionButton::plain(word),
            };
            if button.enabled(ready).show(ui).clicked() {
                let request = Box::new(request.clone());
                view.ask_for_file(Purpose::Submit(request, *form));
            }
        }
    });
    heading::note(ui, &view.count("submit-package-note", review.files));
    if !ready {
        ui.add_space(space::S);
        let tokens = Tokens::of(ui);
        for blocker in &blockers {
            let (icon, tone) = match session.outbox().stage() {
                Some(_) => (Icon::Information, tokens.accent),
                None => (Icon::Warning, tokens.warning),
            };
            marked_ui(ui, icon, tone, blocker);
        }
    }
}

/// Why the file cannot be written now, a sentence each; while it is being written, how far that is.
fn blockers(view: &View<'_>, session: &Session, review: &Review, release: &Release) -> Vec<String> {
    if let Some(stage) = session.outbox().stage() {
        return vec![view.say(match stage {
            Stage::Making => "submit-stage-making",
            Stage::Saving => "submit-stage-saving",
            Stage::Writing => "submit-stage-writing",
        })];
    }
    match session.save_state() {
        SaveState::ReadOnly(_) => return vec![view.say("submit-read-only")],
        SaveState::Failed(_) => return vec![view.say("submit-not-saved")],
        SaveState::Saved(_) | SaveState::Saving => {}
    }
    let mut blockers = Vec::new();
    let count = review.blocking().count();
    if count != 0 {
        blockers.push(view.count("submit-see-check", count));
    }
    blockers.extend(lacking(view, release));
    blockers
}

/// Shows the fields. What is typed stays until the assessment is closed.
pub fn release_ui(ui: &mut Ui, view: &View<'_>, release: &mut Release) {
    let (name, title) = (view.say("submit-name"), view.say("submit-person-title"));
    pair_ui(
        ui,
        |ui| release_field_ui(ui, view, "release_name", &name, &mut release.name),
        |ui| release_field_ui(ui, view, "release_title", &title, &mut release.title),
    );
    ui.add_space(space::M);
    let label = view.say("submit-body");
    release_field_ui(ui, view, "release_body", &label, &mut release.body);
    ui.add_space(space::M);
    let label = view.say("submit-reference");
    release_field_ui(
        ui,
        view,
        "release_reference",
        &label,
        &mut release.reference,
    );
    ui.add_space(space::S);
    let day = view.words.day(release.date);
    heading::note(ui, &view.say_with("submit-date", &[("day", day.into())]));
}

fn release_field_ui(ui: &mut Ui, view: &View<'_>, id: &str, label: &str, text: &mut String) {
    let field = Field::new(view.field_id(id), label);
    field.editable(view.can_write()).show(ui, text);
}

/// What the release lacks, in the order of its fields.
pub fn lacking(view: &View<'_>, release: &Release) -> Vec<String> {
    let parts = [
        (&release.name, "submit-needs-name"),
        (&release.title, "submit-needs-title"),
        (&release.body, "submit-needs-body"),
    ];
    let empty = parts.iter().filter(|(text, _)| text.trim().is_empty());
    empty.map(|(_, key)| view.say(key)).collect()
}
