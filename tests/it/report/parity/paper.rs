//! The figures in the text of the PDF, as poppler reads it.

use super::{Profile, figures_on_paper};
use crate::pdf::reading::{in_order, letters};

/// Finds the rows of the tables, principles before sections, each level by level.
pub fn check(pdf: &[u8], profiles: &[Profile]) {
    let Some(pages) = in_order(pdf) else { return };
    let text = letters(&pages.concat());
    let mut rest = text.as_str();
    for kind in ["principle", "section"] {
        let of_kind = profiles.iter();
        let of_kind = of_kind.filter(|each| each.about.starts_with(kind) && each.is_said());
        let mut of_kind: Vec<&Profile> = of_kind.collect();
        of_kind.sort_by_key(|each| each.level);
        for profile in of_kind {
            let row = letters(&format!(
                "{}{}",
                profile.name,
                figures_on_paper(profile).concat()
            ));
            let Some(place) = rest.find(&row) else {
                panic!("{row} does not follow in the PDF");
            };
            rest = &rest[place + row.len()..];
        }
    }
}
