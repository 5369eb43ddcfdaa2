//! `guidepost instrument`: what Guidepost asks, and whether another instrument holds together.

use std::io::Write;
use std::path::Path;

use anyhow::Result;

use super::target::instrument;
use super::{Outcome, json};
use crate::domain::Level;
use crate::{format, store};

/// Checks an instrument and its texts, which stand beside it.
pub fn check(path: &Path, out: &mut dyn Write) -> Result<Outcome> {
    let text_path = path.with_file_name("text.en.ron");
    let structure = String::from_utf8_lossy(&store::read(path)?).into_owned();
    let text = String::from_utf8_lossy(&store::read(&text_path)?).into_owned();
    match format::read_instrument(&structure, &text) {
        Ok(instrument) => {
            let questions = instrument.questions().len();
            let paragraphs = instrument.parts().paragraphs.len();
            let id = &instrument.parts().id;
            writeln!(
                out,
                "{id}: {questions} questions on {paragraphs} paragraphs; no fault"
            )?;
            Ok(Outcome::Done)
        }
        Err(faults) => {
            for fault in &faults {
                writeln!(out, "{fault}")?;
            }
            writeln!(out, "{} faults: {}", faults.len(), path.display())?;
            Ok(Outcome::Found)
        }
    }
}

/// Prints the instrument.
pub fn show(as_json: bool, out: &mut dyn Write) -> Result<Outcome> {
    let instrument = instrument()?;
    if as_json {
        json::write(&json::instrument(&instrument), out)?;
        return Ok(Outcome::Done);
    }
    for section in instrument.sections() {
        writeln!(
            out,
            "\n{} (paragraphs {})",
            section.title, section.paragraphs
        )?;
        for question in instrument.questions_of(&section.id) {
            let levels: Vec<&str> = question
                .levels
                .iter()
                .map(|level| Level::token(*level))
                .collect();
            let kind = question.kind.token();
            writeln!(out, "  {:<17} {}", question.id, question.text)?;
            writeln!(out, "  {:<17} {kind}; {}", "", levels.join(", "))?;
        }
    }
    Ok(Outcome::Done)
}
