//! `guidepost check`: what should be looked at before a reply is sent.

use std::io::{self, Write};

use super::args::CheckCommand;
use super::show::{head, open};
use super::{Outcome, Output, Result, json};
use crate::analysis::{Finding, Unreleased, checks, evidence_findings};
use crate::app::evidence;
use crate::domain::Message;

/// Prints what was found. Only where a final reply is meant does what blocks one count as found.
pub fn check(command: &CheckCommand, out: &mut Output<'_>) -> Result<Outcome> {
    let (instrument, assessment) = open(&command.printed)?;
    let mut findings = checks(&instrument, &assessment, Unreleased::Block);
    let folder = evidence::folder(&command.printed.file);
    let faults = evidence::faults(&evidence::files(&assessment), &folder);
    findings.extend(evidence_findings(&assessment, &faults));
    let blocking = findings.iter().filter(|finding| finding.blocks).count();
    if command.printed.json {
        json::write(&json::findings(&findings, &out.words), out)?;
    } else {
        head(&assessment, out);
        list(&findings, out)?;
        let count = Message::new("cli-findings").number("count", findings.len());
        out.say(&count.number("blocking", blocking));
    }
    if command.is_final && blocking != 0 {
        return Ok(Outcome::Found);
    }
    Ok(Outcome::Done)
}

/// One line for each finding.
pub(super) fn list(findings: &[Finding], out: &mut Output<'_>) -> io::Result<()> {
    for finding in findings {
        let weight = if finding.blocks { "blocks" } else { "advises" };
        let check = finding.check.token();
        let sentence = out.words.explain(finding);
        writeln!(out, "{weight:<7}  {check:<30} {sentence}")?;
    }
    Ok(())
}
