//! Guidepost's integration tests: one binary, one module for each feature.

#![cfg(test)]

#[cfg(feature = "gui")]
mod dialogs;
#[cfg(feature = "gui")]
mod gallery;
mod instrument;
mod instrument_faults;
#[cfg(feature = "gui")]
mod profile_screen;
mod published_round;
#[cfg(feature = "gui")]
mod screens_kit;
#[cfg(feature = "gui")]
mod start_screen;
mod store;
#[cfg(feature = "gui")]
mod widgets;
mod words;
