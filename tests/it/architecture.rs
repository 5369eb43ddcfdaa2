//! The walls of the house: which layer uses which, and what must be absent where. The table below is
//! that of `ARCHITECTURE.md`.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Each layer with the layers that it may use besides itself.
const ARROWS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("analysis", &["domain"]),
    ("format", &["domain"]),
    ("report", &["analysis", "domain"]),
    ("store", &["format", "domain"]),
    ("app", &["store", "report", "analysis", "format", "domain"]),
    (
        "cli",
        &["app", "store", "report", "analysis", "format", "domain"],
    ),
    ("ui", &["app", "store", "analysis", "domain"]),
    ("main", &["cli", "ui"]),
    ("lib", &[]),
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
    "local",
    "new_identity",
    "show_in_folder",
];

/// Words that may stand only in these layers, or in these files.
const ONLY_IN: &[(&str, &[&str])] = &[
    ("egui::", &["ui"]),
    ("eframe::", &["ui"]),
    ("std::fs", &["store"]),
    ("fs::", &["store"]),
    ("File::", &["store"]),
    // The window asks whether there is a display.
    ("std::env", &["store", "ui"]),
    ("std::process::Command", &["store"]),
    ("Timestamp::now", &["store"]),
    ("Zoned::now", &["store"]),
    ("SystemTime", &["store"]),
    ("Uuid::new_v4", &["store"]),
    ("TimeZone::system", &["store"]),
    // Intervals, for timers; no date comes from them.
    ("Instant::now", &["store", "app", "ui"]),
    ("thread::spawn", &["store", "app", "ui"]),
    ("serde::", &["format", "store", "cli"]),
    ("serde_json", &["cli"]),
    ("ron::", &["format", "store"]),
    ("anyhow", &["cli", "main"]),
    ("clap::", &["cli", "main"]),
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

/// Files of more than 400 lines, each with the lines that it may have and why.
const LONG_FILES: &[(&str, usize, &str)] = &[
    (
        "src/cli/args.rs",
        540,
        "the commands' help, which reads as a table",
    ),
    (
        "src/app/mod.rs",
        540,
        "to be split: the state of the program, and its commands",
    ),
    (
        "src/app/session.rs",
        480,
        "to be split: the session, and the writer of its file",
    ),
];

/// A file of the program.
struct Source {
    /// Its path, such as `src/domain/edit.rs`.
    path: String,
    /// Its layer, such as `domain`.
    layer: String,
    text: String,
}

impl Source {
    /// How many modules it stands in, itself counted: 2 for `src/domain/edit.rs`.
    fn depth(&self) -> usize {
        let inside = self.path.trim_end_matches("/mod.rs");
        inside.matches('/').count()
    }

    /// The lines of code with their numbers: without comments, and without the tests below.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = self
            .text
            .lines()
            .take_while(|line| line.trim() != "#[cfg(test)]");
        let lines = (1..).zip(lines);
        lines.filter_map(|(number, line)| {
            let line = line.trim();
            (!line.starts_with("//")).then_some((number, line))
        })
    }
}

fn files_under(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files_under(&path, found);
        } else {
            found.push(path);
        }
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn sources() -> Vec<Source> {
    let mut paths = Vec::new();
    files_under(&root().join("src"), &mut paths);
    paths.sort();
    let sources: Vec<Source> = paths
        .iter()
        .map(|path| {
            let inside = path.strip_prefix(root()).unwrap();
            let names: Vec<&str> = inside.iter().map(|name| name.to_str().unwrap()).collect();
            let layer = names[1].strip_suffix(".rs").unwrap_or(names[1]).to_owned();
            Source {
                path: names.join("/"),
                layer,
                text: fs::read_to_string(path).unwrap(),
            }
        })
        .collect();
    assert!(50 < sources.len(), "the program has files");
    sources
}

/// Fails with every fault that was found.
#[track_caller]
fn none(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

/// The paths of this crate in a text, such as `store::Settings`, with lists opened up.
fn paths_of_crate(text: &str) -> Vec<String> {
    let mut paths = Vec::new();
    for (start, _) in text.match_indices("crate::") {
        let before = text[..start].chars().next_back();
        if before.is_some_and(|sign| sign.is_alphanumeric() || sign == '_') {
            continue;
        }
        open_up("", &text[start + "crate::".len()..], &mut paths);
    }
    paths
}

/// Opens `a::{b, c::d}` up to `a::b` and `a::c::d`; gives back what follows the path.
fn open_up<'a>(before: &str, text: &'a str, paths: &mut Vec<String>) -> &'a str {
    let text = text.trim_start();
    if let Some(mut rest) = text.strip_prefix('{') {
        loop {
            rest = rest.trim_start().trim_start_matches(',').trim_start();
            match rest.strip_prefix('}') {
                Some(after) => return after,
                None if rest.is_empty() => return rest,
                None => rest = open_up(before, rest, paths),
            }
        }
    }
    let is_part = |sign: char| sign.is_alphanumeric() || sign == '_' || sign == '*';
    let end = text.find(|sign| !is_part(sign)).unwrap_or(text.len());
    let (name, rest) = text.split_at(end);
    let path = if before.is_empty() {
        name.to_owned()
    } else {
        format!("{before}::{name}")
    };
    if let Some(more) = rest.strip_prefix("::") {
        return open_up(&path, more, paths);
    }
    if name.is_empty() {
        // Something that is no path: go on behind it.
        return rest.get(1..).unwrap_or_default();
    }
    paths.push(path);
    rest.trim_start()
        .strip_prefix("as ")
        .map_or(rest, |alias| alias.trim_start_matches(is_part))
}

#[test]
fn paths_are_found_in_every_form() {
    let text = "use crate::domain::{Answer, edit::Edit as E};\nuse crate::{format, store::{self, Lock}};\n\
        let x: crate::app::App = mycrate::ui::run(crate::cli::run);";
    let expected = [
        "domain::Answer",
        "domain::edit::Edit",
        "format",
        "store::self",
        "store::Lock",
        "app::App",
        "cli::run",
    ];
    assert_eq!(paths_of_crate(text), expected);
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
fn every_file_says_what_it_is_for_and_is_of_a_length_to_read() {
    let mut faults = Vec::new();
    for source in sources() {
        if !source.text.starts_with("//! ") {
            faults.push(format!("{}: does not begin with //!", source.path));
        }
        let excepted = LONG_FILES.iter().find(|(path, ..)| *path == source.path);
        let most = excepted.map_or(400, |(_, most, _)| *most);
        let lines = source.text.lines().count();
        if most < lines {
            faults.push(format!("{}: has {lines} lines of {most}", source.path));
        }
        if excepted.is_some() && lines <= 400 {
            faults.push(format!("{}: needs no exception any more", source.path));
        }
    }
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
