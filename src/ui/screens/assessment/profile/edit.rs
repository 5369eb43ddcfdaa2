//! How the profile is changed: by typed words, or by a click.

use egui::{Id, Ui};

use crate::app::Command;
use crate::domain::{Change, Profile};
use crate::ui::view::View;
use crate::ui::widgets::Field;

/// Asks for a profile that differs in one thing.
fn change(view: &View<'_>, profile: &Profile, change: impl FnOnce(&mut Profile)) {
    let mut profile = profile.clone();
    change(&mut profile);
    view.edit(Change::Profile(Box::new(profile)));
}

/// Asks for a change that is a step of its own: a click, not typed words.
pub fn change_at_once(view: &View<'_>, profile: &Profile, set: impl FnOnce(&mut Profile)) {
    view.send(Command::EndRun);
    change(view, profile, set);
    view.send(Command::EndRun);
}

/// A field of the profile: what is typed is sent at once, and is one step until the field is left.
pub fn text_ui(
    ui: &mut Ui,
    view: &View<'_>,
    profile: &Profile,
    (id, label): (Id, &str),
    part: fn(&mut Profile) -> &mut String,
) {
    let mut edited = profile.clone();
    let field = Field::new(id, label).editable(view.can_write());
    let events = field.show(ui, part(&mut edited));
    // While it is typed, a space at its end may be one between two words.
    let edited = if events.left {
        edited.cleaned()
    } else {
        edited
    };
    if view.can_write() && edited != *profile {
        view.edit(Change::Profile(Box::new(edited)));
    }
    view.end_run(events);
}
