//! What fields, days and languages are called.

use jiff::civil::Date;

use crate::domain::{AssistanceTarget, Field, Side, TextField};
use crate::ui::view::View;

/// What a field is called.
pub fn field_label(view: &View<'_>, field: &Field) -> String {
    match field {
        Field::Standing(level) => view.say_with(
            "aside-field-standing",
            &[("level", view.words.level(*level).into())],
        ),
        Field::Application(level) => view.say_with(
            "aside-field-application",
            &[("level", view.words.level(*level).into())],
        ),
        Field::Units(level) => view.say_with(
            "aside-field-units",
            &[("level", view.words.level(*level).into())],
        ),
        Field::Note(level) => view.say_with(
            "aside-field-note",
            &[("level", view.words.level(*level).into())],
        ),
        Field::Text(text) => text_label(view, *text),
        Field::Choice => view.say("aside-field-choice"),
        Field::Item(_) => view.say("aside-field-item"),
        Field::Evidence(_) => view.say("question-evidence"),
        Field::Assistance(target, side) => {
            let area = target_title(view, target);
            match side {
                Side::Need => view.say_with("assistance-need-name", &[("area", area.into())]),
                Side::Offer => view.say_with("assistance-offer-name", &[("area", area.into())]),
            }
        }
        Field::Flag => view.say("question-flag"),
    }
}

/// The title of a row of the assistance sheet.
pub fn target_title(view: &View<'_>, target: &AssistanceTarget) -> String {
    let AssistanceTarget::Area(id) = target else {
        return view.say("assistance-all");
    };
    let area = view.instrument().areas().iter().find(|area| area.id == *id);
    area.map_or_else(|| id.to_string(), |area| area.title.clone())
}

pub fn text_label(view: &View<'_>, field: TextField) -> String {
    view.words.text(field)
}

/// Last time, with the call and the day, as far as they are known.
pub fn last_time_words(view: &View<'_>, call: &str, date: Option<Date>) -> String {
    let date = date.map(|date| view.words.day(date));
    match (call, date) {
        ("", None) => view.say("aside-last-time"),
        ("", Some(when)) => view.say_with("aside-last-time-when", &[("when", when.into())]),
        (call, None) => view.say_with("aside-last-time-call", &[("call", call.into())]),
        (call, Some(when)) => view.say_with(
            "aside-last-time-call-when",
            &[("call", call.into()), ("when", when.into())],
        ),
    }
}

/// How many days are left until a reply is due, in words.
pub fn days_left(view: &View<'_>, due: Date) -> String {
    let days = view
        .app
        .today()
        .until(due)
        .map_or(0, |span| span.get_days());
    let key = if days < 0 {
        "frame-days-late"
    } else {
        "frame-days-left"
    };
    view.say_with(key, &[("days", days.unsigned_abs().into())])
}

/// The name of a language in which a reply can be sent; of another one, its tag.
pub fn language_words(view: &View<'_>, tag: &str) -> String {
    view.say(match tag {
        "ar" => "language-ar",
        "zh" => "language-zh",
        "en" => "language-en",
        "fr" => "language-fr",
        "ru" => "language-ru",
        "es" => "language-es",
        other => return other.to_owned(),
    })
}

/// The codes of characters that no font has; the characters themselves could not be shown.
pub fn codes(characters: &[char]) -> String {
    let codes = characters
        .iter()
        .map(|sign| format!("[U+{:04X}]", u32::from(*sign)));
    codes.collect::<Vec<String>>().join(" ")
}
