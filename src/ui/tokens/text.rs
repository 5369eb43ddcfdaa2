//! The fonts of texts: one embedded family, Noto Sans, in two true weights, so that the window looks the same on
//! every machine.
//!
//! What the family lacks (Chinese, Arabic, emoji, …) comes from the machine's own fonts, found by
//! eframe's `system_fonts` on a thread of its own, and only once such a character is shown.

use std::sync::Arc;

use egui::{Context, FontData, FontDefinitions, FontFamily, FontId};

/// The three sizes that there are.
const SMALL: f32 = 12.0;
const BODY: f32 = 14.0;
const HEADING: f32 = 20.0;

const REGULAR: &[u8] = include_bytes!("../../../assets/fonts/NotoSans-Regular.ttf");
const STRONG: &[u8] = include_bytes!("../../../assets/fonts/NotoSans-SemiBold.ttf");

/// The name under which the semi-bold weight is installed.
const STRONG_NAME: &str = "strong";

/// The name under which the regular weight is installed.
const REGULAR_NAME: &str = "regular";

/// Makes the embedded family the only one that `ctx` starts from. Call once, before the first frame.
pub fn install(ctx: &Context) {
    ctx.set_fonts(definitions());
}

/// Labels, notes and figures.
pub const fn small() -> FontId {
    FontId::new(SMALL, FontFamily::Proportional)
}

/// Titles of small parts.
pub fn small_strong() -> FontId {
    FontId::new(SMALL, strong_family())
}

/// Running text, fields and buttons.
pub const fn body() -> FontId {
    FontId::new(BODY, FontFamily::Proportional)
}

/// What stands out within running text.
pub fn strong() -> FontId {
    FontId::new(BODY, strong_family())
}

/// The title of a page, or the question that it asks.
pub fn heading() -> FontId {
    FontId::new(HEADING, strong_family())
}

/// The family of the semi-bold weight.
fn strong_family() -> FontFamily {
    FontFamily::Name(STRONG_NAME.into())
}

fn definitions() -> FontDefinitions {
    let mut definitions = FontDefinitions::empty();
    for (name, bytes) in [(REGULAR_NAME, REGULAR), (STRONG_NAME, STRONG)] {
        let data = Arc::new(FontData::from_static(bytes));
        definitions.font_data.insert(name.to_owned(), data);
    }
    let families = [
        (FontFamily::Proportional, REGULAR_NAME),
        (FontFamily::Monospace, REGULAR_NAME),
        (strong_family(), STRONG_NAME),
    ];
    for (family, name) in families {
        definitions.families.insert(family, vec![name.to_owned()]);
    }
    definitions
}
