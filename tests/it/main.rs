//! Guidepost's integration tests: one binary, one module for each feature.

#![cfg(test)]

mod instrument;
mod instrument_faults;
mod published_round;
