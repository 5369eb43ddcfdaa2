//! `guidepost submit`: the cleared reply, sealed into a file, with the draft of its cover letter.

use std::io::Write;

use super::args::SubmitCommand;
use super::make::{check_place, existing, with_force, write_bytes};
use super::target::Target;
use super::{Outcome, Output, Result, check};
use crate::analysis::{Unreleased, evidence_findings};
use crate::app::delivery::{Form, Packed, contents, deliver};
use crate::app::evidence;
use crate::app::letter::cover_letter;
use crate::app::submit::{Request, SubmitError, prepare};
use crate::app::work::Document as _;
use crate::domain::{Message, Release, Stamp, WithApplication};
use crate::store::{self, Folders};
use crate::{cli::args::Author, format};

/// Seals the reply. The revision is noted and saved before the file is written.
pub fn submit(
    command: SubmitCommand,
    folders: Option<&Folders>,
    out: &mut Output<'_>,
) -> Result<Outcome> {
    let author = Author {
        by: Some(command.name.clone()),
        by_body: Some(command.body.clone()),
    };
    let states = format::built_in_states()?;
    let path = command.output.output.as_path();
    let letter_path = command.letter.as_deref();
    let existing = existing(command.output.force);
    for new in [Some(path), letter_path].into_iter().flatten() {
        check_place(new, command.output.force)?;
    }
    if letter_path.is_some_and(|letter| store::is_same(letter, path)) {
        return Err(Message::new("cli-two-names").path("path", path).into());
    }
    let mut target = Target::open(&command.file, author)?;
    let backups = folders.map(|folders| target.assessment.backups(folders, Some(&command.file)));
    let request = request(&command);
    let prepared = prepare(
        &target.instrument,
        &target.assessment,
        request,
        backups.as_ref(),
    );
    let prepared = match prepared {
        Err(SubmitError::Blocked(findings)) => {
            let blocking: Vec<_> = findings.into_iter().filter(|each| each.blocks).collect();
            check::list(&blocking, out)?;
            return Err(SubmitError::Blocked(blocking).into());
        }
        prepared => prepared?,
    };
    let form = if command.package {
        Form::Package
    } else {
        Form::Submission
    };
    let state_name = states.name(prepared.submission.state());
    let contents = contents(
        &prepared,
        form,
        &evidence::folder(&command.file),
        &target.instrument,
        &state_name,
    );
    if let Err(SubmitError::Evidence(faults)) = &contents {
        let mut findings = evidence_findings(&target.assessment, faults);
        for finding in &mut findings {
            finding.blocks = true;
        }
        check::list(&findings, out)?;
    }
    let contents = contents?;
    let stamp = Stamp {
        who: command.name,
        body: command.body,
        when: store::now_in_seconds(),
    };
    if let Some(change) = prepared.change(stamp) {
        target.make(change)?;
        target.save(folders, out)?;
    }
    let delivery = deliver(&prepared, &contents.bytes, path, existing, backups.as_ref());
    delivery.written.map_err(with_force)?;

    let revision = prepared.submission.revision;
    if prepared.is_again {
        out.say(&Message::new("cli-same-again").text("revision", revision.to_string()));
    }
    out.say(&Message::new("cli-revision").text("revision", revision.to_string()));
    out.say(&Message::new("cli-code").text("code", prepared.seal.code()));
    out.say(&Message::new("cli-written").path("path", path));
    if let Some(packed) = &contents.packed {
        tell_packed(packed, out);
    }
    if let Some(fault) = delivery.not_kept {
        out.say(&Message::new("cli-not-kept").explained("reason", &fault));
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let letter = cover_letter(&out.words, &prepared, &state_name, &name);
    if let Some(path) = letter_path {
        write_bytes(path, letter.as_bytes(), command.output.force)?;
        out.say(&Message::new("cli-letter-written").path("path", path));
    } else {
        writeln!(out)?;
        out.say(&Message::new("cli-letter"));
        write!(out, "\n{letter}")?;
    }
    Ok(Outcome::Done)
}

/// Tells what went into a package beside the reply.
fn tell_packed(packed: &Packed, out: &mut Output<'_>) {
    for name in &packed.documents {
        out.say(&Message::new("cli-packed-document").text("name", name));
    }
    if let Some(why) = &packed.without_pdf {
        out.say(&Message::new("cli-without-pdf").explained("reason", why));
    }
    out.say(&Message::new("cli-packed-evidence").number("count", packed.evidence));
}

fn request(command: &SubmitCommand) -> Request {
    Request {
        release: Release {
            name: command.name.clone(),
            title: command.title.clone(),
            body: command.body.clone(),
            date: store::today(),
            reference: command.reference.clone(),
        },
        unreleased: if command.without_uncleared {
            Unreleased::LeaveOut
        } else {
            Unreleased::Block
        },
        with_application: if command.with_application {
            WithApplication::Yes
        } else {
            WithApplication::No
        },
    }
}
