//! What stands in an answer, in words: the names of its fields, and their values on one line.

use super::Words;
use crate::analysis::{CallField, KeptBeside, OutgoingValue, ProfileField, Subject};
use crate::domain::{
    AssistanceSide, AssistanceTarget, Evidence, Extent, Field, FieldValue, Instrument, ItemKind,
    Kind, KindId, Level, ListItem, QuestionId, Side, States,
};

impl Words {
    /// What a field is called.
    pub fn field(&self, instrument: &Instrument, field: &Field) -> String {
        let at = |key, level: &Level| self.say_with(key, &[("level", self.level(*level).into())]);
        match field {
            Field::Standing(level) => at("aside-field-standing", level),
            Field::Application(level) => at("aside-field-application", level),
            Field::Units(level) => at("aside-field-units", level),
            Field::Note(level) => at("aside-field-note", level),
            Field::Text(text) => self.text(*text),
            Field::Choice => self.say("aside-field-choice"),
            Field::Item(_) => self.say("aside-field-item"),
            Field::Evidence(_) => self.say("question-evidence"),
            Field::Assistance(target, side) => {
                let area = ("area", self.target(instrument, target).into());
                let key = match side {
                    Side::Need => "assistance-need-name",
                    Side::Offer => "assistance-offer-name",
                };
                self.say_with(key, &[area])
            }
            Field::Flag => self.say("question-flag"),
        }
    }

    /// The title of a row of the assistance sheet.
    pub fn target(&self, instrument: &Instrument, target: &AssistanceTarget) -> String {
        let AssistanceTarget::Area(id) = target else {
            return self.say("assistance-all");
        };
        let area = instrument.areas().iter().find(|area| area.id == *id);
        area.map_or_else(|| id.to_string(), |area| area.title.clone())
    }

    /// What a field of the answer to this question says; empty where it says nothing.
    pub fn value(&self, instrument: &Instrument, id: &QuestionId, value: &FieldValue) -> String {
        let kind = instrument.question(id).map(|question| &question.kind);
        match value {
            FieldValue::Standing(_, Some(standing)) => self.standing_in_full(Some(*standing)),
            FieldValue::Application(_, Some(application)) => self.application(Some(*application)),
            FieldValue::Units(_, Some(units)) => {
                let values = [("done", units.having().into()), ("all", units.all().into())];
                self.say_with("progress-done-of-all", &values)
            }
            FieldValue::Note(_, text) | FieldValue::Text(_, text) => text.clone(),
            FieldValue::Choice(Some(chosen)) => match kind {
                Some(Kind::Choice(options)) => {
                    let option = options.iter().find(|option| option.id == *chosen);
                    option.map_or_else(|| chosen.to_string(), |option| option.title.clone())
                }
                _ => chosen.to_string(),
            },
            FieldValue::Item(_, Some(item)) => {
                let kinds = match kind {
                    Some(Kind::List(kinds)) => kinds.as_slice(),
                    _ => &[],
                };
                joined([Some(item.name.clone()), Some(self.item(item, kinds))])
            }
            FieldValue::Evidence(_, Some(piece)) => joined([
                Some(piece.title.clone()),
                Some(self.evidence(instrument, piece)),
            ]),
            FieldValue::Assistance(_, _, side) => self.assistance(instrument, side),
            FieldValue::Flag(true) => self.say("submit-flagged"),
            FieldValue::Standing(..)
            | FieldValue::Application(..)
            | FieldValue::Units(..)
            | FieldValue::Choice(_)
            | FieldValue::Item(..)
            | FieldValue::Evidence(..)
            | FieldValue::Flag(_) => String::new(),
        }
    }

    /// What is known of a piece of evidence beside its title.
    pub fn evidence(&self, instrument: &Instrument, piece: &Evidence) -> String {
        let kinds = &instrument.parts().evidence_kinds;
        joined([
            kind_title(kinds, piece.kind.as_ref()),
            Some(piece.body.clone()),
            piece.year.map(|year| year.to_string()),
            Some(self.language(&piece.language)),
            Some(piece.pages.clone()),
            Some(piece.file_name.clone()),
            Some(piece.address.clone()),
            Some(self.levels(piece.levels.iter().copied())),
        ])
    }

    /// What is known of an item of a list beside its name.
    pub fn item(&self, item: &ListItem, kinds: &[ItemKind]) -> String {
        joined([
            kind_title(kinds, item.kind.as_ref()),
            item.level.map(|level| self.level(level)),
            item.year.map(|year| year.to_string()),
            Some(self.language(&item.language)),
            Some(item.address.clone()),
            Some(item.public_remark.clone()),
        ])
    }

    /// What a need or an offer says: how far, of what kinds, and why.
    pub fn assistance(&self, instrument: &Instrument, side: &AssistanceSide) -> String {
        let known = &instrument.parts().assistance_kinds;
        let kinds = side
            .kinds
            .iter()
            .filter_map(|kind| kind_title(known, Some(kind)));
        let kinds: Vec<String> = kinds.collect();
        joined([
            side.extent.map(|extent| self.extent(extent)),
            Some(kinds.join(", ")),
            Some(side.reason.clone()),
        ])
    }

    pub fn extent(&self, extent: Extent) -> String {
        self.say(match extent {
            Extent::Yes => "assistance-yes",
            Extent::InPart => "assistance-in-part",
            Extent::No => "assistance-no",
        })
    }

    /// The name of a language in which a reply can be sent; of another one, its tag.
    pub fn language(&self, tag: &str) -> String {
        self.say(match tag {
            "ar" => "language-ar",
            "zh" => "language-zh",
            "en" => "language-en",
            "fr" => "language-fr",
            "ru" => "language-ru",
            "es" => "language-es",
            other => return other.to_owned(),
        })
    }

    fn levels(&self, levels: impl Iterator<Item = Level>) -> String {
        levels
            .map(|level| self.level(level))
            .collect::<Vec<_>>()
            .join(", ")
    }

    /// What may be sent, by name.
    pub fn subject(&self, instrument: &Instrument, subject: &Subject) -> String {
        let key = match subject {
            Subject::Answer(_, field) => return self.field(instrument, field),
            Subject::Profile(field) => match field {
                ProfileField::State => "profile-state",
                ProfileField::Institution => "profile-institution",
                ProfileField::FocalPoint => "profile-focal-point",
                ProfileField::Deputy => "profile-deputy",
                ProfileField::Contributors => "profile-contributors",
                ProfileField::Period => "profile-period",
                ProfileField::ReplyLanguage => "profile-language",
                ProfileField::Levels => "profile-levels",
            },
            Subject::Call(field) => match field {
                CallField::Id => "call-id",
                CallField::Title => "submit-call-title",
                CallField::NoteVerbaleNumber => "call-number",
                CallField::NoteVerbaleDate => "call-date",
                CallField::Due => "call-due",
                CallField::Address => "call-address",
            },
            Subject::Kept(kept) => match kept {
                KeptBeside::Actions => "submit-kept-actions",
                KeptBeside::Loans => "submit-kept-loans",
                KeptBeside::Disputes => "submit-kept-values",
                KeptBeside::Previous => "submit-kept-previous",
                KeptBeside::Sent => "submit-kept-sent",
                KeptBeside::Trail => "submit-kept-trail",
            },
        };
        self.say(key)
    }

    /// What it says.
    pub fn outgoing(
        &self,
        instrument: &Instrument,
        states: &States,
        subject: &Subject,
        value: &OutgoingValue,
    ) -> String {
        match (value, subject) {
            (OutgoingValue::Field(value), Subject::Answer(id, _)) => {
                self.value(instrument, id, value)
            }
            (OutgoingValue::Field(_), _) => String::new(),
            (OutgoingValue::Text(text), Subject::Profile(ProfileField::ReplyLanguage)) => {
                self.language(text)
            }
            (OutgoingValue::Text(text), _) => text.clone(),
            (OutgoingValue::State(code), _) => states.name(*code),
            (OutgoingValue::Levels(levels), _) => self.levels(levels.iter()),
            (OutgoingValue::Day(day), _) => self.day(*day),
            (OutgoingValue::Count(count), _) => count.to_string(),
        }
    }
}

/// What there is of these parts, in one line.
pub fn joined(parts: impl IntoIterator<Item = Option<String>>) -> String {
    let parts = parts.into_iter().flatten();
    let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}

/// The title of a kind; of one that this instrument lacks, its id.
pub fn kind_title(kinds: &[ItemKind], id: Option<&KindId>) -> Option<String> {
    let kind = kinds.iter().find(|kind| Some(&kind.id) == id);
    kind.map(|kind| kind.title.clone())
        .or_else(|| id.map(ToString::to_string))
}
