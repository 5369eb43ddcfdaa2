//! `guidepost instrument`: what Guidepost asks, and whether another instrument holds together.

use std::io::Write;
use std::path::Path;

use super::target::instrument;
use super::{Outcome, Output, Result, json};
use crate::domain::{Level, Message};
use crate::{format, store};

/// Checks an instrument and its texts, which stand beside it.
pub fn check(path: &Path, out: &mut Output<'_>) -> Result<Outcome> {
    let text_path = path.with_file_name("text.en.ron");
    let structure = String::from_utf8_lossy(&store::read(path)?).into_owned();
    let text = String::from_utf8_lossy(&store::read(&text_path)?).into_owned();
    match format::read_instrument(&structure, &text) {
        Ok(instrument) => {
            let questions = instrument.questions().len();
            let paragraphs = instrument.parts().paragraphs.len();
            let id = &instrument.parts().id;
            let whole = Message::new("cli-instrument-whole").text("id", id.as_str());
            let whole = whole.number("questions", questions);
            out.say(&whole.number("paragraphs", paragraphs));
            Ok(Outcome::Done)
        }
        Err(faults) => {
            for fault in &faults {
                out.say(fault);
            }
            let count = Message::new("cli-instrument-faults").number("count", faults.len());
            out.say(&count.path("path", path));
            Ok(Outcome::Found)
        }
    }
}

/// Prints the instrument.
pub fn show(as_json: bool, out: &mut Output<'_>) -> Result<Outcome> {
    let instrument = instrument()?;
    if as_json {
        json::write(&json::instrument(&instrument), out)?;
        return Ok(Outcome::Done);
    }
    for section in instrument.sections() {
        writeln!(out)?;
        let title = Message::new("cli-section").text("title", &section.title);
        out.say(&title.text("paragraphs", &section.paragraphs));
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
