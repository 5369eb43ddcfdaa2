//! The one place where findings, verdicts, reasons and faults become sentences.

use super::{ENGLISH, Value, Words};
use crate::domain::{Explain, MessageValue, visible_line};

impl Words {
    /// The sentence for what there is to say.
    pub fn explain(&self, what: &dyn Explain) -> String {
        let message = what.message();
        let values: Vec<(&str, Value<'_>)> = message
            .values
            .iter()
            .map(|(name, value)| (*name, self.filled_in(value)))
            .collect();
        self.say_with(message.key, &values)
    }

    fn filled_in(&self, value: &MessageValue) -> Value<'static> {
        match value {
            MessageValue::Text(text) => visible_line(text).into_owned().into(),
            MessageValue::Number(number) => (*number).into(),
            MessageValue::Day(day) => self.day(*day).into(),
            MessageValue::Moment(moment) => self.moment(*moment).into(),
            MessageValue::Messages(messages) => {
                let sentences: Vec<String> = messages.iter().map(|it| self.explain(it)).collect();
                sentences.join("; ").into()
            }
        }
    }
}

/// The sentence for whoever has no words at hand: a command, whose words are English.
pub fn in_english(what: &dyn Explain) -> String {
    Words::load(ENGLISH).explain(what)
}

#[cfg(test)]
mod tests {
    use crate::domain::Message;
    use crate::words::{ENGLISH, Words};

    #[test]
    fn a_message_is_said_with_its_values_on_one_line() {
        let words = Words::load(ENGLISH);
        let message = Message::verbatim(&"a\nb");
        assert_eq!(words.explain(&message), "a␊b");
    }
}
