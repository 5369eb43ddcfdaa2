//! How long the reports take: of the largest State, with every question answered at every level,
//! each with its texts and evidence; and of a round to which every Member State has replied.

mod replies;

use std::collections::BTreeSet;
use std::hint::black_box;
use std::sync::Arc;

use criterion::{Criterion, criterion_group, criterion_main};
use guidepost::app::Library;
use guidepost::app::round::{ReportSource, all_cores, collate, files};
use guidepost::domain::{
    Answer, Assessment, Cell, Evidence, EvidenceId, ItemId, Kind, ListItem, Round, Standing,
    StateCode, TextField, WithApplication,
};
use guidepost::report::{
    Format, QuestionnaireForm, Report, StateReportPart, Subject, questionnaire, state_report, write,
};
use guidepost::words::{ENGLISH, Words};
use jiff::civil::date;
use uuid::Uuid;

use crate::replies::{SHORT, write_replies};

/// What reports are written as.
const FORMATS: &[Format] = &[
    Format::Docx,
    Format::Xlsx,
    Format::Csv,
    #[cfg(feature = "pdf")]
    Format::Pdf,
];

/// About what a ministry writes on a question.
const TEXT_LENGTH: usize = 600;

/// An assessment in which everything has been said.
#[expect(clippy::expect_used, reason = "the code of a State is written out")]
fn largest(library: &Library) -> Assessment {
    let code = StateCode::parse("CAN").expect("it is a code");
    let empty = Assessment::new(&library.instrument, code, Uuid::from_u128(1));
    let mut record = (*empty).clone();
    let text: String = "What exists and how it came about. "
        .chars()
        .cycle()
        .take(TEXT_LENGTH)
        .collect();
    for question in library.instrument.questions() {
        let mut answer = Answer::default();
        if question.has_cells() {
            let cell = Cell {
                standing: Some(Standing::InPart),
                note: "a short note".to_owned(),
                ..Cell::default()
            };
            let levels = question.levels.iter();
            answer.cells = levels.map(|level| (*level, cell.clone())).collect();
        }
        if let Kind::Choice(options) = &question.kind {
            answer.choice = options.first().map(|option| option.id.clone());
        }
        let fields = [TextField::Exists, TextField::Missing, TextField::Difficulty];
        answer.texts = fields.map(|field| (field, text.clone())).into();
        if matches!(question.kind, Kind::List(_)) {
            let item = ListItem {
                name: "a network".to_owned(),
                ..ListItem::default()
            };
            answer.items = (0..20)
                .map(|number| (ItemId(Uuid::from_u128(number)), item.clone()))
                .collect();
        }
        let piece = Evidence {
            title: "A law".to_owned(),
            ..Evidence::default()
        };
        answer.evidence = vec![(EvidenceId(Uuid::from_u128(2)), piece)];
        record.answers.insert(question.id.clone(), answer);
    }
    Assessment::restore(record)
}

#[expect(
    clippy::expect_used,
    reason = "a bench that cannot begin should say why, and stop"
)]
fn of_a_state(criterion: &mut Criterion) {
    let library = Library::built_in().expect("it has no fault");
    let assessment = largest(&library);
    let words = Words::load(ENGLISH);
    let subject = Subject {
        instrument: &library.instrument,
        assessment: &assessment,
        state_name: "Canada",
        date: date(2026, 11, 21),
        words: &words,
    };
    measure(criterion, "the State's report", &|| {
        state_report(&subject, &BTreeSet::from(StateReportPart::ALL))
    });
    let form = QuestionnaireForm::Filled {
        code: None,
        with_application: WithApplication::No,
    };
    measure(criterion, "the questionnaire", &|| {
        questionnaire(&subject, form)
    });
}

#[expect(
    clippy::expect_used,
    reason = "a bench that cannot begin should say why, and stop"
)]
fn of_a_round(criterion: &mut Criterion) {
    let library = Library::built_in().expect("it has no fault");
    let folder = tempfile::tempdir().expect("there is room");
    let states = library.states.iter().count();
    write_replies(folder.path(), states, SHORT, 4).expect("there is room");
    let files = files(&[folder.path().to_owned()]).expect("they are there");
    let Library {
        instrument,
        states,
        outline,
        ..
    } = library;
    let collation = collate(&files, &instrument, &states, None, all_cores());
    let source = ReportSource {
        instrument,
        outline,
        states,
        collation: Arc::new(collation),
        noted: Round::default(),
        today: date(2030, 9, 1),
    };
    let words = Words::load(ENGLISH);
    measure(criterion, "the round's report", &|| {
        source.report(&words, None)
    });
}

/// Makes and writes a report in every format.
fn measure(criterion: &mut Criterion, name: &str, make: &dyn Fn() -> Report) {
    let mut group = criterion.benchmark_group(name);
    group.sample_size(10);
    for format in FORMATS.iter().copied() {
        group.bench_function(format!("{format:?}"), |bencher| {
            bencher.iter(|| black_box(write(&make(), format)));
        });
    }
    group.finish();
}

criterion_group!(benches, of_a_state, of_a_round);
criterion_main!(benches);
