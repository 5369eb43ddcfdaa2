//! The fonts that a document is set in: those given, and those of the machine for what these lack.

use std::borrow::Cow;
use std::collections::BTreeSet;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook, is_default_ignorable};
use typst::utils::LazyHash;
use unicode_segmentation::UnicodeSegmentation as _;

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
    pub fn for_text(given: &[&'static [u8]], machine: MachineFonts, text: &str) -> Self {
        let mut faces: Vec<Font> = given
            .iter()
            .flat_map(|file| Font::iter(Bytes::new(*file)))
            .collect();
        let lacking: BTreeSet<char> = text
            .chars()
            .filter(|sign| is_drawn(*sign))
            .filter(|sign| !faces.iter().any(|face| holds(face, *sign)))
            .collect();
        if machine == MachineFonts::WhereNeeded && !lacking.is_empty() {
            faces.extend(machine::faces_for(&lacking));
        }
        let mut families: Vec<String> = Vec::new();
        for face in &faces {
            if !families.contains(&face.info().family) {
                families.push(face.info().family.clone());
            }
        }
        let mut fonts = Self {
            book: LazyHash::new(FontBook::from_fonts(&faces)),
            faces,
            families,
            missing: BTreeSet::new(),
        };
        fonts.missing = text
            .graphemes(true)
            .flat_map(|cluster| fonts.missing_in(cluster))
            .collect();
        fonts
    }

    /// The families, those given first: the order in which a template should name them.
    pub fn families(&self) -> &[String] {
        &self.families
    }

    /// The characters of the text that no font has, or not together with the letter that they stand
    /// on.
    pub fn missing(&self) -> &BTreeSet<char> {
        &self.missing
    }

    /// `text` with the code of each character that is missing in its place, such as `[U+1F600]`: a
    /// PDF for screen readers may hold no character without a shape.
    pub fn with_codes_for_missing<'a>(&self, text: &'a str) -> Cow<'a, str> {
        if self.missing.is_empty() || !text.contains(|sign| self.missing.contains(&sign)) {
            return Cow::Borrowed(text);
        }
        let shown = text.graphemes(true).flat_map(|cluster| {
            let missing = self.missing_in(cluster);
            cluster.chars().map(move |sign| {
                if missing.contains(&sign) {
                    format!("[U+{:04X}]", u32::from(sign))
                } else {
                    sign.to_string()
                }
            })
        });
        Cow::Owned(shown.collect())
    }

    /// What cannot be drawn of one letter with all that stands on it: one face has to hold the
    /// whole.
    fn missing_in(&self, cluster: &str) -> Vec<char> {
        let drawn: Vec<char> = cluster.chars().filter(|sign| is_drawn(*sign)).collect();
        let lacks = |face: &Font| -> Vec<char> {
            let drawn = drawn.iter().copied();
            drawn.filter(|sign| !holds(face, *sign)).collect()
        };
        if self.faces.iter().any(|face| lacks(face).is_empty()) {
            return Vec::new();
        }
        let base = drawn.first().copied();
        let of_base = self
            .faces
            .iter()
            .find(|face| base.is_some_and(|base| holds(face, base)));
        of_base.map_or(drawn.clone(), lacks)
    }
}

/// Whether a character is drawn. Line ends, spaces and joiners are not.
fn is_drawn(sign: char) -> bool {
    !sign.is_control() && !sign.is_whitespace() && !is_default_ignorable(sign)
}

fn holds(face: &Font, sign: char) -> bool {
    face.info().coverage.contains(u32::from(sign))
}
