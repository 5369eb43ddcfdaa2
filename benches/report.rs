//! How long the reports of the largest State take: every question answered, at every level, each
//! with its texts and evidence.

use std::collections::BTreeSet;
use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use guidepost::app::Library;
use guidepost::domain::{
    Answer, Assessment, Cell, Evidence, EvidenceId, ItemId, Kind, ListItem, Standing, StateCode,
    TextField, WithApplication,
};
use guidepost::report::{
    Format, QuestionnaireForm, Report, StateReportPart, Subject, questionnaire, state_report, write,
};
use guidepost::words::{ENGLISH, Words};
use jiff::civil::date;
use uuid::Uuid;

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
fn reports(criterion: &mut Criterion) {
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
    let own = || state_report(&subject, &BTreeSet::from(StateReportPart::ALL));
    let form = QuestionnaireForm::Filled {
        code: None,
        with_application: WithApplication::No,
    };
    let paper = || questionnaire(&subject, form);
    let made: [(&str, &dyn Fn() -> Report); 2] = [("report", &own), ("questionnaire", &paper)];
    for (name, make) in made {
        for format in FORMATS.iter().copied() {
            criterion.bench_function(&format!("{name} as {format:?}"), |bencher| {
                bencher.iter(|| black_box(write(&make(), format)));
            });
        }
    }
}

criterion_group!(benches, reports);
criterion_main!(benches);
