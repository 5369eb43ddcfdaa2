//! `guidepost answer` and `guidepost evidence`: what a question is given.

use std::collections::BTreeSet;
use std::ffi::OsStr;

use super::args::{
    AnswerCommand, EvidenceCommand, NONE, level_and_rest, parse_area, parse_standing,
};
use super::target::Target;
use super::{Outcome, Output, Result};
use crate::app::evidence;
use crate::domain::{
    AssistanceTarget, Change, Evidence, EvidenceId, Field, FieldValue, ItemId, Kind, ListItem,
    Message, MessageValue, QuestionId, Side, TextField, Units,
};
use crate::format;
use crate::store::{self, Folders};

/// Answers a question.
pub fn answer(
    command: &AnswerCommand,
    folders: Option<&Folders>,
    out: &mut Output<'_>,
) -> Result<Outcome> {
    let mut target = Target::open(&command.file, command.author.clone())?;
    let id = command.question.clone();
    let Some(question) = target.instrument.question(&id) else {
        return Err(of_question("cli-no-question", &id).into());
    };
    let kind = question.kind.clone();
    refuse_unheard(command, &kind)?;
    let mut values = match kind {
        Kind::Assistance => assistance_values(command, &target)?,
        _ => cell_values(command)?,
    };
    values.extend(text_values(command, &kind));
    if let Some(option) = &command.choice {
        values.push(FieldValue::Choice(option.clone()));
    }
    values.extend(item_value(command, &target)?);
    if values.is_empty() && !command.clear {
        return Err(of_question("cli-nothing-said", &id).into());
    }
    let set = |value| Change::Set(id.clone(), Box::new(value));
    let mut changes: Vec<Change> = values.into_iter().map(set).collect();
    if command.clear {
        changes.push(Change::Clear(id.clone()));
    }
    target.make(Change::Several(changes))?;
    target.save(folders, out)?;
    out.say(&of_question("cli-answer-saved", &id));
    Ok(Outcome::Done)
}

fn of_question(key: &'static str, id: &QuestionId) -> Message {
    Message::new(key).text("id", id.as_str())
}

/// Refuses what would be left out of the answer without a word.
fn refuse_unheard(command: &AnswerCommand, kind: &Kind) -> Result<()> {
    let id = &command.question;
    if *kind == Kind::Assistance {
        let of_a_cell = command.applied.len() + command.units.len() + command.note.len();
        if of_a_cell != 0 {
            return Err(of_question("cli-no-cells", id).into());
        }
        let of_a_row = command.reason.is_some() || !command.kind.is_empty();
        if of_a_row && command.need.is_none() && command.offer.is_none() {
            return Err(of_question("cli-no-need-or-offer", id).into());
        }
        return Ok(());
    }
    if command.need.is_some() || command.offer.is_some() {
        return Err(of_question("cli-no-assistance", id).into());
    }
    if !command.kind.is_empty() && command.add.is_none() {
        return Err(Message::new("cli-kind-of-nothing").into());
    }
    Ok(())
}

fn cell_values(command: &AnswerCommand) -> Result<Vec<FieldValue>> {
    let mut values = Vec::new();
    for text in &command.values {
        let (level, standing) = level_and_rest(text).map_err(|fault| Message::verbatim(&fault))?;
        let standing = parse_standing(standing).map_err(|fault| Message::verbatim(&fault))?;
        values.push(FieldValue::Standing(level, standing));
    }
    for (level, application) in &command.applied {
        values.push(FieldValue::Application(*level, *application));
    }
    for text in &command.units {
        let (level, units) = level_and_rest(text).map_err(|fault| Message::verbatim(&fault))?;
        values.push(FieldValue::Units(level, parse_units(units)?));
    }
    for text in &command.note {
        let (level, note) = level_and_rest(text).map_err(|fault| Message::verbatim(&fault))?;
        values.push(FieldValue::Note(level, note.to_owned()));
    }
    let mut fields = BTreeSet::new();
    if let Some(twice) = values.iter().find(|value| !fields.insert(value.field())) {
        let message = of_question("cli-given-twice", &command.question);
        let field = format::field_name(&twice.field());
        return Err(message.text("field", field).into());
    }
    Ok(values)
}

fn parse_units(text: &str) -> Result<Option<Units>> {
    if text == NONE {
        return Ok(None);
    }
    let invalid = || Message::new("cli-no-units").text("text", text);
    let (having, all) = text.split_once('/').ok_or_else(invalid)?;
    let having = having.parse().map_err(|_| invalid())?;
    let all = all.parse().map_err(|_| invalid())?;
    let units = Units::new(having, all)?;
    Ok(Some(units))
}

fn assistance_values(command: &AnswerCommand, target: &Target) -> Result<Vec<FieldValue>> {
    if command.values.is_empty() && command.need.is_none() && command.offer.is_none() {
        return Ok(Vec::new());
    }
    let [area] = command.values.as_slice() else {
        return Err(Message::new("cli-one-area").into());
    };
    let row = match parse_area(area).map_err(|fault| Message::verbatim(&fault))? {
        Some(area) => AssistanceTarget::Area(area),
        None => AssistanceTarget::AllAreas,
    };
    let answer = target
        .assessment
        .answers
        .get(&command.question)
        .cloned()
        .unwrap_or_default();
    let sides = [(Side::Need, command.need), (Side::Offer, command.offer)];
    let mut values = Vec::new();
    for (side, said) in sides {
        let Some(extent) = said else { continue };
        let FieldValue::Assistance(_, _, mut value) =
            answer.value(&Field::Assistance(row.clone(), side))
        else {
            continue;
        };
        value.extent = extent;
        if !command.kind.is_empty() {
            value.kinds = command.kind.iter().cloned().collect();
        }
        if let Some(reason) = &command.reason {
            value.reason.clone_from(reason);
        }
        values.push(FieldValue::Assistance(row.clone(), side, value));
    }
    if values.is_empty() {
        return Err(Message::new("cli-area-alone").text("area", area).into());
    }
    Ok(values)
}

fn text_values(command: &AnswerCommand, kind: &Kind) -> Vec<FieldValue> {
    let own = if matches!(kind, Kind::Choice(_)) {
        TextField::Choice
    } else {
        TextField::Text
    };
    let reason = match kind {
        Kind::Assistance => &None,
        _ => &command.reason,
    };
    let texts = [
        (TextField::Exists, &command.exists),
        (TextField::Missing, &command.missing),
        (TextField::Difficulty, &command.difficulty),
        (TextField::Useful, &command.useful),
        (TextField::Reason, reason),
        (TextField::Expected, &command.expected),
        (own, &command.text),
        (TextField::Remark, &command.remark),
        (TextField::Responsible, &command.responsible),
    ];
    let given = texts
        .into_iter()
        .filter_map(|(field, text)| Some((field, text.as_ref()?)));
    given
        .map(|(field, text)| FieldValue::Text(field, text.clone()))
        .collect()
}

fn item_value(command: &AnswerCommand, target: &Target) -> Result<Option<FieldValue>> {
    if let Some(name) = &command.remove {
        let answer = target.assessment.answers.get(&command.question);
        let items = answer
            .map(|answer| answer.items.as_slice())
            .unwrap_or_default();
        let found = items.iter().find(|(_, item)| item.name == *name);
        let (id, _) = found.ok_or_else(|| Message::new("cli-no-item").text("name", name))?;
        return Ok(Some(FieldValue::Item(*id, None)));
    }
    let Some(name) = &command.add else {
        return Ok(None);
    };
    if 1 < command.kind.len() {
        return Err(Message::new("cli-one-kind").into());
    }
    let item = ListItem {
        name: name.clone(),
        kind: command.kind.first().cloned(),
        level: command.level,
        language: command.language.clone().unwrap_or_default(),
        year: command.year,
        address: command.address.clone().unwrap_or_default(),
        public_remark: command.public_remark.clone().unwrap_or_default(),
    };
    Ok(Some(FieldValue::Item(
        ItemId(store::new_identity()),
        Some(item),
    )))
}

/// Adds a piece of evidence to an answer, changes one, or removes it.
pub fn evidence(
    command: &EvidenceCommand,
    folders: Option<&Folders>,
    out: &mut Output<'_>,
) -> Result<Outcome> {
    let mut target = Target::open(&command.file, command.author.clone())?;
    let id = &command.question;
    let set = |key, piece| Change::Set(id.clone(), Box::new(FieldValue::Evidence(key, piece)));
    if let Some(named) = &command.remove {
        let (key, _) = piece_of(&target, id, named)?;
        target.make(set(key, None))?;
        target.save(folders, out)?;
        out.say(&of_question("cli-evidence-removed", id));
        return Ok(Outcome::Done);
    }
    let (key, mut piece) = match &command.change {
        Some(named) => piece_of(&target, id, named)?,
        None => (EvidenceId(store::new_identity()), Evidence::default()),
    };
    change_piece(command, &mut piece);
    target.make(set(key, Some(piece.clone())))?;
    // Only now, so that evidence that is refused leaves no file behind.
    if let Some(attachment) = &command.attachment {
        evidence::attach(&target.assessment, &command.file, attachment, &mut piece)?;
        if attachment.file_name() != Some(OsStr::new(&piece.file_name)) {
            let name = &piece.file_name;
            out.say(&of_question("cli-evidence-called", id).text("name", name));
        }
        target.make(set(key, Some(piece)))?;
    }
    target.save(folders, out)?;
    out.say(&of_question("cli-evidence-saved", id));
    Ok(Outcome::Done)
}

/// The one piece of evidence with this title or id.
fn piece_of(target: &Target, id: &QuestionId, named: &str) -> Result<(EvidenceId, Evidence)> {
    let answer = target.assessment.answers.get(id);
    let pieces = answer.map_or(&[][..], |answer| &answer.evidence);
    let is_meant =
        |(key, piece): &&(EvidenceId, Evidence)| piece.title == named || key.0.to_string() == named;
    let meant: Vec<_> = pieces.iter().filter(is_meant).collect();
    match meant.as_slice() {
        [piece] => Ok((*piece).clone()),
        [] => Err(of_question("cli-no-evidence", id)
            .text("named", named)
            .into()),
        several => {
            let ids: Vec<String> = several.iter().map(|(key, _)| key.0.to_string()).collect();
            let message = of_question("cli-several-evidence", id).text("named", named);
            let ids = MessageValue::Text(ids.join(", "));
            Err(message.with("ids", ids).into())
        }
    }
}

/// Takes what the command says; what it does not say stays.
fn change_piece(command: &EvidenceCommand, piece: &mut Evidence) {
    let EvidenceCommand {
        kind,
        title,
        body,
        year,
        language,
        pages,
        address,
        levels,
        ..
    } = command;
    if command.change.is_none() {
        piece.title = command
            .attachment
            .as_deref()
            .map(evidence::title_of)
            .unwrap_or_default();
    }
    let texts = [
        (&mut piece.title, title),
        (&mut piece.body, body),
        (&mut piece.language, language),
        (&mut piece.pages, pages),
        (&mut piece.address, address),
    ];
    for (value, given) in texts {
        if let Some(given) = given {
            value.clone_from(given);
        }
    }
    piece.kind = kind.clone().or(piece.kind.take());
    piece.year = year.or(piece.year);
    if let Some(levels) = levels {
        piece.levels = levels.iter().copied().collect();
    }
    if command.no_file {
        piece.file_name.clear();
        piece.sha256.clear();
    }
}
