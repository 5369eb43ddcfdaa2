//! The walls of the house: which layer uses which, and what must be absent where. The table below is
//! that of `ARCHITECTURE.md`.

mod source;

use std::collections::BTreeSet;
use std::fs;

use self::source::{circles, files_under, paths_of_crate, root, sources, uses_within};

/// Each layer with the layers that it may use besides itself.
const ARROWS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("analysis", &["domain"]),
    ("format", &["domain"]),
    ("words", &["analysis", "domain"]),
    ("report", &["words", "format", "analysis", "domain"]),
    ("store", &["format", "domain"]),
    (
        "app",
        &["store", "report", "words", "analysis", "format", "domain"],
    ),
    (
        "cli",
        &[
            "app", "store", "report", "words", "analysis", "format", "domain",
        ],
    ),
    (
        "ui",
        &["app", "report", "words", "store", "analysis", "domain"],
    ),
    ("main", &["cli", "ui"]),
    ("lib", &[]),
];

/// The floors of the window, low to high: a file uses its own floor and those below. A floor has the
/// modules whose paths begin so, but for those that a longer path in this table takes.
const FLOORS: &[&[&str]] = &[
    &["ui::tokens"],
    &["ui::widgets"],
    &["ui::state"],
    &["ui::view", "ui::action"],
    &["ui::parts"],
    &["ui::dialogs"],
    &["ui::screens::assessment", "ui::screens::office"],
    &["ui::screens"],
    &["ui::frame"],
    &["ui::shell"],
    &["ui"],
];

/// What the window may take from `store`: what a view shows, and never what touches a file; those
/// run behind `app`.
const STORE_FOR_THE_WINDOW: &[&str] = &[
    "Backup",
    "Backups",
    "Folders",
    "Holder",
    "RecentFile",
    "Settings",
    "SettingsFault",
    "StoreError",
    "TextSize",
    "Theme",
    "WindowSize",
    "documents_folder",
    "has_display",
    "is_asked_for",
    "is_there",
    "local",
    "new_identity",
    "on_request_to_end",
    "show_in_folder",
    "time_zone",
];

/// Words that may stand only in these layers, or in these files.
const ONLY_IN: &[(&str, &[&str])] = &[
    ("egui::", &["ui"]),
    ("eframe::", &["ui"]),
    ("std::fs", &["store"]),
    ("fs::", &["store"]),
    ("File::", &["store"]),
    ("std::env", &["store", "main"]),
    ("std::process::Command", &["store"]),
    ("Timestamp::now", &["store"]),
    ("Zoned::now", &["store"]),
    ("SystemTime", &["store"]),
    ("Uuid::new_v4", &["store"]),
    ("TimeZone::system", &["store"]),
    // Intervals, for timers; no date comes from them.
    ("Instant::now", &["store", "app", "ui"]),
    ("thread::spawn", &["store", "app", "ui"]),
    ("serde::", &["format", "report", "store", "cli"]),
    ("serde_json", &["cli", "report"]),
    ("ron::", &["format", "store"]),
    ("clap::", &["cli"]),
    ("guidepost_typesetter", &["report"]),
    ("println!", &[]),
    ("eprintln!", &[]),
    ("unsafe", &[]),
];

/// Words that stop the program; they may stand in tests alone.
const STOPS: &[&str] = &[
    ".unwrap()",
    ".expect(",
    "panic!",
    "todo!",
    "unimplemented!",
    "unreachable!",
    "dbg!",
];

/// Fails with every fault that was found.
#[track_caller]
fn none(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn every_file_uses_its_own_layer_and_those_below_along_the_arrows() {
    let mut faults = Vec::new();
    for source in sources() {
        let Some((_, allowed)) = ARROWS.iter().find(|(layer, _)| *layer == source.layer) else {
            faults.push(format!("{}: is in no layer", source.path));
            continue;
        };
        let code: Vec<&str> = source.code().map(|(_, line)| line).collect();
        let code = code.join("\n").replace("guidepost::", "crate::");
        for path in paths_of_crate(&code) {
            let layer = path.split("::").next().unwrap();
            let is_layer = ARROWS.iter().any(|(known, _)| *known == layer);
            if is_layer && layer != source.layer && !allowed.contains(&layer) {
                faults.push(format!("{}: uses {path}", source.path));
            }
        }
        let up = "super::".repeat(source.depth());
        if code.contains(&up) {
            faults.push(format!(
                "{}: {up} leaves the layer by the roof",
                source.path
            ));
        }
    }
    none(&faults);
}

/// The floor of a module of the window, and which of that floor's paths it stands under.
fn floor_of(module: &str) -> (usize, &'static str) {
    let paths = (0..).zip(FLOORS).flat_map(|(floor, paths)| {
        let paths = paths.iter().copied();
        paths.map(move |path| (floor, path))
    });
    let is_over = |path: &str| {
        let below = module.strip_prefix(path);
        below.is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
    };
    let own = paths.filter(|(_, path)| is_over(path));
    own.max_by_key(|(_, path)| path.len()).unwrap()
}

#[test]
fn every_file_of_the_window_uses_its_own_floor_and_those_below() {
    let mut faults = Vec::new();
    for (file, used) in uses_within("ui") {
        let (floor, own) = floor_of(&file);
        for used in used {
            let (below, other) = floor_of(&used);
            let is_beside = own.starts_with("ui::screens::") && floor == below && own != other;
            if floor < below || is_beside {
                faults.push(format!("{file}: uses {used}"));
            }
        }
    }
    none(&faults);
}

#[test]
fn no_files_of_the_window_use_each_other_in_a_circle() {
    let uses = uses_within("ui");
    let faults: Vec<String> = circles(&uses)
        .iter()
        .map(|circle| format!("{circle:?}"))
        .collect();
    none(&faults);
}

#[test]
fn the_window_takes_no_more_from_the_store_than_what_it_shows() {
    let mut faults = Vec::new();
    for source in sources().iter().filter(|source| source.layer == "ui") {
        let code: Vec<&str> = source.code().map(|(_, line)| line).collect();
        let code = code.join("\n");
        let mut taken: BTreeSet<String> = BTreeSet::new();
        for path in paths_of_crate(&code) {
            let mut parts = path.split("::");
            if parts.next() == Some("store") {
                taken.extend(parts.next().map(str::to_owned));
            }
        }
        for (start, word) in code.match_indices("store::") {
            let name = code[start + word.len()..]
                .split(|sign: char| !sign.is_alphanumeric() && sign != '_');
            taken.extend(
                name.take(1)
                    .filter(|name| !name.is_empty())
                    .map(str::to_owned),
            );
        }
        taken.remove("self");
        for name in taken
            .iter()
            .filter(|name| !STORE_FOR_THE_WINDOW.contains(&name.as_str()))
        {
            faults.push(format!("{}: uses store::{name}", source.path));
        }
    }
    none(&faults);
}

#[test]
fn what_belongs_to_one_layer_stands_in_no_other() {
    let mut faults = Vec::new();
    for source in sources() {
        for (number, line) in source.code() {
            for (word, layers) in ONLY_IN {
                let found = line.match_indices(word).any(|(start, _)| {
                    let before = line[..start].chars().next_back();
                    !before.is_some_and(|sign| sign.is_alphanumeric() || sign == '_')
                });
                if found && !layers.contains(&source.layer.as_str()) {
                    faults.push(format!(
                        "{}:{number}: {word} belongs in {layers:?}",
                        source.path
                    ));
                }
            }
        }
    }
    none(&faults);
}

#[test]
fn nothing_stops_the_program_on_purpose() {
    let mut faults = Vec::new();
    for source in sources() {
        for (number, line) in source.code() {
            for word in STOPS.iter().filter(|word| line.contains(*word)) {
                faults.push(format!("{}:{number}: {word}", source.path));
            }
        }
    }
    none(&faults);
}

#[test]
fn every_file_says_what_it_is_for() {
    let silent = sources()
        .into_iter()
        .filter(|source| !source.text.starts_with("//! "));
    let faults: Vec<String> = silent.map(|source| source.path).collect();
    none(&faults);
}

#[test]
fn the_layers_of_the_library_are_those_of_the_arrows() {
    let library = fs::read_to_string(root().join("src/lib.rs")).unwrap();
    let modules = library
        .lines()
        .filter_map(|line| line.trim().strip_prefix("pub mod "));
    for module in modules {
        let name = module.trim_end_matches(';');
        assert!(
            ARROWS.iter().any(|(layer, _)| *layer == name),
            "{name} is in no layer"
        );
    }
    let logic = |line: &str| {
        !(line.is_empty()
            || line.starts_with("//!")
            || line.starts_with("pub mod ")
            || line.starts_with("#[cfg("))
    };
    let lines: Vec<&str> = library.lines().filter(|line| logic(line)).collect();
    assert_eq!(lines, [""; 0], "lib.rs holds no logic");
}

#[test]
fn nothing_tells_of_the_machine_that_it_was_written_on() {
    let mut paths = Vec::new();
    for folder in [
        "src",
        "typesetter",
        "tests",
        "benches",
        "guidelines",
        "assets",
        "docs",
        ".ci",
        "packaging",
    ] {
        if root().join(folder).is_dir() {
            files_under(&root().join(folder), &mut paths);
        }
    }
    for entry in fs::read_dir(root()).unwrap() {
        let path = entry.unwrap().path();
        let is_git = path.file_name().is_some_and(|name| name == ".git");
        if path.is_file() && !is_git {
            paths.push(path);
        }
    }
    let own = root().to_str().unwrap().to_owned();
    let home = ["/ho", "me/"].concat();
    let work = ["/wo", "rk/"].concat();
    let mut faults = Vec::new();
    for path in paths {
        let Ok(text) = fs::read_to_string(&path) else {
            continue;
        };
        for place in [own.as_str(), &home, &work, "/root/", "C:\\Users\\"] {
            let is_this_file = path.ends_with("architecture.rs");
            if text.contains(place) && !is_this_file {
                faults.push(format!("{}: {place}", path.display()));
            }
        }
    }
    none(&faults);
}
