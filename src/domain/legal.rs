//! What an edit may say: the question exists, and can take the value.

use super::{
    AssistanceTarget, EditError, FieldValue, Instrument, Kind, KindId, Level, Levels, Question,
    QuestionId, TextField,
};

/// The question of this id.
pub(super) fn find<'a>(
    instrument: &'a Instrument,
    id: &QuestionId,
) -> Result<&'a Question, EditError> {
    instrument
        .question(id)
        .ok_or_else(|| EditError::UnknownQuestion(id.clone()))
}

/// Whether the question can take the value. Evidence, remarks and the texts on what exists, is
/// missing, was hard, is useful, is expected, and why, are open to every kind of question: what a
/// person has to say is refused by none.
pub(super) fn check(
    instrument: &Instrument,
    question: &Question,
    levels: Levels,
    value: &FieldValue,
) -> Result<(), EditError> {
    let wrong_kind = |value| EditError::WrongKind {
        question: question.id.clone(),
        kind: question.kind.token(),
        value,
    };
    match value {
        FieldValue::Standing(level, _)
        | FieldValue::Application(level, _)
        | FieldValue::Units(level, _)
        | FieldValue::Note(level, _) => check_cell(question, levels, *level),
        FieldValue::Text(TextField::Text, _) if question.kind != Kind::Text => {
            Err(wrong_kind("text"))
        }
        FieldValue::Text(TextField::Choice, _) if !matches!(question.kind, Kind::Choice(_)) => {
            Err(wrong_kind("words"))
        }
        FieldValue::Choice(option) => match &question.kind {
            Kind::Choice(options) => known(
                question,
                "option",
                option.as_ref(),
                options.iter().map(|option| &option.id),
            ),
            _ => Err(wrong_kind("option")),
        },
        FieldValue::Item(_, item) => match (&question.kind, item) {
            (Kind::List(_), None) => Ok(()),
            (Kind::List(kinds), Some(item)) => {
                check_name(question, "item", &item.name)?;
                known_kind(
                    question,
                    item.kind.as_ref(),
                    kinds.iter().map(|kind| &kind.id),
                )
            }
            _ => Err(wrong_kind("item")),
        },
        FieldValue::Evidence(_, Some(evidence)) => {
            check_name(question, "evidence", &evidence.title)?;
            let kinds = &instrument.parts().evidence_kinds;
            known_kind(
                question,
                evidence.kind.as_ref(),
                kinds.iter().map(|kind| &kind.id),
            )
        }
        FieldValue::Assistance(target, _, side) => {
            if question.kind != Kind::Assistance {
                return Err(wrong_kind("assistance"));
            }
            if let AssistanceTarget::Area(area) = target {
                let areas = instrument.areas().iter().map(|area| &area.id);
                known(question, "area", Some(area), areas)?;
            }
            let kinds = &instrument.parts().assistance_kinds;
            side.kinds.iter().try_for_each(|kind| {
                known_kind(question, Some(kind), kinds.iter().map(|kind| &kind.id))
            })
        }
        FieldValue::Text(..) | FieldValue::Evidence(_, None) | FieldValue::Flag(_) => Ok(()),
    }
}

fn check_cell(question: &Question, levels: Levels, level: Level) -> Result<(), EditError> {
    if !question.has_cells() {
        return Err(EditError::WrongKind {
            question: question.id.clone(),
            kind: question.kind.token(),
            value: "standing",
        });
    }
    if !question.levels.contains(&level) {
        return Err(EditError::LevelNotAsked {
            question: question.id.clone(),
            level,
        });
    }
    if !levels.has(level) {
        return Err(EditError::LevelLacking(level));
    }
    Ok(())
}

fn check_name(question: &Question, what: &'static str, name: &str) -> Result<(), EditError> {
    if name.trim().is_empty() {
        return Err(EditError::NameMissing {
            question: question.id.clone(),
            what,
        });
    }
    Ok(())
}

fn known_kind<'a>(
    question: &Question,
    given: Option<&KindId>,
    kinds: impl Iterator<Item = &'a KindId> + Clone,
) -> Result<(), EditError> {
    known(question, "kind", given, kinds)
}

fn known<'a, Id: PartialEq + ToString + 'a>(
    question: &Question,
    what: &'static str,
    given: Option<&Id>,
    mut ids: impl Iterator<Item = &'a Id> + Clone,
) -> Result<(), EditError> {
    let Some(given) = given else { return Ok(()) };
    let all = ids.clone();
    if ids.any(|id| id == given) {
        return Ok(());
    }
    Err(EditError::UnknownWord {
        question: question.id.clone(),
        what,
        given: given.to_string(),
        expected: all.map(ToString::to_string).collect::<Vec<_>>().join(", "),
    })
}
