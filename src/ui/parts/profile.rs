//! A profile in words and drawn: the one sentence and the one bar that every page shows for it.

use egui::{Align, Layout, Ui, vec2};

use crate::analysis::{Group, Profile, Shows};
use crate::app::Session;
use crate::domain::{Assessment, Level, Question, Standing};
use crate::ui::tokens::{size, space};
use crate::ui::view::View;
use crate::ui::widgets::{RangeBar, standing_mark};

/// Draws the profile over the width that there is: the range with its tick, or the shapes of the
/// cells where these are too few for a range; nothing where there is nothing to draw.
pub fn profile_bar_ui(ui: &mut Ui, view: &View<'_>, profile: &Profile, words: &str) {
    let open = view.session().map(Session::assessment);
    bar_of_ui(ui, view, open, profile, words);
}

/// Draws the profile of an assessment that is open or not.
pub fn bar_of_ui(
    ui: &mut Ui,
    view: &View<'_>,
    assessment: Option<&Assessment>,
    profile: &Profile,
    words: &str,
) {
    match (profile.shows, profile.percent()) {
        (Shows::Cells, _) => {
            let wanted = vec2(ui.available_width(), size::TICK);
            ui.allocate_ui_with_layout(wanted, Layout::left_to_right(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = space::S;
                for (_, standing) in cells_of(view, assessment, profile) {
                    standing_mark::show(ui, standing, &view.words.standing_in_full(standing));
                }
            });
        }
        (_, Some(percent)) => {
            RangeBar {
                range: Some((share(percent.low), share(percent.high))),
                coverage: percent.coverage.map(share),
                alternative: words,
            }
            .show(ui);
        }
        (_, None) => {}
    }
}

/// Whether the profile has something to draw and to count.
pub const fn is_drawn(profile: &Profile) -> bool {
    match profile.shows {
        Shows::NoLevel | Shows::NotAsked | Shows::NotApplicable => false,
        Shows::Cells | Shows::TooFew | Shows::Percent => true,
    }
}

/// The name of what the profile is about, and the paragraphs that it stands for.
pub fn profile_name<'a>(view: &View<'a>, profile: &Profile) -> (&'a str, String) {
    let instrument = view.instrument();
    match &profile.group {
        Group::Principle(number) => {
            let title = instrument
                .principles()
                .iter()
                .find(|principle| principle.number == *number)
                .map_or("", |principle| principle.title.as_str());
            (title, number.to_string())
        }
        Group::Section(id) => instrument
            .section(id)
            .map(|section| (section.title.as_str(), section.paragraphs.clone()))
            .unwrap_or_default(),
    }
}

pub fn profile_cells<'a>(
    view: &View<'a>,
    profile: &'a Profile,
) -> impl Iterator<Item = (&'a Question, Option<Standing>)> + 'a {
    let open = view.session().map(Session::assessment);
    cells_of(view, open, profile)
}

fn cells_of<'a>(
    view: &View<'a>,
    assessment: Option<&'a Assessment>,
    profile: &'a Profile,
) -> impl Iterator<Item = (&'a Question, Option<Standing>)> + 'a {
    let answers = assessment.map(|assessment| &assessment.answers);
    let level: Level = profile.level;
    view.instrument()
        .questions()
        .iter()
        .filter(move |question| question.levels.contains(&level) && profile.group.holds(question))
        .map(move |question| {
            let answer = answers.and_then(|answers| answers.get(&question.id));
            (question, answer.and_then(|answer| answer.standing(level)))
        })
}

fn share(percent: u32) -> f32 {
    u8::try_from(percent).map_or(1.0, |percent| f32::from(percent) / 100.0)
}
