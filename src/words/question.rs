//! How window and report head the help of a question, by what kind of answer it wants.

use super::Words;
use crate::domain::Kind;

impl Words {
    /// The heading over what an answer is to hold.
    pub fn what_counts(&self, kind: &Kind) -> String {
        self.say(match kind {
            Kind::Standing | Kind::Fact => "question-help-counts",
            Kind::Choice(_) => "question-help-choose",
            Kind::List(_) => "question-help-belongs",
            Kind::Text | Kind::Assistance => "question-help-write",
        })
    }

    /// The heading over what an answer is not to hold.
    pub fn what_counts_not(&self, kind: &Kind) -> String {
        self.say(match kind {
            Kind::Standing | Kind::Fact => "question-help-counts-not",
            Kind::Choice(_) => "question-help-choose-not",
            Kind::List(_) => "question-help-belongs-not",
            Kind::Text | Kind::Assistance => "question-help-write-not",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::ENGLISH;

    #[test]
    fn only_what_is_answered_with_yes_is_told_what_counts_as_yes() {
        let words = Words::load(ENGLISH);
        for (kind, expected) in [
            (Kind::Standing, ["Counts as Yes", "Does not count"]),
            (Kind::Fact, ["Counts as Yes", "Does not count"]),
            (
                Kind::Choice(Vec::new()),
                ["How to choose", "How not to choose"],
            ),
            (
                Kind::List(Vec::new()),
                ["Belongs on the list", "Does not belong"],
            ),
            (Kind::Text, ["What to write about", "What to leave out"]),
            (
                Kind::Assistance,
                ["What to write about", "What to leave out"],
            ),
        ] {
            let said = [words.what_counts(&kind), words.what_counts_not(&kind)];
            assert_eq!(said, expected);
        }
    }
}
