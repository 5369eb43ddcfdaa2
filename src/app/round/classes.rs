//! The class of each file: the first that holds, each with its reason.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use uuid::Uuid;

use super::intake::{Intake, Reply};
use crate::domain::{Round as NotedRound, RoundDecision, StateCode, States};

/// What became of a file; the first of these that holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// Nothing of ours.
    NotAReply,
    /// Written by a newer version of Guidepost.
    NewerFormat,
    /// Unreadable, or the seal does not fit.
    Damaged,
    /// An assessment or a part, sent by mistake.
    Draft,
    /// It answers another instrument.
    OtherInstrument,
    /// Of no Member State.
    NotAMember,
    /// It replies to another call.
    OtherCall,
    /// A sample, which is nobody's reply.
    Sample,
    /// It came after the closing date.
    Late,
    /// The same file came before.
    Duplicate,
    /// The same assessment gave a newer revision.
    Superseded,
    /// Two files claim to be the same reply, or the reply of the same State.
    Conflict,
    /// It counts.
    Counted,
}

impl Class {
    /// The word for it in JSON.
    #[must_use]
    pub const fn token(self) -> &'static str {
        match self {
            Self::NotAReply => "not_a_reply",
            Self::NewerFormat => "newer_format",
            Self::Damaged => "damaged",
            Self::Draft => "draft",
            Self::OtherInstrument => "other_instrument",
            Self::NotAMember => "not_a_member",
            Self::OtherCall => "other_call",
            Self::Sample => "sample",
            Self::Late => "late",
            Self::Duplicate => "duplicate",
            Self::Superseded => "superseded",
            Self::Conflict => "conflict",
            Self::Counted => "counted",
        }
    }
}

/// What follows for the whole round.
pub(super) struct Round<'a> {
    noted: Option<&'a NotedRound>,
    pub(super) call: Option<String>,
    pub(super) invited: usize,
    pub(super) is_trial: bool,
}

type Judged = (PathBuf, Intake, Class, String);

/// Gives each file, in the order of the paths, its class.
pub(super) fn judge<'a>(
    intakes: Vec<(PathBuf, Intake)>,
    states: &States,
    noted: Option<&'a NotedRound>,
) -> (Vec<Judged>, Round<'a>) {
    let replies: Vec<&Reply> = intakes
        .iter()
        .filter_map(|(_, intake)| reply(intake))
        .collect();
    let is_trial = replies.iter().all(|reply| reply.is_sample) && !replies.is_empty();
    let call = match noted {
        Some(noted) => Some(noted.call.clone()),
        None => most_named(replies.iter().filter(|reply| reply.is_sample == is_trial)),
    };
    let year = replies
        .iter()
        .filter(|reply| Some(&reply.call) == call.as_ref())
        .map(|reply| reply.year)
        .max();
    let invited = states.iter().filter(|state| {
        let since = state.member_since.unwrap_or(i16::MIN);
        year.is_none_or(|year| since <= year)
    });
    let listed = noted.map_or(0, |noted| noted.invited.len());
    let round = Round {
        noted,
        invited: if listed == 0 { invited.count() } else { listed },
        is_trial,
        call,
    };
    let in_round: Vec<&Reply> = replies
        .into_iter()
        .filter(|reply| {
            Some(&reply.call) == round.call.as_ref()
                && reply.is_sample == is_trial
                && round.is_late(reply).is_none()
        })
        .collect();
    let standing = Standing::of(&in_round);
    let mut seen = BTreeMap::new();
    let mut verdicts = Vec::with_capacity(intakes.len());
    for (path, intake) in &intakes {
        verdicts.push(match intake {
            Intake::Refused { class, reason, .. } => (*class, reason.clone()),
            Intake::Reply(reply) => class_of(reply, path, &round, &standing, &mut seen),
        });
    }
    let judged = intakes.into_iter().zip(verdicts);
    let judged = judged.map(|((path, intake), (class, reason))| (path, intake, class, reason));
    (judged.collect(), round)
}

impl Round<'_> {
    /// Why a reply is late, if it is: both its day and the closing date have to be known.
    fn is_late(&self, reply: &Reply) -> Option<String> {
        let noted = self.noted?;
        let closing = noted.closing?;
        let came = noted.received.get(&reply.seal.hex())?;
        (closing < *came).then(|| format!("It came on {came}, and the round closed on {closing}."))
    }

    fn decision(&self, state: StateCode) -> Option<&RoundDecision> {
        self.noted?.decisions.get(&state)
    }
}

fn reply(intake: &Intake) -> Option<&Reply> {
    match intake {
        Intake::Reply(reply) => Some(reply),
        Intake::Refused { .. } => None,
    }
}

/// The call that the replies of most States name; of several, the first by its id.
fn most_named<'a>(replies: impl Iterator<Item = &'a &'a Reply>) -> Option<String> {
    let mut calls: BTreeMap<&str, BTreeSet<StateCode>> = BTreeMap::new();
    for reply in replies {
        calls.entry(&reply.call).or_default().insert(reply.state);
    }
    let most = calls.values().map(BTreeSet::len).max()?;
    let mut named = calls.into_iter().filter(|(_, states)| states.len() == most);
    named.next().map(|(call, _)| call.to_owned())
}

/// What the replies of a round say of each other.
struct Standing {
    /// The newest revision of each assessment.
    newest: BTreeMap<Uuid, u32>,
    /// The seals of the newest revision of each assessment.
    seals: BTreeMap<Uuid, BTreeSet<crate::format::Seal>>,
    /// The assessments of each State.
    assessments: BTreeMap<StateCode, BTreeSet<Uuid>>,
}

impl Standing {
    fn of(replies: &[&Reply]) -> Self {
        let mut newest: BTreeMap<Uuid, u32> = BTreeMap::new();
        let mut assessments: BTreeMap<StateCode, BTreeSet<Uuid>> = BTreeMap::new();
        for reply in replies {
            let known = newest.entry(reply.identity).or_default();
            *known = reply.revision.max(*known);
            let own = assessments.entry(reply.state).or_default();
            own.insert(reply.identity);
        }
        let mut seals: BTreeMap<Uuid, BTreeSet<_>> = BTreeMap::new();
        for reply in replies {
            if newest.get(&reply.identity) == Some(&reply.revision) {
                seals.entry(reply.identity).or_default().insert(reply.seal);
            }
        }
        Self {
            newest,
            seals,
            assessments,
        }
    }

    /// Whether a reply that could count for the State bears this digest.
    fn has(&self, state: StateCode, digest: &str) -> bool {
        let own = self.assessments.get(&state).into_iter().flatten();
        let mut seals = own.filter_map(|id| self.seals.get(id)).flatten();
        seals.any(|seal| seal.hex() == digest)
    }
}

fn class_of(
    reply: &Reply,
    path: &std::path::Path,
    round: &Round<'_>,
    standing: &Standing,
    seen: &mut BTreeMap<crate::format::Seal, PathBuf>,
) -> (Class, String) {
    let Reply {
        state,
        identity,
        revision,
        call,
        ..
    } = reply;
    if Some(call) != round.call.as_ref() {
        let ours = round.call.as_deref().unwrap_or_default();
        let reason = format!("It replies to the call {call:?}, and this round is about {ours:?}.");
        return (Class::OtherCall, reason);
    }
    if reply.is_sample && !round.is_trial {
        return (
            Class::Sample,
            "It is a sample, and nobody's reply.".to_owned(),
        );
    }
    if let Some(reason) = round.is_late(reply) {
        return (Class::Late, reason);
    }
    if let Some(first) = seen.get(&reply.seal) {
        let reason = format!("The same reply came as {}.", first.display());
        return (Class::Duplicate, reason);
    }
    seen.insert(reply.seal, path.to_owned());
    let newest = standing.newest.get(identity).copied().unwrap_or_default();
    if *revision < newest {
        let reason = format!("It is revision {revision}, and revision {newest} came too.");
        return (Class::Superseded, reason);
    }
    let own = standing.assessments.get(state);
    let is_disputed = standing
        .seals
        .get(identity)
        .is_some_and(|seals| 1 < seals.len())
        || own.is_some_and(|own| 1 < own.len());
    if let Some(decision) = round
        .decision(*state)
        .filter(|decision| is_disputed && standing.has(*state, &decision.digest))
    {
        let why = format!(
            "The receiving office decided so on {}: {}",
            decision.date, decision.reason
        );
        let why = format!("{}.", why.trim_end_matches('.'));
        return if decision.digest == reply.seal.hex() {
            (Class::Counted, why)
        } else {
            (
                Class::Conflict,
                format!("Another reply of {state} counts. {why}"),
            )
        };
    }
    if standing
        .seals
        .get(identity)
        .is_some_and(|seals| 1 < seals.len())
    {
        let reason = format!(
            "Another file has the same revision {revision} of the same assessment, and says \
             something else; {state} counts as having replied, and its answers wait."
        );
        return (Class::Conflict, reason);
    }
    if own.is_some_and(|own| 1 < own.len()) {
        let reason = format!(
            "Two assessments of {state} came for this call; it counts as having replied, and its \
             answers wait."
        );
        return (Class::Conflict, reason);
    }
    let reason = if round.is_trial {
        "It is a sample, counted as a trial, since nothing but samples came."
    } else {
        "It counts."
    };
    (Class::Counted, reason.to_owned())
}
