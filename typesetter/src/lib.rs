//! Sets a template with data in pages: as a tagged PDF, or as pictures of the pages.
//!
//! A crate of its own, so that a change elsewhere does not compile typst again. It knows nothing of
//! what the pages say.
//!
//! Absences: no network, no packages, no clock (the date is given), and no file but the fonts of the
//! machine, and these only where the given ones lack a character. The template can read `data.json`,
//! which is the data that it is given, and nothing else. The same template, data, fonts
//! and date give the same bytes.

mod fonts;
mod machine;
mod pages;
mod world;

pub use fonts::{Fonts, MachineFonts};
pub use pages::{Date, Pages, Picture, TypesetError, typeset};
