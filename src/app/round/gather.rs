//! The texts of one question, gathered from the replies that count, to be read and quoted. They are
//! read from the files when somebody asks: a round keeps none of them.

use std::path::PathBuf;

use super::workers::{cores_beside_the_window, share_out};
use super::{Class, Collation};
use crate::app::Wake;
use crate::app::examine::{Unreadable, Verdict, examine};
use crate::app::task::{Progress, Task, Worker};
use crate::domain::{
    Field, FieldValue, ListItem, Message, QuestionId, StateCode, States, SubmittedAnswer,
};
use crate::format::Seal;

/// How many replies may have been read until the window looks.
const MOST_UNSEEN: usize = 64;

/// What the replies say in words to one question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gathered {
    pub question: QuestionId,
    /// The replies that say something, in the order of the States' names.
    pub replies: Vec<GatheredReply>,
    /// Why files could not be read again as they were counted.
    pub faults: Vec<Message>,
    /// How many files were read.
    pub done: usize,
    /// How many there are to read.
    pub all: usize,
}

/// What one reply says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GatheredReply {
    /// Whose.
    pub state: StateCode,
    /// The texts that are not blank, in the order of the answer's parts; at least one.
    pub texts: Vec<GatheredText>,
    /// Its place among all States by name.
    place: usize,
}

/// One text of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GatheredText {
    /// The part of the answer.
    pub field: Field,
    /// Its words, as the State wrote them; of an item of a list, its name and what was remarked.
    pub text: String,
}

/// A reply that counts, to be read again.
struct Wanted {
    state: StateCode,
    path: PathBuf,
    seal: Seal,
    place: usize,
}

/// Gathering on its way. Dropping it ends it after the files that are in hand.
#[derive(Debug)]
pub(super) struct Gathering(Task<ReadAgain>);

/// What one reply says, if anything, or why it could not be read as it was counted.
type ReadAgain = Result<Option<GatheredReply>, Message>;

impl Gathering {
    /// Begins to gather the texts of a question; with what is gathered so far, which is nothing.
    pub(super) fn start(
        question: &QuestionId,
        collation: &Collation,
        states: &States,
        wake: Wake,
    ) -> (Self, Gathered) {
        let wanted = wanted(collation, states);
        let gathered = Gathered {
            question: question.clone(),
            replies: Vec::new(),
            faults: Vec::new(),
            done: 0,
            all: wanted.len(),
        };
        let question = question.clone();
        let task = Task::stream("gather", MOST_UNSEEN, wake, move |worker| {
            gather(&wanted, &question, worker);
        });
        (Self(task), gathered)
    }

    /// Adds what has come to what is gathered; whether more may come.
    pub(super) fn poll(&mut self, gathered: &mut Gathered) -> bool {
        loop {
            match self.0.poll() {
                Progress::Ready(reply) => gathered.add(reply),
                Progress::Pending => return true,
                Progress::Ended => {
                    gathered.end();
                    return false;
                }
            }
        }
    }
}

impl Gathered {
    /// Whether all files were read.
    pub fn is_complete(&self) -> bool {
        self.done == self.all
    }

    /// Nothing more comes: what was not read is a fault, and nobody waits for it.
    fn end(&mut self) {
        let unread = self.all - self.done;
        if 0 < unread {
            let fault = Message::new("reason-gathering-stopped");
            self.faults.push(fault.number("count", unread));
            self.all = self.done;
        }
    }

    fn add(&mut self, reply: ReadAgain) {
        self.done += 1;
        match reply {
            Ok(Some(reply)) => {
                let place = self.replies.partition_point(|it| it.place < reply.place);
                self.replies.insert(place, reply);
            }
            Ok(None) => {}
            Err(fault) => {
                self.faults.push(fault);
            }
        }
    }
}

/// The replies that count, in the order of the States' names.
fn wanted(collation: &Collation, states: &States) -> Vec<Wanted> {
    let counted = collation.files.iter();
    let counted = counted.filter(|file| file.class == Class::Counted);
    let mut wanted: Vec<Wanted> = counted
        .filter_map(|file| {
            Some(Wanted {
                state: file.state?,
                path: file.path.clone(),
                seal: file.sealed?.seal,
                place: 0,
            })
        })
        .collect();
    wanted.sort_by_cached_key(|each| states.sort_key(each.state));
    for (place, each) in wanted.iter_mut().enumerate() {
        each.place = place;
    }
    wanted
}

fn gather(wanted: &[Wanted], question: &QuestionId, worker: &Worker<ReadAgain>) {
    let workers = cores_beside_the_window();
    share_out(wanted, workers, worker.cancelled(), |each| {
        worker.send(read_again(each, question));
    });
}

/// Reads a reply again, and takes the texts of the question.
fn read_again(wanted: &Wanted, question: &QuestionId) -> ReadAgain {
    let found = examine(&wanted.path);
    if let Verdict::Unreadable(Unreadable::NotRead(fault)) = found.verdict {
        return Err(fault);
    }
    let is_it = found
        .intact()
        .is_some_and(|intact| intact.seal == wanted.seal);
    let Some(reply) = found.reply.filter(|_| is_it) else {
        return Err(Message::new("reason-not-as-counted").path("path", &wanted.path));
    };
    let answer = reply.answers.get(question);
    let texts = answer.map(texts_of).unwrap_or_default();
    Ok((!texts.is_empty()).then_some(GatheredReply {
        state: wanted.state,
        texts,
        place: wanted.place,
    }))
}

/// The texts of an answer that are not blank, in the order of its parts.
fn texts_of(answer: &SubmittedAnswer) -> Vec<GatheredText> {
    let answer = answer.to_answer();
    let texts = answer.said().filter_map(|value| {
        let text = match &value {
            FieldValue::Text(_, text) | FieldValue::Note(_, text) => text.clone(),
            FieldValue::Item(_, Some(item)) => words_of(item),
            FieldValue::Assistance(_, _, side) => side.reason.clone(),
            _ => return None,
        };
        let field = value.field();
        (!text.trim().is_empty()).then_some(GatheredText { field, text })
    });
    let mut texts: Vec<GatheredText> = texts.collect();
    // What is written at length comes first.
    texts.sort_by_key(|text| !matches!(text.field, Field::Text(_)));
    texts
}

fn words_of(item: &ListItem) -> String {
    let words = [&item.name, &item.public_remark];
    let words = words.into_iter().filter(|words| !words.trim().is_empty());
    words.map(String::as_str).collect::<Vec<_>>().join(": ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gathering_that_stops_says_how_many_replies_were_not_read() {
        let task = Task::stream("test", 1, std::sync::Arc::new(|| ()), |worker| {
            worker.send(Ok(None));
        });
        let mut gathered = Gathered {
            question: QuestionId::parse("17.a").unwrap(),
            replies: Vec::new(),
            faults: Vec::new(),
            done: 0,
            all: 3,
        };
        let mut gathering = Gathering(task);
        while gathering.poll(&mut gathered) {
            std::thread::yield_now();
        }
        let unread = Message::new("reason-gathering-stopped").number("count", 2);
        assert_eq!(gathered.faults, [unread]);
        assert!(gathered.is_complete());
    }
}
