//! Guidepost's integration tests: one binary, one module for each feature.

#![cfg(test)]

mod store;
