//! The file of what is typed into a dialog, kept until the dialog is confirmed or discarded.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::file::ActionEntry;
use super::{reading, writing};
use crate::domain::{DialogDraft, DialogEntry, Message, QuestionId};
use crate::format::document::{parse_document, write_document};
use crate::format::faults::Faults;
use crate::format::record::{self, EvidenceEntry, ItemEntry};
use crate::format::{Diagnostic, FORMAT};

/// Of the last three, one is there.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename = "Draft", deny_unknown_fields)]
struct DraftFile {
    format: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    question: Option<String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    when: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    file: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    evidence: Option<EvidenceEntry>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    item: Option<ItemEntry>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    action: Option<ActionEntry>,
}

/// Reads what was typed into a dialog; `name` is what the faults call the file.
pub fn read_draft(bytes: &[u8], name: &str) -> Result<DialogDraft, Vec<Diagnostic>> {
    let text = String::from_utf8_lossy(bytes);
    let file: DraftFile = parse_document(name, &text, FORMAT).map_err(|fault| vec![fault])?;
    let mut faults = Faults::new(name);
    let draft = entry(
        &mut faults,
        file.question,
        (file.evidence, file.item, file.action),
    );
    let draft = draft.map(|entry| DialogDraft {
        entry,
        when: file.when,
        file: file.file.map(PathBuf::from),
    });
    faults.finish(draft)
}

fn entry(
    faults: &mut Faults<'_>,
    question: Option<String>,
    entries: (
        Option<EvidenceEntry>,
        Option<ItemEntry>,
        Option<ActionEntry>,
    ),
) -> Option<DialogEntry> {
    let at = &Message::new("at-draft");
    let question = faults.optional(at, question, QuestionId::parse);
    match entries {
        (Some(piece), ..) => {
            let (id, piece) = record::evidence(piece, at, faults)?;
            Some(DialogEntry::Evidence(question?, id, piece))
        }
        (_, Some(item), _) => {
            let (id, item) = record::item(item, at, faults)?;
            Some(DialogEntry::Item(question?, id, item))
        }
        (_, _, Some(action)) => {
            let (id, action) = reading::actions(vec![action], faults).into_iter().next()?;
            Some(DialogEntry::Action(id, action))
        }
        (None, None, None) => None,
    }
}

/// Writes what is typed into a dialog as its file.
pub fn write_draft(draft: &DialogDraft) -> Result<String, ron::Error> {
    let mut file = DraftFile {
        format: FORMAT,
        question: None,
        when: draft.when.clone(),
        file: draft
            .file
            .as_deref()
            .map(Path::display)
            .map(|path| path.to_string()),
        evidence: None,
        item: None,
        action: None,
    };
    match &draft.entry {
        DialogEntry::Evidence(question, id, piece) => {
            file.question = Some(question.to_string());
            file.evidence = Some(writing::evidence(*id, piece));
        }
        DialogEntry::Item(question, id, item) => {
            file.question = Some(question.to_string());
            file.item = Some(writing::item(*id, item));
        }
        DialogEntry::Action(id, action) => {
            file.action = Some(writing::action(&id.0.to_string(), action));
        }
    }
    write_document(&file, 4)
}
