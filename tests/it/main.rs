//! Guidepost's integration tests: one binary, one module for each feature.

#![cfg(test)]

mod bad_files;
mod coverage;
mod editing;
mod files;
#[cfg(feature = "gui")]
mod gallery;
mod instrument;
mod instrument_faults;
mod published_round;
#[cfg(feature = "gui")]
mod screens_kit;
mod support;
mod undo;
#[cfg(feature = "gui")]
mod widgets;
mod words;
