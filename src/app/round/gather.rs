//! The texts of one question, gathered from the replies that count, to be read and quoted. They are
//! read from the files when somebody asks: a round keeps none of them.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, TryRecvError, sync_channel};
use std::thread::Builder;

use super::workers::{cores_beside_the_window, share_out};
use super::{Class, Collation};
use crate::app::Wake;
use crate::app::examine::{Unreadable, Verdict, examine};
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
pub(super) struct Gathering {
    told: Receiver<Result<Option<GatheredReply>, Message>>,
    cancelled: Arc<AtomicBool>,
}

impl Gathering {
    /// Begins to gather the texts of a question; with what is gathered so far, which is nothing.
    pub(super) fn start(
        question: &QuestionId,
        collation: &Collation,
        states: &States,
        wake: Wake,
    ) -> io::Result<(Self, Gathered)> {
        let wanted = wanted(collation, states);
        let gathered = Gathered {
            question: question.clone(),
            replies: Vec::new(),
            faults: Vec::new(),
            done: 0,
            all: wanted.len(),
        };
        let (tell, told) = sync_channel(MOST_UNSEEN);
        let cancelled = Arc::new(AtomicBool::new(false));
        let (theirs, question) = (Arc::clone(&cancelled), question.clone());
        Builder::new().name("gather".to_owned()).spawn(move || {
            gather(&wanted, &question, &theirs, &tell);
            drop(tell);
            wake();
        })?;
        Ok((Self { told, cancelled }, gathered))
    }

    /// Adds what has come to what is gathered; whether more may come.
    pub(super) fn poll(&mut self, gathered: &mut Gathered) -> bool {
        loop {
            match self.told.try_recv() {
                Ok(told) => gathered.add(told),
                Err(TryRecvError::Empty) => return true,
                Err(TryRecvError::Disconnected) => return false,
            }
        }
    }
}

impl Drop for Gathering {
    fn drop(&mut self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }
}

impl Gathered {
    /// Whether all files were read.
    pub fn is_complete(&self) -> bool {
        self.done == self.all
    }

    fn add(&mut self, told: Result<Option<GatheredReply>, Message>) {
        self.done += 1;
        match told {
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

fn gather(
    wanted: &[Wanted],
    question: &QuestionId,
    cancelled: &AtomicBool,
    tell: &SyncSender<Result<Option<GatheredReply>, Message>>,
) {
    share_out(wanted, cores_beside_the_window(), cancelled, |each| {
        // Nobody listens any more where it fails; it is cancelled then.
        tell.send(read_again(each, question)).ok();
    });
}

/// Reads a reply again, and takes the texts of the question.
fn read_again(wanted: &Wanted, question: &QuestionId) -> Result<Option<GatheredReply>, Message> {
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
