//! Stub.

use egui::Ui;

use super::Stays;
use crate::domain::{Evidence, EvidenceId, QuestionId};
use crate::ui::view::View;

/// What is typed into the dialog.
#[derive(Debug, Clone, Default)]
pub struct EvidenceDraft {
    /// The piece.
    pub piece: Evidence,
}

/// The draft of a new piece, or of one that is there already.
#[must_use]
pub fn draft(piece: Option<&Evidence>) -> EvidenceDraft {
    EvidenceDraft {
        piece: piece.cloned().unwrap_or_default(),
    }
}

/// Shows the dialog.
pub fn evidence_ui(
    _ui: &mut Ui,
    _view: &View<'_>,
    _question: &QuestionId,
    _id: EvidenceId,
    _draft: &mut EvidenceDraft,
) -> Stays {
    Stays::No
}
