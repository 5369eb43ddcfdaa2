//! The disk, as the store leaves it.

mod autosave;
mod backups;
mod errors;
mod files;
mod fingerprint;
mod killed;
mod lock;
mod process;
mod refused;
mod saver;
mod settings;

use std::fs;
use std::path::Path;

/// The names in a folder, sorted.
fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

/// The name of an error's variant.
fn variant(err: &impl std::fmt::Debug) -> String {
    let text = format!("{err:?}");
    let end = text.find([' ', '(', '{']).unwrap_or(text.len());
    text[..end].to_owned()
}
