//! `guidepost new` and `guidepost example`: a new file.

use std::path::{Path, PathBuf};

use uuid::Uuid;

use super::args::{Example, New};
use super::target::instrument;
use super::{Failure, Outcome, Output, Result};
use crate::app::delivery::{self, PlaceError};
use crate::app::file::{self, Existing};
use crate::app::{Library, carry, evidence, example, submit};
use crate::domain::{Assessment, Message};
use crate::format;
use crate::store::{self, Backup, Backups, Folders, StoreError};

/// Writes an empty assessment.
pub fn new(command: &New, folders: Option<&Folders>, out: &mut Output<'_>) -> Result<Outcome> {
    let states = format::built_in_states()?;
    let Some(state) = states.get(command.state) else {
        let message = Message::new("cli-no-member-state");
        return Err(message.text("state", command.state.as_str()).into());
    };
    if let Some(last) = &command.from {
        return carried_forward(command, last, folders, out);
    }
    let assessment = Assessment::new(&instrument()?, command.state, store::new_identity());
    let place = Place::new(&command.output.output, command.output.force, folders);
    let path = place.write_assessment(&assessment, out)?;
    let made = Message::new("cli-new-made").text("state", &state.name);
    out.say(&made.path("path", path));
    Ok(Outcome::Done)
}

/// Writes an assessment that goes on from the last one, with copies of its files of evidence.
fn carried_forward(
    command: &New,
    last: &Path,
    folders: Option<&Folders>,
    out: &mut Output<'_>,
) -> Result<Outcome> {
    let instrument = instrument()?;
    let path = &command.output.output;
    let before = file::load(last, &instrument)?.assessment;
    carry::check((&before, last), command.state, path)?;
    let assessment = carry::carry_forward(&before, &instrument);
    let place = Place::new(path, command.output.force, folders);
    let path = place.write_assessment(&assessment, out)?;
    let carried = Message::new("cli-carried-forward").text("state", command.state.as_str());
    out.say(&carried.path("last", last).path("path", path));
    let left = evidence::copy_all(&assessment, last, path);
    for fault in &left {
        out.say(&Message::new("cli-evidence-stays").explained("reason", fault));
    }
    Ok(if left.is_empty() {
        Outcome::Done
    } else {
        Outcome::Found
    })
}

/// Writes one State's sample assessment, or all sample submissions.
pub fn example(
    command: &Example,
    folders: Option<&Folders>,
    out: &mut Output<'_>,
) -> Result<Outcome> {
    let library = Library::built_in()?;
    let Some(state) = command.state else {
        return samples(&library, command, folders, out);
    };
    let assessment = example::assessment(&library.instrument, &library.round, state)?;
    let place = Place::new(&command.output, command.force, folders);
    let path = place.write_assessment(&assessment, out)?;
    let source = assessment.sample.as_deref().unwrap_or_default();
    let made = Message::new("cli-sample-made").text("state", state.as_str());
    out.say(&made.text("source", source).path("path", path));
    Ok(Outcome::Done)
}

/// Writes the sample submissions of all States that replied, and nothing else, into a folder.
fn samples(
    library: &Library,
    command: &Example,
    folders: Option<&Folders>,
    out: &mut Output<'_>,
) -> Result<Outcome> {
    let folder = command.output.as_path();
    let Library {
        instrument, round, ..
    } = library;
    let mut files = Vec::new();
    for reply in &round.replies {
        let submission = example::submission(instrument, round, reply.state)?;
        let name = format!("sample-{}{}", reply.state, submit::SUBMISSION_ENDING);
        files.push((name, submit::seal(submission)?.bytes));
    }
    store::make_folder(folder)?;
    let strangers = store::names_in(folder)?
        .into_iter()
        .filter(|there| !(command.force && files.iter().any(|(name, _)| name.as_str() == *there)));
    if let Some(stranger) = strangers.into_iter().next() {
        let message = Message::new("cli-samples-not-alone").path("file", Path::new(&stranger));
        return Err(message.path("path", folder).into());
    }
    for (name, bytes) in &files {
        Place::new(&folder.join(name), command.force, folders).write(bytes, out)?;
    }
    let made = Message::new("cli-samples-made").number("count", files.len());
    out.say(&made.text("source", example::SOURCE).path("path", folder));
    Ok(Outcome::Done)
}

/// Where a new file goes, and where what it replaces is kept.
struct Place<'a> {
    path: &'a Path,
    force: bool,
    folders: Option<&'a Folders>,
}

impl<'a> Place<'a> {
    fn new(path: &'a Path, force: bool, folders: Option<&'a Folders>) -> Self {
        Self {
            path,
            force,
            folders,
        }
    }

    fn write_assessment(&self, assessment: &Assessment, out: &mut Output<'_>) -> Result<&'a Path> {
        self.write(&file::encode(assessment, self.path)?, out)?;
        Ok(self.path)
    }

    fn write(&self, bytes: &[u8], out: &mut Output<'_>) -> Result<()> {
        if self.force
            && let Some(copy) = self.keep_replaced(bytes)?
        {
            out.say(&Message::new("cli-replaced-kept").path("path", &copy.path));
        }
        write_bytes(self.path, bytes, self.force)
    }

    /// Keeps what is to be replaced, whatever it is, unless it holds the same.
    fn keep_replaced(&self, bytes: &[u8]) -> Result<Option<Backup>> {
        let found = match store::read(self.path) {
            Err(StoreError::NotFound { .. }) => return Ok(None),
            found => found?,
        };
        if found == bytes {
            return Ok(None);
        }
        let folders = self.folders.ok_or(StoreError::NoHome)?;
        let assessment = format::read_assessment(&found, "");
        let identity = assessment.map_or(Uuid::nil(), |assessment| assessment.identity);
        let backups = Backups::of(folders, identity, self.path);
        Ok(Some(backups.keep(
            &found,
            store::now(),
            &store::time_zone(),
        )?))
    }
}

/// Refuses an output that is one of the files that are read, by whatever path.
pub(super) fn check_is_not_read<'a>(
    output: &Path,
    inputs: impl IntoIterator<Item = &'a PathBuf>,
) -> Result<()> {
    if inputs
        .into_iter()
        .any(|input| store::is_same(input, output))
    {
        return Err(Message::new("cli-output-is-read")
            .path("path", output)
            .into());
    }
    Ok(())
}

/// Writes a file; over one that is there only with `force`, and not over the work of somebody who
/// has it open.
pub(super) fn write_bytes(path: &Path, bytes: &[u8], force: bool) -> Result<()> {
    file::write(path, bytes, existing(force)).map_err(with_force)
}

/// Refuses a place where no reply and no report may be written, before any work is done for it: a
/// file that is there, unless `force` lets it go, and somebody's work in any case, by whatever way
/// the path leads there.
pub(super) fn check_place(path: &Path, force: bool) -> Result<()> {
    delivery::check_place(path, existing(force)).map_err(|fault| match fault {
        PlaceError::Taken(fault) => with_force(fault),
        fault @ PlaceError::IsWork(_) => fault.into(),
    })
}

/// What becomes of a file that is there already.
pub(super) fn existing(force: bool) -> Existing {
    if force {
        Existing::MayGo
    } else {
        Existing::Stays
    }
}

/// The fault, with the way to write over a file that is there.
pub(super) fn with_force(fault: StoreError) -> Failure {
    match fault {
        StoreError::Exists { .. } => Message::new("cli-force").explained("fault", &fault).into(),
        fault => fault.into(),
    }
}
