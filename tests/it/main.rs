//! Guidepost's integration tests: one binary, one module for each feature.

#![cfg(test)]

#[cfg(feature = "gui")]
mod apart_screen;
mod architecture;
mod bad_files;
mod checks;
#[cfg(feature = "gui")]
mod closing_screen;
mod commands;
mod coverage;
#[cfg(feature = "gui")]
mod dialogs;
mod editing;
mod files;
#[cfg(feature = "gui")]
mod gallery;
#[cfg(feature = "gui")]
mod gaps_screen;
mod instrument;
mod instrument_faults;
mod leaving;
mod package;
#[cfg(feature = "gui")]
mod profile_screen;
mod published_round;
#[cfg(feature = "gui")]
mod question_screen;
#[cfg(feature = "gui")]
mod reading_screen;
mod report;
mod round;
mod running;
mod samples;
#[cfg(feature = "gui")]
mod screens_kit;
#[cfg(feature = "gui")]
mod start_screen;
mod store;
mod submission;
mod submit;
mod support;
mod undo;
#[cfg(feature = "gui")]
mod widgets;
mod words;
