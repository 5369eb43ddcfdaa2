//! `guidepost answer` and `guidepost evidence`: what a question is given.

use std::collections::BTreeSet;
use std::io::Write;

use anyhow::{Context as _, Result, anyhow, bail};

use super::Outcome;
use super::args::{
    AnswerCommand, EvidenceCommand, NONE, level_and_rest, parse_area, parse_standing,
};
use super::target::Target;
use crate::app::evidence;
use crate::domain::{
    AssistanceTarget, Change, Evidence, EvidenceId, Field, FieldValue, ItemId, Kind, ListItem,
    Side, TextField, Units,
};
use crate::{format, store};

/// Answers a question.
pub fn answer(command: &AnswerCommand, out: &mut dyn Write) -> Result<Outcome> {
    let mut target = Target::open(&command.file, command.author.clone())?;
    let id = command.question.clone();
    let Some(question) = target.instrument.question(&id) else {
        bail!("there is no question {id}; guidepost instrument show lists them");
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
        bail!("nothing was said about {id}; guidepost answer --help shows how");
    }
    let set = |value| Change::Set(id.clone(), Box::new(value));
    let mut changes: Vec<Change> = values.into_iter().map(set).collect();
    if command.clear {
        changes.push(Change::Clear(id.clone()));
    }
    target.make(Change::Several(changes))?;
    target.save()?;
    writeln!(out, "{id}: saved")?;
    Ok(Outcome::Done)
}

/// Refuses what would be left out of the answer without a word.
fn refuse_unheard(command: &AnswerCommand, kind: &Kind) -> Result<()> {
    let id = &command.question;
    if *kind == Kind::Assistance {
        let of_a_cell = command.applied.len() + command.units.len() + command.note.len();
        if of_a_cell != 0 {
            bail!("question {id} has no cells: --applied, --units and --note say nothing there");
        }
        return Ok(());
    }
    if command.need.is_some() || command.offer.is_some() {
        bail!("question {id} is not the assistance sheet: --need and --offer say nothing there");
    }
    if !command.kind.is_empty() && command.add.is_none() {
        bail!("--kind is for an item that --add adds, and for a need or an offer");
    }
    Ok(())
}

fn cell_values(command: &AnswerCommand) -> Result<Vec<FieldValue>> {
    let mut values = Vec::new();
    for text in &command.values {
        let (level, standing) = level_and_rest(text).map_err(anyhow::Error::msg)?;
        let standing = parse_standing(standing).map_err(anyhow::Error::msg)?;
        values.push(FieldValue::Standing(level, standing));
    }
    for (level, application) in &command.applied {
        values.push(FieldValue::Application(*level, *application));
    }
    for text in &command.units {
        let (level, units) = level_and_rest(text).map_err(anyhow::Error::msg)?;
        values.push(FieldValue::Units(level, parse_units(units)?));
    }
    for text in &command.note {
        let (level, note) = level_and_rest(text).map_err(anyhow::Error::msg)?;
        values.push(FieldValue::Note(level, note.to_owned()));
    }
    let mut fields = BTreeSet::new();
    if let Some(twice) = values.iter().find(|value| !fields.insert(value.field())) {
        let field = format::field_name(&twice.field());
        bail!(
            "{field} is given twice for {}; say it once",
            command.question
        );
    }
    Ok(values)
}

fn parse_units(text: &str) -> Result<Option<Units>> {
    if text == NONE {
        return Ok(None);
    }
    let invalid = || anyhow!("{text:?} are no units: write 4/21 for 4 of 21");
    let (having, all) = text.split_once('/').ok_or_else(invalid)?;
    let having = having.parse().map_err(|_| invalid())?;
    let all = all.parse().map_err(|_| invalid())?;
    Ok(Some(Units::new(having, all)?))
}

fn assistance_values(command: &AnswerCommand, target: &Target) -> Result<Vec<FieldValue>> {
    if command.values.is_empty() && command.need.is_none() && command.offer.is_none() {
        return Ok(Vec::new());
    }
    let [area] = command.values.as_slice() else {
        bail!(
            "the assistance sheet takes one area, or all: guidepost answer FILE 29 17 --need yes"
        );
    };
    let row = match parse_area(area).map_err(anyhow::Error::msg)? {
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
        bail!("say what area {area} needs or offers, with --need or --offer");
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
        let (id, _) = found.with_context(|| format!("the list has no item {name:?}"))?;
        return Ok(Some(FieldValue::Item(*id, None)));
    }
    let Some(name) = &command.add else {
        return Ok(None);
    };
    if 1 < command.kind.len() {
        bail!("an item has one kind");
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

/// Adds a piece of evidence to an answer.
pub fn evidence(command: EvidenceCommand, out: &mut dyn Write) -> Result<Outcome> {
    let mut target = Target::open(&command.file, command.author)?;
    let mut piece = Evidence {
        kind: command.kind,
        title: command.title,
        body: command.body,
        year: command.year,
        language: command.language,
        pages: command.pages,
        address: command.address,
        levels: command.levels.into_iter().collect(),
        ..Evidence::default()
    };
    let id = command.question;
    let key = EvidenceId(store::new_identity());
    let set = |piece| {
        let value = FieldValue::Evidence(key, Some(piece));
        Change::Set(id.clone(), Box::new(value))
    };
    target.make(set(piece.clone()))?;
    // Only now, so that evidence that is refused leaves no file behind.
    if let Some(attachment) = &command.attachment {
        evidence::attach(&command.file, attachment, &mut piece)?;
        target.make(set(piece))?;
    }
    target.save()?;
    writeln!(out, "{id}: evidence saved")?;
    Ok(Outcome::Done)
}
