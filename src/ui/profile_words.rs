//! Stub.

use egui::Ui;

use super::view::View;
use super::widgets::range_bar::RangeBar;
use crate::analysis::{Fraction, Profile};

/// The profile in one sentence.
pub(super) fn profile_words(_view: &View<'_>, profile: &Profile) -> String {
    format!(
        "{} of {}",
        profile.tally.decided(),
        profile.tally.counting()
    )
}

/// The profile as a drawn bar.
pub(super) fn profile_bar(ui: &mut Ui, profile: &Profile, alternative: &str) {
    let share = |fraction: Fraction| fraction.numerator as f32 / fraction.denominator as f32;
    let tally = profile.tally;
    RangeBar {
        range: tally.low().map(share).zip(tally.high().map(share)),
        coverage: tally.coverage().map(share),
        alternative,
    }
    .show(ui);
}
