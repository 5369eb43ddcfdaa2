//! The sentences that the program writes from the figures of one question: count, base, level, and a
//! note with the States.

use super::replies::Replies;
use crate::analysis::CellTally;
use crate::domain::{Level, Question, Standing};
use crate::report::document::Inline;
use crate::words::{Value, Who, capitalised};

/// A piece of a sentence, with the note that belongs to it.
struct Piece {
    words: String,
    note: Option<Inline>,
}

/// What the replies say to a question with cells; nothing where nobody answered it.
pub(super) fn standing(
    replies: &Replies<'_>,
    question: &Question,
    clause: &str,
) -> Option<Vec<Inline>> {
    let answered = replies.cells(&question.id);
    let answered = answered.filter(|cell| 0 < cell.replies());
    let names_levels = question.levels != [Level::National];
    let mut line = vec![title(question), Inline::text(" ")];
    for (place, cell) in answered.enumerate() {
        let said = Said {
            replies,
            question,
            clause,
            cell,
            is_first: place == 0,
        };
        let mut pieces = said.pieces();
        if let Some(head) = pieces.first_mut() {
            head.words = if names_levels {
                at_level(replies, cell.level, &head.words)
            } else {
                capitalised(&head.words)
            };
        }
        if 0 < place {
            line.push(Inline::text(" "));
        }
        line.extend(sentence(pieces));
    }
    (2 < line.len()).then_some(line)
}

/// The title of a question as the words that a paragraph begins with.
pub(super) fn title(question: &Question) -> Inline {
    Inline::emphasis(format!("{}.", question.title))
}

/// Replies as the subject of a sentence, with its verb "say"; without its capital.
fn say(replies: &Replies<'_>, who: Who) -> String {
    let values = [("who", who.words.into()), ("number", who.number.into())];
    replies.say_with("round-report-say", &values)
}

fn at_level(replies: &Replies<'_>, level: Level, words: &str) -> String {
    let key = match level {
        Level::National => "round-report-at-national",
        Level::Regional => "round-report-at-regional",
        Level::Local => "round-report-at-local",
    };
    replies.say_with(key, &[("said", words.into())])
}

/// One sentence: the pieces with semicolons between them. A note stands after the sign that ends
/// its piece.
fn sentence(pieces: Vec<Piece>) -> Vec<Inline> {
    let last = pieces.len().saturating_sub(1);
    let mut line = Vec::new();
    for (place, Piece { words, note }) in pieces.into_iter().enumerate() {
        let lead = if place == 0 { "" } else { " " };
        let sign = if place == last { "." } else { ";" };
        line.push(Inline::text(format!("{lead}{words}{sign}")));
        line.extend(note);
    }
    line
}

/// One cell, about to be put into words.
struct Said<'a> {
    replies: &'a Replies<'a>,
    question: &'a Question,
    clause: &'a str,
    cell: &'a CellTally,
    /// Whether the clause has not been said yet.
    is_first: bool,
}

impl Said<'_> {
    fn pieces(&self) -> Vec<Piece> {
        let mut pieces = if self.base() == 1 {
            vec![self.only()]
        } else {
            self.several()
        };
        let without = self.replies.tally.counted.len() - self.base();
        pieces.extend(self.unnamed("round-report-no-level", without));
        pieces
    }

    /// What the one reply says that there is.
    fn only(&self) -> Piece {
        let mut said = Standing::ALL.into_iter();
        let said = said.find(|standing| 0 < self.count(*standing));
        let [key, key_so] = match said {
            Some(Standing::No) => ["round-report-one-no-to", "round-report-one-no"],
            Some(Standing::NotApplicable) => [
                "round-report-one-not-applicable-to",
                "round-report-one-not-applicable",
            ],
            Some(Standing::NotKnown) => [
                "round-report-one-no-information-to",
                "round-report-one-no-information",
            ],
            Some(Standing::Yes | Standing::InPart) | None => return self.head(),
        };
        let question = [("question", self.question.text.as_str().into())];
        // Nobody is named as having no information, here as little as among several.
        let named = said.filter(|standing| *standing != Standing::NotKnown);
        let key = if self.is_first { key } else { key_so };
        Piece {
            words: self.replies.say_with(key, &question),
            note: named.and_then(|standing| self.note(standing)),
        }
    }

    fn several(&self) -> Vec<Piece> {
        let mut pieces = vec![self.head()];
        if 0 < self.count(Standing::Yes) {
            pieces.extend(self.tail(Standing::InPart, "round-report-more-in-part"));
        } else if 0 < self.count(Standing::InPart) {
            pieces.push(Piece {
                words: self.replies.say("round-report-none-in-full"),
                note: None,
            });
        }
        pieces.extend(self.tail(Standing::No, "round-report-say-no"));
        pieces.extend(self.tail(Standing::NotApplicable, "round-report-not-applicable"));
        // Where "at least" is said, it tells that others are silent.
        let says_nothing = self.count(Standing::Yes) + self.count(Standing::InPart) == 0;
        let silent = self.cell.not_answered.len() * usize::from(says_nothing);
        let unknown = self.count(Standing::NotKnown);
        pieces.extend(self.unnamed("round-report-no-information", unknown));
        pieces.extend(self.unnamed("round-report-silent", silent));
        pieces
    }

    /// How many, without their names.
    fn unnamed(&self, key: &str, count: usize) -> Option<Piece> {
        (0 < count).then(|| Piece {
            words: self.replies.count(key, count),
            note: None,
        })
    }

    /// Those that say Yes; where none does, those that say it is so in part.
    fn head(&self) -> Piece {
        let is_in_part = self.count(Standing::Yes) == 0 && 0 < self.count(Standing::InPart);
        let standing = if is_in_part {
            Standing::InPart
        } else {
            Standing::Yes
        };
        let is_open = !self.cell.not_answered.is_empty();
        let (count, of) = (self.count(standing), self.base());
        let who = if is_open {
            self.replies.words.replies_at_least(count, of)
        } else {
            self.replies.words.replies(count, of)
        };
        let say = say(self.replies, who);
        let key = match (self.is_first, is_in_part) {
            (true, false) => "round-report-say-that",
            (true, true) => "round-report-say-in-part-that",
            (false, false) => "round-report-say-so",
            (false, true) => "round-report-say-so-in-part",
        };
        let values = [("say", Value::from(say)), ("clause", self.clause.into())];
        Piece {
            words: self.replies.say_with(key, &values),
            note: self.note(standing),
        }
    }

    fn tail(&self, standing: Standing, key: &str) -> Option<Piece> {
        let count = self.count(standing);
        (0 < count).then(|| Piece {
            words: self.replies.count(key, count),
            note: self.note(standing),
        })
    }

    fn note(&self, standing: Standing) -> Option<Inline> {
        self.replies
            .note(self.cell.said.get(&standing).into_iter().flatten())
    }

    fn count(&self, standing: Standing) -> usize {
        self.cell.states(standing).count()
    }

    /// The replies of the States that have the level.
    fn base(&self) -> usize {
        self.cell.replies() + self.cell.not_answered.len()
    }
}
