//! Taking one file in: what it is, and the little of it that has to stay.

use std::panic::catch_unwind;
use std::path::Path;

use jiff::civil::Date;
use uuid::Uuid;

use super::Class;
use crate::analysis::Ballot;
use crate::app::examine::{Examined, Unreadable, Verdict, examine};
use crate::domain::{
    Call, Explain as _, Instrument, Message, StateCode, States, Submission, clean_identifier,
};
use crate::format::{FileKind, Seal};
use crate::store::StoreError;

/// What was made of a file.
#[derive(Debug)]
pub(super) enum Intake {
    /// It is none that could count, whatever else came in.
    Refused {
        state: Option<StateCode>,
        class: Class,
        reason: Message,
    },
    /// A reply of a Member State to this instrument.
    Reply(Box<Reply>),
}

/// What tells a reply from others.
#[derive(Debug)]
pub(super) struct Reply {
    pub(super) state: StateCode,
    pub(super) identity: Uuid,
    pub(super) revision: u32,
    pub(super) seal: Seal,
    pub(super) call: String,
    /// The year of the call, as far as it can be told.
    pub(super) year: i16,
    pub(super) released: Date,
    pub(super) is_sample: bool,
}

/// A file that was read: what it is, and of a reply what it says.
#[derive(Debug)]
pub(super) struct TakenIn {
    pub(super) intake: Intake,
    pub(super) ballot: Option<Ballot>,
}

impl Intake {
    pub(super) fn state(&self) -> Option<StateCode> {
        match self {
            Self::Refused { state, .. } => *state,
            Self::Reply(reply) => Some(reply.state),
        }
    }

    pub(super) fn reply(&self) -> Option<&Reply> {
        match self {
            Self::Refused { .. } => None,
            Self::Reply(reply) => Some(reply),
        }
    }
}

impl TakenIn {
    /// A folder that the disk did not give.
    pub(super) fn unread(folder: &Path, fault: &StoreError) -> Self {
        refused(&Examined::not_read(folder, fault.message()))
    }
}

/// Reads a file, and takes down what it says. One that trips the program up stops no other.
pub(super) fn take_in(path: &Path, instrument: &Instrument, states: &States) -> TakenIn {
    let found = examine(path);
    let taken = catch_unwind(|| match (found.intact(), &found.reply) {
        (Some(intact), Some(reply)) => take_down(reply, intact.seal, instrument, states),
        _ => refused(&found),
    });
    taken.unwrap_or_else(|_| refused(&Examined::mistake(path)))
}

fn refused(found: &Examined) -> TakenIn {
    let class = match &found.verdict {
        Verdict::Intact(_) | Verdict::NotIntact(_) => Class::Damaged,
        Verdict::Newer => Class::NewerFormat,
        Verdict::Unreadable(why) => match why {
            Unreadable::Empty | Unreadable::Foreign | Unreadable::ForeignArchive => {
                Class::NotAReply
            }
            Unreadable::Work(_) if found.kind == FileKind::Round => Class::NotAReply,
            Unreadable::Work(_) => Class::Draft,
            Unreadable::NotRead(_) | Unreadable::DamagedWork(_) | Unreadable::Content(_) => {
                Class::Damaged
            }
        },
    };
    refused_as(class, found.state(), found.reason())
}

fn refused_as(class: Class, state: Option<StateCode>, reason: Message) -> TakenIn {
    TakenIn {
        intake: Intake::Refused {
            state,
            class,
            reason,
        },
        ballot: None,
    }
}

/// Takes down what an intact reply says, if it is one of a Member State to this instrument.
fn take_down(
    submission: &Submission,
    seal: Seal,
    instrument: &Instrument,
    states: &States,
) -> TakenIn {
    let state = submission.state();
    let (asked, id) = (&instrument.parts().id, &submission.instrument.id);
    if id != asked {
        let reason = Message::new("reason-other-instrument")
            .text("answered", id.as_str())
            .text("asked", asked.as_str());
        return refused_as(Class::OtherInstrument, Some(state), reason);
    }
    let year = year_of(&submission.call, submission.release.date);
    let is_member = states
        .get(state)
        .is_some_and(|member| member.member_since.is_none_or(|since| since <= year));
    if !is_member {
        let reason = Message::new("reason-not-a-member")
            .text("state", state.as_str())
            .text("year", year.to_string());
        return refused_as(Class::NotAMember, Some(state), reason);
    }
    TakenIn {
        ballot: Some(Ballot::of(instrument, submission)),
        intake: Intake::Reply(Box::new(Reply {
            state,
            identity: submission.identity,
            revision: submission.revision,
            seal,
            call: clean_identifier(&submission.call.id).into_owned(),
            year,
            released: submission.release.date,
            is_sample: submission.sample.is_some(),
        })),
    }
}

/// The year of a call: that of its note verbale or due date; else its id, where that is a year;
/// else that of the reply.
fn year_of(call: &Call, released: Date) -> i16 {
    let dated = call.note_verbale_date.or(call.due).map(Date::year);
    let named = clean_identifier(&call.id).parse().ok();
    let named = named.filter(|year| (1945..=2200).contains(year));
    dated.or(named).unwrap_or(released.year())
}
