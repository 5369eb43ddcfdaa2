//! What there is to say, as data: findings, verdicts, reasons and faults name a sentence and what is
//! filled in. `words` alone turns them into a sentence, in the language of who reads it.

use std::path::Path;
use std::{fmt, io};

use jiff::Timestamp;
use jiff::civil::Date;

use super::shortened;

/// A sentence without its words: its key in `assets/locales/`, and the values that it names.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Message {
    /// The key, lower-case words joined by hyphens, written out in full where it is made.
    pub key: &'static str,
    /// What is filled in, by the name that the sentence has for it.
    pub values: Vec<(&'static str, MessageValue)>,
}

/// What a sentence is filled with.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum MessageValue {
    /// A name or text, perhaps from elsewhere: it is shown on one line, with whatever cannot be seen
    /// made visible. Or a token that the sentence chooses its words by.
    Text(String),
    Number(u64),
    Day(Date),
    /// A moment, said where the machine stands.
    Moment(Timestamp),
    /// Sentences or phrases of their own, one after the other.
    Messages(Vec<Message>),
}

/// What can be said to people: a fault, a finding, a verdict, a reason.
pub trait Explain {
    fn message(&self) -> Message;
}

impl Message {
    pub fn new(key: &'static str) -> Self {
        Self {
            key,
            values: Vec::new(),
        }
    }

    /// The words of the machine itself, or of a library, which nobody can translate.
    pub fn verbatim(text: &dyn fmt::Display) -> Self {
        let text = MessageValue::Text(text.to_string());
        Self::new("in-other-words").with("text", text)
    }

    pub fn with(mut self, name: &'static str, value: MessageValue) -> Self {
        self.values.push((name, value));
        self
    }

    /// Fills a name or text in; of one that is very long, its beginning.
    pub fn text(self, name: &'static str, text: impl AsRef<str>) -> Self {
        let text = shortened(text.as_ref()).into_owned();
        self.with(name, MessageValue::Text(text))
    }

    pub fn path(self, name: &'static str, path: &Path) -> Self {
        let path = path.display().to_string();
        self.with(name, MessageValue::Text(path))
    }

    /// A count or a size; one that no machine has is the largest there is.
    pub fn number(self, name: &'static str, number: impl TryInto<u64>) -> Self {
        let number = number.try_into().unwrap_or(u64::MAX);
        self.with(name, MessageValue::Number(number))
    }

    pub fn moment(self, name: &'static str, moment: Timestamp) -> Self {
        self.with(name, MessageValue::Moment(moment))
    }

    pub fn explained(self, name: &'static str, inner: &dyn Explain) -> Self {
        self.with(name, MessageValue::Messages(vec![inner.message()]))
    }
}

/// What the machine itself says, in its own words.
impl Explain for io::Error {
    fn message(&self) -> Message {
        Message::verbatim(self)
    }
}

impl Explain for Message {
    fn message(&self) -> Message {
        self.clone()
    }
}

/// For the one who mends the program: the key and the values, not the sentence.
impl fmt::Display for Message {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.key)?;
        for (name, value) in &self.values {
            write!(formatter, " {name}={value:?}")?;
        }
        Ok(())
    }
}
