//! The State, its people and levels, and the call that it replies to.

mod call;
mod edit;
mod people;

use egui::Ui;

use self::edit::{change_at_once, text_ui};
use crate::domain::{Assessment, Level, Profile};
use crate::ui::action::Action;
use crate::ui::parts::{group_ui, menu_ui, page_ui, pair_ui};
use crate::ui::state::UiState;
use crate::ui::tokens::space;
use crate::ui::view::View;
use crate::ui::widgets::{ActionButton, Icon, heading};

/// The six languages in which a reply can be sent, as IETF tags.
const LANGUAGES: [&str; 6] = ["ar", "zh", "en", "fr", "ru", "es"];

pub fn profile_ui(ui: &mut Ui, view: &View<'_>, state: &mut UiState) {
    let Some(session) = view.session() else {
        return;
    };
    let assessment = session.assessment();
    page_ui(ui, "profile", |ui| {
        heading::page_title(ui, &view.say("profile-title"));
        ui.add_space(space::XS);
        heading::dim(ui, &view.say("profile-note"));
        ui.add_space(space::L);
        if !view.can_write() {
            heading::note(ui, &view.say("profile-read-only"));
            ui.add_space(space::L);
        }
        groups_ui(ui, view, state, assessment);
        let on = ActionButton::primary(view.say("profile-on")).after(Icon::ArrowRight);
        if on.show(ui).clicked() {
            view.action(Action::ShowQuestions);
        }
        ui.add_space(space::XXL);
    });
}

fn groups_ui(ui: &mut Ui, view: &View<'_>, state: &mut UiState, assessment: &Assessment) {
    let profile = &assessment.profile;
    let say = |key: &str| view.say(key);
    group_ui(ui, &say("profile-state"), "", |ui| {
        state_ui(ui, view, assessment);
    });
    let note = say("profile-levels-note");
    group_ui(ui, &say("profile-levels"), &note, |ui| {
        levels_ui(ui, view, assessment);
    });
    let note = say("profile-people-note");
    group_ui(ui, &say("profile-people"), &note, |ui| {
        people::people_ui(ui, view, profile);
    });
    let note = say("profile-contributors-note");
    group_ui(ui, &say("profile-contributors"), &note, |ui| {
        people::contributors_ui(ui, view, &mut state.contributors, profile);
    });
    let note = say("profile-call-note");
    group_ui(ui, &say("profile-call"), &note, |ui| {
        call::call_ui(ui, view, state, &assessment.call);
    });
}

fn state_ui(ui: &mut Ui, view: &View<'_>, assessment: &Assessment) {
    let profile = &assessment.profile;
    heading::strong(ui, &view.app.library().states.name(profile.state));
    if let Some(source) = &assessment.sample {
        let source = source.as_str().into();
        heading::note(ui, &view.say_with("profile-sample", &[("source", source)]));
    }
    ui.add_space(space::M);
    let label = view.say("profile-institution");
    let id = view.field_id("profile_institution");
    text_ui(ui, view, profile, (id, &label), |profile| {
        &mut profile.institution
    });
    ui.add_space(space::M);
    pair_ui(
        ui,
        |ui| {
            let label = view.say("profile-period");
            let id = view.field_id("profile_period");
            text_ui(ui, view, profile, (id, &label), |profile| {
                &mut profile.period
            });
        },
        |ui| language_ui(ui, view, profile),
    );
}

fn language_ui(ui: &mut Ui, view: &View<'_>, profile: &Profile) {
    let mut options = LANGUAGES
        .map(|tag| (tag, view.words.language(tag)))
        .to_vec();
    let chosen = profile.reply_language.as_str();
    if !chosen.is_empty() && !LANGUAGES.contains(&chosen) {
        options.push((chosen, chosen.to_owned()));
    }
    if let Some(tag) = menu_ui(ui, view, "profile-language", Some(chosen), &options) {
        let tag = tag.to_owned();
        change_at_once(view, profile, |profile| profile.reply_language = tag);
    }
}

fn levels_ui(ui: &mut Ui, view: &View<'_>, assessment: &Assessment) {
    let profile = &assessment.profile;
    let levels = profile.levels;
    ui.add_enabled(
        false,
        egui::Checkbox::new(&mut true, view.say("levels-national")),
    );
    for (level, word) in [
        (Level::Regional, view.say("levels-regional")),
        (Level::Local, view.say("levels-local")),
    ] {
        let mut has = levels.has(level);
        let checkbox = egui::Checkbox::new(&mut has, word);
        if ui.add_enabled(view.can_write(), checkbox).changed() {
            change_at_once(view, profile, |profile| match level {
                Level::Regional => profile.levels.regional = has,
                _ => profile.levels.local = has,
            });
        }
        if !levels.has(level) {
            kept_ui(ui, view, assessment, level);
        }
    }
}

/// Says how many answers of a level that was taken away are kept.
fn kept_ui(ui: &mut Ui, view: &View<'_>, assessment: &Assessment, level: Level) {
    let answers = assessment.answers.values();
    let kept = answers
        .filter(|answer| answer.standing(level).is_some())
        .count();
    if kept != 0 {
        heading::note(ui, &view.count("profile-kept", kept));
    }
}
