//! Guidepost's integration tests: one binary, one module for each feature.

mod instrument;
mod instrument_faults;
