//! What the machine and its user are called, so that a lock can say who has a file.
//!
//! Both are for people to read: where the machine does not say, the words are empty, and nothing
//! depends on them.

use std::env;

const DISPLAY_VARIABLES: [&str; 3] = ["WAYLAND_DISPLAY", "WAYLAND_SOCKET", "DISPLAY"];
const USER_VARIABLES: [&str; 3] = ["USERNAME", "USER", "LOGNAME"];

/// The longest name that is told, in characters.
const LONGEST_NAME: usize = 80;

/// The name of this machine; empty where it does not say.
pub fn host_name() -> String {
    one_line(&gethostname::gethostname().to_string_lossy()).unwrap_or_default()
}

/// The name by which the machine knows its user; empty where it does not say.
pub fn user_name() -> String {
    from_variables(&USER_VARIABLES).unwrap_or_default()
}

/// Whether the environment variable is set to something.
pub fn is_asked_for(variable: &str) -> bool {
    env::var_os(variable).is_some_and(|value| !value.is_empty())
}

/// Whether there is a display to open a window on, as far as the machine says beforehand.
pub fn has_display() -> bool {
    cfg!(not(unix)) || cfg!(target_os = "macos") || from_variables(&DISPLAY_VARIABLES).is_some()
}

fn from_variables(names: &[&str]) -> Option<String> {
    names
        .iter()
        .filter_map(|name| env::var(name).ok())
        .find_map(|text| one_line(&text))
}

/// The text as one short line without control signs, if anything is left of it.
pub(super) fn one_line(text: &str) -> Option<String> {
    let line: String = text
        .trim()
        .chars()
        .map(|sign| if sign.is_control() { ' ' } else { sign })
        .take(LONGEST_NAME)
        .collect();
    (!line.is_empty()).then_some(line)
}
