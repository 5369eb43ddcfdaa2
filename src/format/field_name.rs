//! The name of a field in a file: `standing.national`, `text.exists`, `need.17`, `item.UUID`.

use super::faults::parse_uuid;
use crate::domain::{
    AreaId, AssistanceTarget, EvidenceId, Explain as _, Field, ItemId, Level, Message, Side,
    TextField,
};

/// The word that stands for the mark over all areas.
pub const ALL_AREAS: &str = "all";

pub fn field_name(field: &Field) -> String {
    match field {
        Field::Standing(level) => format!("standing.{level}"),
        Field::Application(level) => format!("application.{level}"),
        Field::Units(level) => format!("units.{level}"),
        Field::Note(level) => format!("note.{level}"),
        Field::Text(text) => format!("text.{text}"),
        Field::Choice => "choice".to_owned(),
        Field::Item(id) => format!("item.{id}"),
        Field::Evidence(id) => format!("evidence.{id}"),
        Field::Assistance(target, side) => format!("{side}.{}", target_name(target)),
        Field::Flag => "flag".to_owned(),
    }
}

/// The name of a row of the assistance sheet.
pub fn target_name(target: &AssistanceTarget) -> &str {
    match target {
        AssistanceTarget::AllAreas => ALL_AREAS,
        AssistanceTarget::Area(area) => area.as_str(),
    }
}

/// Reads the name of a row of the assistance sheet.
pub fn parse_target(name: &str) -> Result<AssistanceTarget, Message> {
    if name == ALL_AREAS {
        return Ok(AssistanceTarget::AllAreas);
    }
    AreaId::parse(name)
        .map(AssistanceTarget::Area)
        .map_err(|fault| fault.message())
}

/// Reads the name of a field; `Err` says why it is none.
pub fn parse_field(name: &str) -> Result<Field, Message> {
    let (head, tail) = name.split_once('.').unwrap_or((name, ""));
    let level = || Level::parse(tail).map_err(|fault| fault.message());
    Ok(match head {
        "standing" => Field::Standing(level()?),
        "application" => Field::Application(level()?),
        "units" => Field::Units(level()?),
        "note" => Field::Note(level()?),
        "text" => Field::Text(TextField::parse(tail).map_err(|fault| fault.message())?),
        "choice" if tail.is_empty() => Field::Choice,
        "flag" if tail.is_empty() => Field::Flag,
        "item" => Field::Item(ItemId(parse_uuid(tail)?)),
        "evidence" => Field::Evidence(EvidenceId(parse_uuid(tail)?)),
        "need" => Field::Assistance(parse_target(tail)?, Side::Need),
        "offer" => Field::Assistance(parse_target(tail)?, Side::Offer),
        _ => return Err(Message::new("value-no-field").text("name", name)),
    })
}
