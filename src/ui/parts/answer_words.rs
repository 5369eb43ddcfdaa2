//! What stands in an answer, in one line: a piece of evidence, an item of a list.

use crate::domain::{Evidence, ItemKind, KindId, ListItem};
use crate::ui::view::View;

/// Where a piece of evidence comes from, in one line.
pub fn evidence_words(view: &View<'_>, piece: &Evidence) -> String {
    let kinds = &view.instrument().parts().evidence_kinds;
    joined([
        kind_title(kinds, piece.kind.as_ref()),
        Some(piece.body.clone()),
        piece.year.map(|year| year.to_string()),
        Some(piece.pages.clone()),
        Some(piece.file_name.clone()),
        Some(piece.address.clone()),
    ])
}

/// What is known of an item, in one line.
pub fn item_words(view: &View<'_>, item: &ListItem, kinds: &[ItemKind]) -> String {
    joined([
        kind_title(kinds, item.kind.as_ref()),
        item.level.map(|level| view.words.level(level)),
        item.year.map(|year| year.to_string()),
        Some(item.language.clone()),
        Some(item.address.clone()),
        Some(item.public_remark.clone()),
    ])
}

/// What there is of these parts, in one line.
pub fn joined(parts: impl IntoIterator<Item = Option<String>>) -> String {
    let parts = parts.into_iter().flatten();
    let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}

/// The title of a kind; of one that this instrument lacks, its id.
pub fn kind_title(kinds: &[ItemKind], id: Option<&KindId>) -> Option<String> {
    let kind = kinds.iter().find(|kind| Some(&kind.id) == id);
    kind.map(|kind| kind.title.clone())
        .or_else(|| id.map(ToString::to_string))
}
