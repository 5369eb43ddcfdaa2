//! The screens of the office that receives replies.

pub mod received;
pub mod round;
