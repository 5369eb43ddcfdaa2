//! `guidepost report` and `guidepost questionnaire`: an assessment as people read and edit it.

use std::io::Write;
use std::path::Path;

use anyhow::{Result, bail};

use super::Outcome;
use super::args::Output;
use super::make::write_bytes;
use super::report_args::{QuestionnaireCommand, ReportCommand};
use super::target::all;
use crate::app::export::{self, Export};
use crate::app::verify::{self, FileKind};
use crate::app::{Library, file};
use crate::domain::WithApplication;
use crate::report::StateReportPart;
use crate::store::{self, Backups, Folders};
use crate::words::{ENGLISH, Words};

/// Writes the State's own report.
pub fn report(command: &ReportCommand, out: &mut dyn Write) -> Result<Outcome> {
    if let Ok(bytes) = verify::read(&command.file)
        && matches!(
            FileKind::of(&bytes),
            FileKind::Submission | FileKind::Package
        )
    {
        bail!(
            "this is a reply that was sent; Guidepost makes a report of an assessment alone, since \
             nobody profiles another State: {}",
            command.file.display()
        );
    }
    let mut parts = StateReportPart::usual();
    if command.answers {
        parts.insert(StateReportPart::Answers);
    }
    if command.remarks {
        parts.insert(StateReportPart::Remarks);
    }
    if command.without_plan {
        parts.remove(&StateReportPart::Plan);
    }
    write(
        &command.file,
        &command.output,
        &Export::StateReport(parts),
        out,
    )
}

/// Writes the questionnaire, filled or blank.
pub fn questionnaire(command: &QuestionnaireCommand, out: &mut dyn Write) -> Result<Outcome> {
    let export = if command.blank {
        Export::BlankQuestionnaire
    } else if command.with_application {
        Export::Questionnaire(WithApplication::Yes)
    } else {
        Export::Questionnaire(WithApplication::No)
    };
    write(&command.file, &command.output, &export, out)
}

fn write(from: &Path, output: &Output, export: &Export, out: &mut dyn Write) -> Result<Outcome> {
    let path = output.output.as_path();
    // Said before any work is done.
    export::format_of(path)?;
    if store::is_there(path) && !output.force {
        let fault = store::StoreError::Exists {
            path: path.to_owned(),
        };
        bail!("{fault}; --force overwrites it");
    }
    let library = Library::built_in().map_err(all)?;
    let assessment = file::load(from, &library.instrument)?.assessment;
    let backups = Folders::find().ok();
    let backups = backups.map(|folders| Backups::of(&folders, assessment.identity));
    let words = Words::load(ENGLISH);
    let report = export::report(
        &library,
        &assessment,
        &words,
        store::today(),
        export,
        backups.as_ref(),
    );
    let bytes = export::bytes(&report, path)?;
    write_bytes(path, &bytes, output.force)?;
    writeln!(out, "Written and read back: {}", path.display())?;
    Ok(Outcome::Done)
}
