//! `guidepost verify`: whether files are what was sealed.

use std::io::Write;

use anyhow::Result;

use super::args::VerifyCommand;
use super::target::all;
use super::{Outcome, json};
use crate::app::verify::{Verdict, verify as verify_file};
use crate::format;

/// Verifies each file; one that is damaged does not stop the others.
pub fn verify(command: &VerifyCommand, out: &mut dyn Write) -> Result<Outcome> {
    let states = format::built_in_states().map_err(all)?;
    let files = command.files.iter();
    let verdicts: Vec<Verdict> = files.map(|path| verify_file(path, &states)).collect();
    if command.json {
        json::write(&json::verdicts(&verdicts), out)?;
    } else {
        for verdict in &verdicts {
            writeln!(out, "{}\n  {}", verdict.path.display(), verdict.text)?;
        }
    }
    if verdicts.iter().all(|verdict| verdict.intact) {
        Ok(Outcome::Done)
    } else {
        Ok(Outcome::Found)
    }
}
