//! How long the largest assessment takes: every text of every question 4,000 characters.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use guidepost::analysis::{Analysis, search};
use guidepost::app::file;
use guidepost::domain::{
    Assessment, AssistanceSide, AssistanceTarget, Change, Edit, Evidence, EvidenceId, FieldValue,
    Instrument, ItemId, Kind, Level, ListItem, Side, Stamp, Standing, StateCode, TextField,
};
use guidepost::format::{built_in_instrument, built_in_round, built_in_states};
use guidepost::store;
use jiff::Timestamp;
use uuid::Uuid;

fn text() -> String {
    "Prevention – prévention \"x\" "
        .chars()
        .cycle()
        .take(4_000)
        .collect()
}

fn stamp(second: i64) -> Stamp {
    Stamp {
        who: "Ana".to_owned(),
        body: "Council".to_owned(),
        when: Timestamp::from_second(second).unwrap_or_default(),
    }
}

/// Every value that each question can be given.
fn values(instrument: &Instrument) -> Vec<Change> {
    let mut changes = Vec::new();
    for (number, question) in (0_u128..).zip(instrument.questions()) {
        let mut set = |value| changes.push(Change::Set(question.id.clone(), Box::new(value)));
        for field in TextField::ALL {
            let fits = match field {
                TextField::Text => question.kind == Kind::Text,
                TextField::Choice => matches!(question.kind, Kind::Choice(_)),
                _ => true,
            };
            if fits {
                set(FieldValue::Text(field, text()));
            }
        }
        if question.has_cells() {
            for level in &question.levels {
                set(FieldValue::Standing(*level, Some(Standing::InPart)));
                set(FieldValue::Note(*level, text()));
            }
        }
        let piece = Evidence {
            title: "A law".to_owned(),
            body: text(),
            ..Evidence::default()
        };
        set(FieldValue::Evidence(
            EvidenceId(Uuid::from_u128(number)),
            Some(piece),
        ));
        if let Kind::List(_) = question.kind {
            let item = ListItem {
                name: "A network".to_owned(),
                public_remark: text(),
                ..ListItem::default()
            };
            set(FieldValue::Item(
                ItemId(Uuid::from_u128(number)),
                Some(item),
            ));
        }
        if question.kind == Kind::Assistance {
            for area in instrument.areas() {
                for side in Side::ALL {
                    let value = AssistanceSide {
                        reason: text(),
                        ..AssistanceSide::default()
                    };
                    let target = AssistanceTarget::Area(area.id.clone());
                    set(FieldValue::Assistance(target, side, value));
                }
            }
        }
    }
    changes
}

#[expect(
    clippy::expect_used,
    reason = "a bench that cannot begin should say why, and stop"
)]
fn largest(instrument: &Instrument) -> Assessment {
    let state = StateCode::parse("CAN").expect("it is a code");
    let mut assessment = Assessment::new(instrument, state, Uuid::from_u128(1));
    for change in values(instrument) {
        let edit = Edit {
            stamp: stamp(0),
            change,
        };
        assessment
            .apply(instrument, edit)
            .expect("each value fits its question");
    }
    assessment
}

#[expect(
    clippy::expect_used,
    reason = "a bench that cannot begin should say why, and stop"
)]
#[expect(
    clippy::print_stdout,
    reason = "the figures are nothing without the size"
)]
fn assessment(criterion: &mut Criterion) {
    let instrument = built_in_instrument().expect("it has no fault");
    let assessment = largest(&instrument);
    let folder = tempfile::tempdir().expect("there is a folder for what passes");
    let path = folder.path().join("CAN.assessment.ron");
    let bytes = file::encode(&assessment, &path).expect("it can be written");
    store::write_whole(&path, &bytes).expect("there is room");
    println!("the largest assessment has {} bytes", bytes.len());

    criterion.bench_function("load", |bencher| {
        bencher.iter(|| file::load(black_box(&path), &instrument));
    });
    criterion.bench_function("decode", |bencher| {
        bencher.iter(|| file::decode(black_box(&bytes), "it", &instrument));
    });
    criterion.bench_function("encode", |bencher| {
        bencher.iter(|| file::encode(black_box(&assessment), &path));
    });
    criterion.bench_function("save", |bencher| {
        bencher.iter(|| {
            let bytes = file::encode(black_box(&assessment), &path);
            bytes.and_then(|bytes| store::write_whole(&path, &bytes))
        });
    });
    criterion.bench_function("copy for the saver", |bencher| {
        bencher.iter(|| black_box(&assessment).clone());
    });
    criterion.bench_function("analyse", |bencher| {
        bencher.iter(|| Analysis::of(&instrument, black_box(&assessment)));
    });
    criterion.bench_function("search", |bencher| {
        bencher.iter(|| search(&instrument, black_box(&assessment), "nowhere to be found"));
    });
    let id = instrument.questions()[1].id.clone();
    let mut changing = assessment.clone();
    let mut second = 0;
    criterion.bench_function("apply an edit", |bencher| {
        bencher.iter(|| {
            second += 1;
            let standing = if second % 2 == 0 {
                Standing::Yes
            } else {
                Standing::No
            };
            let value = FieldValue::Standing(Level::National, Some(standing));
            let edit = Edit {
                stamp: stamp(second),
                change: Change::Set(id.clone(), Box::new(value)),
            };
            changing.apply(&instrument, edit)
        });
    });
}

fn built_in(criterion: &mut Criterion) {
    criterion.bench_function("read the instrument", |bencher| {
        bencher.iter(built_in_instrument);
    });
    criterion.bench_function("read the States and the round of 2007", |bencher| {
        bencher.iter(|| (built_in_states(), built_in_round()));
    });
}

criterion_group!(benches, assessment, built_in);
criterion_main!(benches);
