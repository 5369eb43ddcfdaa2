//! `guidepost collate`: the files of a round, and what they come to.

use std::collections::BTreeMap;
use std::io::Write;
use std::sync::Arc;

use serde_json::{Value, json};

use super::args::CollateCommand;
use super::json::list_item;
use super::make::{check_is_not_read, check_place, write_bytes};
use super::report::tell_written;
use super::{Outcome, Output, Result, json};
use crate::analysis::{AreaTally, CellTally, Items, StateSet};
use crate::app::Library;
use crate::app::export::{self, format_of};
use crate::app::file::OpenError;
use crate::app::round::{
    Class, Collation, ReportSource, all_cores, collate as collate_files, files, is_own,
};
use crate::domain::{Level, Message, MessageValue, Standing, StateCode, visible_line};
use crate::words::Words;
use crate::{format, store};

/// Reads the files one by one, and prints or writes what they come to.
pub fn collate(command: &CollateCommand, out: &mut Output<'_>) -> Result<Outcome> {
    let library = Library::built_in()?;
    let noted = match &command.round {
        Some(path) => {
            let bytes = store::read(path)?;
            let name = path.display().to_string();
            Some(format::read_round(&bytes, &name, &library.states).map_err(OpenError::Content)?)
        }
        None => None,
    };
    if let Some(path) = &command.output {
        // Said before any work is done.
        format_of(path)?;
        check_is_not_read(path, command.paths.iter().chain(&command.round))?;
        check_place(path, command.force)?;
    }
    let mut found = files(&command.paths)?;
    if let Some(round) = &command.round {
        found.retain(|file| !is_own(file, round));
    }
    let collation = Arc::new(collate_files(
        &found,
        &library.instrument,
        &library.states,
        noted.as_ref(),
        all_cores(),
    ));
    let mut missing_characters = Vec::new();
    if let Some(path) = &command.output {
        let source = ReportSource {
            instrument: library.instrument,
            outline: library.outline,
            states: library.states,
            collation: Arc::clone(&collation),
            noted: noted.unwrap_or_default(),
            today: store::today(),
        };
        let written = export::written(&source.report(&out.words, command.group), path)?;
        write_bytes(path, &written.bytes, command.force)?;
        missing_characters = written.missing_characters;
    }
    if command.json {
        let mut told = collation_json(&collation, &out.words);
        if let (Some(path), Some(told)) = (&command.output, told.as_object_mut()) {
            let written = json!({
                "path": path.display().to_string(),
                "missing_characters": missing_characters,
            });
            told.insert("written".to_owned(), written);
        }
        json::write(&told, out)?;
    } else {
        print(&collation, out)?;
        if let Some(path) = &command.output {
            tell_written(path, &missing_characters, out);
        }
    }
    let is_refused =
        |class| !matches!(class, Class::Counted | Class::Duplicate | Class::Superseded);
    // A round without a file is more likely a path that leads past the replies.
    let is_empty = collation.files.is_empty();
    if is_empty || collation.files.iter().any(|file| is_refused(file.class)) {
        return Ok(Outcome::Found);
    }
    Ok(Outcome::Done)
}

fn print(collation: &Collation, out: &mut Output<'_>) -> Result<()> {
    for file in &collation.files {
        let reason = out.words.explain(&file.reason);
        writeln!(
            out,
            "{:<16} {:<3}  {}\n{:22}{reason}",
            file.class.token(),
            file.state
                .map(|state| state.to_string())
                .unwrap_or_default(),
            visible_line(&file.path.display().to_string()),
            ""
        )?;
    }
    if collation.files.is_empty() {
        out.say(&Message::new("cli-no-files"));
    }
    if collation.is_trial {
        out.say(&Message::new("cli-trial"));
    }
    let counted = collation.tally.counted.len();
    let replied = collation.replied().intersection(&collation.invited).count();
    let told = Message::new("cli-replied").number("replied", replied);
    let told = told.number("invited", collation.invited.len());
    out.say(&told.number("counted", counted));
    let beside = &collation.replied() - &collation.invited;
    if !beside.is_empty() {
        out.say(&of_states("cli-replied-beside", &beside));
    }
    for group in &collation.groups {
        let [replied, invited] = [&group.replied, &group.invited].map(StateSet::len);
        let told = Message::new("cli-group-replied").text("replied", format!("{replied:>3}"));
        let told = out
            .words
            .explain(&told.text("invited", format!("{invited:>3}")));
        writeln!(out, "{:<8}{told}", group.group.token())?;
    }
    if !collation.waiting.is_empty() {
        out.say(&of_states("cli-waiting", &collation.waiting));
    }
    Ok(())
}

fn of_states<'a>(key: &'static str, states: impl IntoIterator<Item = &'a StateCode>) -> Message {
    let states = MessageValue::Text(codes(states).join(", "));
    Message::new(key).with("states", states)
}

fn codes<'a>(states: impl IntoIterator<Item = &'a StateCode>) -> Vec<String> {
    states.into_iter().map(ToString::to_string).collect()
}

/// `guidepost collate --json`
fn collation_json(collation: &Collation, words: &Words) -> Value {
    let tally = &collation.tally;
    let files: Vec<Value> = collation
        .files
        .iter()
        .map(|file| {
            json!({
                "path": file.path.display().to_string(),
                "state": file.state.map(|state| state.to_string()),
                "class": file.class.token(),
                "reason": words.explain(&file.reason),
            })
        })
        .collect();
    let groups: Vec<Value> = collation
        .groups
        .iter()
        .map(|group| {
            json!({
                "group": group.group.token(),
                "invited": group.invited.len(),
                "replied": codes(&group.replied),
            })
        })
        .collect();
    let choices: Vec<Value> = tally
        .choices
        .iter()
        .map(|(id, options)| {
            let options: Vec<Value> = options
                .iter()
                .map(|(option, states)| {
                    json!({ "option": option.as_str(), "states": codes(states) })
                })
                .collect();
            json!({ "id": id.as_str(), "options": options })
        })
        .collect();
    let lists: Vec<Value> = tally
        .lists
        .iter()
        .map(|(id, by_state)| json!({ "id": id.as_str(), "items": items(by_state) }))
        .collect();
    json!({
        "files": files,
        "counted": codes(&tally.counted),
        "waiting": codes(&collation.waiting),
        "invited": collation.invited.len(),
        "trial": collation.is_trial,
        "groups": groups,
        "questions": tally.cells.iter().map(cell).collect::<Vec<_>>(),
        "choices": choices,
        "lists": lists,
        "assistance": tally.assistance.iter().map(area).collect::<Vec<_>>(),
    })
}

fn cell(cell: &CellTally) -> Value {
    let states = |standing| codes(&cell.states(standing).collect::<StateSet>());
    json!({
        "id": cell.question.as_str(),
        "level": Level::token(cell.level),
        "yes": states(Standing::Yes),
        "in_part": states(Standing::InPart),
        "no": states(Standing::No),
        "not_applicable": states(Standing::NotApplicable),
        "not_known": states(Standing::NotKnown),
        "not_answered": codes(&cell.not_answered),
    })
}

fn items(by_state: &BTreeMap<StateCode, Items>) -> Vec<Value> {
    let items = by_state
        .iter()
        .flat_map(|(state, items)| items.iter().map(move |item| (state, item)));
    let items = items.map(|(state, item)| {
        let mut entry = serde_json::Map::new();
        entry.insert("state".to_owned(), json!(state.as_str()));
        if let Value::Object(rest) = list_item(item) {
            entry.extend(rest);
        }
        Value::Object(entry)
    });
    items.collect()
}

fn area(area: &AreaTally) -> Value {
    json!({
        "area": area.area.as_str(),
        "need": codes(&area.need),
        "need_in_part": codes(&area.need_in_part),
        "offer": codes(&area.offer),
        "offer_in_part": codes(&area.offer_in_part),
        "all_areas_need": codes(&area.all_areas_need),
        "all_areas_offer": codes(&area.all_areas_offer),
    })
}
