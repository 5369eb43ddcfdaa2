//! The files of the program, and what each of them uses.

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
