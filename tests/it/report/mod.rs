//! Reports, read back with other libraries and programs: what they say, and that nothing else does.

mod kept;
mod laid_out;
mod language;
mod office;
#[cfg(all(feature = "gui", feature = "pdf"))]
mod parity;
mod plan;
pub mod read;
mod round;
mod typed;
mod written;

use std::collections::BTreeSet;

use guidepost::domain::{Assessment, WithApplication};
use guidepost::report::{
    Format, QuestionnaireForm, Report, StateReportPart, Subject, questionnaire, state_report, write,
};
use guidepost::words::{ENGLISH, Words};
use jiff::civil::{Date, date};

use crate::support::library;

/// The day of every report here.
const DAY: Date = date(2026, 11, 21);

fn with_subject<T>(assessment: &Assessment, make: impl FnOnce(&Subject<'_>) -> T) -> T {
    let library = library();
    make(&Subject {
        instrument: &library.instrument,
        assessment,
        state_name: &library.states.name(assessment.profile.state),
        date: DAY,
        words: &Words::load(ENGLISH),
    })
}

/// The State's own report with all its parts.
fn whole_report(assessment: &Assessment) -> Report {
    let parts = BTreeSet::from(StateReportPart::ALL);
    with_subject(assessment, |subject| state_report(subject, &parts))
}

/// The questionnaire as it is filled.
fn filled(assessment: &Assessment) -> Report {
    let form = QuestionnaireForm::Filled {
        code: Some("0123-4567-89AB-CDEF"),
        with_application: WithApplication::No,
    };
    with_subject(assessment, |subject| questionnaire(subject, form))
}

/// The questionnaire to be filled in by hand.
fn blank(assessment: &Assessment) -> Report {
    with_subject(assessment, |subject| {
        questionnaire(subject, QuestionnaireForm::Blank)
    })
}

fn bytes(report: &Report, format: Format) -> Vec<u8> {
    write(report, format).unwrap()
}
