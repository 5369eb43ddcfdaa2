//! The figures on the screen of gaps, as a screen reader hears them.

use std::path::Path;

use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use guidepost::app::{Command, Route};
use serde_json::Value;

use super::{Profile, figures_in_words, gap_counts, numbers};
use crate::screens_kit::{Program, View, program};

/// Opens the file in a window, and reads what its gaps say, level by level.
pub fn check(path: &Path, profiles: &[Profile], gaps: &[Value]) {
    let home = tempfile::tempdir().unwrap();
    let mut window = program(View::LIGHT.sized(1360.0, 2400.0), home.path());
    window.state_mut().handle(Command::Open(path.to_owned()));
    window.run();
    window.state_mut().handle(Command::Go(Route::Gaps));
    window.run();
    if !gaps.is_empty() {
        let [all, no, in_part, not_known, not_answered] = gap_counts(gaps);
        window.get_by_label(&format!(
            "{all} · No {no} · In part {in_part} · no information {not_known} · not answered {not_answered}"
        ));
    }

    let principles = profiles.iter();
    let principles =
        principles.filter(|each| each.about.starts_with("principle") && each.is_said());
    let mut principles: Vec<&Profile> = principles.collect();
    principles.sort_by_key(|each| each.level);
    for of_level in principles.chunk_by(|one, next| one.level == next.level) {
        let level = of_level[0].level_name();
        if let Some(pill) = window.query_by_role_and_label(Role::RadioButton, level) {
            pill.click();
            window.run();
        }
        let lines = names(&window);
        for profile in of_level {
            let (title, _) = profile.name.rsplit_once(" (").unwrap();
            let line = lines.iter().find(|name| name.starts_with(title));
            let line = line.unwrap_or_else(|| panic!("{title} is not among {lines:#?}"));
            let [.., words, tally] = line.split(". ").collect::<Vec<_>>()[..] else {
                panic!("{line}");
            };
            assert_eq!(numbers(words), figures_in_words(profile), "{line}");
            if tally.is_empty() {
                assert_eq!(profile.json["shows"], "not_applicable");
                continue;
            }
            let counts = ["yes", "in_part", "no"].map(|key| profile.number(key));
            let counts = counts.into_iter().chain([profile.open()]);
            assert_eq!(numbers(tally), counts.collect::<Vec<_>>(), "{line}");
        }
    }
}

/// The names of all buttons.
fn names(window: &Harness<'_, Program>) -> Vec<String> {
    let nodes = window.root().children_recursive();
    nodes
        .map(|node| node.accesskit_node())
        .filter(|node| node.role() == Role::Button)
        .filter_map(|node| node.label())
        .collect()
}
