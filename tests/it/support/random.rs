//! Random assessments over the built-in instrument, for properties.

use std::collections::{BTreeMap, BTreeSet};

use guidepost::domain::{
    ActionId, Answer, Application, AreaId, Assessment, Assistance, AssistanceRow, AssistanceSide,
    AssistanceTarget, Call, CarriedAnswer, Cell, Change, Contact, Contributor, Decision, Dispute,
    DisputedValue, Evidence, EvidenceId, Extent, FieldValue, ItemId, ItemKind, Kind, KindId, Level,
    Levels, ListItem, Loan, PlannedAction, Previous, Profile, Question, QuestionId, Record, Sent,
    Side, Stamp, Standing, TextField, Trail, TrailEntry, Units,
};
use jiff::Timestamp;
use jiff::civil::Date;
use proptest::collection::{btree_map, btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use uuid::Uuid;

use super::{empty, instrument};

/// Texts that have broken a file or a page somewhere.
pub const ODD_TEXTS: &[&str] = &[
    "a \"quoted\" word",
    "back\\slash \\n \\\" \\u{41}",
    "r#\"raw\"# and \"#",
    ") ] } , // no comment /* either */",
    "(format: 2)",
    "line\r\nfeed\nand\rreturn",
    "tab\tand\u{b}vertical",
    "\u{1}\u{7}\u{8}\u{1b}[31m\u{7f}\u{85}\u{9f}",
    "\u{feff}a mark in \u{feff}the middle",
    "🏘️ 👩‍👩‍👧‍👦 🇨🇦",
    "منع الجريمة",
    "e\u{301}, z\u{335}\u{334}\u{489}",
    "预防犯罪",
    "\u{202e}turned round\u{202c} \u{200b}\u{2028}\u{2029}",
    "Some(\"x\")",
    "None",
    "'",
    "   ",
    "\u{10ffff}\u{e000}\u{fffd}",
];

/// A text of 4,000 characters.
pub fn long_text() -> String {
    "Prévention – منع \"x\" 🏘 "
        .chars()
        .cycle()
        .take(4_000)
        .collect()
}

/// Any text that can be typed, pasted or read; it may be empty.
pub fn text() -> BoxedStrategy<String> {
    prop_oneof![
        4 => Just(String::new()),
        4 => select(&["a plan", "the council", "twelve cities"][..]).prop_map(str::to_owned),
        4 => select(ODD_TEXTS).prop_map(str::to_owned),
        2 => vec(any::<char>(), 0..20).prop_map(String::from_iter),
        1 => Just(long_text()),
    ]
    .boxed()
}

fn full_text() -> BoxedStrategy<String> {
    text()
        .prop_map(|text| {
            if text.trim().is_empty() {
                "a name".to_owned()
            } else {
                text
            }
        })
        .boxed()
}

fn uuid() -> impl Strategy<Value = Uuid> {
    any::<u128>().prop_map(Uuid::from_u128)
}

fn level() -> impl Strategy<Value = Level> {
    select(&Level::ALL[..])
}

/// Any standing.
pub fn standing() -> impl Strategy<Value = Standing> {
    select(&Standing::ALL[..])
}

fn units() -> impl Strategy<Value = Units> {
    (any::<u32>(), 1..=u32::MAX).prop_map(|(having, all)| Units::new(having.min(all), all).unwrap())
}

fn date() -> impl Strategy<Value = Date> {
    (1..=9999_i16, 1..=12_i8, 1..=28_i8)
        .prop_map(|(year, month, day)| Date::new(year, month, day).unwrap())
}

fn moment() -> impl Strategy<Value = Timestamp> {
    (
        0..4_000_000_000_i64,
        select(&[0, 1_000_000, 123_456_789][..]),
    )
        .prop_map(|(second, nanosecond)| Timestamp::new(second, nanosecond).unwrap())
}

fn stamp() -> BoxedStrategy<Stamp> {
    (text(), text(), moment())
        .prop_map(|(who, body, when)| Stamp { who, body, when })
        .boxed()
}

fn kind_of(kinds: &[ItemKind]) -> BoxedStrategy<Option<KindId>> {
    let kinds: Vec<KindId> = kinds.iter().map(|kind| kind.id.clone()).collect();
    option::of(select(kinds)).boxed()
}

fn area() -> impl Strategy<Value = AreaId> {
    select(instrument().areas()).prop_map(|area| area.id)
}

/// The id of any question.
pub fn question_id() -> impl Strategy<Value = QuestionId> {
    select(instrument().questions()).prop_map(|question| question.id)
}

fn cell() -> BoxedStrategy<Cell> {
    let application = option::of(select(&Application::ALL[..]));
    (
        option::weighted(0.8, standing()),
        application,
        option::of(units()),
        text(),
    )
        .prop_map(|(standing, application, units, note)| Cell {
            standing,
            application,
            units,
            note,
        })
        .boxed()
}

fn item(kinds: &[ItemKind]) -> BoxedStrategy<ListItem> {
    let head = (
        full_text(),
        kind_of(kinds),
        option::of(level()),
        option::of(any::<i16>()),
    );
    (head, text(), text(), text())
        .prop_map(
            |((name, kind, level, year), language, address, public_remark)| ListItem {
                name,
                kind,
                level,
                language,
                year,
                address,
                public_remark,
            },
        )
        .boxed()
}

fn evidence() -> BoxedStrategy<Evidence> {
    let kinds = &instrument().parts().evidence_kinds;
    let head = (full_text(), kind_of(kinds), option::of(any::<i16>()));
    let levels = btree_set(level(), 0..3);
    (head, levels, text(), text(), text(), text(), text(), text())
        .prop_map(
            |(head, levels, body, language, pages, address, file_name, sha256)| {
                let (title, kind, year) = head;
                Evidence {
                    kind,
                    title,
                    body,
                    year,
                    language,
                    pages,
                    address,
                    file_name,
                    sha256,
                    levels,
                }
            },
        )
        .boxed()
}

fn side() -> BoxedStrategy<AssistanceSide> {
    let kinds = &instrument().parts().assistance_kinds;
    let kinds: Vec<KindId> = kinds.iter().map(|kind| kind.id.clone()).collect();
    (
        option::of(select(&Extent::ALL[..])),
        btree_set(select(kinds), 0..3),
        text(),
    )
        .prop_map(|(extent, kinds, reason)| AssistanceSide {
            extent,
            kinds,
            reason,
        })
        .boxed()
}

fn row() -> BoxedStrategy<AssistanceRow> {
    (side(), side())
        .prop_map(|(need, offer)| AssistanceRow { need, offer })
        .boxed()
}

fn texts() -> BoxedStrategy<BTreeMap<TextField, String>> {
    let fields = TextField::ALL.into_iter();
    let fields = fields.filter(|field| !matches!(field, TextField::Text | TextField::Choice));
    btree_map(select(fields.collect::<Vec<_>>()), full_text(), 0..4).boxed()
}

/// Any value that the question can take, at any level at which it is asked; it may be a blank.
pub fn value_for(question: &Question) -> BoxedStrategy<FieldValue> {
    let levels = select(question.levels.clone()).boxed();
    let own = match &question.kind {
        Kind::Standing | Kind::Fact => prop_oneof![
            4 => (levels.clone(), option::weighted(0.8, standing()))
                .prop_map(|(level, standing)| FieldValue::Standing(level, standing)),
            1 => (levels.clone(), option::of(select(&Application::ALL[..])))
                .prop_map(|(level, application)| FieldValue::Application(level, application)),
            1 => (levels.clone(), option::of(units()))
                .prop_map(|(level, units)| FieldValue::Units(level, units)),
            1 => (levels, text()).prop_map(|(level, note)| FieldValue::Note(level, note)),
        ]
        .boxed(),
        Kind::Choice(options) => {
            let options: Vec<_> = options.iter().map(|option| option.id.clone()).collect();
            prop_oneof![
                option::weighted(0.8, select(options)).prop_map(FieldValue::Choice),
                text().prop_map(|text| FieldValue::Text(TextField::Choice, text)),
            ]
            .boxed()
        }
        Kind::List(kinds) => (0..4_u128, option::weighted(0.8, item(kinds)))
            .prop_map(|(id, item)| FieldValue::Item(ItemId(Uuid::from_u128(id)), item))
            .boxed(),
        Kind::Text => text()
            .prop_map(|text| FieldValue::Text(TextField::Text, text))
            .boxed(),
        Kind::Assistance => {
            let target = option::of(area())
                .prop_map(|area| area.map_or(AssistanceTarget::AllAreas, AssistanceTarget::Area));
            (target, select(&Side::ALL[..]), side())
                .prop_map(|(target, which, side)| FieldValue::Assistance(target, which, side))
                .boxed()
        }
    };
    let common = prop_oneof![
        texts().prop_map(|texts| {
            let text = texts.into_iter().next();
            text.map_or(FieldValue::Flag(true), |(field, text)| {
                FieldValue::Text(field, text)
            })
        }),
        (0..4_u128, option::weighted(0.7, evidence())).prop_map(|(id, evidence)| {
            FieldValue::Evidence(EvidenceId(Uuid::from_u128(id)), evidence)
        }),
        any::<bool>().prop_map(FieldValue::Flag),
    ];
    prop_oneof![3 => own, 1 => common].boxed()
}

/// Any question with a value that it can take.
pub fn any_value() -> BoxedStrategy<(QuestionId, FieldValue)> {
    let each = instrument().questions().iter();
    let each = each.map(|question| {
        let id = question.id.clone();
        value_for(question)
            .prop_map(move |value| (id.clone(), value))
            .boxed()
    });
    proptest::strategy::Union::new(each).boxed()
}

/// An answer to the question: some of its fields, each with a stamp.
fn answer(question: &Question) -> BoxedStrategy<Answer> {
    let own = match &question.kind {
        Kind::Standing | Kind::Fact => {
            let cells: Vec<_> = question
                .levels
                .iter()
                .map(|level| (Just(*level), cell()))
                .collect();
            cells
                .prop_map(|cells| {
                    let said = cells
                        .into_iter()
                        .filter(|(_, cell)| *cell != Cell::default());
                    Answer {
                        cells: said.collect(),
                        ..Answer::default()
                    }
                })
                .boxed()
        }
        Kind::Choice(options) => {
            let options: Vec<_> = options.iter().map(|option| option.id.clone()).collect();
            (option::of(select(options)), full_text())
                .prop_map(|(choice, text)| Answer {
                    choice,
                    texts: [(TextField::Choice, text)].into(),
                    ..Answer::default()
                })
                .boxed()
        }
        Kind::List(kinds) => btree_map(uuid().prop_map(ItemId), item(kinds), 0..3)
            .prop_map(|items| Answer {
                items: items.into_iter().collect(),
                ..Answer::default()
            })
            .boxed(),
        Kind::Text => full_text()
            .prop_map(|text| Answer {
                texts: [(TextField::Text, text)].into(),
                ..Answer::default()
            })
            .boxed(),
        Kind::Assistance => (row(), btree_map(area(), row(), 0..6))
            .prop_map(|(all_areas, mut rows)| {
                rows.retain(|_, row| *row != AssistanceRow::default());
                let assistance = Assistance { all_areas, rows };
                Answer {
                    assistance,
                    ..Answer::default()
                }
            })
            .boxed(),
    };
    let pieces = btree_map(uuid().prop_map(EvidenceId), evidence(), 0..2);
    let rest = (
        texts(),
        pieces,
        any::<bool>(),
        option::of(stamp()),
        0..9_u32,
    );
    let by = option::of((value_for(question), stamp()));
    (own, rest, by)
        .prop_map(
            |(mut answer, (texts, pieces, flag, cleared, revision), by)| {
                answer.texts.extend(texts);
                answer.evidence = pieces.into_iter().collect();
                answer.flag = flag;
                answer.cleared = cleared;
                answer.revision = revision;
                answer.stamps = by
                    .into_iter()
                    .map(|(value, by)| (value.field(), by))
                    .collect();
                answer
            },
        )
        .boxed()
}

fn levels() -> impl Strategy<Value = Levels> {
    (any::<bool>(), any::<bool>()).prop_map(|(regional, local)| Levels { regional, local })
}

/// An assessment in which about this share of the questions has an answer.
pub fn answered(share: f64) -> BoxedStrategy<Assessment> {
    let questions = instrument().questions().iter();
    let answers: Vec<_> = questions
        .map(|question| {
            (
                Just(question.id.clone()),
                option::weighted(share, answer(question)),
            )
        })
        .collect();
    (levels(), answers)
        .prop_map(|(levels, answers)| {
            let mut record = Record {
                ..(*empty()).clone()
            };
            record.profile.levels = levels;
            let given = answers
                .into_iter()
                .filter_map(|(id, answer)| Some((id, answer?)));
            record.answers = given.collect();
            Assessment::restore(record)
        })
        .boxed()
}

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
pub fn profile() -> BoxedStrategy<Profile> {
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
pub fn call() -> BoxedStrategy<Call> {
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
        btree_map(question_id(), carried, 0..4),
    )
        .prop_map(|(call, date, answers)| Previous {
            call,
            date,
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
