//! Guidepost: a State's self-assessment against the United Nations Guidelines for the Prevention
//! of Crime (Economic and Social Council resolution 2002/13, annex).
//!
//! To be read from the lowest layer up: `domain`, `analysis`, `format`, `words`, `report`, `store`,
//! `app`, `cli`, `ui` (`ARCHITECTURE.md` draws the arrows, and a test proves them).

pub mod analysis;
pub mod app;
pub mod cli;
pub mod domain;
pub mod format;
pub mod report;
pub mod store;
#[cfg(feature = "gui")]
pub mod ui;
pub mod words;
