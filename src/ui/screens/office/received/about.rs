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
        pairs_ui(ui, view, &of_state(view, reply));
    });
    group_ui(ui, &view.say("received-release"), "", |ui| {
        pairs_ui(ui, view, &of_release(view, reply));
    });
    let call = of_call(view, reply);
    if call.iter().any(|(_, value)| !value.is_empty()) {
        group_ui(ui, &view.say("profile-call"), "", |ui| {
            pairs_ui(ui, view, &call);
        });
    }
}

/// The key of a label, and the value.
type Pair = (&'static str, String);

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
            "profile-state",
            view.app.library().states.name(reply.state()),
        ),
        ("received-revision", reply.revision.to_string()),
        ("profile-institution", profile.institution.clone()),
        ("profile-period", profile.period.clone()),
        (
            "profile-language",
            view.words.language(&profile.reply_language),
        ),
        ("profile-levels", levels.join(", ")),
        ("profile-focal-point", contact_words(&profile.focal_point)),
        ("profile-deputy", contact_words(&profile.deputy)),
        ("profile-contributors", contributors.join("\n")),
        ("received-instrument", asked),
    ]
}

fn of_release(view: &View<'_>, reply: &Submission) -> Vec<Pair> {
    let release = &reply.release;
    vec![
        ("profile-person-name", release.name.clone()),
        ("profile-person-title", release.title.clone()),
        ("profile-person-body", release.body.clone()),
        ("received-released-on", view.words.day(release.date)),
        ("received-reference", release.reference.clone()),
    ]
}

fn of_call(view: &View<'_>, reply: &Submission) -> Vec<Pair> {
    let call = &reply.call;
    let day = |day: Option<jiff::civil::Date>| day.map(|day| view.words.day(day));
    vec![
        ("call-title", call.title.clone()),
        ("call-id", call.id.clone()),
        ("call-number", call.note_verbale_number.clone()),
        ("call-date", day(call.note_verbale_date).unwrap_or_default()),
        ("call-due", day(call.due).unwrap_or_default()),
        ("call-address", call.address.clone()),
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
fn pairs_ui(ui: &mut Ui, view: &View<'_>, pairs: &[Pair]) {
    let wide = size::PAIR <= ui.available_width();
    let name = Column::Fixed(size::KEYS);
    let columns = Columns::new(ui.available_width(), &[name, Column::Share(1.0)]);
    for (key, value) in pairs.iter().filter(|(_, value)| !value.is_empty()) {
        let name = &view.say(key);
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
