//! The fonts that a document is set in: those given, and those of the machine for what these lack.

use std::collections::BTreeSet;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook, is_default_ignorable};
use typst::utils::LazyHash;

use crate::machine;

/// Whether the machine's own fonts help out where the given ones lack a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MachineFonts {
    /// They do: text in any script that the machine can show is set.
    WhereNeeded,
    /// They do not: the same pages on every machine.
    Never,
}

/// The fonts that a document is set in.
#[derive(Debug)]
pub struct Fonts {
    pub(crate) book: LazyHash<FontBook>,
    pub(crate) faces: Vec<Font>,
    families: Vec<String>,
    missing: BTreeSet<char>,
}

impl Fonts {
    /// The faces in the files `given`, which come first, and as few of the machine's as hold what
    /// `text` has and those lack.
    #[must_use]
    pub fn for_text(given: &[&'static [u8]], machine: MachineFonts, text: &str) -> Self {
        let mut faces: Vec<Font> = given
            .iter()
            .flat_map(|file| Font::iter(Bytes::new(*file)))
            .collect();
        let mut missing: BTreeSet<char> = text
            .chars()
            .filter(|sign| needs_a_glyph(*sign))
            .filter(|sign| !faces.iter().any(|face| holds(face, *sign)))
            .collect();
        if machine == MachineFonts::WhereNeeded && !missing.is_empty() {
            faces.extend(machine::faces_for(&missing));
            missing.retain(|sign| !faces.iter().any(|face| holds(face, *sign)));
        }
        let mut families: Vec<String> = Vec::new();
        for face in &faces {
            if !families.contains(&face.info().family) {
                families.push(face.info().family.clone());
            }
        }
        Self {
            book: LazyHash::new(FontBook::from_fonts(&faces)),
            faces,
            families,
            missing,
        }
    }

    /// The families, those given first: the order in which a template should name them.
    #[must_use]
    pub fn families(&self) -> &[String] {
        &self.families
    }

    /// The characters of the text that no font has. A PDF for screen readers may hold none of them,
    /// so a caller puts something else in their place.
    #[must_use]
    pub fn missing(&self) -> &BTreeSet<char> {
        &self.missing
    }
}

/// Whether a character is drawn. Line ends, spaces and joiners are not.
fn needs_a_glyph(sign: char) -> bool {
    !sign.is_control() && !sign.is_whitespace() && !is_default_ignorable(sign)
}

fn holds(face: &Font, sign: char) -> bool {
    face.info().coverage.contains(u32::from(sign))
}
