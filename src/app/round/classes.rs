//! The class of each file: the first that holds, each with its reason.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use uuid::Uuid;

use super::intake::{Intake, Reply};
use crate::analysis::StateSet;
use crate::domain::{
    Message, MessageValue, Round as NotedRound, RoundDecision, StateCode, States, clean_identifier,
};
use crate::format::Seal;

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
    Counted,
}

impl Class {
    /// The word for it in JSON.
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
    pub(super) invited: StateSet,
    pub(super) is_trial: bool,
}

/// The class of a file, and the reason for it.
pub(super) type Verdict = (Class, Message);

/// Gives each file, in the order of the paths, its class.
pub(super) fn judge<'a>(
    files: &BTreeMap<PathBuf, Intake>,
    states: &States,
    noted: Option<&'a NotedRound>,
) -> (Vec<Verdict>, Round<'a>) {
    let replies: Vec<&Reply> = files.values().filter_map(Intake::reply).collect();
    let round = Round::of(&replies, states, noted);
    let in_round: Vec<&Reply> = replies
        .into_iter()
        .filter(|reply| {
            Some(&reply.call) == round.call.as_ref()
                && reply.is_sample == round.is_trial
                && is_late(reply, noted).is_none()
        })
        .collect();
    let standing = Standing::of(&in_round);
    let mut seen = BTreeMap::new();
    let verdicts = files.iter().map(|(path, intake)| match intake {
        Intake::Refused { class, reason, .. } => (*class, reason.clone()),
        Intake::Reply(reply) => class_of(reply, path, &round, &standing, &mut seen),
    });
    (verdicts.collect(), round)
}

/// The seals of the replies that count, or that would if the round were about their call: what the
/// others say can be let go. Where the office notes something else, these are others.
pub(super) fn may_count<'a>(
    replies: impl Iterator<Item = &'a Reply>,
    noted: Option<&NotedRound>,
) -> BTreeSet<Seal> {
    let mut rounds: BTreeMap<(&str, bool), Vec<&Reply>> = BTreeMap::new();
    let call = call_of(noted);
    for reply in replies {
        let is_ours = call.as_ref().is_none_or(|call| *call == reply.call);
        if is_late(reply, noted).is_none() && is_ours {
            let round = rounds.entry((reply.call.as_str(), reply.is_sample));
            round.or_default().push(reply);
        }
    }
    let standings = rounds.values().map(|replies| Standing::of(replies));
    let counting = standings.flat_map(|standing| {
        let states = standing.newest.keys();
        let counting = states.filter_map(|state| {
            let decided = noted.and_then(|noted| noted.decisions.get(state));
            standing.counting(*state, decided)
        });
        counting.collect::<Vec<Seal>>()
    });
    counting.collect()
}

/// The call that the office has noted.
fn call_of(noted: Option<&NotedRound>) -> Option<Cow<'_, str>> {
    let call = clean_identifier(&noted?.call);
    (!call.is_empty()).then_some(call)
}

/// Why a reply is late, if it is: both its day and the closing date have to be known.
fn is_late(reply: &Reply, noted: Option<&NotedRound>) -> Option<Message> {
    let noted = noted?;
    let closing = noted.closing?;
    let came = noted.received.get(&reply.seal.hex()).copied()?;
    (closing < came).then(|| {
        Message::new("reason-late")
            .with("came", MessageValue::Day(came))
            .with("closing", MessageValue::Day(closing))
    })
}

impl<'a> Round<'a> {
    fn of(replies: &[&Reply], states: &States, noted: Option<&'a NotedRound>) -> Self {
        let call = call_of(noted);
        let of_call = |reply: &&&Reply| call.as_ref().is_none_or(|call| *call == reply.call);
        let mut ours = replies.iter().filter(of_call).peekable();
        let is_trial = ours.peek().is_some() && ours.all(|reply| reply.is_sample);
        let call = match call {
            Some(call) => Some(call.into_owned()),
            None => most_named(replies.iter().filter(|reply| reply.is_sample == is_trial)),
        };
        let ours = replies
            .iter()
            .filter(|reply| Some(&reply.call) == call.as_ref());
        let year = ours.map(|reply| reply.year).max();
        let members = states.iter().filter(|state| {
            let since = state.member_since.unwrap_or(i16::MIN);
            year.is_none_or(|year| since <= year)
        });
        let listed = noted.map(|noted| &noted.invited);
        let listed = listed.filter(|listed| !listed.is_empty());
        Self {
            noted,
            invited: listed
                .cloned()
                .unwrap_or_else(|| members.map(|state| state.code).collect()),
            is_trial,
            call,
        }
    }

    fn decision(&self, state: StateCode) -> Option<&RoundDecision> {
        self.noted?.decisions.get(&state)
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
    /// The newest revision that each State sent of each assessment, with the seals of the files
    /// that claim to be it.
    newest: BTreeMap<StateCode, BTreeMap<Uuid, (u32, BTreeSet<Seal>)>>,
    /// The States that sent replies of each assessment: one, unless somebody began from another
    /// State's file.
    senders: BTreeMap<Uuid, BTreeSet<StateCode>>,
}

impl Standing {
    fn of(replies: &[&Reply]) -> Self {
        let mut newest: BTreeMap<StateCode, BTreeMap<Uuid, (u32, BTreeSet<Seal>)>> =
            BTreeMap::new();
        let mut senders: BTreeMap<Uuid, BTreeSet<StateCode>> = BTreeMap::new();
        for reply in replies {
            let own = newest.entry(reply.state).or_default();
            let (revision, seals) = own.entry(reply.identity).or_default();
            if *revision < reply.revision {
                (*revision, *seals) = (reply.revision, BTreeSet::new());
            }
            if *revision == reply.revision {
                seals.insert(reply.seal);
            }
            senders
                .entry(reply.identity)
                .or_default()
                .insert(reply.state);
        }
        Self { newest, senders }
    }

    /// The replies that could count for the State: the newest of each assessment.
    fn candidates(&self, state: StateCode) -> impl Iterator<Item = &Seal> {
        let own = self.newest.get(&state).into_iter().flatten();
        own.flat_map(|(_, (_, seals))| seals)
    }

    /// Another State whose reply claims to be of the same assessment.
    fn other_sender(&self, reply: &Reply) -> Option<StateCode> {
        let senders = self.senders.get(&reply.identity)?;
        senders.iter().copied().find(|other| *other != reply.state)
    }

    /// Whether nothing competes with the replies of the State.
    fn is_clear(&self, state: StateCode) -> bool {
        let mut identities = self.newest.get(&state).into_iter().flatten();
        let is_own = |id: &Uuid| {
            self.senders
                .get(id)
                .is_none_or(|senders| senders.len() == 1)
        };
        self.candidates(state).count() <= 1 && identities.all(|(id, _)| is_own(id))
    }

    /// The seal of the reply that counts for the State: the only one that could, or the one that
    /// was decided for.
    fn counting(&self, state: StateCode, decision: Option<&RoundDecision>) -> Option<Seal> {
        let mut candidates = self.candidates(state);
        if self.is_clear(state) {
            return candidates.next().copied();
        }
        let decision = decision?;
        candidates
            .find(|seal| seal.hex() == decision.digest)
            .copied()
    }
}

fn class_of<'a>(
    reply: &'a Reply,
    path: &'a Path,
    round: &Round<'_>,
    standing: &Standing,
    seen: &mut BTreeMap<&'a Seal, &'a Path>,
) -> Verdict {
    let state = reply.state;
    if Some(&reply.call) != round.call.as_ref() {
        let reason = Message::new("reason-other-call")
            .text("call", &reply.call)
            .text("ours", round.call.as_deref().unwrap_or_default());
        return (Class::OtherCall, reason);
    }
    if reply.is_sample && !round.is_trial {
        return (Class::Sample, Message::new("reason-sample"));
    }
    if let Some(reason) = is_late(reply, round.noted) {
        return (Class::Late, reason);
    }
    if let Some(first) = seen.get(&reply.seal) {
        return (
            Class::Duplicate,
            Message::new("reason-duplicate").path("first", first),
        );
    }
    seen.insert(&reply.seal, path);
    let newest = standing
        .newest
        .get(&state)
        .and_then(|own| own.get(&reply.identity));
    if let Some((newest, _)) = newest.filter(|(newest, _)| reply.revision < *newest) {
        let reason = Message::new("reason-superseded")
            .text("revision", reply.revision.to_string())
            .text("newest", newest.to_string());
        return (Class::Superseded, reason);
    }
    if standing.is_clear(state) {
        return (
            Class::Counted,
            Message::new(if round.is_trial {
                "reason-trial"
            } else {
                "reason-counted"
            }),
        );
    }
    let decision = round.decision(state);
    if let Some((decision, seal)) = decision.zip(standing.counting(state, decision)) {
        let (class, key) = if seal == reply.seal {
            (Class::Counted, "reason-decided")
        } else {
            (Class::Conflict, "reason-decided-for-other")
        };
        let reason = Message::new(key)
            .text("state", state.as_str())
            .with("day", MessageValue::Day(decision.date))
            .text("why", decision.reason.trim_end_matches('.'));
        return (class, reason);
    }
    let reason = if let Some(other) = standing.other_sender(reply) {
        Message::new("reason-shared").text("other", other.as_str())
    } else if newest.is_some_and(|(_, seals)| 1 < seals.len()) {
        Message::new("reason-same-revision").text("revision", reply.revision.to_string())
    } else {
        Message::new("reason-two-assessments")
    };
    (Class::Conflict, reason.text("state", state.as_str()))
}
