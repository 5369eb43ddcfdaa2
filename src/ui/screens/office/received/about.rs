//! Whose reply it is, to what, and who released it.

use egui::Ui;

use crate::domain::{Contact, Submission};
use crate::ui::parts::group_ui;
use crate::ui::tokens::{size, space};
use crate::ui::view::View;
use crate::ui::widgets::{Column, Columns, heading};
use crate::words::joined;

/// Shows what stands around the answers; what was left empty is not shown.
pub fn about_ui(ui: &mut Ui, view: &View<'_>, reply: &Submission) {
    group_ui(ui, &view.say("received-reply"), "", |ui| {
        pairs_ui(ui, &of_state(view, reply));
    });
    group_ui(ui, &view.say("received-release"), "", |ui| {
        pairs_ui(ui, &of_release(view, reply));
    });
    let call = of_call(view, reply);
    if call.iter().any(|(_, value)| !value.is_empty()) {
        group_ui(ui, &view.say("profile-call"), "", |ui| pairs_ui(ui, &call));
    }
}

type Pair = (String, String);

fn of_state(view: &View<'_>, reply: &Submission) -> Vec<Pair> {
    let profile = &reply.profile;
    let levels: Vec<String> = profile
        .levels
        .iter()
        .map(|level| view.words.level(level))
        .collect();
    let contributors: Vec<String> = profile
        .contributors
        .iter()
        .map(|each| joined([Some(each.name.clone()), Some(each.body.clone())]))
        .collect();
    let instrument = &reply.instrument;
    let id = instrument.id.as_str().into();
    let version = instrument.version.into();
    let asked = view.say_with(
        "received-instrument-words",
        &[("id", id), ("version", version)],
    );
    vec![
        (
            view.say("profile-state"),
            view.app.library().states.name(reply.state()),
        ),
        (view.say("received-revision"), reply.revision.to_string()),
        (view.say("profile-institution"), profile.institution.clone()),
        (view.say("profile-period"), profile.period.clone()),
        (
            view.say("profile-language"),
            view.words.language(&profile.reply_language),
        ),
        (view.say("profile-levels"), levels.join(", ")),
        (
            view.say("profile-focal-point"),
            contact_words(&profile.focal_point),
        ),
        (view.say("profile-deputy"), contact_words(&profile.deputy)),
        (view.say("profile-contributors"), contributors.join("\n")),
        (view.say("received-instrument"), asked),
    ]
}

fn of_release(view: &View<'_>, reply: &Submission) -> Vec<Pair> {
    let release = &reply.release;
    vec![
        (view.say("profile-person-name"), release.name.clone()),
        (view.say("profile-person-title"), release.title.clone()),
        (view.say("profile-person-body"), release.body.clone()),
        (
            view.say("received-released-on"),
            view.words.day(release.date),
        ),
        (view.say("received-reference"), release.reference.clone()),
    ]
}

fn of_call(view: &View<'_>, reply: &Submission) -> Vec<Pair> {
    let call = &reply.call;
    let day = |day: Option<jiff::civil::Date>| day.map(|day| view.words.day(day));
    vec![
        (view.say("call-title"), call.title.clone()),
        (view.say("call-id"), call.id.clone()),
        (view.say("call-number"), call.note_verbale_number.clone()),
        (
            view.say("call-date"),
            day(call.note_verbale_date).unwrap_or_default(),
        ),
        (view.say("call-due"), day(call.due).unwrap_or_default()),
        (view.say("call-address"), call.address.clone()),
    ]
}

fn contact_words(contact: &Contact) -> String {
    joined([
        Some(contact.name.clone()),
        Some(contact.title.clone()),
        Some(contact.email.clone()),
        Some(contact.telephone.clone()),
    ])
}

/// Labels with their values beside them, or below where there is no room.
fn pairs_ui(ui: &mut Ui, pairs: &[Pair]) {
    let wide = size::PAIR <= ui.available_width();
    let name = Column::Fixed(size::KEYS);
    let columns = Columns::new(ui.available_width(), &[name, Column::Share(1.0)]);
    for (name, value) in pairs.iter().filter(|(_, value)| !value.is_empty()) {
        if wide {
            columns.row(ui, space::XL, |row| {
                row.cell(|ui| heading::note(ui, name));
                row.cell(|ui| heading::body(ui, value));
            });
        } else {
            heading::note(ui, name);
            heading::body(ui, value);
        }
    }
}
