//! The screens of an assessment.

pub mod compare;
pub mod gaps;
pub mod plan;
pub mod profile;
pub mod question;
mod shown_profiles;
pub mod submit;
pub mod table;
