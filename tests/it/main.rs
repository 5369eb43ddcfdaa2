//! Guidepost's integration tests: one binary, one module for each feature.

#![cfg(test)]

#[cfg(feature = "gui")]
mod gallery;
#[cfg(feature = "gui")]
mod gaps_screen;
mod instrument;
mod instrument_faults;
mod published_round;
#[cfg(feature = "gui")]
mod screens_kit;
#[cfg(feature = "gui")]
mod widgets;
mod words;
