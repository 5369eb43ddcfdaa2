//! What several screens and dialogs are made of.

pub mod day;
pub mod document;
pub mod field_words;
pub mod form;
pub mod page;
pub mod profile;
pub mod save_state;
pub mod virtual_list;
