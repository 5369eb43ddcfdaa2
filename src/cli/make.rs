//! `guidepost new` and `guidepost example`: a new file.

use std::io::Write;
use std::path::Path;

use anyhow::{Result, bail};

use super::Outcome;
use super::args::{Example, New, Output};
use super::target::{all, instrument};
use crate::app::{Library, example, file};
use crate::domain::Assessment;
use crate::store::Lock;
use crate::{format, store};

/// Writes an empty assessment.
pub fn new(command: &New, out: &mut dyn Write) -> Result<Outcome> {
    let states = format::built_in_states().map_err(all)?;
    let Some(state) = states.get(command.state) else {
        bail!(
            "{} is no Member State; use its three-letter code, such as CAN",
            command.state
        );
    };
    let assessment = Assessment::new(&instrument()?, command.state, store::new_identity());
    let path = write(&assessment, &command.output)?;
    writeln!(
        out,
        "An empty assessment of {}: {}",
        state.name,
        path.display()
    )?;
    Ok(Outcome::Done)
}

/// Writes one State's sample assessment.
pub fn example(command: &Example, out: &mut dyn Write) -> Result<Outcome> {
    let Library {
        instrument, round, ..
    } = Library::built_in().map_err(all)?;
    let assessment = example::assessment(&instrument, &round, command.state)?;
    let path = write(&assessment, &command.output)?;
    let source = assessment.sample.as_deref().unwrap_or_default();
    writeln!(
        out,
        "A sample of {}, {source}: {}",
        command.state,
        path.display()
    )?;
    Ok(Outcome::Done)
}

fn write<'a>(assessment: &Assessment, output: &'a Output) -> Result<&'a Path> {
    let path = output.output.as_path();
    let bytes = file::encode(assessment, path)?;
    if output.force {
        // Not over the work of somebody who has it open.
        let _lock = Lock::acquire(path, "")?;
        store::write_whole(path, &bytes)?;
    } else if let Err(fault) = store::write_new(path, &bytes) {
        match fault {
            store::StoreError::Exists { .. } => bail!("{fault}; --force overwrites it"),
            _ => return Err(fault.into()),
        }
    }
    Ok(path)
}
