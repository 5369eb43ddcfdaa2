//! `guidepost report` and `guidepost questionnaire`: an assessment as people read and edit it.

use std::path::{Path, PathBuf};

use super::make::{check_is_not_read, check_place, write_bytes};
use super::report_args::{Document, QuestionnaireCommand, ReportCommand};
use super::{Outcome, Output, Result};
use crate::app::documents::as_questionnaire;
use crate::app::examine::examine;
use crate::app::export::{self, Export};
use crate::app::work::Document as _;
use crate::app::{Library, file};
use crate::domain::{Message, MessageValue, WithApplication};
use crate::format::{BEGINNING, FileKind};
use crate::report::{Report, StateReportPart};
use crate::store::{self, Folders};

/// Writes the State's own report.
pub fn report(
    command: &ReportCommand,
    folders: Option<&Folders>,
    out: &mut Output<'_>,
) -> Result<Outcome> {
    if is_reply(&command.file) {
        return Err(Message::new("cli-report-of-reply")
            .path("path", &command.file)
            .into());
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
        folders,
        out,
    )
}

/// Writes the questionnaire, filled or blank; of a reply as that one fills it.
pub fn questionnaire(
    command: &QuestionnaireCommand,
    folders: Option<&Folders>,
    out: &mut Output<'_>,
) -> Result<Outcome> {
    if !command.blank && is_reply(&command.file) {
        check_output(&command.file, &command.output)?;
        let library = Library::built_in()?;
        let found = examine(&command.file);
        let (Some(intact), Some(reply)) = (found.intact(), &found.reply) else {
            let message = Message::new("cli-of-file").path("path", &command.file);
            return Err(message.explained("reason", &found.reason()).into());
        };
        let name = command.file.display().to_string();
        file::check_instrument(&reply.instrument, &name, &library.instrument)?;
        let report = as_questionnaire(
            &library.instrument,
            &library.states.name(reply.state()),
            reply,
            &intact.seal,
        );
        return write_report(&report, &command.output, out);
    }
    let export = if command.blank {
        Export::BlankQuestionnaire
    } else if command.with_application {
        Export::Questionnaire(WithApplication::Yes)
    } else {
        Export::Questionnaire(WithApplication::No)
    };
    write(&command.file, &command.output, &export, folders, out)
}

/// Whether the file is a reply that was sent.
fn is_reply(path: &Path) -> bool {
    let beginning = store::read_beginning(path, BEGINNING as u64);
    let kind = beginning.map(|bytes| FileKind::of(&bytes));
    matches!(kind, Ok(FileKind::Submission | FileKind::Package))
}

/// Says what stands in the way of the output before any work is done.
fn check_output(from: &PathBuf, output: &Document) -> Result<()> {
    let path = output.output.as_path();
    export::format_of(path)?;
    check_is_not_read(path, [from])?;
    check_place(path, output.force)
}

fn write(
    from: &PathBuf,
    output: &Document,
    export: &Export,
    folders: Option<&Folders>,
    out: &mut Output<'_>,
) -> Result<Outcome> {
    check_output(from, output)?;
    let library = Library::built_in()?;
    let assessment = file::load(from, &library.instrument)?.assessment;
    let backups = folders.map(|folders| assessment.backups(folders, Some(from)));
    let report = export::report(
        &library,
        &assessment,
        &out.words,
        store::today(),
        export,
        backups.as_ref(),
    );
    write_report(&report, output, out)
}

fn write_report(report: &Report, output: &Document, out: &mut Output<'_>) -> Result<Outcome> {
    let path = output.output.as_path();
    let written = export::written(report, path)?;
    write_bytes(path, &written.bytes, output.force)?;
    tell_written(path, &written.missing_characters, out);
    Ok(Outcome::Done)
}

/// Tells that a report is written, and which typed characters its pages could not show.
pub(super) fn tell_written(path: &Path, missing: &[char], out: &mut Output<'_>) {
    out.say(&Message::new("cli-written").path("path", path));
    if !missing.is_empty() {
        let characters = MessageValue::Text(export::characters(missing));
        out.say(&Message::new("cli-missing-characters").with("characters", characters));
    }
}
