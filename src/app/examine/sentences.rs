//! What there is to say of a file that was looked at, for a command, the window and a round.

use super::{Diagnostic, Examined, FileKind, NotIntact, Unreadable, Verdict};
use crate::domain::{Explain, Message, MessageValue, States, Submission, shortened};

impl Examined {
    /// Everything that is wrong with the file, one phrase each.
    pub fn faults(&self) -> Vec<Message> {
        fn all<T: Explain>(faults: &[T]) -> impl Iterator<Item = Message> {
            faults.iter().map(Explain::message)
        }
        match &self.verdict {
            Verdict::Intact(_) | Verdict::Newer => Vec::new(),
            Verdict::NotIntact(NotIntact::Altered(alterations)) => all(alterations).collect(),
            Verdict::NotIntact(NotIntact::Sealed(fault)) => vec![fault.message()],
            Verdict::NotIntact(NotIntact::Package(faults, _)) => all(faults).collect(),
            Verdict::Unreadable(why) => match why {
                Unreadable::DamagedWork(faults) | Unreadable::Content(faults) => {
                    faults.iter().map(Diagnostic::without_way_out).collect()
                }
                _ => vec![self.summary()],
            },
        }
    }

    /// What the verdict is, with everything that is wrong with the file.
    pub fn summary(&self) -> Message {
        let with_faults =
            |key| Message::new(key).with("faults", MessageValue::Messages(self.faults()));
        match &self.verdict {
            Verdict::Intact(_) if self.kind == FileKind::Package => {
                Message::new("examine-intact-package")
            }
            Verdict::Intact(_) => Message::new("examine-intact"),
            Verdict::NotIntact(NotIntact::Altered(_)) => with_faults("examine-altered"),
            Verdict::NotIntact(NotIntact::Package(_, names)) if !names.is_empty() => {
                with_faults("examine-repacked")
            }
            Verdict::NotIntact(_) => with_faults("examine-not-intact"),
            Verdict::Newer => Message::new("examine-newer"),
            Verdict::Unreadable(why) => match why {
                Unreadable::NotRead(fault) => {
                    Message::new("examine-not-read").explained("fault", fault)
                }
                Unreadable::Empty => Message::new("examine-empty"),
                Unreadable::Foreign => Message::new("examine-foreign"),
                Unreadable::ForeignArchive => Message::new("examine-foreign-archive"),
                Unreadable::Work(_) => Message::new("examine-work").text("kind", self.kind.token()),
                Unreadable::DamagedWork(_) => with_faults("examine-damaged-work"),
                Unreadable::Content(_) => with_faults("examine-content"),
            },
        }
    }

    /// What to do now; nothing where the file is intact.
    pub fn way_out(&self) -> Option<Message> {
        Some(match &self.verdict {
            Verdict::Intact(_) | Verdict::Unreadable(Unreadable::NotRead(_)) => return None,
            Verdict::NotIntact(NotIntact::Altered(_)) if self.kind == FileKind::Package => {
                Message::new("examine-ask-for-package")
            }
            Verdict::NotIntact(NotIntact::Altered(_)) => Message::new("examine-ask-as-package"),
            Verdict::NotIntact(NotIntact::Package(_, names)) if !names.is_empty() => {
                let names = names.iter().map(|name| Message::verbatim(&shortened(name)));
                Message::new("examine-take-out")
                    .number("count", names.len())
                    .with("names", MessageValue::Messages(names.collect()))
            }
            Verdict::NotIntact(NotIntact::Package(..)) => Message::new("examine-ask-for-package"),
            Verdict::NotIntact(_) => Message::new("examine-ask-again"),
            Verdict::Newer => Message::new("examine-get-newer"),
            Verdict::Unreadable(Unreadable::Content(_) | Unreadable::Empty) => {
                Message::new("examine-ask-again")
            }
            Verdict::Unreadable(_) => Message::new("examine-ask-for-reply"),
        })
    }

    /// The verdict and what to do now, without what the file says.
    pub fn reason(&self) -> Message {
        let summary = self.summary();
        match self.way_out() {
            None => summary,
            Some(way_out) => Message::new("examine-reason")
                .explained("summary", &summary)
                .explained("wayout", &way_out),
        }
    }

    /// All that there is to say of the file, sentence by sentence.
    pub fn sentences(&self, states: &States) -> Vec<Message> {
        let mut sentences = vec![self.summary()];
        if let Some(reply) = &self.reply {
            if !self.is_reliable() {
                sentences.push(Message::new("examine-not-relied-on"));
            }
            sentences.extend(about(reply, states));
        }
        if let Some(intact) = self.intact() {
            if !intact.documents.is_empty() {
                let names = intact.documents.join(", ");
                sentences.push(Message::new("examine-documents").text("names", names));
            }
            if self.kind == FileKind::Package {
                let files = intact.evidence;
                sentences.push(Message::new("examine-evidence").number("files", files));
            }
            let code = intact.seal.code();
            sentences.push(Message::new("examine-proves").text("code", code));
        } else if self.kind == FileKind::Package {
            sentences.push(Message::new("examine-nothing-unpacked"));
        }
        sentences.extend(self.way_out());
        sentences
    }
}

/// Whose reply it is, to what, and who released it.
fn about(reply: &Submission, states: &States) -> Vec<Message> {
    let Submission {
        revision,
        release,
        call,
        answers,
        sample,
        ..
    } = reply;
    let title = if call.title.is_empty() {
        &call.id
    } else {
        &call.title
    };
    let about = Message::new("examine-reply")
        .text("state", states.name(reply.state()))
        .text("revision", revision.to_string())
        .text("named", if title.is_empty() { "no" } else { "yes" })
        .text("call", title)
        .number("answers", answers.len())
        .text("name", &release.name)
        .text("title", &release.title)
        .text("body", &release.body)
        .with("day", MessageValue::Day(release.date));
    let sample = sample.as_ref();
    let sample = sample.map(|source| Message::new("examine-sample").text("source", source));
    std::iter::once(about).chain(sample).collect()
}
