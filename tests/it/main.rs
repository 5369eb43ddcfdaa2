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
mod compare;
#[cfg(feature = "gui")]
mod compare_screen;
mod coverage;
#[cfg(feature = "gui")]
mod dialogs;
mod editing;
mod evidence;
mod examine;
mod files;
#[cfg(feature = "gui")]
mod gallery;
#[cfg(feature = "gui")]
mod gaps_screen;
mod instrument;
mod instrument_faults;
mod instrument_versions;
#[cfg(feature = "gui")]
mod keyboard;
mod leaving;
mod member_states;
mod package;
#[cfg(feature = "pdf")]
mod pdf;
mod plan;
#[cfg(feature = "gui")]
mod plan_screen;
#[cfg(feature = "gui")]
mod profile_screen;
mod published_round;
#[cfg(feature = "gui")]
mod question_screen;
#[cfg(feature = "gui")]
mod reading_screen;
#[cfg(feature = "gui")]
mod received_screen;
mod report;
#[cfg(all(feature = "gui", feature = "pdf"))]
mod report_screen;
mod round;
#[cfg(feature = "gui")]
mod round_screen;
mod running;
mod samples;
#[cfg(feature = "gui")]
mod screens_kit;
mod searching;
#[cfg(feature = "gui")]
mod start_screen;
mod store;
mod submission;
mod submit;
#[cfg(feature = "gui")]
mod submit_screen;
mod support;
#[cfg(feature = "gui")]
mod typing;
mod undo;
#[cfg(feature = "gui")]
mod widgets;
mod words;
