//! The window: the only layer that knows egui. It reads the state, and sends commands.

pub mod fonts;
pub mod tokens;
pub mod widgets;
pub mod words;
