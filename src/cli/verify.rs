//! `guidepost verify`: whether files are what was sealed.

use std::io::Write;

use anyhow::Result;

use super::args::VerifyCommand;
use super::target::all;
use super::{Outcome, json};
use crate::app::examine::{Examined, examine};
use crate::domain::visible_line;
use crate::format;
use crate::store;
use crate::words::{ENGLISH, Words};

/// Verifies each file once; one that is damaged does not stop the others.
pub fn verify(command: &VerifyCommand, out: &mut dyn Write) -> Result<Outcome> {
    let states = format::built_in_states().map_err(all)?;
    let words = Words::load(ENGLISH);
    let say = |found: &Examined| {
        let sentences = found.sentences(&states);
        let said: Vec<String> = sentences.iter().map(|each| words.explain(each)).collect();
        said.join(" ")
    };
    let mut is_whole = true;
    let mut printed = Vec::new();
    for (place, path) in command.files.iter().enumerate() {
        if command.files[..place]
            .iter()
            .any(|other| store::is_same(other, path))
        {
            continue;
        }
        let found = examine(path);
        is_whole &= found.intact().is_some();
        if command.json {
            printed.push(json::verdict(&found, &say(&found)));
        } else {
            let path = path.display().to_string();
            writeln!(out, "{}\n  {}", visible_line(&path), say(&found))?;
        }
    }
    if command.json {
        json::write(&serde_json::json!({ "files": printed }), out)?;
    }
    Ok(if is_whole {
        Outcome::Done
    } else {
        Outcome::Found
    })
}
