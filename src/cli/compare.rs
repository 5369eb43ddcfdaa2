//! `guidepost compare`: what moved between two assessments of one State.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;

use super::target::instrument;
use super::{Outcome, Output, Result, json};
use crate::analysis::{self, is_changed_since};
use crate::app::file;
use crate::domain::{Instrument, Message, QuestionId};

/// `guidepost compare`
#[derive(Debug, Args)]
pub struct CompareCommand {
    /// The earlier assessment, such as that of the last call.
    pub old: PathBuf,
    /// The later assessment of the same State.
    pub new: PathBuf,
    /// Prints JSON.
    #[arg(long)]
    pub json: bool,
}

/// Prints the cells that moved, the questions that have changed, and those that were added.
pub fn compare(command: &CompareCommand, out: &mut Output<'_>) -> Result<Outcome> {
    let instrument = instrument()?;
    let before = file::load(&command.old, &instrument)?.assessment;
    let after = file::load(&command.new, &instrument)?.assessment;
    let comparison = analysis::compare(&instrument, &before, &after)?;
    if command.json {
        json::write(&json::comparison(&comparison), out)?;
        return Ok(Outcome::Done);
    }
    let title = |id: &QuestionId| title_of(&instrument, id);
    for cell in &comparison.moved {
        let (before, after) = (
            json::standing_token(cell.before),
            json::standing_token(cell.after),
        );
        writeln!(
            out,
            "{:<17} {:<9} {before:<15} {after:<15} {}",
            cell.question.as_str(),
            cell.level.token(),
            title(&cell.question)
        )?;
    }
    for id in &comparison.revised {
        let answer = instrument.question(id).zip(after.answers.get(id));
        let is_open = answer.is_some_and(|(question, answer)| is_changed_since(question, answer));
        let said = out.words.say(if is_open {
            "cli-changed-confirm"
        } else {
            "cli-changed"
        });
        writeln!(out, "{:<17} {said}: {}", id.as_str(), title(id))?;
    }
    for id in &comparison.added {
        let said = out.words.say("cli-added");
        writeln!(out, "{:<17} {said}: {}", id.as_str(), title(id))?;
    }
    let moved = Message::new("cli-moved").number("moved", comparison.moved.len());
    let moved = moved.number("changed", comparison.revised.len());
    out.say(&moved.number("added", comparison.added.len()));
    Ok(Outcome::Done)
}

fn title_of<'a>(instrument: &'a Instrument, id: &QuestionId) -> &'a str {
    let question = instrument.question(id);
    question.map_or("", |question| &question.title)
}
