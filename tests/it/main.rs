//! One test binary: each module below tests one thing that Guidepost promises.

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on fails, and tells the place"
)]

#[cfg(feature = "gui")]
mod gallery;
#[cfg(feature = "gui")]
mod screens_kit;
#[cfg(feature = "gui")]
mod widgets;
mod words;
