//! Who has a file open, in words for people.

use jiff::Timestamp;

use super::machine::one_line;
use super::{clock, host_name};
use crate::domain::{Explain, Message, MessageValue};

/// How each note begins.
const NOTE: &str = "Guidepost has the file of this name open, and takes this note away by itself.";

/// What the lines of a note say after that, in this order.
const KEYS: [&str; 4] = ["who: ", "host: ", "process: ", "since: "];

/// Who has a file open to write, as their program wrote it down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    /// The person; empty where nobody has said.
    pub who: String,
    /// Their machine; empty where it does not say.
    pub host: String,
    /// Their process.
    pub process: Option<u32>,
    pub since: Option<Timestamp>,
    /// Whether they surely have it open now. Not so in a folder without locks, where the side file
    /// may be left over from a crash.
    pub certain: bool,
}

impl Explain for Holder {
    fn message(&self) -> Message {
        let key = if self.certain {
            "holder-has"
        } else {
            "holder-may-have"
        };
        let place =
            (!self.host.is_empty()).then(|| Message::new("holder-where").text("host", &self.host));
        let since = self
            .since
            .map(|moment| Message::new("holder-since").moment("moment", moment));
        let phrase = |phrase: Option<Message>| MessageValue::Messages(phrase.into_iter().collect());
        Message::new(key)
            .with("who", self.named("holder-somebody"))
            .with("where", phrase(place))
            .with("since", phrase(since))
    }
}

impl Holder {
    /// The person's name, or the words of this key where nobody has said.
    pub fn named(&self, nobody: &'static str) -> MessageValue {
        if self.who.is_empty() {
            MessageValue::Messages(vec![Message::new(nobody)])
        } else {
            MessageValue::Text(self.who.clone())
        }
    }

    pub(super) fn here(who: &str) -> Self {
        Self {
            who: one_line(who).unwrap_or_default(),
            host: host_name(),
            process: Some(std::process::id()),
            since: Some(clock::now()),
            certain: true,
        }
    }

    pub(super) fn words(&self) -> String {
        let process = self.process.map(|id| id.to_string()).unwrap_or_default();
        let since = self.since.map(|when| when.to_string()).unwrap_or_default();
        let values = [&self.who, &self.host, &process, &since];
        let lines = KEYS
            .iter()
            .zip(values)
            .map(|(key, value)| format!("{key}{value}\n"));
        format!("{NOTE}\n{}", lines.collect::<String>())
    }

    /// Whether the words are a note of this form to the last line, and not a person's own text.
    pub(super) fn is_note(words: &str) -> bool {
        let mut lines = words.lines();
        lines.next() == Some(NOTE)
            && KEYS
                .iter()
                .all(|key| lines.next().is_some_and(|line| line.starts_with(key)))
            && lines.next().is_none()
    }

    /// Reads the words again. They are for people: what is missing or odd stays empty.
    pub(super) fn from_words(words: &str, certain: bool) -> Self {
        let value = |key: &str| {
            words
                .lines()
                .filter_map(|line| line.split_once(": "))
                .find(|(found, _)| *found == key)
                .and_then(|(_, value)| one_line(value))
        };
        Self {
            who: value("who").unwrap_or_default(),
            host: value("host").unwrap_or_default(),
            process: value("process").and_then(|text| text.parse().ok()),
            since: value("since").and_then(|text| text.parse().ok()),
            certain,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn odd_words_say_nothing_and_do_no_harm() {
        for words in [
            "",
            "who",
            "who:Ana",
            "since: yesterday\nprocess: -1",
            "\u{0}\n: \n",
        ] {
            let holder = Holder::from_words(words, true);
            assert_eq!(holder, Holder::from_words("", true), "{words:?}");
        }
    }
}
