//! What a report is about: one State's assessment, and what stands around every report of it.

use jiff::civil::Date;

use super::document::{Block, Document, Fact, HeadingLevel, Inline};
use super::language::language_of;
use crate::analysis::{Progress, progress};
use crate::domain::{Answer, Assessment, Instrument, Level, Question};
use crate::words::{Value, Words};

/// One State's assessment, with what is needed to write about it.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    pub instrument: &'a Instrument,
    pub assessment: &'a Assessment,
    pub state_name: &'a str,
    pub date: Date,
    pub words: &'a Words,
}

impl<'a> Subject<'a> {
    pub(super) fn say(&self, key: &str) -> String {
        self.words.say(key)
    }

    pub(super) fn say_with(&self, key: &str, values: &[(&str, Value<'_>)]) -> String {
        self.words.say_with(key, values)
    }

    pub(super) fn answer(&self, question: &Question) -> Option<&'a Answer> {
        self.assessment.answers.get(&question.id)
    }

    /// The levels that the question is asked of and the State has.
    pub(super) fn levels(&self, question: &'a Question) -> impl Iterator<Item = Level> + 'a {
        let levels = self.assessment.profile.levels;
        let asked = question.levels.iter().copied();
        asked.filter(move |level| question.has_cells() && levels.has(*level))
    }

    pub(super) fn progress(&self) -> Progress {
        progress(self.instrument, self.assessment)
    }

    /// What every page says at its head: that it is a sample, that it is not cleared.
    pub(super) fn banner(&self) -> Option<String> {
        let sample = self.sample();
        let draft = self.is_draft().then(|| self.say("report-draft"));
        let parts: Vec<String> = sample.into_iter().chain(draft).collect();
        (!parts.is_empty()).then(|| parts.join(" · "))
    }

    /// What a sample says of itself.
    pub(super) fn sample(&self) -> Option<String> {
        let source = self.assessment.sample.as_ref()?;
        Some(self.say_with("report-sample", &[("source", source.as_str().into())]))
    }

    /// Whether anything that is said has not been cleared, or nothing has been.
    pub(super) fn is_draft(&self) -> bool {
        let mut said = self
            .assessment
            .answers
            .values()
            .filter(|answer| !answer.is_empty())
            .peekable();
        said.peek().is_none() || said.any(|answer| answer.cleared.is_none())
    }

    /// A document about the State, without content.
    pub(super) fn document(&self, title: String) -> Document {
        Document {
            title,
            subtitle: self.state_name.to_owned(),
            language: self.instrument.parts().language.clone(),
            date: self.date,
            banner: self.banner(),
            footer: self.say("report-footer"),
            facts: self.facts(),
            code: None,
            contents: Some(self.say("report-contents")),
            page_of_pages: self.say("report-page-of-pages"),
            blocks: Vec::new(),
        }
    }

    /// The State, its people and its levels, and the call.
    fn facts(&self) -> Vec<Fact> {
        let profile = &self.assessment.profile;
        let call = &self.assessment.call;
        let levels: Vec<String> = profile
            .levels
            .iter()
            .map(|level| self.words.level(level))
            .collect();
        let contributors: Vec<String> = profile
            .contributors
            .iter()
            .map(ToString::to_string)
            .collect();
        let day = |day: Option<Date>| day.map(|day| self.words.day(day)).unwrap_or_default();
        let note_verbale = joined(&[&call.note_verbale_number, &day(call.note_verbale_date)]);
        let ours = |key: &str, text: &str| Fact::new(self.say(key), text);
        let theirs = |key: &str, text: &str| Fact {
            language: self.language_of(text),
            ..ours(key, text)
        };
        let facts = [
            theirs("report-institution", &profile.institution),
            theirs("report-focal-point", &profile.focal_point.to_string()),
            theirs("report-deputy", &profile.deputy.to_string()),
            theirs("report-contributors", &contributors.join("\n")),
            theirs("report-period", &profile.period),
            ours("report-reply-language", &profile.reply_language),
            ours("report-levels", &levels.join(", ")),
            ours("report-call", &joined(&[&call.title, &call.id])),
            ours("report-note-verbale", &note_verbale),
            ours("report-due", &day(call.due)),
            ours("report-address", &call.address),
            ours("report-date", &self.words.day(self.date)),
        ];
        let facts = facts.into_iter().filter(|fact| !fact.text.is_empty());
        facts.collect()
    }

    /// Words that the State wrote, in the language of its reply.
    pub(super) fn said(&self, text: impl Into<String>) -> Inline {
        let text = text.into();
        let language = self.language_of(&text);
        Inline::Text { text, language }
    }

    /// The language of words that the State wrote, where it is not the document's.
    pub(super) fn language_of(&self, text: &str) -> Option<String> {
        let language = language_of(text, &self.assessment.profile.reply_language);
        language.filter(|tag| *tag != self.instrument.parts().language)
    }
}

/// The pieces that say something, with this between them.
pub(super) fn pieces(parts: impl IntoIterator<Item = Inline>, between: &str) -> Vec<Inline> {
    let mut pieces = Vec::new();
    for part in parts.into_iter().filter(|part| !part.is_empty()) {
        if !pieces.is_empty() {
            pieces.push(Inline::text(between));
        }
        pieces.push(part);
    }
    pieces
}

/// The parts that say something, with commas between them.
pub(super) fn joined(parts: &[&str]) -> String {
    let parts = parts.iter().filter(|part| !part.is_empty());
    parts.copied().collect::<Vec<&str>>().join(", ")
}

pub(super) fn heading(level: HeadingLevel, text: impl Into<String>) -> Block {
    let text = text.into();
    Block::Heading { level, text }
}

/// A paragraph in the report's own words.
pub(super) fn paragraph(text: impl Into<String>) -> Block {
    Block::Paragraph {
        text: vec![Inline::text(text)],
    }
}

/// Dim words that help to read something or to fill it in.
pub(super) fn help(text: impl Into<String>) -> Block {
    Block::Help {
        text: vec![Inline::text(text)],
    }
}

/// What was written, under the word for it; nothing where nothing was.
pub(super) fn labelled(label: impl Into<String>, text: Inline) -> Option<Block> {
    (!text.is_empty()).then(|| Block::Labelled {
        label: label.into(),
        text: vec![text],
    })
}
