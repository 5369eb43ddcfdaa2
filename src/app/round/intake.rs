//! Taking one file in: what it is, and the little of it that has to stay.

use std::panic::catch_unwind;
use std::path::Path;

use jiff::civil::Date;
use uuid::Uuid;

use super::Class;
use crate::analysis::Ballot;
use crate::app::verify::{FileKind, read};
use crate::domain::{Call, Instrument, StateCode, States, clean_identifier};
use crate::format::{
    Diagnostic, Seal, SealFault, SealedSubmission, begins_as_package, is_newer_document,
    open_submission, read_assessment, read_package, submission_in,
};
use crate::store::StoreError;

/// What was made of a file.
#[derive(Debug)]
pub(super) enum Intake {
    /// It is none that could count, whatever else came in.
    Refused {
        state: Option<StateCode>,
        class: Class,
        reason: String,
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
    /// A file or folder that the disk did not give.
    pub(super) fn unread(fault: &StoreError) -> Self {
        refused(Class::Damaged, &format!("It could not be read: {fault}"))
    }
}

/// Reads a file, and takes down what it says. One that trips the program up stops no other.
pub(super) fn take_in(path: &Path, instrument: &Instrument, states: &States) -> TakenIn {
    let taken = catch_unwind(|| match read(path) {
        Ok(bytes) => judge(&bytes, instrument, states),
        Err(fault) => TakenIn::unread(&fault),
    });
    let mistake = "The program made a mistake while reading it; please report it.";
    taken.unwrap_or_else(|_| refused(Class::Damaged, mistake))
}

fn refused(class: Class, reason: &str) -> TakenIn {
    refused_of(None, class, reason.to_owned())
}

fn refused_of(state: Option<StateCode>, class: Class, reason: String) -> TakenIn {
    TakenIn {
        intake: Intake::Refused {
            state,
            class,
            reason,
        },
        ballot: None,
    }
}

fn judge(bytes: &[u8], instrument: &Instrument, states: &States) -> TakenIn {
    match FileKind::of(bytes) {
        FileKind::Unknown | FileKind::Round => {
            let reason = if bytes.is_empty() {
                "The file is empty."
            } else {
                "It bears no seal, and is no document of Guidepost that a State sends."
            };
            refused(Class::NotAReply, reason)
        }
        FileKind::Package if !begins_as_package(bytes) => refused(
            Class::NotAReply,
            "It is a ZIP, but no package of Guidepost.",
        ),
        FileKind::Package => {
            let read = read_package(bytes, "").map(|it| it.sealed);
            if read.is_err() && submission_in(bytes).is_some_and(is_newer_document) {
                return newer();
            }
            reply(read, instrument, states)
        }
        FileKind::Submission => {
            let opened = open_submission(bytes, "");
            if matches!(opened.seal, Err(SealFault::Newer(_)))
                || opened.content.is_err() && is_newer_document(bytes)
            {
                return newer();
            }
            reply(opened.if_intact(""), instrument, states)
        }
        FileKind::Assessment | FileKind::Part if is_newer_document(bytes) => newer(),
        FileKind::Part => refused(
            Class::Draft,
            "It is a part of an assessment, sent by mistake; ask for the submission.",
        ),
        FileKind::Assessment => match read_assessment(bytes, "") {
            Err(faults) => damaged(&faults),
            Ok(assessment) => refused_of(
                Some(assessment.profile.state),
                Class::Draft,
                "It is an assessment, sent by mistake; ask for the submission.".to_owned(),
            ),
        },
    }
}

fn newer() -> TakenIn {
    refused(
        Class::NewerFormat,
        "A newer version of Guidepost wrote it; open it with that.",
    )
}

fn damaged(faults: &[Diagnostic]) -> TakenIn {
    let first = faults.first().map(ToString::to_string).unwrap_or_default();
    refused(
        Class::Damaged,
        &format!("{}. Ask for it again.", first.trim_end_matches('.')),
    )
}

fn reply(
    read: Result<SealedSubmission, Vec<Diagnostic>>,
    instrument: &Instrument,
    states: &States,
) -> TakenIn {
    let SealedSubmission { submission, seal } = match read {
        Ok(sealed) => sealed,
        Err(faults) => return damaged(&faults),
    };
    let state = submission.state();
    let refuse = |class, reason| refused_of(Some(state), class, reason);
    let id = &submission.instrument.id;
    if *id != instrument.parts().id {
        let reason = format!(
            "It answers the instrument {id}, not {}.",
            instrument.parts().id
        );
        return refuse(Class::OtherInstrument, reason);
    }
    let year = year_of(&submission.call, submission.release.date);
    let is_member = states
        .get(state)
        .is_some_and(|member| member.member_since.is_none_or(|since| since <= year));
    if !is_member {
        let reason = format!("{state} is no Member State of {year}.");
        return refuse(Class::NotAMember, reason);
    }
    TakenIn {
        ballot: Some(Ballot::of(instrument, &submission)),
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
