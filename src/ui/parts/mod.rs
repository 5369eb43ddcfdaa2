//! What several screens and dialogs are made of.

mod day;
mod document;
mod form;
mod page;
pub mod phrases;
mod profile;
mod save_state;
mod virtual_list;

pub use day::{DayEvent, day_ui};
pub use document::document_ui;
pub use form::{group_ui, menu_ui, pair_ui, pair_with_ui};
pub use page::{Room, arrived, is_wide, middle, page_margin, page_ui, scroll_by_keys, text_column};
pub use phrases::{days_left, last_time_words, reading_words, unread_words};
pub use profile::{bar_of_ui, is_drawn, profile_bar_ui, profile_cells, profile_name};
pub use save_state::save_state_ui;
pub use virtual_list::{VirtualList, text_height};
