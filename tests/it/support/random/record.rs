//! Random profiles, plans, loans and all else that an assessment keeps beside its answers.

use std::collections::{BTreeMap, BTreeSet};

use guidepost::domain::{
    ActionId, Answer, Assessment, Call, CarriedAnswer, Cell, Change, Contact, Contributor,
    Decision, Dispute, DisputedValue, FieldValue, Levels, Loan, PlannedAction, Previous, Profile,
    QuestionId, Record, Sent, Standing, Trail, TrailEntry,
};
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use uuid::Uuid;

use super::{empty, instrument};

use super::{
    answer, answered, any_value, area, date, level, levels, moment, question_id, stamp, standing,
    text, texts, uuid,
};

/// An assessment with every cell of every question saying the same, at these levels.
pub fn all_the_same(levels: Levels, standing: Option<Standing>) -> Assessment {
    let mut record = (*empty()).clone();
    record.profile.levels = levels;
    for question in instrument()
        .questions()
        .iter()
        .filter(|question| question.has_cells())
    {
        let cell = Cell {
            standing,
            ..Cell::default()
        };
        let cells = question
            .levels
            .iter()
            .map(|level| (*level, cell.clone()))
            .collect();
        let answer = Answer {
            cells,
            ..Answer::default()
        };
        record.answers.insert(question.id.clone(), answer);
    }
    Assessment::restore(record)
}

fn contact() -> BoxedStrategy<Contact> {
    (text(), text(), text(), text())
        .prop_map(|(name, title, email, telephone)| Contact {
            name,
            title,
            email,
            telephone,
        })
        .boxed()
}

/// Any profile of Canada.
fn profile() -> BoxedStrategy<Profile> {
    let contributor = (text(), text()).prop_map(|(name, body)| Contributor { name, body });
    (
        text(),
        contact(),
        contact(),
        vec(contributor, 0..3),
        text(),
        text(),
        levels(),
    )
        .prop_map(
            |(institution, focal_point, deputy, contributors, period, language, levels)| Profile {
                institution,
                focal_point,
                deputy,
                contributors,
                period,
                reply_language: language,
                levels,
                ..empty().profile.clone()
            },
        )
        .boxed()
}

/// Any call.
fn call() -> BoxedStrategy<Call> {
    (
        text(),
        text(),
        text(),
        option::of(date()),
        option::of(date()),
        text(),
    )
        .prop_map(
            |(id, title, note_verbale_number, note_verbale_date, due, address)| Call {
                id,
                title,
                note_verbale_number,
                note_verbale_date,
                due,
                address,
            },
        )
        .boxed()
}

fn action() -> BoxedStrategy<PlannedAction> {
    let gaps = vec((question_id(), level()), 0..3);
    (text(), text(), option::of(date()), option::of(area()), gaps)
        .prop_map(|(what, who, by, area, gaps)| PlannedAction {
            what,
            who,
            by,
            area,
            gaps,
        })
        .boxed()
}

fn loan() -> BoxedStrategy<Loan> {
    let base = vec(any_value(), 0..4).prop_map(|values| {
        let mut base: BTreeMap<QuestionId, Vec<FieldValue>> = BTreeMap::new();
        for (id, value) in values {
            base.entry(id).or_default().push(value);
        }
        base
    });
    (uuid(), text(), option::of(date()), base)
        .prop_map(|(part, to, due, base)| Loan {
            part,
            to,
            due,
            base,
        })
        .boxed()
}

fn dispute() -> BoxedStrategy<Dispute> {
    (any_value(), vec(text(), 1..4), option::of(stamp()))
        .prop_map(|((question, value), offices, decided)| Dispute {
            question,
            field: value.field(),
            values: offices
                .into_iter()
                .map(|whose| DisputedValue {
                    value: value.clone(),
                    whose,
                })
                .collect(),
            decision: decided.map(|stamp| Decision { value, stamp }),
        })
        .boxed()
}

fn previous() -> BoxedStrategy<Previous> {
    let carried = (0..9_u32, btree_map(level(), standing(), 0..3), texts()).prop_map(
        |(revision, standings, texts)| CarriedAnswer {
            revision,
            standings,
            texts,
        },
    );
    (
        text(),
        option::of(date()),
        1..9_u32,
        levels(),
        btree_map(question_id(), carried, 0..4),
    )
        .prop_map(|(call, date, version, levels, answers)| Previous {
            call,
            date,
            version,
            levels,
            answers,
        })
        .boxed()
}

fn sent() -> BoxedStrategy<Sent> {
    (0..99_u32, text(), moment(), stamp(), text(), text())
        .prop_map(
            |(revision, digest, when, released_by, title, reference)| Sent {
                revision,
                digest,
                when,
                released_by,
                title,
                reference,
            },
        )
        .boxed()
}

fn trail() -> BoxedStrategy<Trail> {
    let entry = (stamp(), option::of(any_value()), text()).prop_map(|(stamp, of, value)| {
        let (question, field) = of.map(|(id, value)| (id, value.field())).unzip();
        TrailEntry {
            stamp,
            question,
            field,
            value,
        }
    });
    (vec(entry, 0..6), 0..3_u64)
        .prop_map(|(entries, folded)| Trail::restore(entries, folded))
        .boxed()
}

/// Anything that format 1 of the assessment's file holds, answers to unknown questions included.
pub fn anything() -> BoxedStrategy<Assessment> {
    let unknown = option::of(answer(&instrument().questions()[1]));
    let more = (
        btree_map(uuid().prop_map(ActionId), action(), 0..3),
        btree_map(uuid(), loan(), 0..3),
        btree_map(any::<u8>(), dispute(), 0..3),
        option::of(previous()),
        btree_map(1..9_u32, sent(), 0..3),
        trail(),
    );
    let head = (uuid(), option::of(text()), 1..9_u32, call(), profile());
    (answered(0.1), unknown, head, more)
        .prop_map(
            |(assessment, unknown, head, (actions, loans, disputes, previous, sent, trail))| {
                let (identity, sample, version, call, profile) = head;
                let mut record = (*assessment).clone();
                let id = QuestionId::parse("99.unknown").unwrap();
                record.answers.extend(unknown.map(|answer| (id, answer)));
                record.instrument.version = version;
                let mut seen = BTreeSet::new();
                let mut is_first =
                    |each: &Dispute| seen.insert((each.question.clone(), each.field.clone()));
                Assessment::restore(Record {
                    identity,
                    sample,
                    call,
                    profile,
                    actions,
                    loans: loans
                        .into_iter()
                        .map(|(part, loan)| Loan { part, ..loan })
                        .collect(),
                    disputes: disputes
                        .into_values()
                        .filter(|each| is_first(each))
                        .collect(),
                    previous,
                    sent: sent
                        .into_iter()
                        .map(|(revision, sent)| Sent { revision, ..sent })
                        .collect(),
                    trail,
                    ..record
                })
            },
        )
        .boxed()
}

/// Any change that may be asked for; some of them are refused.
pub fn change() -> BoxedStrategy<Change> {
    let id = || question_id().boxed();
    let set = any_value().prop_map(|(id, value)| Change::Set(id, Box::new(value)));
    let odd = (id(), any_value()).prop_map(|(id, (_, value))| Change::Set(id, Box::new(value)));
    let profile = profile().prop_map(|profile| Change::Profile(Box::new(profile)));
    let call = call().prop_map(|call| Change::Call(Box::new(call)));
    let plan = (0..3_u128, option::of(action())).prop_map(|(id, action)| {
        Change::Action(ActionId(Uuid::from_u128(id)), action.map(Box::new))
    });
    let one = prop_oneof![
        12 => set,
        2 => odd,
        3 => id().prop_map(Change::Clear),
        2 => id().prop_map(Change::Reopen),
        1 => profile,
        1 => call,
        1 => plan,
    ]
    .boxed();
    prop_oneof![6 => one.clone(), 1 => vec(one, 0..4).prop_map(Change::Several)].boxed()
}
