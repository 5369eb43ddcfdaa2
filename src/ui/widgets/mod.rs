//! Small parts that screens are put together from.
//!
//! A widget takes plain values and words, paints with `Tokens`, has a role, a name and a state
//! for a screen reader, works from the keyboard, and tells what happened as its return value. None
//! knows an assessment or a command, and none keeps a value of its own.

mod buttons;
mod choice_menu;
mod dialog_frame;
mod drawing;
mod field;
pub mod heading;
mod icon;
pub mod link;
pub mod notice;
mod progress_bar;
mod radio_row;
pub mod range_bar;
pub mod rows;
mod segments;
mod standing_choice;
pub mod standing_mark;
mod text_area;
pub mod timeline;

pub use buttons::ActionButton;
pub use choice_menu::ChoiceMenu;
pub use dialog_frame::{DialogEvent, DialogFrame};
pub use field::{Field, FieldEvents};
pub use icon::Icon;
pub use notice::{Gravity, Notice, NoticeEvent};
pub use progress_bar::ProgressBar;
pub use range_bar::RangeBar;
pub use rows::{Cells, Column, Columns, RowButton, narrow, underline};
pub use segments::Segments;
pub use standing_choice::{StandingChoice, StandingEvent, StandingWords};
pub use text_area::TextArea;
