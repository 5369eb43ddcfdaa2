//! `guidepost check`: what should be looked at before a reply is sent.

use std::io::{self, Write};

use anyhow::Result;

use super::args::CheckCommand;
use super::show::{head, open};
use super::{Outcome, json};
use crate::analysis::{Finding, Unreleased, checks, evidence_findings};
use crate::app::evidence;
use crate::words::{ENGLISH, Words};

/// Prints what was found. Only where a final reply is meant does what blocks one count as found.
pub fn check(command: &CheckCommand, out: &mut dyn Write) -> Result<Outcome> {
    let (instrument, assessment) = open(&command.printed)?;
    let mut findings = checks(&instrument, &assessment, Unreleased::Block);
    let folder = evidence::folder(&command.printed.file);
    let faults = evidence::faults(&evidence::files(&assessment), &folder);
    findings.extend(evidence_findings(&assessment, &faults));
    let words = Words::load(ENGLISH);
    let blocking = findings.iter().filter(|finding| finding.blocks).count();
    if command.printed.json {
        json::write(&json::findings(&findings, &words), out)?;
    } else {
        head(&assessment, out)?;
        list(&findings, &words, out)?;
        writeln!(
            out,
            "{} findings; {blocking} of them stand in the way of a final reply",
            findings.len()
        )?;
    }
    if command.is_final && blocking != 0 {
        return Ok(Outcome::Found);
    }
    Ok(Outcome::Done)
}

/// One line for each finding.
pub(super) fn list(findings: &[Finding], words: &Words, out: &mut dyn Write) -> io::Result<()> {
    for finding in findings {
        let weight = if finding.blocks { "blocks " } else { "advises" };
        let check = finding.check.token();
        writeln!(out, "{weight}  {check:<30} {}", words.explain(finding))?;
    }
    Ok(())
}
