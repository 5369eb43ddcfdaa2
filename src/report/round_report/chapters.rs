//! The chapters between introduction and annexes, as the outline has them: of each part its
//! questions, and what the analyst wrote.

use std::collections::BTreeSet;

use super::replies::Replies;
use super::{answers, assistance, quotations, sentences};
use crate::domain::{Kind, OutlinePart, OutlineQuestion, ParagraphReference, SectionId};
use crate::report::document::{Block, HeadingLevel, Inline};
use crate::report::subject::{heading, help, paragraph};

pub(super) fn chapters(replies: &Replies<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    let chapters = &replies.outline.chapters;
    for (place, chapter) in chapters.iter().enumerate() {
        blocks.push(chapter_heading(place + 1, &chapter.title));
        let before = blocks.len();
        let titled = chapter.parts.iter().filter(|part| part.title.is_some());
        let mut letters = titled.count().checked_sub(1).map(|_| 'A'..='Z');
        for part in &chapter.parts {
            let content = content(replies, part);
            if content.is_empty() {
                continue;
            }
            if let (Some(title), Some(letters)) = (&part.title, &mut letters) {
                let letter = letters.next().map(|letter| format!("{letter}. "));
                let text = letter.unwrap_or_default() + title;
                let text = match paragraphs(replies, part) {
                    Some(paragraphs) => format!("{text} ({paragraphs})"),
                    None => text,
                };
                blocks.push(heading(HeadingLevel::Two, text));
            }
            blocks.extend(content);
        }
        if blocks.len() == before {
            blocks.push(help(replies.say("round-report-empty-chapter")));
        }
    }
    blocks.extend(texts_without_place(replies));
    blocks
}

/// The heading of a chapter: the introduction is chapter 0.
pub(super) fn chapter_heading(place: usize, title: &str) -> Block {
    let number = roman(place + 1);
    heading(HeadingLevel::One, format!("{number}. {title}"))
}

/// A number as the United Nations number chapters.
fn roman(number: usize) -> String {
    let signs = [(10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")];
    let mut left = number;
    let mut written = String::new();
    for (value, sign) in signs {
        written.push_str(&sign.repeat(left / value));
        left %= value;
    }
    written.to_uppercase()
}

/// What the analyst wrote, a paragraph for each of its own.
pub(super) fn analyst(replies: &Replies<'_>, section: Option<&SectionId>) -> Vec<Block> {
    let texts = replies.noted.texts.iter();
    let mut texts = texts.filter(|(of, _)| of.as_ref() == section);
    texts
        .next()
        .map_or_else(Vec::new, |(_, text)| written(text))
}

fn written(text: &str) -> Vec<Block> {
    let pieces = text.split("\n\n").map(|piece| piece.trim_matches('\n'));
    let pieces = pieces.filter(|piece| !piece.trim().is_empty());
    pieces.map(paragraph).collect()
}

fn content(replies: &Replies<'_>, part: &OutlinePart) -> Vec<Block> {
    let questions = part.questions.iter();
    let mut blocks: Vec<Block> = questions
        .flat_map(|named| question(replies, named))
        .collect();
    for section in &part.sections {
        blocks.extend(analyst(replies, Some(section)));
    }
    blocks
}

/// The paragraphs of the Guidelines that a part is about, in words.
fn paragraphs(replies: &Replies<'_>, part: &OutlinePart) -> Option<String> {
    let lettered = references(replies, part).filter(|reference| reference.letter().is_some());
    let shared: BTreeSet<u8> = lettered
        .map(ParagraphReference::number)
        .filter(|number| 1 < parts_on_letters_of(replies, *number))
        .collect();
    let named: BTreeSet<(u8, String)> = references(replies, part)
        .map(|reference| match reference.number() {
            number if shared.contains(&number) => (number, reference.to_string()),
            number => (number, number.to_string()),
        })
        .collect();
    let words: Vec<&str> = named.iter().map(|(_, words)| words.as_str()).collect();
    let values = [
        ("count", words.len().into()),
        ("paragraphs", replies.in_words(&words).into()),
    ];
    (!words.is_empty()).then(|| replies.say_with("round-report-paragraphs", &values))
}

/// The paragraphs that the questions of a part are about.
fn references<'a>(
    replies: &'a Replies<'_>,
    part: &'a OutlinePart,
) -> impl Iterator<Item = ParagraphReference> + 'a {
    let questions = part.questions.iter();
    let questions = questions.filter_map(|named| replies.instrument.question(&named.question));
    questions.flat_map(|question| question.paragraphs.iter().copied())
}

/// How many parts of the report speak of letters of a paragraph. Where there are several, a number
/// alone would not tell them apart.
fn parts_on_letters_of(replies: &Replies<'_>, number: u8) -> usize {
    let chapters = replies.outline.chapters.iter();
    let parts = chapters.flat_map(|chapter| &chapter.parts);
    let parts = parts.filter(|part| {
        let mut references = references(replies, part);
        references.any(|it| it.number() == number && it.letter().is_some())
    });
    parts.count()
}

/// What the report says of one question; nothing where nobody answered and nobody is quoted.
fn question(replies: &Replies<'_>, named: &OutlineQuestion) -> Vec<Block> {
    let Some(question) = replies.instrument.question(&named.question) else {
        return Vec::new();
    };
    let clause = named.clause.as_str();
    let mut blocks = match &question.kind {
        Kind::Standing | Kind::Fact => {
            let text = sentences::standing(replies, question, clause);
            text.map(|text| Block::Paragraph { text })
                .into_iter()
                .collect()
        }
        Kind::Choice(options) => answers::choice(replies, question, options, clause),
        Kind::List(kinds) => answers::list(replies, question, kinds, named),
        Kind::Assistance => assistance::assistance(replies, question),
        Kind::Text => Vec::new(),
    };
    let quoted = quotations::quotations(replies, &question.id);
    if blocks.is_empty() && !quoted.is_empty() {
        let text = vec![
            sentences::title(question),
            Inline::text(" "),
            Inline::text(question.text.clone()),
        ];
        blocks.push(Block::Paragraph { text });
    }
    blocks.extend(quoted);
    blocks
}

/// What the analyst wrote on sections that stand nowhere in the outline, under a heading of its own;
/// no word is lost.
fn texts_without_place(replies: &Replies<'_>) -> Vec<Block> {
    let chapters = replies.outline.chapters.iter();
    let parts = chapters.flat_map(|chapter| &chapter.parts);
    let placed: BTreeSet<&SectionId> = parts.flat_map(|part| &part.sections).collect();
    let texts = replies.noted.texts.iter();
    let lost = texts.filter(|(section, _)| {
        let section = section.as_ref();
        section.is_some_and(|section| !placed.contains(section))
    });
    let mut blocks: Vec<Block> = lost.flat_map(|(_, text)| written(text)).collect();
    if !blocks.is_empty() {
        let title = replies.say("round-report-texts-without-place");
        blocks.insert(0, heading(HeadingLevel::One, title));
    }
    blocks
}

#[cfg(test)]
mod tests {
    use super::roman;

    #[test]
    fn chapters_are_numbered_in_roman_figures() {
        let numbers = [1, 4, 6, 9, 13, 39].map(roman);
        assert_eq!(numbers, ["I", "IV", "VI", "IX", "XIII", "XXXIX"]);
    }
}
