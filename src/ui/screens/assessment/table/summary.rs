//! What a question without cells was answered with, in one line of the table.

use crate::domain::{Answer, Kind, Question, Side, TextField};
use crate::ui::view::View;

/// How many letters of a text the table shows.
const LETTERS: usize = 120;

/// What a question without cells has been given, in one line; none for a question with cells.
pub fn summary(view: &View<'_>, question: &Question, answer: Option<&Answer>) -> Option<String> {
    Some(match &question.kind {
        Kind::Standing | Kind::Fact => return None,
        Kind::Choice(options) => {
            let chosen = answer.and_then(|answer| answer.choice.as_ref());
            let option = options.iter().find(|option| Some(&option.id) == chosen);
            option.map_or_else(
                || view.say("table-choice-none"),
                |option| option.title.clone(),
            )
        }
        Kind::List(_) => {
            let items = answer.map(|answer| answer.items.as_slice());
            let items = items.unwrap_or_default();
            let names: Vec<&str> = items.iter().map(|(_, item)| item.name.as_str()).collect();
            let count = ("count", items.len().into());
            view.say_with("table-list", &[count, ("names", names.join(", ").into())])
        }
        Kind::Text => {
            let words = answer
                .map_or("", |answer| answer.text(TextField::Text))
                .trim();
            if words.is_empty() {
                view.say("table-text-none")
            } else {
                words.chars().take(LETTERS).collect()
            }
        }
        Kind::Assistance => assistance_words(view, answer),
    })
}

fn assistance_words(view: &View<'_>, answer: Option<&Answer>) -> String {
    let sheet = answer.map(|answer| &answer.assistance);
    // A need that is told of all areas says nothing about what can be offered.
    let over_all = Side::ALL
        .into_iter()
        .all(|side| sheet.is_some_and(|sheet| sheet.all_areas.side(side).extent.is_some()));
    if over_all {
        return view.say("table-assistance-all");
    }
    let rows = sheet.map_or(0, |sheet| sheet.rows.len());
    view.count("table-assistance", rows)
}
