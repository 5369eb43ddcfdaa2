//! What several screens and dialogs are made of.

pub mod day;
pub mod document;
pub mod form;
pub mod page;
pub mod phrases;
pub mod profile;
pub mod save_state;
pub mod virtual_list;
