//! What the program has to tell: one line, and the details for those who want them.

use std::path::PathBuf;

use super::export::codes;
use super::work::WorkEvent;
use crate::domain::{Explain, Message, MessageValue};
use crate::store::Holder;

/// A message to the user, which stays until it is put away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// What happened.
    pub message: NoticeKind,
    /// More of it, line by line; empty where the message says it all.
    pub details: Vec<Message>,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoticeKind {
    /// A copy was written there.
    CopySaved(PathBuf),
    /// The work is saved there from now on.
    SavedElsewhere(PathBuf),
    ReplyWritten(PathBuf),
    /// The draft of the cover letter is written there.
    LetterSaved(PathBuf),
    /// The report is written there, and was read back; these characters have no shape in any font,
    /// so that their codes stand in their place.
    ReportWritten(PathBuf, Vec<char>),
    /// The round was not closed, since it has never been saved.
    RoundNotSaved,
    /// The file had gone from its place, and stands there again.
    PutBack(PathBuf),
    /// The dated copy could not be taken; the file itself is saved.
    BackupFailed,
    /// Neither could the file be saved nor a dated copy be taken; the reason of the second.
    RescueFailed(Work, Message),
    /// What was asked for was not done, since the open work would have been lost: it could not be
    /// saved, for this reason.
    NotLeft(Work, Message),
    /// Somebody on another machine had the file open, and has not closed it there.
    LeftOver(Holder),
    /// A person wrote comments into the file, which saving does not keep.
    HasComment,
    /// So many files of evidence could not be copied beside the new file; why, in the details.
    EvidenceLeft(usize),
    /// The file has this many answers to questions that this instrument does not ask; they are
    /// kept.
    UnknownAnswers(usize),
    /// The file is a part of an assessment, which this version does not fill.
    PartNotOpened(PathBuf),
    /// A dialog is open again with what was typed into it when the program ended.
    DraftRecovered,
    /// Several files were dropped onto the window at once.
    DroppedSeveral,
    /// What was open changed while the place was being chosen, so nothing was written.
    ChangedMeanwhile,
    /// The settings could not be read or written; the reason.
    SettingsFault(Message),
    /// Something failed; what, in a sentence of its own.
    Fault(Message),
}

impl Explain for NoticeKind {
    fn message(&self) -> Message {
        match self {
            Self::CopySaved(path) => Message::new("notice-copy-saved").path("path", path),
            Self::SavedElsewhere(path) => Message::new("notice-saved-elsewhere").path("path", path),
            Self::ReplyWritten(path) => Message::new("notice-reply-written").path("path", path),
            Self::LetterSaved(path) => Message::new("notice-letter-saved").path("path", path),
            Self::ReportWritten(path, missing) if missing.is_empty() => {
                Message::new("notice-report-written").path("path", path)
            }
            Self::ReportWritten(path, missing) => Message::new("notice-report-lacking")
                .path("path", path)
                .with("characters", MessageValue::Text(codes(missing))),
            Self::RoundNotSaved => Message::new("notice-round-not-saved"),
            Self::PutBack(path) => Message::new("notice-put-back").path("path", path),
            Self::BackupFailed => Message::new("notice-backup-failed"),
            Self::RescueFailed(_, reason) => {
                Message::new("notice-rescue-failed").explained("reason", reason)
            }
            Self::NotLeft(_, fault) => Message::new("notice-not-left").explained("fault", fault),
            Self::LeftOver(holder) => Message::new("notice-left-over")
                .with("who", holder.named("notice-somebody"))
                .text("host", &holder.host),
            Self::HasComment => Message::new("notice-has-comment"),
            Self::EvidenceLeft(count) => {
                Message::new("notice-evidence-left").number("count", *count)
            }
            Self::UnknownAnswers(count) => {
                Message::new("notice-unknown-answers").number("count", *count)
            }
            Self::PartNotOpened(path) => Message::new("notice-part-not-opened").path("path", path),
            Self::DraftRecovered => Message::new("notice-draft-recovered"),
            Self::DroppedSeveral => Message::new("notice-dropped-several"),
            Self::ChangedMeanwhile => Message::new("notice-changed-meanwhile"),
            Self::SettingsFault(reason) => {
                Message::new("notice-settings").explained("reason", reason)
            }
            Self::Fault(fault) => fault.clone(),
        }
    }
}

/// Whose work a notice is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Work {
    Assessment,
    Round,
}

/// How much a notice matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Severity {
    /// Something went well.
    Done,
    /// Something is worth knowing.
    Warning,
    /// Something failed.
    Error,
}

impl Notice {
    /// A message without details.
    pub fn new(message: NoticeKind) -> Self {
        Self {
            message,
            details: Vec::new(),
        }
    }

    /// What happened to a file of this work.
    pub(super) fn of_work(work: Work, event: WorkEvent) -> Self {
        match event {
            WorkEvent::PutBack(path) => Self::new(NoticeKind::PutBack(path)),
            WorkEvent::BackupFailed(reason) => Self {
                message: NoticeKind::BackupFailed,
                details: vec![reason],
            },
            WorkEvent::RescueFailed(reason) => Self::new(NoticeKind::RescueFailed(work, reason)),
            WorkEvent::LeftOver(holder) => Self::new(NoticeKind::LeftOver(holder)),
            WorkEvent::HasComment => Self::new(NoticeKind::HasComment),
        }
    }

    /// Something that failed.
    pub fn fault(fault: &dyn Explain) -> Self {
        Self::new(NoticeKind::Fault(fault.message()))
    }

    /// Something that failed in several ways: the first, and the others as details.
    pub fn faults(mut faults: Vec<Message>) -> Self {
        let details = faults.split_off(faults.len().min(1));
        let first = faults.pop().unwrap_or(Message::new("store-mistake"));
        Self {
            message: NoticeKind::Fault(first),
            details,
        }
    }

    /// How much it matters.
    pub fn severity(&self) -> Severity {
        match self.message {
            NoticeKind::CopySaved(_)
            | NoticeKind::SavedElsewhere(_)
            | NoticeKind::ReplyWritten(_)
            | NoticeKind::LetterSaved(_)
            | NoticeKind::ReportWritten(..) => Severity::Done,
            NoticeKind::PutBack(_)
            | NoticeKind::BackupFailed
            | NoticeKind::RoundNotSaved
            | NoticeKind::LeftOver(_)
            | NoticeKind::HasComment
            | NoticeKind::EvidenceLeft(_)
            | NoticeKind::UnknownAnswers(_)
            | NoticeKind::PartNotOpened(_)
            | NoticeKind::DraftRecovered
            | NoticeKind::DroppedSeveral
            | NoticeKind::ChangedMeanwhile
            | NoticeKind::SettingsFault(_) => Severity::Warning,
            NoticeKind::RescueFailed(..) | NoticeKind::NotLeft(..) | NoticeKind::Fault(_) => {
                Severity::Error
            }
        }
    }
}
