//! The files of the program, and what each of them uses.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// A file of the program.
pub(super) struct Source {
    /// Its path, such as `src/domain/edit.rs`.
    pub(super) path: String,
    /// Its layer, such as `domain`.
    pub(super) layer: String,
    pub(super) text: String,
}

impl Source {
    /// How many modules it stands in, itself counted: 2 for `src/domain/edit.rs`.
    pub(super) fn depth(&self) -> usize {
        let inside = self.path.trim_end_matches("/mod.rs");
        inside.matches('/').count()
    }

    /// The module that it is, such as `domain::edit`.
    fn module(&self) -> String {
        let inside = self.path.trim_start_matches("src/");
        let inside = inside.trim_end_matches("/mod.rs").trim_end_matches(".rs");
        inside.replace('/', "::")
    }

    /// The lines of code with their numbers: without comments, and without the tests below.
    pub(super) fn code(&self) -> impl Iterator<Item = (usize, &str)> {
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

pub(super) fn files_under(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files_under(&path, found);
        } else {
            found.push(path);
        }
    }
}

pub(super) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

pub(super) fn sources() -> Vec<Source> {
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

/// The paths of this crate in a text, such as `store::Settings`, with lists opened up.
pub(super) fn paths_of_crate(text: &str) -> Vec<String> {
    paths_behind("crate", text)
}

/// The paths in a text that begin with this name, without it, and with lists opened up.
fn paths_behind(name: &str, text: &str) -> Vec<String> {
    let mut paths = Vec::new();
    let start_of_path = format!("{name}::");
    for (start, _) in text.match_indices(&start_of_path) {
        let before = text[..start].chars().next_back();
        if before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':') {
            continue;
        }
        open_up("", &text[start + start_of_path.len()..], &mut paths);
    }
    paths
}

/// The files of a layer by their modules, each with the modules that it uses.
pub(super) fn uses_within(layer: &str) -> BTreeMap<String, BTreeSet<String>> {
    let sources = sources();
    let own = sources.iter().filter(|source| source.layer == layer);
    let texts: BTreeMap<String, String> = own
        .map(|source| {
            let code: Vec<&str> = source.code().map(|(_, line)| line).collect();
            (source.module(), code.join("\n"))
        })
        .collect();
    let used_by = |(module, text): (&String, &String)| {
        let paths = paths_from(module, text, &texts);
        let used = paths.iter().filter_map(|path| file_of(path, &texts));
        let used = used.filter(|used| used != module).collect();
        (module.clone(), used)
    };
    texts.iter().map(used_by).collect()
}

/// The paths in the text of a module, all from the crate's root.
fn paths_from(module: &str, text: &str, files: &BTreeMap<String, String>) -> Vec<String> {
    let mut paths = paths_of_crate(text);
    let inside = |path: String| format!("{module}::{path}");
    paths.extend(paths_behind("self", text).into_iter().map(inside));
    for path in paths_behind("super", text) {
        let mut from = parent(module);
        let mut path = path.as_str();
        while let Some(rest) = path.strip_prefix("super::") {
            from = parent(from);
            path = rest;
        }
        paths.push(format!("{from}::{path}"));
    }
    let children = files.keys().filter(|each| parent(each) == module);
    for child in children {
        let name = child.rsplit("::").next().unwrap();
        let named = paths_behind(name, text).into_iter();
        paths.extend(named.map(|path| format!("{child}::{path}")));
    }
    paths
}

fn parent(module: &str) -> &str {
    module.rsplit_once("::").map_or("", |(parent, _)| parent)
}

/// The file that a path leads into.
fn file_of(path: &str, files: &BTreeMap<String, String>) -> Option<String> {
    let mut path = path;
    while !path.is_empty() {
        if files.contains_key(path) {
            return Some(path.to_owned());
        }
        path = parent(path);
    }
    None
}

/// The groups of files that use each other in a circle.
pub(super) fn circles(uses: &BTreeMap<String, BTreeSet<String>>) -> Vec<BTreeSet<&str>> {
    let reached_from = |start: &str| {
        let mut reached: BTreeSet<&str> = BTreeSet::new();
        let mut waiting: Vec<&str> = uses[start].iter().map(String::as_str).collect();
        while let Some(next) = waiting.pop() {
            if reached.insert(next) {
                waiting.extend(uses[next].iter().map(String::as_str));
            }
        }
        reached
    };
    let reached: BTreeMap<&str, BTreeSet<&str>> = uses
        .keys()
        .map(|file| (file.as_str(), reached_from(file)))
        .collect();
    let mut circles: Vec<BTreeSet<&str>> = Vec::new();
    for (file, own) in &reached {
        let back = own.iter().filter(|other| reached[**other].contains(file));
        let circle: BTreeSet<&str> = back.copied().collect();
        if !circle.is_empty() && !circles.contains(&circle) {
            circles.push(circle);
        }
    }
    circles
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
fn a_circle_of_files_is_found() {
    let uses = [
        ("a", &["b"][..]),
        ("b", &["c"]),
        ("c", &["b"]),
        ("d", &["a"]),
    ];
    let uses = uses.map(|(file, below)| {
        let below = below.iter().map(|each| (*each).to_owned());
        (file.to_owned(), below.collect())
    });
    assert_eq!(circles(&uses.into()), [BTreeSet::from(["b", "c"])]);
}
