//! `guidepost show`, `coverage` and `gaps`: what an assessment says, and what follows from it.

use std::io::Write;

use super::args::{GapsCommand, Printed};
use super::target::instrument;
use super::{Outcome, Output, Result, json};
use crate::analysis::{self, GapFilter, GapOrder, Group, Profile, Shows};
use crate::app::file;
use crate::domain::{
    Answer, Assessment, Instrument, Level, Message, Question, visible_line, visible_text,
};
use crate::words::Words;

/// The assessment that a command prints something of.
pub(super) fn open(printed: &Printed) -> Result<(Instrument, Assessment)> {
    let instrument = instrument()?;
    let assessment = file::load(&printed.file, &instrument)?.assessment;
    Ok((instrument, assessment))
}

/// Says of a sample that it is one.
pub(super) fn head(assessment: &Assessment, out: &mut Output<'_>) {
    if let Some(source) = &assessment.sample {
        out.say(&Message::new("cli-sample").text("source", source));
    }
}

/// Prints what has been answered.
pub fn show(printed: &Printed, out: &mut Output<'_>) -> Result<Outcome> {
    let (instrument, assessment) = open(printed)?;
    if printed.json {
        json::write(&json::show(&instrument, &assessment), out)?;
        return Ok(Outcome::Done);
    }
    head(&assessment, out);
    let progress = analysis::progress(&instrument, &assessment);
    let state = assessment.profile.state;
    let answered = Message::new("cli-answered").text("state", state.as_str());
    out.say(
        &answered
            .number("done", progress.done)
            .number("all", progress.all),
    );
    for question in instrument.questions() {
        if let Some(answer) = assessment.answers.get(&question.id) {
            show_answer(question, answer, out)?;
        }
    }
    for (id, _) in assessment.unknown_answers(&instrument) {
        writeln!(out)?;
        out.say(&Message::new("cli-unknown-answer").text("id", id.as_str()));
    }
    Ok(Outcome::Done)
}

fn show_answer(question: &Question, answer: &Answer, out: &mut Output<'_>) -> Result<()> {
    let cleared = if answer.cleared.is_some() {
        "  [cleared]"
    } else {
        ""
    };
    writeln!(out, "\n{}  {}{cleared}", question.id, question.text)?;
    for (level, cell) in &answer.cells {
        write!(out, "  {level}: {}", json::standing_token(cell.standing))?;
        if let Some(units) = cell.units {
            let units = out
                .words
                .done_of_all(units.having() as usize, units.all() as usize);
            write!(out, ", {units}")?;
        }
        if let Some(application) = cell.application {
            write!(out, ", {application}")?;
        }
        if !cell.note.is_empty() {
            write!(out, " ({})", visible_line(&cell.note))?;
        }
        writeln!(out)?;
    }
    if let Some(option) = &answer.choice {
        writeln!(out, "  choice: {option}")?;
    }
    for (field, text) in &answer.texts {
        writeln!(out, "  {field}: {}", visible_text(text))?;
    }
    for (_, item) in &answer.items {
        writeln!(out, "  - {}", visible_line(&item.name))?;
    }
    let all_areas = std::iter::once(("all", &answer.assistance.all_areas));
    let rows = answer
        .assistance
        .rows
        .iter()
        .map(|(area, row)| (area.as_str(), row));
    for (area, row) in all_areas.chain(rows) {
        for (side, given) in [("need", &row.need), ("offer", &row.offer)] {
            if let Some(extent) = given.extent {
                let reason = visible_line(&given.reason);
                writeln!(out, "  {area}: {side} {extent} {reason}")?;
            }
        }
    }
    for (_, evidence) in &answer.evidence {
        writeln!(out, "  evidence: {}", visible_line(&evidence.title))?;
    }
    Ok(())
}

/// Prints the profile of each principle and section.
pub fn coverage(printed: &Printed, out: &mut Output<'_>) -> Result<Outcome> {
    let (instrument, assessment) = open(printed)?;
    let coverage = analysis::coverage(&instrument, &assessment);
    if printed.json {
        json::write(&json::coverage(&coverage), out)?;
        return Ok(Outcome::Done);
    }
    head(&assessment, out);
    for profile in coverage.principles.iter().chain(&coverage.sections) {
        let title = match &profile.group {
            Group::Principle(number) => instrument
                .principles()
                .iter()
                .find(|principle| principle.number == *number)
                .map_or_else(String::new, |principle| {
                    format!("{} ({number})", principle.title)
                }),
            Group::Section(id) => instrument
                .section(id)
                .map(|section| section.title.clone())
                .unwrap_or_default(),
        };
        if profile.shows != Shows::NotAsked {
            writeln!(
                out,
                "{title:<45} {:<9} {}",
                profile.level.token(),
                profile_words(profile, &out.words)
            )?;
        }
    }
    Ok(Outcome::Done)
}

/// As the window says it; of too few cells for a percentage, the counts themselves.
fn profile_words(profile: &Profile, words: &Words) -> String {
    if profile.shows != Shows::Cells {
        return words.profile(profile);
    }
    let tally = &profile.tally;
    let counts = Message::new("cli-cells").number("yes", tally.yes);
    let counts = counts.number("in_part", tally.in_part);
    words.explain(&counts.number("no", tally.no).number("open", tally.open()))
}

/// Prints the gaps.
pub fn gaps(command: &GapsCommand, out: &mut Output<'_>) -> Result<Outcome> {
    let (instrument, assessment) = open(&command.printed)?;
    let gaps = analysis::gaps(&instrument, &assessment);
    let filter = GapFilter {
        standing: command.standing,
        level: command.level,
        principle: command.principle,
        section: None,
    };
    let selected = filter.select(&gaps, GapOrder::Instrument);
    if command.printed.json {
        json::write(&json::gaps(&selected), out)?;
        return Ok(Outcome::Done);
    }
    head(&assessment, out);
    for gap in &selected {
        let title = instrument
            .question(&gap.question)
            .map_or("", |question| &question.title);
        let level = Level::token(gap.level);
        let standing = json::standing_token(gap.standing);
        writeln!(
            out,
            "{:<17} {level:<9} {standing:<13} {title}",
            gap.question
        )?;
    }
    out.say(&Message::new("cli-gaps").number("count", selected.len()));
    Ok(Outcome::Done)
}
