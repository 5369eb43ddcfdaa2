//! Random assessments over the built-in instrument, for properties.

mod record;

pub use record::{all_the_same, anything, change};

use std::collections::BTreeMap;

use guidepost::domain::{
    Answer, Application, AreaId, Assessment, Assistance, AssistanceRow, AssistanceSide,
    AssistanceTarget, Cell, Evidence, EvidenceId, Extent, FieldValue, ItemId, ItemKind, Kind,
    KindId, Level, Levels, ListItem, Question, QuestionId, Record, Side, Stamp, Standing,
    TextField, Units,
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
