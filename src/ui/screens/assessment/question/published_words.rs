//! What the 2007 report says about a question, in words: context, never a yardstick.

use crate::domain::{Amount, Figure, Level, PublishedStatement, Question};
use crate::ui::view::View;

/// One line for each thing that the report says about the question; none where it is silent.
pub fn published_lines(view: &View<'_>, question: &Question) -> Vec<String> {
    let round = &view.app.library().round;
    let mut lines: Vec<String> = question
        .levels
        .iter()
        .filter_map(|level| Some((*level, round.statement(&question.id, *level)?)))
        .flat_map(|(level, statement)| statement_lines(view, question, level, &statement))
        .collect();
    for option in round.options(&question.id) {
        let crate::domain::Kind::Choice(options) = &question.kind else {
            break;
        };
        let title = options.iter().find(|each| each.id == *option.option);
        let title = title.map_or_else(|| option.option.to_string(), |each| each.title.clone());
        let count = option.states.len().into();
        lines.push(view.say_with(
            "published-option",
            &[("title", title.into()), ("count", count)],
        ));
    }
    for example in round.examples_of(&question.id) {
        let state = round.name_of(example.state).unwrap_or_default();
        let paragraph = example.place.paragraph;
        lines.push(view.say_with(
            "published-example",
            &[
                ("state", state.into()),
                ("text", example.text.as_str().into()),
                ("paragraph", paragraph.into()),
            ],
        ));
    }
    lines
}

fn statement_lines(
    view: &View<'_>,
    question: &Question,
    level: Level,
    statement: &PublishedStatement<'_>,
) -> Vec<String> {
    let mut lines = Vec::new();
    let one_level = question.levels.len() == 1;
    let figures = [
        ("published-yes", "published-yes-unnamed", &statement.yes),
        (
            "published-in-part",
            "published-in-part-unnamed",
            &statement.in_part,
        ),
        (
            "published-yes-or-in-part",
            "published-yes-or-in-part-unnamed",
            &statement.yes_or_in_part,
        ),
        ("published-no", "published-no-unnamed", &statement.no),
    ];
    for (named, unnamed, figure) in figures {
        let Some(figure) = figure else { continue };
        let count = amount_words(view, figure);
        let key = if figure.states.is_empty() {
            unnamed
        } else {
            named
        };
        let words = view.say_with(
            key,
            &[
                ("count", count.into()),
                ("replies", statement.replies.into()),
                ("paragraph", figure.place.paragraph.into()),
            ],
        );
        if one_level {
            lines.push(words);
        } else {
            lines.push(format!("{}: {words}", view.words.level(level)));
        }
    }
    for doubt in &statement.doubts {
        lines.push(doubt.text.clone());
    }
    lines
}

fn amount_words(view: &View<'_>, figure: &Figure) -> String {
    match figure.amount {
        Amount::Number(count) => count.to_string(),
        Amount::Most => view.say("published-most"),
        Amount::Majority => view.say("published-majority"),
    }
}
