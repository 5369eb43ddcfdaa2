//! `guidepost verify`: whether files are what was sealed.

use std::io::Write;

use super::args::VerifyCommand;
use super::{Outcome, Output, Result, json};
use crate::app::examine::examine;
use crate::domain::visible_line;
use crate::format;
use crate::store;

/// Verifies each file once; one that is damaged does not stop the others.
pub fn verify(command: &VerifyCommand, out: &mut Output<'_>) -> Result<Outcome> {
    let states = format::built_in_states()?;
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
        let sentences = found.sentences(&states);
        let sentences = sentences.iter().map(|each| out.words.explain(each));
        let said = sentences.collect::<Vec<_>>().join(" ");
        if command.json {
            printed.push(json::verdict(&found, &said));
        } else {
            let path = path.display().to_string();
            writeln!(out, "{}\n  {said}", visible_line(&path))?;
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
